import type { StatutoryLimit } from './catalog-item'
import type { LedgerChange } from './ledger-pen'
import type { LedgerNote } from './ledger-row'
import { impliedDays } from './move-doubts'
import type { PlainDate } from './plain-date'
import { PLAN_MOVES_MAX } from './plan-change'
import { planDayRefusal } from './plan-day'
import type { ProcedureState } from './procedure'
import type { ProcedureRow } from './procedure-ledger'
import { promiseNote } from './procedure-ledger-promise'
import { decideMove, type Move, type MoveContext, type MoveKind, type ProcedureCase } from './procedure-move'
import type { Failure } from './result'

/** A procedure as far as a ledger can speak of it. */
export type KnownProcedure = Readonly<{
  facts: ProcedureCase
  promisedWd: number
  statutory: StatutoryLimit
  planSubmitOn: PlainDate | null
  planFinishOn: PlainDate | null
  /** How often its plan has moved. */
  planMoves: number
}>

/** What a row does to its procedure: moves anybody could make by hand, a plan, a promise and who has it. */
export type ProcedurePlan = Readonly<{
  moves: readonly Readonly<{ move: Move; from: ProcedureState; set: Partial<ProcedureCase> }>[]
  planFinishOn: PlainDate | null
  /** Null where it stays. */
  promisedWd: number | null
  handlerId: string | null
  changes: readonly LedgerChange[]
  notes: readonly LedgerNote[]
}>

const NOT_BEGUN: readonly ProcedureState[] = ['NOT_STARTED', 'READY', 'WITHDRAWN', 'REJECTED']
const OPEN_STATES: readonly ProcedureState[] = [...NOT_BEGUN, 'RECEIVED', 'ACCEPTED']

/** Days the record has: of what was refused, the day of the refusal stands where a finish would. */
const recordedDays = (facts: ProcedureCase) => ({ ...facts, finishedOn: facts.finishedOn ?? facts.rejectedOn })

/** The state a row means where it names none: the latest of its days that is new. Days on record begin nothing anew. */
function impliedState({ days }: ProcedureRow, facts: ProcedureCase): ProcedureState {
  const { state } = facts
  const known = recordedDays(facts)
  const isNew = (field: 'receivedOn' | 'acceptedOn' | 'finishedOn') => days[field] && days[field] !== known[field]
  if (isNew('finishedOn') && OPEN_STATES.includes(state)) return 'DONE'
  if (isNew('acceptedOn') && [...NOT_BEGUN, 'RECEIVED'].includes(state)) return 'ACCEPTED'
  return isNew('receivedOn') && NOT_BEGUN.includes(state) ? 'RECEIVED' : state
}

/** Moves from one state to another with the days a ledger gives; null where a ledger cannot say enough. */
function movesTo(target: ProcedureState, row: ProcedureRow, current: ProcedureState, today: PlainDate): Move[] | null {
  const { receivedOn, acceptedOn, finishedOn, expiresOn } = row.days
  const move = (kind: MoveKind, on: PlainDate, more: Partial<Move> = {}): Move => ({ kind, on, ...more })
  const begun = NOT_BEGUN.includes(current)
  const received = begun && receivedOn ? [move('RECEIVE', receivedOn)] : []
  const accepted = (begun || current === 'RECEIVED') && acceptedOn ? [move('ACCEPT', acceptedOn)] : []
  if (target === 'NA') return [move('NOT_APPLICABLE', today, { reason: row.note })]
  if (!OPEN_STATES.includes(current)) return null
  switch (target) {
    case 'RECEIVED':
      return received.length > 0 ? received : null
    case 'ACCEPTED':
      return accepted.length > 0 ? [...received, ...accepted] : null
    case 'DONE':
      return finishedOn
        ? [...received, ...accepted, move('FINISH', finishedOn, { certificateNo: row.certificate, expiresOn })]
        : null
    case 'REJECTED':
      return finishedOn ? [...received, ...accepted, move('REJECT', finishedOn, { reason: row.note })] : null
    default:
      return null
  }
}

const error = (code: string, params: LedgerNote['params'] = {}): LedgerNote => ({ severity: 'error', code, params })

/** Cells a refusal is about where it is not the day of the move. */
const CELL_OF: Readonly<Record<string, string>> = {
  REASON_MISSING: 'procedure.note',
  EXPIRES_BEFORE_FINISH: 'procedure.expiresOn',
  PLAN_BEFORE_CALENDAR: 'procedure.planOn',
}
const DAY_OF: Readonly<Partial<Record<MoveKind, string>>> = {
  RECEIVE: 'procedure.receivedOn',
  ACCEPT: 'procedure.acceptedOn',
  FINISH: 'procedure.finishedOn',
  REJECT: 'procedure.finishedOn',
  NOT_APPLICABLE: 'procedure.state',
}

