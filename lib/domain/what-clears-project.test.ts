import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClearingDay, clearingItem, stepsFrom } from './clearing-action'
import { compareLevel } from './level-scale'
import { outlookOn, outlooksOf } from './outlook'
import { addDays, addMonths, monthOf, on, type PlainDate, yearOf } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { FINISHED_STATES } from './procedure-move'
import { evaluateProjectProvisionally, NO_FACTS, type ProjectFacts } from './project-level'
import { PUBLISHED_YEARS } from './published-years'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { anyDay, anyFacts } from './testdata/arbitrary-facts'
import { factsWith } from './testdata/procedure-facts'
import { type ProjectAction, whatClearsProject } from './what-clears-project'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const p = DEFAULT_PARAMETERS
const today = on('2024-05-28')
const dayOf = (day: PlainDate): ClearingDay => ({ today: day, calendar, p })
const item = (id: string, facts: ProcedureFacts, critical = true): ProjectFacts['procedures'][number] => ({
  id,
  code: id,
  critical,
  outlook: ['DONE', 'DONE_TOL', 'NA'].includes(facts.state)
    ? null
    : (outlooksOf([{ code: id, waitsFor: [], facts }], calendar, p.accept_wd).get(id) ?? null),
  agency: '区自然资源和规划局',
  facts,
})
const waived = <D extends string>(dimension: D) => [{ dimension, fromOn: on('2023-01-01'), lastOn: on('2027-12-31') }]
const clears = (facts: Partial<ProjectFacts>) => whatClearsProject({ ...NO_FACTS, ...facts }, new Map(), dayOf(today))
const levelOf = (facts: ProjectFacts, day: PlainDate) => evaluateProjectProvisionally(facts, day, calendar, p).level

describe('what clears a project', () => {
  test('nothing need be done for one that is in order', () =>
    expect(clears({ verifiedOn: today })).toMatchObject({ deeds: { actions: [], level: 'GREEN' }, relief: null }))

  test('each dimension has its own deed', () => {
    const { deeds } = clears({
      progress: { year: 2024, actual: 1000 },
      start: { plannedOn: on('2024-05-20'), actualOn: null, ready: false },
      enrolment: { startedOn: on('2024-03-20'), enrolled: false },
      issues: [{ id: 'i', dueOn: on('2024-05-20'), meetings: 0, owner: '区水务局' }],
      factors: [{ id: 'f', needBy: on('2024-05-20'), owner: '供电公司' }],
      verifiedOn: on('2024-05-01'),
      permits: [{ id: 'p', expiresOn: on('2024-06-01') }],
      talks: { lastProgressOn: on('2024-03-20') },
    })
    expect(deeds?.level).toBe('GREEN')
    expect(deeds?.actions.map(({ dimension, code, subjectId }) => [dimension, code, subjectId]).sort()).toEqual([
      ['D2', 'RECORD_PROGRESS', null],
      ['D3', 'START', null],
      ['D4', 'ENROL', null],
      ['D5', 'SOLVE_ISSUE', 'i'],
      ['D6', 'MEET_NEED', 'f'],
      ['D7', 'VERIFY', null],
      ['D8', 'USE_PERMIT', 'p'],
      ['D9', 'TALK', null],
    ])
    // 149 of 366 days are over: 40.71 %; five points behind is blue.
    expect(deeds?.actions.find(({ code }) => code === 'RECORD_PROGRESS')?.params).toEqual({ actual: 3572 })
  })

  test('what cannot be solved is struck off', () => {
    const issue = { id: 'i', dueOn: on('2024-05-20'), meetings: 0, owner: '领导小组办公室', unstruck: true as const }
    expect(clears({ issues: [issue] }).deeds?.actions).toMatchObject([{ code: 'STRIKE_ISSUE', subjectId: 'i' }])
  })

  test('what is waived stands in nobody’s way', () =>
    expect(clears({ verifiedOn: on('2024-05-01'), waived: waived('D7') }).deeds?.actions).toEqual([]))

  test('a predecessor that is finished anyway is asked for once, and its own colour with it', () => {
    const head = item('LX09', factsWith({ acceptedOn: on('2024-05-06'), planFinishOn: on('2024-06-28') }))
    const blocked = (id: string) =>
      item(
        id,
        factsWith({
          state: 'NOT_STARTED',
          acceptedOn: null,
          planFinishOn: on('2024-05-22'),
          blockedBy: { code: 'LX09', owner: '区自然资源和规划局' },
        }),
      )
    const { deeds, relief } = clears({ procedures: [head, blocked('GC01'), blocked('GC02')] })
    expect(deeds?.actions.map(({ code, subjectId }) => `${code} ${subjectId}`)).toEqual([
      'PREDECESSOR GC01',
      'FILE GC01',
      'FINISH GC01',
      'FILE GC02',
      'FINISH GC02',
    ])
    expect(relief?.actions.map(({ code, subjectId }) => `${code} ${subjectId}`)).toEqual([
      'FINISH LX09',
      'REPLAN GC01',
      'REPLAN GC02',
    ])
  })

  test('a forecast that misses its plan: what runs is finished, what has not begun gets another plan', () => {
    // Twenty working days from now to a plan in six: nothing is wrong yet but the forecast.
    const ahead = item(
      'GC02',
      factsWith({ promisedWd: 20, acceptedOn: on('2024-05-27'), planFinishOn: on('2024-06-06') }),
    )
    const { deeds, relief } = clears({ procedures: [ahead] })
    expect(deeds?.actions.map(({ code }) => code)).toEqual(['FINISH'])
    expect(relief).toBeNull()
    const waits = item(
      'SG04',
      factsWith({ state: 'NOT_STARTED', promisedWd: 20, acceptedOn: null, planFinishOn: on('2024-06-06') }),
    )
    expect(clears({ procedures: [waits] }).relief?.actions).toMatchObject([{ code: 'REPLAN', subjectId: 'SG04' }])
  })
})

