import { dayWithUsed } from './agency-clock'
import { evaluateProcedureProvisionally, type ProcedureEvaluation } from './level'
import { plannedSubmitOf, warningWindow } from './level-limit'
import type { Level } from './level-scale'
import { addDays, lastDayOfMonth, monthOf, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import type { Owner } from './reason'
import type { RuleParameters } from './rule-parameters'
import { dayWithPassed, dayWithRemaining, type WorkCalendar } from './work-calendar'

/** How far ahead a change is looked for, in calendar days. */
export const HORIZON_DAYS = 400

export type NextChange = Readonly<{
  on: PlainDate
  level: Level
  owner: Owner | null
  /** The colour stays and another owner comes first, but whoever had to move before still has to. */
  joins: boolean
  provisional: boolean
}>

export const sameOwner = (a: Owner | null, b: Owner | null): boolean => a?.kind === b?.kind && a?.name === b?.name

type Verdict = Readonly<{
  level: Level
  owner: Owner | null
  reasons: readonly Readonly<{ level: Level; owner: Owner | null; provisional?: true }>[]
}>

/**
 * What is different on a later day 变色: the colour, or who has to move first; null when neither is.
 *
 * `provisional` as the reasons say that lead then and now: a day counted in calendar days or months is certain.
 */
export function changeBetween(now: Verdict, then: Verdict, on: PlainDate): NextChange | null {
  if (then.level === now.level && sameOwner(then.owner, now.owner)) return null
  const stays = then.reasons.some((r) => r.level === then.level && sameOwner(r.owner, now.owner))
  return {
    on,
    level: then.level,
    owner: then.owner,
    joins: then.level === now.level && now.owner !== null && stays,
    provisional: [now, then].some(({ reasons }) => reasons[0]?.provisional),
  }
}

/** Days on which a plan date changes colour. */
const planDays = (day: PlainDate, calendar: WorkCalendar, p: RuleParameters): PlainDate[] => [
  dayWithRemaining(calendar, day, p.plan_blue_wd),
  dayWithPassed(calendar, day, 1),
  dayWithPassed(calendar, day, p.plan_red_wd),
]

/**
 * Every day on which a threshold of the facts is crossed: the only days on which the colour can change by itself.
 */
export function thresholdDays(
  facts: ProcedureFacts,
  calendar: WorkCalendar,
  p: RuleParameters,
  today: PlainDate,
): PlainDate[] {
  const days: PlainDate[] = []
  const passed = (from: PlainDate | null, ...counts: number[]) => {
    if (from) for (const count of counts) days.push(dayWithPassed(calendar, from, Math.max(count, 0)))
  }
  const clock = (start: PlainDate | null) => {
    if (!start) return
    const { promisedWd: promised } = facts
    const statutory = facts.statutoryWd === null ? [] : [facts.statutoryWd + facts.extensionWd + 1]
    for (const count of [
      promised - warningWindow(promised, p),
      promised + 1,
      promised + p.promise_red_wd,
      ...statutory,
    ]) {
      const day = dayWithUsed(facts, start, count, calendar)
      if (day) days.push(day)
    }
  }
  if (facts.planFinishOn) days.push(...planDays(facts.planFinishOn, calendar, p))
  else passed(facts.enteredOn, p.noplan_blue_wd, p.noplan_yellow_wd)
  switch (facts.state) {
    case 'READY':
    case 'WITHDRAWN': {
      const submitOn = plannedSubmitOf(facts, calendar)
      if (submitOn) days.push(...planDays(submitOn, calendar, p))
      break
    }
    case 'RECEIVED':
      passed(facts.receivedOn, p.accept_wd - 1, p.accept_wd + 1)
      clock(facts.receivedOn)
      break
    case 'ACCEPTED':
      clock(facts.acceptedOn)
      break
    case 'SUPPLEMENT': {
      const limit = facts.supplementLimitWd ?? p.supp_limit_wd
      passed(facts.supplementSince, limit - p.supp_blue_wd, limit + 1, limit + p.supp_red_wd)
      break
    }
    case 'SPECIAL':
      if (facts.specialLimitWd !== null)
        passed(
          facts.specialSince,
          facts.specialLimitWd - 2,
          facts.specialLimitWd + 1,
          facts.specialLimitWd + p.special_red_wd,
        )
      break
    case 'DONE_TOL':
      if (facts.toleranceDueOn) {
        days.push(dayWithRemaining(calendar, facts.toleranceDueOn, p.tol_blue_wd))
        passed(facts.toleranceDueOn, 1, p.tol_red_wd)
      }
      break
    case 'REJECTED':
      passed(facts.rejectedOn ?? facts.finishedOn, p.reject_red_wd)
      break
  }
  if (facts.state === 'DONE' || facts.state === 'DONE_TOL') {
    if (!facts.finishedOn) clock(facts.acceptedOn)
    // A late finish is yellow until its month is over (P16).
    days.push(addDays(lastDayOfMonth(monthOf(facts.finishedOn ?? today)), 1))
  }
  return days
}

/**
 * First later day on which the colour or its owner changes if no fact changes 下次变色日.
 *
 * Asks the pure rules on the days where a threshold is crossed; between two of them nothing can change.
 *
 * @returns null when nothing changes within 400 days; `provisional` when the day lies in an unpublished year, or is counted
 *          back from one
 */
export function nextProcedureChange(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  parameters: RuleParameters,
  now: ProcedureEvaluation = evaluateProcedureProvisionally(facts, today, calendar, parameters),
): NextChange | null {
  const end = addDays(today, HORIZON_DAYS)
  const candidates = thresholdDays(facts, calendar, parameters, today)
    .filter((day) => day > today && day <= end)
    .sort()
  let last: PlainDate | null = null
  for (const day of candidates) {
    if (day === last) continue
    last = day
    const then = evaluateProcedureProvisionally(facts, day, calendar, parameters)
    const change = changeBetween(now, then, day)
    if (change) return { ...change, provisional: change.provisional || now.provisional || then.provisional }
  }
  return null
}
