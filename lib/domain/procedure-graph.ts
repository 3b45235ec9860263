import { err, ok, type Result } from './result'

/** Predecessors by code 前置关系. */
export type Edges = Readonly<Record<string, readonly string[]>>

/**
 * Predecessors of the items that are there: one that is missing is replaced by its own predecessors.
 *
 * @param edges   the whole graph: catalogue predecessors with a template's overrides laid over them
 * @param present codes in the project
 * @source procedures.md §4: “A predecessor that is not in the template is skipped and replaced by its own predecessors”
 * @example resolveEdges({ B: ['A'], C: ['B'] }, ['A', 'C']) // { A: [], C: ['A'] }
 */
export function resolveEdges(edges: Edges, present: readonly string[]): Record<string, string[]> {
  const here = new Set(present)
  const known = new Map<string, Set<string>>()
  const nearest = (code: string, path: ReadonlySet<string>): Set<string> => {
    const cached = known.get(code)
    if (cached) return cached
    const found = new Set<string>()
    for (const before of edges[code] ?? []) {
      if (path.has(before)) continue
      if (here.has(before)) found.add(before)
      else for (const further of nearest(before, new Set([...path, before]))) found.add(further)
    }
    known.set(code, found)
    return found
  }
  return Object.fromEntries(present.map((code) => [code, [...nearest(code, new Set([code]))].sort()]))
}

/**
 * Codes in an order in which every item comes after its predecessors; equal ones by code.
 *
 * @returns err GRAPH_CYCLE with the codes that wait for each other
 */
export function sortByDependency(edges: Edges): Result<string[]> {
  const codes = Object.keys(edges).sort()
  const open = new Map(codes.map((code) => [code, (edges[code] ?? []).filter((p) => p in edges).length]))
  const after = new Map<string, string[]>()
  for (const code of codes) for (const p of edges[code] ?? []) after.set(p, [...(after.get(p) ?? []), code])
  const ready = codes.filter((code) => open.get(code) === 0)
  const sorted: string[] = []
  for (let code = ready.shift(); code !== undefined; code = ready.shift()) {
    sorted.push(code)
    for (const next of after.get(code) ?? []) {
      const left = (open.get(next) ?? 0) - 1
      open.set(next, left)
      if (left === 0) ready.push(next)
    }
  }
  if (sorted.length < codes.length) return err({ code: 'GRAPH_CYCLE', codes: codes.filter((c) => !sorted.includes(c)) })
  return ok(sorted)
}
