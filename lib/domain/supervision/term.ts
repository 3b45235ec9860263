import { type TaskColour, type TaskFacts, taskClock, taskColour } from '../meeting/task-level'
import { SUPERVISE_WD } from '../meeting/task-term'
import type { PlainDate } from '../plain-date'
import type { Clock } from '../ruler'
import { addWorkdays, type WorkCalendar, workdaysLate } from '../work-calendar'
import { lastRung, SLIP_RUNGS, type SlipCase, type SlipRung, type SlipState } from './slip'

/** Working days a unit has to reply where the supervisor names no day: our design, as for a finding. */
export const SLIP_WD = 10
/** Days a term may run at most, counted from the day a slip is issued or put off: longer is a slip of the finger. */
export const MOST_TERM_DAYS = 180

/** The day a reply is due when nobody says another one. */
export const usualSlipDue = (issuedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  addWorkdays(calendar, issuedOn, SLIP_WD)

/**
 * Working days past its day from which each rung of the chain is due 催办、一把手、通报: at once, on the third day, and when it
 * turns red.
 *
 * @source other-mechanisms §8: overdue → 催办 → 一把手 → 通报; days are our design
 */
export const RUNG_WD: Readonly<Record<SlipRung, number>> = { URGE: 1, HEAD: 3, ANNOUNCE: SUPERVISE_WD }

type Chased = Pick<SlipCase, 'state' | 'dueOn' | 'urgedOn' | 'headOn' | 'announcedOn'>

/**
 * The rung of the chain a slip has to go up to today; null while it is answered, in time, or up to date. One after the other: nobody
 * is announced whose head was never told.
 *
 * @example rungDue(slip, on('2026-11-24'), calendar) // 'URGE' a working day after its day
 */
export function rungDue(slip: Chased, today: PlainDate, calendar: WorkCalendar): SlipRung | null {
  if (slip.state !== 'ISSUED') return null
  const done = lastRung(slip)
  const next = SLIP_RUNGS[done ? SLIP_RUNGS.indexOf(done) + 1 : 0]
  return next && workdaysLate(calendar, slip.dueOn, today) >= RUNG_WD[next] ? next : null
}

type Dated = Pick<SlipCase, 'state' | 'issuedOn' | 'dueOn' | 'repliedOn'>

const AS_TASK = {
  ISSUED: 'IN_HAND',
  REPLIED: 'REVIEW',
  VERIFIED: 'REVIEW',
  CLOSED: 'CLOSED',
} as const satisfies Readonly<Record<SlipState, string>>

/**
 * A slip has the limits of every other duty: what it is as a task says its colour. What was looked into without any reply still
 * waits for one.
 */
const factsOf = ({ state, issuedOn, dueOn, repliedOn }: Dated): TaskFacts => ({
  state: state === 'VERIFIED' && !repliedOn ? 'IN_HAND' : AS_TASK[state],
  issuedOn,
  dueOn,
  submittedOn: repliedOn,
  suspendedOn: null,
  unsignedWd: 0,
})

/** The colour of a slip by the day its reply is due 督办四色: that of any task with the same days. */
export const slipColour = (slip: Dated, today: PlainDate, calendar: WorkCalendar): TaskColour =>
  taskColour(factsOf(slip), today, calendar)

/** Its clock as a ruler; null once it is closed. */
export const slipClock = (slip: Dated, today: PlainDate, calendar: WorkCalendar): Clock | null =>
  taskClock(factsOf(slip), today, calendar)
