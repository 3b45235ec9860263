import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { evaluateProjectProvisionally, NO_FACTS, type ProjectFacts } from './project-level'
import { PUBLISHED_YEARS } from './published-years'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { clockOf, rulerOf, standingClockOf } from './ruler'
import { factsWith } from './testdata/procedure-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const p = DEFAULT_PARAMETERS
const today = on('2024-05-28')
const since = on('2024-05-16')
const clock = (facts: Partial<ProcedureFacts>) => clockOf(factsWith(facts), 'BLUE', today, calendar, p)

describe('the clock of a procedure', () => {
  test.each<[string, Partial<ProcedureFacts>, object]>([
    ['the agency runs', { extensionWd: 10 }, { whose: 'AGENCY', used: 11, promised: 7, statutory: 30, paused: false }],
    ['the law sets no limit', { statutoryWd: null }, { whose: 'AGENCY', statutory: null }],
    [
      'the papers are received',
      { state: 'RECEIVED', receivedOn: on('2024-05-24') },
      { used: 2, promised: 5, statutory: null, accepting: true },
    ],
    ['nobody answered in five days', { state: 'RECEIVED', receivedOn: on('2024-05-20') }, { used: 6, promised: 7 }],
    [
      'the applicant has ten days',
      { state: 'SUPPLEMENT', supplementSince: since },
      { whose: 'ENTERPRISE', used: 8, promised: 10, statutory: 20 },
    ],
    [
      'the notice has its own',
      { state: 'SUPPLEMENT', supplementSince: since, supplementLimitWd: 15 },
      { promised: 15, statutory: 25 },
    ],
    [
      'a special procedure has its own',
      { state: 'SPECIAL', specialSince: since, specialLimitWd: 20 },
      { whose: 'SPECIAL', used: 8, promised: 20, statutory: 25 },
    ],
    [
      'one without a limit stands',
      { state: 'SPECIAL', specialSince: since },
      { whose: 'AGENCY', used: 3, paused: true },
    ],
    ['it has ended', { state: 'DONE', finishedOn: on('2024-05-20') }, { whose: 'AGENCY', used: 5 }],
    ['it was rejected', { state: 'REJECTED', rejectedOn: on('2024-05-20') }, { whose: 'AGENCY', used: 5 }],
  ])('%s', (_, facts, expected) => expect(clock(facts)).toMatchObject({ kind: 'clock', level: 'BLUE', ...expected }))

  test('the agency’s own stands where it stood while the papers are out', () => {
    const out = factsWith({ state: 'SUPPLEMENT', supplementSince: since })
    expect(standingClockOf(out, 'GREY', today, calendar)).toMatchObject({ whose: 'AGENCY', used: 3, paused: true })
    expect(standingClockOf(factsWith({}), 'GREEN', today, calendar)).toBeNull()
  })

  test.each<Partial<ProcedureFacts>>([
    { state: 'NOT_STARTED' },
    { state: 'READY' },
    { state: 'WITHDRAWN' },
    { state: 'NA' },
    { state: 'ACCEPTED', acceptedOn: null },
    { state: 'SUPPLEMENT' },
  ])('%j has none', (facts) => expect(clock(facts)).toBeNull())
})

