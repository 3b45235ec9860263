import { type Action, type Role, relationFor } from './access'
import type { ProcedureState } from './procedure'
import { type MoveKind, movesFrom } from './procedure-move'

/** Moves people record; the graph's own are not among them. */
export type RecordedMove = Exclude<MoveKind, 'OPEN' | 'BLOCK'>

/** What a handler does most in a state, first; the rest of what is possible follows behind a “…”. */
const FIRST: Readonly<Partial<Record<ProcedureState, readonly RecordedMove[]>>> = {
  RECEIVED: ['ACCEPT', 'NOTICE'],
  ACCEPTED: ['FINISH', 'NOTICE'],
  SUPPLEMENT: ['SUPPLEMENTED'],
  SPECIAL: ['SPECIAL_DONE'],
  READY: ['FILE', 'RECEIVE'],
  WITHDRAWN: ['FILE', 'RECEIVE'],
  REJECTED: ['FILE', 'RECEIVE'],
  DONE_TOL: ['TOL_CLEARED'],
}

const REST: readonly RecordedMove[] = ['SPECIAL', 'EXTEND', 'FINISH', 'FINISH_TOL', 'REJECT', 'NOT_ACCEPT', 'WITHDRAW']

/**
 * What somebody of a role does with a procedure of his scope in a state, in the order he is offered it.
 *
 * @returns `lead`, what stands in the row itself, and `rest`
 * @example deskMoves('AGENCY', 'ACCEPTED') // { lead: ['FINISH', 'NOTICE'], rest: ['SPECIAL', 'EXTEND', …] }
 */
export function deskMoves(role: Role, state: ProcedureState): Readonly<{ lead: RecordedMove[]; rest: RecordedMove[] }> {
  const possible = movesFrom(state).filter((kind): kind is RecordedMove => kind !== 'OPEN' && kind !== 'BLOCK')
  const may = (kind: RecordedMove) =>
    possible.includes(kind) && relationFor(role, `procedure.${kind}` satisfies Action) !== null
  const lead = (FIRST[state] ?? []).filter(may)
  return { lead, rest: REST.filter((kind) => may(kind) && !lead.includes(kind)) }
}
