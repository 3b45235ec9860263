import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criticalCodes, drivers, type ForecastItem, forecast } from './forecast'
import { addDays, on } from './plain-date'
import type { ProcedureFacts, ProcedureState } from './procedure'
import type { Edges } from './procedure-graph'
import { PUBLISHED_YEARS } from './published-years'
import { expectedWorkdays, isRunning, remainingWorkdays } from './remaining'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { factsWith } from './testdata/procedure-facts'
import { addWorkdays, buildCalendar, countsAsWorkday, workdaysBetween } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const today = on('2026-03-02')
const item = (code: string, remainingWd: number, changes: Partial<ForecastItem> = {}): ForecastItem => ({
  code,
  status: 'open',
  remainingWd,
  running: false,
  finishedOn: null,
  planFinishOn: null,
  ...changes,
})
const ask = (
  edges: Edges,
  items: readonly ForecastItem[],
  conditions: readonly string[] = [],
  target: string | null = null,
  day = today,
) => {
  const result = forecast(day, edges, items, conditions, target, calendar)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const inWorkdays = (days: number) => addWorkdays(calendar, today, days)

describe('a forecast', () => {
  // A(3) before C(2); B(1) beside them; D(4) after C.
  const edges = { C: ['A'], D: ['C'] }
  const items = [item('A', 3), item('B', 1), item('C', 2), item('D', 4)]

  test('lets each item begin when the last before it ends, and says how much the others may slip', () => {
    const { items: rows } = ask(edges, items, ['B', 'C'], 'D')
    expect(rows).toEqual([
      { code: 'A', start: today, finish: inWorkdays(3), slack: 0, critical: true },
      { code: 'B', start: today, finish: inWorkdays(1), slack: 4, critical: false },
      { code: 'C', start: inWorkdays(3), finish: inWorkdays(5), slack: 0, critical: true },
      { code: 'D', start: inWorkdays(5), finish: inWorkdays(9), slack: 0, critical: true },
    ])
  })

  test('an item that may slip by a single day is not critical', () => {
    const close = items.map((one) => (one.code === 'B' ? { ...one, remainingWd: 4 } : one))
    expect(ask(edges, close, ['B', 'C'], 'D').items[1]).toMatchObject({ code: 'B', slack: 1, critical: false })
  })

  test('what accepts the works waits until they are built; what is built already does not count again', () => {
    const built = (days: number, begun: boolean) => {
      const works = { days, begun, after: new Set(['D']) }
      const result = forecast(today, edges, items, ['B', 'C'], 'D', calendar, works)
      if (!result.ok) throw new Error(result.error.code)
      return result.value
    }
    // The permits take five days, the works twenty, D four.
    expect(built(20, false)).toMatchObject({ worksEnd: inWorkdays(25), production: inWorkdays(29) })
    expect(built(20, false).items.at(-1)).toMatchObject({ start: inWorkdays(25), finish: inWorkdays(29), slack: 0 })
    expect(built(20, false).constructionStart).toBe(inWorkdays(6))
    // Begun, with eight days left: the permits still open decide nothing.
    expect(built(8, true)).toMatchObject({ worksEnd: inWorkdays(8), production: inWorkdays(12) })
    expect(built(0, true).production).toBe(ask(edges, items, ['B', 'C'], 'D').production)
    expect(ask(edges, items, ['B', 'C'], 'D').worksEnd).toBeNull()
    // A plan that leaves no room for building is impossible, whatever the procedures take.
    const planned = items.map((one) => (one.code === 'D' ? { ...one, planFinishOn: inWorkdays(12) } : one))
    const works = { days: 20, begun: false, after: new Set(['D']) }
    const tight = forecast(today, edges, planned, ['B', 'C'], 'D', calendar, works)
    expect(tight.ok && tight.value.impossible).toEqual([
      { code: 'D', planFinishOn: inWorkdays(12), earliest: inWorkdays(29) },
    ])
  })

  test('works of an unknown length leave open what waits for them, and only that', () => {
    const asked = (begun: boolean) => {
      const more = [...items, item('E', 1)]
      const works = { days: null, begun, after: new Set(['D']) }
      const result = forecast(today, { ...edges, E: ['D'] }, more, ['B', 'C'], 'E', calendar, works)
      if (!result.ok) throw new Error(result.error.code)
      return result.value
    }
    const { items: rows, constructionStart, worksEnd, production, driver, line } = asked(false)
    expect(rows.map(({ code, finish, slack }) => [code, finish, slack])).toEqual([
      ['A', inWorkdays(3), 0],
      ['B', inWorkdays(1), 4],
      ['C', inWorkdays(5), 0],
      ['D', null, null],
      ['E', null, null],
    ])
    expect({ constructionStart, worksEnd, production, driver, line }).toEqual({
      constructionStart: inWorkdays(6),
      worksEnd: null,
      production: null,
      driver: 'C',
      line: ['A', 'C'],
    })
    // Once they have begun, production is what is waited for, and nobody can say when.
    expect(asked(true)).toMatchObject({ constructionStart: null, production: null, driver: 'E', line: [] })
  })

  test('the line to the driver is every open item that leads to it without a gap', () => {
    expect(ask(edges, items, ['B', 'C'], 'D').line).toEqual(['A', 'C'])
    // Two of the same length, and one that runs already and waits for nobody.
    const even = [item('A', 3), item('B', 3), item('C', 2)]
    expect(ask({ C: ['A', 'B'] }, even, ['C']).line).toEqual(['A', 'B', 'C'])
    const runs = [item('A', 3), item('B', 3), item('C', 4, { running: true })]
    expect(ask({ C: ['A', 'B'] }, runs, ['C']).line).toEqual(['C'])
    // An overdue item has no day left, and is still what holds up the next one.
    expect(ask(edges, [item('A', 0, { running: true }), item('C', 2)], ['C']).line).toEqual(['A', 'C'])
    const done = items.map((one) => (one.code === 'D' ? one : { ...one, status: 'finished' as const }))
    expect(ask(edges, done, ['B', 'C'], 'D').line).toEqual(['D'])
    expect(ask(edges, items, [], null).line).toEqual(['A', 'C', 'D'])
    // Two permits that end on the same day decide the start both: neither has a day to spare.
    const tied = ask({}, [item('A', 3), item('B', 3), item('C', 2)], ['A', 'B', 'C'])
    expect(tied).toMatchObject({ driver: 'A', line: ['A', 'B'], heads: ['A', 'B'] })
  })

  test('what it hangs on is where the line begins; of several the worst colour is named first', () => {
    expect(ask(edges, items, ['B', 'C'], 'D').heads).toEqual(['A'])
    const tied = ask({ C: ['A', 'B'] }, [item('A', 3), item('B', 3), item('C', 2)], ['C'])
    expect(tied.heads).toEqual(['A', 'B'])
    expect(drivers(tied, () => 'GREEN')).toEqual(['A', 'B'])
    expect(drivers(tied, (code) => (code === 'B' ? 'RED' : 'YELLOW'))).toEqual(['B', 'A'])
  })

  test('construction starts the working day after its last condition, and the item that decides it is named', () => {
    const { constructionStart, production, driver } = ask(edges, items, ['B', 'C', 'X'], 'D')
    expect({ constructionStart, production, driver }).toEqual({
      constructionStart: inWorkdays(6),
      production: inWorkdays(9),
      driver: 'C',
    })
  })

  test('once construction may start, production is what is driven at', () => {
    const done = items.map((one) =>
      one.code === 'D' ? one : { ...one, status: 'finished' as const, finishedOn: on('2026-02-27') },
    )
    const { items: rows, constructionStart, production, driver } = ask(edges, done, ['B', 'C'], 'D')
    expect({ constructionStart, production, driver }).toEqual({
      constructionStart: null,
      production: inWorkdays(4),
      driver: 'D',
    })
    expect(rows[0]).toEqual({ code: 'A', start: null, finish: '2026-02-27', slack: null, critical: false })
  })

  test('everything finished leaves nothing to foresee', () => {
    const done = items.map((one) => ({ ...one, status: 'finished' as const, finishedOn: today }))
    expect(ask(edges, done, ['C'], 'D')).toMatchObject({
      constructionStart: null,
      production: null,
      driver: null,
      impossible: [],
    })
  })

  test('a running item does not wait, an absent one hands on what it waited for', () => {
    const running = items.map((one) => (one.code === 'D' ? { ...one, running: true } : one))
    expect(ask(edges, running).items[3]).toMatchObject({ start: null, finish: inWorkdays(4) })
    const absent = items.map((one) => (one.code === 'C' ? { ...one, status: 'absent' as const } : one))
    expect(ask(edges, absent).items.map((row) => [row.code, row.finish])).toEqual([
      ['A', inWorkdays(3)],
      ['B', inWorkdays(1)],
      ['D', inWorkdays(7)],
    ])
  })

  test('plans that cannot be kept any more, the first step first', () => {
    const planned = items.map((one) => ({ ...one, planFinishOn: inWorkdays(4) }))
    expect(ask(edges, planned).impossible).toEqual([
      { code: 'C', planFinishOn: inWorkdays(4), earliest: inWorkdays(5) },
      { code: 'D', planFinishOn: inWorkdays(4), earliest: inWorkdays(9) },
    ])
  })

  test('a circle is refused', () =>
    expect(forecast(today, { A: ['B'], B: ['A'] }, items.slice(0, 2), [], null, calendar)).toEqual({
      ok: false,
      error: { code: 'GRAPH_CYCLE', codes: ['A', 'B'] },
    }))
})

describe('a forecast made on a day off', () => {
  // A runs and has no day left, B has two; C waits for A, D for B.
  const items = [
    item('A', 0, { running: true }),
    item('B', 2, { running: true }),
    item('C', 1),
    item('D', 3, { planFinishOn: on('2026-02-26') }),
  ]
  const edges = { C: ['A'], D: ['B'] }
  const seen = (day: string) => {
    const { items: rows, constructionStart, production, impossible } = ask(edges, items, ['A'], null, on(day))
    return { rows: rows.map((row) => [row.code, row.start, row.finish]), constructionStart, production, impossible }
  }
  test.each([
    // 春节 2026: 02-15 to 02-23 off, Saturday 02-14 and Saturday 02-28 work. Saturday of an ordinary week: 2026-03-07.
    ['2026-02-18', '2026-02-24', '2026-02-25', '2026-02-25', '2026-02-28'],
    ['2026-03-07', '2026-03-09', '2026-03-10', '2026-03-10', '2026-03-13'],
  ])(
    '%s: today is day 0 and the next working day day 1, but nothing begins or ends on a day off',
    (day, first, second, start, last) => {
      const { rows, constructionStart, production } = seen(day)
      expect(rows).toEqual([
        ['A', null, first],
        ['B', null, second],
        ['C', first, first],
        ['D', second, last],
      ])
      expect({ constructionStart, production }).toEqual({ constructionStart: start, production: last })
    },
  )
  test('a plan is only called impossible by a day on which it could be finished', () =>
    expect(seen('2026-02-18').impossible).toEqual([{ code: 'D', planFinishOn: '2026-02-26', earliest: '2026-02-28' }]))
  test('a make-up Saturday is a working day like any other', () =>
    expect(seen('2026-02-28').rows).toEqual([
      ['A', null, '2026-02-28'],
      ['B', null, '2026-03-03'],
      ['C', '2026-02-28', '2026-03-02'],
      ['D', '2026-03-03', '2026-03-06'],
    ]))
})

describe('for any project', () => {
  const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
  const anyProject = fc
    .tuple(
      fc.tuple(...CODES.map((_, i) => fc.subarray(CODES.slice(0, i)))),
      fc.array(
        fc.record({
          days: fc.integer({ min: 1, max: 20 }),
          status: fc.constantFrom('open', 'open', 'open', 'finished', 'absent'),
          running: fc.boolean(),
        }),
        {
          minLength: CODES.length,
          maxLength: CODES.length,
        },
      ),
      fc.subarray(CODES),
      fc.option(fc.constantFrom(...CODES)),
      fc.nat(600),
    )
    .map(([before, facts, conditions, target, offset]) => ({
      edges: Object.fromEntries(CODES.map((code, i) => [code, before[i] ?? []])),
      items: CODES.map((code, i) => {
        const { days, status, running } = facts[i] ?? { days: 1, status: 'open' as const, running: false }
        return item(code, days, { status: status as ForecastItem['status'], running: status === 'open' && running })
      }),
      conditions,
      target,
      day: addDays(on('2024-01-02'), offset),
    }))
  type Project = { edges: Edges; items: ForecastItem[]; conditions: string[]; target: string | null; day: typeof today }
  const askFor = ({ edges, items, conditions, target, day }: Project) => ask(edges, items, conditions, target, day)

  test('each finish is the longest way there', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const byCode = new Map(project.items.map((one) => [one.code, one]))
        // Longest way through the whole graph: what is absent or finished takes no time, but an absent one still connects.
        const longest = (code: string): number => {
          const one = byCode.get(code)
          if (!one || one.status === 'finished') return 0
          const before = Math.max(0, ...(project.edges[code] ?? []).map(longest))
          if (one.status === 'absent') return before
          return (one.running ? 0 : before) + one.remainingWd
        }
        for (const row of askFor(project).items)
          if (row.slack !== null)
            expect(row.finish, row.code).toBe(addWorkdays(calendar, project.day, longest(row.code)))
      }),
      { numRuns: 500 },
    )
  })

  test('nothing begins or ends on a day off, nothing ends before it begins', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const { items, constructionStart, production } = askFor(project)
        const open = items.filter((row) => row.slack !== null)
        const days = [...open.flatMap((row) => [row.start, row.finish]), constructionStart, production]
        for (const day of days) if (day) expect(countsAsWorkday(calendar, day)).toBe(true)
        for (const { start, finish } of open) expect(start === null || (finish !== null && start <= finish)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('an item may take its slack longer without moving a target, and a day more moves one', () => {
    const targets = ({ constructionStart, production, items }: ReturnType<typeof ask>) => ({
      constructionStart,
      production,
      end: items
        .map((row) => (row.slack === null ? '' : row.finish))
        .toSorted()
        .at(-1),
    })
    fc.assert(
      fc.property(anyProject, fc.nat(), (project, seed) => {
        const base = askFor(project)
        const open = base.items.filter((row) => row.slack !== null)
        const row = open[seed % Math.max(1, open.length)]
        if (!row || row.slack === null) return
        const slower = (days: number) =>
          targets(
            askFor({
              ...project,
              items: project.items.map((one) =>
                one.code === row.code ? { ...one, remainingWd: one.remainingWd + days } : one,
              ),
            }),
          )
        expect(slower(row.slack)).toEqual(targets(base))
        expect(slower(row.slack + 1)).not.toEqual(targets(base))
      }),
      { numRuns: 500 },
    )
  })

  test('the critical path is a chain without a gap up to its target', () => {
    fc.assert(
      fc.property(anyProject, ({ edges, items, target }) => {
        const critical = criticalCodes(
          edges,
          items.map((one) => ({ ...one, promisedWd: one.remainingWd })),
          [],
          target,
        )
        const open = items.filter((one) => one.status === 'open')
        for (const code of critical) expect(open.some((one) => one.code === code)).toBe(true)
        expect(critical.size > 0).toBe(open.length > 0)
        const whole = ask(
          edges,
          open.map((one) => ({ ...one, running: false })),
          [],
          null,
        )
        const first = whole.items.filter((row) => critical.has(row.code)).map((row) => row.start)
        if (critical.size > 0) expect(first).toContain(addWorkdays(calendar, addDays(today, -1), 1))
        if (critical.size > 0 && !open.some((one) => one.code === target)) {
          const days = [...critical].map((code) => items.find((one) => one.code === code)?.remainingWd ?? 0)
          const end =
            whole.items
              .map((row) => row.finish)
              .toSorted()
              .at(-1) ?? today
          expect(days.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(workdaysBetween(calendar, today, end))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('what a procedure still needs', () => {
  const day = on('2024-05-30')
  const [accepted, since] = [on('2024-05-13'), on('2024-05-16')]
  test.each<[ProcedureState, Partial<ProcedureFacts>, boolean, number]>([
    ['NOT_STARTED', {}, false, 7],
    ['READY', {}, false, 7],
    ['REJECTED', { rejectedOn: since }, false, 7],
    ['WITHDRAWN', {}, false, 7],
    ['RECEIVED', { acceptedOn: null, receivedOn: on('2024-05-28') }, true, 7],
    // Deemed accepted from receipt, nine days ago.
    ['RECEIVED', { acceptedOn: null, receivedOn: on('2024-05-17') }, true, 0],
    ['ACCEPTED', { pauses: [{ from: since, to: on('2024-05-27'), kind: 'SUPPLEMENT' }] }, true, 1],
    ['ACCEPTED', {}, true, 0],
    ['SUPPLEMENT', { supplementSince: since }, true, 4],
    ['SPECIAL', { specialSince: since, specialLimitWd: 20 }, true, 4],
  ])('%s %j', (state, changes, running, days) => {
    const facts = factsWith({ state, acceptedOn: accepted, ...changes })
    expect(isRunning(state)).toBe(running)
    expect(remainingWorkdays(facts, day, calendar, DEFAULT_PARAMETERS)).toBe(days)
  })

  // Thirteen working days are used of a promise of seven.
  test.each<[Partial<ProcedureFacts>, number]>([
    [{ statutoryWd: 20 }, 7],
    [{ statutoryWd: 10, extensionWd: 5 }, 2],
    [{ statutoryWd: 10 }, 0],
    [{ statutoryWd: null }, 0],
    [{ statutoryWd: 20, pauses: [{ from: since, to: on('2024-05-27'), kind: 'SUPPLEMENT' }] }, 1],
    [{ statutoryWd: 20, state: 'READY', acceptedOn: null }, 7],
  ])('past its promise the law counts %j', (changes, days) => {
    const facts = factsWith({ state: 'ACCEPTED', acceptedOn: accepted, extensionWd: 0, ...changes })
    expect(expectedWorkdays(facts, day, calendar, DEFAULT_PARAMETERS)).toBe(days)
  })
})
