import { lateBefore } from '../meeting/task-level'
import type { PlainDate } from '../plain-date'
import type { RuleParameters } from '../rule-parameters'
import { addWorkdays, type WorkCalendar } from '../work-calendar'

/** Days a problem's own day is compared with, so that a list asks its index for what the colour of a row says. */
export type IssueBounds = Readonly<{
  /** A problem is red if its day is before this. */
  redBefore: PlainDate
  /** It is late if its day is before this. */
  lateBefore: PlainDate
  /** It is blue or worse if its day is before this. */
  blueBefore: PlainDate
}>

/**
 * Where the colours of problems change on a day; the same as `issueVerdict` says of each.
 *
 * @source four-colours D5
 * @example issueBounds(on('2026-11-23'), calendar, DEFAULT_PARAMETERS).blueBefore // 2026-11-26: two working days ahead is blue
 */
export const issueBounds = (
  today: PlainDate,
  calendar: WorkCalendar,
  p: Pick<RuleParameters, 'issue_red_wd' | 'issue_blue_wd'>,
): IssueBounds => ({
  redBefore: lateBefore(calendar, today, p.issue_red_wd),
  lateBefore: lateBefore(calendar, today, 1),
  blueBefore: addWorkdays(calendar, today, p.issue_blue_wd + 1),
})
