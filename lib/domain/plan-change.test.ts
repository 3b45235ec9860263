import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import { correctableUntil, planApproval } from './plan-change'
import { PUBLISHED_YEARS } from './published-years'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)

test('two moves are the office’s to approve, the third and later ones are not', () => {
  expect([0, 1, 2, 3, 9].map(planApproval)).toEqual([
    'REPLAN',
    'REPLAN',
    'REPLAN_AGAIN',
    'REPLAN_AGAIN',
    'REPLAN_AGAIN',
  ])
})

describe('a proposed plan is corrected', () => {
  const fresh = { proposed: true, assignedOn: on('2026-09-28'), began: false, moves: 0 }

  test('until the fifth working day after the assignment, holidays left out', () => {
    expect(correctableUntil({ ...fresh, assignedOn: on('2026-11-23') }, calendar)).toBe('2026-11-30')
    // 国庆 1–7 rests, Saturday 10-10 works.
    expect(correctableUntil(fresh, calendar)).toBe('2026-10-10')
  })

  test.each([
    ['once work has begun', { began: true }],
    ['once its plan was moved', { moves: 1 }],
    ['by a steward who is not its first', { assignedOn: null }],
    ['where nobody proposed it', { proposed: false }],
  ])('not %s', (_, said) => {
    expect(correctableUntil({ ...fresh, ...said }, calendar)).toBeNull()
  })
})
