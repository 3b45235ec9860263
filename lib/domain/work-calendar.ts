import { addDays, dayOfEpoch, epochDayOf, type PlainDate, weekdayOf, yearOf, ymd } from './plain-date'
import { err, ok, type Result } from './result'

/** A year as the State Council published it: days off and make-up working days 调休上班, by name. */
export type PublishedYear = Readonly<{
  year: number
  noticeUrl?: string | null
  off: Readonly<Record<string, string>>
  work: Readonly<Record<string, string>>
}>

/** A day a district works or rests against the national calendar. */
export type CalendarOverride = Readonly<{ day: PlainDate; working: boolean }>

/**
 * Working days of a district 工作日历, counted once so that every question is a subtraction.
 *
 * Years that are not published are counted as plain Monday to Friday, but every answer that leans on one says so.
 */
export type WorkCalendar = Readonly<{
  years: ReadonlySet<number>
  /** Epoch day of index 0. */
  first: number
  /** Working days up to and including each day. */
  counted: Int32Array
  /** Epoch day of the n-th working day, n from 1. */
  days: Int32Array
  names: ReadonlyMap<string, Readonly<{ name: string; working: boolean }>>
}>

// Plans reach years ahead (达产), histories a few back.
const YEARS_BEFORE = 6
const YEARS_AFTER = 12

/**
 * Builds a calendar from published years and a district's own days.
 *
 * @source K4 of the colour rules; State Council holiday notices
 * @example buildCalendar(PUBLISHED_YEARS, [{ day: on('2026-07-21'), working: false }])
 */
export function buildCalendar(
  years: readonly PublishedYear[],
  overrides: readonly CalendarOverride[] = [],
): WorkCalendar {
  const numbers = years.map((y) => y.year)
  const first = epochDayOf(ymd(Math.min(...numbers, 2024) - YEARS_BEFORE, 1, 1))
  const last = epochDayOf(ymd(Math.max(...numbers, 2024) + YEARS_AFTER, 12, 31))
  const exceptions = new Map<number, boolean>()
  const names = new Map<string, { name: string; working: boolean }>()
  for (const year of years) {
    for (const [day, name] of Object.entries(year.off)) {
      exceptions.set(epochDayOf(day as PlainDate), false)
      names.set(day, { name, working: false })
    }
    for (const [day, name] of Object.entries(year.work)) {
      exceptions.set(epochDayOf(day as PlainDate), true)
      names.set(day, { name, working: true })
    }
  }
  for (const { day, working } of overrides) exceptions.set(epochDayOf(day), working)
  const counted = new Int32Array(last - first + 1)
  const days: number[] = [0]
  let weekday = weekdayOf(dayOfEpoch(first))
  for (let i = 0, count = 0; i < counted.length; i++) {
    if (exceptions.get(first + i) ?? weekday <= 5) {
      count++
      days.push(first + i)
    }
    counted[i] = count
    weekday = weekday === 7 ? 1 : weekday + 1
  }
  return { years: new Set(numbers), first, counted, days: Int32Array.from(days), names }
}

/** Number of working days from the calendar's first day to `day` inclusive; the coordinate all counting uses. */
function position(calendar: WorkCalendar, day: PlainDate): number {
  const index = epochDayOf(day) - calendar.first
  if (index < 0) return 0
  return calendar.counted[Math.min(index, calendar.counted.length - 1)] ?? 0
}

/**
 * The n-th working day of the calendar; the ends stand for everything beyond them.
 */
function dayAt(calendar: WorkCalendar, n: number): PlainDate {
  const clamped = Math.max(1, Math.min(n, calendar.days.length - 1))
  return dayOfEpoch(calendar.days[clamped] ?? calendar.first)
}

/** Whether the holidays of a day's year are published. */
export const isPublished = (calendar: WorkCalendar, day: PlainDate): boolean => calendar.years.has(yearOf(day))

/**
 * Whether people work on a day.
 *
 * @returns err CALENDAR_MISSING for a day of an unpublished year; never a guess
 */
export function isWorkday(calendar: WorkCalendar, day: PlainDate): Result<boolean> {
  if (!isPublished(calendar, day)) return err({ code: 'CALENDAR_MISSING', year: yearOf(day) })
  return ok(countsAsWorkday(calendar, day))
}

/** As `isWorkday`, with plain Monday to Friday in an unpublished year. */
export const countsAsWorkday = (calendar: WorkCalendar, day: PlainDate): boolean =>
  position(calendar, day) > position(calendar, addDays(day, -1))

/**
 * Working days in (from, to]: the first day is not counted, the last one is.
 *
 * @returns 0 when `to` is not after `from`
 * @source 民法典-201, 行政许可法-82 (K1, K2)
 * @example workdaysBetween(calendar, on('2024-04-25'), on('2024-05-06')) // 5
 */
export const workdaysBetween = (calendar: WorkCalendar, from: PlainDate, to: PlainDate): number =>
  to <= from ? 0 : position(calendar, to) - position(calendar, from)

/** Working days a day has passed by, negative while it lies ahead: late(x) of the normative rules. */
export const workdaysLate = (calendar: WorkCalendar, day: PlainDate, today: PlainDate): number =>
  today >= day ? workdaysBetween(calendar, day, today) : -workdaysBetween(calendar, today, day)

/** Working days left to a day, negative once it has passed: 还剩. */
export const workdaysLeft = (calendar: WorkCalendar, day: PlainDate, today: PlainDate): number =>
  day >= today ? workdaysBetween(calendar, today, day) : 0 - workdaysBetween(calendar, day, today)

