import { usedDays } from './agency-clock'
import { addMonths, epochDayOf, type PlainDate, yearOf } from './plain-date'
import type { Pause, ProcedureState } from './procedure'
import { err, type Failure, gathered, ok, type Result } from './result'
import { statutoryWorkdays, type WorkCalendar, workdaysBetween } from './work-calendar'

/** What may be recorded about a procedure 手续动作. OPEN and BLOCK are the graph's own moves. */
export const MOVES = [
  'FILE', // 申报
  'RECEIVE', // 收件
  'WITHDRAW', // 撤件
  'ACCEPT', // 受理
  'NOT_ACCEPT', // 不予受理
  'NOTICE', // 一次性告知补正
  'SUPPLEMENTED', // 补正材料交回
  'SPECIAL', // 进入特别程序
  'SPECIAL_DONE', // 特别程序结束
  'EXTEND', // 延长办理期限
  'FINISH', // 办结
  'FINISH_TOL', // 容缺办结
  'TOL_CLEARED', // 容缺材料补齐
  'REJECT', // 不予许可
  'NOT_APPLICABLE', // 不适用
  'REINSTATE', // 恢复适用
  'OPEN', // 前置已完成, 转待申报
  'BLOCK', // 前置撤回, 转未启动
] as const
export type MoveKind = (typeof MOVES)[number]

/** The part of a procedure that its moves decide; the row in the database is the fold of its events. */
export type ProcedureCase = Readonly<{
  state: ProcedureState
  statutoryWd: number | null
  extensionWd: number
  receivedOn: PlainDate | null
  acceptedOn: PlainDate | null
  finishedOn: PlainDate | null
  rejectedOn: PlainDate | null
  supplementSince: PlainDate | null
  supplementLimitWd: number | null
  specialSince: PlainDate | null
  specialLimitWd: number | null
  toleranceDueOn: PlainDate | null
  pauses: readonly Pause[]
  supplements: number
  naReason: string | null
  certificateNo: string | null
  expiresOn: PlainDate | null
}>

export const NEW_CASE: ProcedureCase = {
  state: 'NOT_STARTED',
  statutoryWd: null,
  extensionWd: 0,
  receivedOn: null,
  acceptedOn: null,
  finishedOn: null,
  rejectedOn: null,
  supplementSince: null,
  supplementLimitWd: null,
  specialSince: null,
  specialLimitWd: null,
  toleranceDueOn: null,
  pauses: [],
  supplements: 0,
  naReason: null,
  certificateNo: null,
  expiresOn: null,
}

export type Move = Readonly<{
  kind: MoveKind
  /** The day it happened. */
  on: PlainDate
  limitWd?: number | null
  days?: number | null
  dueOn?: PlainDate | null
  certificateNo?: string | null
  expiresOn?: PlainDate | null
  /** Days of earlier steps nobody recorded at the time 补录; without them they count from the move's own day. */
  receivedOn?: PlainDate | null
  acceptedOn?: PlainDate | null
  reason?: string | null
  approverId?: string | null
}>

/** A term only whoever records the move can say: the limit of a special procedure, the days of an extension, the day the missing papers are due. */
export type AwaitedTerm = 'limitWd' | 'days' | 'dueOn'
const TERM_OF: Readonly<Partial<Record<MoveKind, AwaitedTerm>>> = {
  SPECIAL: 'limitWd',
  EXTEND: 'days',
  FINISH_TOL: 'dueOn',
}

/**
 * The term a move cannot do without and nobody has said yet: what follows from it is not to be told before.
 *
 * @example awaitedTerm('FINISH_TOL', { dueOn: null }) // 'dueOn'
 */
export function awaitedTerm(kind: MoveKind, terms: Partial<Pick<Move, AwaitedTerm>>): AwaitedTerm | null {
  const term = TERM_OF[kind]
  return term && terms[term] == null ? term : null
}

export type MoveContext = Readonly<{
  today: PlainDate
  calendar: WorkCalendar
  /** Day of the last move still standing; no move happens before it. */
  lastOn: PlainDate | null
  statutory: Readonly<{ days: number; unit: 'WD' | 'CD' }> | null
  acceptWd: number
  supplementLimitWd: number
  toleranceLimitWd: number
  maxExtensionWd: number
  validityMonths: number | null
}>

