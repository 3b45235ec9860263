import type { TemplateItem } from '@/lib/data/catalog-load'
import { resolveEdges, sortByDependency } from '@/lib/domain/procedure-graph'
import type { CatalogItem, Template } from '@/prisma/generated/client'
import { type Step, scriptOf, type Trouble, troubleScript } from './procedure-script'
import type { Random } from './random'

/** One procedure of an imagined project; days are working days after the project entered the library. */
export type PlannedProcedure = Readonly<{
  item: CatalogItem
  promisedWd: number
  predecessors: readonly string[]
  absent: boolean
  file: number
  steps: readonly Step[]
  finish: number
  /** Working day that must be today for the trouble to be what it is meant to be. */
  today?: number
}>

export type PlannedGraph = Readonly<{
  answers: Readonly<Record<string, boolean>>
  procedures: ReadonlyMap<string, PlannedProcedure>
  /** Working day construction starts, ends, everything ends. */
  start: number
  built: number
  end: number
}>

/** Items that wait for the building to stand, though the graph lets them begin earlier. */
const AFTER_BUILDING = new Set([
  ...['JG01', 'JG02', 'JG03', 'JG04', 'JG05', 'JG06', 'JG07'],
  ...['TC01', 'TC02', 'TC03', 'TC05'],
])
/** Items filed in practice only when another one is through. */
const IN_PRACTICE_AFTER: Readonly<Record<string, readonly string[]>> = {
  ZY03: ['ZY02'],
  GC05: ['GC01'],
  SG05: ['GC02', 'SG02'],
  SG07: ['GC02', 'SG02'],
  BX01: ['SG04'],
  BX02: ['SG04'],
  BX03: ['SG04'],
}

/** Templates in which some items turn out not to apply after all. */
const MAY_NOT_APPLY = new Set(['ZY03', 'LX13', 'TC03', 'BX01'])

/**
 * Imagines the whole life of a project's procedures, from the first to the last.
 *
 * @param trouble the procedure everything after waits for, and what is wrong with it
 */
export function planGraph(
  r: Random,
  template: Template,
  catalogue: ReadonlyMap<string, CatalogItem>,
  buildingWd: number,
  trouble: Readonly<{ code: string; trouble: Trouble }> | null,
): PlannedGraph {
  const lines = template.items as unknown as readonly TemplateItem[]
  const answers = Object.fromEntries(
    lines.filter((l) => l.need === 'conditional').map((l) => [l.code, l.code === trouble?.code || r.chance(0.45)]),
  )
  const present = lines.filter((l) => l.need === 'required' || answers[l.code])
  const overrides = template.overrides as Record<string, string[]>
  const edges = Object.fromEntries([...catalogue].map(([code, item]) => [code, overrides[code] ?? item.predecessors]))
  const before = resolveEdges(
    edges,
    present.map((l) => l.code),
  )
  const codes = present.map((l) => l.code)
  const practice = (code: string) => (IN_PRACTICE_AFTER[code] ?? []).filter((p) => codes.includes(p))
  const sorted = sortByDependency(
    Object.fromEntries(codes.map((c) => [c, [...new Set([...(before[c] ?? []), ...practice(c)])]])),
  )
  if (!sorted.ok) throw new Error('the template has a cycle')

  const procedures = new Map<string, PlannedProcedure>()
  const finishOf = (codes: readonly string[]) => Math.max(0, ...codes.map((code) => procedures.get(code)?.finish ?? 0))
  // What waits for the building comes last: by then everything that decides the start of construction is placed.
  const waits = new Set<string>()
  for (const code of sorted.value)
    if (AFTER_BUILDING.has(code) || (before[code] ?? []).some((p) => waits.has(p))) waits.add(code)
  let [start, built] = [0, 0]
  const place = (code: string) => {
    const item = catalogue.get(code)
    if (!item) throw new Error(`no item ${code}`)
    const predecessors = before[code] ?? []
    const promisedWd = lines.find((l) => l.code === code)?.promised ?? item.promisedWd
    const ready = finishOf(predecessors)
    const absent = MAY_NOT_APPLY.has(code) && code !== trouble?.code && r.chance(0.12)
    const common = { item, promisedWd, predecessors, absent }
    if (absent) return procedures.set(code, { ...common, file: 0, steps: [], finish: ready })
    const file = Math.max(ready, finishOf(practice(code)), AFTER_BUILDING.has(code) ? built : 0) + r.int(0, 4)
    if (code === trouble?.code) {
      const { steps, today } = troubleScript(r, promisedWd, trouble.trouble)
      return procedures.set(code, { ...common, file, steps, finish: file + today + promisedWd, today: file + today })
    }
    const script = scriptOf(r, promisedWd, item.tolerance)
    return procedures.set(code, { ...common, file, steps: script.steps, finish: file + script.finish })
  }
  for (const code of sorted.value) if (!waits.has(code)) place(code)
  start = finishOf([...template.startConditions, 'SG04']) + r.int(3, 8)
  built = start + buildingWd
  for (const code of sorted.value) if (waits.has(code)) place(code)
  return { answers, procedures, start, built, end: finishOf([...procedures.keys()]) }
}
