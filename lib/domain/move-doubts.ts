import { type PlainDate, yearOf } from './plain-date'
import type { ProcedureState } from './procedure'
import { FINISHED_STATES, type Move, type MoveKind, type ProcedureCase } from './procedure-move'
import { err, ok, type Result } from './result'
import type { WorkCalendar } from './work-calendar'

/** Days of earlier steps 收件, 受理 that a later step implies where nobody has recorded them. */
export type StepDay = 'receivedOn' | 'acceptedOn'

/** How an item can have gone on although what it waits for is open, or before the project was entered here 特殊情况. */
export const DESPITE = ['PARALLEL', 'TOLERANCE', 'UNRECORDED', 'BEFORE_ENTRY', 'OTHER'] as const
export type Despite = (typeof DESPITE)[number]

/** Moves that say an item has gone on: they are asked about what it waits for. */
const GOES_ON: ReadonlySet<MoveKind> = new Set(['FILE', 'RECEIVE', 'ACCEPT', 'FINISH', 'FINISH_TOL'])

/**
 * The earlier days a move implies and nobody has recorded; they are recorded with it 补录.
 *
 * @example impliedDays(NEW_CASE, 'FINISH') // ['receivedOn', 'acceptedOn']
 */
export function impliedDays(current: ProcedureCase, kind: MoveKind): readonly StepDay[] {
  if (kind === 'ACCEPT') return current.receivedOn ? [] : ['receivedOn']
  if (kind !== 'FINISH' && kind !== 'FINISH_TOL') return []
  if (current.acceptedOn) return []
  return current.receivedOn ? ['acceptedOn'] : ['receivedOn', 'acceptedOn']
}

/**
 * The day an implied step is proposed with: what is done on the spot 即办 was received and accepted the same day, what was
 * received counts from receipt. Of anything else the papers know the day, and nobody guesses it.
 */
export function proposedDay(
  current: ProcedureCase,
  move: Pick<Move, 'kind' | 'on'>,
  step: StepDay,
  promisedWd: number,
): PlainDate | null {
  if (step === 'acceptedOn' && current.receivedOn) return current.receivedOn
  return move.kind === 'ACCEPT' || promisedWd <= 1 ? move.on : null
}

/** A move with the implied days that go without saying, where nobody said others. */
export function withSteps(current: ProcedureCase, move: Move, promisedWd: number): Move {
  const steps = impliedDays(current, move.kind).map(
    (step) => [step, move[step] ?? proposedDay(current, move, step, promisedWd)] as const,
  )
  return { ...move, receivedOn: undefined, acceptedOn: undefined, ...Object.fromEntries(steps) }
}

/**
 * Whether every implied day is said, and in its order: received, accepted, finished.
 *
 * @param lastOn day of the last move still standing
 * @returns err STEP_MISSING, STEP_TOO_EARLY, STEP_TOO_LATE; each names its field
 */
export function checkSteps(current: ProcedureCase, move: Move, lastOn: PlainDate | null): Result<null> {
  let last = lastOn
  for (const field of impliedDays(current, move.kind)) {
    const day = move[field]
    if (!day) return err({ code: 'STEP_MISSING', field })
    if (last && day < last) return err({ code: 'STEP_TOO_EARLY', field, on: day, last })
    if (day > move.on) return err({ code: 'STEP_TOO_LATE', field, on: day, limit: move.on })
    last = day
  }
  return ok(null)
}

/**
 * Whether the days of a move lie in years the calendar knows: before its first one nobody can count, and weekdays are not
 * working days. What is recorded already is not asked again.
 *
 * @returns err BEFORE_CALENDAR; names its field
 * @source four-colours §11: dates inside an unpublished year are refused, never silently computed
 */
export function checkCalendar(
  current: ProcedureCase,
  move: Move,
  { years }: Pick<WorkCalendar, 'years'>,
): Result<null> {
  const year = Math.min(...years)
  const steps = impliedDays(current, move.kind).map((field) => [field, move[field]] as const)
  for (const [field, day] of [...steps, ['on', move.on] as const])
    if (day && day !== current.receivedOn && years.size > 0 && yearOf(day) < year)
      return err({ code: 'BEFORE_CALENDAR', field, on: day, year })
  return ok(null)
}

