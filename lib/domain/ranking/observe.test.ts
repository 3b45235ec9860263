import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on } from '../plain-date'
import { DEFAULT_PARAMETERS } from '../rule-parameters'
import { countMonth, observeMonth } from './count-month'
import type { RankedNeed } from './facts'
import type { NewItem } from './item'
import { aheadOf } from './month-money'
import { CALENDAR, monthFacts, rankedIssue, rankedProcedure, rankedProject } from './observe.fixture'
import { observeIssue } from './observe-issues'
import { observeNeed } from './observe-needs'
import { observeRating, observeRed, observeSlip } from './observe-others'
import { observeAgencyProcedure, observeStewardProcedure } from './observe-procedures'
import { observeProgress } from './observe-progress'
import { observeStarts } from './observe-starts'
import { observeUpdates, weeksOf } from './observe-updates'
import { DEFAULT_RANKING_PARAMETERS as P } from './parameters'
import { colourDays, projectLines } from './project-line'
import { spanOf, stewardDays } from './span'
import { waivedItem } from './waived-item'

const OCTOBER = spanOf('2026-10')
const NOVEMBER = spanOf('2026-11')
const agency = (p = {}, project = {}, span = OCTOBER) =>
  observeAgencyProcedure(rankedProcedure(p), rankedProject(project), span, CALENDAR)
const steward = (p = {}, project = {}, span = OCTOBER) =>
  observeStewardProcedure(rankedProcedure(p), rankedProject(project), span, CALENDAR)
const brief = (items: readonly { indicator: string; num: number; den: number; out: string | null }[]) =>
  items.map(({ indicator, num, den, out }) => `${indicator} ${num}/${den}${out ? ` ${out}` : ''}`)

describe('an agency', () => {
  test.each([
    ['in five of seven days', { finishedOn: on('2026-10-14'), state: 'DONE' }, ['A 1/1', 'B 2/7', 'D 1/1']],
    ['on the last day', { finishedOn: on('2026-10-16'), state: 'DONE' }, ['A 1/1', 'B 0/7', 'D 1/1']],
    ['a day late', { finishedOn: on('2026-10-19'), state: 'DONE' }, ['A 0/1', 'B 0/7', 'D 1/1']],
    ['not at all', {}, ['A 0/1', 'EVENT 0/1']],
    ['with two notices', { finishedOn: on('2026-10-14'), supplements: 2 }, ['A 1/1', 'B 2/7', 'D 0/1']],
    ['after the month, as it stood then', { finishedOn: on('2026-11-03'), state: 'DONE' }, ['A 0/1', 'EVENT 0/1']],
    ['of what is not needed', { state: 'NA' }, ['A 0/1 NOT_APPLICABLE', 'EVENT 0/1']],
    ['while papers were elsewhere all the time since', { pausedSince: on('2026-10-12') }, ['A 0/1 PAUSED']],
    [
      'whose days elsewhere are not its own',
      {
        finishedOn: on('2026-10-26'),
        state: 'DONE',
        pauses: [{ from: on('2026-10-12'), to: on('2026-10-22'), kind: 'SUPPLEMENT' }],
      },
      ['A 1/1', 'B 2/7', 'D 1/1'],
    ],
  ])('finishes %s', (_, facts, expected) => expect(brief(agency(facts))).toEqual(expected))
  test('is not counted twice: what was due in one month is not due in the next', () => {
    expect(brief(agency({ finishedOn: on('2026-11-03'), state: 'DONE' }, {}, NOVEMBER))).toEqual([
      'B 0/7',
      'D 1/1',
      // Beyond the statute it stood in both months.
      'EVENT 0/1',
    ])
  })
  test('has nothing to answer for before it accepts, or after its project has left', () => {
    expect(agency({ acceptedOn: null })).toEqual([])
    expect(brief(agency({}, { leftOn: on('2026-10-12') })).at(0)).toBe('A 0/1 LEFT')
  })
})

