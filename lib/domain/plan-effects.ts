import { type Forecast, type ForecastItem, type ForecastWorks, forecast } from './forecast'
import type { PlainDate } from './plain-date'
import type { Edges } from './procedure-graph'
import { ok, type Result } from './result'
import { type WorkCalendar, workdaysBetween } from './work-calendar'

/** A day as it is foreseen now, and as it would be if the item took until its new planned day. */
export type Shift = Readonly<{ from: PlainDate; to: PlainDate }>

/** What follows from another plan date of one item 计划调整的影响. */
export type PlanEffects = Readonly<{
  /** Earliest day the item itself can be finished, when its new plan lies before it. */
  earliest: PlainDate | null
  /** Items after it that would be finished on another day, in the order of the graph; `broken`: later than their own plan. */
  later: readonly (Shift & Readonly<{ code: string; planFinishOn: PlainDate | null; broken: boolean }>)[]
  construction: Shift | null
  production: Shift | null
}>

/** @param held the same day with the plan so far: what the new one does not change is no effect of it */
const shiftOf = (from: PlainDate | null, held: PlainDate | null, to: PlainDate | null): Shift | null =>
  from && to && from !== to && held !== to ? { from, to } : null

/**
 * What another plan date of an item means for everything after it: the forecast as every page shows it, beside the one as
 * if the item were finished on its new planned day and not before. A plan drawn forward holds nothing up.
 *
 * @param plan  the item, its planned finish so far and the new one
 * @param works how long is built between the permits and the acceptance, as in a forecast
 * @returns err GRAPH_CYCLE
 * @source four-colours K12, P18, §7.2
 */
export function planEffects(
  today: PlainDate,
  edges: Edges,
  items: readonly ForecastItem[],
  conditions: readonly string[],
  target: string | null,
  calendar: WorkCalendar,
  plan: Readonly<{ code: string; from: PlainDate | null; to: PlainDate }>,
  works: ForecastWorks | null = null,
): Result<PlanEffects> {
  const foresee = (of: readonly ForecastItem[]) => forecast(today, edges, of, conditions, target, calendar, works)
  const base = foresee(items)
  if (!base.ok) return base
  const own = base.value.items.find(({ code }) => code === plan.code)
  if (!own?.finish) return ok({ earliest: null, later: [], construction: null, production: null })
  const ownFinish = own.finish
  const daysTo = (day: PlainDate) => (day > today ? workdaysBetween(calendar, today, day) : 0)
  /** The forecast when the item takes until its planned day. */
  const held = (day: PlainDate | null): Result<Forecast> =>
    day === null
      ? base
      : foresee(
          items.map((item) =>
            item.code === plan.code
              ? { ...item, running: true, remainingWd: Math.max(daysTo(ownFinish), daysTo(day)) }
              : item,
          ),
        )
  const forward = plan.from !== null && plan.to <= plan.from
  const [before, after] = [held(plan.from), forward ? base : held(plan.to)]
  if (!before.ok) return before
  if (!after.ok) return after
  const [foreseen, was] = [base, before].map(({ value }) => new Map(value.items.map((row) => [row.code, row.finish])))
  const plans = new Map(items.map((item) => [item.code, item]))
  const later = after.value.items.flatMap(({ code, finish }) => {
    const item = plans.get(code)
    const shift = shiftOf(foreseen?.get(code) ?? null, was?.get(code) ?? null, finish)
    if (!item || !shift || code === plan.code || item.status !== 'open') return []
    const { planFinishOn } = item
    return [{ ...shift, code, planFinishOn, broken: planFinishOn !== null && planFinishOn < shift.to }]
  })
  return ok({
    earliest: ownFinish > plan.to ? ownFinish : null,
    later: later.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.code < b.code ? -1 : 1)),
    construction: shiftOf(base.value.constructionStart, before.value.constructionStart, after.value.constructionStart),
    production: shiftOf(base.value.production, before.value.production, after.value.production),
  })
}
