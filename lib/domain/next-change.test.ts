import { describe, expect, test } from 'vitest'
import { deadlineAhead } from './deadline'
import { nextProcedureChange } from './next-change'
import { on } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { NO_FACTS, nextProjectChange, type ProjectFacts } from './project-level'
import { PUBLISHED_YEARS } from './published-years'
import { AGENCY, ENTERPRISE, STEWARD } from './reason'
import { DEFAULT_PARAMETERS as p } from './rule-parameters'
import { factsWith } from './testdata/procedure-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const next = (facts: ProcedureFacts, day: string) => nextProcedureChange(facts, on(day), calendar, p)

describe('what changes when the colour stays', () => {
  test('a second owner joins while the first still has to move', () => {
    // The plan ends on Monday the 27th: blue, the steward's, until it passes; the promise runs out the day before.
    const facts = factsWith({ acceptedOn: on('2024-05-13'), promisedWd: 10, planFinishOn: on('2024-05-27') })
    // 05-22: three days to plan, three days of promise left. 05-23: two of promise, the agency is first.
    expect(next(facts, '2024-05-22')).toMatchObject({ on: '2024-05-23', level: 'BLUE', owner: AGENCY, joins: true })
  })
  test('an owner who has nothing left to do hands over', () => {
    const facts: ProjectFacts = {
      ...NO_FACTS,
      issues: [{ id: 'i', dueOn: on('2024-05-20'), meetings: 0, owner: 'ENTERPRISE' }],
      start: { plannedOn: on('2024-05-10'), actualOn: null, ready: true },
    }
    expect(nextProjectChange(facts, on('2024-05-21'), calendar, p)).toMatchObject({ level: 'RED', joins: false })
  })
  test('another project reason of the same colour joins, it does not take over', () => {
    const facts: ProjectFacts = {
      ...NO_FACTS,
      issues: [{ id: 'i', dueOn: on('2024-05-22'), meetings: 0, owner: '区住建局' }],
      start: { plannedOn: on('2024-06-04'), actualOn: null, ready: false },
    }
    // 05-20: the issue is two days off, blue. From 05-21 the start is ten days off, blue, and comes first.
    expect(nextProjectChange(facts, on('2024-05-20'), calendar, p)).toMatchObject({
      on: '2024-05-21',
      level: 'BLUE',
      owner: STEWARD,
      joins: true,
    })
  })
  test('nobody joins where nobody had to move', () => {
    const facts = factsWith({ state: 'READY', acceptedOn: null, planFinishOn: on('2024-05-27') })
    expect(next(facts, '2024-05-06')).toMatchObject({ level: 'BLUE', owner: ENTERPRISE, joins: false })
  })
})

describe('the limit that is still ahead', () => {
  const ahead = (changes: Partial<ProcedureFacts>, day: string) =>
    deadlineAhead(factsWith(changes), on(day), calendar, p)
  test.each<[string, Partial<ProcedureFacts>, string, unknown]>([
    ['the promise', {}, '2024-05-20', { limit: 'PROMISE', on: '2024-05-22', inWd: 2, provisional: false }],
    ['the promise on its last day', {}, '2024-05-22', { limit: 'PROMISE', on: '2024-05-22' }],
    ['the statute after it', {}, '2024-05-30', { limit: 'STATUTE', on: '2024-06-11' }],
    ['with an extension', { extensionWd: 10 }, '2024-06-13', { limit: 'STATUTE', on: '2024-06-25' }],
    [
      'what was deemed accepted, from receipt',
      { state: 'RECEIVED', acceptedOn: null, receivedOn: on('2024-05-13') },
      '2024-05-23',
      { limit: 'STATUTE', on: '2024-06-11' },
    ],
  ])('%s', (_, changes, day, expected) => expect(ahead(changes, day)).toMatchObject(expected as object))
  test.each<[string, Partial<ProcedureFacts>, string]>([
    ['once both have passed', {}, '2024-06-12'],
    ['without a statute after the promise', { statutoryWd: null }, '2024-05-30'],
    ['while the clock stands', { state: 'SUPPLEMENT', supplementSince: on('2024-05-16') }, '2024-05-30'],
    [
      'before the five days to accept are over',
      { state: 'RECEIVED', acceptedOn: null, receivedOn: on('2024-05-13') },
      '2024-05-15',
    ],
    ['before anything is filed', { state: 'READY', acceptedOn: null }, '2024-05-15'],
  ])('none %s', (_, changes, day) => expect(ahead(changes, day)).toBeNull())
})
