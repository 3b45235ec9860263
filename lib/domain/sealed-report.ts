import type { Level } from './level-scale'
import type { PlainDate } from './plain-date'
import { err, ok, type Result } from './result'
import type { Clock } from './ruler'
import { addWorkdays, type WorkCalendar, workdaysBetween, workdaysLeft } from './work-calendar'

export const REPORT_STATES = [
  'RECEIVED',
  'REGISTERED',
  'ACCEPTED',
  'FORWARDED',
  'RETURNED',
  'TALKING',
  'VERIFYING',
  'SHELVED',
  'CLOSED',
] as const
/** Where a report stands 检举状态: 收到 → 登记 → 分流 → 处置. */
export type ReportState = (typeof REPORT_STATES)[number]

/** What is done with a report, in the order it is offered: 登记, 分流, 告知, 处置, 反馈, and a note of the file. */
export const REPORT_MOVES = [
  'REGISTER',
  'ACCEPT',
  'FORWARD',
  'RETURN',
  'TELL',
  'TALK',
  'VERIFY',
  'SHELVE',
  'CLOSE',
  'ANSWER',
  'NOTE',
] as const
export type ReportMove = (typeof REPORT_MOVES)[number]

/** Moves that say nothing by themselves: where it was sent and why, on what grounds it ended, what its author was told. */
export const WRITTEN_MOVES: readonly ReportMove[] = ['FORWARD', 'RETURN', 'TELL', 'SHELVE', 'CLOSE', 'ANSWER', 'NOTE']

/** States in which nothing more is looked into. 办结 */
export const SETTLED_REPORTS: readonly ReportState[] = ['FORWARDED', 'RETURNED', 'CLOSED']

/**
 * Working days a reporter who gave his name has to be told that his report was taken up, and after it was settled what came
 * of it.
 *
 * @source other-mechanisms §8 (X27): 实名检举控告, 15 and 15 working days
 */
export const TELL_WD = 15
/** Working days to a limit from which it is blue. */
const SOON_WD = 3

/** The facts the limits of a report follow from. */
export type ReportFacts = Readonly<{
  state: ReportState
  filedOn: PlainDate
  /** Whether its author gave his name; null while nobody has registered it. */
  realName: boolean | null
  toldOn: PlainDate | null
  closedOn: PlainDate | null
  answeredOn: PlainDate | null
}>

/** Where a move leads to from a state; a move that leads nowhere leaves it. */
const LEADS: Readonly<Record<ReportState, Readonly<Partial<Record<ReportMove, ReportState>>>>> = {
  RECEIVED: { REGISTER: 'REGISTERED' },
  REGISTERED: { ACCEPT: 'ACCEPTED', FORWARD: 'FORWARDED', RETURN: 'RETURNED' },
  ACCEPTED: {
    FORWARD: 'FORWARDED',
    RETURN: 'RETURNED',
    TALK: 'TALKING',
    VERIFY: 'VERIFYING',
    SHELVE: 'SHELVED',
    CLOSE: 'CLOSED',
  },
  FORWARDED: { ACCEPT: 'ACCEPTED' },
  RETURNED: { ACCEPT: 'ACCEPTED' },
  TALKING: { VERIFY: 'VERIFYING', SHELVE: 'SHELVED', CLOSE: 'CLOSED' },
  VERIFYING: { TALK: 'TALKING', SHELVE: 'SHELVED', CLOSE: 'CLOSED' },
  SHELVED: { TALK: 'TALKING', VERIFY: 'VERIFYING', CLOSE: 'CLOSED' },
  // Somebody brings something new: it is looked into once more.
  CLOSED: { VERIFY: 'VERIFYING' },
}

const isSettled = (state: ReportState): boolean => SETTLED_REPORTS.includes(state)

/** Whether a move can be made now. */
function can(move: ReportMove, { state, toldOn, answeredOn }: ReportFacts): boolean {
  switch (move) {
    case 'NOTE':
      return state !== 'RECEIVED'
    case 'TELL':
      return state !== 'RECEIVED' && state !== 'REGISTERED' && toldOn === null
    case 'ANSWER':
      return isSettled(state) && answeredOn === null
    default:
      return LEADS[state][move] !== undefined
  }
}

