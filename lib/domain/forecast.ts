import { compareLevel, type Level } from './level-scale'
import { latest, type PlainDate } from './plain-date'
import { type Edges, resolveEdges, sortByDependency } from './procedure-graph'
import { ok, type Result } from './result'
import { addWorkdays, leansOnUnpublished, type WorkCalendar, workdayFrom } from './work-calendar'

export type ForecastItem = Readonly<{
  code: string
  /** NA items leave the graph; finished ones hold nobody up. */
  status: 'open' | 'finished' | 'absent'
  /** Working days still needed once nothing is in the way; for a running item, what is left. */
  remainingWd: number
  /** Whether it already runs: then it does not wait for its predecessors. */
  running: boolean
  finishedOn: PlainDate | null
  planFinishOn: PlainDate | null
}>

export type ForecastRow = Readonly<{
  code: string
  start: PlainDate | null
  /** Null where it waits for works nobody told the length of. 未定 */
  finish: PlainDate | null
  /** Working days it may slip before a target moves; null once finished, and where the finish is open. 余量 */
  slack: number | null
  critical: boolean
}>

/** The works 施工 between the permits and what accepts them. */
export type ForecastWorks = Readonly<{
  /**
   * Working days still to be built: from the start of construction, or from today once they have begun; null when nobody
   * said: then what waits for them has no day.
   */
  days: number | null
  begun: boolean
  /** Codes that wait for the works to end. */
  after: ReadonlySet<string>
}>

export type Forecast = Readonly<{
  items: readonly ForecastRow[]
  /** Working day after the last condition for construction is met. 预计开工 */
  constructionStart: PlainDate | null
  /** Null once it is reached, and where the length of the works is not known. */
  production: PlainDate | null
  /** Day the works are done; null where nobody said how long they take. 预计完工 */
  worksEnd: PlainDate | null
  /** The open item that decides the start of construction; production once construction has its permits. */
  driver: string | null
  /**
   * The open items that lead to the driver without a gap, or to what ends at the same time as it does, in the order of the
   * graph: a day lost there is a day lost 卡在. Without a driver they lead to what ends last.
   */
  line: readonly string[]
  /** Where the line begins: on them somebody can act today; several where lines are of one length. */
  heads: readonly string[]
  /** One of its days is counted into a year whose holidays are not published 暂定; which, its own date says. */
  provisional: boolean
  /** Items whose plan can no longer be kept, the first step in the graph first. */
  impossible: readonly Readonly<{ code: string; planFinishOn: PlainDate; earliest: PlainDate }>[]
}>

/**
 * Forward and backward pass over a project's graph 预测: when each item can be finished at the earliest, what decides the
 * start of construction, and how much every item may slip.
 *
 * An open item starts when its last predecessor ends and needs its remaining days; a running one needs what is left from
 * today. Everything is counted in working days from today, so calendars never bend an order.
 *
 * Today is day 0, a day off like any other day, and the next working day is day 1 (K2): seen on a Saturday, five days
 * end where they end seen on the Friday before. But nothing begins or ends on a day off: what has no day left ends on the
 * next working day (K3), and construction starts a working day after that.
 *
 * @param edges      the whole graph; items that are absent are skipped
 * @param conditions codes that must be finished before construction may start
 * @param target     code that ends the project (TC05), or null for the last item
 * @param works      how long is built between the permits and the acceptance; null forecasts the procedures alone, as
 *                   though nothing were to be built
 * @returns err GRAPH_CYCLE
 * @source four-colours P18, wd(a, b] of §11; 民法典-201, 民法典-203 (K2, K3)
 */