const anyProject = anyDay.chain((day) => {
  const around = (before: number, after: number) =>
    fc.integer({ min: -before, max: after }).map((days) => addDays(day, days))
  const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 2 })
  return fc.record({
    day: fc.constant(day),
    facts: fc.record({
      procedures: fc.array(fc.tuple(anyFacts(day), fc.boolean()), { maxLength: 4 }).map((all) =>
        all.map(([facts, critical], i) =>
          // The head of the chain waits for nobody, and nobody for a head that is finished.
          i === 0
            ? item('LX09', { ...facts, blockedBy: null }, critical)
            : item(
                `GC0${i}`,
                FINISHED_STATES.has(all[0]?.[0].state ?? 'READY') ? { ...facts, blockedBy: null } : facts,
                critical,
              ),
        ),
      ),
      progress: fc.option(fc.record({ year: fc.constant(yearOf(day)), actual: fc.nat(9000) })),
      start: fc.option(fc.record({ plannedOn: around(90, 30), actualOn: fc.constant(null), ready: fc.boolean() })),
      enrolment: fc.option(fc.record({ startedOn: around(90, 0), enrolled: fc.boolean() })),
      issues: rows(fc.record({ dueOn: around(20, 20), meetings: fc.nat(2), owner: fc.constant('区水务局') })).map(
        (all) => all.map((one, i) => ({ ...one, id: `i${i}` })),
      ),
      factors: rows(fc.record({ needBy: around(20, 20), owner: fc.constant('供电公司') })).map((all) =>
        all.map((one, i) => ({ ...one, id: `f${i}` })),
      ),
      verifiedOn: fc.option(around(30, 0)),
      permits: rows(fc.record({ expiresOn: around(10, 60) })).map((all) =>
        all.map((one, i) => ({ ...one, id: `p${i}` })),
      ),
      talks: fc.option(fc.record({ lastProgressOn: around(200, 0) })),
      waived: fc.subarray(['D5', 'D7'] as const).map((out) => out.flatMap(waived)),
      // Yellow at the two last month ends: still yellow, it is red.
      monthLevels: fc.constantFrom<ProjectFacts['monthLevels']>(
        {},
        Object.fromEntries([1, 2].map((n) => [monthOf(addMonths(day, -n)), 'YELLOW' as const])),
      ),
    }),
  })
})

