import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareLevel, LEVELS } from './level-scale'
import { HORIZON_DAYS } from './next-change'
import { addDays, monthOf, on, type PlainDate } from './plain-date'
import { monthEndsPassed, plannedShare, talksVerdict, yearShare } from './project-dimension'
import {
  evaluateProject,
  evaluateProjectProvisionally,
  factsBehind,
  NO_FACTS,
  nextProjectChange,
  type ProjectFacts,
} from './project-level'
import { PUBLISHED_YEARS } from './published-years'
import { ownerKey } from './reason'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { anyDay, anyFacts } from './testdata/arbitrary-facts'
import { factsWith } from './testdata/procedure-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const p = DEFAULT_PARAMETERS
const today = on('2024-05-28')
const evaluated = (facts: Partial<ProjectFacts>, day: PlainDate = today) => {
  const result = evaluateProject({ ...NO_FACTS, ...facts }, day, calendar, p)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
/** Ten days over the promise: red by itself. */
const red = factsWith({ acceptedOn: on('2024-05-06') })
const item = (id: string, facts = red, critical = true) => ({
  id,
  code: id,
  critical,
  outlook: null,
  agency: '区自然资源和规划局',
  facts,
})

/** The procedures of a project waived up to a day, from another one on. */
const waivedUntil = (lastOn: string, fromOn = '2024-05-20') => [
  { dimension: 'D1' as const, fromOn: on(fromOn), lastOn: on(lastOn) },
]

describe('the colour of a project', () => {
  test('is the colour of its worst procedure, whose agency is named', () => {
    const { level, owner, dims, reasons } = evaluated({
      procedures: [item('LX09'), item('GC01', factsWith({ state: 'READY' }))],
    })
    expect({ level, owner, dims }).toEqual({
      level: 'RED',
      owner: { kind: 'NAMED', name: '区自然资源和规划局' },
      dims: { D1: 'RED' },
    })
    expect(reasons).toMatchObject([{ code: 'PROMISE_OVER', dimension: 'D1', subjectId: 'LX09', params: { days: 10 } }])
  })

  test('is at most yellow for a procedure beside the critical path', () => {
    const { level, reasons } = evaluated({ procedures: [item('TC03', red, false)] })
    expect(level).toBe('YELLOW')
    expect(reasons.map((r) => r.level)).toEqual(['YELLOW'])
  })

  test('counts a finished procedure as green, also a late one, and one that does not apply not at all', () => {
    const late = factsWith({ state: 'DONE', acceptedOn: on('2024-04-01'), finishedOn: on('2024-05-20') })
    expect(evaluated({ procedures: [item('A', late)] })).toMatchObject({ level: 'GREEN', reasons: [] })
    expect(evaluated({ procedures: [item('A', factsWith({ state: 'NA' }))] }).level).toBe('GREY')
  })

  test('leaves a waived dimension out but keeps its reason and the raw colour', () => {
    const facts = { procedures: [item('A')], waived: waivedUntil('2024-06-30'), verifiedOn: on('2024-05-18') }
    const { level, raw, owner, reasons, waived } = evaluated(facts)
    expect({ level, raw, owner }).toEqual({ level: 'BLUE', raw: 'RED', owner: { kind: 'STEWARD' } })
    expect(reasons.map((r) => r.code)).toEqual(['NOT_UPDATED'])
    expect(waived.map((r) => [r.code, r.level])).toEqual([['PROMISE_OVER', 'RED']])
  })

  test('counts a waived dimension again on the day after, and says so beforehand', () => {
    const facts = { ...NO_FACTS, procedures: [item('A')], waived: waivedUntil('2024-06-02') }
    const next = nextProjectChange(facts, today, calendar, p)
    expect(next).toMatchObject({ on: '2024-06-03', level: 'RED', provisional: false })
    const open = { ...facts, waived: facts.waived.map((span) => ({ ...span, provisional: true as const })) }
    expect(nextProjectChange(open, today, calendar, p)?.provisional).toBe(true)
  })

  test('counts no more what is waived from a later day on', () => {
    const facts = { ...NO_FACTS, procedures: [item('A')], waived: waivedUntil('2024-06-30', '2024-06-03') }
    expect(evaluated(facts).level).toBe('RED')
    expect(nextProjectChange(facts, today, calendar, p)).toMatchObject({ on: '2024-06-03', level: 'GREY' })
  })

  test('says first that it is the third yellow month, and keeps the reason behind it', () => {
    const facts = {
      procedures: [item('A', red, false)],
      monthLevels: { '2024-04': 'YELLOW', '2024-03': 'YELLOW' } as const,
    }
    const { level, raw, escalated, owner, reasons } = evaluated(facts)
    expect({ level, raw, escalated }).toEqual({ level: 'RED', raw: 'YELLOW', escalated: true })
    expect(reasons.map((r) => r.code)).toEqual(['THIRD_MONTH', 'PROMISE_OVER'])
    expect(owner).toEqual(reasons[1]?.owner)
    expect(evaluated({ ...facts, monthLevels: { '2024-03': 'YELLOW', '2024-02': 'YELLOW' } }).level).toBe('YELLOW')
  })

  test('is refused in a year without its holidays', () =>
    expect(evaluateProject(NO_FACTS, on('2027-02-01'), calendar, p)).toEqual({
      ok: false,
      error: { code: 'CALENDAR_MISSING', year: 2027 },
    }))

  test('progress is measured against the share of the year that is over', () => {
    expect([yearShare(on('2025-12-31')), yearShare(on('2024-06-30')), yearShare(on('2025-01-01'))]).toEqual([
      10_000, 4973, 27,
    ])
    const { reasons } = evaluated({ progress: { year: 2024, actual: 3000 } })
    // Day 149 of 366 is 40.71 %.
    expect(reasons).toMatchObject([
      { code: 'PROGRESS_BEHIND', level: 'YELLOW', params: { planned: 4071, actual: 3000, behind: 1071 } },
    ])
    expect(evaluated({ progress: { year: 2023, actual: 0 } }).dims.D2).toBeUndefined()
  })

  test('a project established within the year has from that day on for its plan', () => {
    const from = on('2024-05-01')
    expect(['2024-04-30', '2024-05-01', '2024-08-31', '2024-12-31'].map((day) => plannedShare(on(day), from))).toEqual([
      0, 0, 5000, 10_000,
    ])
    // Established before the year, or on its first day: the whole year counts.
    for (const early of [null, on('2024-01-01'), on('2023-06-01')])
      expect(plannedShare(on('2024-06-30'), early)).toBe(yearShare(on('2024-06-30')))
    expect(plannedShare(on('2024-12-31'), on('2024-12-31'))).toBe(0)
    const fresh = { progress: { year: 2024, actual: 0, fromOn: today } }
    expect(evaluated(fresh)).toMatchObject({ level: 'GREEN', dims: { D2: 'GREEN' } })
    expect(evaluated({ progress: { year: 2024, actual: 0 } }).dims.D2).toBe('RED')
  })

  test.each([
    ['2024-06-20', 'GREY'],
    ['2024-06-21', 'BLUE'],
    ['2024-07-21', 'YELLOW'],
    ['2024-08-21', 'RED'],
    ['2024-11-21', 'RED'],
  ])('talks without progress since 2024-05-21 are on %s %s', (day, level) => {
    const verdict = talksVerdict(on('2024-05-21'), on(day))
    expect(verdict.level === 'GREEN' ? 'GREY' : verdict.level).toBe(level)
    expect(verdict.reason?.code).toBe(
      level === 'GREY' ? undefined : day === '2024-11-21' ? 'TALKS_DROP' : 'TALKS_STALLED',
    )
  })

  test.each([
    ['2024-05-15', '2024-05-31', 0],
    ['2024-05-15', '2024-06-01', 1],
    ['2024-05-31', '2024-06-01', 1],
    ['2024-12-15', '2025-02-01', 2],
    ['2024-06-01', '2024-05-01', 0],
  ])('from %s to %s %i month ends pass', (from, until, n) => expect(monthEndsPassed(on(from), on(until))).toBe(n))

  test('a district issue two meetings could not solve is red before its day', () => {
    const issue = { id: 'i', dueOn: on('2024-09-30'), owner: '区住房和城乡建设局' }
    expect(evaluated({ issues: [{ ...issue, meetings: 1 }] }).level).toBe('GREEN')
    expect(evaluated({ issues: [{ ...issue, meetings: 2 }] })).toMatchObject({
      level: 'RED',
      owner: { kind: 'NAMED', name: '区住房和城乡建设局' },
      reasons: [{ code: 'ISSUE_UNSOLVED', subjectId: 'i' }],
    })
  })
})

describe('the next change of a project', () => {
  const next = (facts: Partial<ProjectFacts>, day: string) =>
    nextProjectChange({ ...NO_FACTS, ...facts }, on(day), calendar, p)
  const start = { plannedOn: on('2024-06-07'), actualOn: null, ready: true }
  test.each<[string, Partial<ProjectFacts>, string, string, string]>([
    ['the day after a planned start', { start }, '2024-06-05', '2024-06-08', 'YELLOW'],
    ['the third month end after it', { start }, '2024-06-08', '2024-09-01', 'RED'],
    ['ten working days before it, unready', { start: { ...start, ready: false } }, '2024-05-01', '2024-05-24', 'BLUE'],
    [
      'a month without enrolment',
      { enrolment: { startedOn: on('2024-04-10'), enrolled: false } },
      '2024-05-01',
      '2024-05-11',
      'YELLOW',
    ],
    ['the eighth day without an update', { verifiedOn: on('2024-05-20') }, '2024-05-21', '2024-05-28', 'BLUE'],
    [
      'the day after a permit expires',
      { permits: [{ id: 'm', expiresOn: on('2024-06-20') }] },
      '2024-06-10',
      '2024-06-21',
      'RED',
    ],
    [
      'the end of a year that was measured',
      { progress: { year: 2024, actual: 9500 } },
      '2024-12-31',
      '2025-01-01',
      'GREY',
    ],
  ])('is %s', (_, facts, day, expected, level) => expect(next(facts, day)).toMatchObject({ on: expected, level }))
  test('is the first of the month in which a third yellow month is no longer one', () => {
    const monthLevels = { '2024-04': 'YELLOW', '2024-03': 'YELLOW' } as const
    const facts = { verifiedOn: on('2024-05-01'), monthLevels }
    expect(evaluated(facts).level).toBe('RED')
    expect(next(facts, today)).toMatchObject({ on: '2024-06-01', level: 'YELLOW' })
  })
  test('is none where nothing can change', () => expect(next({}, '2024-06-05')).toBeNull())
})

const near = (day: PlainDate, before: number, after: number) =>
  fc.integer({ min: -before, max: after }).map((n) => addDays(day, n))
const anyProject = (day: PlainDate): fc.Arbitrary<ProjectFacts> =>
  fc.record({
    procedures: fc
      .array(fc.tuple(anyFacts(day), fc.boolean()), { maxLength: 3 })
      .map((list) => list.map(([facts, critical], i) => item(`P${i}`, facts, critical))),
    progress: fc.option(
      fc.record({
        year: fc.constant(Number(day.slice(0, 4))),
        actual: fc.integer({ min: 0, max: 10_000 }),
        fromOn: fc.option(near(day, 200, 0)),
      }),
    ),
    start: fc.option(
      fc.record({
        plannedOn: fc.option(near(day, 120, 60)),
        actualOn: fc.option(near(day, 90, 0)),
        ready: fc.boolean(),
      }),
    ),
    enrolment: fc.option(fc.record({ startedOn: near(day, 90, 0), enrolled: fc.boolean() })),
    issues: fc.array(
      fc.record({
        id: fc.constantFrom('i', 'j'),
        dueOn: fc.option(near(day, 20, 30)),
        meetings: fc.nat(2),
        owner: fc.constantFrom('甲', '乙'),
      }),
      { maxLength: 2 },
    ),
    factors: fc.array(
      fc.record({ id: fc.constantFrom('f', 'g'), needBy: near(day, 30, 60), owner: fc.constantFrom('甲', '乙') }),
      { maxLength: 2 },
    ),
    verifiedOn: fc.option(near(day, 20, 0)),
    permits: fc.array(fc.record({ id: fc.constantFrom('m', 'n'), expiresOn: near(day, 10, 90) }), { maxLength: 2 }),
    talks: fc.option(fc.record({ lastProgressOn: near(day, 200, 0) })),
    waived: fc.array(
      fc
        .record({
          dimension: fc.constantFrom('D1', 'D2', 'D3', 'D5', 'D7'),
          fromOn: near(day, 20, 20),
          days: fc.nat(30),
        })
        .map(({ dimension, fromOn, days }) => ({ dimension, fromOn, lastOn: addDays(fromOn, days) }) as const),
      { maxLength: 3 },
    ),
    monthLevels: fc
      .array(fc.constantFrom(...LEVELS), { minLength: 3, maxLength: 3 })
      .map((levels) => Object.fromEntries(levels.map((level, i) => [monthOf(addDays(day, -30 * i)), level]))),
  })
const anyCase = anyDay.chain((day) => fc.record({ day: fc.constant(day), facts: anyProject(day) }))

// Searches of every day: slow on a busy machine.
describe('for any project', { timeout: 60_000 }, () => {
  test('the next change is on the day a search of every day finds', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, day }) => {
        const now = evaluateProjectProvisionally(facts, day, calendar, p)
        let found: { on: PlainDate; level: string } | null = null
        for (let n = 1; n <= HORIZON_DAYS && !found; n++) {
          const then = evaluateProjectProvisionally(facts, addDays(day, n), calendar, p)
          if (then.level !== now.level || ownerKey(then.owner) !== ownerKey(now.owner))
            found = { on: addDays(day, n), level: then.level }
        }
        const next = nextProjectChange(facts, day, calendar, p)
        expect(next && { on: next.on, level: next.level }).toEqual(found)
      }),
      { numRuns: 60 },
    )
  })

  test('the facts behind its reasons give the same reasons on any day before the next change', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), ({ facts, day }, seed) => {
        const now = evaluateProjectProvisionally(facts, day, calendar, p)
        const next = nextProjectChange(facts, day, calendar, p)
        const later = addDays(
          day,
          seed % (next ? Math.max(1, (Date.parse(next.on) - Date.parse(day)) / 86_400_000) : 30),
        )
        const leading = (f: ProjectFacts, d: PlainDate) => evaluateProjectProvisionally(f, d, calendar, p).reasons[0]
        const kept = factsBehind(facts, now.reasons, [])
        expect(evaluateProjectProvisionally(kept, day, calendar, p).reasons).toEqual(now.reasons)
        if (now.level !== 'GREY' && now.level !== 'GREEN')
          expect(leading(kept, later)?.level).toBe(leading(facts, later)?.level)
      }),
      { numRuns: 250 },
    )
  })

  test('every reason has the colour of its dimension at most, and the worst comes first', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, day }) => {
        const { dims, level, raw, reasons, waived, escalated } = evaluateProjectProvisionally(facts, day, calendar, p)
        for (const reason of [...reasons, ...waived])
          if (reason.code !== 'THIRD_MONTH')
            expect(compareLevel(reason.level, dims[reason.dimension] ?? 'GREY')).toBeLessThanOrEqual(0)
        const levels = reasons.map((r) => r.level)
        expect(levels).toEqual(levels.toSorted((a, b) => compareLevel(b, a)))
        if (!escalated && reasons[0]) expect(reasons[0].level).toBe(level)
        // What is left out never speaks, and is never worse than the colour as if nothing were left out.
        for (const reason of waived) expect(compareLevel(reason.level, raw)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })
})