const FROM: Readonly<Record<MoveKind, readonly ProcedureState[]>> = {
  FILE: ['NOT_STARTED', 'READY', 'WITHDRAWN', 'REJECTED'],
  RECEIVE: ['NOT_STARTED', 'READY', 'WITHDRAWN', 'REJECTED'],
  WITHDRAW: ['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'],
  ACCEPT: ['RECEIVED', 'READY', 'NOT_STARTED'],
  NOT_ACCEPT: ['RECEIVED'],
  NOTICE: ['RECEIVED', 'ACCEPTED'],
  SUPPLEMENTED: ['SUPPLEMENT'],
  SPECIAL: ['ACCEPTED'],
  SPECIAL_DONE: ['SPECIAL'],
  EXTEND: ['ACCEPTED', 'SUPPLEMENT', 'SPECIAL'],
  FINISH: ['RECEIVED', 'ACCEPTED', 'READY', 'NOT_STARTED'],
  FINISH_TOL: ['RECEIVED', 'ACCEPTED'],
  TOL_CLEARED: ['DONE_TOL'],
  REJECT: ['ACCEPTED'],
  NOT_APPLICABLE: ['NOT_STARTED', 'READY', 'RECEIVED', 'WITHDRAWN', 'REJECTED'],
  REINSTATE: ['NA'],
  OPEN: ['NOT_STARTED'],
  BLOCK: ['READY'],
}

/** Moves that must say why, and those somebody else must have approved. */
export const REASON_REQUIRED: ReadonlySet<MoveKind> = new Set([
  'WITHDRAW',
  'NOT_ACCEPT',
  'NOTICE',
  'SPECIAL',
  'EXTEND',
  'FINISH_TOL',
  'REJECT',
  'NOT_APPLICABLE',
  'REINSTATE',
])
export const APPROVER_REQUIRED: ReadonlySet<MoveKind> = new Set(['EXTEND', 'NOT_APPLICABLE', 'REINSTATE'])

/** States in which nothing more is to be done for the procedure. */
export const FINISHED_STATES: ReadonlySet<ProcedureState> = new Set(['DONE', 'DONE_TOL', 'NA'])

/** Moves that are possible in a state, in the order people use them. */
export const movesFrom = (state: ProcedureState): readonly MoveKind[] =>
  MOVES.filter((kind) => kind !== 'OPEN' && kind !== 'BLOCK' && FROM[kind].includes(state))

/**
 * Longest extension an item allows, in working days.
 *
 * @source 行政许可法-42: ten days with the approval of the agency's head; 核准备案条例-10: forty days for 核准 (LX02);
 *         市场主体登记管理条例-19: three days (ZY03)
 */
export const maxExtensionOf = (code: string): number => (code === 'LX02' ? 40 : code === 'ZY03' ? 3 : 10)

/** Everything a fresh filing forgets. Earlier rounds stay in the events. */
const CLEARED: Partial<ProcedureCase> = {
  statutoryWd: null,
  extensionWd: 0,
  acceptedOn: null,
  finishedOn: null,
  rejectedOn: null,
  supplementSince: null,
  supplementLimitWd: null,
  specialSince: null,
  specialLimitWd: null,
  toleranceDueOn: null,
  pauses: [],
}

const ended = (from: PlainDate | null, to: PlainDate, kind: Pause['kind']): Pause[] =>
  from ? [{ from, to, kind }] : []

function accepted(context: MoveContext, acceptedOn: PlainDate): Partial<ProcedureCase> {
  const statutoryWd = context.statutory
    ? statutoryWorkdays(context.statutory.days, context.statutory.unit, acceptedOn, context.calendar)
    : null
  return { state: 'ACCEPTED', acceptedOn, statutoryWd }
}

/** Whether the five days of acceptance have run out by `on` with nothing said 视为受理. */
const isDeemed = (current: ProcedureCase, on: PlainDate, context: MoveContext): boolean =>
  current.receivedOn !== null &&
  current.acceptedOn === null &&
  workdaysBetween(context.calendar, current.receivedOn, on) > context.acceptWd

/**
 * Day on which an application counts as accepted when the agency accepts it on `on` 视为受理.
 *
 * @source 行政许可法-32(4): neither accepted nor told at once within five days, it counts as accepted from receipt (K5)
 */
function acceptanceDay(current: ProcedureCase, on: PlainDate, context: MoveContext): PlainDate {
  return (isDeemed(current, on, context) && current.receivedOn) || on
}

/** Receipt and acceptance, the receipt as recorded or as said with the move. */
function begun(
  current: ProcedureCase,
  move: Move,
  acceptedOn: PlainDate,
  context: MoveContext,
): Partial<ProcedureCase> {
  const receivedOn = current.receivedOn ?? move.receivedOn ?? acceptedOn
  return { receivedOn, ...accepted(context, acceptanceDay({ ...current, receivedOn }, acceptedOn, context)) }
}

