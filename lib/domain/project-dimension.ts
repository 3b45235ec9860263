import { atMost, type Level } from './level-scale'
import { addMonths, daysBetween, isLeapYear, monthNumberOf, type PlainDate, yearOf, ymd } from './plain-date'
import { leaning, mayBeWithin } from './provisional'
import { ENTERPRISE, type Owner, type Reason, type ReasonCode, STEWARD } from './reason'
import type { RuleParameters } from './rule-parameters'
import { type WorkCalendar, workdaysBetween, workdaysLate } from './work-calendar'

/** A dimension's verdict: GREY where it does not apply, no reason while it is green. */
export type Verdict = Readonly<{
  level: Level
  reason: Reason | null
  /** Green, but perhaps not once the holidays of a year that is counted through are published 暂定. */
  provisional?: true
}>

const NONE: Verdict = { level: 'GREY', reason: null }
const FINE: Verdict = { level: 'GREEN', reason: null }
/** Green as long as more than so many working days are left to a day. */
const fineUntil = (day: PlainDate, within: number, today: PlainDate, calendar: WorkCalendar): Verdict =>
  mayBeWithin(calendar, day, today, within) ? { ...FINE, provisional: true } : FINE

const found = (
  rule: string,
  code: ReasonCode,
  level: Level,
  owner: Owner,
  params: Readonly<Record<string, string | number>>,
  mark: Readonly<{ provisional?: true }> = {},
): Verdict => ({ level, reason: { rule, code, level, owner, params, ...mark } })

/**
 * D2 进度偏差: planned minus actual completion, both in hundredths of a percent.
 *
 * @source four-colours D2: 黄/红 from S01 (银川 2025), 蓝 decided here; below 10 % planned at most blue
 * @example progressVerdict(4500, 3500, DEFAULT_PARAMETERS).level // YELLOW
 */
export function progressVerdict(planned: number, actual: number, p: RuleParameters): Verdict {
  // Shares finer than a hundredth come from outside; their difference must not carry binary dust over a threshold.
  const behind = Math.round((planned - actual) * 10_000) / 10_000
  const params = { planned, actual, behind }
  const raw: Level =
    behind > Math.round(p.dev_red_pp * 100)
      ? 'RED'
      : behind >= Math.round(p.dev_yellow_pp * 100)
        ? 'YELLOW'
        : behind >= Math.round(p.dev_blue_pp * 100)
          ? 'BLUE'
          : 'GREEN'
  const level = planned < Math.round(p.dev_min_planned_pct * 100) ? atMost(raw, 'BLUE') : raw
  return level === 'GREEN' ? FINE : found('D2', 'PROGRESS_BEHIND', level, ENTERPRISE, params)
}

/** Share of the year that is over at the end of a day 序时进度, in hundredths of a percent, half up. */
export function yearShare(day: PlainDate): number {
  const year = yearOf(day)
  const passed = daysBetween(ymd(year, 1, 1), day) + 1
  const length = isLeapYear(year) ? 366 : 365
  return Math.floor((passed * 20_000 + length) / (length * 2))
}

/**
 * Share of a year's plan that should be done at the end of a day 序时进度, in hundredths of a percent, half up.
 *
 * A project established within the year has from that day to the end of the year for its plan: that day is day 0, as of
 * any other clock (K2). The plan of a project that was there before counts from 1 January.
 *
 * D2 says planned % minus actual % and leaves open from when a new project's plan counts; its only figure (P06, 8.3 % at
 * the end of January) is a project that was there on 1 January.
 *
 * @param fromOn day the project was established, null when it was before the year
 * @source four-colours D2
 * @example plannedShare(on('2026-11-23'), on('2026-11-23')) // 0
 */
export function plannedShare(day: PlainDate, fromOn: PlainDate | null): number {
  const year = yearOf(day)
  if (fromOn === null || fromOn <= ymd(year, 1, 1)) return yearShare(day)
  if (day <= fromOn) return 0
  const length = daysBetween(fromOn, ymd(year, 12, 31))
  return Math.floor((daysBetween(fromOn, day) * 20_000 + length) / (length * 2))
}

/** Month ends in [from, until): those that have passed since `from`. */
export function monthEndsPassed(from: PlainDate, until: PlainDate): number {
  // The end of the month `until` lies in has not passed yet, wherever in that month it is.
  const months = (day: PlainDate) => yearOf(day) * 12 + monthNumberOf(day)
  return until > from ? months(until) - months(from) : 0
}

/**
 * D3 开工.
 *
 * @source four-colours D3: 黄/红 from S01, 蓝 decided here
 */
