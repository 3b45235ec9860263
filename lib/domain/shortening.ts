import type { Forecast, ForecastItem } from './forecast'
import { type Edges, resolveEdges } from './procedure-graph'
import { ok, type Result } from './result'
import type { SourceId } from './sources'
import { dayMove, type ForecastGround, foresee } from './what-if'

/** Ways the law offers to need fewer days 压缩工期的办法. */
export const SHORTENINGS = [
  'COMMITMENT', // 告知承诺
  'TOLERANCE', // 容缺受理
  'JOINT', // 联合审查、并联办理
  'REGION', // 区域评估
] as const
export type ShorteningKind = (typeof SHORTENINGS)[number]

/** An item as a forecast reads it, with what the catalogue says can be done about its days. */
export type CatalogueTerms = ForecastItem &
  Readonly<{
    /** Items of one group may run beside each other 并联组. */
    group: string | null
    tolerance: boolean
    commitment: boolean
  }>

/** Working days in which an agency decides on a promise: it decides directly. */
const COMMITMENT_WD = 1

/** Studies one area-wide assessment stands for, where the site lies in such an area (R7). */
const AREA_WIDE: ReadonlySet<string> = new Set(['LX07', 'LX13'])

/** Reviews that are part of another one of their group: fire safety of the joint drawing review (R12). */
const PART_OF: ReadonlyMap<string, string> = new Map([['SG03', 'SG02']])

const BASIS: Readonly<Record<ShorteningKind, readonly SourceId[]>> = {
  COMMITMENT: ['河南省优化营商环境条例-34'],
  TOLERANCE: ['河南省优化营商环境条例-35'],
  JOINT: ['河南省优化营商环境条例-41'],
  REGION: ['河南省优化营商环境条例-43'],
}

/** A way to save days, and what it rests on. Whether its conditions are met is for people to say. */
export type Shortening = Readonly<{
  kind: ShorteningKind
  /** The items it is about, the one that is shortened first. */
  codes: readonly string[]
  /** Working days by which construction and production come earlier; never below 0. */
  construction: number
  production: number
  basis: readonly SourceId[]
}>

/** The items and the graph as they would be if one way were taken. */
type Attempt<I extends CatalogueTerms> = Readonly<{
  kind: ShorteningKind
  codes: readonly string[]
  basis?: readonly SourceId[]
  items: readonly I[]
  edges: Edges
}>

const isAhead = <I extends CatalogueTerms>(item: I | undefined): item is I =>
  item !== undefined && item.status === 'open' && !item.running

/** What could be done about an item that is not filed yet. */
function attemptsFor<I extends CatalogueTerms>(item: I, items: readonly I[], edges: Edges): Attempt<I>[] {
  const { code } = item
  const byCode = new Map(items.map((one) => [one.code, one]))
  const put = (changes: Partial<CatalogueTerms>): I[] =>
    items.map((one) => (one === item ? { ...one, ...changes } : one))
  const before = edges[code] ?? []
  const open = before.filter((other) => byCode.get(other)?.status === 'open')
  const attempts: Attempt<I>[] = []
  if (item.commitment && item.remainingWd > COMMITMENT_WD)
    attempts.push({ kind: 'COMMITMENT', codes: [code], items: put({ remainingWd: COMMITMENT_WD }), edges })
  if (AREA_WIDE.has(code)) attempts.push({ kind: 'REGION', codes: [code], items: put({ status: 'absent' }), edges })
  if (item.tolerance && open.length > 0) {
    // Accepted while the results before it are still to come, it is not decided before they are there.
    const longest = Math.max(...open.map((other) => byCode.get(other)?.remainingWd ?? 0))
    const further = [...before.filter((other) => !open.includes(other)), ...open.flatMap((other) => edges[other] ?? [])]
    attempts.push({
      kind: 'TOLERANCE',
      codes: [code],
      items: put({ remainingWd: Math.max(item.remainingWd, longest) }),
      edges: { ...edges, [code]: further },
    })
  }
  const beside = open.filter((other) => item.group !== null && byCode.get(other)?.group === item.group)
  if (beside.length > 0)
    attempts.push({
      kind: 'JOINT',
      codes: [code, ...beside],
      items,
      edges: {
        ...edges,
        [code]: [
          ...before.filter((other) => !beside.includes(other)),
          ...beside.flatMap((other) => edges[other] ?? []),
        ],
      },
    })
  const lead = byCode.get(PART_OF.get(code) ?? '')
  if (isAhead(lead) && lead.group === item.group && lead.remainingWd < item.remainingWd)
    attempts.push({
      kind: 'JOINT',
      codes: [code, lead.code],
      basis: ['消防设计审查验收规定-24'],
      items: put({ remainingWd: lead.remainingWd }),
      edges,
    })
  return attempts
}

