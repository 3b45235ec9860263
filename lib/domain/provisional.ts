// What leans on a year whose holidays are not published yet 暂定: told by whoever counts, shown wherever the day appears.
import { addDays, earliest, latest, type PlainDate, yearOf, ymd } from './plain-date'
import { leansOnUnpublished, type WorkCalendar, workdaysBetween } from './work-calendar'

/** A day reached by counting working days, and whether the count touched an unpublished year. */
export type CountedDay = Readonly<{ on: PlainDate; provisional: boolean }>

/** Whether the working days between two days, whichever comes first, are counted through an unpublished year. */
const touches = (calendar: WorkCalendar, a: PlainDate, b: PlainDate): boolean =>
  leansOnUnpublished(calendar, earliest(a, b), latest(a, b))

/**
 * A day that was counted from another one.
 *
 * @source four-colours §11: dates reached by counting into an unpublished year are 暂定
 * @example countedDay(calendar, on('2026-12-24'), on('2027-01-04')).provisional // true while 2027 is not published
 */
export const countedDay = (calendar: WorkCalendar, from: PlainDate, on: PlainDate): CountedDay => ({
  on,
  provisional: touches(calendar, from, on),
})

/** The mark a reason carries when the days in it are counted through an unpublished year; nothing otherwise. */
export const leaning = (calendar: WorkCalendar, a: PlainDate, b: PlainDate): Readonly<{ provisional?: true }> =>
  touches(calendar, a, b) ? { provisional: true } : {}

/** Last day the working days of which are known, counted on from a day: its own when its year is not published. */
function lastKnown(calendar: WorkCalendar, from: PlainDate): PlainDate {
  let year = yearOf(from)
  if (!calendar.years.has(year)) return from
  while (calendar.years.has(year + 1)) year++
  return addDays(ymd(year + 1, 1, 1), -1)
}

/**
 * Whether it is open, for want of published holidays, if at most `within` working days are left to a day: the days that
 * are known are not more than that already.
 *
 * @example mayBeWithin(calendar, on('2027-06-30'), on('2026-11-23'), 3) // false: 28 working days of 2026 are left
 */
export const mayBeWithin = (calendar: WorkCalendar, day: PlainDate, today: PlainDate, within: number): boolean =>
  day > today && touches(calendar, today, day) && workdaysBetween(calendar, today, lastKnown(calendar, today)) <= within