/**
 * The n-th working day after a day (n > 0), or the n-th before it (n < 0, the day itself not counted).
 *
 * @example addWorkdays(calendar, on('2026-09-30'), 5) // 2026-10-13: 国庆 1–7 skipped, 10-10 works
 */
export function addWorkdays(calendar: WorkCalendar, day: PlainDate, n: number): PlainDate {
  if (n === 0) return day
  if (n > 0) return dayAt(calendar, position(calendar, day) + n)
  return dayAt(calendar, position(calendar, addDays(day, -1)) + n + 1)
}

/** First working day on or after a day. */
export const workdayFrom = (calendar: WorkCalendar, day: PlainDate): PlainDate =>
  addWorkdays(calendar, addDays(day, -1), 1)

/** First day `t` on which at most `n` working days remain to `day`, that is wd(t, day] <= n. */
export const dayWithRemaining = (calendar: WorkCalendar, day: PlainDate, n: number): PlainDate =>
  dayAt(calendar, position(calendar, day) - n)

/** First day `t` on which `n` working days have passed since `day`, that is wd(day, t] >= n. */
export const dayWithPassed = (calendar: WorkCalendar, day: PlainDate, n: number): PlainDate =>
  n <= 0 ? day : dayAt(calendar, position(calendar, day) + n)

/** Whether a stretch touches a year whose holidays are not published: what is counted across it is 暂定. */
export function leansOnUnpublished(calendar: WorkCalendar, from: PlainDate, to: PlainDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!calendar.years.has(year)) return true
  return false
}

export type LimitUnit = 'WD' | 'CD'

/**
 * Last day on which a step is still on time (inclusive) 办结期限.
 *
 * WD counts working days from the day after `from`. CD counts calendar days, and a last day that is a day off rolls to
 * the next working day.
 *
 * @param days limit, integer >= 0
 * @returns the day, the working days in (from, day], and whether it leans on an unpublished year (暂定);
 *          err CALENDAR_MISSING when the year of `from` is not published
 * @source 行政许可法-82, 民法典-201, 民法典-203 (K1–K3, K14)
 * @example dueOn({ from: on('2024-04-25'), days: 30, unit: 'CD' }, calendar) // 2024-05-27, 21 working days
 */
export function dueOn(
  limit: Readonly<{ from: PlainDate; days: number; unit: LimitUnit }>,
  calendar: WorkCalendar,
): Result<{ dueOn: PlainDate; workingDays: number; provisional: boolean }> {
  const { from, days, unit } = limit
  if (!isPublished(calendar, from)) return err({ code: 'CALENDAR_MISSING', year: yearOf(from) })
  const due = unit === 'WD' ? addWorkdays(calendar, from, days) : workdayFrom(calendar, addDays(from, days))
  return ok({
    dueOn: due,
    workingDays: workdaysBetween(calendar, from, due),
    provisional: leansOnUnpublished(calendar, from, due),
  })
}

/**
 * A statutory limit in working days for one case: a limit in calendar days is turned once, at acceptance (K14).
 *
 * @source 民法典-203; K14 of the colour rules
 */
export const statutoryWorkdays = (
  days: number,
  unit: LimitUnit,
  acceptedOn: PlainDate,
  calendar: WorkCalendar,
): number =>
  unit === 'WD' ? days : workdaysBetween(calendar, acceptedOn, workdayFrom(calendar, addDays(acceptedOn, days)))

/** Days off in a row with the name of their holiday; null where the district alone rests. */
export type Rest = Readonly<{ from: PlainDate; to: PlainDate; name: string | null }>

export type DueArithmetic = Readonly<{
  from: PlainDate
  /** The first day that counts: the working day after `from` (K2). */
  firstOn: PlainDate
  dueOn: PlainDate
  workingDays: number
  calendarDays: number
  /** Weekdays that are a holiday, and weekend days that are worked, inside the stretch. */
  holidays: number
  makeUpDays: number
  /** Days off of plain weekends, of holidays by name (their weekend days with them), and the make-up days that count. */
  weekendDays: number
  rests: readonly Rest[]
  makeUps: readonly Readonly<{ on: PlainDate; name: string | null }>[]
  provisional: boolean
}>

/** The arithmetic behind a due day, for the sentence “20个工作日自02-13起至03-19，放假6天，调休上班2天”. */
export function explainDue(calendar: WorkCalendar, from: PlainDate, due: PlainDate): DueArithmetic {
  let holidays = 0
  let weekendDays = 0
  const rests: Rest[] = []
  const makeUps: { on: PlainDate; name: string | null }[] = []
  for (let day = addDays(from, 1); day <= due; day = addDays(day, 1)) {
    const works = countsAsWorkday(calendar, day)
    const weekend = weekdayOf(day) > 5
    const published = calendar.names.get(day)
    // A day the district turned round has lost its name.
    const name = published?.working === works ? published.name : null
    if (!works && !weekend) holidays++
    if (works && weekend) makeUps.push({ on: day, name })
    if (!works && weekend && !name) weekendDays++
    else if (!works) {
      const before = rests.at(-1)
      if (before && before.name === name && addDays(before.to, 1) === day)
        rests[rests.length - 1] = { ...before, to: day }
      else rests.push({ from: day, to: day, name })
    }
  }
  return {
    from,
    firstOn: addWorkdays(calendar, from, 1),
    dueOn: due,
    workingDays: workdaysBetween(calendar, from, due),
    calendarDays: Math.max(0, epochDayOf(due) - epochDayOf(from)),
    holidays,
    makeUpDays: makeUps.length,
    weekendDays,
    rests,
    makeUps,
    provisional: leansOnUnpublished(calendar, from, due),
  }
}