export function forecast(
  today: PlainDate,
  edges: Edges,
  items: readonly ForecastItem[],
  conditions: readonly string[],
  target: string | null,
  calendar: WorkCalendar,
  works: ForecastWorks | null = null,
): Result<Forecast> {
  const present = items.filter((item) => item.status !== 'absent')
  const byCode = new Map(present.map((item) => [item.code, item]))
  const before = resolveEdges(edges, [...byCode.keys()])
  const sorted = sortByDependency(before)
  if (!sorted.ok) return sorted

  /** Earliest days of each item, when what accepts the works may not begin before a day. */
  const earliestWith = (built: number) => {
    const early = new Map<string, { start: number; finish: number }>()
    for (const code of sorted.value) {
      const item = byCode.get(code)
      if (!item) continue
      const waits = (before[code] ?? []).map((p) => early.get(p)?.finish ?? 0)
      const own = works?.after.has(code) ? built : 0
      const start = item.status === 'finished' || item.running ? 0 : Math.max(own, ...waits)
      early.set(code, { start, finish: item.status === 'finished' ? 0 : start + Math.max(0, item.remainingWd) })
    }
    return early
  }
  const startConditions = conditions.filter((code) => byCode.has(code))
  const permits = earliestWith(0)
  const startAt = Math.max(0, ...startConditions.map((code) => permits.get(code)?.finish ?? 0))
  const built = works ? (works.begun ? 0 : startAt) + Math.max(0, works.days ?? 0) : 0
  const early = works ? earliestWith(built) : permits
  const finishOf = (code: string) => early.get(code)?.finish ?? 0
  const dayOf = (days: number) => workdayFrom(calendar, addWorkdays(calendar, today, days))
  const isOpen = (code: string) => byCode.get(code)?.status === 'open'
  // What waits for works of an unknown length is open, and so is everything after it.
  const undated = new Set<string>()
  if (works?.days === null)
    for (const code of sorted.value) {
      const waits = works.after.has(code) || (before[code] ?? []).some((p) => undated.has(p))
      if (waits && isOpen(code) && !byCode.get(code)?.running) undated.add(code)
    }
  const dated = sorted.value.filter((code) => !undated.has(code))

  const end = Math.max(0, ...dated.map(finishOf))
  const targetCode = target && byCode.has(target) ? target : null

  const late = new Map<string, number>()
  for (const code of dated.toReversed()) {
    const limits = dated.flatMap((next) => {
      const item = byCode.get(next)
      if (!item || item.running || item.status === 'finished' || !(before[next] ?? []).includes(code)) return []
      return [(late.get(next) ?? end) - Math.max(0, item.remainingWd)]
    })
    if (!works?.begun && startConditions.includes(code)) limits.push(startAt)
    if (code === targetCode) limits.push(finishOf(code))
    late.set(code, Math.min(end, ...limits))
  }

  const slackOf = (code: string) => (late.get(code) ?? end) - finishOf(code)
  const rows = items.flatMap((item): ForecastRow[] => {
    const at = early.get(item.code)
    if (!at) return []
    if (item.status === 'finished')
      return [{ code: item.code, start: null, finish: item.finishedOn ?? today, slack: null, critical: false }]
    if (undated.has(item.code)) return [{ code: item.code, start: null, finish: null, slack: null, critical: false }]
    const slack = slackOf(item.code)
    return [
      {
        code: item.code,
        start: item.running ? null : dayOf(at.start),
        finish: dayOf(at.finish),
        slack,
        critical: slack === 0,
      },
    ]
  })
  // Once the works have begun, nothing that is still open holds up their start.
  const openConditions = works?.begun ? [] : startConditions.filter(isOpen)
  const driving = openConditions.length > 0 ? openConditions : targetCode && isOpen(targetCode) ? [targetCode] : []
  const driver = driving.toSorted((a, b) => finishOf(b) - finishOf(a) || (a < b ? -1 : 1))[0] ?? null
  const onLine = new Set<string>()
  const heads = new Set<string>()
  const follow = (code: string) => {
    if (onLine.has(code)) return
    onLine.add(code)
    const waits = byCode.get(code)?.running ? [] : (before[code] ?? [])
    const leading = waits.filter((p) => isOpen(p) && finishOf(p) === early.get(code)?.start)
    if (leading.length === 0) heads.add(code)
    for (const p of leading) follow(p)
  }
  const lasting = dated.filter(isOpen).toSorted((a, b) => finishOf(b) - finishOf(a) || (a < b ? -1 : 1))
  const lineEnd = driver ?? lasting[0]
  // What ends at the same time decides as much: none of them has a day to spare.
  const ends = lineEnd ? (driver ? driving : lasting).filter((code) => finishOf(code) === finishOf(lineEnd)) : []
  for (const code of ends) if (!undated.has(code)) follow(code)
  const impossible = dated.flatMap((code) => {
    const plan = byCode.get(code)?.planFinishOn
    const earliest = dayOf(finishOf(code))
    return plan && isOpen(code) && plan < earliest ? [{ code, planFinishOn: plan, earliest }] : []
  })
  const dayOfOpen = (code: string) => (isOpen(code) && !undated.has(code) ? dayOf(finishOf(code)) : null)
  const foreseen = openConditions.length > 0 ? addWorkdays(calendar, dayOf(startAt), 1) : null
  const last = rows.some((row) => row.slack !== null) ? dayOf(end) : today
  return ok({
    items: rows,
    provisional: leansOnUnpublished(calendar, today, foreseen ? latest(foreseen, last) : last),
    constructionStart: foreseen,
    worksEnd: works && works.days !== null ? dayOf(built) : null,
    production: targetCode ? dayOfOpen(targetCode) : undated.size > 0 ? null : dayOf(end),
    driver,
    line: sorted.value.filter((code) => onLine.has(code)),
    heads: sorted.value.filter((code) => heads.has(code)),
    impossible,
  })
}

