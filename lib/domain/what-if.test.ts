import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Forecast, ForecastWorks } from './forecast'
import { addDays, latest, on, type PlainDate } from './plain-date'
import type { Edges } from './procedure-graph'
import { PUBLISHED_YEARS } from './published-years'
import { type Change, cutShort, type ForecastGround, type WhatIfItem, whatIf } from './what-if'
import { addWorkdays, buildCalendar, workdayFrom, workdaysLate } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const today = on('2026-03-02')
const inWorkdays = (days: number) => addWorkdays(calendar, today, days)
const item = (code: string, remainingWd: number, changes: Partial<WhatIfItem> = {}): WhatIfItem => ({
  code,
  status: 'open',
  remainingWd,
  promisedWd: remainingWd,
  running: false,
  finishedOn: null,
  planFinishOn: null,
  ...changes,
})
const ground: ForecastGround = {
  today,
  // A(3) before C(2); B(1) beside them; D(4) after C.
  edges: { C: ['A'], D: ['C'] },
  conditions: ['B', 'C'],
  target: 'D',
  calendar,
  works: null,
}
const items = [item('A', 3), item('B', 1), item('C', 2, { planFinishOn: inWorkdays(6) }), item('D', 4)]
const ask = (changes: readonly Change[], of: readonly WhatIfItem[] = items, on = ground) => {
  const result = whatIf(of, changes, on)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('what if', () => {
  test('nothing changes, nothing moves', () =>
    expect(ask([])).toMatchObject({ construction: null, production: null, items: [], early: [] }))

  test('a permit takes five working days longer', () => {
    const { construction, production, items: moved, broken } = ask([{ kind: 'LONGER', code: 'A', days: 5 }])
    expect(construction).toEqual({ from: inWorkdays(6), to: inWorkdays(11), days: 5 })
    expect(production).toEqual({ from: inWorkdays(9), to: inWorkdays(14), days: 5 })
    expect(moved.map(({ code, days }) => [code, days])).toEqual([
      ['A', 5],
      ['C', 5],
      ['D', 5],
    ])
    expect(broken).toEqual(['C'])
  })

  test('another permit comes to decide the start', () =>
    expect(ask([{ kind: 'LONGER', code: 'B', days: 9 }])).toMatchObject({
      construction: { days: 5 },
      production: null,
      before: { heads: ['A'] },
      after: { heads: ['B'] },
    }))

  test('a permit is accepted on a day: its promise counts from there', () => {
    // Accepted three working days from now, two days: finished on the fifth, as foreseen.
    expect(ask([{ kind: 'ACCEPTED', code: 'C', on: inWorkdays(3) }])).toMatchObject({ construction: null, early: [] })
    expect(ask([{ kind: 'ACCEPTED', code: 'C', on: inWorkdays(5) }])).toMatchObject({ construction: { days: 2 } })
    // Earlier than its predecessor can be finished: told, because somebody may know better.
    expect(ask([{ kind: 'ACCEPTED', code: 'C', on: today }])).toMatchObject({
      construction: { days: -3 },
      early: ['C'],
    })
    // A day that has passed is counted from as well, and no promise gives days back.
    expect(ask([{ kind: 'ACCEPTED', code: 'D', on: addDays(today, -30) }]).production?.to).toBe(today)
  })

  test('an item that does not apply hands on what it waited for', () => {
    expect(ask([{ kind: 'ABSENT', code: 'C' }])).toMatchObject({
      construction: { days: -4 },
      production: { days: -2 },
      before: { driver: 'C' },
      after: { driver: 'B' },
    })
  })

  test('no more days are saved than are left, and that is told', () => {
    const saved = (days: number) => cutShort([item('A', 3)], [{ kind: 'LONGER', code: 'A', days }])
    expect([-500, -3, 5].map(saved)).toEqual([3, null, null])
  })

  test('several changes are asked about together', () =>
    expect(
      ask([
        { kind: 'LONGER', code: 'A', days: 2 },
        { kind: 'LONGER', code: 'A', days: 2 },
        { kind: 'ABSENT', code: 'D' },
      ]),
    ).toMatchObject({ construction: { days: 4 }, items: [{ code: 'A' }, { code: 'C' }] }))

  test.each([
    [{ kind: 'ABSENT', code: 'X' }, 'ITEM_UNKNOWN'],
    [{ kind: 'LONGER', code: 'E', days: 1 }, 'ITEM_FINISHED'],
    [{ kind: 'LONGER', code: 'A', days: 1.5 }, 'WHAT_IF_DAYS'],
    [{ kind: 'LONGER', code: 'A', days: 501 }, 'WHAT_IF_DAYS'],
    [{ kind: 'ACCEPTED', code: 'A', on: on('2036-01-01') }, 'WHAT_IF_FAR'],
  ] as const)('%j is refused: %s', (change, code) =>
    expect(whatIf([...items, item('E', 1, { status: 'finished' })], [change], ground)).toMatchObject({
      ok: false,
      error: { code, item: change.code },
    }),
  )
})

const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
/** A graph without a circle: an item waits for earlier letters only. */
const anyGround = fc
  .record({
    edges: fc.tuple(...CODES.map((_, i) => fc.subarray(CODES.slice(0, i)))),
    days: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: CODES.length, maxLength: CODES.length }),
    running: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: CODES.length, maxLength: CODES.length }),
    conditions: fc.subarray(CODES.slice(0, 5)),
    target: fc.option(fc.constantFrom('F', 'G')),
    day: fc.nat(200),
    works: fc.option(fc.record({ days: fc.nat(60), begun: fc.boolean() })),
  })
  .map(({ edges, days, running, conditions, target, day, works }) => ({
    items: CODES.map((code, i) => item(code, days[i] ?? 0, { running: running[i] === 0 })),
    ground: {
      // A working day: seen on a day off, what has nothing left to do ends on the next one, and so does what has a day left.
      today: workdayFrom(calendar, addDays(on('2024-01-02'), day)),
      edges: Object.fromEntries(CODES.map((code, i) => [code, edges[i] ?? []])) as Edges,
      conditions,
      target,
      calendar,
      works: works && ({ ...works, after: new Set(['F', 'G']) } satisfies ForecastWorks),
    } satisfies ForecastGround,
  }))

