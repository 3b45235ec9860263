import type { PlainDate } from '@/lib/domain/plain-date'
import type { LiveReason } from '@/lib/schemas/project-row'
import type { Turn } from '@/lib/schemas/turn'
import { dayIn, dayWithWeekday } from './day'
import type { Locale } from './locale'
import { blockerName, ownerText } from './reason-text'
import { translator } from './translator'

/** 不动会怎样: what the colour becomes if nobody moves, and when; of a red one, the limit it has still ahead. */
export function nextText(
  turn: Turn & Readonly<{ nextInWd: number | null }>,
  today: PlainDate,
  locale: Locale,
  agency?: string,
): string {
  const t = translator(locale)
  const { nextLevelOn, nextLevel, nextOwner, nextInWd: n } = turn
  const stays = t(`level.short.${turn.level}`)
  const deadline = limitAhead(turn)
  if (deadline) {
    const limit = t(`level.limit.${deadline.limit}`, { day: dayWithWeekday(deadline.on, today, locale) })
    return t('projectPage.staysUntil', { level: stays, limit, n: deadline.inWd })
  }
  if (!nextLevelOn || !nextLevel || n === null) return t('projectPage.stays', { level: stays })
  const day = dayWithWeekday(nextLevelOn, today, locale)
  if (nextLevel !== turn.level) return t('projectPage.turns', { day, level: t(`level.short.${nextLevel}`), n })
  const owner = nextOwner?.kind === 'AGENCY' && agency ? agency : (ownerText(nextOwner, locale) ?? t('level.nobody'))
  return turn.nextJoins
    ? t('projectPage.turnsJoins', { day, owner, level: stays, n })
    : t('projectPage.turnsOwner', { day, owner, level: stays, n })
}

/** The limit a colour that cannot get worse has still ahead, where it comes before anything that changes. */
const limitAhead = ({ level, nextLevel, nextLevelOn, deadline }: Turn) =>
  level === 'RED' && deadline && (nextLevelOn === null || (nextLevel === level && deadline.on < nextLevelOn))
    ? deadline
    : null

/** The limit ahead of a red clock in a few words; null where what turns next is the thing to say. */
export function limitText(turn: Turn, today: PlainDate, locale: Locale): string | null {
  const deadline = limitAhead(turn)
  return deadline && translator(locale)(`level.limit.${deadline.limit}`, { day: dayIn(deadline.on, today) })
}

/** The same as `nextText` in the few words a list has room for; every list says it alike. */
export function turnText(turn: Turn, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const limit = limitText(turn, today, locale)
  if (limit) return limit
  if (!turn.nextLevelOn || !turn.nextLevel) return t('workbench.stays')
  if (turn.nextLevel === turn.level)
    return t(turn.nextJoins ? 'workbench.ownerJoins' : 'workbench.ownerChanges', {
      day: dayIn(turn.nextLevelOn, today),
      owner: ownerText(turn.nextOwner, locale) ?? t('level.nobody'),
      level: t(`level.short.${turn.level}`),
    })
  return t('workbench.turns', {
    day: dayWithWeekday(turn.nextLevelOn, today, locale),
    level: t(`level.short.${turn.nextLevel}`),
  })
}

/** Whether the day such a text names is not certain yet 暂定. */
export const isOpenTurn = (turn: Turn): boolean => limitAhead(turn)?.provisional ?? turn.nextProvisional

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
  const by = blocker ? (locale === 'en' ? blocker.nameEn : blocker.nameZh) : blockerName(reason.params, locale)
  return translator(locale)(cureKey(reason.code as Parameters<typeof cureKey>[0]), {
    agency: agency ?? ownerText(reason.owner, locale) ?? '',
    n: Number(reason.params.days ?? 0),
    by,
  } as never)
}

const cureKey = (code: Exclude<LiveReason['code'], 'CLOCK_PAUSED' | 'DONE_IN_TIME' | 'NOT_APPLICABLE'>) =>
  `projectPage.cures.${code}` as const