/**
 * Decides a move: the facts it changes, or why it is refused.
 *
 * The answer is stored with the event, so that folding the events gives the same facts whatever calendar or
 * parameters are in force later.
 *
 * @returns err ILLEGAL_MOVE; what is wrong in several fields is refused at once: FUTURE_DATE, CALENDAR_MISSING (before the days the calendar can count), BEFORE_LAST_MOVE,
 *          REASON_MISSING, APPROVER_MISSING, LIMIT_INVALID, LIMIT_MISSING, DEEMED_ACCEPTED, DUE_BEFORE_MOVE,
 *          EXTENSION_TOO_LONG, EXTENSION_TOO_LATE, EXPIRES_BEFORE_FINISH
 * @source 行政许可法-32, 行政许可法-42, 行政许可法-45; K4, K5, K6, K10, K14 of the colour rules
 */
export function decideMove(current: ProcedureCase, move: Move, context: MoveContext): Result<Partial<ProcedureCase>> {
  const { kind, on } = move
  if (!FROM[kind].includes(current.state)) return err({ code: 'ILLEGAL_MOVE', move: kind, state: current.state })
  const wrong = gathered(
    wrongDay(move, context),
    REASON_REQUIRED.has(kind) && !move.reason?.trim() ? { code: 'REASON_MISSING', move: kind } : null,
    APPROVER_REQUIRED.has(kind) && !move.approverId ? { code: 'APPROVER_MISSING', move: kind } : null,
    wrongTerms(current, move, context),
  )
  if (wrong) return err(wrong)

  switch (kind) {
    case 'FILE':
    case 'RECEIVE':
      return ok({ ...CLEARED, state: 'RECEIVED', receivedOn: on })
    case 'WITHDRAW':
      return ok({ ...CLEARED, state: 'WITHDRAWN', receivedOn: null })
    case 'ACCEPT':
      return ok(begun(current, move, on, context))
    case 'NOT_ACCEPT':
      // What counts as accepted can only be decided, no longer turned away.
      if (isDeemed(current, on, context)) return err({ code: 'DEEMED_ACCEPTED', received: current.receivedOn })
      return ok({ ...CLEARED, state: 'READY', receivedOn: null })
    case 'NOTICE':
      return ok({
        // A notice after the five days does not undo acceptance: the clock has run since receipt.
        ...(isDeemed(current, on, context) ? accepted(context, acceptanceDay(current, on, context)) : {}),
        state: 'SUPPLEMENT',
        supplementSince: on,
        supplementLimitWd: move.limitWd ?? context.supplementLimitWd,
        supplements: current.supplements + 1,
      })
    case 'SUPPLEMENTED': {
      const back = { supplementSince: null, supplementLimitWd: null }
      // Told before acceptance: the complete papers arrive today, the five days start again.
      if (!current.acceptedOn) return ok({ ...back, state: 'RECEIVED', receivedOn: on })
      return ok({
        ...back,
        state: 'ACCEPTED',
        pauses: [...current.pauses, ...ended(current.supplementSince, on, 'SUPPLEMENT')],
      })
    }
    case 'SPECIAL':
      return ok({ state: 'SPECIAL', specialSince: on, specialLimitWd: move.limitWd ?? null })
    case 'SPECIAL_DONE':
      return ok({
        state: 'ACCEPTED',
        specialSince: null,
        specialLimitWd: null,
        pauses: [...current.pauses, ...ended(current.specialSince, on, 'SPECIAL')],
      })
    case 'EXTEND':
      return decideExtension(current, move, context)
    case 'FINISH':
    case 'FINISH_TOL':
      return decideFinish(current, move, context)
    case 'TOL_CLEARED':
      return ok({ state: 'DONE', toleranceDueOn: null })
    case 'REJECT':
      return ok({ state: 'REJECTED', rejectedOn: on, finishedOn: on })
    case 'NOT_APPLICABLE':
      return ok({ ...CLEARED, state: 'NA', receivedOn: null, naReason: move.reason?.trim() ?? null })
    case 'REINSTATE':
    case 'BLOCK':
      return ok({ state: 'NOT_STARTED', naReason: null })
    case 'OPEN':
      return ok({ state: 'READY' })
  }
}