/**
 * What a forecast hangs on first, in the order it is named 卡住的: the worst colour, then the code.
 *
 * @param levelOf colour of an item now; a forecast itself knows none
 */
export const drivers = ({ heads }: Forecast, levelOf: (code: string) => Level): string[] =>
  heads.toSorted((a, b) => compareLevel(levelOf(b), levelOf(a)) || (a < b ? -1 : 1))

/**
 * Codes on the critical path, for the colour of a project (D1): unfinished items count by their whole promise, so that
 * the path moves only when a fact moves and a cached colour never ages.
 *
 * @returns every open code when the graph has a cycle: nothing is then off the path
 */
export function criticalCodes(
  edges: Edges,
  items: readonly Readonly<{ code: string; status: ForecastItem['status']; promisedWd: number }>[],
  conditions: readonly string[],
  target: string | null,
): ReadonlySet<string> {
  const open = items.filter((item) => item.status === 'open')
  const finishAfter = new Map<string, number>()
  const before = resolveEdges(
    edges,
    open.map((item) => item.code),
  )
  const sorted = sortByDependency(before)
  if (!sorted.ok) return new Set(open.map((item) => item.code))
  const promised = new Map(open.map((item) => [item.code, item.promisedWd]))
  for (const code of sorted.value)
    finishAfter.set(
      code,
      Math.max(0, ...(before[code] ?? []).map((p) => finishAfter.get(p) ?? 0)) + (promised.get(code) ?? 0),
    )
  const critical = new Set<string>()
  const follow = (code: string) => {
    if (critical.has(code)) return
    critical.add(code)
    const start = (finishAfter.get(code) ?? 0) - (promised.get(code) ?? 0)
    for (const p of before[code] ?? []) if (finishAfter.get(p) === start) follow(p)
  }
  const latestOf = (codes: readonly string[]) => {
    const end = Math.max(...codes.map((code) => finishAfter.get(code) ?? 0))
    for (const code of codes) if (finishAfter.get(code) === end) follow(code)
  }
  const starts = conditions.filter((code) => promised.has(code))
  if (starts.length > 0) latestOf(starts)
  if (target && promised.has(target)) latestOf([target])
  else if (open.length > 0) latestOf(open.map((item) => item.code))
  return critical
}
