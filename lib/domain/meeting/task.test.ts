import { expect, test } from 'vitest'
import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import { taskNumber } from './task-number'
import { isOpenTask, TASK_STATES } from './task-state'
import { defaultDue } from './task-term'

const calendar = buildCalendar(PUBLISHED_YEARS)
const monday = on('2026-11-23')

test('a number as it stands on paper', () =>
  expect(taskNumber({ year: 2026, week: 48, nth: 3 })).toBe('双轮〔2026〕48-03'))

test.each([
  ['DEPARTMENT', '2026-11-26'],
  ['TASKFORCE', '2026-12-02'],
  ['DISTRICT', '2026-12-14'],
] as const)('the term of a task of %s', (tier, due) => expect(defaultDue(tier, monday, calendar)).toBe(due))

test('what is closed or withdrawn waits for nobody', () =>
  expect(TASK_STATES.filter((state) => !isOpenTask(state))).toEqual(['CLOSED', 'WITHDRAWN']))
