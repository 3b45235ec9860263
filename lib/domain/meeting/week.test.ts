import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, on, type PlainDate, weekdayOf } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar, countsAsWorkday } from '../work-calendar'
import {
  currentWeek,
  DEFAULT_RHYTHM,
  hasCome,
  isRhythm,
  type Moment,
  mondayOfKey,
  neighbourWeek,
  weekKey,
  weekOfMeeting,
  weeksToFreeze,
} from './week'

const calendar = buildCalendar(PUBLISHED_YEARS)
const days = (week: PlainDate) => {
  const found = weekOfMeeting(week, DEFAULT_RHYTHM, calendar)
  return found && [found.dataLine.on, found.agenda.on, found.send.on, found.meeting.on]
}

test.each([
  ['an ordinary week', '2026-11-23', ['2026-11-19', '2026-11-20', '2026-11-20', '2026-11-23']],
  [
    'a Thursday and Friday off move the line before them',
    '2026-05-04',
    ['2026-04-28', '2026-04-29', '2026-04-29', '2026-04-30'],
  ],
  [
    'a meeting in the holiday is held before it',
    '2026-10-05',
    ['2026-09-28', '2026-09-29', '2026-09-29', '2026-09-30'],
  ],
  [
    'before 春节 a make-up Saturday is a working day',
    '2026-02-16',
    ['2026-02-12', '2026-02-13', '2026-02-13', '2026-02-14'],
  ],
])('%s', (_, week, expected) => expect(days(on(week))).toEqual(expected))

test('a week nobody works in has no meeting of its own', () => {
  expect(days(on('2026-02-23'))).toBeNull()
  const week = weekOfMeeting(on('2026-02-16'), DEFAULT_RHYTHM, calendar)
  expect(week && neighbourWeek(week, 1, DEFAULT_RHYTHM, calendar).weekOf).toBe('2026-03-02')
})

test('the four stay in order on working days, and weeks do not run into each other', () => {
  const after = (a: Moment, b: Moment) => a.on > b.on || (a.on === b.on && a.hour > b.hour)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 155 }), fc.integer({ min: 1, max: 5 }), (n, weekday) => {
      const rhythm = { ...DEFAULT_RHYTHM, meeting: { weekday, hour: 9 } }
      if (!isRhythm(rhythm)) return true
      const week = weekOfMeeting(addDays(on('2024-01-08'), 7 * n), rhythm, calendar)
      if (!week) return true
      const { dataLine, agenda, send, meeting } = week
      const worked = [dataLine, agenda, send, meeting].every((m) => countsAsWorkday(calendar, m.on))
      const ordered = after(agenda, dataLine) && after(send, agenda) && meeting.on > send.on
      const next = neighbourWeek(week, 1, rhythm, calendar)
      return worked && ordered && after(next.dataLine, dataLine) && next.meeting.on > meeting.on
    }),
  )
})

test('the current week is the last one whose data line has come', () => {
  const at = (day: string, hour: number) => weekKey(currentWeek({ on: on(day), hour }, DEFAULT_RHYTHM, calendar))
  expect(at('2026-11-23', 9)).toBe('2026-48')
  expect(at('2026-11-26', 17)).toBe('2026-48')
  expect(at('2026-11-26', 18)).toBe('2026-49')
  expect(at('2026-12-31', 18)).toBe('2027-01')
})

test('missed weeks are made up for, oldest first, and not beyond a bound', () => {
  const now = { on: on('2026-11-27'), hour: 8 }
  const keys = (last: string | null, most = 8) =>
    weeksToFreeze(last ? on(last) : null, now, DEFAULT_RHYTHM, calendar, most).map(weekKey)
  expect(keys(null)).toEqual(['2026-49'])
  expect(keys('2026-11-30')).toEqual([])
  expect(keys('2026-11-09')).toEqual(['2026-47', '2026-48', '2026-49'])
  expect(keys('2026-01-05', 2)).toEqual(['2026-48', '2026-49'])
})

test('a key is a week and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (n) => {
      const monday = addDays(on('2020-01-06'), 7 * n)
      const year = Number(addDays(monday, 3).slice(0, 4))
      const key = [...Array(54).keys()].map((week) => weekKey({ year, week })).find((k) => mondayOfKey(k) === monday)
      return key !== undefined && weekdayOf(monday) === 1
    }),
  )
  for (const bad of ['2026-54', '2026-00', '2025-53', '2026-w1', '']) expect(mondayOfKey(bad)).toBeNull()
})

test('hours count on the day itself', () => {
  const line = { on: on('2026-11-19'), hour: 18 }
  expect([17, 18].map((hour) => hasCome(line, { on: line.on, hour }))).toEqual([false, true])
})

test('the days of a week are 暂定 once one of them is in a year whose holidays are not published', () => {
  const provisional = (week: PlainDate) => weekOfMeeting(week, DEFAULT_RHYTHM, calendar)?.provisional
  expect([provisional(on('2026-12-28')), provisional(on('2027-01-04')), provisional(on('2027-01-11'))]).toEqual([
    false,
    true,
    true,
  ])
})
