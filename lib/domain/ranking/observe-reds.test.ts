import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on } from '../plain-date'
import { DEFAULT_PARAMETERS as COLOURS } from '../rule-parameters'
import { countTables } from './count-month'
import type { MonthFacts, RankedMatter, RankedProcedure, RankedProject } from './facts'
import { CALENDAR, monthFacts, rankedProcedure, rankedProject } from './observe.fixture'
import { DEFAULT_RANKING_PARAMETERS as P } from './parameters'
import { spanUntil } from './span'

/** Reds of October by table, subject and thing; with why they are left out. */
const redsOf = (facts: MonthFacts, until = on('2026-10-31')) =>
  countTables(facts, P, CALENDAR, COLOURS, spanUntil('2026-10', until))
    .items.filter(({ indicator }) => indicator === 'RED')
    .map(({ table, subjectId, kind, factId, out }) => [table, subjectId, kind, factId, ...(out ? [out] : [])].join(' '))

const ofProcedure = (p: Partial<RankedProcedure>, project: Partial<RankedProject> = {}) =>
  redsOf(monthFacts({ procedures: [rankedProcedure(p)], projects: [rankedProject(project)] }))

const matter = (rest: Partial<RankedMatter> = {}): RankedMatter => ({
  kind: 'ISSUE',
  id: 'i1',
  projectId: 'p1',
  text: '道路未通',
  unitId: 'zhujian',
  personId: null,
  tier: null,
  dueOn: on('2026-10-20'),
  meetings: 0,
  ...rest,
})
const ofMatter = (rest: Partial<RankedMatter>, project: Partial<RankedProject> = {}) =>
  redsOf(monthFacts({ matters: [matter(rest)], projects: [rankedProject(project)] }))

describe('a procedure that is red at the data line', () => {
  test.each([
    ['beyond the statute is its agency’s', {}, ['AGENCY zhujian PROCEDURE c1']],
    [
      'five working days beyond the promise, within the statute, as well',
      { statutoryWd: 30 },
      ['AGENCY zhujian PROCEDURE c1'],
    ],
    ['four days beyond the promise is yellow', { statutoryWd: 30, acceptedOn: on('2026-10-16') }, []],
    [
      'beyond its plan while the agency is within its promise is the steward’s',
      { promisedWd: 60, statutoryWd: 90, planFinishOn: on('2026-10-14') },
      ['STEWARD wang PROCEDURE c1'],
    ],
    [
      'beyond its plan and its promise is the agency’s',
      { promisedWd: 15, statutoryWd: 30, planFinishOn: on('2026-10-14') },
      ['AGENCY zhujian PROCEDURE c1'],
    ],
    [
      'received and neither accepted nor sent back: the agency’s clock runs from there',
      { acceptedOn: null },
      ['AGENCY zhujian PROCEDURE c1'],
    ],
    ['with the applicant for more papers is nobody’s here', { pausedSince: on('2026-10-09') }, []],
    [
      'in a special procedure beyond its own limit is the agency’s',
      { pausedSince: on('2026-10-09'), pausedFor: 'SPECIAL' as const, specialLimitWd: 5 },
      ['AGENCY zhujian PROCEDURE c1'],
    ],
    ['finished before the month ended is cured', { finishedOn: on('2026-10-30') }, []],
    ['finished after it still stood then', { finishedOn: on('2026-11-02') }, ['AGENCY zhujian PROCEDURE c1']],
    ['accepted after it was not there', { receivedOn: on('2026-11-02'), acceptedOn: on('2026-11-02') }, []],
    ['not needed', { state: 'NA' as const }, []],
    ['withdrawn', { state: 'WITHDRAWN' as const }, []],
  ])('%s', (_, facts, expected) => expect(ofProcedure(facts)).toEqual(expected))

  test('goes to the steward of the last day, not of the day it turned', () => {
    const stewards = [
      { personId: 'wang', fromOn: on('2026-03-02'), toOn: on('2026-10-20') },
      { personId: 'li', fromOn: on('2026-10-20'), toOn: null },
    ]
    const late = { promisedWd: 60, statutoryWd: 90, planFinishOn: on('2026-10-09') }
    expect(ofProcedure(late, { stewards })).toEqual(['STEWARD li PROCEDURE c1'])
  })
  test('is waived where a waiver covers the data line, and not where it ran out before', () => {
    const waived = (lastOn: string) => [{ dimension: 'D1' as const, fromOn: on('2026-10-10'), lastOn: on(lastOn) }]
    expect(ofProcedure({}, { waived: waived('2026-10-31') })).toEqual(['AGENCY zhujian PROCEDURE c1 WAIVED'])
    expect(ofProcedure({}, { waived: waived('2026-10-30') })).toEqual(['AGENCY zhujian PROCEDURE c1'])
  })
  test('counts for nothing in a project that is suspended or has left', () => {
    expect(ofProcedure({}, { status: 'SUSPENDED' })).toEqual([])
    expect(ofProcedure({}, { leftOn: on('2026-10-30') })).toEqual([])
  })
})

describe('a project whose red is its steward’s', () => {
  const red = (owner: string, rule: string, from = '2026-10-30') =>
    redsOf(
      monthFacts({
        projects: [
          rankedProject({
            colours: [
              { on: on('2026-10-01'), level: 'GREEN', owner: null },
              { on: on(from), level: 'RED', owner, reason: { rule, code: 'TALKS_STALLED', params: { months: 3 } } },
            ],
          }),
        ],
      }),
    )
  test('stands from its first day on, long before it costs points', () =>
    expect(red('STEWARD', 'D9')).toEqual(['STEWARD wang RED p1']))
  test('is told by its procedure where a procedure made it red', () => expect(red('STEWARD', 'P3')).toEqual([]))
  test('is not his while somebody else has the next move', () => expect(red('ENTERPRISE', 'D2')).toEqual([]))
})

