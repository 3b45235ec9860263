import { latest, type PlainDate } from './plain-date'
import { type Edges, resolveEdges, sortByDependency } from './procedure-graph'
import { ok, type Result } from './result'
import { addWorkdays, type WorkCalendar } from './work-calendar'

/** An item as far as its plan goes. */
export type PlannedStep = Readonly<{
  code: string
  status: 'open' | 'finished' | 'absent'
  /** Working days it needs once nothing is in its way. */
  remainingWd: number
  /** Whether it already runs: then it waits for nothing any more. */
  running: boolean
  planFinishOn: PlainDate | null
}>

/** An item planned to end before what it waits for leaves it the time. */
export type TightPlan = Readonly<{ code: string; planFinishOn: PlainDate; earliest: PlainDate }>

/**
 * Plans that do not fit one behind the other 计划排不开: plan against plan, each item given its own days after what it waits
 * for is planned to end. A forecast is another question: it waits for no plan (P18).
 *
 * @returns in the order of the graph; err GRAPH_CYCLE
 * @source procedures.md §4; four-colours K12, P18
 * @example tightPlans({ B: ['A'] }, [a, b], calendar) // [] where B has its days after the planned finish of A
 */
export function tightPlans(
  edges: Edges,
  items: readonly PlannedStep[],
  calendar: WorkCalendar,
): Result<readonly TightPlan[]> {
  const byCode = new Map(items.filter(({ status }) => status !== 'absent').map((item) => [item.code, item]))
  const before = resolveEdges(edges, [...byCode.keys()])
  const sorted = sortByDependency(before)
  if (!sorted.ok) return sorted
  const ends = new Map<string, PlainDate>()
  const tight: TightPlan[] = []
  for (const code of sorted.value) {
    const item = byCode.get(code)
    if (item?.status !== 'open') continue
    const { planFinishOn, running, remainingWd } = item
    const waits = running ? [] : (before[code] ?? []).flatMap((p) => ends.get(p) ?? [])
    const [first, ...rest] = waits
    const earliest = first ? addWorkdays(calendar, rest.reduce(latest, first), Math.max(0, remainingWd)) : null
    if (planFinishOn && earliest && planFinishOn < earliest) tight.push({ code, planFinishOn, earliest })
    const end = planFinishOn && earliest ? latest(planFinishOn, earliest) : (planFinishOn ?? earliest)
    if (end) ends.set(code, end)
  }
  return ok(tight)
}

/** Those that a change made: not what did not fit before, by the same days. */
export function newlyTight(before: readonly TightPlan[], after: readonly TightPlan[]): readonly TightPlan[] {
  const was = new Set(before.map((one) => `${one.code} ${one.planFinishOn} ${one.earliest}`))
  return after.filter((one) => !was.has(`${one.code} ${one.planFinishOn} ${one.earliest}`))
}
