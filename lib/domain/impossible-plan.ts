import type { Forecast } from './forecast'
import type { PlainDate } from './plain-date'
import { type Edges, resolveEdges, sortByDependency } from './procedure-graph'

/** A planned day that can no longer be kept: the day an item was to be filed, or finished, and the earliest it can be. */
export type ImpossiblePlan = Readonly<{
  code: string
  what: 'SUBMIT' | 'FINISH'
  plannedOn: PlainDate
  earliest: PlainDate
}>

/** An item as far as the day it was to be filed goes. */
export type FilingPlan = Readonly<{ code: string; absent: boolean; planSubmitOn: PlainDate | null }>

/**
 * Plans that cannot be kept 排不下的计划, the first step in the graph first, each item once: by the day it was to be finished,
 * else by the day it was to be filed. What nothing stands in the way of is only late, and its colour says so.
 *
 * @param foreseen what the graph makes of the project from `today` on
 * @source procedures.md §4: impossible plans with the first impossible step
 * @example impossiblePlans(edges, plans, foreseen, today)[0]?.what // 'SUBMIT'
 */
export function impossiblePlans(
  edges: Edges,
  plans: readonly FilingPlan[],
  foreseen: Pick<Forecast, 'items' | 'impossible'>,
  today: PlainDate,
): readonly ImpossiblePlan[] {
  const present = plans.filter(({ absent }) => !absent)
  const sorted = sortByDependency(
    resolveEdges(
      edges,
      present.map(({ code }) => code),
    ),
  )
  if (!sorted.ok) return []
  const finishes = new Map(foreseen.impossible.map((one) => [one.code, one]))
  const starts = new Map(foreseen.items.map(({ code, start }) => [code, start]))
  const filings = new Map(present.map(({ code, planSubmitOn }) => [code, planSubmitOn]))
  return sorted.value.flatMap((code): ImpossiblePlan[] => {
    const finish = finishes.get(code)
    if (finish) return [{ code, what: 'FINISH', plannedOn: finish.planFinishOn, earliest: finish.earliest }]
    const [start, filing] = [starts.get(code), filings.get(code)]
    return start && filing && start > today && filing < start
      ? [{ code, what: 'SUBMIT', plannedOn: filing, earliest: start }]
      : []
  })
}
