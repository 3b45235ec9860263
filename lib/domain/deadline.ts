import { dayWithUsed } from './agency-clock'
import type { PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { type CountedDay, countedDay } from './provisional'
import type { RuleParameters } from './rule-parameters'
import { type WorkCalendar, workdaysBetween } from './work-calendar'

/** A limit that has not passed yet, and its last day. */
export type Deadline = CountedDay &
  Readonly<{
    limit: 'PROMISE' | 'STATUTE'
    /** Working days left to it. */
    inWd: number
  }>

/** Day the running clock of an agency began; null where none runs. What was neither accepted nor told runs from receipt. */
function clockStart(facts: ProcedureFacts, today: PlainDate, calendar: WorkCalendar, p: RuleParameters) {
  if (facts.state === 'ACCEPTED') return facts.acceptedOn
  if (facts.state !== 'RECEIVED' || !facts.receivedOn) return null
  return workdaysBetween(calendar, facts.receivedOn, today) > p.accept_wd ? facts.receivedOn : null
}

/**
 * Last day the law leaves an agency whose clock runs 法定到期, whether it is ahead or over.
 *
 * @returns null when no clock runs, or the law sets no limit
 * @source 行政许可法-42; K10 of the colour rules
 */
export function statuteDay(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): CountedDay | null {
  const start = clockStart(facts, today, calendar, p)
  if (!start || facts.statutoryWd === null) return null
  const on = dayWithUsed(facts, start, facts.statutoryWd + facts.extensionWd, calendar)
  return on && countedDay(calendar, start, on)
}

/**
 * The next limit of a running procedure that is still ahead 下一个期限: what there is to lose when the colour cannot get
 * worse any more.
 *
 * @returns null when no clock runs, or every limit has passed
 * @source 行政许可法-42; K10 of the colour rules
 * @example deadlineAhead(facts, on('2024-05-14'), calendar, p) // the statute's last day, 2024-05-27
 */
export function deadlineAhead(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Deadline | null {
  const start = clockStart(facts, today, calendar, p)
  if (!start) return null
  const statutory = facts.statutoryWd === null ? null : facts.statutoryWd + facts.extensionWd
  for (const [limit, days] of [
    ['PROMISE', facts.promisedWd],
    ['STATUTE', statutory],
  ] as const) {
    const on = days === null ? null : dayWithUsed(facts, start, days, calendar)
    if (on && on >= today)
      return { limit, inWd: workdaysBetween(calendar, today, on), ...countedDay(calendar, start, on) }
  }
  return null
}