/** Whether something of it can be released for supervision 转监督: once somebody has read it, and it was not sent away. */
export const releasable = (state: ReportState): boolean =>
  state !== 'RECEIVED' && state !== 'RETURNED' && state !== 'FORWARDED'

/** What may be done with a report now, in the order it is offered. */
export const movesOf = (facts: ReportFacts): ReportMove[] => REPORT_MOVES.filter((move) => can(move, facts))

/** What a move changes; a day that is not named stays. */
export type ReportChange = Readonly<{
  state: ReportState
  registeredOn?: PlainDate
  realName?: boolean
  acceptedOn?: PlainDate
  closedOn?: PlainDate | null
  toldOn?: PlainDate
  answeredOn?: PlainDate | null
}>

/**
 * What a move does to a report. It is made on the day it is written down and on no other: nobody dates anything back.
 *
 * @returns err REPORT_MOVE_ILLEGAL; REPORT_NAME_UNSAID where it is registered without saying whether its author gave a name
 * @source other-mechanisms §8 (X28): 登记, 分流, 处置四种, 反馈
 */
export function moveReport(
  facts: ReportFacts,
  { kind, on, realName }: Readonly<{ kind: ReportMove; on: PlainDate; realName: boolean | null }>,
): Result<ReportChange> {
  if (!can(kind, facts)) return err({ code: 'REPORT_MOVE_ILLEGAL' })
  const state = LEADS[facts.state][kind] ?? facts.state
  switch (kind) {
    case 'REGISTER':
      return realName === null
        ? err({ code: 'REPORT_NAME_UNSAID', field: 'realName' })
        : ok({ state, registeredOn: on, realName })
    case 'TELL':
      return ok({ state, toldOn: on })
    case 'ANSWER':
      return ok({ state, answeredOn: on })
    case 'NOTE':
      return ok({ state })
    default: {
      const settled = isSettled(state)
      // What is looked into once more is answered once more.
      const again = isSettled(facts.state) && !settled
      return ok({
        state,
        closedOn: settled ? on : null,
        ...(kind === 'ACCEPT' && { acceptedOn: on }),
        ...(again && { answeredOn: null }),
      })
    }
  }
}

/** A limit that runs, and the working days to it; below 0 once it has passed. */
export type ReportLimit = Readonly<{ kind: 'TELL' | 'ANSWER'; from: PlainDate; dueOn: PlainDate; left: number }>

/**
 * The limit that runs for a report 办理时限. Before it is registered nobody knows whether a name was given, and it is treated as
 * if one was; without a name nothing is due.
 *
 * @returns null where nothing is due
 * @source other-mechanisms §8 (X27)
 */
export function reportLimit(facts: ReportFacts, today: PlainDate, calendar: WorkCalendar): ReportLimit | null {
  if (facts.realName === false) return null
  const limit = (kind: ReportLimit['kind'], from: PlainDate): ReportLimit => {
    const dueOn = addWorkdays(calendar, from, TELL_WD)
    return { kind, from, dueOn, left: workdaysLeft(calendar, dueOn, today) }
  }
  if (facts.toldOn === null) return limit('TELL', facts.filedOn)
  if (facts.closedOn !== null && facts.answeredOn === null) return limit('ANSWER', facts.closedOn)
  return null
}

/** The colour of a report: blue three working days ahead of its limit, yellow beyond it, red five working days beyond. */
export function reportLevel(limit: ReportLimit | null): Level {
  if (!limit) return 'GREEN'
  if (limit.left < 0) return limit.left <= -5 ? 'RED' : 'YELLOW'
  return limit.left <= SOON_WD ? 'BLUE' : 'GREEN'
}

/** The limit as a ruler; null where none runs. */
export function reportClock(limit: ReportLimit | null, today: PlainDate, calendar: WorkCalendar): Clock | null {
  if (!limit) return null
  return {
    kind: 'clock',
    whose: 'SPECIAL',
    used: workdaysBetween(calendar, limit.from, today),
    promised: TELL_WD,
    statutory: TELL_WD + 5,
    level: reportLevel(limit),
    paused: false,
  }
}
