import { dayWithUsed, type Stood, stoodStill, usedDays } from './agency-clock'
import { evaluateProcedureProvisionally } from './level'
import { plannedSubmitOf } from './level-limit'
import { outlookOn } from './outlook'
import { addDays, addMonths, daysBetween, lastDayOfMonth, monthOf, type PlainDate, yearOf, ymd } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { dayAfterMonthEnds, plannedShare } from './project-dimension'
import type { ProjectFacts, ProjectReason } from './project-level'
import type { Reason } from './reason'
import { type ParameterUnit, parametersOf, RULES, type RuleId, unitOf } from './rule-book'
import type { ParameterName, RuleParameters } from './rule-parameters'
import { type DueArithmetic, dayWithPassed, explainDue, type WorkCalendar } from './work-calendar'

/** The event a clock runs from: that day is day 0 (K2). */
export type Since = 'ACCEPTED' | 'RECEIVED' | 'SUPPLEMENT' | 'SPECIAL' | 'REJECTED' | 'ENTERED'
/** What a clock is measured by. */
export type Limit = 'PROMISE' | 'STATUTE' | 'ACCEPTANCE' | 'SUPPLEMENT' | 'SPECIAL' | 'REFILE' | 'PLAN'
/** A day that was given or promised, against which the working days are counted. */
export type SetDay = 'FINISH' | 'SUBMIT' | 'TOLERANCE' | 'ISSUE' | 'NEED' | 'START'

/** How the number in a reason comes about. */
export type Arithmetic =
  | Readonly<{
      kind: 'clock'
      since: Since
      counted: DueArithmetic
      /** Where the count ended: on the day of finishing, or not yet. */
      ended: boolean
      stood: readonly Stood[]
      used: number
      limit: Limit
      /** Null where a clock that stands has no limit to reach. */
      of: number | null
      /** Working days of it that an approved extension added (K6). */
      extended: number
      dueOn: PlainDate | null
      /** The agency's own clock, which stands meanwhile. */
      standing: Readonly<{ used: number; since: PlainDate }> | null
    }>
  | Readonly<{
      kind: 'day'
      day: SetDay
      on: PlainDate
      /** Nobody gave it: counted back from the planned finish by the promised days. */
      back: Readonly<{ from: PlainDate; days: number }> | null
      counted: DueArithmetic
      /** Working days past it; below 0 while it lies ahead. */
      late: number
      ended: boolean
    }>
  | Readonly<{ kind: 'trend'; planOn: PlainDate; on: PlainDate; counted: DueArithmetic }>
  | Readonly<{
      kind: 'progress'
      fromOn: PlainDate
      /** Established within the year: its plan counts from that day, day 0. */
      joined: boolean
      passed: number
      length: number
      planned: number
      actual: number
      behind: number
    }>
  | Readonly<{ kind: 'monthEnds'; plannedOn: PlainDate; ends: readonly PlainDate[] }>
  | Readonly<{ kind: 'enrolment'; startedOn: PlainDate; months: number; lastOn: PlainDate }>
  | Readonly<{ kind: 'age'; of: 'VERIFIED' | 'EXPIRES'; on: PlainDate; days: number }>
  | Readonly<{ kind: 'talks'; on: PlainDate; months: number; fullOn: PlainDate }>
  | Readonly<{ kind: 'months'; months: readonly [string, string] }>

/** Why something has its colour 为什么: the rule, what it is measured by, and how its number comes about. */
export type Why = Readonly<{
  rule: RuleId
  thresholds: readonly Readonly<{ name: ParameterName; unit: ParameterUnit; value: number }>[]
  arithmetic: Arithmetic | null
  /** Red of itself, but beside the critical path yellow at most (D1). */
  capped: boolean
}>

/** A reason with how it comes about. */
export type Explained<R extends Reason> = R & Readonly<{ why: Why | null }>

const isRule = (rule: string): rule is RuleId => (RULES as readonly string[]).includes(rule)

function whyOf(rule: string, arithmetic: Arithmetic | null, p: RuleParameters, capped = false): Why | null {
  if (!isRule(rule)) return null
  const thresholds = parametersOf(rule).map((name) => ({ name, unit: unitOf(name), value: p[name] }))
  return { rule, thresholds, arithmetic, capped }
}

/**
 * How a procedure's reason comes about: from which day, which days counted, the limit, and what is over it.
 *
 * @returns null for a reason of no rule of the book
 * @source four-colours §7.4, §11
 */
