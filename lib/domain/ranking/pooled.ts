import { type Fraction, over, plus, toFixedDecimal, whole } from '../decimal'
import type { Indicator } from '../score'
import type { RankingRow, RowPart } from './row'

/** One indicator of one subject or of several together: kept of due, exactly. */
export type Pooled = Readonly<{ kept: Fraction; due: number; n: number }>

const keptOf = ({ num, den }: Pick<RowPart, 'num' | 'den'>): Fraction => ({ n: BigInt(num), d: BigInt(den) })

/** An indicator of several rows as one: what a table's total and a district's rate say. */
export function pooled(rows: readonly Pick<RankingRow, 'parts'>[], indicator: Indicator): Pooled {
  let [kept, due, n] = [whole(0), 0, 0]
  for (const { parts } of rows) {
    const part = parts[indicator]
    if (part.n === 0) continue
    kept = plus(kept, keptOf(part))
    due += part.of
    n += part.n
  }
  return { kept, due, n }
}

/** Hundredths of a percent kept of what was due, half up; null when nothing was observed. */
export function shareOf({ kept, due, n }: Pooled): number | null {
  if (n === 0 || due === 0) return null
  return Number(toFixedDecimal(over({ n: kept.n * 10_000n, d: kept.d }, whole(due)), 0))
}

/** A sum of shares as it is printed: a number of items where it is one. */
export const keptText = ({ kept }: Pick<Pooled, 'kept'>): string =>
  kept.n % kept.d === 0n ? String(kept.n / kept.d) : toFixedDecimal(kept, 1)