describe('a steward', () => {
  const planFinishOn = on('2026-10-20')
  test.each([
    ['what is done by its planned day', { planFinishOn, finishedOn: planFinishOn }, ['A 1/1']],
    ['what is late', { planFinishOn, finishedOn: on('2026-10-21') }, ['A 0/1']],
    [
      'nothing an agency kept longer than promised, where that was said in time',
      { planFinishOn, raisedOn: planFinishOn },
      ['A 0/1 AGENCY_DELAY'],
    ],
    ['all the same where it was said too late', { planFinishOn, raisedOn: on('2026-10-21') }, ['A 0/1']],
    [
      'all the same where the agency was in time',
      { planFinishOn, raisedOn: planFinishOn, acceptedOn: on('2026-10-28') },
      ['A 0/1'],
    ],
    ['nothing that is not planned', {}, []],
  ])('is counted %s', (_, facts, expected) => expect(brief(steward(facts))).toEqual(expected))
  test('answers for what is due on his days only', () => {
    const stewards = [
      { personId: 'wang', fromOn: on('2026-03-02'), toOn: on('2026-10-20') },
      { personId: 'li', fromOn: on('2026-10-20'), toOn: null },
    ]
    expect(steward({ planFinishOn }, { stewards })[0]?.subjectId).toBe('li')
    expect(steward({ planFinishOn: on('2026-10-19') }, { stewards })[0]?.subjectId).toBe('wang')
    expect([...stewardDays(rankedProject({ stewards }), OCTOBER)]).toEqual([
      ['wang', 19],
      ['li', 12],
    ])
  })
  test('days of all stewards of a project add up to the days it was there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -40, max: 40 }), { maxLength: 5 }), (turns) => {
        const days = turns.sort((a, b) => a - b).map((n) => addDays(OCTOBER.first, n))
        const from = [on('2026-03-02'), ...days]
        const stewards = from.map((fromOn, i) => ({ personId: `s${i}`, fromOn, toOn: from[i + 1] ?? null }))
        const held = stewardDays(rankedProject({ stewards }), OCTOBER)
        expect([...held.values()].reduce((sum, n) => sum + n, 0)).toBe(31)
      }),
    )
  })
})

describe('progress', () => {
  const of = (behind: number) => {
    // 2026-10-31 is 83.29 % of the year.
    const plan = { plannedFen: 10_000n, doneFen: BigInt(8_329 - behind), newFen: 0n, fromOn: null }
    const [item] = observeProgress(rankedProject({ plan }), OCTOBER, 30)
    return item && [item.num, item.den]
  }
  test('is what is left of thirty points: 0, 5, 12 and 33 behind', () => {
    expect([0, 500, 1_200, 3_300].map(of)).toEqual([
      [3_000, 3_000],
      [2_500, 3_000],
      [1_800, 3_000],
      [0, 3_000],
    ])
  })
  test('never counts a project in 谋划, leaves out one that is suspended', () => {
    const plan = { plannedFen: 10_000n, doneFen: 0n, newFen: 0n, fromOn: null }
    expect(observeProgress(rankedProject({ plan, stage: 'PLANNING' }), OCTOBER, 30)).toEqual([])
    const items = observeProgress(rankedProject({ plan, status: 'SUSPENDED' }), OCTOBER, 30)
    expect(items.map(({ table, out }) => [table, out])).toEqual([
      ['STEWARD', 'WAIVED'],
      ['TASKFORCE', 'WAIVED'],
      ['AREA', 'WAIVED'],
    ])
  })
})

