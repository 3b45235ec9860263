import { expect, test } from 'vitest'
import { on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { axisOf } from './timeline'
import { buildCalendar, isWorkday, workdaysBetween } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const today = on('2026-05-27')
/** Working days shown before and after today. */
const room = (...days: string[]) => {
  const axis = axisOf(days.map(on), today, calendar)
  const [first, last] = [axis[0] ?? today, axis.at(-1) ?? today]
  expect(axis.every((day) => isWorkday(calendar, day))).toBe(true)
  expect(axis).toHaveLength(workdaysBetween(calendar, first, last) + 1)
  return [workdaysBetween(calendar, first, today), workdaysBetween(calendar, today, last)]
}

test.each<[string, string[], [number, number]]>([
  ['an empty project has room around today', [], [20, 20]],
  ['a bar further away is shown whole', ['2026-04-14', '2026-07-08'], [29, 29]],
  ['years are cut to what a screen can hold', ['2024-01-02', '2026-12-31'], [55, 50]],
])('%s', (_, days, expected) => expect(room(...days)).toEqual(expected))
