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

/** Pairs that must keep their order: the milder threshold first. */
const ORDERED: readonly (readonly [ParameterName, ParameterName])[] = [
  ['warn_min_wd', 'warn_max_wd'],
  ['plan_blue_wd', 'plan_red_wd'],
  ['noplan_blue_wd', 'noplan_yellow_wd'],
  ['dev_blue_pp', 'dev_yellow_pp'],
  ['dev_yellow_pp', 'dev_red_pp'],
  ['stat_yellow_months', 'stat_red_months'],
  ['fresh_blue_cd', 'fresh_yellow_cd'],
  ['expiry_yellow_cd', 'expiry_blue_cd'],
]

/**
 * Completes and checks parameters.
 *
 * @returns err PARAMETER_UNKNOWN, PARAMETER_INVALID (not a number, negative, a broken day), PARAMETER_ORDER (blue must
 *          come before yellow before red)
 * @example readParameters({ promise_red_wd: 3 })
 */
export function readParameters(changes: Readonly<Record<string, unknown>> = {}): Result<RuleParameters> {
  const parameters: Record<string, number> = { ...DEFAULT_PARAMETERS }
  for (const [name, value] of Object.entries(changes)) {
    if (!(name in DEFAULT_PARAMETERS)) return err({ code: 'PARAMETER_UNKNOWN', name })
    const broken = typeof value !== 'number' || !Number.isFinite(value) || value < 0
    if (broken || (!WITH_FRACTION.has(name) && !Number.isInteger(value)))
      return err({ code: 'PARAMETER_INVALID', name })
    parameters[name] = value
  }
  for (const [less, more] of ORDERED)
    if ((parameters[less] ?? 0) > (parameters[more] ?? 0)) return err({ code: 'PARAMETER_ORDER', less, more })
  return ok(parameters as RuleParameters)
}
