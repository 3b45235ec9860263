import { over, times, toFixedDecimal, whole } from '../decimal'
import type { IssueSource, IssueState } from './issue'

/** Problems of one source by what became of them; every problem is in one count. */
export type IssueCounts = Readonly<{
  source: IssueSource
  total: number
  withdrawn: number
  outside: number
  solved: number
  /** Explained, and the enterprise ticked that it understands. */
  understood: number
  /** Explained, and nobody said so. */
  explained: number
  unsolvable: number
  /** Still with somebody, a plan given or not. */
  open: number
}>

/** A problem, or `n` that are alike. */
type Counted = Readonly<{
  source: IssueSource
  state: IssueState
  understood: boolean
  /** It cannot be solved, and nobody struck it off: that is open as well. */
  unstruck?: true
  n?: number
}>

const BUCKET: Readonly<Record<IssueState, Exclude<keyof IssueCounts, 'source' | 'total' | 'understood'>>> = {
  TO_ASSIGN: 'open',
  IN_HAND: 'open',
  TO_CONFIRM: 'open',
  IN_PROGRESS: 'open',
  SOLVED: 'solved',
  EXPLAINED: 'explained',
  UNSOLVABLE: 'unsolvable',
  WITHDRAWN: 'withdrawn',
  OUTSIDE: 'outside',
}

const none = (source: IssueSource): IssueCounts => ({
  source,
  total: 0,
  withdrawn: 0,
  outside: 0,
  solved: 0,
  understood: 0,
  explained: 0,
  unsolvable: 0,
  open: 0,
})

/**
 * Problems counted ledger by ledger 分来源统计. There is no count over all of them: two ledgers hold the same problem twice, and
 * nobody can say how often.
 *
 * @source other-mechanisms §1: 286 and 205 are two ledgers, their sum must not be shown as one figure
 */
export function countBySource(issues: readonly Counted[]): ReadonlyMap<IssueSource, IssueCounts> {
  const counts = new Map<IssueSource, IssueCounts>()
  for (const { source, state, understood, unstruck, n = 1 } of issues) {
    const so = counts.get(source) ?? none(source)
    const bucket = unstruck ? 'open' : state === 'EXPLAINED' && understood ? 'understood' : BUCKET[state]
    counts.set(source, { ...so, total: so.total + n, [bucket]: so[bucket] + n })
  }
  return counts
}

/** A share as the counts it is made of, and in percent with one decimal, half up. */
export type Share = Readonly<{ part: number; of: number; percent: string }>

const shareOf = (part: number, of: number): Share | null =>
  of > 0 ? { part, of, percent: toFixedDecimal(over(times(whole(part), whole(100)), whole(of)), 1) } : null

/**
 * How many of the problems that were the government's to solve are solved 解决率, strictly and loosely: the loose rate takes in
 * what was explained and the enterprise understands. Both are shown beside each other, from counts, never typed.
 *
 * @returns null where there is nothing to divide by
 * @source other-mechanisms §9
 * @example solvedRate({ ...counts, total: 205, solved: 201 })?.strict.percent // '98.0'
 */
export function solvedRate(counts: IssueCounts): Readonly<{ strict: Share; loose: Share }> | null {
  const of = counts.total - counts.withdrawn - counts.outside
  const strict = shareOf(counts.solved, of)
  const loose = shareOf(counts.solved + counts.understood, of)
  return strict && loose && { strict, loose }
}