export function startVerdict(
  plannedOn: PlainDate | null,
  actualOn: PlainDate | null,
  ready: boolean,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Verdict {
  if (actualOn && actualOn <= today) return FINE
  if (!plannedOn) return NONE
  if (today > plannedOn) {
    const monthEnds = monthEndsPassed(plannedOn, today)
    return found('D3', 'START_MISSED', monthEnds >= p.start_red_month_ends ? 'RED' : 'YELLOW', ENTERPRISE, {
      monthEnds,
    })
  }
  const days = workdaysBetween(calendar, today, plannedOn)
  if (ready) return FINE
  return days <= p.start_blue_wd
    ? found('D3', 'START_UNREADY', 'BLUE', STEWARD, { days }, leaning(calendar, today, plannedOn))
    : fineUntil(plannedOn, p.start_blue_wd, today, calendar)
}

/**
 * D4 入库(纳统) after the start of construction.
 *
 * @source four-colours D4, S01
 */
export function enrolmentVerdict(
  startedOn: PlainDate | null,
  enrolled: boolean,
  today: PlainDate,
  p: RuleParameters,
): Verdict {
  if (!startedOn) return NONE
  if (enrolled) return FINE
  for (const [months, level] of [
    [p.stat_red_months, 'RED'],
    [p.stat_yellow_months, 'YELLOW'],
  ] as const)
    if (today > addMonths(startedOn, months)) return found('D4', 'NOT_ENROLLED', level, ENTERPRISE, { months })
  return FINE
}

/** D5 问题: one open issue against its due day; a district issue two weekly meetings did not solve is red. */
export function issueVerdict(
  dueOn: PlainDate | null,
  meetings: number,
  owner: Owner,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Verdict {
  if (meetings >= 2) return found('D5', 'ISSUE_UNSOLVED', 'RED', owner, { meetings })
  if (!dueOn) return FINE
  const late = workdaysLate(calendar, dueOn, today)
  const mark = leaning(calendar, dueOn, today)
  if (late >= p.issue_red_wd) return found('D5', 'ISSUE_OVER', 'RED', owner, { days: late }, mark)
  if (late >= 1) return found('D5', 'ISSUE_OVER', 'YELLOW', owner, { days: late }, mark)
  return -late <= p.issue_blue_wd
    ? found('D5', 'ISSUE_LEFT', 'BLUE', owner, { days: -late }, mark)
    : fineUntil(dueOn, p.issue_blue_wd, today, calendar)
}

/** D6 要素: a need against its need-by day, as a plan date. */
export function factorVerdict(
  needBy: PlainDate,
  owner: Owner,
  today: PlainDate,
  calendar: WorkCalendar,
  p: RuleParameters,
): Verdict {
  const late = workdaysLate(calendar, needBy, today)
  const mark = leaning(calendar, needBy, today)
  if (late >= 1)
    return found('D6', 'FACTOR_OVER', late >= p.plan_red_wd ? 'RED' : 'YELLOW', owner, { days: late }, mark)
  return -late <= p.plan_blue_wd
    ? found('D6', 'FACTOR_LEFT', 'BLUE', owner, { days: -late }, mark)
    : fineUntil(needBy, p.plan_blue_wd, today, calendar)
}

/** D7 更新: calendar days since somebody last looked; verified counts, changed is not needed. Never red. */
export function freshnessVerdict(lastOn: PlainDate, today: PlainDate, p: RuleParameters): Verdict {
  const days = daysBetween(lastOn, today)
  const level = days >= p.fresh_yellow_cd ? 'YELLOW' : days >= p.fresh_blue_cd ? 'BLUE' : null
  return level ? found('D7', 'NOT_UPDATED', level, STEWARD, { days }) : FINE
}

/**
 * D8 证照有效期: a permit that must still be used.
 *
 * @source 建筑法-9 and the validities of the catalogue
 */
export function expiryVerdict(expiresOn: PlainDate, today: PlainDate, p: RuleParameters): Verdict {
  const days = daysBetween(today, expiresOn)
  if (days < 0) return found('D8', 'EXPIRED', 'RED', ENTERPRISE, { days: -days })
  const level = days <= p.expiry_yellow_cd ? 'YELLOW' : days <= p.expiry_blue_cd ? 'BLUE' : null
  return level ? found('D8', 'EXPIRES', level, ENTERPRISE, { days }) : FINE
}

/** Months without progress after which a lead turns, and after which it is proposed to be dropped. */
export const TALK_MONTHS = { blue: 1, yellow: 2, red: 3, drop: 6 } as const
const TALK_LEVELS = [
  [TALK_MONTHS.red, 'RED'],
  [TALK_MONTHS.yellow, 'YELLOW'],
  [TALK_MONTHS.blue, 'BLUE'],
] as const

/**
 * D9 在谈 lead without progress.
 *
 * @source four-colours D9, S13 (邯郸经开区 2024)
 */
export function talksVerdict(lastProgressOn: PlainDate, today: PlainDate): Verdict {
  if (today >= addMonths(lastProgressOn, TALK_MONTHS.drop))
    return found('D9', 'TALKS_DROP', 'RED', STEWARD, { months: TALK_MONTHS.drop })
  for (const [months, level] of TALK_LEVELS)
    if (today >= addMonths(lastProgressOn, months)) return found('D9', 'TALKS_STALLED', level, STEWARD, { months })
  return FINE
}

/** First day after the n-th month end that follows `from` (n from 1). */
export const dayAfterMonthEnds = (from: PlainDate, n: number): PlainDate =>
  addMonths(ymd(yearOf(from), monthNumberOf(from), 1), n)