export const whyProcedure = (
  facts: ProcedureFacts,
  reason: Reason,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Why | null => whyOf(reason.rule, procedureArithmetic(facts, reason, today, calendar, p), p)

function procedureArithmetic(
  facts: ProcedureFacts,
  reason: Reason,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Arithmetic | null {
  const statutory = facts.statutoryWd === null ? null : facts.statutoryWd + facts.extensionWd
  const start = facts.acceptedOn ?? facts.receivedOn
  /** The agency's clock, pauses left out. */
  const agency = (limit: 'PROMISE' | 'STATUTE', until = today, ended = false): Arithmetic | null => {
    if (!start) return null
    const of = limit === 'PROMISE' ? facts.promisedWd : statutory
    return {
      kind: 'clock',
      since: facts.acceptedOn ? 'ACCEPTED' : 'RECEIVED',
      counted: explainDue(calendar, start, until),
      ended,
      stood: stoodStill(facts, start, until, calendar),
      used: usedDays(facts, start, until, calendar),
      limit,
      of,
      extended: limit === 'STATUTE' ? facts.extensionWd : 0,
      dueOn: of === null ? null : dayWithUsed(facts, start, of, calendar),
      standing: null,
    }
  }
  /** A clock of its own, which nothing stops. */
  const clock = (since: Since, from: PlainDate | null, limit: Limit, of: number | null): Arithmetic | null => {
    if (!from) return null
    const counted = explainDue(calendar, from, today)
    const stands = (since === 'SUPPLEMENT' || since === 'SPECIAL') && facts.acceptedOn
    return {
      kind: 'clock',
      since,
      counted,
      ended: false,
      stood: [],
      used: counted.workingDays,
      limit,
      of,
      extended: 0,
      dueOn: of === null ? null : dayWithPassed(calendar, from, of),
      standing: stands ? { used: usedDays(facts, stands, today, calendar), since: counted.firstOn } : null,
    }
  }
  const planned = (until = today, ended = false) => setDay('FINISH', facts.planFinishOn, until, calendar, ended)
  switch (reason.code) {
    case 'STATUTE_OVER':
      return agency('STATUTE')
    case 'PROMISE_OVER':
    case 'PROMISE_LEFT':
    case 'CLOCK_PAUSED':
      return agency('PROMISE')
    case 'DEEMED_ACCEPTED':
    case 'ACCEPTANCE_LEFT':
      return clock('RECEIVED', facts.receivedOn, 'ACCEPTANCE', p.accept_wd)
    case 'SUPPLEMENT_OVER':
    case 'SUPPLEMENT_LEFT':
      return clock('SUPPLEMENT', facts.supplementSince, 'SUPPLEMENT', facts.supplementLimitWd ?? p.supp_limit_wd)
    case 'SPECIAL_OVER':
    case 'SPECIAL_LEFT':
      return clock('SPECIAL', facts.specialSince, 'SPECIAL', facts.specialLimitWd)
    case 'NOT_REFILED':
      return clock('REJECTED', facts.rejectedOn ?? facts.finishedOn, 'REFILE', p.reject_red_wd)
    case 'NO_PLAN':
      return clock('ENTERED', facts.enteredOn, 'PLAN', p.noplan_yellow_wd)
    case 'TOLERANCE_OVER':
    case 'TOLERANCE_LEFT':
      return setDay('TOLERANCE', facts.toleranceDueOn, today, calendar)
    case 'SUBMIT_OVER':
    case 'SUBMIT_LEFT': {
      const day = setDay('SUBMIT', plannedSubmitOf(facts, calendar), today, calendar)
      return day && !facts.planSubmitOn && facts.planFinishOn
        ? { ...day, back: { from: facts.planFinishOn, days: facts.promisedWd } }
        : day
    }
    case 'PLAN_OVER':
    case 'PLAN_LEFT':
    case 'BLOCKED_OVER':
      return planned()
    case 'DONE_LATE': {
      const end = facts.finishedOn ?? today
      if (Number(reason.params.statute) > 0) return agency('STATUTE', end, true)
      return Number(reason.params.promise) > 0 ? agency('PROMISE', end, true) : planned(end, true)
    }
    case 'DONE_IN_TIME':
      return facts.acceptedOn ? agency('PROMISE', facts.finishedOn ?? today, true) : null
    default:
      return null
  }
}

function setDay(
  day: SetDay,
  on: PlainDate | null | undefined,
  until: PlainDate,
  calendar: WorkCalendar,
  ended = false,
) {
  if (!on) return null
  const counted = until >= on ? explainDue(calendar, on, until) : explainDue(calendar, until, on)
  const late = until >= on ? counted.workingDays : -counted.workingDays
  return { kind: 'day' as const, day, on, back: null, counted, late, ended }
}

/**
 * How a project's reason comes about: that of the procedure it speaks of, or the numbers of its dimension.
 *
 * @returns null for a reason of no rule of the book
 * @source four-colours §5, §7.4
 */
export function whyProject(
  facts: ProjectFacts,
  reason: ProjectReason,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Why | null {
  const item = facts.procedures.find(({ id }) => id === reason.subjectId)
  if (reason.dimension === 'D1' && item && reason.code !== 'TREND' && reason.code !== 'THIRD_MONTH') {
    const why = whyProcedure(item.facts, reason, today, calendar, p)
    const held = reason.level === 'YELLOW' && !item.critical
    return (
      why && { ...why, capped: held && evaluateProcedureProvisionally(item.facts, today, calendar, p).level === 'RED' }
    )
  }
  return whyOf(reason.rule, projectArithmetic(facts, reason, today, calendar), p)
}

function projectArithmetic(
  facts: ProjectFacts,
  reason: ProjectReason,
  today: PlainDate,
  calendar: WorkCalendar,
): Arithmetic | null {
  const subject = facts.procedures.find(({ id }) => id === reason.subjectId)
  const found = <T extends Readonly<{ id: string }>>(rows: readonly T[]) =>
    rows.find(({ id }) => id === reason.subjectId)
  switch (reason.code) {
    case 'TREND': {
      const planOn = subject?.facts.planFinishOn
      if (!planOn || !subject.outlook) return null
      const on = outlookOn(subject.outlook, today, calendar)
      return { kind: 'trend', planOn, on, counted: explainDue(calendar, planOn, on) }
    }
    case 'PROGRESS_BEHIND':
      return facts.progress && progressOf(facts.progress, today)
    case 'START_UNREADY':
      return setDay('START', facts.start?.plannedOn, today, calendar)
    case 'START_MISSED': {
      const plannedOn = facts.start?.plannedOn
      if (!plannedOn) return null
      const ends: PlainDate[] = []
      for (let n = 1; dayAfterMonthEnds(plannedOn, n) <= today; n++)
        ends.push(addDays(dayAfterMonthEnds(plannedOn, n), -1))
      return { kind: 'monthEnds', plannedOn, ends }
    }
    case 'NOT_ENROLLED': {
      if (!facts.enrolment) return null
      const months = Number(reason.params.months)
      const { startedOn } = facts.enrolment
      return { kind: 'enrolment', startedOn, months, lastOn: addMonths(startedOn, months) }
    }
    case 'ISSUE_OVER':
    case 'ISSUE_LEFT':
      return setDay('ISSUE', found(facts.issues)?.dueOn, today, calendar)
    case 'FACTOR_OVER':
    case 'FACTOR_LEFT':
      return setDay('NEED', found(facts.factors)?.needBy, today, calendar)
    case 'NOT_UPDATED':
      return (
        facts.verifiedOn && {
          kind: 'age',
          of: 'VERIFIED',
          on: facts.verifiedOn,
          days: daysBetween(facts.verifiedOn, today),
        }
      )
    case 'EXPIRES':
    case 'EXPIRED': {
      const on = found(facts.permits)?.expiresOn
      return on ? { kind: 'age', of: 'EXPIRES', on, days: daysBetween(today, on) } : null
    }
    case 'TALKS_STALLED':
    case 'TALKS_DROP': {
      if (!facts.talks) return null
      const months = Number(reason.params.months)
      const { lastProgressOn } = facts.talks
      return { kind: 'talks', on: lastProgressOn, months, fullOn: addMonths(lastProgressOn, months) }
    }
    case 'THIRD_MONTH':
      return { kind: 'months', months: [monthOf(addMonths(today, -2)), monthOf(addMonths(today, -1))] }
    default:
      return null
  }
}

/** The days behind a planned share: those of the year, or of what was left of it when the project was established. */
function progressOf(progress: NonNullable<ProjectFacts['progress']>, today: PlainDate): Arithmetic {
  const year = yearOf(today)
  const established = progress.fromOn && progress.fromOn > ymd(year, 1, 1) ? progress.fromOn : null
  // The day of entry is day 0; 1 January is day 1.
  const zero = established ?? addDays(ymd(year, 1, 1), -1)
  const planned = plannedShare(today, established)
  return {
    kind: 'progress',
    fromOn: established ?? ymd(year, 1, 1),
    joined: established !== null,
    passed: Math.max(0, daysBetween(zero, today)),
    length: daysBetween(zero, lastDayOfMonth(`${year}-12`)),
    planned,
    actual: progress.actual,
    behind: planned - progress.actual,
  }
}