/** Predecessors an item really has here: what is not in the project is replaced by what comes before it. */
const edgesHere = (items: readonly CatalogueTerms[], edges: Edges): Edges =>
  resolveEdges(
    edges,
    items.flatMap(({ code, status }) => (status === 'absent' ? [] : [code])),
  )

/** One way by one word, as an address carries it. */
export const shorteningKey = ({ kind, codes }: Pick<Shortening, 'kind' | 'codes'>): string => [kind, ...codes].join('.')

/**
 * The items and the graph as they would be if some ways were taken together, one after the other.
 *
 * A way that another one has made pointless, or that is unknown here, changes nothing.
 *
 * @param keys of `shorteningKey`
 */
export function shortened<I extends CatalogueTerms>(
  items: readonly I[],
  given: Edges,
  keys: readonly string[],
): Readonly<{ items: readonly I[]; edges: Edges }> {
  return keys.reduce(
    (now: Readonly<{ items: readonly I[]; edges: Edges }>, key) => {
      const ahead = now.items.filter((item) => isAhead(item) && key.split('.')[1] === item.code)
      const taken = ahead
        .flatMap((item) => attemptsFor(item, now.items, now.edges))
        .find((attempt) => shorteningKey(attempt) === key)
      return taken ? { items: taken.items, edges: edgesHere(taken.items, taken.edges) } : now
    },
    { items, edges: edgesHere(items, given) },
  )
}

/**
 * What would bring the start of construction or production nearer 压缩建议: each way the law and the catalogue allow, tried on
 * its own in the forecast, with the days it saves. What saves nothing is not suggested.
 *
 * Only items on the way to the start or to production that are not filed yet are looked at. Days saved by several together are
 * not their sum.
 *
 * @returns the most saved first; err GRAPH_CYCLE
 * @source procedures.md §1 (R5–R7, R12); 河南省优化营商环境条例-34, 河南省优化营商环境条例-35, 河南省优化营商环境条例-41,
 *         河南省优化营商环境条例-43, 消防设计审查验收规定-24
 */
export function shorteningsOf(items: readonly CatalogueTerms[], ground: ForecastGround): Result<Shortening[]> {
  const base = foresee(items, ground)
  if (!base.ok) return base
  const { calendar } = ground
  const edges = edgesHere(items, ground.edges)
  const critical = new Set([
    ...base.value.line,
    ...base.value.items.flatMap(({ code, critical: on }) => (on ? [code] : [])),
  ])
  const earlier = (of: (forecast: Forecast) => Forecast['production'], then: Forecast) =>
    Math.max(0, 0 - (dayMove(of(base.value), of(then), calendar)?.days ?? 0))
  const found: Shortening[] = []
  for (const item of items) {
    if (!isAhead(item) || !critical.has(item.code)) continue
    for (const attempt of attemptsFor(item, items, edges)) {
      const then = foresee(attempt.items, { ...ground, edges: attempt.edges })
      if (!then.ok) return then
      const construction = earlier((forecast) => forecast.constructionStart, then.value)
      const production = earlier((forecast) => forecast.production, then.value)
      if (construction + production === 0) continue
      const { kind, codes, basis = BASIS[kind] } = attempt
      found.push({ kind, codes, construction, production, basis })
    }
  }
  return ok(
    found.toSorted(
      (a, b) =>
        b.construction - a.construction ||
        b.production - a.production ||
        SHORTENINGS.indexOf(a.kind) - SHORTENINGS.indexOf(b.kind),
    ),
  )
}