/** A refusal of a move as a remark beside its cell; its sentence is the one a form would give. */
function refusal({ code, ...params }: Failure, kind: MoveKind): LedgerNote {
  const plain = Object.entries(params).flatMap(([name, value]): [string, string | number][] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
  )
  const field = CELL_OF[code] ?? DAY_OF[kind] ?? 'procedure.state'
  return error(code, { ...Object.fromEntries(plain), field, refusal: 'yes' })
}

/** Days that are recorded already and that a ledger states otherwise: to be taken back by hand, not written over. */
function recordedOtherwise({ days }: ProcedureRow, facts: ProcedureCase): LedgerNote[] {
  const known = recordedDays(facts)
  return (['receivedOn', 'acceptedOn', 'finishedOn', 'expiresOn'] as const).flatMap((field) => {
    const [said, was] = [days[field], known[field]]
    return said && was && said !== was ? [error('DAY_RECORDED', { field: `procedure.${field}`, text: said, was })] : []
  })
}

const CHANGED = ['state', 'receivedOn', 'acceptedOn', 'finishedOn', 'certificateNo', 'expiresOn'] as const

/**
 * What a row of 手续办理台账 does: the moves that lead from the procedure’s state to the row’s, each judged like one made by
 * hand, and its planned day.
 *
 * @param approverId who answers for a move that needs it: whoever imports
 * @returns an error note where no move leads there, or one is refused; then nothing of the row goes in
 */
export function planProcedureRow(
  row: ProcedureRow,
  known: KnownProcedure,
  context: MoveContext,
  approverId: string,
): ProcedurePlan {
  const { facts } = known
  const nothing = (notes: readonly LedgerNote[]): ProcedurePlan => ({
    moves: [],
    planFinishOn: null,
    promisedWd: null,
    handlerId: null,
    changes: [],
    notes,
  })
  const target = row.state ?? impliedState(row, facts)
  const moves: { move: Move; from: ProcedureState; set: Partial<ProcedureCase> }[] = []
  let now = facts
  const notes: LedgerNote[] = []
  if (target !== facts.state) {
    const chain = movesTo(target, row, facts.state, context.today)
    if (!chain) return nothing([error('MOVE_BY_HAND', { fromState: facts.state, toState: target })])
    let lastOn = context.lastOn
    for (const wanted of chain) {
      const move = { ...wanted, approverId }
      const decided = decideMove(now, move, { ...context, lastOn })
      if (!decided.ok) return nothing([refusal(decided.error, wanted.kind)])
      // The ledger says no day of these steps: they count from the day of the move, and that is said.
      const unsaid = impliedDays(now, move.kind)
      if (unsaid.length > 0)
        notes.push({ severity: 'warning', code: 'STEPS_UNSAID', params: { text: move.on, number: unsaid.length } })
      moves.push({ move, from: now.state, set: decided.value })
      now = { ...now, ...decided.value }
      lastOn = move.on
    }
  }
  // What the moves have just recorded is what the row says, but for days nobody may choose.
  const otherwise = recordedOtherwise(row, moves.length > 0 ? { ...now, acceptedOn: null, receivedOn: null } : now)
  if (otherwise.length > 0) return nothing(otherwise)
  const plan = row.days.planOn ?? null
  const replanned = plan !== null && plan !== known.planFinishOn ? plan : null
  const uncounted = planDayRefusal(replanned, 'procedure.planOn', context.calendar)
  if (uncounted) return nothing([refusal(uncounted, 'FINISH')])
  if (replanned && known.planSubmitOn && known.planSubmitOn > replanned)
    return nothing([
      error('PLAN_BEFORE_SUBMIT', { field: 'procedure.planOn', text: replanned, was: known.planSubmitOn }),
    ])
  if (replanned && known.planFinishOn && known.planMoves >= PLAN_MOVES_MAX)
    return nothing([error('PLAN_SPENT', { max: PLAN_MOVES_MAX })])
  const changes: LedgerChange[] = CHANGED.flatMap((field) =>
    now[field] === facts[field] ? [] : [{ field: `procedure.${field}`, from: facts[field], to: now[field] }],
  )
  if (replanned) changes.push({ field: 'procedure.planOn', from: known.planFinishOn, to: replanned })
  const said = row.promisedWd
  const promisedWd = said === known.promisedWd ? null : said
  const unfit = promisedWd === null ? null : promiseNote(promisedWd, { ...known, state: facts.state })
  if (unfit) return nothing([unfit])
  if (promisedWd !== null) changes.push({ field: 'procedure.promised', from: known.promisedWd, to: promisedWd })
  return { moves, planFinishOn: replanned, promisedWd, handlerId: null, changes, notes }
}
