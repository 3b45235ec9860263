import type { DueMatter } from '../matter-turns'
import { SOON_WD, type TaskColour, type TaskFacts, taskClock, taskColour } from '../meeting/task-level'
import { SUPERVISE_WD } from '../meeting/task-term'
import { addDays, type PlainDate } from '../plain-date'
import type { Clock } from '../ruler'
import { addWorkdays, type WorkCalendar, workdayFrom } from '../work-calendar'
import type { ComplaintCase } from './complaint'

/** Working days to look at what came in, and calendar days for the rest 时限. */
export const RECEIVE_WD = 2
export const PASS_DAYS = 5
export const HANDLE_DAYS = 30
export const MORE_DAYS = 30

/**
 * Last day to accept what came in 受理: two working days after it came.
 *
 * @source other-mechanisms §8
 */
export const receiveBy = (filedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  addWorkdays(calendar, filedOn, RECEIVE_WD)

/**
 * Last day to pass it on 转办: five days from acceptance, or from the day a unit gave it back.
 *
 * @source 河南省优化营商环境条例-78
 */
export const passBy = (since: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayFrom(calendar, addDays(since, PASS_DAYS))

/**
 * Last day to answer 答复: thirty days from acceptance, however many units it goes through on the way.
 *
 * @source 河南省优化营商环境条例-78, 民法典-203
 * @example answerBy(on('2026-11-02'), calendar) // 2026-12-02
 */
export const answerBy = (receivedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayFrom(calendar, addDays(receivedOn, HANDLE_DAYS))

/**
 * Last day to answer what is complicated 延期: thirty days more, once.
 *
 * @source 河南省优化营商环境条例-78
 */
export const moreBy = (dueOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayFrom(calendar, addDays(dueOn, MORE_DAYS))

type Dated = Pick<ComplaintCase, 'state' | 'filedOn' | 'receivedOn' | 'waitsSince' | 'passedOn' | 'dueOn'> &
  Readonly<{
    /** The day that was set when it came to where it is: a calendar that changes afterwards does not move it. */
    clockOn?: PlainDate | null
  }>

/**
 * The limit that runs now: since when, until which day.
 *
 * @returns null once it is answered or refused
 */
export function limitOf(
  { state, filedOn, receivedOn, waitsSince, dueOn, clockOn }: Dated,
  calendar: WorkCalendar,
): Readonly<{ from: PlainDate; dueOn: PlainDate }> | null {
  switch (state) {
    case 'FILED':
      return { from: filedOn, dueOn: clockOn ?? receiveBy(filedOn, calendar) }
    case 'RECEIVED': {
      const from = waitsSince ?? receivedOn ?? filedOn
      return { from, dueOn: clockOn ?? passBy(from, calendar) }
    }
    case 'IN_HAND':
      return dueOn && { from: receivedOn ?? filedOn, dueOn }
    default:
      return null
  }
}

/** A complaint as the ladder asks for it 逐级告知; null while nobody took it up, and once it is answered. */
export function complaintMatter(complaint: Dated, calendar: WorkCalendar): DueMatter | null {
  const limit = complaint.state === 'FILED' ? null : limitOf(complaint, calendar)
  return limit && { ...limit, blueWd: SOON_WD, redWd: SUPERVISE_WD }
}

type Told = Dated & Pick<ComplaintCase, 'answeredOn'>

const AS_TASK = {
  FILED: 'IN_HAND',
  RECEIVED: 'IN_HAND',
  IN_HAND: 'IN_HAND',
  ANSWERED: 'REVIEW',
  CLOSED: 'CLOSED',
  REFUSED: 'WITHDRAWN',
} as const

/** A complaint has the limits of every other duty: what it is as a task says its colour. */
function factsOf(complaint: Told, calendar: WorkCalendar): TaskFacts {
  const { state, filedOn, receivedOn, answeredOn } = complaint
  const limit = limitOf(complaint, calendar)
  return {
    state: AS_TASK[state],
    issuedOn: limit?.from ?? receivedOn ?? filedOn,
    dueOn: limit?.dueOn ?? complaint.dueOn ?? filedOn,
    submittedOn: answeredOn,
    suspendedOn: null,
    unsignedWd: 0,
  }
}

/**
 * The colour of a complaint 诉求四色: that of any duty with the same days, of the limit that runs now.
 *
 * @source four-colours §2; other-mechanisms §8
 */
export const complaintColour = (complaint: Told, today: PlainDate, calendar: WorkCalendar): TaskColour =>
  taskColour(factsOf(complaint, calendar), today, calendar)

/** Its clock as a ruler 时限尺; null once it is struck off or refused. */
export const complaintClock = (complaint: Told, today: PlainDate, calendar: WorkCalendar): Clock | null =>
  taskClock(factsOf(complaint, calendar), today, calendar)
