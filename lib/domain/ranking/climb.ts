import type { ScoreTable } from '../score'
import type { CountedItem } from './item'
import { subjectOfRow, sumsOfRow, tableOfSums } from './month-table'
import type { RankingParameters } from './parameters'
import type { RankingRow } from './row'
import { type SubjectSums, withItem, withoutItem } from './sums'

/** A step upwards: the items to finish, by number, and the place and score the rules then give. */
export type Climb = Readonly<{ seqs: readonly number[]; rank: number; score: string }>

/** More items than this are no advice. */
export const CLIMB_MOST = 10

/**
 * What could have been done in time: it counted, and not in full, whether it is still open or was done late. Stars, and how
 * much faster than promised, are a matter of more or less.
 */
export const isFinishable = (item: CountedItem): boolean =>
  item.out === null &&
  item.indicator !== 'EVENT' &&
  item.num < item.den &&
  item.kind !== 'RATING' &&
  !(item.table === 'AGENCY' && item.indicator === 'B')

/**
 * “完成这 n 件可升到第 m”: what the items that lost points, done in time, would have made of a row, by asking the rules again each time.
 *
 * The items that bring most come first; each step names the fewest with which the row stands higher than before. The other
 * rows stay as they are; the district's means move along.
 *
 * @param rows  all rows of the table
 * @param items of the row
 * @returns empty when nothing was lost, or nothing would change its place; a row that is not ranked does not climb
 */
export function climb(
  table: ScoreTable,
  subjectId: string,
  rows: readonly RankingRow[],
  items: readonly CountedItem[],
  p: RankingParameters,
): Climb[] {
  const row = rows.find((r) => r.subjectId === subjectId)
  if (!row || row.rank === null) return []
  const subjects = rows.map(subjectOfRow)
  const sums = new Map<string, SubjectSums>(rows.map((r) => [r.subjectId, sumsOfRow(r)]))
  const ask = (own: SubjectSums) => {
    const again = tableOfSums(table, subjects, new Map(sums).set(subjectId, own), p)
    return again.rows.find((r) => r.subjectId === subjectId)
  }
  const finish = (own: SubjectSums, item: CountedItem) => withItem(withoutItem(own, item), { ...item, num: item.den })
  const steps: Climb[] = []
  const done: number[] = []
  let left = items.filter(isFinishable)
  let [own, best] = [sumsOfRow(row), row.rank]
  while (left.length > 0 && done.length < CLIMB_MOST && best > 1) {
    // Items of one indicator and share bring the same: one of each is asked about.
    const kinds = new Map(
      left.map((item) => [`${item.indicator} ${item.num}/${item.den} ${item.weight} ${item.n}`, item]),
    )
    const [first] = [...kinds.values()]
      .map((item) => ({ item, points: gain(item, row, p) }))
      .sort((a, b) => b.points - a.points || a.item.seq - b.item.seq)
    if (!first) break
    own = finish(own, first.item)
    done.push(first.item.seq)
    left = left.filter(({ seq }) => seq !== first.item.seq)
    const now = ask(own)
    if (now && now.rank !== null && now.rank < best) {
      best = now.rank
      steps.push({ seqs: [...done], rank: now.rank, score: now.score })
    }
  }
  return steps
}

/** How much an item would bring, for the order they are tried in; what it brings exactly the rules say. */
function gain(item: CountedItem, row: RankingRow, p: RankingParameters): number {
  if (item.indicator === 'EVENT') return 0
  const { weight, of, n } = row.parts[item.indicator]
  const missing = (item.den - item.num) / item.den
  return of === 0 ? 0 : (weight * missing * item.weight * n) / (of * (n + p.priors[item.indicator]))
}