/** Why the days of a move cannot be, before anything is counted from them. */
function wrongDay(move: Move, { today, calendar, lastOn }: MoveContext): Failure | null {
  const { on } = move
  if (on > today) return { code: 'FUTURE_DATE', on, today }
  for (const [field, day] of [
    ['on', on] as const,
    ['receivedOn', move.receivedOn] as const,
    ['acceptedOn', move.acceptedOn] as const,
  ])
    if (day && epochDayOf(day) < calendar.first)
      return { code: 'CALENDAR_MISSING', year: yearOf(day), ...(field === 'on' ? {} : { field }) }
  return lastOn && on < lastOn ? { code: 'BEFORE_LAST_MOVE', on, last: lastOn } : null
}

/** What is missing or impossible in the terms of a move, each at its own field. */
function wrongTerms(current: ProcedureCase, move: Move, context: MoveContext): Failure | null {
  const { kind, on, limitWd } = move
  if (limitWd != null && (!Number.isInteger(limitWd) || limitWd < 1 || limitWd > 250))
    return { code: 'LIMIT_INVALID', value: limitWd }
  switch (kind) {
    case 'SPECIAL':
      // 行政许可法-45: the applicant is told in writing how long it takes.
      return limitWd == null ? { code: 'LIMIT_MISSING' } : null
    case 'EXTEND': {
      const days = move.days ?? 0
      if (!Number.isInteger(days) || days < 1) return { code: 'LIMIT_INVALID', value: days, field: 'days' }
      const max = context.maxExtensionWd
      return current.extensionWd + days > max ? { code: 'EXTENSION_TOO_LONG', max } : null
    }
    case 'FINISH':
      return expiredBefore(move)
    case 'FINISH_TOL': {
      const { dueOn } = move
      const due = !dueOn ? { code: 'DUE_MISSING' } : dueOn < on ? { code: 'DUE_BEFORE_MOVE', on, dueOn } : null
      return gathered(expiredBefore(move), due)
    }
    default:
      return null
  }
}

const expiredBefore = ({ on, expiresOn }: Move): Failure | null =>
  expiresOn && expiresOn < on ? { code: 'EXPIRES_BEFORE_FINISH', on, expiresOn } : null

function decideExtension(current: ProcedureCase, move: Move, context: MoveContext): Result<Partial<ProcedureCase>> {
  // The law lets a running limit be extended, not one that has passed.
  if (current.acceptedOn && current.statutoryWd !== null) {
    const used = usedDays(current, current.acceptedOn, move.on, context.calendar)
    if (used > current.statutoryWd + current.extensionWd) return err({ code: 'EXTENSION_TOO_LATE', used })
  }
  return ok({ extensionWd: current.extensionWd + (move.days ?? 0) })
}

function decideFinish(current: ProcedureCase, move: Move, context: MoveContext): Result<Partial<ProcedureCase>> {
  const { on } = move
  const expiresOn = move.expiresOn ?? (context.validityMonths ? addMonths(on, context.validityMonths) : null)
  // Decided on the spot 即办, or recorded late: received, accepted and finished in one move.
  const start: Partial<ProcedureCase> = current.acceptedOn ? {} : begun(current, move, move.acceptedOn ?? on, context)
  const done = { ...start, finishedOn: on, certificateNo: move.certificateNo?.trim() || null, expiresOn }
  if (move.kind === 'FINISH') return ok({ ...done, state: 'DONE' })
  return ok({ ...done, state: 'DONE_TOL', toleranceDueOn: move.dueOn ?? null })
}

export type RecordedMove = Readonly<{ seq: number; takesBack: number | null; set: Partial<ProcedureCase> }>

/**
 * The moves that still stand, in order: neither taken back nor a taking back.
 *
 * @example standingMoves([{ seq: 1, takesBack: null }, { seq: 2, takesBack: 1 }]) // []
 */
export function standingMoves<M extends Readonly<{ seq: number; takesBack: number | null }>>(
  moves: readonly M[],
): readonly M[] {
  const gone = new Set(moves.flatMap((m) => (m.takesBack === null ? [] : [m.takesBack, m.seq])))
  return moves.filter((m) => !gone.has(m.seq)).toSorted((a, b) => a.seq - b.seq)
}

/**
 * Folds the recorded moves into the facts they leave; a taken-back move and the taking back itself leave nothing.
 *
 * @example replay([{ seq: 1, takesBack: null, set: { state: 'READY' } }]).state // 'READY'
 */
export const replay = (moves: readonly RecordedMove[], start: ProcedureCase = NEW_CASE): ProcedureCase =>
  Object.assign({}, start, ...standingMoves(moves).map((m) => m.set))
