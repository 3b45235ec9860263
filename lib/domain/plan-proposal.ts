import { latest, type PlainDate } from './plain-date'
import { type Edges, resolveEdges, sortByDependency } from './procedure-graph'
import { ok, type Result } from './result'
import { addWorkdays, type WorkCalendar, workdayFrom } from './work-calendar'

/** An item to be planned: working days from the day nothing is in its way, and the promise inside them. */
export type PlanItem = Readonly<{ code: string; planWd: number; promisedWd: number }>
export type ProposedPlan = Readonly<{ code: string; submitOn: PlainDate; finishOn: PlainDate }>

/**
 * Plan dates for a new project 计划编排: each item begins when the last of its predecessors ends and takes its planned
 * days; it is filed so late that the promise just fits, the days before that being the applicant's own.
 *
 * @param startOn first day of the project; a day off counts as the next working day
 * @param edges   the whole graph; predecessors the project does not have are replaced by their own
 * @returns in the order of `items`; err GRAPH_CYCLE
 * @source procedures.md §4
 * @example proposePlan(on('2026-03-02'), { B: ['A'] }, [a, b], calendar) // b begins on the day a ends
 */
export function proposePlan(
  startOn: PlainDate,
  edges: Edges,
  items: readonly PlanItem[],
  calendar: WorkCalendar,
): Result<ProposedPlan[]> {
  const byCode = new Map(items.map((item) => [item.code, item]))
  const before = resolveEdges(edges, [...byCode.keys()])
  const sorted = sortByDependency(before)
  if (!sorted.ok) return sorted
  const first = workdayFrom(calendar, startOn)
  const finishes = new Map<string, number>()
  const plans = new Map<string, ProposedPlan>()
  for (const code of sorted.value) {
    const item = byCode.get(code)
    if (!item) continue
    const start = Math.max(0, ...(before[code] ?? []).map((p) => finishes.get(p) ?? 0))
    const finish = start + item.planWd
    finishes.set(code, finish)
    const finishOn = addWorkdays(calendar, first, finish)
    const submitOn = latest(addWorkdays(calendar, first, start), addWorkdays(calendar, finishOn, -item.promisedWd))
    plans.set(code, { code, submitOn, finishOn })
  }
  return ok(items.flatMap(({ code }) => plans.get(code) ?? []))
}
