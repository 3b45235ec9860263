import { addDays, daysBetween, earliest, lastDayOfMonth, latest, on, type PlainDate } from '../plain-date'
import type { RankedProject, Stewardship } from './facts'

/** A month from its first to its last day, its data line. */
export type Span = Readonly<{ month: string; first: PlainDate; last: PlainDate }>

export const spanOf = (month: string): Span => ({ month, first: on(`${month}-01`), last: lastDayOfMonth(month) })

/** A month up to a day in it: what is counted of the running one; a month that is over ends with its last day. */
export const spanUntil = (month: string, day: PlainDate): Span => {
  const span = spanOf(month)
  return { ...span, last: earliest(span.last, day) }
}

export const within = ({ first, last }: Span, day: PlainDate): boolean => first <= day && day <= last

/**
 * Day on which something with a limit is counted 计入日: the day it was done, or its limit where that came first. So what is
 * done early counts when it is done, what is late counts when it was due, and nothing counts twice.
 */
export const countedOn = (dueOn: PlainDate, doneOn: PlainDate | null): PlainDate =>
  doneOn ? earliest(dueOn, doneOn) : dueOn

/** Who answered for a project on a day. */
export const stewardOn = (stewards: readonly Stewardship[], day: PlainDate): string | null =>
  stewards.find(({ fromOn, toOn }) => fromOn <= day && (toOn === null || day < toOn))?.personId ?? null

/** Whether a project had left the ledger when a day came. */
export const hadLeft = ({ leftOn }: Pick<RankedProject, 'leftOn'>, day: PlainDate): boolean =>
  leftOn !== null && leftOn < day

/** Calendar days of the month each steward answered for a project that was in the ledger 在管天数. */
export function stewardDays({ stewards, enteredOn, leftOn }: RankedProject, span: Span): Map<string, number> {
  const days = new Map<string, number>()
  const [from, until] = [latest(span.first, enteredOn), leftOn ? earliest(span.last, leftOn) : span.last]
  for (const { personId, fromOn, toOn } of stewards) {
    const last = toOn ? earliest(until, addDays(toOn, -1)) : until
    const held = daysBetween(latest(from, fromOn), last) + 1
    if (held > 0) days.set(personId, (days.get(personId) ?? 0) + held)
  }
  return days
}
