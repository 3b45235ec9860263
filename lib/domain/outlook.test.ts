import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ForecastItem, forecast } from './forecast'
import { outlookOn, outlooksOf } from './outlook'
import { addDays, on } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { PUBLISHED_YEARS } from './published-years'
import { isRunning, remainingWorkdays } from './remaining'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { factsWith } from './testdata/procedure-facts'
import { addWorkdays, buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const { accept_wd } = DEFAULT_PARAMETERS
const open = factsWith({ state: 'NOT_STARTED', promisedWd: 5, statutoryWd: null, acceptedOn: null })
const monday = on('2026-03-02')
const outlook = (facts: ProcedureFacts, ...waits: ProcedureFacts[]) => {
  const items = [
    { code: 'X', waitsFor: waits.map((_, i) => `W${i}`), facts },
    ...waits.map((w, i) => ({ code: `W${i}`, waitsFor: [], facts: w })),
  ]
  const found = outlooksOf(items, calendar, accept_wd).get('X')
  if (!found) throw new Error('no outlook')
  return found
}

test('an item nobody holds up needs its own promise from any day', () => {
  expect(outlookOn(outlook(open), monday, calendar)).toBe('2026-03-09')
  expect(outlookOn(outlook(open), addDays(monday, 7), calendar)).toBe('2026-03-16')
})

test('a running item ends with its promise, and after that today', () => {
  const running = outlook({ ...open, state: 'ACCEPTED', acceptedOn: monday })
  expect(outlookOn(running, monday, calendar)).toBe('2026-03-09')
  expect(outlookOn(running, on('2026-03-12'), calendar)).toBe('2026-03-12')
})

test('what waits starts when the longer of two predecessors ends', () => {
  const long = { ...open, state: 'ACCEPTED' as const, acceptedOn: monday, promisedWd: 10 }
  expect(outlookOn(outlook(open, open, long), monday, calendar)).toBe(addWorkdays(calendar, monday, 15))
})

test('papers that are out may be back tomorrow: what is left of the promise counts from today', () => {
  const out: ProcedureFacts = {
    ...open,
    state: 'SUPPLEMENT',
    acceptedOn: monday,
    supplementSince: on('2026-03-04'),
    supplementLimitWd: 10,
  }
  // Two days used, three left.
  expect(outlookOn(outlook(out), on('2026-03-05'), calendar)).toBe(addWorkdays(calendar, on('2026-03-05'), 3))
  expect(outlookOn(outlook(out), on('2026-03-12'), calendar)).toBe(addWorkdays(calendar, on('2026-03-12'), 3))
})

test('what was received needs the whole promise, until it counts as accepted from its receipt', () => {
  const received = outlook({ ...open, state: 'RECEIVED', receivedOn: monday })
  expect(outlookOn(received, on('2026-03-09'), calendar)).toBe('2026-03-16')
  // Five days have gone by with nothing said.
  expect(outlookOn(received, on('2026-03-10'), calendar)).toBe('2026-03-10')
})

test('waiting never brings the end nearer', () => {
  const state = fc.constantFrom('NOT_STARTED' as const, 'ACCEPTED' as const)
  const facts = fc
    .record({ state, promisedWd: fc.integer({ min: 0, max: 30 }) })
    .map((f): ProcedureFacts => ({ ...open, ...f, acceptedOn: f.state === 'ACCEPTED' ? monday : null }))
  fc.assert(
    fc.property(facts, fc.array(facts, { maxLength: 4 }), fc.nat(60), fc.nat(60), (own, waits, a, b) => {
      const found = outlook(own, ...waits)
      const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((n) =>
        outlookOn(found, addDays(monday, n), calendar),
      )
      expect((sooner ?? '') <= (later ?? '')).toBe(true)
    }),
  )
})

test('on every later day it says the finish the forecast of that day says', () => {
  const back = fc.nat(30).map((n) => addDays(monday, -n))
  const item = fc
    .record({
      state: fc.constantFrom('NOT_STARTED', 'READY', 'RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL', 'WITHDRAWN'),
      promisedWd: fc.integer({ min: 1, max: 20 }),
      days: fc.tuple(back, back, back, back).map((days) => days.toSorted()),
      paused: fc.boolean(),
    })
    .map(
      ({ state, promisedWd, days: [receivedOn = monday, acceptedOn = monday, from = monday, to = monday], paused }) => {
        const accepted = state === 'ACCEPTED' || state === 'SUPPLEMENT' || state === 'SPECIAL'
        return factsWith({
          state: state as ProcedureFacts['state'],
          promisedWd,
          receivedOn: accepted || state === 'RECEIVED' ? receivedOn : null,
          acceptedOn: accepted ? acceptedOn : null,
          pauses: accepted && paused ? [{ from, to, kind: 'SPECIAL' }] : [],
          supplementSince: state === 'SUPPLEMENT' ? to : null,
          supplementLimitWd: 10,
          specialSince: state === 'SPECIAL' ? to : null,
          specialLimitWd: 20,
        })
      },
    )
  // Each item may wait for those before it.
  const project = fc.array(fc.tuple(item, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(project, fc.nat(45), (drawn, later) => {
      const items = drawn.map(([facts, waits], i) => ({
        code: `I${i}`,
        waitsFor: waits.slice(0, i).flatMap((one, n) => (one ? [`I${n}`] : [])),
        facts,
      }))
      const day = addDays(monday, later)
      const rows = forecast(
        day,
        Object.fromEntries(items.map(({ code, waitsFor }) => [code, waitsFor])),
        items.map(
          ({ code, facts }): ForecastItem => ({
            code,
            status: 'open',
            remainingWd: remainingWorkdays(facts, day, calendar, DEFAULT_PARAMETERS),
            running: isRunning(facts.state),
            finishedOn: null,
            planFinishOn: null,
          }),
        ),
        [],
        null,
        calendar,
      )
      if (!rows.ok) throw new Error(rows.error.code)
      const outlooks = outlooksOf(items, calendar, accept_wd)
      for (const { code, finish } of rows.value.items) {
        const told = outlooks.get(code)
        expect([code, told && outlookOn(told, day, calendar)]).toEqual([code, finish])
      }
    }),
    { numRuns: 500 },
  )
})
