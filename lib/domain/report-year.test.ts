import { expect, test } from 'vitest'
import { on } from './plain-date'
import { reportDays } from './report-year'

const today = on('2026-11-23')
const year = { from: on('2026-01-01'), to: today }

test('nobody asked: the year so far', () => expect(reportDays({}, today)).toEqual({ period: year, reversed: false }))
test('the days asked for', () =>
  expect(reportDays({ from: on('2026-03-01'), to: on('2026-03-31') }, today)).toEqual({
    period: { from: '2026-03-01', to: '2026-03-31' },
    reversed: false,
  }))
test('the first day after the last one: the year so far, and it is said', () =>
  expect(reportDays({ from: on('2026-06-01'), to: on('2026-03-31') }, today)).toEqual({ period: year, reversed: true }))
