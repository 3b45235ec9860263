import { daysBetween, type PlainDate } from './plain-date'
import type { Reason, ReasonCode } from './reason'
import { type WorkCalendar, workdaysBetween } from './work-calendar'

/** What `days` of a reason counts: with the time or against it, in working days or in days. */
const WORKDAYS_OVER: ReadonlySet<ReasonCode> = new Set([
  'STATUTE_OVER',
  'PROMISE_OVER',
  'PLAN_OVER',
  'SUBMIT_OVER',
  'BLOCKED_OVER',
  'SUPPLEMENT_OVER',
  'SPECIAL_OVER',
  'TOLERANCE_OVER',
  'NOT_REFILED',
  'NO_PLAN',
  'ISSUE_OVER',
  'FACTOR_OVER',
])
const WORKDAYS_LEFT: ReadonlySet<ReasonCode> = new Set([
  'PROMISE_LEFT',
  'PLAN_LEFT',
  'SUBMIT_LEFT',
  'SUPPLEMENT_LEFT',
  'ACCEPTANCE_LEFT',
  'SPECIAL_LEFT',
  'TOLERANCE_LEFT',
  'START_UNREADY',
  'ISSUE_LEFT',
  'FACTOR_LEFT',
])
const DAYS_OVER: ReadonlySet<ReasonCode> = new Set(['NOT_UPDATED', 'EXPIRED'])

/**
 * A reason with the numbers of a later day, as long as it is still the reason: what was one working day late on the day the
 * colour turned is ten late nine working days on.
 *
 * @param said day its numbers are of
 * @param day  not before it
 */
export function reasonOn<R extends Reason>(reason: R, said: PlainDate, day: PlainDate, calendar: WorkCalendar): R {
  const { days } = reason.params
  if (typeof days !== 'number') return reason
  const { code } = reason
  const workdays = workdaysBetween(calendar, said, day)
  const later = WORKDAYS_OVER.has(code)
    ? days + workdays
    : WORKDAYS_LEFT.has(code)
      ? Math.max(0, days - workdays)
      : DAYS_OVER.has(code)
        ? days + daysBetween(said, day)
        : code === 'EXPIRES'
          ? Math.max(0, days - daysBetween(said, day))
          : days
  return { ...reason, params: { ...reason.params, days: later } }
}
