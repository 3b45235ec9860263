import { usedDays } from './agency-clock'
import { plannedSubmitOf } from './level-limit'
import { latest, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { type CountedDay, countedDay } from './provisional'
import type { RuleParameters } from './rule-parameters'
import { dayWithPassed, dayWithRemaining, type WorkCalendar, workdaysBetween } from './work-calendar'

/**
 * Day on which the promise is used up, as if the clock had never stood. After a pause that began when the promise was
 * over already, it lies as many working days back as the agency is late, so that a pause makes nobody later.
 */
function promiseDay(facts: ProcedureFacts, start: PlainDate, calendar: WorkCalendar): PlainDate {
  const anchor = facts.pauses.reduce((day, { to }) => (to === null ? day : latest(day, to)), start)
  const left = facts.promisedWd - usedDays({ ...facts, state: 'ACCEPTED' }, start, anchor, calendar)
  return left >= 0 ? dayWithPassed(calendar, anchor, left) : dayWithRemaining(calendar, anchor, -left)
}

/** Day the count behind a due day begins with; for a filing day nobody gave, the planned finish it is counted back from. */
function countedFrom(facts: ProcedureFacts): PlainDate | null {
  switch (facts.state) {
    case 'RECEIVED':
      return facts.receivedOn
    case 'SUPPLEMENT':
      return facts.supplementSince
    case 'SPECIAL':
      return facts.specialSince
    case 'READY':
    case 'WITHDRAWN':
      return facts.planSubmitOn ? null : facts.planFinishOn
    default:
      return facts.acceptedOn
  }
}

/** States in which something runs out before a procedure has ended. */
export const DUE_STATES = ['READY', 'RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL', 'WITHDRAWN'] as const
export type DueState = (typeof DUE_STATES)[number]

/** As `dueDayOf`, with the mark of a day that is counted through an unpublished year 暂定; a day somebody gave has none. */
export function dueOf(facts: ProcedureFacts, calendar: WorkCalendar, p: RuleParameters): CountedDay | null {
  const on = dueDayOf(facts, calendar, p)
  const from = countedFrom(facts)
  return on && (from ? countedDay(calendar, from, on) : { on, provisional: false })
}

/**
 * Day the limit ends that a procedure is measured by now 到期日: to accept or to tell, the promise, the notice's own
 * period, the special procedure's, the planned filing; for what is finished the promise it was finished under.
 *
 * It does not move while no fact does, whatever day it is: a queue sorted by it is sorted by remaining working days.
 *
 * @returns null where nothing is counted: not begun, does not apply, a special procedure without a limit
 * @source 行政许可法-32(4) five days to accept; K2, K5, K10 of the colour rules
 * @example dueDayOf({ ...facts, state: 'ACCEPTED', acceptedOn: on('2026-11-02'), promisedWd: 7 }, …) // '2026-11-11'
 */
export function dueDayOf(facts: ProcedureFacts, calendar: WorkCalendar, p: RuleParameters): PlainDate | null {
  const after = (day: PlainDate | null, limit: number | null) =>
    day === null || limit === null ? null : dayWithPassed(calendar, day, limit)
  switch (facts.state) {
    case 'RECEIVED':
      return after(facts.receivedOn, p.accept_wd)
    case 'ACCEPTED':
      return facts.acceptedOn && promiseDay(facts, facts.acceptedOn, calendar)
    case 'SUPPLEMENT':
      return after(facts.supplementSince, facts.supplementLimitWd ?? p.supp_limit_wd)
    case 'SPECIAL':
      return after(facts.specialSince, facts.specialLimitWd)
    case 'READY':
    case 'WITHDRAWN':
      return plannedSubmitOf(facts, calendar)
    case 'DONE':
    case 'DONE_TOL': {
      if (!facts.acceptedOn) return null
      const due = promiseDay(facts, facts.acceptedOn, calendar)
      // Finished on a free day right after it is still in time.
      const late = facts.finishedOn ? workdaysBetween(calendar, due, facts.finishedOn) : 0
      return facts.finishedOn && late === 0 ? latest(due, facts.finishedOn) : due
    }
    case 'NOT_STARTED':
    case 'REJECTED':
    case 'NA':
      return null
  }
}
