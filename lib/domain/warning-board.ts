import { compareLevel, LEVELS, type Level } from './level-scale'

/** Projects of one group that had one colour when the first day was over and another when the second was. */
export type BoardCell = Readonly<{
  /** What they are counted under; null where they have none. */
  group: string | null
  /** Null: not in the ledger yet. */
  was: Level | null
  /** Null: no longer in it. */
  now: Level | null
  n: number
}>

/** Red and yellow of a group at the end of one of the weeks looked back upon, the oldest being 0. */
export type WeekCell = Readonly<{ group: string | null; week: number; red: number; yellow: number }>

export type LevelCounts = Readonly<Record<Level, number>>
export type BoardGroup = Readonly<{
  group: string | null
  /** How many there are at the second day. */
  total: number
  counts: LevelCounts
  /** How many became this colour between the two days. */
  turned: LevelCounts
  arrived: number
  left: number
  weeks: readonly Readonly<{ red: number; yellow: number }>[]
}>

/** A row of the matrix: a colour of the first day, or not there yet. */
export type Was = Level | 'NEW'
/** A column of the matrix: a colour of the second day, or no longer there. */
export type Now = Level | 'LEFT'
export type BoardMatrix = Readonly<Record<Was, Readonly<Record<Now, number>>>>

const none = (): Record<Level, number> => ({ RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 })

type Pair = Pick<BoardCell, 'was' | 'now'>

/** Whether a colour changed between the two days; what came or left meanwhile has not changed. */
export const hasTurned = ({ was, now }: Pair): boolean => was !== null && now !== null && was !== now

/** Whether it changed for the worse. */
export const hasWorsened = ({ was, now }: Pair): boolean => was !== null && now !== null && compareLevel(now, was) > 0

function groupOf(
  group: string | null,
  cells: readonly BoardCell[],
  past: readonly WeekCell[],
  weeks: number,
): BoardGroup {
  const [counts, turned] = [none(), none()]
  let [total, arrived, left] = [0, 0, 0]
  for (const cell of cells) {
    if (cell.now === null) left += cell.n
    else {
      total += cell.n
      counts[cell.now] += cell.n
      if (cell.was === null) arrived += cell.n
      else if (cell.was !== cell.now) turned[cell.now] += cell.n
    }
  }
  const columns = Array.from({ length: weeks }, () => ({ red: 0, yellow: 0 }))
  for (const { week, red, yellow } of past) {
    const column = columns[week]
    if (!column) continue
    column.red += red
    column.yellow += yellow
  }
  return { group, total, counts, turned, arrived, left, weeks: columns }
}

/**
 * The board by group, and over everything 四色看板. The sum of the groups is the total, colour by colour.
 *
 * Groups come in the order of `names`; what has none comes last.
 *
 * @param weeks how many weeks are looked back upon
 */
export function boardOf(
  cells: readonly BoardCell[],
  past: readonly WeekCell[],
  names: ReadonlyMap<string, string>,
  weeks: number,
) {
  const groups = [...new Set(cells.map((cell) => cell.group))]
  // What has left long ago is in no row, and so not in their sum.
  const counted = past.filter((cell) => groups.includes(cell.group))
  const order = (group: string | null) => (group === null ? '\u{10ffff}' : (names.get(group) ?? group))
  return {
    groups: groups
      .map((group) =>
        groupOf(
          group,
          cells.filter((cell) => cell.group === group),
          past.filter((cell) => cell.group === group),
          weeks,
        ),
      )
      .toSorted((a, b) => (order(a.group) < order(b.group) ? -1 : 1)),
    total: groupOf(null, cells, counted, weeks),
  }
}

/** From which colour to which, row = before, column = now: every project that was there on either day is in one cell. */
export function matrixOf(cells: readonly BoardCell[]): BoardMatrix {
  const row = (): Record<Now, number> => ({ ...none(), LEFT: 0 })
  const matrix = Object.fromEntries([...LEVELS, 'NEW'].map((was) => [was, row()])) as Record<Was, Record<Now, number>>
  for (const { was, now, n } of cells) matrix[was ?? 'NEW'][now ?? 'LEFT'] += n
  return matrix
}

const worstFirst = LEVELS.toReversed()

/** Rows of the matrix, the worst first; what was not there last. */
export const WAS = [...worstFirst, 'NEW'] as const satisfies readonly Was[]
/** Its columns. */
export const NOW = [...worstFirst, 'LEFT'] as const satisfies readonly Now[]

/** How many there were of a colour at the first day: what the matrix holds in its row. */
export const wasCount = (matrix: BoardMatrix, was: Was): number => NOW.reduce((sum, now) => sum + matrix[was][now], 0)

/** How many there are of a colour at the second day: what the matrix holds in its column. */
export const nowCount = (matrix: BoardMatrix, now: Now): number => WAS.reduce((sum, was) => sum + matrix[was][now], 0)

/** Changed projects, those that became worse first, the worst of them on top. */
export const turnedFirst = <P extends Pair>(projects: readonly P[]): P[] =>
  projects
    .filter(hasTurned)
    .toSorted(
      (a, b) =>
        Number(hasWorsened(b)) - Number(hasWorsened(a)) ||
        compareLevel(b.now ?? 'GREY', a.now ?? 'GREY') ||
        compareLevel(b.was ?? 'GREY', a.was ?? 'GREY'),
    )