/** An item of the same project, as far as another waits for it. */
export type Neighbour = Readonly<{
  code: string
  state: ProcedureState
  finishedOn: PlainDate | null
  predecessors: readonly string[]
}>

/** What was said of an item before: it is not asked twice. */
export type Acknowledged = Readonly<{ codes: ReadonlySet<string>; entry: boolean }>

/** What does not go together in a move, to be confirmed by whoever makes it 存疑. */
export type MoveDoubts = Readonly<{
  /** Items it waits for that are not finished here. */
  open: readonly string[]
  /** Items it waits for that were finished only after the day the move speaks of. */
  later: readonly Readonly<{ code: string; on: PlainDate }>[]
  /** Day the project was entered, when the move lies before it. */
  enteredOn: PlainDate | null
}>

/** A permit the works wait for 开工条件, as far as a start is doubted by it. */
export type Permit = Readonly<{ code: string; state: ProcedureState; finishedOn: PlainDate | null }>

/**
 * What speaks against the works having begun on a day 开工存疑: permits that are not finished, or only after that day, and a
 * day before the project was entered here.
 *
 * @param permits   those the template calls conditions of the start; what does not apply is not waited for
 * @param enteredOn day the project was entered; null where older days are to be expected, as from a ledger
 * @returns null when nothing does
 * @source 客户口径 2026-11-23; procedures.md §4 开工条件
 */
export function startDoubts(permits: readonly Permit[], on: PlainDate, enteredOn: PlainDate | null): MoveDoubts | null {
  const waited = permits.filter(({ state }) => state !== 'NA')
  const open = waited.filter(({ state }) => !FINISHED_STATES.has(state)).map(({ code }) => code)
  const later = waited.flatMap(({ code, state, finishedOn }) =>
    FINISHED_STATES.has(state) && finishedOn && finishedOn > on ? [{ code, on: finishedOn }] : [],
  )
  const early = enteredOn && on < enteredOn ? enteredOn : null
  return open.length + later.length > 0 || early ? { open, later, enteredOn: early } : null
}

/** Predecessors that hold in this project: one that does not apply is looked through (procedures.md §4). */
function holding(item: Neighbour, byCode: ReadonlyMap<string, Neighbour>): Neighbour[] {
  const found = new Map<string, Neighbour>()
  const seen = new Set([item.code])
  const look = (codes: readonly string[]) => {
    for (const code of codes) {
      const before = byCode.get(code)
      if (!before || seen.has(code)) continue
      seen.add(code)
      if (before.state === 'NA') look(before.predecessors)
      else found.set(code, before)
    }
  }
  look(item.predecessors)
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/**
 * What somebody has to confirm before a move is recorded: it can be so, but the record says otherwise.
 *
 * @param days every day the move speaks of, its own and the implied ones
 * @param said what was confirmed with earlier moves that still stand
 * @returns null when there is nothing to ask, which is the ordinary case
 * @source 客户口径 2026-11-23; procedures.md §4
 */
export function doubtsOf(
  item: Neighbour,
  byCode: ReadonlyMap<string, Neighbour>,
  kind: MoveKind,
  days: readonly PlainDate[],
  enteredOn: PlainDate,
  said: Acknowledged,
): MoveDoubts | null {
  if (!GOES_ON.has(kind)) return null
  const first = days.reduce((a, b) => (a < b ? a : b))
  const before = holding(item, byCode).filter(({ code }) => !said.codes.has(code))
  const open = before.filter(({ state }) => !FINISHED_STATES.has(state)).map(({ code }) => code)
  const later = before.flatMap(({ code, state, finishedOn }) =>
    FINISHED_STATES.has(state) && finishedOn && finishedOn > first ? [{ code, on: finishedOn }] : [],
  )
  const early = first < enteredOn && !said.entry ? enteredOn : null
  return open.length + later.length > 0 || early ? { open, later, enteredOn: early } : null
}
