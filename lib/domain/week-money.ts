import { FEN_PER_WAN } from './money'

/** What a project has, beside the week that is reported; 分. */
export type MoneyStanding = Readonly<{
  totalFen: bigint | null
  /** Plan of the year; 0 when there is none. */
  plannedFen: bigint
  /** Completed this year without this week. */
  yearFen: bigint
  /** Completed in all other years. */
  otherYearsFen: bigint
}>

/** A figure somebody has to say again before it counts: which bound it breaks, and the sums that show it. */
export type MoneyDoubt = Readonly<{
  code: 'WEEK_LIKELY_YUAN' | 'WEEK_OVER_TOTAL' | 'WEEK_OVER_PLAN'
  weekFen: bigint
  /** The sum that breaks the bound. */
  sumFen: bigint
  boundFen: bigint
  /** What the figure would be if it had been typed in 元. */
  yuanFen: bigint
}>

const YUAN_IN_WAN = 10_000n

/**
 * Whether a week's completed money can be: a week alone above the whole investment was probably typed in 元; a sum above
 * the total investment, or above the plan of the year, may be true and is asked about.
 *
 * A figure that is corrected downwards is never asked about.
 *
 * @param wasFen what the week had before
 */
export function doubtWeek(weekFen: bigint, wasFen: bigint, standing: MoneyStanding): MoneyDoubt | null {
  const { totalFen, plannedFen } = standing
  if (weekFen <= wasFen) return null
  const doubt = (code: MoneyDoubt['code'], sumFen: bigint, boundFen: bigint): MoneyDoubt => ({
    code,
    weekFen,
    sumFen,
    boundFen,
    yuanFen: weekFen / YUAN_IN_WAN,
  })
  const whole = totalFen !== null && totalFen > 0n ? totalFen : plannedFen
  if (whole > 0n && weekFen > whole) return doubt('WEEK_LIKELY_YUAN', weekFen, whole)
  // Nothing to measure by: a week of ten thousand million yuan is still no week.
  if (whole === 0n && weekFen > 1_000_000n * FEN_PER_WAN) return doubt('WEEK_LIKELY_YUAN', weekFen, 0n)
  const year = standing.yearFen + weekFen
  if (totalFen !== null && totalFen > 0n && standing.otherYearsFen + year > totalFen)
    return doubt('WEEK_OVER_TOTAL', standing.otherYearsFen + year, totalFen)
  if (plannedFen > 0n && year > plannedFen) return doubt('WEEK_OVER_PLAN', year, plannedFen)
  return null
}

/** What a confirmation stands for: these figures and no others, so that a changed one is asked about again. */
export const doubtToken = (doubt: MoneyDoubt): string => `${doubt.code}:${doubt.weekFen}:${doubt.sumFen}`

/** A year's plan above the investment of the whole project cannot be; figures nobody gave break nothing. */
export const refusePlan = (plannedFen: bigint | null, totalFen: bigint | null) =>
  plannedFen !== null && totalFen !== null && totalFen > 0n && plannedFen > totalFen
    ? { code: 'PLAN_OVER_TOTAL', planFen: String(plannedFen), totalFen: String(totalFen) }
    : null
