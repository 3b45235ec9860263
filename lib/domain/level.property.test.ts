import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownerText } from '@/lib/i18n/reason-text'
import { ruleText } from '@/scripts/rules/rule-text'
import { dayWithUsed, usedDays } from './agency-clock'
import { evaluateProcedure, type ProcedureEvaluation } from './level'
import { compareLevel } from './level-scale'
import { HORIZON_DAYS, nextProcedureChange } from './next-change'
import { addDays, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { PUBLISHED_YEARS } from './published-years'
import { ownerKey } from './reason'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { anyDay, anyFacts } from './testdata/arbitrary-facts'
import { naiveEvaluation } from './testdata/naive-level'
import { factsWith } from './testdata/procedure-facts'
import { addWorkdays, buildCalendar, countsAsWorkday, dayWithPassed, workdaysBetween } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const p = DEFAULT_PARAMETERS
const anyCase = anyDay.chain((today) => fc.record({ today: fc.constant(today), facts: anyFacts(today) }))

function evaluated(facts: ProcedureFacts, day: PlainDate): ProcedureEvaluation {
  const result = evaluateProcedure(facts, day, calendar, p)
  if (!result.ok) throw new Error(`${result.error.code} on ${day}`)
  return result.value
}
const inPublishedYears = (facts: ProcedureFacts, today: PlainDate) => evaluateProcedure(facts, today, calendar, p).ok

// Searches of every day: slow on a busy machine.
describe('the colour of a procedure', { timeout: 60_000 }, () => {
  test('is what a plain day-by-day reading of the normative text gives, word for word', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, today }) => {
        fc.pre(inPublishedYears(facts, today))
        const { level, owner, used, reasons } = evaluated(facts, today)
        const lines = reasons.map((r) => [r.level, ownerText(r.owner, 'zh-CN'), ruleText(r)])
        const naive = naiveEvaluation(facts, today, p)
        expect({ level, owner: ownerText(owner, 'zh-CN'), used, lines }).toEqual(naive)
      }),
      { numRuns: 3000 },
    )
  })

  test('changes next on the day a search of every day finds', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, today }) => {
        fc.pre(inPublishedYears(facts, today))
        const now = evaluated(facts, today)
        let found: { on: PlainDate; level: string } | null = null
        for (let n = 1; n <= HORIZON_DAYS && !found; n++) {
          const day = addDays(today, n)
          const then = evaluated(facts, day)
          if (then.level !== now.level || ownerKey(then.owner) !== ownerKey(now.owner))
            found = { on: day, level: then.level }
        }
        const next = nextProcedureChange(facts, today, calendar, p)
        expect(next && { on: next.on, level: next.level }).toEqual(found)
      }),
      { numRuns: 1000 },
    )
  })

  test('never gets better by waiting, except that a late finish is forgiven with its month', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(120), ({ facts, today }, wait) => {
        fc.pre(inPublishedYears(facts, today) && facts.state !== 'DONE' && facts.state !== 'DONE_TOL')
        const [now, later] = [evaluated(facts, today), evaluated(facts, addDays(today, wait))]
        expect(compareLevel(later.level, now.level)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps the mark of a late finish for ever, and never marks one in time', () => {
    const anyFinish = fc.tuple(anyDay, fc.integer({ min: 0, max: 30 }), fc.nat(400))
    fc.assert(
      fc.property(anyFinish, ([acceptedOn, took, later]) => {
        const finishedOn = addWorkdays(calendar, acceptedOn, took)
        const facts = factsWith({ state: 'DONE', acceptedOn, finishedOn })
        const { reasons } = evaluated(facts, addDays(finishedOn, later))
        expect(reasons.map((r) => r.code)).toEqual([took > facts.promisedWd ? 'DONE_LATE' : 'DONE_IN_TIME'])
      }),
      { numRuns: 1000 },
    )
  })

  test('does not depend on the order pauses are listed in, nor on being asked twice', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, today }) => {
        fc.pre(inPublishedYears(facts, today))
        const turned = { ...facts, pauses: facts.pauses.toReversed() }
        expect(evaluated(turned, today)).toEqual(evaluated(facts, today))
        expect(evaluated(structuredClone(facts), today)).toEqual(evaluated(facts, today))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the agency clock', () => {
  const workday = anyDay.map((day) => addWorkdays(calendar, addDays(day, -1), 1))

  test('a pause of n working days moves the due day by exactly n', () => {
    const anyPause = fc.tuple(workday, fc.integer({ min: 1, max: 30 }), fc.nat(), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(anyPause, ([start, limit, offset, length]) => {
        const from = addWorkdays(calendar, start, offset % limit)
        const to = addWorkdays(calendar, from, length)
        const facts = factsWith({ pauses: [{ from, to, kind: 'SUPPLEMENT' }] })
        expect(dayWithUsed(facts, start, limit, calendar)).toBe(dayWithPassed(calendar, start, limit + length))
      }),
      { numRuns: 1000 },
    )
  })

  test('the day found is the first on which that many days are used', () => {
    fc.assert(
      fc.property(anyCase, anyDay, fc.integer({ min: 1, max: 60 }), ({ facts }, start, count) => {
        const day = dayWithUsed(facts, start, count, calendar)
        if (day === null) {
          expect(usedDays(facts, start, addDays(start, 900), calendar)).toBeLessThan(count)
          return
        }
        expect(countsAsWorkday(calendar, day)).toBe(true)
        expect(usedDays(facts, start, day, calendar)).toBe(count)
        expect(usedDays(facts, start, addDays(day, -1), calendar)).toBe(count - 1)
      }),
      { numRuns: 1000 },
    )
  })

  test('never runs backwards, nor faster than the calendar', () => {
    fc.assert(
      fc.property(anyCase, anyDay, fc.nat(60), ({ facts }, start, wait) => {
        const [until, later] = [addDays(start, 20), addDays(start, 20 + wait)]
        const gained = usedDays(facts, start, later, calendar) - usedDays(facts, start, until, calendar)
        expect(gained).toBeGreaterThanOrEqual(0)
        expect(gained).toBeLessThanOrEqual(workdaysBetween(calendar, until, later))
      }),
      { numRuns: 1000 },
    )
  })
})
