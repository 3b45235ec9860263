import clsx from 'clsx'
import { compareLevel, type Level } from '@/lib/domain/level-scale'
import type { Translator } from '@/lib/i18n/translator'
import type { LiveReason } from '@/lib/schemas/project-row'
import { Glyph } from './glyph'

/** The colour a project would have if nothing were waived 原色, hatched beside the one it has; nothing where it is the same. */
export function WaivedLamp({
  level,
  waived,
  size = 's',
  t,
}: {
  level: Level
  waived: readonly Pick<LiveReason, 'level' | 'dimension'>[] | undefined
  size?: 's' | 'm' | 'l'
  t: Translator
}) {
  const worst = waived?.[0]
  if (!worst || compareLevel(worst.level, level) <= 0) return null
  const words = t('waiver.raw', {
    dimension: t(`project.dimension.${worst.dimension}`),
    level: t(`level.short.${worst.level}`),
  })
  return (
    <span className={clsx('lamp lamp-waived', `lamp-${worst.level}`, size !== 's' && `lamp-${size}`)} title={words}>
      <Glyph level={worst.level} />
      <span aria-hidden="true">{t(`level.short.${worst.level}`)}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
