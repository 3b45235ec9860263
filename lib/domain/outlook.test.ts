import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlookOn, outlooksOf } from './outlook'
import { addDays, on } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { PUBLISHED_YEARS } from './published-years'
import { factsWith } from './testdata/procedure-facts'
import { addWorkdays, buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const open = factsWith({ state: 'NOT_STARTED', promisedWd: 5, statutoryWd: null, acceptedOn: null })
const monday = on('2026-03-02')
const outlook = (facts: ProcedureFacts, ...waits: ProcedureFacts[]) => {
  const items = [
    { code: 'X', waitsFor: waits.map((_, i) => `W${i}`), facts },
    ...waits.map((w, i) => ({ code: `W${i}`, waitsFor: [], facts: w })),
  ]
  const found = outlooksOf(items, calendar).get('X')
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

test('papers that are out hold the item until their limit, then the rest of the promise follows', () => {
  const out: ProcedureFacts = {
    ...open,
    state: 'SUPPLEMENT',
    acceptedOn: monday,
    supplementSince: on('2026-03-04'),
    supplementLimitWd: 10,
  }
  // Two days used, three left after the ten of the notice.
  expect(outlookOn(outlook(out), on('2026-03-05'), calendar)).toBe(addWorkdays(calendar, on('2026-03-04'), 13))
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
