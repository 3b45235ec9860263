import clsx from 'clsx'
import type { Level } from '@/lib/domain/level-scale'
import type { Translator } from '@/lib/i18n/translator'
import { Glyph } from './glyph'

/** A colour with its word and sign 四色灯; never the colour alone. */
export function Lamp({
  level,
  size = 's',
  quiet = false,
  t,
}: {
  level: Level
  size?: 's' | 'm' | 'l'
  quiet?: boolean
  t: Translator
}) {
  return (
    <span
      className={clsx('lamp', `lamp-${level}`, size !== 's' && `lamp-${size}`, quiet && 'lamp-quiet')}
      title={t(`level.full.${level}`)}
    >
      <Glyph level={level} />
      {t(`level.short.${level}`)}
    </span>
  )
}
