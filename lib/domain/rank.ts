import { parseDecimal, toFixedDecimal } from './decimal'
import { err, ok, type Result } from './result'

/** Fewer due items than this: shown as 样本不足, not ranked. */
export const FEWEST_DUE = 3

/** A row of the table: its name, its score as a decimal, and how many items of A and C were due. */
export type RankRow = Readonly<{ id: string; score: string; due: number }>
export type Ranked = Readonly<{ id: string; rank: number | null }>

/**
 * Ranks of a month 月排名: by score to one decimal; equal scores share a rank and the next one is skipped (1, 1, 3).
 *
 * @returns in the order of the table, inside a tie by name, those with too few items last; err SCORE_INVALID
 * @source meetings-and-ranking B2
 * @example rank([{ id: 'b', score: '9.0', due: 5 }, { id: 'a', score: '9.0', due: 5 }]) // a 1, b 1
 */
export function rank(rows: readonly RankRow[]): Result<Ranked[]> {
  const read: { id: string; points: number; ranked: boolean }[] = []
  for (const row of rows) {
    const value = parseDecimal(row.score)
    if (!value) return err({ code: 'SCORE_INVALID', id: row.id })
    // Tenths are whole numbers: they compare exactly.
    read.push({ id: row.id, points: Math.round(Number(toFixedDecimal(value, 1)) * 10), ranked: row.due >= FEWEST_DUE })
  }
  read.sort((a, b) => Number(b.ranked) - Number(a.ranked) || b.points - a.points || (a.id < b.id ? -1 : 1))
  const counted = read.filter((row) => row.ranked)
  const firstOf = new Map<number, number>()
  for (const [index, row] of counted.entries()) if (!firstOf.has(row.points)) firstOf.set(row.points, index + 1)
  return ok(read.map((row) => ({ id: row.id, rank: row.ranked ? (firstOf.get(row.points) ?? null) : null })))
}
