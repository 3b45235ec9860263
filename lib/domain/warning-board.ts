import { compareLevel, LEVELS, type Level } from './level-scale'

/** A project on the board: what it is counted under, and its colour at the two days compared. */
export type BoardProject = Readonly<{
  id: string
  /** What it is grouped by; null where it has none. */
  group: string | null
  /** Null: it was not in the library yet. */
  was: Level | null
  now: Level
  /** Colour at the end of each week looked back upon, oldest first; null while it was not there. */
  weeks: readonly (Level | null)[]
}>

export type LevelCounts = Readonly<Record<Level, number>>
export type BoardGroup = Readonly<{
  group: string | null
  total: number
  counts: LevelCounts
  /** How many became this colour between the two days. */
  turned: LevelCounts
  weeks: readonly Readonly<{ red: number; yellow: number }>[]
}>

const none = (): Record<Level, number> => ({ RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 })

/** Whether a colour changed between the two days; what is new in the library has not changed. */
export const hasTurned = ({ was, now }: Pick<BoardProject, 'was' | 'now'>): boolean => was !== null && was !== now

/** Whether it changed for the worse. */
export const hasWorsened = ({ was, now }: Pick<BoardProject, 'was' | 'now'>): boolean =>
  was !== null && compareLevel(now, was) > 0

function groupOf(group: string | null, projects: readonly BoardProject[]): BoardGroup {
  const [counts, turned] = [none(), none()]
  for (const project of projects) {
    counts[project.now]++
    if (hasTurned(project)) turned[project.now]++
  }
  const weeks = (projects[0]?.weeks ?? []).map((_, week) => ({
    red: projects.filter((p) => p.weeks[week] === 'RED').length,
    yellow: projects.filter((p) => p.weeks[week] === 'YELLOW').length,
  }))
  return { group, total: projects.length, counts, turned, weeks }
}

/**
 * The board by group, and over everything 四色看板. The sum of the groups is the total, colour by colour.
 *
 * Groups come in the order of `names`; what has none comes last.
 */
export function boardOf(projects: readonly BoardProject[], names: ReadonlyMap<string, string>) {
  const byGroup = new Map<string | null, BoardProject[]>()
  for (const project of projects) {
    const members = byGroup.get(project.group)
    if (members) members.push(project)
    else byGroup.set(project.group, [project])
  }
  const order = (group: string | null) => (group === null ? '\u{10ffff}' : (names.get(group) ?? group))
  const groups = [...byGroup]
    .map(([group, members]) => groupOf(group, members))
    .toSorted((a, b) => (order(a.group) < order(b.group) ? -1 : 1))
  return { groups, total: groupOf(null, projects) }
}

/** From which colour to which, row = before, column = now; what was not there before is left out. */
export function matrixOf(projects: readonly BoardProject[]): Readonly<Record<Level, LevelCounts>> {
  const matrix = Object.fromEntries(LEVELS.map((level) => [level, none()])) as Record<Level, Record<Level, number>>
  for (const { was, now } of projects) if (was !== null) matrix[was][now]++
  return matrix
}

/** Changed projects, those that became worse first, the worst of them on top. */
export const turnedFirst = <P extends Pick<BoardProject, 'was' | 'now'>>(projects: readonly P[]): P[] =>
  projects
    .filter(hasTurned)
    .toSorted(
      (a, b) =>
        Number(hasWorsened(b)) - Number(hasWorsened(a)) ||
        compareLevel(b.now, a.now) ||
        compareLevel(b.was ?? 'GREY', a.was ?? 'GREY'),
    )
