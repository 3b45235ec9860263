import { expect, test } from 'vitest'
import type { ForecastItem } from './forecast'
import { on, type PlainDate } from './plain-date'
import { planEffects } from './plan-effects'
import { PUBLISHED_YEARS } from './published-years'
import { addWorkdays, buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const today = on('2026-03-02')
const inWorkdays = (days: number) => addWorkdays(calendar, today, days)
const item = (code: string, remainingWd: number, planFinishOn: PlainDate | null = null): ForecastItem => ({
  code,
  status: 'open',
  remainingWd,
  running: false,
  finishedOn: null,
  planFinishOn,
})
// A(3) before C(2) before D(4); B(1) beside them.
const edges = { C: ['A'], D: ['C'] }
const items = [item('A', 3, inWorkdays(3)), item('B', 1), item('C', 2, inWorkdays(6)), item('D', 4, inWorkdays(20))]
const effects = (to: PlainDate, from: PlainDate | null = inWorkdays(3), code = 'A') => {
  const result = planEffects(today, edges, items, ['C'], 'D', calendar, { code, from, to })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

test('a plan moved past its successors tells which of their plans can no longer be kept', () => {
  expect(effects(inWorkdays(10))).toEqual({
    earliest: null,
    later: [
      { code: 'C', from: inWorkdays(5), to: inWorkdays(12), planFinishOn: inWorkdays(6), broken: true },
      { code: 'D', from: inWorkdays(9), to: inWorkdays(16), planFinishOn: inWorkdays(20), broken: false },
    ],
    construction: { from: inWorkdays(6), to: inWorkdays(13) },
    production: { from: inWorkdays(9), to: inWorkdays(16) },
  })
})

test('a plan nobody waits for changes nothing else, and an earlier day than possible is said', () => {
  expect(effects(inWorkdays(10), null, 'B')).toEqual({
    earliest: null,
    later: [],
    construction: null,
    production: null,
  })
  expect(effects(inWorkdays(1)).earliest).toBe(inWorkdays(3))
  expect(effects(inWorkdays(1)).later).toEqual([])
})

test('what is told begins with the forecast of today, not with the plan so far', () => {
  expect(effects(inWorkdays(12), inWorkdays(10)).later[0]).toMatchObject({
    code: 'C',
    from: inWorkdays(5),
    to: inWorkdays(14),
  })
})

test('a plan drawn forward holds nothing up: the forecast stays what it is', () => {
  expect(effects(inWorkdays(5), inWorkdays(10))).toEqual({
    earliest: null,
    later: [],
    construction: null,
    production: null,
  })
})
