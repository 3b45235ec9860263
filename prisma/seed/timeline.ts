import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays, countsAsWorkday, type WorkCalendar } from '@/lib/domain/work-calendar'

/** The last day people worked, up to and including a day: histories end on it. */
export const lastWorkday = (calendar: WorkCalendar, today: PlainDate): PlainDate =>
  countsAsWorkday(calendar, today) ? today : addWorkdays(calendar, today, -1)

/** The working days of a project, counted from the day it entered the library; `now` is the last one that has come. */
export type Timeline = Readonly<{ today: PlainDate; now: number; day: (n: number) => PlainDate }>

/** A timeline on which `now` working days have passed. */
export function timelineOf(calendar: WorkCalendar, today: PlainDate, now: number): Timeline {
  const last = lastWorkday(calendar, today)
  return { today, now, day: (n) => addWorkdays(calendar, last, n - now) }
}

/** An instant of a day's office hours, a little later for every row, so that rows keep their order. */
export const instantOn = (day: PlainDate, nth: number): Date =>
  new Date(Date.parse(`${day}T01:00:00.000Z`) + (nth % 25_000) * 1000)

/** The most recent given weekday (1 Monday … 7) that is not after a day. */
export function lastWeekday(today: PlainDate, weekday: number, weekdayOf: (day: PlainDate) => number): PlainDate {
  let day = today
  while (weekdayOf(day) !== weekday) day = addDays(day, -1)
  return day
}
