import type { Level } from '@/lib/domain/level-scale'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { Owner } from '@/lib/domain/reason'
import type { LiveReason } from '@/lib/schemas/project-row'
import { dayWithWeekday } from './day'
import type { Locale } from './locale'
import { ownerText } from './reason-text'
import { translator } from './translator'

/** When a colour changes next, if nobody moves. */
export type NextTurn = Readonly<{
  level: Level
  nextLevelOn: PlainDate | null
  nextLevel: Level | null
  nextOwner: Owner | null
  nextInWd: number | null
  nextProvisional: boolean
}>

/** 不动会怎样: what the colour becomes if nobody moves, and when. */
export function nextText(turn: NextTurn, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const { nextLevelOn, nextLevel, nextOwner, nextInWd } = turn
  if (!nextLevelOn || !nextLevel || nextInWd === null)
    return t('projectPage.stays', { level: t(`level.short.${turn.level}`) })
  const day = dayWithWeekday(nextLevelOn, today, locale)
  const text =
    nextLevel === turn.level
      ? t('projectPage.turnsOwner', { day, owner: ownerText(nextOwner, locale) ?? t('level.nobody'), n: nextInWd })
      : t('projectPage.turns', { day, level: t(`level.short.${nextLevel}`), n: nextInWd })
  return turn.nextProvisional
    ? `${text}（${t('projectPage.provisional', { year: String(yearOf(nextLevelOn)) })}）`
    : text
}

/**
 * 怎样转绿: the act that would clear a reason.
 *
 * @param agency who holds the item the reason speaks of; null: whoever the reason names
 * @param blocker the item that holds it up, where one does
 */
export function cureText(
  reason: LiveReason,
  agency: string | null,
  blocker: Readonly<{ nameZh: string; nameEn: string }> | null,
  locale: Locale,
): string {
  const by = blocker ? (locale === 'en' ? blocker.nameEn : blocker.nameZh) : String(reason.params.by ?? '')
  return translator(locale)(cureKey(reason.code as Parameters<typeof cureKey>[0]), {
    agency: agency ?? ownerText(reason.owner, locale) ?? '',
    n: Number(reason.params.days ?? 0),
    by,
  } as never)
}

const cureKey = (code: Exclude<LiveReason['code'], 'CLOCK_PAUSED' | 'DONE_IN_TIME' | 'NOT_APPLICABLE'>) =>
  `projectPage.cures.${code}` as const