describe('issues, starts, reports and the rest', () => {
  test('an issue counts for its steward, its unit, its team and its area, on the day it is closed or due', () => {
    const project = rankedProject()
    const items = observeIssue(rankedIssue({ closedOn: on('2026-10-19') }), project, OCTOBER)
    expect(items.map(({ table, num }) => [table, num])).toEqual([
      ['STEWARD', 1],
      ['AGENCY', 1],
      ['TASKFORCE', 1],
      ['AREA', 1],
    ])
    const late = rankedIssue({ dueOn: on('2026-10-30'), closedOn: on('2026-11-03') })
    expect(observeIssue(late, project, OCTOBER)[0]).toMatchObject({ num: 0, open: true, doneOn: null })
    expect(observeIssue(late, project, NOVEMBER)).toEqual([])
    expect(observeIssue(rankedIssue({ closedOn: on('2026-10-12'), withdrawn: true }), null, OCTOBER)).toMatchObject([
      { table: 'AGENCY', out: 'NOT_APPLICABLE' },
    ])
  })
  test('starts are kept or not, signed projects begun or not, 入库 in a month or not', () => {
    const project = rankedProject({
      stage: 'CONSTRUCTION',
      signing: { id: 'g', actualOn: on('2026-01-10') },
      start: { id: 's', plannedOn: on('2026-10-10'), actualOn: on('2026-09-15') },
      enrolledOn: null,
    })
    expect(
      observeStarts(project, OCTOBER, 1).map(({ table, indicator, num }) => `${table} ${indicator} ${num}`),
    ).toEqual(['TASKFORCE A 1', 'AREA D 0'])
    expect(
      observeStarts(project, spanOf('2026-09'), 1).map(({ table, indicator, num }) => `${table} ${indicator} ${num}`),
    ).toEqual(['TASKFORCE A 1', 'TASKFORCE D 1', 'AREA A 1'])
    expect(observeStarts(project, spanOf('2027-02'), 1)).toEqual([])
  })
  test('six of ten for a report by Thursday, four for no figure replaced', () => {
    expect(weeksOf(OCTOBER)).toEqual(['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'])
    const week = (weekOf: string, reportedOn: string | null, corrected = false) =>
      [
        on(weekOf),
        { projectId: 'p1', weekOf: on(weekOf), reportedOn: reportedOn === null ? null : on(reportedOn), corrected },
      ] as const
    const weeks = new Map([
      week('2026-09-28', '2026-10-01'),
      week('2026-10-12', '2026-10-16'),
      week('2026-10-19', '2026-10-20', true),
    ])
    // In time, nothing, late, in time but put right, nothing.
    expect(observeUpdates(rankedProject(), weeks, OCTOBER)).toMatchObject([
      { num: 6 * 2 + 4 * 4, den: 50, weight: 5, n: 5, detail: { inTime: 2, clean: 4 } },
    ])
    expect(observeUpdates(rankedProject({ stage: 'PRODUCTION' }), weeks, OCTOBER)).toEqual([])
  })
  test('stars from one to five are 0 to 1, and do not say whose they are', () => {
    const rating = { id: 'r', table: 'AGENCY', subjectId: 'zhujian', stars: 4, on: on('2026-10-08') } as const
    expect(observeRating(rating, OCTOBER)).toMatchObject([{ indicator: 'E', num: 3, den: 4, projectId: null }])
    expect(observeRating(rating, NOVEMBER)).toEqual([])
  })
  test('a need counts when it is there or needed, for its team, and for the area where it is about clearing', () => {
    const need = {
      id: 'n',
      projectId: 'p1',
      kind: 'POWER',
      needBy: on('2026-10-20'),
      doneOn: on('2026-10-19'),
      revokedOn: null,
    } as const
    const of = (rest: Partial<RankedNeed> = {}, project = {}, span = OCTOBER) =>
      observeNeed({ ...need, ...rest }, rankedProject(project), span)
    expect(of()).toMatchObject([
      { table: 'TASKFORCE', subjectId: 'team', indicator: 'E', kind: 'FACTOR', num: 1, label: '热力管网 用电' },
    ])
    expect(of({ kind: 'CLEARANCE' }).map(({ table, subjectId }) => `${table} ${subjectId}`)).toEqual([
      'TASKFORCE team',
      'AREA street',
    ])
    // Late counts when it was needed, and not once more when it comes.
    expect(brief(of({ doneOn: on('2026-11-03') }))).toEqual(['E 0/1'])
    expect(of({ doneOn: on('2026-11-03') }, {}, NOVEMBER)).toEqual([])
    expect(of({ doneOn: null })).toMatchObject([{ num: 0, open: true }])
    expect(brief(of({ doneOn: null, revokedOn: on('2026-10-12') }))).toEqual(['E 0/1 NOT_APPLICABLE'])
    expect(brief(of({ doneOn: null }, { leftOn: on('2026-10-12') }))).toEqual(['E 0/1 LEFT'])
    const waived = { dimension: 'D6', fromOn: on('2026-10-01'), lastOn: on('2026-10-31') } as const
    expect(
      of({ doneOn: null }).map((item) => waivedItem(item, rankedProject({ waived: [waived] }), OCTOBER).out),
    ).toEqual(['WAIVED'])
  })
  test('a 督办单 costs points in every month it stands unanswered beyond its day', () => {
    const slip = {
      id: 's',
      taskId: 't',
      projectId: null,
      text: '督办',
      orgId: 'team',
      replyDueOn: on('2026-10-30'),
      repliedOn: on('2026-11-03'),
    }
    expect(observeSlip(slip, 'TASKFORCE', OCTOBER)).toMatchObject([{ open: true }])
    expect(observeSlip(slip, 'TASKFORCE', NOVEMBER)).toMatchObject([{ open: false }])
    expect(observeSlip(slip, 'TASKFORCE', spanOf('2026-12'))).toEqual([])
    expect(observeSlip({ ...slip, repliedOn: on('2026-10-31') }, 'TASKFORCE', OCTOBER)).toEqual([])
    expect(observeSlip({ ...slip, repliedOn: slip.replyDueOn }, 'TASKFORCE', OCTOBER)).toEqual([])
  })
  test('a red of his own costs a steward points once it lasts longer than five working days', () => {
    const red = (from: string, until: string | null, owner = 'STEWARD') =>
      rankedProject({
        colours: [
          { on: OCTOBER.first, level: 'GREEN', owner: null },
          { on: on(from), level: 'RED', owner },
          ...(until ? [{ on: on(until), level: 'YELLOW' as const, owner: null }] : []),
        ],
      })
    const events = (project: ReturnType<typeof red>) => observeRed(project, OCTOBER, CALENDAR, 5)
    // 10-19 to 10-23 are five working days, red on the sixth it costs.
    expect(events(red('2026-10-19', '2026-10-26'))).toEqual([])
    expect(events(red('2026-10-19', '2026-10-27'))).toMatchObject([{ open: false, detail: { days: 6 } }])
    expect(events(red('2026-10-19', null))).toMatchObject([{ open: true, doneOn: null }])
    expect(events(red('2026-10-19', null, 'ENTERPRISE'))).toEqual([])
    expect(events(red('2026-10-27', null))).toEqual([])
  })
})

