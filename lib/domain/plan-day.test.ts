import { expect, test } from 'vitest'
import { on } from './plain-date'
import { pastPlanRefusal, planDayRefusal } from './plan-day'

const calendar = { years: new Set([2024, 2025, 2026]) }

test('a plan of a year before the calendar is refused, one of a year after it is not', () => {
  expect(planDayRefusal(on('2020-02-05'), 'planFinishOn', calendar)).toEqual({
    code: 'PLAN_BEFORE_CALENDAR',
    field: 'planFinishOn',
    on: '2020-02-05',
    year: 2024,
  })
  expect(planDayRefusal(on('2023-12-31'), 'planFinishOn', calendar)).not.toBeNull()
  expect(planDayRefusal(on('2024-01-01'), 'planFinishOn', calendar)).toBeNull()
  expect(planDayRefusal(on('2027-06-30'), 'planFinishOn', calendar)).toBeNull()
  expect(planDayRefusal(null, 'planSubmitOn', calendar)).toBeNull()
  expect(planDayRefusal(on('2020-02-05'), 'planFinishOn', { years: new Set() })).toBeNull()
})

test('a plan moves to today or later, not into the past', () => {
  const today = on('2026-11-23')
  expect(pastPlanRefusal(on('2026-11-22'), 'planFinishOn', today)).toMatchObject({ code: 'PLAN_PAST' })
  expect(pastPlanRefusal(today, 'planFinishOn', today)).toBeNull()
})
