import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { digBanOn, digWait } from './road-dig'
import { buildCalendar, countsAsWorkday } from './work-calendar'

const calendar = buildCalendar([...PUBLISHED_YEARS])

test.each([
  ['the day before winter', '2026-11-14', null, null],
  ['the first day of winter', '2026-11-15', 'WINTER', '2027-03-15'],
  ['the turn of the year', '2027-01-10', 'WINTER', '2027-03-15'],
  ['the last day of winter', '2026-03-15', 'WINTER', '2026-03-15'],
  ['fifteen days before 劳动节', '2026-04-16', 'HOLIDAY', '2026-05-10'],
  ['five days after 劳动节', '2026-05-10', 'HOLIDAY', '2026-05-10'],
  ['six days after 劳动节', '2026-05-11', null, null],
])('R11: %s', (_, day, kind, to) => {
  const ban = digBanOn(on(day), calendar)
  expect(ban?.kind ?? null).toBe(kind)
  expect(ban?.to ?? null).toBe(to)
})

test('a permit of December digs after the winter and what follows it', () => {
  const wait = digWait(on('2026-12-24'), calendar)
  expect(wait?.ban.kind).toBe('WINTER')
  expect(wait && wait.freeOn > on('2027-03-15')).toBe(true)
  // Next year's holidays are not published: the day may still move.
  expect(wait?.provisional).toBe(true)
  expect(digWait(on('2026-11-10'), calendar)).toBeNull()
})

test('the first free day is a working day no ban holds, and no day between is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), (n) => {
      const from = addDays(on('2025-01-02'), n)
      const wait = digWait(from, calendar)
      if (!wait) return digBanOn(from, calendar) === null
      let free = digBanOn(wait.freeOn, calendar) === null && countsAsWorkday(calendar, wait.freeOn)
      for (let day = from; day < wait.freeOn; day = addDays(day, 1))
        free &&= digBanOn(day, calendar) !== null || !countsAsWorkday(calendar, day)
      return free
    }),
  )
})
