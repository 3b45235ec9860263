import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueDayOf } from './due'
import { evaluateProcedureProvisionally } from './level'
import { addDays, on } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { PUBLISHED_YEARS } from './published-years'
import { DEFAULT_PARAMETERS as p } from './rule-parameters'
import { anyDay, anyFacts } from './testdata/arbitrary-facts'
import { factsWith } from './testdata/procedure-facts'
import { buildCalendar, workdaysLeft } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const due = (facts: Partial<ProcedureFacts>) => dueDayOf(factsWith(facts), calendar, p)
const accepted = on('2026-11-02')

describe('the day a limit ends', () => {
  test.each<[string, Partial<ProcedureFacts>, string | null]>([
    ['the promise of seven working days', { acceptedOn: accepted, promisedWd: 7 }, '2026-11-11'],
    [
      'a week with the applicant moves it a week',
      {
        acceptedOn: accepted,
        promisedWd: 7,
        pauses: [{ from: on('2026-11-03'), to: on('2026-11-10'), kind: 'SUPPLEMENT' }],
      },
      '2026-11-18',
    ],
    [
      'two days late before the notice are two days late after it',
      {
        acceptedOn: accepted,
        promisedWd: 7,
        pauses: [{ from: on('2026-11-13'), to: on('2026-11-20'), kind: 'SUPPLEMENT' }],
      },
      '2026-11-18',
    ],
    ['five days to accept or to tell', { state: 'RECEIVED', receivedOn: accepted }, '2026-11-09'],
    ['the applicant has ten days', { state: 'SUPPLEMENT', supplementSince: accepted }, '2026-11-16'],
    ['a special procedure has its own', { state: 'SPECIAL', specialSince: accepted, specialLimitWd: 5 }, '2026-11-09'],
    ['one without a limit has none', { state: 'SPECIAL', specialSince: accepted }, null],
    ['a filing is due as planned', { state: 'READY', planSubmitOn: accepted }, '2026-11-02'],
    [
      'finished early',
      { state: 'DONE', acceptedOn: accepted, promisedWd: 7, finishedOn: on('2026-11-05') },
      '2026-11-11',
    ],
    [
      'finished on the Saturday after it is in time',
      { state: 'DONE', acceptedOn: on('2026-11-04'), promisedWd: 7, finishedOn: on('2026-11-14') },
      '2026-11-14',
    ],
    [
      'finished late',
      { state: 'DONE', acceptedOn: accepted, promisedWd: 7, finishedOn: on('2026-11-12') },
      '2026-11-11',
    ],
    ['waiting for others', { state: 'NOT_STARTED' }, null],
    ['does not apply', { state: 'NA' }, null],
  ])('%s', (_, facts, day) => expect(due(facts)).toBe(day))
})

/** Pauses as moves leave them: closed, in the past, begun after acceptance. */
const asRecorded = (facts: ProcedureFacts, today: ReturnType<typeof on>): ProcedureFacts => ({
  ...facts,
  state: 'ACCEPTED',
  acceptedOn: facts.acceptedOn && facts.acceptedOn > today ? today : facts.acceptedOn,
  pauses: facts.pauses.map((pause) => {
    const to = pause.to && pause.to < today ? pause.to : today
    return { ...pause, from: pause.from < to ? pause.from : to, to }
  }),
})

test('counted to this day, the working days left are those of the colour rules, today and later', () => {
  fc.assert(
    fc.property(
      anyDay.chain((today) => fc.record({ today: fc.constant(today), facts: anyFacts(today), ahead: fc.nat(40) })),
      ({ today, facts, ahead }) => {
        const running = asRecorded(facts, today)
        const day = addDays(today, ahead)
        const ends = dueDayOf(running, calendar, p)
        const { remaining } = evaluateProcedureProvisionally(running, day, calendar, p)
        if (running.acceptedOn === null) return ends === null
        return ends !== null && workdaysLeft(calendar, ends, day) === remaining
      },
    ),
  )
})

test('finished on or before it is finished within the promise, and never else', () => {
  fc.assert(
    fc.property(
      anyDay.chain((today) => fc.record({ today: fc.constant(today), facts: anyFacts(today) })),
      ({ today, facts }) => {
        const done = { ...asRecorded(facts, today), state: 'DONE' as const, finishedOn: today }
        const ends = dueDayOf(done, calendar, p)
        const { remaining } = evaluateProcedureProvisionally(done, today, calendar, p)
        return ends === null ? done.acceptedOn === null : today <= ends === (remaining !== null && remaining >= 0)
      },
    ),
  )
})