describe('a problem, a need, a task that is red at the data line', () => {
  test.each([
    ['five working days late is of the unit that leads it', {}, ['AGENCY zhujian ISSUE i1']],
    ['four working days late is yellow', { dueOn: on('2026-10-26') }, []],
    [
      'unsolved after two weekly meetings is red whatever its day',
      { dueOn: on('2026-11-20'), meetings: 2 },
      ['AGENCY zhujian ISSUE i1'],
    ],
    ['led by a team', { unitId: 'team' }, ['TASKFORCE team ISSUE i1']],
    ['led by a street', { unitId: 'street' }, ['AREA street ISSUE i1']],
    [
      'not given out yet is of the team that gives it out',
      { unitId: null, tier: 'TASKFORCE' as const },
      ['TASKFORCE team ISSUE i1'],
    ],
    ['not given out by the office is nobody’s in a table', { unitId: null }, []],
    ['in a steward’s own hands', { unitId: null, personId: 'wang' }, ['STEWARD wang ISSUE i1']],
    ['in the hands of somebody who is not ranked', { unitId: null, personId: 'nobody' }, []],
    ['led by a unit that is not ranked', { unitId: 'office' }, []],
    [
      'a need ten working days late',
      { kind: 'FACTOR' as const, text: 'POWER', dueOn: on('2026-10-16') },
      ['AGENCY zhujian FACTOR i1'],
    ],
    [
      'a need nine working days late is yellow',
      { kind: 'FACTOR' as const, text: 'POWER', dueOn: on('2026-10-19') },
      [],
    ],
    [
      'a task five working days late',
      { kind: 'TASK' as const, unitId: 'street', projectId: null },
      ['AREA street TASK i1'],
    ],
  ])('%s', (_, facts, expected) => expect(ofMatter(facts)).toEqual(expected))

  test('a waiver of its dimension leaves it out', () => {
    const waived = [{ dimension: 'D5' as const, fromOn: on('2026-10-10'), lastOn: on('2026-11-05') }]
    expect(ofMatter({}, { waived })).toEqual(['AGENCY zhujian ISSUE i1 WAIVED'])
    expect(ofMatter({ kind: 'FACTOR', text: 'POWER', dueOn: on('2026-10-12') }, { waived })).toEqual([
      'AGENCY zhujian FACTOR i1',
    ])
  })
  test('a street and a team are not reminded of what is red beside them', () =>
    expect(redsOf(monthFacts({ procedures: [rankedProcedure()], matters: [matter()] }))).toEqual([
      'AGENCY zhujian PROCEDURE c1',
      'AGENCY zhujian ISSUE i1',
    ]))
})

describe('a 督办单', () => {
  const slip = (repliedOn: string | null) => ({
    id: 's1',
    taskId: 't1',
    projectId: null,
    text: '加快征迁',
    orgId: 'street',
    replyDueOn: on('2026-10-20'),
    repliedOn: repliedOn ? on(repliedOn) : null,
  })
  test('that nobody answered is a red of its unit; one that was answered late only cost points', () => {
    expect(redsOf(monthFacts({ slips: [slip(null)] }))).toEqual(['AREA street SLIP t1'])
    expect(redsOf(monthFacts({ slips: [slip('2026-10-28')] }))).toEqual([])
  })
  test('and the task it is about are one red', () => {
    const task = matter({ kind: 'TASK', id: 't1', unitId: 'street', projectId: null })
    const again = { ...slip(null), id: 's2', text: '再次督办' }
    expect(redsOf(monthFacts({ slips: [slip(null), again], matters: [task] }))).toEqual(['AREA street TASK t1'])
    expect(redsOf(monthFacts({ slips: [again, slip(null)] }))).toEqual(['AREA street SLIP t1'])
  })
})

test('the order facts come in changes neither the reds nor who is reminded', () => {
  const procedures = [1, 2, 3].map((n) => rankedProcedure({ id: `c${n}`, acceptedOn: on(`2026-10-0${7 + (n % 3)}`) }))
  const matters = [1, 2, 3, 4].map((n) => matter({ id: `i${n}`, unitId: n % 2 ? 'team' : 'street' }))
  const counted = (facts: Partial<MonthFacts>) => {
    const { items, tables } = countTables(monthFacts(facts), P, CALENDAR, COLOURS)
    return { items, tables }
  }
  const once = counted({ procedures, matters })
  fc.assert(
    fc.property(
      fc.shuffledSubarray(procedures, { minLength: 3 }),
      fc.shuffledSubarray(matters, { minLength: 4 }),
      (p, m) => {
        expect(counted({ procedures: p, matters: m })).toEqual(once)
      },
    ),
  )
})

test('whoever has a red row is reminded, has as many as his rows say, and nobody else is', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays(on('2026-09-20'), n))
  fc.assert(
    fc.property(
      fc.array(fc.record({ dueOn: day, unitId: fc.constantFrom('zhujian', 'team', 'street') }), { maxLength: 12 }),
      (some) => {
        const matters = some.map((one, i) => matter({ ...one, id: `i${i}` }))
        const { items, tables } = countTables(monthFacts({ matters }), P, CALENDAR, COLOURS)
        for (const table of ['AGENCY', 'TASKFORCE', 'AREA'] as const)
          for (const row of tables[table].rows) {
            const own = items.filter(
              ({ subjectId, indicator, out }) => subjectId === row.subjectId && indicator === 'RED' && out === null,
            )
            expect(row.reds).toBe(own.length)
            expect(row.reminded.includes('RED')).toBe(own.length > 0)
            expect(row.praised && row.reminded.length > 0).toBe(false)
          }
      },
    ),
  )
})
