import { addDays, lastDayOfMonth, type PlainDate } from '../plain-date'
import { addWorkdays, type WorkCalendar } from '../work-calendar'
import type { RankingDays } from './parameters'

/** The days of a month's ranking. */
export type RankingDates = Readonly<{
  /** Last calendar day of the month, 24:00 数据线. */
  dataLineOn: PlainDate
  draftOn: PlainDate
  /** Last day on which an objection may be raised, inclusive. */
  objectUntilOn: PlainDate
  decideByOn: PlainDate
  publishOn: PlainDate
}>

/**
 * The life of a month: draft, objections, decisions, publication, on working days after the data line.
 *
 * @source meetings-and-ranking B2: wd 1 draft, until wd 3 objection, wd 5 decision, wd 6 publication
 * @example rankingDates('2026-10', days, calendar).draftOn // 2026-11-02
 */
export function rankingDates(month: string, days: RankingDays, calendar: WorkCalendar): RankingDates {
  const dataLineOn = lastDayOfMonth(month)
  return {
    dataLineOn,
    draftOn: addWorkdays(calendar, dataLineOn, days.draft),
    objectUntilOn: addWorkdays(calendar, dataLineOn, days.object),
    decideByOn: addWorkdays(calendar, dataLineOn, days.decide),
    publishOn: addWorkdays(calendar, dataLineOn, days.publish),
  }
}

/**
 * The days of a month whose draft appears late, because nothing ran on its day: objections, decisions and publication keep the
 * working days the district gives them, counted from the day the draft really appeared 顺延. One that appears in time keeps its
 * days.
 *
 * @param draftedOn day the draft appeared
 * @source meetings-and-ranking B2: from wd 1 to wd 3 whoever is ranked may object
 * @example datesFrom('2026-11-10', dates, days, calendar).objectUntilOn // 2026-11-12
 */
export function datesFrom(
  draftedOn: PlainDate,
  dates: RankingDates,
  days: RankingDays,
  calendar: WorkCalendar,
): RankingDates {
  if (draftedOn <= dates.draftOn) return dates
  // The day it appears on is the first of them, as in a month that is in time; of a day off it is the next working day.
  const day = (nth: number) => addWorkdays(calendar, addDays(draftedOn, -1), nth - days.draft + 1)
  return {
    dataLineOn: dates.dataLineOn,
    draftOn: draftedOn,
    objectUntilOn: day(days.object),
    decideByOn: day(days.decide),
    publishOn: day(days.publish),
  }
}

/**
 * Where a month stands 状态. DRAFT: drafted, objections may be raised. OBJECTIONS: the days for objections are over and some
 * wait for the office. DECIDED: none waits, it may be published. PUBLISHED: a version is signed.
 */
export const RANKING_STATES = ['DRAFT', 'OBJECTIONS', 'DECIDED', 'PUBLISHED'] as const
export type RankingState = (typeof RANKING_STATES)[number]

/** The state of a month on a day; nobody sets it, it follows from its versions, its objections and the day. */
export function rankingState(
  { objectUntilOn }: Pick<RankingDates, 'objectUntilOn'>,
  facts: Readonly<{ published: boolean; undecided: number }>,
  today: PlainDate,
): RankingState {
  if (facts.published) return 'PUBLISHED'
  if (today <= objectUntilOn) return 'DRAFT'
  return facts.undecided > 0 ? 'OBJECTIONS' : 'DECIDED'
}

/** First month a change of the parameters ranks: the one after the month it is approved in. */
export const effectiveMonth = (approvedOn: PlainDate): string => {
  const [year, month] = [Number(approvedOn.slice(0, 4)), Number(approvedOn.slice(5, 7))]
  return month === 12 ? `${year + 1}-01` : `${approvedOn.slice(0, 4)}-${String(month + 1).padStart(2, '0')}`
}
