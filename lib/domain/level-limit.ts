import type { Level } from './level-scale'
import { addDays, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { leaning } from './provisional'
import type { Owner, Reason, ReasonCode } from './reason'
import type { RuleParameters } from './rule-parameters'
import { addWorkdays, countsAsWorkday, type WorkCalendar, workdaysLate } from './work-calendar'

/**
 * Days before the end of the promise at which the lamp turns blue: clamp(ceil(ratio · P), min, max).
 *
 * @source four-colours P6
 * @example warningWindow(10, DEFAULT_PARAMETERS) // 2
 */
export function warningWindow(promisedWd: number, parameters: RuleParameters): number {
  // In whole ten-thousandths: 0.2 · 35 must not become 7.000000000000001.
  const share = Math.ceil((Math.round(parameters.warn_ratio * 10_000) * promisedWd) / 10_000)
  return Math.min(Math.max(share, parameters.warn_min_wd), parameters.warn_max_wd)
}

/**
 * Planned filing day 计划申报日; when none was given, the calendar day before the P-th working day counted backwards from
 * the planned finish, that day included.
 */
export function plannedSubmitOf(facts: ProcedureFacts, calendar: WorkCalendar): PlainDate | null {
  if (facts.planSubmitOn) return facts.planSubmitOn
  if (!facts.planFinishOn) return null
  const includesFinish = countsAsWorkday(calendar, facts.planFinishOn) ? 1 : 0
  const before = facts.promisedWd - includesFinish
  return addDays(before === 0 ? facts.planFinishOn : addWorkdays(calendar, facts.planFinishOn, -before), -1)
}

/**
 * Colour of a plan date by the working days it has passed by; null stands for green.
 *
 * @source four-colours §11, planColour
 */
export function planLevel(late: number, parameters: RuleParameters): Level | null {
  if (late >= parameters.plan_red_wd) return 'RED'
  if (late >= 1) return 'YELLOW'
  return -late <= parameters.plan_blue_wd ? 'BLUE' : null
}

/**
 * Colour of a limit by the working days it is over, negative while some are left; null stands for green.
 *
 * @source four-colours §11, limitColour
 */
export const limitLevel = (over: number, blue: number, red: number): Level | null =>
  over >= red ? 'RED' : over >= 1 ? 'YELLOW' : -over <= blue ? 'BLUE' : null

/** A reason with the wording that fits the side of the limit it is on; none while it is green. */
export function counted(
  level: Level | null,
  rule: string,
  over: number,
  codes: readonly [over: ReasonCode, left: ReasonCode],
  owner: Owner,
  mark?: Readonly<{ provisional?: true }>,
): Reason[] {
  if (!level) return []
  const days = Math.abs(over)
  return [{ rule, code: over >= 1 ? codes[0] : codes[1], level, owner, params: { days }, ...mark }]
}

/** What the planned finish says about an item that is not finished. */
export function planReasons(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
  owner: Owner,
): Reason[] {
  if (!facts.planFinishOn) return []
  const late = workdaysLate(calendar, facts.planFinishOn, today)
  const level = planLevel(late, p)
  return counted(
    level,
    level === 'RED' ? 'P3' : level === 'YELLOW' ? 'P5' : 'P7',
    late,
    ['PLAN_OVER', 'PLAN_LEFT'],
    owner,
    level ? leaning(calendar, facts.planFinishOn, today) : undefined,
  )
}
