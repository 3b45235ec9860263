import { addDays, type PlainDate } from '../plain-date'
import { err, gathered, ok, type Result } from '../result'
import { type WorkCalendar, workdayFrom, workdaysBetween } from '../work-calendar'
import { type ComplaintCase, type ComplaintState, isSatisfied, UNANSWERED } from './complaint'
import { refusesRoute } from './routing'
import { answerBy, moreBy, PASS_DAYS } from './term'

export const COMPLAINT_MOVES = [
  'RECEIVE', // 受理
  'PASS', // 转办
  'RETURN', // 退回
  'ASK_MORE', // 申请延期
  'EXTEND', // 同意延期
  'DENY_MORE', // 不同意延期
  'REPORT', // 告知进展
  'ANSWER', // 答复
  'RATE', // 评价
  'ADD', // 补充
  'URGE', // 催办
  'REVISIT', // 回访
  'CLOSE', // 销号
  'REDO', // 重办
  'REFUSE', // 不予受理
  'NOTE', // 内部记录
] as const
export type ComplaintMoveKind = (typeof COMPLAINT_MOVES)[number]
/** What its history knows besides: how it came in, what it belongs to, what it repeats. */
export type ComplaintStepKind = ComplaintMoveKind | 'FILE' | 'RELATE' | 'REPEAT'

/** What somebody is to a complaint: who leads it, whose unit handles it, who supervises, who said it. */
export type ComplaintPart = 'STEER' | 'HANDLE' | 'SUPERVISE' | 'FILER'

export type ComplaintMove = Readonly<{
  kind: ComplaintMoveKind
  on: PlainDate
  /** The unit it goes to, and whose unit the supervisor of its point is of. */
  unitId?: string | null
  supervisorUnitId?: string | null
  /** The unit it is about, as whoever accepts it reads it. */
  againstId?: string | null
  text?: string | null
  rating?: number | null
  good?: boolean | null
}>

const BEFORE_ANSWER: readonly ComplaintState[] = ['FILED', 'RECEIVED', 'IN_HAND']

const FROM: Readonly<Record<ComplaintMoveKind, readonly ComplaintState[]>> = {
  RECEIVE: ['FILED'],
  PASS: ['RECEIVED', 'IN_HAND'],
  RETURN: ['IN_HAND'],
  ASK_MORE: ['IN_HAND'],
  EXTEND: ['IN_HAND'],
  DENY_MORE: ['IN_HAND'],
  REPORT: ['IN_HAND'],
  ANSWER: ['IN_HAND'],
  RATE: ['ANSWERED', 'CLOSED'],
  ADD: [...BEFORE_ANSWER, 'ANSWERED'],
  URGE: BEFORE_ANSWER,
  REVISIT: ['ANSWERED'],
  CLOSE: ['ANSWERED'],
  REDO: ['ANSWERED', 'CLOSED'],
  REFUSE: ['FILED', 'RECEIVED'],
  NOTE: [...BEFORE_ANSWER, 'ANSWERED', 'CLOSED'],
}

/** Whose move it is. */
const PARTS: Readonly<Record<ComplaintMoveKind, readonly ComplaintPart[]>> = {
  RECEIVE: ['STEER'],
  PASS: ['STEER'],
  RETURN: ['HANDLE'],
  ASK_MORE: ['HANDLE'],
  EXTEND: ['STEER'],
  DENY_MORE: ['STEER'],
  REPORT: ['HANDLE'],
  ANSWER: ['HANDLE'],
  RATE: ['FILER'],
  ADD: ['FILER'],
  URGE: ['FILER'],
  REVISIT: ['STEER', 'SUPERVISE'],
  CLOSE: ['STEER'],
  REDO: ['STEER', 'SUPERVISE'],
  REFUSE: ['STEER'],
  NOTE: ['STEER', 'HANDLE'],
}

const WANTS_TEXT: ReadonlySet<ComplaintMoveKind> = new Set([
  'RETURN',
  'ASK_MORE',
  'DENY_MORE',
  'REPORT',
  'ANSWER',
  'ADD',
  'REVISIT',
  'REDO',
  'REFUSE',
  'NOTE',
])

