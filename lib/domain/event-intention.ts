import { addDays, type PlainDate } from './plain-date'
import type { Failure } from './result'

/** What is recorded of an intention after it was signed 跟踪. */
export const FOLLOW_KINDS = [
  'GRANT', // 授信
  'PAY_NEW', // 放款(新增)
  'PAY_RENEWED', // 放款(续贷)
  'LAPSE', // 不再推进
  'NOTE', // 进展
] as const
export type FollowKind = (typeof FOLLOW_KINDS)[number]

/** Kinds that record money. */
export const isMoney = (kind: FollowKind): boolean => kind === 'GRANT' || kind === 'PAY_NEW' || kind === 'PAY_RENEWED'

/** One thing recorded; of a grant the whole credit, of a payment what was paid then. */
export type Follow = Readonly<{ kind: FollowKind; on: PlainDate; amountFen: bigint | null; void: boolean }>

/** Where an intention stands. */
export const INTENTION_STATES = [
  'INTENDED', // 意向
  'GRANTED', // 已授信
  'PAID', // 已放款
  'LAPSED', // 不再推进
] as const
export type IntentionState = (typeof INTENTION_STATES)[number]

/** What became of an intention. Every kind of money by itself: they are never added to one another. */
export type IntentionStand = Readonly<{
  state: IntentionState
  grantedFen: bigint
  /** Paid to a firm that had no such loan before 新增. */
  paidNewFen: bigint
  /** Paid to replace a loan that was there 续贷. */
  paidRenewedFen: bigint
}>

const counted = (follows: readonly Follow[], asOf: PlainDate) => follows.filter((one) => !one.void && one.on <= asOf)
const sumOf = (follows: readonly Follow[], kind: FollowKind) =>
  follows.reduce((sum, one) => (one.kind === kind ? sum + (one.amountFen ?? 0n) : sum), 0n)

/**
 * What had become of an intention by a day: what was recorded for later days does not count.
 *
 * @param follows in the order they were recorded; the last grant is the credit
 * @source other-mechanisms §5: 意向→授信→放款, new or renewed (X16)
 */
export function intentionStand(follows: readonly Follow[], asOf: PlainDate): IntentionStand {
  const known = counted(follows, asOf)
  const grantedFen = known.findLast(({ kind }) => kind === 'GRANT')?.amountFen ?? 0n
  const paidNewFen = sumOf(known, 'PAY_NEW')
  const paidRenewedFen = sumOf(known, 'PAY_RENEWED')
  const lapsed = known.some(({ kind }) => kind === 'LAPSE')
  const state = paidNewFen + paidRenewedFen > 0n ? 'PAID' : lapsed ? 'LAPSED' : grantedFen > 0n ? 'GRANTED' : 'INTENDED'
  return { state, grantedFen, paidNewFen, paidRenewedFen }
}

/** Calendar days after an event on which it is asked what became of its intentions 30、60、90天跟踪. */
export const FOLLOW_DAYS = [30, 60, 90] as const
export type FollowDay = (typeof FOLLOW_DAYS)[number]

/** One of the three days: when it is, and when somebody answered it; null while nobody has. */
export type FollowMark = Readonly<{ days: FollowDay; dueOn: PlainDate; doneOn: PlainDate | null; due: boolean }>

/** Whether nothing more is to be asked about an intention: it lapsed, or everything granted has been paid. */
export const isSettled = ({ state, grantedFen, paidNewFen, paidRenewedFen }: IntentionStand): boolean =>
  state === 'LAPSED' || (state === 'PAID' && paidNewFen + paidRenewedFen >= grantedFen)

/**
 * The three days of an intention. Whatever is recorded on such a day or after it answers it; what is settled before needs no
 * answer. Days are calendar days: a day off is answered on the next working day, and shown as due until then.
 *
 * @param signedOn day of the event, which does not count
 * @example followMarks(on('2026-10-20'), [], on('2026-11-19'))[0] // { days: 30, dueOn: '2026-11-19', doneOn: null, due: true }
 */
export function followMarks(signedOn: PlainDate, follows: readonly Follow[], today: PlainDate): readonly FollowMark[] {
  const known = counted(follows, today)
  return FOLLOW_DAYS.map((days) => {
    const dueOn = addDays(signedOn, days)
    const before = known.filter(({ on }) => on < dueOn)
    const settled = isSettled(intentionStand(before, dueOn))
    const doneOn = settled
      ? (before.at(-1)?.on ?? null)
      : (known
          .map(({ on }) => on)
          .filter((on) => on >= dueOn)
          .toSorted()[0] ?? null)
    return { days, dueOn, doneOn, due: doneOn === null && dueOn <= today }
  })
}

/** The mark that waits for somebody: the latest of those due; null where none is. */
export const dueMark = (marks: readonly FollowMark[]): FollowMark | null => marks.findLast(({ due }) => due) ?? null

/**
 * Why something cannot be recorded of an intention.
 *
 * @returns null, EVENT_FOLLOW_AHEAD, EVENT_FOLLOW_EARLY, EVENT_LAPSED, EVENT_PAID_ALREADY, EVENT_NOT_GRANTED,
 *          EVENT_PAID_OVER, EVENT_GRANT_UNDER_PAID, EVENT_FOLLOW_TEXT
 */
export function followRefusal(
  signedOn: PlainDate,
  follows: readonly Follow[],
  asked: Readonly<{ kind: FollowKind; on: PlainDate; amountFen: bigint | null; text: string }>,
  today: PlainDate,
): Failure | null {
  const { kind, on, amountFen, text } = asked
  if (on > today) return { code: 'EVENT_FOLLOW_AHEAD', field: 'on', today }
  if (on < signedOn) return { code: 'EVENT_FOLLOW_EARLY', field: 'on', day: signedOn }
  const { state, grantedFen, paidNewFen, paidRenewedFen } = intentionStand(follows, today)
  const paid = paidNewFen + paidRenewedFen
  if (state === 'LAPSED') return { code: 'EVENT_LAPSED' }
  if (kind === 'LAPSE' && paid > 0n) return { code: 'EVENT_PAID_ALREADY' }
  if ((kind === 'LAPSE' || kind === 'NOTE') && text === '') return { code: 'EVENT_FOLLOW_TEXT', field: 'text' }
  if (!isMoney(kind)) return null
  if (!amountFen) return { code: 'EVENT_AMOUNT_NONE', field: 'amountWan' }
  if (kind === 'GRANT')
    return amountFen < paid ? { code: 'EVENT_GRANT_UNDER_PAID', field: 'amountWan', amountFen: paid.toString() } : null
  if (grantedFen === 0n) return { code: 'EVENT_NOT_GRANTED', field: 'kind' }
  return paid + amountFen > grantedFen
    ? { code: 'EVENT_PAID_OVER', field: 'amountWan', grantedFen: grantedFen.toString(), paidFen: paid.toString() }
    : null
}
