import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import { monthAxis, type ProjectMilestone, shareOf, sideOf, standingOf } from './project-plan'

const today = on('2026-11-23')
const milestone = (plannedOn: string | null, actualOn: string | null = null): ProjectMilestone => ({
  kind: 'START',
  plannedOn: plannedOn === null ? null : on(plannedOn),
  actualOn: actualOn === null ? null : on(actualOn),
  monthOnly: false,
})

describe('where a milestone stands', () => {
  test.each([
    ['reached before its plan', milestone('2026-10-10', '2026-10-08'), { kind: 'reached', days: -2 }],
    ['reached after its plan', milestone('2026-10-10', '2026-10-20'), { kind: 'reached', days: 10 }],
    ['reached without a plan', milestone(null, '2026-10-20'), { kind: 'reached', days: null }],
    ['on the last day it is not overdue yet', milestone('2026-11-23'), { kind: 'ahead', days: 0 }],
    ['from the day after it is', milestone('2026-11-22'), { kind: 'overdue', days: 1 }],
    ['still to come', milestone('2026-12-01'), { kind: 'ahead', days: -8 }],
    ['nobody has promised it', milestone(null), { kind: 'unplanned' }],
  ])('%s', (_, given, expected) => expect(standingOf(given, today)).toEqual(expected))
})

describe('the months of a Gantt', () => {
  test('hold today with a quarter around it', () =>
    expect(monthAxis([], today).months).toEqual([
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]))

  test('reach to the first and last day, and no further than a year', () => {
    const axis = monthAxis([on('2024-03-15'), on('2031-01-01')], today)
    expect([axis.from, axis.to]).toEqual(['2025-11-01', '2027-11-30'])
  })

  test('a day stands where its share of the axis ends, and at the edge when it lies beyond', () => {
    const axis = { from: on('2026-11-01'), to: on('2026-11-30'), months: ['2026-11'] }
    expect(['2026-10-31', '2026-11-15', '2026-11-30', '2027-01-01'].map((d) => shareOf(axis, on(d)))).toEqual([
      0, 0.5, 1, 1,
    ])
    expect(['2026-10-31', '2026-11-15', '2027-01-01'].map((d) => sideOf(axis, on(d)))).toEqual([
      'before',
      'on',
      'after',
    ])
  })
})
