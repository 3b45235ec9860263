import type { PlainDate } from './plain-date'
import { addWorkdays, isPublished, type WorkCalendar } from './work-calendar'

/** Days off whose date the law itself fixes, before any notice: 元旦, 劳动节, 国庆节. */
const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/**
 * A day to propose in a plan: a year without its notice counts as plain weeks, but nobody plans to file on New Year's Day.
 *
 * @returns the day itself, or the next one on which people can work
 * @source holiday-notice-2025, by the 全国年节及纪念日放假办法 in force since 2025-01-01
 * @example pastFixedHoliday(on('2027-01-01'), calendar) // 2027-01-04: the 1st is a Friday
 */
export function pastFixedHoliday(day: PlainDate, calendar: WorkCalendar): PlainDate {
  let free = day
  while (!isPublished(calendar, free) && FIXED.has(free.slice(5))) free = addWorkdays(calendar, free, 1)
  return free
}
