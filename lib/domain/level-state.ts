import { usedDays } from './agency-clock'
import { counted, limitLevel, planLevel, plannedSubmitOf, planReasons, warningWindow } from './level-limit'
import type { Level } from './level-scale'
import { monthOf, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { leaning } from './provisional'
import { AGENCY, ENTERPRISE, ownerOf, type Reason, type ReasonCode, STEWARD } from './reason'
import type { RuleParameters } from './rule-parameters'
import { type WorkCalendar, workdaysBetween, workdaysLate } from './work-calendar'

/** Days a special procedure may still have to be blue; fixed by the normative text. */
const SPECIAL_BLUE_WD = 2

/** What a state says of itself: its own colour, the reasons in the order of the rules, the agency's used days. */
export type StateVerdict = Readonly<{ base: Level; reasons: Reason[]; used: number | null }>

const paused = (used: number | null): Reason => ({
  rule: 'K10',
  code: 'CLOCK_PAUSED',
  level: 'GREY',
  owner: AGENCY,
  params: { used: used ?? 0 },
})

/** Names of what holds an item up, where they are known: for people, who do not read codes. */
const namesOf = ({ nameZh, nameEn }: NonNullable<ProcedureFacts['blockedBy']>): Reason['params'] =>
  nameZh === undefined || nameEn === undefined ? {} : { byZh: nameZh, byEn: nameEn }

function runningReasons(facts: ProcedureFacts, used: number, p: RuleParameters): Reason[] {
  const { promisedWd } = facts
  const statutory = facts.statutoryWd === null ? null : facts.statutoryWd + facts.extensionWd
  const reason = (rule: string, code: ReasonCode, level: Level, days: number): Reason[] => [
    { rule, code, level, owner: AGENCY, params: { days } },
  ]
  if (statutory !== null && used > statutory) return reason('P1', 'STATUTE_OVER', 'RED', used - statutory)
  if (used - promisedWd >= p.promise_red_wd) return reason('P2', 'PROMISE_OVER', 'RED', used - promisedWd)
  if (used > promisedWd) return reason('P4', 'PROMISE_OVER', 'YELLOW', used - promisedWd)
  if (promisedWd - used <= warningWindow(promisedWd, p)) return reason('P6', 'PROMISE_LEFT', 'BLUE', promisedWd - used)
  return []
}

function runAccepted(
  facts: ProcedureFacts,
  start: PlainDate | null,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): StateVerdict {
  const used = start ? usedDays(facts, start, today, calendar) : null
  const over = used !== null && used > facts.promisedWd
  return {
    base: 'GREEN',
    used,
    reasons: [
      ...(used === null ? [] : runningReasons(facts, used, p)),
      ...planReasons(facts, today, calendar, p, over ? AGENCY : STEWARD),
    ],
  }
}

function runReceived(facts: ProcedureFacts, today: PlainDate, calendar: WorkCalendar, p: RuleParameters): StateVerdict {
  const { receivedOn } = facts
  if (!receivedOn) return { base: 'GREEN', used: null, reasons: planReasons(facts, today, calendar, p, AGENCY) }
  const over = workdaysBetween(calendar, receivedOn, today) - p.accept_wd
  if (over >= 1) {
    const deemed: Reason = {
      rule: 'P9',
      code: 'DEEMED_ACCEPTED',
      level: 'BLUE',
      owner: AGENCY,
      params: { days: p.accept_wd },
    }
    const running = runAccepted(facts, receivedOn, today, calendar, p)
    return { ...running, reasons: [deemed, ...running.reasons] }
  }
  const waiting: Reason[] =
    -over <= 1 ? [{ rule: 'P9', code: 'ACCEPTANCE_LEFT', level: 'BLUE', owner: AGENCY, params: { days: -over } }] : []
  return { base: 'GREEN', used: null, reasons: [...waiting, ...planReasons(facts, today, calendar, p, AGENCY)] }
}

function runDone(facts: ProcedureFacts, today: PlainDate, calendar: WorkCalendar): StateVerdict {
  const { finishedOn, acceptedOn, promisedWd } = facts
  const end = finishedOn ?? today
  const used = acceptedOn ? usedDays(facts, acceptedOn, end, calendar) : null
  const statutory = facts.statutoryWd === null ? null : facts.statutoryWd + facts.extensionWd
  const promise = used === null ? 0 : Math.max(0, used - promisedWd)
  const statute = used === null || statutory === null ? 0 : Math.max(0, used - statutory)
  const plan = facts.planFinishOn ? workdaysBetween(calendar, facts.planFinishOn, end) : 0
  if (promise + statute + plan === 0)
    return {
      base: 'GREEN',
      used,
      reasons: [{ rule: 'P16', code: 'DONE_IN_TIME', level: 'GREEN', owner: null, params: {} }],
    }
  const level = monthOf(end) === monthOf(today) ? 'YELLOW' : 'GREEN'
  return {
    base: 'GREEN',
    used,
    reasons: [{ rule: 'P16', code: 'DONE_LATE', level, owner: null, params: { promise, statute, plan } }],
  }
}

/**
 * Colour and reasons of a procedure's state, one row of the normative table each.
 *
 * @source four-colours §11, table of states
 */
export function readState(
  facts: ProcedureFacts,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): StateVerdict {
  const since = (day: PlainDate | null) => (day ? workdaysBetween(calendar, day, today) : 0)
  const usedSoFar = facts.acceptedOn ? usedDays(facts, facts.acceptedOn, today, calendar) : null
  switch (facts.state) {
    case 'NA':
      return {
        base: 'GREY',
        used: null,
        reasons: [{ rule: 'P17', code: 'NOT_APPLICABLE', level: 'GREY', owner: null, params: {} }],
      }
    case 'NOT_STARTED': {
      const late = facts.planFinishOn ? workdaysLate(calendar, facts.planFinishOn, today) : 0
      const level = planLevel(late, p)
      if (late < 1 || !level) return { base: 'GREY', used: null, reasons: [] }
      const rule = level === 'RED' ? 'P3' : 'P5'
      const { blockedBy } = facts
      const reason: Reason = blockedBy
        ? {
            rule: 'P15',
            code: 'BLOCKED_OVER',
            level,
            owner: ownerOf(blockedBy.owner),
            params: { days: late, by: blockedBy.code, ...namesOf(blockedBy) },
          }
        : { rule, code: 'PLAN_OVER', level, owner: ENTERPRISE, params: { days: late } }
      return { base: 'GREY', used: null, reasons: [reason] }
    }
    case 'READY':
    case 'WITHDRAWN': {
      const submitOn = plannedSubmitOf(facts, calendar)
      if (!submitOn) return { base: 'GREY', used: null, reasons: [] }
      const late = workdaysLate(calendar, submitOn, today)
      const level = planLevel(late, p)
      const rule = level === 'RED' ? 'P3' : level === 'YELLOW' ? 'P5' : 'P7'
      return {
        base: level ? 'GREY' : 'GREEN',
        used: null,
        reasons: counted(
          level,
          rule,
          late,
          ['SUBMIT_OVER', 'SUBMIT_LEFT'],
          ENTERPRISE,
          // A filing day nobody gave is itself counted, back from the planned finish.
          level ? leaning(calendar, facts.planSubmitOn ?? facts.planFinishOn ?? submitOn, today) : undefined,
        ),
      }
    }
    case 'RECEIVED':
      return runReceived(facts, today, calendar, p)
    case 'ACCEPTED':
      return runAccepted(facts, facts.acceptedOn, today, calendar, p)
    case 'SUPPLEMENT': {
      const over = since(facts.supplementSince) - (facts.supplementLimitWd ?? p.supp_limit_wd)
      const level = facts.supplementSince ? limitLevel(over, p.supp_blue_wd, p.supp_red_wd) : null
      return {
        base: 'GREY',
        used: usedSoFar,
        reasons: [
          ...counted(level, 'P8', over, ['SUPPLEMENT_OVER', 'SUPPLEMENT_LEFT'], ENTERPRISE),
          ...planReasons(facts, today, calendar, p, ENTERPRISE),
          paused(usedSoFar),
        ],
      }
    }
    case 'SPECIAL': {
      const over = since(facts.specialSince) - (facts.specialLimitWd ?? 0)
      const limited = facts.specialSince !== null && facts.specialLimitWd !== null
      const level = limited ? limitLevel(over, SPECIAL_BLUE_WD, p.special_red_wd) : null
      return {
        base: 'GREY',
        used: usedSoFar,
        reasons: [
          ...counted(level, 'P10', over, ['SPECIAL_OVER', 'SPECIAL_LEFT'], AGENCY),
          ...planReasons(facts, today, calendar, p, STEWARD),
          paused(usedSoFar),
        ],
      }
    }
    case 'DONE':
      return runDone(facts, today, calendar)
    case 'DONE_TOL': {
      const late = facts.toleranceDueOn ? workdaysLate(calendar, facts.toleranceDueOn, today) : 0
      const level = facts.toleranceDueOn ? limitLevel(late, p.tol_blue_wd, p.tol_red_wd) : null
      const mark = level && facts.toleranceDueOn ? leaning(calendar, facts.toleranceDueOn, today) : undefined
      const done = runDone(facts, today, calendar)
      return {
        ...done,
        reasons: [
          ...counted(level, 'P11', late, ['TOLERANCE_OVER', 'TOLERANCE_LEFT'], ENTERPRISE, mark),
          ...done.reasons,
        ],
      }
    }
    case 'REJECTED': {
      const days = since(facts.rejectedOn ?? facts.finishedOn)
      const end = facts.finishedOn ?? facts.rejectedOn ?? today
      const level = days >= p.reject_red_wd ? 'RED' : 'YELLOW'
      return {
        base: 'YELLOW',
        used: facts.acceptedOn ? usedDays(facts, facts.acceptedOn, end, calendar) : null,
        reasons: [{ rule: 'P12', code: 'NOT_REFILED', level, owner: ENTERPRISE, params: { days } }],
      }
    }
  }
}
