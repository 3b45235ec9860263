import { withFixedHolidays } from './fixed-holidays'
import type { PlainDate } from './plain-date'
import { type Edges, resolveEdges, sortByDependency } from './procedure-graph'
import { countedDay } from './provisional'
import { ok, type Result } from './result'
import { addWorkdays, type WorkCalendar, workdayFrom } from './work-calendar'

/** An item to be planned: working days from the day nothing is in its way, and the promise inside them. */
export type PlanItem = Readonly<{ code: string; planWd: number; promisedWd: number; stage?: string }>
/**
 * The works 施工 between the permits and the acceptance: they begin when the conditions are met, and take `days`; null when
 * nobody said how many.
 */
export type Works = Readonly<{ conditions: readonly string[]; days: number | null }>

/** The stage whose items wait for the works to end. */
export const ACCEPTANCE_STAGE = '竣工验收'
export type ProposedPlan = Readonly<{
  code: string
  /** Both null where the item waits for works of an unknown length. 未定 */
  submitOn: PlainDate | null
  finishOn: PlainDate | null
  /** The finish is counted into a year whose holidays are not published 暂定. */
  provisional: boolean
}>

/**
 * Plan dates for a new project 计划编排: each item begins when the last of its predecessors ends and takes its planned
 * days; it is filed so late that the promise just fits, the days before that being the applicant's own. What accepts the
 * works begins when they can have ended: nobody accepts on the day of the permit what is still to be built.
 *
 * @param startOn first day of the project; a day off counts as the next working day
 * @param edges   the whole graph; predecessors the project does not have are replaced by their own
 * @param works   in working days; 0 plans the procedures alone, as the agency times of procedures.md §4 do, and null leaves
 *                what waits for the works without a day: no document says how long works take
 * @returns in the order of `items`; err GRAPH_CYCLE
 * @source procedures.md §4
 * @example proposePlan(on('2026-03-02'), { B: ['A'] }, [a, b], calendar) // b begins on the day a ends
 */
export function proposePlan(
  startOn: PlainDate,
  edges: Edges,
  items: readonly PlanItem[],
  calendar: WorkCalendar,
  works: Works = { conditions: [], days: 0 },
): Result<ProposedPlan[]> {
  const byCode = new Map(items.map((item) => [item.code, item]))
  const before = resolveEdges(edges, [...byCode.keys()])
  const sorted = sortByDependency(before)
  if (!sorted.ok) return sorted
  /** Working days from the first day to the end of each item, when acceptance may not begin before a day. */
  const finishesWith = (acceptanceFrom: number) => {
    const finishes = new Map<string, number>()
    for (const code of sorted.value) {
      const item = byCode.get(code)
      if (!item) continue
      const own = item.stage === ACCEPTANCE_STAGE ? acceptanceFrom : 0
      const start = Math.max(own, ...(before[code] ?? []).map((p) => finishes.get(p) ?? 0))
      finishes.set(code, start + item.planWd)
    }
    return finishes
  }
  const permits = finishesWith(0)
  const ready = Math.max(0, ...works.conditions.map((code) => permits.get(code) ?? 0))
  const finishes = works.days ? finishesWith(ready + works.days) : permits
  const undated = works.days === null ? waitingForWorks(sorted.value, byCode, before) : new Set<string>()
  const working = withFixedHolidays(calendar)
  const first = workdayFrom(working, startOn)
  return ok(
    items.map(({ code, planWd, promisedWd }): ProposedPlan => {
      if (undated.has(code)) return { code, submitOn: null, finishOn: null, provisional: false }
      const finish = finishes.get(code) ?? planWd
      const finishOn = addWorkdays(working, first, finish)
      const submitOn = addWorkdays(working, first, finish - Math.min(planWd, promisedWd))
      return { code, submitOn, finishOn, provisional: countedDay(calendar, first, finishOn).provisional }
    }),
  )
}

/** The working day after everything a start waits for is planned to be there. */
export const plannedStart = (ready: PlainDate, calendar: WorkCalendar): PlainDate =>
  addWorkdays(withFixedHolidays(calendar), ready, 1)

/** What accepts the works, and everything after it. */
function waitingForWorks(
  sorted: readonly string[],
  byCode: ReadonlyMap<string, PlanItem>,
  before: Edges,
): ReadonlySet<string> {
  const waiting = new Set<string>()
  for (const code of sorted)
    if (byCode.get(code)?.stage === ACCEPTANCE_STAGE || (before[code] ?? []).some((p) => waiting.has(p)))
      waiting.add(code)
  return waiting
}
