declare const plainDate: unique symbol
/** A day of Asia/Shanghai as `YYYY-MM-DD`. Strings compare and sort as days do. 日期 */
export type PlainDate = string & { readonly [plainDate]: true }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01 of a proleptic Gregorian day; the arithmetic needs no `Date` and no time zone. */
function toEpochDay(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function fromEpochDay(epochDay: number): PlainDate {
  const z = epochDay + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return ymd(year, month, day)
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** Builds a day from numbers that are known to be a real one. */
export const ymd = (year: number, month: number, day: number): PlainDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate

/**
 * Reads `YYYY-MM-DD`.
 *
 * @returns null when the text is not a day of the calendar (2026-02-30, 2026-13-01, "")
 * @example parsePlainDate('2026-11-23') // '2026-11-23'
 */
export function parsePlainDate(text: unknown): PlainDate | null {
  if (typeof text !== 'string') return null
  const match = shape.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return text as PlainDate
}

/** Reads a literal that the program itself wrote; throws on a typo. */
export function on(text: string): PlainDate {
  const day = parsePlainDate(text)
  if (!day) throw new Error(`not a day: ${text}`)
  return day
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month, 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))
export const monthNumberOf = (day: PlainDate): number => Number(day.slice(5, 7))
export const dayOfMonth = (day: PlainDate): number => Number(day.slice(8, 10))

/** `YYYY-MM` of a day. */
export const monthOf = (day: PlainDate): string => day.slice(0, 7)

export const epochDayOf = (day: PlainDate): number => toEpochDay(yearOf(day), monthNumberOf(day), dayOfMonth(day))
export const dayOfEpoch = fromEpochDay

/** Calendar days later (earlier when negative). */
export const addDays = (day: PlainDate, days: number): PlainDate => fromEpochDay(epochDayOf(day) + days)

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => epochDayOf(to) - epochDayOf(from)

/** ISO weekday, Monday 1 … Sunday 7. */
export const weekdayOf = (day: PlainDate): number => ((((epochDayOf(day) + 3) % 7) + 7) % 7) + 1

/** Monday of the week of a day. */
export const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day))

/**
 * Same day of a month `months` later; a day the month lacks becomes its last one.
 *
 * @source 民法典-202
 * @example addMonths(on('2024-01-31'), 1) // '2024-02-29'
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const index = yearOf(day) * 12 + monthNumberOf(day) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return ymd(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)))
}

/** Last day of a month given as `YYYY-MM`. */
export function lastDayOfMonth(month: string): PlainDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return ymd(year, number, daysInMonth(year, number))
}

/** ISO week number and the year it belongs to. */
export function isoWeekOf(day: PlainDate): { year: number; week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const firstThursdayYear = yearOf(thursday)
  return { year: firstThursdayYear, week: Math.floor(daysBetween(ymd(firstThursdayYear, 1, 1), thursday) / 7) + 1 }
}

export const earliest = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)
export const latest = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)
