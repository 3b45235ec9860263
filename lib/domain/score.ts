import {
  compareFractions,
  type Fraction,
  minus,
  over,
  parseDecimal,
  plus,
  times,
  toFixedDecimal,
  whole,
} from './decimal'
import { err, ok, type Result } from './result'

export const INDICATORS = ['A', 'B', 'C', 'D', 'E'] as const
export type Indicator = (typeof INDICATORS)[number]

/** Whom a monthly table ranks 月排名: stewards, agencies, task forces, areas. */
export const SCORE_TABLES = ['STEWARD', 'AGENCY', 'TASKFORCE', 'AREA'] as const
export type ScoreTable = (typeof SCORE_TABLES)[number]

/** How a table is scored. */
export type TableRule = Readonly<{
  /** Points of each indicator; they add up to 100. */
  weights: Readonly<Record<Indicator, number>>
  /** Points off for each counted event, and the most that can be taken off. */
  deduction: Readonly<{ each: number; cap: number }>
}>

/**
 * What each table counts 考核指标权重.
 *
 * @source meetings-and-ranking B2, decided for this product after M20–M29
 */
export const SCORE_RULES: Readonly<Record<ScoreTable, TableRule>> = {
  STEWARD: { weights: { A: 30, B: 25, C: 25, D: 10, E: 10 }, deduction: { each: 2, cap: 6 } },
  AGENCY: { weights: { A: 40, B: 15, C: 25, D: 10, E: 10 }, deduction: { each: 3, cap: 15 } },
  TASKFORCE: { weights: { A: 20, B: 25, C: 25, D: 20, E: 10 }, deduction: { each: 2, cap: 6 } },
  AREA: { weights: { A: 25, B: 30, C: 25, D: 10, E: 10 }, deduction: { each: 2, cap: 6 } },
}

/** How many observations at the district's mean every rate is filled up with, so that one lucky item is not a 100. */
export const PRIORS: Readonly<Record<Indicator, number>> = { A: 5, B: 2, C: 5, D: 3, E: 4 }

/** A rate as a quotient of decimals, and how many observations it rests on; 0/0 of none means there was none. */
export type Observation = Readonly<{ num: string; den: string; n: number }>

export type Score = Readonly<{
  /** Points of 100, one decimal, half up. */
  score: string
  /** As if nothing were filled up or taken off, one decimal. */
  raw: string
  /** Points by indicator, two decimals. */
  parts: Readonly<Record<Indicator, string>>
}>

const NOTHING = whole(0)
const ONE = whole(1)
const isShare = (rate: Fraction) => compareFractions(rate, NOTHING) >= 0 && compareFractions(rate, ONE) <= 0

/** A rate between 0 and 1, null when nothing was observed. */
function rateOf({ num, den, n }: Observation): Result<Fraction | null> {
  const [above, below] = [parseDecimal(num), parseDecimal(den)]
  const broken = err({ code: 'OBSERVATION_INVALID' })
  if (!above || !below || !Number.isSafeInteger(n) || n < 0 || below.n < 0n) return broken
  if (below.n === 0n) return above.n === 0n && n === 0 ? ok(null) : broken
  const rate = over(above, below)
  return isShare(rate) ? ok(rate) : broken
}

/** A rate between 0 and 1, null when nothing was observed, and how many observations it rests on. */
export type SeenRate = Readonly<{ rate: Fraction | null; n: number }>

/** A score before anything is rounded. */
export type ExactScore = Readonly<{
  parts: Readonly<Record<Indicator, Readonly<{ adjusted: Fraction; points: Fraction }>>>
  /** Points taken off. */
  off: number
  /** What is left, never below nothing. */
  total: Fraction
  raw: Fraction
}>

/**
 * The arithmetic of a score, exact: every rate is drawn towards its mean, (rate · n + m · mean) / (n + m); an indicator nobody
 * observed counts as the mean.
 *
 * @param priors m of each indicator
 * @source meetings-and-ranking B2
 */
export function exactScore(
  { weights, deduction }: TableRule,
  priors: Readonly<Record<Indicator, number>>,
  seen: Readonly<Record<Indicator, SeenRate>>,
  means: Readonly<Record<Indicator, Fraction>>,
  events: number,
): ExactScore {
  let [sum, raw] = [NOTHING, NOTHING]
  const part = (indicator: Indicator) => {
    const [{ rate, n: count }, mean] = [seen[indicator], means[indicator]]
    const [n, prior, weight] = [whole(count), whole(priors[indicator]), whole(weights[indicator])]
    const rated = rate ?? mean
    // Without a prior and without an observation there is only the mean.
    const base = plus(n, prior)
    const adjusted = base.n === 0n ? mean : over(plus(times(rated, n), times(prior, mean)), base)
    const points = times(weight, adjusted)
    sum = plus(sum, points)
    raw = plus(raw, times(weight, rated))
    return { adjusted, points }
  }
  const parts = { A: part('A'), B: part('B'), C: part('C'), D: part('D'), E: part('E') }
  const off = Math.min(events * deduction.each, deduction.cap)
  const total = minus(sum, whole(off))
  return { parts, off, total: compareFractions(total, NOTHING) < 0 ? NOTHING : total, raw }
}

/**
 * Monthly score of one subject 月度得分.
 *
 * Every rate is drawn towards the month's district mean: (rate · n + m · mean) / (n + m), with m 5 for A and C, 2 for B,
 * 3 for D, 4 for E. An indicator nobody observed counts as the mean. The exact sum of the parts, less the deduction, is
 * rounded once.
 *
 * @param observations an indicator that is left out was not observed
 * @param means        district means as decimals between 0 and 1
 * @param events       events that cost points: own red over five days, statute broken, reply overdue
 * @returns err OBSERVATION_INVALID, MEAN_INVALID (with the indicator), EVENTS_INVALID
 * @source meetings-and-ranking B2
 * @example score('STEWARD', li, { A: '0.85', B: '0.80', C: '0.80', D: '0.85', E: '0.90' }, 0) // 89.1
 */
export function score(
  table: ScoreTable,
  observations: Readonly<Partial<Record<Indicator, Observation>>>,
  means: Readonly<Record<Indicator, string>>,
  events: number,
): Result<Score> {
  if (!Number.isSafeInteger(events) || events < 0) return err({ code: 'EVENTS_INVALID' })
  const read: Partial<Record<Indicator, SeenRate>> = {}
  const drawn: Partial<Record<Indicator, Fraction>> = {}
  for (const indicator of INDICATORS) {
    const mean = parseDecimal(means[indicator])
    if (!mean || !isShare(mean)) return err({ code: 'MEAN_INVALID', indicator })
    const observation = observations[indicator] ?? { num: '0', den: '0', n: 0 }
    const rate = rateOf(observation)
    if (!rate.ok) return err({ ...rate.error, indicator })
    drawn[indicator] = mean
    read[indicator] = { rate: rate.value, n: observation.n }
  }
  const seen = read as Record<Indicator, SeenRate>
  const exact = exactScore(SCORE_RULES[table], PRIORS, seen, drawn as Record<Indicator, Fraction>, events)
  const part = (indicator: Indicator) => toFixedDecimal(exact.parts[indicator].points, 2)
  return ok({
    score: toFixedDecimal(exact.total, 1),
    raw: toFixedDecimal(exact.raw, 1),
    parts: { A: part('A'), B: part('B'), C: part('C'), D: part('D'), E: part('E') },
  })
}
