import { dayOfEpoch } from './plain-date'
import { isPublished, type WorkCalendar } from './work-calendar'

/** Days off whose date the law itself fixes, before any notice: 元旦, 劳动节, 国庆节. */
const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/**
 * A calendar to propose a plan by: a year without its notice counts as plain weeks, but nobody files or finishes anything on
 * New Year's Day, nor counts it as a day of his.
 *
 * @source holiday-notice-2025, by the 全国年节及纪念日放假办法 in force since 2025-01-01
 * @example workdayFrom(withFixedHolidays(calendar), on('2027-01-01')) // 2027-01-04: the 1st is a Friday
 */
export function withFixedHolidays(calendar: WorkCalendar): WorkCalendar {
  const counted = new Int32Array(calendar.counted.length)
  const days: number[] = [0]
  for (let i = 0; i < counted.length; i++) {
    const works = (calendar.counted[i] ?? 0) > (calendar.counted[i - 1] ?? 0)
    const day = dayOfEpoch(calendar.first + i)
    if (works && (isPublished(calendar, day) || !FIXED.has(day.slice(5)))) days.push(calendar.first + i)
    counted[i] = days.length - 1
  }
  return { ...calendar, counted, days: Int32Array.from(days) }
}
