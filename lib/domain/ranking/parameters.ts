import { compareFractions, parseDecimal, whole } from '../decimal'
import { err, type Failure, gathered, ok, type Result } from '../result'
import { INDICATORS, type Indicator, SCORE_RULES, SCORE_TABLES, type ScoreTable } from '../score'

/** How one table is scored 计分规则. */
export type TableParameters = Readonly<{
  /** Points of each indicator 权重; they add up to 100. */
  weights: Readonly<Record<Indicator, number>>
  /** Points off for each counted event, and the most that can be taken off 扣分与封顶. */
  deduction: Readonly<{ each: number; cap: number }>
  /** District mean of an indicator nobody in the district observed, as a decimal from 0 to 1 起始均值. */
  startMeans: Readonly<Record<Indicator, string>>
}>

/** Working days of the following month on which the life of a ranking goes on, 1 is its first working day 发布节奏. */
export type RankingDays = Readonly<{ draft: number; object: number; decide: number; publish: number }>

/**
 * Everything of the monthly ranking a district may set 月排名参数.
 *
 * @source meetings-and-ranking B2
 */
export type RankingParameters = Readonly<{
  tables: Readonly<Record<ScoreTable, TableParameters>>
  /** Observations at the district's mean every rate is filled up with, by indicator 先验样本. */
  priors: Readonly<Record<Indicator, number>>
  /** Fewer due items (A and C) than this: shown, not ranked 样本不足. */
  fewestDue: number
  /** An area with fewer projects than this is shown, not ranked. */
  fewestProjects: number
  /** Below so many points a ranked subject is reminded 提醒. */
  remindBelow: number
  /** Ranks that are praised 表扬. */
  praise: number
  /** A red of the steward's own costs points once it lasts longer than so many working days. */
  ownRedWd: number
  /** Percentage points behind plan at which a project's progress counts for nothing. */
  progressSpanPp: number
  days: RankingDays
  /** Whether stewards' names are ranked for others than leaders and the office 管家姓名公开. */
  publishStewardNames: boolean
}>

const START: TableParameters['startMeans'] = { A: '0.85', B: '0.80', C: '0.80', D: '0.85', E: '0.90' }

const delivered = (table: ScoreTable, startMeans = START): TableParameters => ({ ...SCORE_RULES[table], startMeans })

/** The parameters a district begins with. @source meetings-and-ranking B2 */
export const DEFAULT_RANKING_PARAMETERS: RankingParameters = {
  tables: {
    STEWARD: delivered('STEWARD'),
    // B of an agency is how much faster than promised it was: on time is 0.
    AGENCY: delivered('AGENCY', { ...START, B: '0.30' }),
    TASKFORCE: delivered('TASKFORCE'),
    AREA: delivered('AREA'),
  },
  priors: { A: 5, B: 2, C: 5, D: 3, E: 4 },
  fewestDue: 3,
  fewestProjects: 3,
  remindBelow: 60,
  praise: 3,
  ownRedWd: 5,
  progressSpanPp: 30,
  days: { draft: 1, object: 3, decide: 5, publish: 6 },
  publishStewardNames: false,
}

/** Whole numbers and the range each may have; what lies outside is refused at its field. */
const RANGES = {
  fewestDue: [1, 50],
  fewestProjects: [1, 50],
  remindBelow: [0, 100],
  praise: [1, 20],
  ownRedWd: [1, 60],
  progressSpanPp: [1, 100],
} as const satisfies Partial<Record<keyof RankingParameters, readonly [number, number]>>
const PRIOR_RANGE = [0, 100] as const
const POINTS = [0, 100] as const
/** A month has at most 23 working days; the life of a ranking ends within the month it begins in. */
const DAY_RANGE = [1, 23] as const
const DAYS = ['draft', 'object', 'decide', 'publish'] as const

const rangeFailure = (field: string, value: unknown, [least, most]: readonly [number, number]): Failure | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? null
    : { code: 'RANKING_NUMBER_INVALID', field, value: String(value), least, most }

const meanFailure = (field: string, value: unknown): Failure | null => {
  const mean = typeof value === 'string' ? parseDecimal(value) : null
  const fits = mean !== null && compareFractions(mean, whole(0)) >= 0 && compareFractions(mean, whole(1)) <= 0
  return fits ? null : { code: 'RANKING_MEAN_INVALID', field, value: String(value) }
}

function tableFailures(table: ScoreTable, { weights, deduction, startMeans }: TableParameters): (Failure | null)[] {
  const at = (part: string) => `tables.${table}.${part}`
  const sum = INDICATORS.reduce((total, i) => total + weights[i], 0)
  const each = INDICATORS.map((i) => rangeFailure(at(`weights.${i}`), weights[i], POINTS))
  return [
    ...each,
    each.some(Boolean) || sum === 100 ? null : { code: 'RANKING_WEIGHTS', field: at('weights'), table, sum },
    ...INDICATORS.map((i) => meanFailure(at(`startMeans.${i}`), startMeans[i])),
    rangeFailure(at('deduction.each'), deduction.each, POINTS),
    rangeFailure(at('deduction.cap'), deduction.cap, POINTS),
    deduction.cap < deduction.each ? { code: 'RANKING_CAP', field: at('deduction.cap'), table } : null,
  ]
}

function orderFailure(days: RankingDays): Failure | null {
  for (const [i, later] of DAYS.entries()) {
    const earlier = DAYS[i - 1]
    if (earlier && days[later] < days[earlier])
      return { code: 'RANKING_DAYS_ORDER', field: `days.${later}`, earlier, later }
  }
  return null
}

/**
 * Checks the parameters somebody proposes, all at once and each at its field.
 *
 * @returns err RANKING_WEIGHTS (not 100), RANKING_CAP, RANKING_MEAN_INVALID, RANKING_DAYS_ORDER, RANKING_NUMBER_INVALID
 * @source meetings-and-ranking B2
 */
export function checkRankingParameters(parameters: RankingParameters): Result<RankingParameters> {
  const failure = gathered(
    ...SCORE_TABLES.flatMap((table) => tableFailures(table, parameters.tables[table])),
    ...INDICATORS.map((i) => rangeFailure(`priors.${i}`, parameters.priors[i], PRIOR_RANGE)),
    ...Object.entries(RANGES).map(([name, range]) =>
      rangeFailure(name, parameters[name as keyof typeof RANGES], range),
    ),
    ...DAYS.map((day) => rangeFailure(`days.${day}`, parameters.days[day], DAY_RANGE)),
    orderFailure(parameters.days),
  )
  return failure ? err(failure) : ok(parameters)
}

/** One parameter that two versions have different, by the path of its field. */
export type ParameterChange = Readonly<{ field: string; from: string; to: string }>

const flat = (value: unknown, path: string): [string, string][] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
    : [[path, String(value)]]

/** What a proposal changes 改了什么, in the order of the form. */
export function parameterChanges(from: RankingParameters, to: RankingParameters): ParameterChange[] {
  const before = new Map(flat(from, ''))
  return flat(to, '').flatMap(([field, value]) => {
    const was = before.get(field) ?? ''
    return was === value ? [] : [{ field, from: was, to: value }]
  })
}
