import { usedDays } from './agency-clock'
import { evaluateProcedureProvisionally } from './level'
import type { PlainDate } from './plain-date'
import type { ProcedureFacts, ProcedureState } from './procedure'
import type { RuleParameters } from './rule-parameters'
import type { WorkCalendar } from './work-calendar'

const RUNNING: ReadonlySet<ProcedureState> = new Set(['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'])

/** Whether a clock of the procedure runs: it does not wait for its predecessors any more. */
export const isRunning = (state: ProcedureState): boolean => RUNNING.has(state)

/**
 * Working days a procedure still needs at the least: the rest of the promise its clock shows while it runs, the whole
 * promise before. 0 when the promise has passed: a forecast knows no later day than today.
 *
 * Papers out for a notice or a special procedure may be back tomorrow, so what is left of those limits is not added.
 *
 * @source four-colours P18: forward pass with P of the rest
 * @example remainingWorkdays(facts, on('2024-05-30'), calendar, DEFAULT_PARAMETERS) // 1
 */
export function remainingWorkdays(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): number {
  if (!isRunning(facts.state)) return facts.promisedWd
  const { remaining } = evaluateProcedureProvisionally(facts, today, calendar, p)
  return Math.max(0, remaining ?? facts.promisedWd)
}

/**
 * Working days until a procedure is done, as plans are to reckon with: once its promise has passed the agency still has what
 * the law gives it, and nobody may count on less 超了承诺按法定. 0 when that has passed too, or where the law sets no limit.
 *
 * Colours go on reckoning with the promise: a forecast never makes one worse than its facts.
 *
 * @source four-colours P18; design UX.md 开工预计: 每项按承诺时限算，超了承诺按法定
 * @example expectedWorkdays(facts, on('2024-05-30'), calendar, DEFAULT_PARAMETERS) // 1
 */
export function expectedWorkdays(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): number {
  const left = remainingWorkdays(facts, today, calendar, p)
  const start = facts.acceptedOn ?? facts.receivedOn
  if (left > 0 || !isRunning(facts.state) || !start || facts.statutoryWd === null) return left
  const used = usedDays(facts, start, today, calendar)
  return used > facts.promisedWd ? Math.max(0, facts.statutoryWd + facts.extensionWd - used) : left
}

/** What an agency's clock stands for, where it does. */
export const standingState = (state: ProcedureState): 'SUPPLEMENT' | 'SPECIAL' | null =>
  state === 'SUPPLEMENT' || state === 'SPECIAL' ? state : null
