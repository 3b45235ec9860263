import type { ProcedureState } from './procedure'
import { FINISHED_STATES } from './procedure-move'

export type GraphItem = Readonly<{ code: string; state: ProcedureState; predecessors: readonly string[] }>

/** States in which the applicant, not the agency, has to move. */
const WITH_APPLICANT: ReadonlySet<ProcedureState> = new Set(['READY', 'WITHDRAWN', 'REJECTED', 'SUPPLEMENT'])

/**
 * The unfinished items an item waits for, by code; one that does not apply is replaced by its own predecessors.
 *
 * @source procedures.md §4
 */
export function waitsFor<T extends GraphItem>(item: T, byCode: ReadonlyMap<string, T>): T[] {
  const found = new Map<string, T>()
  const seen = new Set<string>([item.code])
  const look = (codes: readonly string[]) => {
    for (const code of codes) {
      const before = byCode.get(code)
      if (!before || seen.has(code)) continue
      seen.add(code)
      if (before.state === 'NA') look(before.predecessors)
      else if (!FINISHED_STATES.has(before.state)) found.set(code, before)
    }
  }
  look(item.predecessors)
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/**
 * The earliest unfinished predecessor: the one at the head of the chain, on which somebody can act today.
 *
 * @source four-colours P15, K13
 */
export function blockerOf<T extends GraphItem>(item: T, byCode: ReadonlyMap<string, T>): T | null {
  const seen = new Set<string>()
  const climb = (current: T): T => {
    seen.add(current.code)
    const next = waitsFor(current, byCode).find((before) => !seen.has(before.code))
    return next ? climb(next) : current
  }
  const head = climb(item)
  return head.code === item.code ? null : head
}

/** Who a blocking item waits for: its agency, or the project unit while the papers are with it. */
export const blockerOwner = (state: ProcedureState, agency: string, applicant: string): string =>
  WITH_APPLICANT.has(state) ? applicant : agency
