import { type Fraction, over, whole } from './decimal'

/** Fewer finished procedures than this say nothing of what is usual 样本不足. */
export const ENOUGH = 5

/**
 * What is usual for some finished procedures: how many there are, the middle one, and the one four of five do not exceed.
 * Where there are too few no number is told, not even a small one.
 */
export type Usual =
  | Readonly<{ enough: false; n: number }>
  /** `median` may end in a half; `p80` is one that really happened. */
  | Readonly<{ enough: true; n: number; median: Fraction; p80: number }>

/**
 * Median and 80th percentile of durations 中位数、P80.
 *
 * The percentile is the smallest duration that at least four of five do not exceed (nearest rank): an integer, never a value
 * between two cases.
 *
 * @param days whole working days, one a finished procedure
 * @source meetings-and-ranking B2 (small samples are called 样本不足); five decided for this product
 * @example usualTime([1, 2, 3, 4, 10]) // { enough: true, n: 5, median: 3/1, p80: 4 }
 */
export function usualTime(days: readonly number[]): Usual {
  const n = days.length
  if (n < ENOUGH) return { enough: false, n }
  const sorted = days.toSorted((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? 0
  const half = n >> 1
  const median = n % 2 === 1 ? whole(at(half)) : over(whole(at(half - 1) + at(half)), whole(2))
  // Whole numbers throughout: the rank is ⌈4n ⁄ 5⌉.
  return { enough: true, n, median, p80: at(Math.ceil((4 * n) / 5) - 1) }
}

/** A finished procedure: what it was, who decided it, and how many working days that took. */
export type FinishedCase = Readonly<{ code: string; agency: string; days: number }>

/** What is usual for one item with one agency. */
export type UsualOfPair = Readonly<{ code: string; agency: string; usual: Usual }>

/**
 * Median and P80 of each item with each agency that decided it, by code and agency; items of different agencies are never
 * mixed.
 */
export function usualByPair(cases: readonly FinishedCase[]): readonly UsualOfPair[] {
  const pairs = new Map<string, { code: string; agency: string; days: number[] }>()
  for (const { code, agency, days } of cases) {
    const key = `${code} ${agency}`
    const pair = pairs.get(key)
    if (pair) pair.days.push(days)
    else pairs.set(key, { code, agency, days: [days] })
  }
  return [...pairs.keys()].sort().flatMap((key) => {
    const pair = pairs.get(key)
    return pair ? [{ code: pair.code, agency: pair.agency, usual: usualTime(pair.days) }] : []
  })
}
