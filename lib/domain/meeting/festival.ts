import { on, type PlainDate, yearOf, ymd } from '../plain-date'
import { addWorkdays, type WorkCalendar } from '../work-calendar'

/** What people call the holidays, and what notices call them. */
const NAMES: Readonly<Record<string, string>> = {
  元旦: '元旦',
  春节: '春节',
  过年: '春节',
  清明: '清明节',
  五一: '劳动节',
  劳动: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
  十一: '国庆节',
}
export const FESTIVAL_WORDS: readonly string[] = Object.keys(NAMES)

/** First day off of the moving festivals while no notice says so: the eve of 春节, the others' own day. */
const MOVING: Readonly<Record<string, readonly string[]>> = {
  春节: [
    '2027-02-05',
    '2028-01-25',
    '2029-02-12',
    '2030-02-02',
    '2031-01-22',
    '2032-02-10',
    '2033-01-30',
    '2034-02-18',
  ],
  清明节: ['2027-04-05', '2028-04-04', '2029-04-04', '2030-04-05'],
  端午节: ['2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05'],
  中秋节: ['2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'],
}
const FIXED: Readonly<Record<string, readonly [month: number, day: number]>> = {
  元旦: [1, 1],
  劳动节: [5, 1],
  国庆节: [10, 1],
}

/** First day off of a festival in a year; null when neither a notice nor the almanac says. */
function firstDayOff(name: string, year: number, calendar: WorkCalendar): PlainDate | null {
  if (calendar.years.has(year)) {
    const days = [...calendar.names].flatMap(([day, named]) =>
      !named.working && day.startsWith(`${year}-`) && named.name.includes(name) ? [day] : [],
    )
    const first = days.sort()[0]
    if (first) return first as PlainDate
  }
  const fixed = FIXED[name]
  if (fixed) return ymd(year, ...fixed)
  const moving = MOVING[name]?.find((day) => day.startsWith(`${year}-`))
  return moving ? on(moving) : null
}

/**
 * The last working day before a festival 节前, the next one to come.
 *
 * @returns null when the festival is not known that far ahead
 * @example eveOfFestival('春节', on('2026-01-12'), calendar) // '2026-02-14', a make-up working day
 */
export function eveOfFestival(word: string, from: PlainDate, calendar: WorkCalendar): PlainDate | null {
  const name = NAMES[word]
  if (!name) return null
  for (const year of [yearOf(from), yearOf(from) + 1]) {
    const first = firstDayOff(name, year, calendar)
    const eve = first && addWorkdays(calendar, first, -1)
    if (eve && eve >= from) return eve
  }
  return null
}