describe('the table of projects', () => {
  test('counts the days of each colour while the project was there', () => {
    const colours = [
      { on: on('2026-09-20'), level: 'GREEN' as const, owner: null },
      { on: on('2026-10-11'), level: 'RED' as const, owner: 'AGENCY' },
      { on: on('2026-10-21'), level: 'BLUE' as const, owner: null },
    ]
    expect(colourDays(rankedProject({ colours }), OCTOBER)).toMatchObject({ GREEN: 10, RED: 10, BLUE: 11 })
    const left = rankedProject({ colours, leftOn: on('2026-10-15') })
    expect(colourDays(left, OCTOBER)).toMatchObject({ GREEN: 10, RED: 5, BLUE: 0 })
    const came = rankedProject({ colours, enteredOn: on('2026-10-30') })
    expect(colourDays(came, OCTOBER)).toEqual({ GREY: 0, GREEN: 0, YELLOW: 0, RED: 0, BLUE: 2 })
  })
  test('ranks by deviation, equal ones alike, those without a plan last', () => {
    const plan = (doneFen: bigint) => ({ plannedFen: 100n, doneFen, newFen: 1n, fromOn: null })
    const lines = projectLines(
      [
        rankedProject({ id: 'a', number: 1, plan: plan(50n) }),
        rankedProject({ id: 'b', number: 2 }),
        rankedProject({ id: 'c', number: 3, plan: plan(90n) }),
        rankedProject({ id: 'd', number: 4, plan: plan(90n) }),
        rankedProject({ id: 'e', number: 5, plan: plan(99n), status: 'SUSPENDED' }),
      ],
      OCTOBER,
    )
    expect(lines.map(({ subjectId, rank }) => [subjectId, rank])).toEqual([
      ['c', 1],
      ['d', 1],
      ['a', 3],
      ['b', null],
      ['e', null],
    ])
  })
  test('ranks what prints alike alike', () => {
    const lines = projectLines(
      [90_000n, 90_040n, 90_060n].map((doneFen, i) =>
        rankedProject({
          id: `p${i}`,
          number: i + 1,
          plan: { plannedFen: 100_000n, doneFen, newFen: 1n, fromOn: null },
        }),
      ),
      OCTOBER,
    )
    const printed = lines.map(({ deviation, rank }) => [aheadOf(deviation), rank] as const)
    for (const [text, rank] of printed)
      expect(printed.filter(([other]) => other === text).every(([, r]) => r === rank)).toBe(true)
    expect(new Set(lines.map(({ deviation }) => deviation)).size).toBeGreaterThan(
      new Set(printed.map(([text]) => text)).size,
    )
  })
})

