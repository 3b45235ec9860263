import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { checkPeriod, ownWords, type PeriodPreset, periodWords, presetPeriod } from './period'

const today = on('2026-11-23')
const span = (from: string, to: string) => ({ from: on(from), to: on(to) })

test.each<[PeriodPreset, string]>([
  ['YEAR', '2026-01-01'],
  ['HALF', '2026-07-01'],
  ['QUARTER', '2026-10-01'],
  ['MONTH', '2026-11-01'],
  ['WEEK', '2026-11-23'],
])('%s begins on %s and ends today', (preset, from) =>
  expect(presetPeriod(preset, today)).toEqual(span(from, '2026-11-23')),
)

describe('a period is said as', () => {
  test.each([
    ['2026-01-01', '2026-12-31', '2026年'],
    ['2026-09-01', '2026-09-30', '2026年9月'],
    ['2024-02-01', '2024-02-29', '2024年2月'],
    ['2026-01-01', '2026-10-31', '2026年1月至10月'],
    ['2026-01-01', '2026-11-23', '2026年1月1日至11月23日'],
    ['2025-12-29', '2026-01-04', '2025年12月29日至2026年1月4日'],
    ['2026-11-23', '2026-11-23', '2026年11月23日'],
  ])('%s to %s: %s', (from, to, words) => expect(periodWords(span(from, to))).toBe(words))
})

test.each([
  [span('2026-02-01', '2026-01-01'), 'BRIEFING_PERIOD_REVERSED'],
  [span('2026-02-01', '2026-11-24'), 'BRIEFING_PERIOD_FUTURE'],
  [span('2016-02-01', '2026-11-23'), 'BRIEFING_PERIOD_LONG'],
])('%o is refused: %s', (period, code) =>
  expect(checkPeriod(period, today)).toMatchObject({ ok: false, error: { code } }),
)

test('a period up to today is one', () =>
  expect(checkPeriod(span('2026-01-01', '2026-11-23'), today)).toMatchObject({ ok: true }))

test('the words of a paper are its year, days and scope', () =>
  expect(Object.fromEntries(ownWords(span('2026-01-01', '2026-11-23'), '全区'))).toEqual({
    'period.name': '2026年1月1日至11月23日',
    'period.year': '2026',
    'period.from': '2026年1月1日',
    'period.to': '2026年11月23日',
    'scope.name': '全区',
  }))
