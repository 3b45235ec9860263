import { dayOfMonth, monthNumberOf, type PlainDate, weekdayOf, yearOf } from '@/lib/domain/plain-date'
import type { Locale } from './locale'
import { type Translator, translator } from './translator'

/** The one way to shorten a day: `11-23`, or `2027-09-30` when it is not in the year of `today`. */
export const dayIn = (day: PlainDate, today: PlainDate): string => (yearOf(day) === yearOf(today) ? day.slice(5) : day)

/** What is said of a day, with the mark of one counted through a year whose holidays are not published 暂定. */
export const markedText = (text: string, provisional: boolean, t: Translator): string =>
  provisional ? `${text} ${t('level.provisional')}` : text

/** `12-03（周四）`: a day people must be ready on. */
export function dayWithWeekday(day: PlainDate, today: PlainDate, locale: Locale): string {
  const weekday = translator(locale)(`shell.weekdays.${String(weekdayOf(day)) as '1'}`)
  return locale === 'en' ? `${dayIn(day, today)} (${weekday})` : `${dayIn(day, today)}（${weekday}）`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `11月23日 周一`: the day at the head of a page. */
export function longDay(day: PlainDate, locale: Locale): string {
  const weekday = translator(locale)(`shell.weekdays.${String(weekdayOf(day)) as '1'}`)
  const [month, number] = [monthNumberOf(day), dayOfMonth(day)]
  return locale === 'en' ? `${weekday} ${number} ${MONTHS[month - 1]}` : `${month}月${number}日 ${weekday}`
}

/** A planned day as it was promised: a month stays a month (`2027-09`), a day of this year drops its year. */
export const monthOrDay = (day: PlainDate, monthOnly: boolean, today: PlainDate): string =>
  monthOnly ? day.slice(0, 7) : dayIn(day, today)

/** `2026年11月23日`, without leading zeros, as government papers have it (GB/T 9704). */
export function longDate(day: PlainDate, locale: Locale): string {
  const [year, month, number] = [yearOf(day), monthNumberOf(day), dayOfMonth(day)]
  return locale === 'en' ? `${number} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${number}日`
}

/** `11月23日`, or with its year when it is not in that of `today`: a day told to somebody outside the house. */
export function spokenDay(day: PlainDate, today: PlainDate, locale: Locale): string {
  if (yearOf(day) !== yearOf(today)) return longDate(day, locale)
  const [month, number] = [monthNumberOf(day), dayOfMonth(day)]
  return locale === 'en' ? `${number} ${MONTHS[month - 1]}` : `${month}月${number}日`
}