/** Last day on which a unit may give back what is not its own. */
export const returnBy = (passedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayFrom(calendar, addDays(passedOn, PASS_DAYS))

/** Working days after which somebody who left no way to reach him is not waited for any longer. */
export const SILENT_WD = 10

/**
 * Whether an answered complaint may be struck off 销号: whoever said it is satisfied, or was asked since, or cannot be asked and
 * has said nothing in ten working days. Dissatisfaction needs somebody who asks.
 *
 * @source other-mechanisms §8: 答复 → 评价 → 回访 → 销号/重办
 */
export function mayStrikeOff(
  { answeredOn, rating, revisitOn, revisitGood, reachable }: ComplaintCase,
  today: PlainDate,
  calendar: WorkCalendar,
): boolean {
  if (!answeredOn) return false
  if (revisitOn && revisitOn >= answeredOn) return revisitGood !== false
  if (rating !== null) return isSatisfied(rating)
  return !reachable && workdaysBetween(calendar, answeredOn, today) >= SILENT_WD
}

/** Who moves, and the day it is. */
export type ComplaintContext = Readonly<{
  today: PlainDate
  calendar: WorkCalendar
  parts: ReadonlySet<ComplaintPart>
}>

const stands = (complaint: ComplaintCase, kind: ComplaintMoveKind, { today, calendar }: ComplaintContext): boolean => {
  switch (kind) {
    case 'RETURN':
      return complaint.passedOn !== null && today <= returnBy(complaint.passedOn, calendar)
    case 'ASK_MORE':
      return !complaint.extended && complaint.askedOn === null && complaint.dueOn !== null && today <= complaint.dueOn
    case 'EXTEND':
    case 'DENY_MORE':
      return complaint.askedOn !== null
    case 'RATE':
      return complaint.rating === null
    case 'CLOSE':
      return mayStrikeOff(complaint, today, calendar)
    default:
      return true
  }
}

/**
 * Moves somebody may make about a complaint now, in the order people use them.
 *
 * @example complaintMoves(fresh, { today, calendar, parts: new Set(['STEER']) }) // ['RECEIVE', 'REFUSE', 'NOTE']
 */
export const complaintMoves = (complaint: ComplaintCase, context: ComplaintContext): readonly ComplaintMoveKind[] =>
  COMPLAINT_MOVES.filter(
    (kind) =>
      FROM[kind].includes(complaint.state) &&
      PARTS[kind].some((part) => context.parts.has(part)) &&
      stands(complaint, kind, context),
  )

/** Where a complaint goes that was answered and is not done with 重办: the same unit, a new term, nothing rated. */
const redone = (complaint: ComplaintCase, today: PlainDate, calendar: WorkCalendar): Partial<ComplaintCase> => ({
  state: 'IN_HAND',
  dueOn: answerBy(today, calendar),
  ...UNANSWERED,
  reopened: complaint.reopened + 1,
})

/** What a move that is in order changes. */
function changed(complaint: ComplaintCase, move: ComplaintMove, calendar: WorkCalendar): Partial<ComplaintCase> {
  const { kind, on } = move
  const text = move.text?.trim() || null
  switch (kind) {
    case 'RECEIVE':
      return {
        state: 'RECEIVED',
        receivedOn: on,
        waitsSince: on,
        dueOn: answerBy(on, calendar),
        againstId: move.againstId ?? complaint.againstId,
      }
    case 'PASS':
      return { state: 'IN_HAND', passedOn: on, waitsSince: null, leadId: move.unitId ?? null, askedOn: null }
    case 'RETURN':
      return { state: 'RECEIVED', waitsSince: on, leadId: null, askedOn: null }
    case 'ASK_MORE':
      return { askedOn: on }
    case 'EXTEND':
      return { extended: true, askedOn: null, dueOn: complaint.dueOn && moreBy(complaint.dueOn, calendar) }
    case 'DENY_MORE':
      return { askedOn: null }
    case 'ANSWER':
      return { state: 'ANSWERED', answer: text, answeredOn: on, askedOn: null }
    case 'RATE':
      return { rating: move.rating ?? null, ratedOn: on }
    case 'URGE':
      return { urged: complaint.urged + 1 }
    case 'REVISIT':
      return { revisit: text, revisitOn: on, revisitGood: move.good ?? null }
    case 'CLOSE':
      return { state: 'CLOSED', closedOn: on }
    case 'REDO':
      return redone(complaint, on, calendar)
    case 'REFUSE':
      return { state: 'REFUSED', refusal: text, closedOn: on, waitsSince: null }
    default:
      return {}
  }
}

/**
 * Where a complaint goes that nobody took up yet and that says again what is in hand already 并件: it is not handled a second time, and
 * whoever said it reads how the first one stands.
 *
 * @param first number of the one that goes on
 * @source 河南省优化营商环境条例-78; other-mechanisms §8 (repeat %)
 */
export const mergedInto = (first: number, on: PlainDate): Partial<ComplaintCase> => ({
  state: 'REFUSED',
  refusal: `与诉求${first}是同一件事，并入该件一起办理。`,
  closedOn: on,
  waitsSince: null,
})

/**
 * Whether a complaint ended because it went on with an earlier one 已并入, and not because somebody would not take it up; one that
 * was taken up stays its own, also where it repeats another.
 */
export const isMerged = (
  { state, receivedOn }: Pick<ComplaintCase, 'state' | 'receivedOn'>,
  repeats: boolean,
): boolean => state === 'REFUSED' && receivedOn === null && repeats

/**
 * Where a move takes a complaint, or why it cannot.
 *
 * @returns err COMPLAINT_MOVE_ILLEGAL; then COMPLAINT_TEXT_MISSING, COMPLAINT_UNIT_MISSING, COMPLAINT_SAME_UNIT,
 *          COMPLAINT_ROUTE_AGAINST, COMPLAINT_ROUTE_SUPERVISOR, COMPLAINT_RATING_MISSING
 * @source other-mechanisms §8; 河南省优化营商环境条例-78
 */
export function moveComplaint(
  complaint: ComplaintCase,
  move: ComplaintMove,
  context: ComplaintContext,
): Result<Partial<ComplaintCase>> {
  const { kind } = move
  if (!complaintMoves(complaint, context).includes(kind))
    return err({ code: 'COMPLAINT_MOVE_ILLEGAL', move: kind, state: complaint.state })
  const unitId = kind === 'PASS' ? (move.unitId ?? null) : null
  const route =
    unitId && refusesRoute(unitId, { againstId: complaint.againstId, supervisorUnitId: move.supervisorUnitId ?? null })
  const wrong = gathered(
    WANTS_TEXT.has(kind) && !move.text?.trim() ? { code: 'COMPLAINT_TEXT_MISSING', field: 'text' } : null,
    kind === 'PASS' && !unitId ? { code: 'COMPLAINT_UNIT_MISSING', field: 'unitId' } : null,
    unitId && unitId === complaint.leadId ? { code: 'COMPLAINT_SAME_UNIT', field: 'unitId' } : null,
    route ? { code: route, field: 'unitId' } : null,
    kind === 'RATE' && !(move.rating && move.rating >= 1 && move.rating <= 5)
      ? { code: 'COMPLAINT_RATING_MISSING', field: 'rating' }
      : null,
  )
  return wrong ? err(wrong) : ok(changed(complaint, move, context.calendar))
}