/** The days a slack is measured against: start, production, and the end of everything. */
function targetsOf(forecast: Forecast) {
  const end = forecast.items.reduce<PlainDate | null>(
    (last, { finish }) => (finish && last ? latest(last, finish) : (finish ?? last)),
    null,
  )
  return [forecast.constructionStart, forecast.production, end] as const
}

describe('slack', { timeout: 60_000 }, () => {
  test('delaying an item by its slack moves no target, a day more moves one by one working day', () => {
    fc.assert(
      fc.property(anyGround, fc.constantFrom(...CODES), ({ items: all, ground: at }, code) => {
        const slack = ask([], all, at).before.items.find((row) => row.code === code)?.slack ?? 0
        const within = ask([{ kind: 'LONGER', code, days: slack }], all, at)
        expect(targetsOf(within.after)).toEqual(targetsOf(within.before))
        expect([within.construction, within.production]).toEqual([null, null])

        const { before, after } = ask([{ kind: 'LONGER', code, days: slack + 1 }], all, at)
        const moved = targetsOf(before).map((from, i) => {
          const to = targetsOf(after)[i]
          return from && to ? workdaysLate(calendar, from, to) : 0
        })
        expect(moved).toContain(1)
        expect(moved.filter((days) => days !== 0 && days !== 1)).toEqual([])
      }),
      { numRuns: 600 },
    )
  })
  test('what is asked leaves no trace: the forecast before is the one without the question', () => {
    fc.assert(
      fc.property(anyGround, fc.constantFrom(...CODES), fc.nat(30), ({ items: all, ground: at }, code, days) => {
        expect(ask([{ kind: 'LONGER', code, days }], all, at).before).toEqual(ask([], all, at).after)
      }),
    )
  })
})