describe('a whole month', () => {
  const facts = monthFacts({
    procedures: [rankedProcedure({ planFinishOn: on('2026-10-20') }), rankedProcedure({ id: 'c2', agencyId: null })],
    issues: [rankedIssue(), rankedIssue({ id: 'i2', number: 2, leadOrgId: 'office' })],
  })
  test('names only those a table ranks: an issue the office leads is in no table of agencies', () => {
    const { items, tables } = countMonth(facts, P, CALENDAR, DEFAULT_PARAMETERS)
    expect(
      items.filter(({ table, indicator }) => table === 'AGENCY' && indicator !== 'RED').map(({ factId }) => factId),
    ).toEqual(['c1', 'i1', 'c1'])
    expect(tables.STEWARD.rows.map(({ name }) => name)).toEqual(['王管家'])
    expect(tables.AGENCY.rows.map(({ name, projects }) => [name, projects])).toEqual([['住建局', 1]])
  })
  test('comes out the same whatever order the facts are read in', () => {
    const turned = { ...facts, procedures: facts.procedures.toReversed(), issues: facts.issues.toReversed() }
    expect(countMonth(turned, P, CALENDAR, DEFAULT_PARAMETERS)).toEqual(
      countMonth(facts, P, CALENDAR, DEFAULT_PARAMETERS),
    )
  })
  test('nothing in it is about another month', () => {
    for (const item of observeMonth(facts, P, CALENDAR, DEFAULT_PARAMETERS))
      if (item.doneOn) expect(item.doneOn <= OCTOBER.last).toBe(true)
  })
})

describe('an item a waiver covers', () => {
  const span = spanOf('2026-10')
  const item = (dueOn: string, kind: NewItem['kind'] = 'PROCEDURE', out: NewItem['out'] = null): NewItem => ({
    table: 'AGENCY',
    subjectId: 'a',
    indicator: 'A',
    kind,
    factId: null,
    projectId: 'p1',
    label: '',
    num: 0,
    den: 1,
    weight: 1,
    n: 1,
    open: true,
    dueOn: on(dueOn),
    doneOn: null,
    out,
    detail: {},
  })
  const project = rankedProject({
    waived: [{ dimension: 'D1', fromOn: on('2026-10-12'), lastOn: on('2026-10-19') }],
  })
  test.each([
    ['2026-10-12', 'PROCEDURE', 'WAIVED'],
    ['2026-10-19', 'PROCEDURE', 'WAIVED'],
    ['2026-10-20', 'PROCEDURE', null],
    ['2026-10-15', 'ISSUE', null],
    ['2026-10-15', 'RATING', null],
  ] as const)('due on %s, a %s, is left out as %s', (dueOn, kind, out) =>
    expect(waivedItem(item(dueOn, kind), project, span).out).toBe(out),
  )
  test('keeps the reason it was left out for before', () =>
    expect(waivedItem(item('2026-10-15', 'PROCEDURE', 'LEFT'), project, span).out).toBe('LEFT'))
})
