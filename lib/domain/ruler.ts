import { usedDays } from './agency-clock'
import { plannedSubmitOf } from './level-limit'
import type { Level } from './level-scale'
import { addMonths, daysBetween, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { monthEndsPassed, plannedShare, TALK_MONTHS } from './project-dimension'
import type { ProjectFacts, ProjectReason } from './project-level'
import type { RuleParameters } from './rule-parameters'
import { type WorkCalendar, workdaysBetween, workdaysLate } from './work-calendar'

/** A clock drawn as a ruler 时限尺, in working days: whose it is, what is used, and where its limits stand. */
export type Clock = Readonly<{
  kind: 'clock'
  whose: 'AGENCY' | 'ENTERPRISE' | 'SPECIAL'
  used: number
  /** Where the first limit stands: the promise, the notice's own period, the special procedure's limit. */
  promised: number | null
  /** Where the outer limit stands: the statute; for a notice the day it turns red. */
  statutory: number | null
  level: Level
  paused: boolean
  /** The first limit is that of the days to accept or to tell, not yet the promise. */
  accepting?: true
}>

/** What stands in the ruler column: a clock where one runs, else the fact that speaks for the row. */
export type Ruler =
  | Clock
  | DayRuler
  | Readonly<{ kind: 'plannedStart'; on: PlainDate; monthEnds: number; redAt: number; level: Level }>
  | Readonly<{ kind: 'startAhead'; on: PlainDate; left: number; level: Level }>
  | MonthsRuler
  | Readonly<{ kind: 'verified'; on: PlainDate; days: number; blueAt: number; yellowAt: number }>
  | Readonly<{ kind: 'expires'; on: PlainDate; left: number; level: Level }>
  | Readonly<{ kind: 'meetings'; meetings: number }>
  | Readonly<{ kind: 'progress'; planned: number; actual: number; level: Level }>
  | Readonly<{ kind: 'noPlan'; days: number; blueAt: number; yellowAt: number }>

/** Months since construction began without the project being enrolled 入库, or since a lead last made progress 在谈. */
export type MonthsRuler = Readonly<{
  kind: 'enrolment' | 'talks'
  /** Day construction began, or of the last progress. */
  on: PlainDate
  /** Full months that have passed since, counted to the last one that changes anything. */
  months: number
  yellowAt: number
  redAt: number
  level: Level
}>

/** A day that was given, and the working days it is passed by; below 0 while it lies ahead. */
export type DayRuler = Readonly<{
  kind: 'issueDue' | 'factorDue' | 'planFinish' | 'planSubmit' | 'toleranceDue' | 'rejected'
  on: PlainDate
  late: number
  /** Working days past it at which it turns red; null where it never does: beside the critical path (D1). */
  redAt: number | null
  level: Level
}>

/**
 * The clock of a procedure on a day: the applicant's while papers are with him, the special procedure's, else the agency's.
 *
 * @returns null when no clock has begun, or none is left
 */
export function clockOf(
  facts: ProcedureFacts,
  level: Level,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Clock | null {
  const statutory = facts.statutoryWd === null ? null : facts.statutoryWd + facts.extensionWd
  const agency = (start: PlainDate, until: PlainDate, paused = false): Clock => ({
    kind: 'clock',
    whose: 'AGENCY',
    used: usedDays(facts, start, until, calendar),
    promised: facts.promisedWd,
    statutory,
    level,
    paused,
  })
  switch (facts.state) {
    case 'SUPPLEMENT': {
      if (!facts.supplementSince) return null
      const limit = facts.supplementLimitWd ?? p.supp_limit_wd
      const used = workdaysBetween(calendar, facts.supplementSince, today)
      return {
        kind: 'clock',
        whose: 'ENTERPRISE',
        used,
        promised: limit,
        statutory: limit + p.supp_red_wd,
        level,
        paused: false,
      }
    }
    case 'SPECIAL': {
      if (!facts.specialSince || facts.specialLimitWd === null)
        return facts.acceptedOn && agency(facts.acceptedOn, today, true)
      const used = workdaysBetween(calendar, facts.specialSince, today)
      const limit = facts.specialLimitWd
      return {
        kind: 'clock',
        whose: 'SPECIAL',
        used,
        promised: limit,
        statutory: limit + p.special_red_wd,
        level,
        paused: false,
      }
    }
    case 'RECEIVED': {
      if (!facts.receivedOn) return null
      const running = agency(facts.receivedOn, today)
      // Five days to accept or to tell come first; only what is deemed accepted is measured by the promise.
      return running.used > p.accept_wd
        ? running
        : { ...running, promised: p.accept_wd, statutory: null, accepting: true }
    }
    case 'ACCEPTED':
      return facts.acceptedOn && agency(facts.acceptedOn, today)
    case 'DONE':
    case 'DONE_TOL':
    case 'REJECTED':
      return facts.acceptedOn && agency(facts.acceptedOn, facts.finishedOn ?? facts.rejectedOn ?? today)
    default:
      return null
  }
}

/**
 * The agency's own clock as it stands while the papers are elsewhere: where it goes on when they come back.
 *
 * @returns null while it does not stand, or had not begun
 */
export function standingClockOf(
  facts: ProcedureFacts,
  level: Level,
  today: PlainDate,
  calendar: WorkCalendar,
): Clock | null {
  if (!facts.acceptedOn || (facts.state !== 'SUPPLEMENT' && facts.state !== 'SPECIAL')) return null
  return {
    kind: 'clock',
    whose: 'AGENCY',
    used: usedDays(facts, facts.acceptedOn, today, calendar),
    promised: facts.promisedWd,
    statutory: facts.statutoryWd === null ? null : facts.statutoryWd + facts.extensionWd,
    level,
    paused: true,
  }
}

/** Months without enrolment since construction began; past the one that turns it red nothing more is told by them. */
function enrolmentRuler(on: PlainDate, level: Level, today: PlainDate, p: RuleParameters): MonthsRuler {
  const [yellowAt, redAt] = [p.stat_yellow_months, p.stat_red_months]
  let months = 0
  while (months < redAt && today > addMonths(on, months + 1)) months++
  return { kind: 'enrolment', on, months, yellowAt, redAt, level }
}

/** Months a lead has made no progress; the day a month is full counts (D9), and the sixth proposes to drop it. */
function talksRuler(on: PlainDate, level: Level, today: PlainDate): MonthsRuler {
  let months = 0
  while (months < TALK_MONTHS.drop && today >= addMonths(on, months + 1)) months++
  return { kind: 'talks', on, months, yellowAt: TALK_MONTHS.yellow, redAt: TALK_MONTHS.red, level }
}

const CLOCK_CODES: ReadonlySet<string> = new Set([
  'STATUTE_OVER',
  'PROMISE_OVER',
  'PROMISE_LEFT',
  'SUPPLEMENT_OVER',
  'SUPPLEMENT_LEFT',
  'SPECIAL_OVER',
  'SPECIAL_LEFT',
  'ACCEPTANCE_LEFT',
  'DEEMED_ACCEPTED',
])

/**
 * What the ruler column shows for a project: the clock or day its first reason speaks of; for a project without one, the
 * running clock nearest to its end.
 */
export function rulerOf(
  reason: ProjectReason | null,
  facts: ProjectFacts,
  leadId: string | null,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Ruler | null {
  const subject = facts.procedures.find((item) => item.id === reason?.subjectId)
  const lead = facts.procedures.find((item) => item.id === leadId)
  const leadClock = () => lead && clockOf(lead.facts, 'GREEN', today, calendar, p)
  const set = (kind: DayRuler['kind'], on: PlainDate | null | undefined, redAt: number | null): Ruler | null =>
    on && reason ? { kind, on, late: workdaysLate(calendar, on, today), redAt, level: reason.level } : null
  switch (reason?.dimension) {
    case 'D1':
      if (!subject) return null
      if (CLOCK_CODES.has(reason.code)) {
        const clock = clockOf(subject.facts, reason.level, today, calendar, p)
        // Beside the critical path no notice turns its project red (D1): there is no such day to mark.
        return clock && clock.whose !== 'AGENCY' && !subject.critical ? { ...clock, statutory: null } : clock
      }
      if (reason.code === 'NO_PLAN')
        return {
          kind: 'noPlan',
          days: Number(reason.params.days),
          blueAt: p.noplan_blue_wd,
          yellowAt: p.noplan_yellow_wd,
        }
      if (reason.code === 'SUBMIT_OVER' || reason.code === 'SUBMIT_LEFT')
        return set('planSubmit', plannedSubmitOf(subject.facts, calendar), subject.critical ? p.plan_red_wd : null)
      if (reason.code === 'TOLERANCE_OVER' || reason.code === 'TOLERANCE_LEFT')
        return set('toleranceDue', subject.facts.toleranceDueOn, subject.critical ? p.tol_red_wd : null)
      if (reason.code === 'NOT_REFILED') {
        const rejectedOn = subject.facts.rejectedOn ?? subject.facts.finishedOn
        return set('rejected', rejectedOn, subject.critical ? p.reject_red_wd : null)
      }
      return set('planFinish', subject.facts.planFinishOn, subject.critical ? p.plan_red_wd : null)
    case 'D2':
      return (
        facts.progress && {
          kind: 'progress',
          planned: plannedShare(today, facts.progress.fromOn ?? null),
          actual: facts.progress.actual,
          level: reason.level,
        }
      )
    case 'D3': {
      const on = facts.start?.plannedOn
      if (!on) return null
      if (reason.code === 'START_UNREADY')
        return { kind: 'startAhead', on, left: Number(reason.params.days), level: reason.level }
      const monthEnds = monthEndsPassed(on, today)
      return { kind: 'plannedStart', on, monthEnds, redAt: p.start_red_month_ends, level: reason.level }
    }
    case 'D4':
      return facts.enrolment && enrolmentRuler(facts.enrolment.startedOn, reason.level, today, p)
    case 'D5': {
      const issue = facts.issues.find((i) => i.id === reason.subjectId)
      // What two meetings could not solve speaks for itself where nobody gave it a day.
      if (issue && !issue.dueOn) return { kind: 'meetings', meetings: issue.meetings }
      return set('issueDue', issue?.dueOn, p.issue_red_wd)
    }
    case 'D6':
      return set('factorDue', facts.factors.find((f) => f.id === reason.subjectId)?.needBy, p.plan_red_wd)
    case 'D7': {
      const clock = leadClock()
      if (clock || !facts.verifiedOn) return clock ?? null
      const days = daysBetween(facts.verifiedOn, today)
      return { kind: 'verified', on: facts.verifiedOn, days, blueAt: p.fresh_blue_cd, yellowAt: p.fresh_yellow_cd }
    }
    case 'D8': {
      const on = facts.permits.find((permit) => permit.id === reason.subjectId)?.expiresOn
      return on ? { kind: 'expires', on, left: daysBetween(today, on), level: reason.level } : null
    }
    case 'D9':
      return facts.talks && talksRuler(facts.talks.lastProgressOn, reason.level, today)
    default:
      return leadClock() ?? null
  }
}
