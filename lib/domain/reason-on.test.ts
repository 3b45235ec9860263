import { expect, test } from 'vitest'
import { on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { AGENCY, type ReasonCode } from './reason'
import { reasonOn } from './reason-on'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const reason = (code: ReasonCode, days: number) =>
  ({ rule: 'D1', code, level: 'YELLOW', owner: AGENCY, params: { days, by: '立项' } }) as const

test.each<[ReasonCode, number, number]>([
  ['SUBMIT_OVER', 1, 10],
  ['ISSUE_OVER', 2, 11],
  ['PLAN_LEFT', 12, 3],
  ['PLAN_LEFT', 2, 0],
  ['NOT_UPDATED', 8, 21],
  ['EXPIRES', 30, 17],
  // A forecast is what it was foreseen as.
  ['TREND', 7, 7],
])('%s: %d on a Friday is %d on the Thursday thirteen days later', (code, then, later) => {
  const { params } = reasonOn(reason(code, then), on('2026-11-06'), on('2026-11-19'), calendar)
  expect(params).toEqual({ days: later, by: '立项' })
})

test('on its own day, and without a number, a reason stays as it is', () => {
  expect(reasonOn(reason('PLAN_OVER', 3), on('2026-11-06'), on('2026-11-06'), calendar)).toEqual(reason('PLAN_OVER', 3))
  const third = { ...reason('THIRD_MONTH', 0), params: {} }
  expect(reasonOn(third, on('2026-11-06'), on('2026-11-19'), calendar)).toBe(third)
})