/** Does one deed about something else than a procedure, as the codes say. */
function doOther(facts: ProjectFacts, { code, params, subjectId }: ProjectAction, day: PlainDate): ProjectFacts {
  const others = <T extends { id: string }>(rows: readonly T[]) => rows.filter(({ id }) => id !== subjectId)
  const { progress, start, enrolment } = facts
  switch (code) {
    case 'RECORD_PROGRESS':
      return { ...facts, progress: progress && { ...progress, actual: Number(params.actual) } }
    case 'START':
      return { ...facts, start: start && { ...start, actualOn: day } }
    case 'MEET_CONDITIONS':
      return { ...facts, start: start && { ...start, ready: true } }
    case 'ENROL':
      return { ...facts, enrolment: enrolment && { ...enrolment, enrolled: true } }
    case 'SOLVE_ISSUE':
    case 'STRIKE_ISSUE':
      return { ...facts, issues: others(facts.issues) }
    case 'MEET_NEED':
      return { ...facts, factors: others(facts.factors) }
    case 'USE_PERMIT':
      return { ...facts, permits: others(facts.permits) }
    case 'VERIFY':
      return { ...facts, verifiedOn: day }
    default:
      return { ...facts, talks: { lastProgressOn: day } }
  }
}

/** Does a list of actions from the facts on, knowing nothing of the search; null when one of them cannot be done. */
function doAll(facts: ProjectFacts, actions: readonly ProjectAction[], day: PlainDate): ProjectFacts | null {
  let then = actions.filter(({ dimension }) => dimension !== 'D1').reduce((all, one) => doOther(all, one, day), facts)
  const finished = new Set(actions.flatMap(({ code, params }) => (code === 'PREDECESSOR' ? [params.by] : [])))
  const procedures: ProjectFacts['procedures'][number][] = []
  for (const one of then.procedures) {
    const own = actions.filter(({ subjectId, code }) => subjectId === one.id && code !== 'PREDECESSOR')
    let state = {
      ...clearingItem(one.facts),
      earliestOn: one.outlook && outlookOn(one.outlook, day, calendar),
    }
    const [first] = stepsFrom(state, dayOf(day)).filter(({ actions: [a] }) => a?.code === 'PREDECESSOR')
    if (first && finished.has(one.facts.blockedBy?.code ?? '') && own.length > 0) state = first.item
    for (const { code, params } of own) {
      const step = stepsFrom(state, dayOf(day)).find(({ actions: [a] }) => a?.code === code)
      if (!step) return null
      const plan = { planFinishOn: params.finishOn as PlainDate, planSubmitOn: (params.submitOn ?? null) as PlainDate }
      state = params.finishOn ? { ...step.item, facts: { ...step.item.facts, ...plan } } : step.item
    }
    if (finished.has(one.code)) procedures.push({ ...one, outlook: null, facts: { ...one.facts, state: 'DONE' } })
    else if (state.facts === one.facts) procedures.push(one)
    else
      procedures.push(
        state.facts.state === 'NOT_STARTED' ? { ...one, facts: state.facts } : item(one.id, state.facts, one.critical),
      )
  }
  then = { ...then, procedures }
  return then
}

describe('for any project', { timeout: 120_000 }, () => {
  test('doing what is listed does clear it, and none of it could be left out', () => {
    fc.assert(
      fc.property(anyProject, ({ day, facts }) => {
        const project: ProjectFacts = facts
        const before = levelOf(project, day)
        for (const way of Object.values(whatClearsProject(project, new Map(), dayOf(day)))) {
          if (!way) continue
          const done = doAll(project, way.actions, day)
          expect(done && levelOf(done, day)).toBe(way.level)
          expect(compareLevel(way.level, 'BLUE')).toBeLessThanOrEqual(0)
          expect(compareLevel(way.level, before)).toBeLessThanOrEqual(0)
          if (compareLevel(before, 'GREEN') <= 0) expect(way.actions).toEqual([])
          const good = compareLevel(way.level, 'GREEN') <= 0 ? 'GREEN' : 'BLUE'
          for (let left = 0; left < way.actions.length; left++) {
            const fewer = doAll(project, way.actions.toSpliced(left, 1), day)
            if (fewer) expect(compareLevel(levelOf(fewer, day), good)).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
  test('there is a way without anybody’s permission, unless a late finish of a debt of papers has to fade first', () => {
    fc.assert(
      fc.property(anyProject, ({ day, facts }) => {
        fc.pre(facts.procedures.every(({ facts: { state } }) => state !== 'DONE_TOL'))
        expect(whatClearsProject(facts, new Map(), dayOf(day)).deeds).not.toBeNull()
      }),
      { numRuns: 150 },
    )
  })
})
