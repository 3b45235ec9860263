import type { PlainDate } from '@/lib/domain/plain-date'
import type { LiveReason } from '@/lib/schemas/project-row'
import type { OwnTurn, Turn, TurnedBy } from '@/lib/schemas/turn'
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
export function turnText(turn: ListTurn, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const limit = limitText(turn, today, locale)
  if (limit) return limit
  const own = ownTurnAhead(turn)
  if (own)
    return t('workbench.itemTurns', {
      day: dayIn(own.on, today),
      level: t(`level.short.${own.level}`),
      stays: t(`level.short.${turn.level}`),
    })
  if (!turn.nextLevelOn || !turn.nextLevel || isQuiet(turn)) return t('workbench.stays')
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

/** Beside the day a colour turns: what turns it, in brackets. */
export function causeText(by: TurnedBy, locale: Locale): string {
  const t = translator(locale)
  const item = by.item && (locale === 'en' ? by.item.nameEn : by.item.nameZh)
  const third = by.third ? t('projectPage.turnsThird') : null
  return t('projectPage.turnsBy', { item: third ?? item ?? t(`projectPage.turnsFor.${by.dimension}`) })
}

/** The same in a list, where its few words speak of a turn of the colour. */
export const listCause = (turn: Turn & Readonly<{ turnsBy?: TurnedBy | null }>, locale: Locale): string | null =>
  turn.turnsBy && !limitAhead(turn) && turn.nextLevel !== turn.level ? causeText(turn.turnsBy, locale) : null

/** What a list knows of a project's turn: besides its own, that of the procedure its colour speaks of. */
type ListTurn = Turn & Readonly<{ ownTurn?: OwnTurn | null }>

/** The procedure's own turn, where its project keeps its colour all the same. */
const ownTurnAhead = ({ ownTurn, nextLevel, level }: ListTurn) =>
  ownTurn && (nextLevel === null || nextLevel === level) ? ownTurn : null

/** A red that stays red and only gets one more to move: nothing a list has to say. */
const isQuiet = ({ level, nextLevel, nextJoins }: Turn) => level === 'RED' && nextLevel === 'RED' && nextJoins

/** Whether the day `turnText` names is not certain yet 暂定. */
export function isOpenInList(turn: ListTurn): boolean {
  const limit = limitAhead(turn)
  if (limit) return limit.provisional
  return ownTurnAhead(turn)?.provisional ?? (!isQuiet(turn) && turn.nextProvisional)
}

/** Whether the day `nextText` or `limitText` names is not certain yet 暂定. */
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
