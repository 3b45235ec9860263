import { compareLevel, type Level } from '../level-scale'
import type { PlainDate } from '../plain-date'
import type { Stage } from '../project'

/** What is known of a project at a data line, or when a day was over. Money in 分. */
export type ProjectThen = Readonly<{
  id: string
  level: Level
  stage: Stage
  stewardId: string | null
  leaderId: string | null
  taskforceId: string | null
  startOn: PlainDate | null
  productionOn: PlainDate | null
  doneFen: bigint | null
  plannedFen: bigint | null
}>

export const CHANGE_KINDS = ['worse', 'better', 'entered', 'left', 'stage', 'dates', 'money', 'team'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One project between two days: what changed about it. */
export type ProjectChange = Readonly<{
  id: string
  kinds: ReadonlySet<ChangeKind>
  before: ProjectThen | null
  after: ProjectThen | null
}>

export type WeekComparison = Readonly<{
  changes: readonly ProjectChange[]
  counts: Readonly<Record<ChangeKind, number>>
  levels: Readonly<{ before: Record<Level, number>; after: Record<Level, number> }>
  /** Completed between the two days. */
  addedFen: bigint
}>

const differ =
  (...keys: (keyof ProjectThen)[]) =>
  (a: ProjectThen, b: ProjectThen): boolean =>
    keys.some((key) => a[key] !== b[key])

const TESTS: Readonly<Partial<Record<ChangeKind, (before: ProjectThen, after: ProjectThen) => boolean>>> = {
  worse: (a, b) => compareLevel(b.level, a.level) > 0,
  better: (a, b) => compareLevel(b.level, a.level) < 0,
  stage: differ('stage'),
  dates: differ('startOn', 'productionOn'),
  money: differ('doneFen', 'plannedFen'),
  team: differ('stewardId', 'leaderId', 'taskforceId'),
}

function kindsOf(before: ProjectThen | null, after: ProjectThen | null): Set<ChangeKind> {
  if (!before) return new Set(['entered'])
  if (!after) return new Set(['left'])
  return new Set(CHANGE_KINDS.filter((kind) => TESTS[kind]?.(before, after)))
}

const levelsOf = (projects: readonly ProjectThen[]) => {
  const levels: Record<Level, number> = { RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 }
  for (const { level } of projects) levels[level]++
  return levels
}

/**
 * What changed between two pictures of some projects 两期对比.
 *
 * A project that entered or left has no other change; one of both pictures counts under every kind that holds.
 * Money counts where a project is in both: what enters the library with money did not earn it in between.
 */
export function compareWeeks(before: readonly ProjectThen[], after: readonly ProjectThen[]): WeekComparison {
  const earlier = new Map(before.map((p) => [p.id, p]))
  const later = new Map(after.map((p) => [p.id, p]))
  const ids = [...new Set([...later.keys(), ...earlier.keys()])]
  const changes = ids.flatMap((id): ProjectChange[] => {
    const [a, b] = [earlier.get(id) ?? null, later.get(id) ?? null]
    const kinds = kindsOf(a, b)
    return kinds.size > 0 ? [{ id, kinds, before: a, after: b }] : []
  })
  const count = (kind: ChangeKind) => changes.filter((change) => change.kinds.has(kind)).length
  return {
    changes,
    counts: Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, count(kind)])) as Record<ChangeKind, number>,
    levels: { before: levelsOf(before), after: levelsOf(after) },
    addedFen: changes.reduce(
      (sum, { before: a, after: b }) => (a && b ? sum + (b.doneFen ?? 0n) - (a.doneFen ?? 0n) : sum),
      0n,
    ),
  }
}
