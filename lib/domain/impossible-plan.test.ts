import { expect, test } from 'vitest'
import { type FilingPlan, impossiblePlans } from './impossible-plan'
import { on } from './plain-date'

const today = on('2026-11-23')
const row = (code: string, start: string | null) => ({
  code,
  start: start ? on(start) : null,
  finish: on('2026-12-20'),
  slack: 0,
  critical: true,
})
const plan = (code: string, planSubmitOn: string | null, absent = false): FilingPlan => ({
  code,
  absent,
  planSubmitOn: planSubmitOn ? on(planSubmitOn) : null,
})
const edges = { B: ['A'], C: ['B'] }

test('an item to be filed before what it waits for can be done is named, the first in the graph first', () => {
  const foreseen = {
    items: [row('C', '2026-12-10'), row('B', '2026-12-02'), row('A', '2026-11-23')],
    impossible: [],
  }
  expect(
    impossiblePlans(edges, [plan('C', '2026-12-01'), plan('B', '2026-11-01'), plan('A', null)], foreseen, today),
  ).toEqual([
    { code: 'B', what: 'SUBMIT', plannedOn: '2026-11-01', earliest: '2026-12-02' },
    { code: 'C', what: 'SUBMIT', plannedOn: '2026-12-01', earliest: '2026-12-10' },
  ])
})

test('what can be filed today is late, not impossible; what is not in the project is skipped', () => {
  const foreseen = { items: [row('A', '2026-11-23'), row('B', '2026-12-02')], impossible: [] }
  expect(impossiblePlans(edges, [plan('A', '2026-11-01'), plan('B', '2026-11-01', true)], foreseen, today)).toEqual([])
})

test('an item is named once, by the day it was to be finished', () => {
  const impossible = [{ code: 'B', planFinishOn: on('2026-12-01'), earliest: on('2026-12-20') }]
  const foreseen = { items: [row('A', '2026-11-23'), row('B', '2026-12-02')], impossible }
  expect(impossiblePlans(edges, [plan('A', null), plan('B', '2026-11-01')], foreseen, today)).toEqual([
    { code: 'B', what: 'FINISH', plannedOn: '2026-12-01', earliest: '2026-12-20' },
  ])
})
