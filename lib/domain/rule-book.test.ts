import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateProcedureProvisionally } from './level'
import { addDays, on } from './plain-date'
import { PROCEDURE_STATES, type ProcedureFacts } from './procedure'
import {
  enrolmentVerdict,
  expiryVerdict,
  factorVerdict,
  freshnessVerdict,
  issueVerdict,
  progressVerdict,
  startVerdict,
  talksVerdict,
} from './project-dimension'
import { PUBLISHED_YEARS } from './published-years'
import { AGENCY, REASON_CODES, type Reason } from './reason'
import { parameterTable, RULES, ruleBook } from './rule-book'
import { DEFAULT_PARAMETERS, readParameters } from './rule-parameters'
import { SOURCES } from './sources'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar([...PUBLISHED_YEARS])
const TODAY = on('2026-06-15')
const book = ruleBook(DEFAULT_PARAMETERS)

/** What the book does not know of a reason a rule has just spoken. */
function unknown(reason: Reason | null): string[] {
  if (!reason) return []
  const rule = book.find((r) => r.id === reason.rule)
  const entries = rule?.reasons.filter((r) => r.code === reason.code && r.level === reason.level) ?? []
  if (entries.length === 0) return [`${reason.rule} ${reason.code} ${reason.level}`]
  const owners = entries.flatMap((e) => e.owners)
  const known = reason.owner ? owners.includes('ANY') || owners.includes(reason.owner.kind) : owners.length === 0
  return known ? [] : [`${reason.rule} ${reason.code} owner ${reason.owner?.kind}`]
}

test('every reason code is in the book, every rule has its entry, and every parameter is read by a rule', () => {
  const codes = new Set(book.flatMap((rule) => rule.reasons.map((r) => r.code)))
  expect(REASON_CODES.filter((code) => !codes.has(code))).toEqual([])
  expect(book.map((rule) => rule.id)).toEqual([...RULES])
  expect(parameterTable(DEFAULT_PARAMETERS).filter((line) => line.rules.length === 0)).toEqual([])
  for (const { origin } of book) {
    expect(origin.section !== null || origin.sources.length > 0).toBe(true)
    for (const id of origin.sources) expect(SOURCES[id]).toBeDefined()
  }
})

const day = (from: number, to: number) => fc.option(fc.integer({ min: from, max: to }).map((n) => addDays(TODAY, n)))
const facts: fc.Arbitrary<ProcedureFacts> = fc.record({
  state: fc.constantFrom(...PROCEDURE_STATES),
  promisedWd: fc.integer({ min: 1, max: 20 }),
  statutoryWd: fc.option(fc.integer({ min: 5, max: 45 })),
  extensionWd: fc.constantFrom(0, 10),
  receivedOn: day(-60, 0),
  acceptedOn: day(-60, 0),
  finishedOn: day(-60, 0),
  rejectedOn: day(-60, 0),
  supplementSince: day(-40, 0),
  supplementLimitWd: fc.option(fc.integer({ min: 1, max: 15 })),
  specialSince: day(-40, 0),
  specialLimitWd: fc.option(fc.integer({ min: 1, max: 20 })),
  toleranceDueOn: day(-30, 30),
  pauses: fc.constant([]),
  planSubmitOn: day(-40, 40),
  planFinishOn: day(-40, 40),
  enteredOn: day(-40, 0),
  blockedBy: fc.option(fc.constant({ code: 'GH02', owner: '自规局' })),
})

test('what the rules say of any procedure is in the book: rule, code, colour and owner', () => {
  fc.assert(
    fc.property(facts, (f) => {
      const { reasons } = evaluateProcedureProvisionally(f, TODAY, calendar, DEFAULT_PARAMETERS)
      expect(reasons.flatMap(unknown)).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

test('what the dimensions of any project say is in the book', () => {
  const p = DEFAULT_PARAMETERS
  for (let n = -120; n <= 220; n++) {
    const then = addDays(TODAY, -n)
    const verdicts = [
      progressVerdict(5_000, 5_000 - n * 20, p),
      startVerdict(then, null, false, TODAY, calendar, p),
      enrolmentVerdict(then, false, TODAY, p),
      issueVerdict(then, n > 200 ? 2 : 0, AGENCY, TODAY, calendar, p),
      factorVerdict(then, AGENCY, TODAY, calendar, p),
      freshnessVerdict(then, TODAY, p),
      expiryVerdict(then, TODAY, p),
      talksVerdict(then, TODAY),
    ]
    expect(verdicts.flatMap((v) => unknown(v.reason))).toEqual([])
  }
})

test('examples follow the parameters in force', () => {
  const changed = readParameters({ promise_red_wd: 8 })
  if (!changed.ok) throw new Error(changed.error.code)
  const [, p2] = ruleBook(changed.value)
  expect(p2?.reasons[0]?.example).toEqual({ days: 8 })
})
