import { addMonths, lastDayOfMonth, monthOf, on, type PlainDate } from './plain-date'

/** The months a span of days touches, as YYYY-MM, in their order; 24 at most, the latest. */
export function monthsBetween(from: PlainDate, to: PlainDate): string[] {
  const months: string[] = []
  for (let day = on(`${monthOf(from)}-01`); day <= to; day = addMonths(day, 1)) months.push(monthOf(day))
  return months.slice(-24)
}

/** First and last day of a month. */
export const daysOfMonth = (month: string) => ({ from: on(`${month}-01`), to: lastDayOfMonth(month) })
