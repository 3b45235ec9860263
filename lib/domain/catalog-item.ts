import { resolveEdges, sortByDependency } from './procedure-graph'
import { err, ok, type Result } from './result'

/** Stages a catalogue is read by, in the order a project goes through them 阶段. */
export const CATALOG_STAGES = [
  '招引落地',
  '立项用地规划许可',
  '工程建设许可',
  '施工许可',
  '并行推进',
  '竣工验收',
  '投产',
] as const
export type CatalogStage = (typeof CATALOG_STAGES)[number]

/** How the catalogue calls the agency of an item no authority decides: the project unit does it itself 项目单位. */
export const PROJECT_UNIT = '项目单位'

/** What an office may change about an item of the catalogue 事项: the rest is law. */
export type ItemTerms = Readonly<{
  promisedWd: number
  materials: readonly string[]
  agencyId: string | null
  agencyName: string
}>

export type StatutoryLimit = Readonly<{ days: number | null; unit: string | null }>

/**
 * The most working days a promise may have under a statutory limit. A limit in calendar days (日) holds five working days a
 * week, the last one begun counts.
 *
 * @returns null where the law sets no limit
 * @source four-colours §8: 0 < P ≤ S; K14
 * @example longestPromise({ days: 15, unit: 'CD' }) // 11
 */
export function longestPromise({ days, unit }: StatutoryLimit): number | null {
  if (days === null) return null
  return unit === 'CD' ? Math.ceil((days * 5) / 7) : days
}

/**
 * Whether an item may have these terms.
 *
 * @returns err PROMISE_INVALID (not a whole working day), PROMISE_OVER_STATUTE with the most there may be
 */
export function checkTerms(terms: ItemTerms, statutory: StatutoryLimit): Result<ItemTerms> {
  if (!Number.isInteger(terms.promisedWd) || terms.promisedWd < 1) return err({ code: 'PROMISE_INVALID' })
  const most = longestPromise(statutory)
  if (most !== null && terms.promisedWd > most)
    return err({ code: 'PROMISE_OVER_STATUTE', promised: terms.promisedWd, most })
  return ok(terms)
}

/** One field of an item that differs between two versions. */
export type TermChange = Readonly<
  | { field: 'promisedWd'; from: number; to: number }
  | { field: 'agencyName'; from: string; to: string }
  | { field: 'materials'; added: readonly string[]; removed: readonly string[] }
>

/**
 * What differs between the terms of two versions, old → new.
 *
 * @example termChanges(before, { ...before, promisedWd: 5 }) // [{ field: 'promisedWd', from: 7, to: 5 }]
 */
export function termChanges(before: ItemTerms, after: ItemTerms): readonly TermChange[] {
  const added = after.materials.filter((m) => !before.materials.includes(m))
  const removed = before.materials.filter((m) => !after.materials.includes(m))
  return [
    ...(before.promisedWd === after.promisedWd
      ? []
      : [{ field: 'promisedWd' as const, from: before.promisedWd, to: after.promisedWd }]),
    ...(before.agencyName === after.agencyName && before.agencyId === after.agencyId
      ? []
      : [{ field: 'agencyName' as const, from: before.agencyName, to: after.agencyName }]),
    ...(added.length + removed.length === 0 ? [] : [{ field: 'materials' as const, added, removed }]),
  ]
}

type CatalogueItem = Readonly<{
  code: string
  promisedWd: number
  statutoryDays: number | null
  statutoryUnit: string | null
  predecessors: readonly string[]
}>
type CatalogueTemplate = Readonly<{
  code: string
  lines: readonly Readonly<{ code: string; promised?: number }>[]
  overrides: Readonly<Record<string, readonly string[]>>
}>

/**
 * Whether a whole version holds together before it comes into force: every promise within the law, every predecessor there,
 * no item that waits for itself, in the catalogue or in any template.
 *
 * @returns err PROMISE_OVER_STATUTE, PREDECESSOR_UNKNOWN, GRAPH_CYCLE
 */
export function checkCatalogue(items: readonly CatalogueItem[], templates: readonly CatalogueTemplate[]): Result<null> {
  const known = new Map(items.map((item) => [item.code, item]))
  const edges = Object.fromEntries(items.map((item) => [item.code, item.predecessors]))
  const promiseOf = (item: CatalogueItem, promisedWd: number) =>
    checkTerms(
      { promisedWd, materials: [], agencyId: null, agencyName: '' },
      { days: item.statutoryDays, unit: item.statutoryUnit },
    )
  for (const item of items) {
    const promise = promiseOf(item, item.promisedWd)
    if (!promise.ok) return err({ ...promise.error, item: item.code })
    const missing = item.predecessors.find((code) => !known.has(code))
    if (missing) return err({ code: 'PREDECESSOR_UNKNOWN', item: item.code, missing })
  }
  const base = sortByDependency(edges)
  if (!base.ok) return base
  for (const { lines, overrides } of templates) {
    for (const { code, promised } of lines) {
      const item = known.get(code)
      if (!item) return err({ code: 'PREDECESSOR_UNKNOWN', item: code, missing: code })
      const promise = promiseOf(item, promised ?? item.promisedWd)
      if (!promise.ok) return err({ ...promise.error, item: code })
    }
    const sorted = sortByDependency(
      resolveEdges(
        { ...edges, ...overrides },
        lines.map(({ code }) => code),
      ),
    )
    if (!sorted.ok) return sorted
  }
  return ok(null)
}