describe('what the ruler of a project shows', () => {
  const item = (id: string, facts: Partial<ProcedureFacts>) => ({
    id,
    code: id,
    critical: true,
    outlook: null,
    agency: '局',
    facts: factsWith(facts),
  })
  const ruler = (facts: Partial<ProjectFacts>, lead: string | null = null) => {
    const all = { ...NO_FACTS, ...facts }
    const reason = evaluateProjectProvisionally(all, today, calendar, p).reasons[0] ?? null
    return rulerOf(reason, all, lead, today, calendar, p)
  }

  test('the clock its first reason speaks of', () =>
    expect(ruler({ procedures: [item('a', {}), item('b', { acceptedOn: on('2024-05-06') })] })).toMatchObject({
      kind: 'clock',
      used: 17,
      level: 'RED',
    }))

  test.each<[string, Partial<ProjectFacts>, object]>([
    [
      'a missing plan',
      { procedures: [item('a', { state: 'NOT_STARTED', enteredOn: on('2024-05-01') })] },
      { kind: 'noPlan', days: 18, blueAt: 5, yellowAt: 10 },
    ],
    [
      'a planned filing',
      { procedures: [item('a', { state: 'READY', planSubmitOn: since })] },
      { kind: 'planSubmit', on: since, late: 8, redAt: 10, level: 'YELLOW' },
    ],
    [
      'a planned finish',
      { procedures: [item('a', { state: 'NOT_STARTED', planFinishOn: since })] },
      { kind: 'planFinish', on: since, late: 8, redAt: 10, level: 'YELLOW' },
    ],
    [
      'papers that were let off',
      { procedures: [item('a', { state: 'DONE_TOL', toleranceDueOn: since, finishedOn: on('2024-05-01') })] },
      { kind: 'toleranceDue', on: since, late: 8, redAt: 5, level: 'RED' },
    ],
    [
      'a rejection nobody answered',
      { procedures: [item('a', { state: 'REJECTED', rejectedOn: since, finishedOn: since })] },
      { kind: 'rejected', on: since, late: 8, redAt: 10, level: 'YELLOW' },
    ],
    [
      'progress',
      { progress: { year: 2024, actual: 1000 } },
      { kind: 'progress', planned: 4071, actual: 1000, level: 'RED' },
    ],
    [
      'a planned start',
      { start: { plannedOn: since, actualOn: null, ready: false } },
      { kind: 'plannedStart', on: since, monthEnds: 0, redAt: 3, level: 'YELLOW' },
    ],
    [
      'an issue',
      { issues: [{ id: 'i', dueOn: since, meetings: 0, owner: '局' }] },
      { kind: 'issueDue', on: since, late: 8, redAt: 5, level: 'RED' },
    ],
    [
      'a start that nears unprepared',
      { start: { plannedOn: on('2024-06-04'), actualOn: null, ready: false } },
      { kind: 'startAhead', on: '2024-06-04', left: 5, level: 'BLUE' },
    ],
    [
      'an enrolment that is a month late',
      { enrolment: { startedOn: on('2024-04-10'), enrolled: false } },
      { kind: 'enrolment', on: '2024-04-10', months: 1, yellowAt: 1, redAt: 2, level: 'YELLOW' },
    ],
    [
      'an enrolment that is long late',
      { enrolment: { startedOn: on('2023-10-10'), enrolled: false } },
      { kind: 'enrolment', on: '2023-10-10', months: 2, yellowAt: 1, redAt: 2, level: 'RED' },
    ],
    [
      'a need of land or power',
      { factors: [{ id: 'f', needBy: since, owner: '局' }] },
      { kind: 'factorDue', on: since, late: 8, redAt: 10, level: 'YELLOW' },
    ],
    [
      'a permit',
      { permits: [{ id: 'm', expiresOn: on('2024-06-20') }] },
      { kind: 'expires', on: '2024-06-20', left: 23, level: 'BLUE' },
    ],
    [
      'a permit that has expired',
      { permits: [{ id: 'm', expiresOn: on('2024-05-20') }] },
      { kind: 'expires', on: '2024-05-20', left: -8, level: 'RED' },
    ],
    [
      'an old update',
      { verifiedOn: on('2024-05-01') },
      { kind: 'verified', on: '2024-05-01', days: 27, blueAt: 8, yellowAt: 15 },
    ],
    [
      'stalled talks',
      { talks: { lastProgressOn: on('2024-03-28') } },
      { kind: 'talks', on: '2024-03-28', months: 2, yellowAt: 2, redAt: 3, level: 'YELLOW' },
    ],
    [
      'talks to be dropped',
      { talks: { lastProgressOn: on('2023-01-05') } },
      { kind: 'talks', on: '2023-01-05', months: 6, yellowAt: 2, redAt: 3, level: 'RED' },
    ],
    [
      'an issue without a day that meetings did not solve',
      { issues: [{ id: 'i', dueOn: null, meetings: 2, owner: '局' }] },
      { kind: 'meetings', meetings: 2 },
    ],
  ])('%s', (_, facts, expected) => expect(ruler(facts)).toEqual(expected))

  test('a filing day nobody gave is drawn where it is counted back to', () =>
    expect(ruler({ procedures: [item('a', { state: 'READY', planFinishOn: on('2024-05-31') })] })).toEqual({
      kind: 'planSubmit',
      on: '2024-05-22',
      late: 4,
      redAt: 10,
      level: 'YELLOW',
    }))

  test('beside the critical path no red day is marked: its project does not turn red by it', () => {
    const beside = (facts: Partial<ProcedureFacts>) => ({ procedures: [{ ...item('a', facts), critical: false }] })
    expect(ruler(beside({ state: 'NOT_STARTED', planFinishOn: since }))).toMatchObject({ late: 8, redAt: null })
    expect(ruler(beside({ state: 'SUPPLEMENT', acceptedOn: since, supplementSince: on('2024-05-10') }))).toMatchObject({
      whose: 'ENTERPRISE',
      statutory: null,
    })
  })

  test('without a reason the clock that leads, or nothing', () => {
    const quiet = { procedures: [item('a', { promisedWd: 20, acceptedOn: on('2024-05-24') })] }
    expect(ruler(quiet, 'a')).toMatchObject({ kind: 'clock', used: 2, level: 'GREEN' })
    expect(ruler(quiet)).toBeNull()
  })
})
