import { expect, test } from 'vitest'
import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import { clockDays } from './clock-days'
import { type ClosingDecision, type ClosingTopic, closingGaps } from './closing'

const today = on('2026-11-23')
const decision: ClosingDecision = {
  id: 'd',
  leadOrgId: 'o',
  leadDissolved: false,
  ownerDisabled: false,
  dueOn: on('2026-11-30'),
}
const topic: ClosingTopic = { itemId: 't', state: 'OPEN', gone: false, decisions: [decision] }
const kinds = (...topics: ClosingTopic[]) => closingGaps(topics, today).map(({ kind }) => kind)

test.each([
  ['nothing is missing', {}, []],
  ['no lead unit', { decisions: [{ ...decision, leadOrgId: null }] }, ['NO_LEAD']],
  ['a unit that was dissolved', { decisions: [{ ...decision, leadDissolved: true }] }, ['LEAD_GONE']],
  ['a person whose account was disabled', { decisions: [{ ...decision, ownerDisabled: true }] }, ['OWNER_DISABLED']],
  ['no day', { decisions: [{ ...decision, dueOn: null }] }, ['NO_DUE']],
  ['a day that is over', { decisions: [{ ...decision, dueOn: on('2026-11-20') }] }, ['DUE_OVER']],
  ['today is in time', { decisions: [{ ...decision, dueOn: today }] }, []],
  ['everything at once', { decisions: [{ ...decision, leadOrgId: null, dueOn: null }] }, ['NO_LEAD', 'NO_DUE']],
  ['no result', { decisions: [] }, ['NO_RESULT']],
  ['put off', { decisions: [], state: 'NEXT_TIME' }, []],
  ['a project that left the library', { gone: true }, ['PROJECT_GONE']],
  ['that was taken back', { gone: true, state: 'WITHDRAWN', decisions: [] }, []],
] as const)('%s', (_, change, expected) => {
  expect(kinds({ ...topic, ...change } as ClosingTopic)).toEqual(expected)
})

test('a meeting without topics has nothing missing', () => expect(kinds()).toEqual([]))

const calendar = buildCalendar(PUBLISHED_YEARS)

test('the days of a clock count back from today and on from it', () => {
  // 受理 11-04, today the 13th working day, statute 20.
  const days = clockDays(13, 20, [], today, calendar)
  expect([days.length, days[0], days[6], days[12], days[19]]).toEqual([
    20,
    '2026-11-05',
    '2026-11-13',
    '2026-11-23',
    '2026-12-02',
  ])
})

test('days on which the clock stood still are no days of it', () => {
  const pauses = [{ from: on('2026-11-10'), to: on('2026-11-12') }]
  const days = clockDays(3, 3, pauses, on('2026-11-13'), calendar)
  expect(days).toEqual(['2026-11-09', '2026-11-10', '2026-11-13'])
})
