import { type Level, worst } from './level-scale'
import { readState } from './level-state'
import { type PlainDate, yearOf } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { mayBeWithin } from './provisional'
import { type Owner, type Reason, STEWARD, sortReasons } from './reason'
import { err, ok, type Result } from './result'
import type { RuleParameters } from './rule-parameters'
import { leansOnUnpublished, type WorkCalendar, workdaysBetween } from './work-calendar'

export type ProcedureEvaluation = Readonly<{
  level: Level
  /** Owner of the first reason of the colour; null when the colour is the state's own. */
  owner: Owner | null
  /** Working days the agency has used; null while its clock has not begun. */
  used: number | null
  /** Promised minus used. */
  remaining: number | null
  reasons: readonly Reason[]
  /** The colour could be another one once the holidays of a year that is counted through are published 暂定. */
  provisional: boolean
}>

/** The first reason, marked 暂定 where the colour it speaks for is: the same figure is marked wherever it is told. */
export function leadingReason({
  reasons: [first],
  provisional,
}: Pick<ProcedureEvaluation, 'reasons' | 'provisional'>): Reason | null {
  return first ? (provisional ? { ...first, provisional: true } : first) : null
}

function noPlan(facts: ProcedureFacts, today: PlainDate, calendar: WorkCalendar, p: RuleParameters): Reason[] {
  if (facts.planFinishOn || !facts.enteredOn) return []
  const days = workdaysBetween(calendar, facts.enteredOn, today)
  const level = days >= p.noplan_yellow_wd ? 'YELLOW' : days >= p.noplan_blue_wd ? 'BLUE' : null
  return level ? [{ rule: 'P13', code: 'NO_PLAN', level, owner: STEWARD, params: { days } }] : []
}

const WITHOUT_PLAN_RULE: ReadonlySet<string> = new Set(['DONE', 'DONE_TOL', 'WITHDRAWN', 'NA'])

/** As `evaluateProcedure`, for any day: an unpublished year is counted as plain weekdays and marked 暂定. */
export function evaluateProcedureProvisionally(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  parameters: RuleParameters,
): ProcedureEvaluation {
  const found = readState(facts, today, calendar, parameters)
  const first = WITHOUT_PLAN_RULE.has(facts.state) ? [] : noPlan(facts, today, calendar, parameters)
  const published = calendar.years.has(yearOf(today))
  const sorted = sortReasons([...first, ...found.reasons])
  // In a year without its holidays every count up to the day is open.
  const reasons = published ? sorted : sorted.map((reason): Reason => ({ ...reason, provisional: true }))
  const level = worst([found.base, ...reasons.map((r) => r.level)])
  const leading = reasons[0]?.level === level ? reasons[0] : null
  const { used } = found
  return {
    level,
    owner: leading?.owner ?? null,
    used,
    remaining: used === null ? null : facts.promisedWd - used,
    reasons,
    provisional:
      !published ||
      anchors(facts).some((day) => day && day < today && leansOnUnpublished(calendar, day, today)) ||
      isOpenAhead(facts, today, calendar, parameters),
  }
}

/** Days a state counts from, or measures its lateness by. */
function anchors(facts: ProcedureFacts): readonly (PlainDate | null)[] {
  const plan = facts.planFinishOn ?? facts.enteredOn
  switch (facts.state) {
    case 'NA':
      return []
    case 'NOT_STARTED':
      return [plan]
    case 'READY':
      return [facts.planSubmitOn ?? facts.planFinishOn, plan]
    case 'WITHDRAWN':
      return [facts.planSubmitOn ?? facts.planFinishOn]
    case 'RECEIVED':
      return [facts.receivedOn, plan]
    case 'ACCEPTED':
      return [facts.acceptedOn, plan]
    case 'SUPPLEMENT':
      return [facts.acceptedOn, facts.supplementSince, plan]
    case 'SPECIAL':
      return [facts.acceptedOn, facts.specialSince, plan]
    case 'DONE':
      return [facts.acceptedOn, facts.finishedOn]
    case 'DONE_TOL':
      return [facts.acceptedOn, facts.finishedOn, facts.toleranceDueOn]
    case 'REJECTED':
      return [facts.acceptedOn, facts.rejectedOn ?? facts.finishedOn, plan]
  }
}

/** Whether the day ahead that a state is coloured by may be nearer than it looks, for want of published holidays. */
function isOpenAhead(facts: ProcedureFacts, today: PlainDate, calendar: WorkCalendar, p: RuleParameters): boolean {
  const { planFinishOn, planSubmitOn, toleranceDueOn } = facts
  const near = (day: PlainDate | null, within: number) => day !== null && mayBeWithin(calendar, day, today, within)
  switch (facts.state) {
    case 'READY':
    case 'WITHDRAWN':
      return planSubmitOn ? near(planSubmitOn, p.plan_blue_wd) : near(planFinishOn, p.plan_blue_wd + facts.promisedWd)
    case 'RECEIVED':
    case 'ACCEPTED':
    case 'SUPPLEMENT':
    case 'SPECIAL':
      return near(planFinishOn, p.plan_blue_wd)
    case 'DONE_TOL':
      return near(toleranceDueOn, p.tol_blue_wd)
    default:
      return false
  }
}

/**
 * Colour of a procedure on a day 手续颜色, with every reason, the owner and the agency's clock.
 *
 * @returns err CALENDAR_MISSING when the day, or a past day it counts from, lies in a year without published holidays
 * @source four-colours §11 (normative), §4 P1–P17; 行政许可法-32, 行政许可法-42, 行政许可法-45, 行政许可法-82
 * @example evaluateProcedure(facts, on('2024-05-14'), calendar, DEFAULT_PARAMETERS) // RED, 承诺超期5工作日
 */
export function evaluateProcedure(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  parameters: RuleParameters,
): Result<ProcedureEvaluation> {
  if (!calendar.years.has(yearOf(today))) return err({ code: 'CALENDAR_MISSING', year: yearOf(today) })
  for (const day of anchors(facts))
    if (day && day < today && !calendar.years.has(yearOf(day)))
      return err({ code: 'CALENDAR_MISSING', year: yearOf(day) })
  return ok(evaluateProcedureProvisionally(facts, today, calendar, parameters))
}
