import type { ProcedureState } from './procedure'

/**
 * The groups a queue of procedures is read by 手续分组. `open` is everything whose clock has begun; the others part it and
 * the rest. What does not apply is in none.
 */
export const PROCEDURE_GROUPS = {
  open: ['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'],
  accepted: ['ACCEPTED'],
  received: ['RECEIVED'],
  paused: ['SUPPLEMENT', 'SPECIAL'],
  ready: ['READY', 'WITHDRAWN', 'REJECTED'],
  waiting: ['NOT_STARTED'],
  done: ['DONE', 'DONE_TOL'],
} as const satisfies Readonly<Record<string, readonly ProcedureState[]>>
export type ProcedureGroup = keyof typeof PROCEDURE_GROUPS

/** Whether its clock stands 补正、特别程序. */
export const isStopped = (state: ProcedureState): boolean =>
  (PROCEDURE_GROUPS.paused as readonly ProcedureState[]).includes(state)

/** States in which the agency's own clock runs. */
export const AGENCY_RUNS: readonly ProcedureState[] = ['RECEIVED', 'ACCEPTED']
