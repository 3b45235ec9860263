import { compareLevel, type Level } from '@/lib/domain/level-scale'
import type { LiveReason } from '@/lib/schemas/project-row'
import type { Locale } from './locale'
import { translator } from './translator'

/** What a waiver leaves out of a colour, in words: “要素原为红，豁免中不计”; null where the colour is the same without it. */
export function rawText(
  level: Level,
  waived: readonly Pick<LiveReason, 'level' | 'dimension'>[] | undefined,
  locale: Locale,
): string | null {
  const worst = waived?.[0]
  if (!worst || compareLevel(worst.level, level) <= 0) return null
  const t = translator(locale)
  return t('waiver.raw', {
    dimension: t(`project.dimension.${worst.dimension}`),
    level: t(`level.short.${worst.level}`),
  })
}
