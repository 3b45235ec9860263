import { type Forecast, type ForecastItem, type ForecastWorks, forecast } from './forecast'
import type { PlainDate } from './plain-date'
import { type Edges, resolveEdges } from './procedure-graph'
import { err, ok, type Result } from './result'
import { type WorkCalendar, workdaysLate } from './work-calendar'

/** An item as a forecast reads it, with its whole promise: what it needs once it is accepted. */
export type WhatIfItem = ForecastItem & Readonly<{ promisedWd: number }>

/** Something that might come otherwise than foreseen 假设. */
export type Change =
  /** It takes so many working days longer; fewer where below 0. */
  | Readonly<{ kind: 'LONGER'; code: string; days: number }>
  /** It is accepted on a day, whatever it still waits for. */
  | Readonly<{ kind: 'ACCEPTED'; code: string; on: PlainDate }>
  /** It does not apply. */
  | Readonly<{ kind: 'ABSENT'; code: string }>

/** What a forecast rests on besides the items. */
export type ForecastGround = Readonly<{
  today: PlainDate
  edges: Edges
  conditions: readonly string[]
  target: string | null
  calendar: WorkCalendar
  works: ForecastWorks | null
}>

/** A day before and after, and by how many working days it moves: later above 0. */
export type DayMove = Readonly<{ from: PlainDate; to: PlainDate; days: number }>

/** What a change would do, beside what is foreseen without it; nothing of it is kept. */
export type WhatIf = Readonly<{
  before: Forecast
  after: Forecast
  /** Null where there is none before or after, or where it does not move. */
  construction: DayMove | null
  production: DayMove | null
  items: readonly (DayMove & Readonly<{ code: string }>)[]
  /** Items whose plan can be kept before and no longer afterwards, and the other way round. */
  broken: readonly string[]
  saved: readonly string[]
  /** Items that would be accepted before what they wait for can be finished: a doubt, no refusal. */
  early: readonly string[]
}>

/** Most working days one question may add: further the calendar does not reach. */
const MOST_DAYS = 500

/**
 * The items with some changes made to them.
 *
 * @returns err ITEM_UNKNOWN, ITEM_FINISHED, WHAT_IF_DAYS, WHAT_IF_FAR, each with the item
 */
export function changedItems<I extends WhatIfItem>(
  items: readonly I[],
  changes: readonly Change[],
  { today, calendar }: Pick<ForecastGround, 'today' | 'calendar'>,
): Result<I[]> {
  const byCode = new Map(items.map((item) => [item.code, item]))
  for (const change of changes) {
    const { code } = change
    const item = byCode.get(code)
    if (!item || item.status === 'absent') return err({ code: 'ITEM_UNKNOWN', item: code })
    if (item.status === 'finished') return err({ code: 'ITEM_FINISHED', item: code })
    switch (change.kind) {
      case 'LONGER': {
        const { days } = change
        if (!Number.isInteger(days) || Math.abs(days) > MOST_DAYS)
          return err({ code: 'WHAT_IF_DAYS', item: code, most: MOST_DAYS })
        byCode.set(code, { ...item, remainingWd: Math.max(0, item.remainingWd + days) })
        break
      }
      case 'ACCEPTED': {
        // Day of acceptance is day 0 (K2): what has passed since is used, what lies before it is waited for.
        const left = item.promisedWd - workdaysLate(calendar, change.on, today)
        if (left > MOST_DAYS) return err({ code: 'WHAT_IF_FAR', item: code, most: MOST_DAYS })
        byCode.set(code, { ...item, running: true, remainingWd: Math.max(0, left) })
        break
      }
      case 'ABSENT':
        byCode.set(code, { ...item, status: 'absent' })
    }
  }
  return ok(items.map((item) => byCode.get(item.code) ?? item))
}

/** Working days that are left of an item of which more were to be saved than there are; null where none is. */
export function cutShort(items: readonly WhatIfItem[], changes: readonly Change[]): number | null {
  for (const change of changes) {
    const left = items.find(({ code }) => code === change.code)?.remainingWd ?? 0
    if (change.kind === 'LONGER' && change.days < 0 && -change.days > left) return Math.max(0, left)
  }
  return null
}

/** A forecast of items on a ground. */
export const foresee = (
  items: readonly ForecastItem[],
  { today, edges, conditions, target, calendar, works }: ForecastGround,
): Result<Forecast> => forecast(today, edges, items, conditions, target, calendar, works)

/** By how many working days a day moves, where it does. */
export function dayMove(from: PlainDate | null, to: PlainDate | null, calendar: WorkCalendar): DayMove | null {
  return from && to && from !== to ? { from, to, days: workdaysLate(calendar, from, to) } : null
}

/** Items that would be accepted before what they wait for is foreseen to end. */
function tooEarly(changes: readonly Change[], after: Forecast, edges: Edges): string[] {
  const finish = new Map(after.items.map((row) => [row.code, row.finish]))
  const before = resolveEdges(edges, [...finish.keys()])
  return changes.flatMap((change) => {
    if (change.kind !== 'ACCEPTED') return []
    const ends = (before[change.code] ?? []).map((code) => finish.get(code) ?? null)
    return ends.some((end) => end === null || end > change.on) ? [change.code] : []
  })
}

/**
 * What a change would do to the start of construction, to production and to every item 假如: the forecast as it is shown, and
 * the same one with other facts. Nothing is saved.
 *
 * @param further what else would be done, once the facts are so
 * @returns err ITEM_UNKNOWN, ITEM_FINISHED, WHAT_IF_DAYS, WHAT_IF_FAR, GRAPH_CYCLE
 * @source four-colours P18, K2
 * @example whatIf(items, [{ kind: 'LONGER', code: 'SG04', days: 5 }], ground) // construction 5 working days later
 */
export function whatIf<I extends WhatIfItem>(
  items: readonly I[],
  changes: readonly Change[],
  ground: ForecastGround,
  further: (changed: readonly I[]) => Readonly<{ items: readonly I[]; edges: Edges }> = (changed) => ({
    items: changed,
    edges: ground.edges,
  }),
): Result<WhatIf> {
  const changed = changedItems(items, changes, ground)
  if (!changed.ok) return changed
  const end = further(changed.value)
  const then = { ...ground, edges: end.edges }
  const [before, after] = [foresee(items, ground), foresee(end.items, then)]
  if (!before.ok) return before
  if (!after.ok) return after
  return ok(compared(before.value, after.value, changes, then))
}

/**
 * Two forecasts of one project side by side.
 *
 * @param ground of the second one: its edges say what would be accepted too early
 */
export function compared(
  was: Forecast,
  then: Forecast,
  changes: readonly Change[],
  { calendar, edges }: Pick<ForecastGround, 'calendar' | 'edges'>,
): WhatIf {
  const foreseen = new Map(was.items.map((row) => [row.code, row]))
  const impossible = ({ impossible: rows }: Forecast) => rows.map(({ code }) => code)
  return {
    before: was,
    after: then,
    construction: dayMove(was.constructionStart, then.constructionStart, calendar),
    production: dayMove(was.production, then.production, calendar),
    items: then.items.flatMap(({ code, finish, slack }) => {
      const move = dayMove(foreseen.get(code)?.finish ?? null, finish, calendar)
      return move && slack !== null ? [{ code, ...move }] : []
    }),
    broken: impossible(then).filter((code) => !impossible(was).includes(code)),
    saved: impossible(was).filter((code) => !impossible(then).includes(code)),
    early: tooEarly(changes, then, edges),
  }
}
