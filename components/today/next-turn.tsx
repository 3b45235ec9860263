import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'

/** When a project changes its colour if nobody moves. */
export function NextTurn({
  project,
  today,
  t,
}: {
  project: Readonly<{ level: Level; nextLevelOn: PlainDate | null; nextLevel: Level | null }>
  today: PlainDate
  t: Translator
}) {
  const { level, nextLevelOn, nextLevel } = project
  if (!nextLevelOn || !nextLevel || nextLevel === level) return <>{t('day.stays')}</>
  return <>{t('day.turns', { day: dayIn(nextLevelOn, today), level: t(`level.short.${nextLevel}`) })}</>
}
