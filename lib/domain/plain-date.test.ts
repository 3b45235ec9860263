import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayOfEpoch,
  daysBetween,
  epochDayOf,
  isoWeekOf,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  on,
  parsePlainDate,
  weekdayOf,
} from './plain-date'

const anyEpochDay = fc.integer({ min: -30_000, max: 60_000 })
const anyDay = anyEpochDay.map(dayOfEpoch)

describe('days of the calendar', () => {
  test('agree with the platform about every day and its weekday, in any time zone', () => {
    fc.assert(
      fc.property(anyEpochDay, (n) => {
        const platform = new Date(n * 86_400_000)
        const day = dayOfEpoch(n)
        expect(day).toBe(platform.toISOString().slice(0, 10))
        expect(weekdayOf(day)).toBe(platform.getUTCDay() || 7)
        expect(epochDayOf(day)).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  test('adding and counting are inverse, and strings sort as days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const other = addDays(day, n)
        expect(daysBetween(day, other)).toBe(n)
        expect(Math.sign(n)).toBe(other > day ? 1 : other < day ? -1 : 0)
        expect(addDays(other, -n)).toBe(day)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-05-31', 0, '2024-05-31'],
  ])('民法典 202: %s and %i months is %s', (day, months, expected) => expect(addMonths(on(day), months)).toBe(expected))

  test('a month later lies in the month after', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50, max: 50 }), (day, months) => {
        const first = on(`${monthOf(day)}-01`)
        expect(monthOf(addMonths(day, months))).toBe(monthOf(addMonths(first, months)))
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '',
    ' 2026-01-01',
    '2026-01-01T00:00',
    20260101,
    null,
  ])('%j is not a day', (text) => expect(parsePlainDate(text)).toBeNull())
  test('29 February of a leap year is one', () => expect(parsePlainDate('2024-02-29')).toBe('2024-02-29'))
  test('a typo in the program is loud', () => expect(() => on('2026-02-30')).toThrow('not a day'))

  test.each([
    ['2026-01-01', 2026, 1],
    ['2027-01-01', 2026, 53],
    ['2024-12-30', 2025, 1],
  ])('%s lies in ISO week %i-%i', (day, year, week) => expect(isoWeekOf(on(day))).toEqual({ year, week }))
  test('weeks begin on Monday', () => expect(mondayOf(on('2026-11-29'))).toBe('2026-11-23'))
  test.each([
    ['2024-02', '2024-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, day) => expect(lastDayOfMonth(month)).toBe(day))
})
