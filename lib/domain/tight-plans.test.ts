import { expect, test } from 'vitest'
import { on, type PlainDate } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { newlyTight, type PlannedStep, tightPlans } from './tight-plans'
import { addWorkdays, buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const inWorkdays = (days: number) => addWorkdays(calendar, on('2026-03-02'), days)
const step = (code: string, remainingWd: number, planFinishOn: PlainDate | null): PlannedStep => ({
  code,
  status: 'open',
  remainingWd,
  running: false,
  planFinishOn,
})
// A before C(2) before D(4); B beside them.
const edges = { C: ['A'], D: ['C'] }
const planned = (a: number, terms: Partial<PlannedStep> = {}) => [
  step('A', 3, inWorkdays(a)),
  step('B', 1, inWorkdays(1)),
  { ...step('C', 2, inWorkdays(6)), ...terms },
  step('D', 4, inWorkdays(13)),
]
const tight = (items: readonly PlannedStep[]) => {
  const found = tightPlans(edges, items, calendar)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

test('plans that fit one behind the other are nothing to speak of', () => {
  expect(tight(planned(4))).toEqual([])
})

test('what is planned before its predecessors leave it the time is named with its earliest day, and so is what waits for it', () => {
  expect(tight(planned(10))).toEqual([
    { code: 'C', planFinishOn: inWorkdays(6), earliest: inWorkdays(12) },
    { code: 'D', planFinishOn: inWorkdays(13), earliest: inWorkdays(16) },
  ])
})

test('a running item waits for nothing, a finished one holds nobody up, and one without a plan hands on its own days', () => {
  expect(tight(planned(10, { running: true }))).toEqual([])
  expect(tight(planned(10, { status: 'finished' }))).toEqual([])
  expect(tight(planned(10, { planFinishOn: null })).map(({ code }) => code)).toEqual(['D'])
})

test('a change answers for what it made, not for what did not fit before', () => {
  expect(newlyTight(tight(planned(10)), tight(planned(10)))).toEqual([])
  expect(newlyTight(tight(planned(4)), tight(planned(10))).map(({ code }) => code)).toEqual(['C', 'D'])
})
