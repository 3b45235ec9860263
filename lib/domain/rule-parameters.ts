import { err, ok, type Result } from './result'

/**
 * Thresholds of the colour rules 规则参数: `_wd` working days, `_cd` calendar days, `_pp` percentage points.
 *
 * @source four-colours §8, decided for this product and configurable by the district
 */
export const DEFAULT_PARAMETERS = {
  warn_ratio: 0.2,
  warn_min_wd: 1,
  warn_max_wd: 3,
  promise_red_wd: 5,
  plan_blue_wd: 3,
  plan_red_wd: 10,
  accept_wd: 5,
  supp_limit_wd: 10,
  supp_blue_wd: 2,
  supp_red_wd: 10,
  tol_limit_wd: 10,
  tol_blue_wd: 2,
  tol_red_wd: 5,
  special_red_wd: 5,
  reject_red_wd: 10,
  noplan_blue_wd: 5,
  noplan_yellow_wd: 10,
  dev_blue_pp: 5,
  dev_yellow_pp: 10,
  dev_red_pp: 30,
  dev_min_planned_pct: 10,
  start_blue_wd: 10,
  start_red_month_ends: 3,
  issue_blue_wd: 2,
  issue_red_wd: 5,
  stat_yellow_months: 1,
  stat_red_months: 2,
  fresh_blue_cd: 8,
  fresh_yellow_cd: 15,
  expiry_blue_cd: 30,
  expiry_yellow_cd: 15,
} as const

export type ParameterName = keyof typeof DEFAULT_PARAMETERS
export type RuleParameters = Readonly<Record<ParameterName, number>>

const WITH_FRACTION: ReadonlySet<string> = new Set([
  'warn_ratio',
  'dev_blue_pp',
  'dev_yellow_pp',
  'dev_red_pp',
  'dev_min_planned_pct',
])

/** Smallest value where 0 would be no threshold: a red that comes before its yellow, a limit of no days, a blue on plan. */
const AT_LEAST_ONE: ReadonlySet<string> = new Set([
  'promise_red_wd',
  'plan_red_wd',
  'accept_wd',
  'supp_limit_wd',
  'supp_red_wd',
  'tol_limit_wd',
  'tol_red_wd',
  'special_red_wd',
  'reject_red_wd',
  'start_red_month_ends',
  'issue_red_wd',
  'stat_yellow_months',
  'fresh_blue_cd',
])

/** Largest value of a share of a whole. */
const AT_MOST: Readonly<Partial<Record<string, number>>> = {
  warn_ratio: 1,
  dev_blue_pp: 100,
  dev_yellow_pp: 100,
  dev_red_pp: 100,
  dev_min_planned_pct: 100,
}

/** Thresholds of one rule, the milder first: blue before yellow before red, each with days of its own. */
const STRICT: readonly (readonly [ParameterName, ParameterName])[] = [
  ['plan_blue_wd', 'plan_red_wd'],
  ['supp_blue_wd', 'supp_red_wd'],
  ['tol_blue_wd', 'tol_red_wd'],
  ['issue_blue_wd', 'issue_red_wd'],
  ['noplan_blue_wd', 'noplan_yellow_wd'],
  ['dev_blue_pp', 'dev_yellow_pp'],
  ['dev_yellow_pp', 'dev_red_pp'],
  ['stat_yellow_months', 'stat_red_months'],
  ['fresh_blue_cd', 'fresh_yellow_cd'],
  ['expiry_yellow_cd', 'expiry_blue_cd'],
]

/** What is wrong with a value, in a word the sentence of PARAMETER_INVALID is chosen by. */
type Trouble = 'NUMBER' | 'WHOLE' | 'SMALL' | 'LARGE'

function troubleOf(name: string, value: unknown): Trouble | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 'NUMBER'
  if (!WITH_FRACTION.has(name) && !Number.isInteger(value)) return 'WHOLE'
  // On plan to the point is not a slip.
  if (AT_LEAST_ONE.has(name) ? value < 1 : name === 'dev_blue_pp' && value === 0) return 'SMALL'
  return value > (AT_MOST[name] ?? value) ? 'LARGE' : null
}

/**
 * Completes and checks parameters.
 *
 * @returns err PARAMETER_UNKNOWN, PARAMETER_INVALID (not a number, negative, a broken day, a red or a limit of 0, more than
 *          the whole), PARAMETER_ORDER (blue comes before yellow before red, none of them on the same day)
 * @source four-colours §8, validation
 * @example readParameters({ promise_red_wd: 3 })
 */
export function readParameters(changes: Readonly<Record<string, unknown>> = {}): Result<RuleParameters> {
  const parameters: Record<string, number> = { ...DEFAULT_PARAMETERS }
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(DEFAULT_PARAMETERS, name)) return err({ code: 'PARAMETER_UNKNOWN', name })
    const trouble = troubleOf(name, value)
    if (trouble)
      return err({ code: 'PARAMETER_INVALID', name, trouble, value: String(value), most: AT_MOST[name] ?? 0 })
    parameters[name] = value as number
  }
  const of = (name: ParameterName): number => parameters[name] ?? 0
  const outOfOrder = (less: ParameterName, more: ParameterName) =>
    err({ code: 'PARAMETER_ORDER', less, more, low: of(less), high: of(more), strict: String(less !== 'warn_min_wd') })
  for (const [less, more] of STRICT) if (of(less) >= of(more)) return outOfOrder(less, more)
  // A window may have one width only, but not be narrower at most than at least.
  if (of('warn_min_wd') > of('warn_max_wd')) return outOfOrder('warn_min_wd', 'warn_max_wd')
  return ok(parameters as RuleParameters)
}
