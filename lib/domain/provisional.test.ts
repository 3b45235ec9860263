import { describe, expect, test } from 'vitest'
import { dueOf } from './due'
import { evaluateProcedureProvisionally } from './level'
import { nextProcedureChange } from './next-change'
import { on } from './plain-date'
import { evaluateProjectProvisionally, NO_FACTS, nextProjectChange } from './project-level'
import { countedDay, mayBeWithin } from './provisional'
import { PUBLISHED_YEARS } from './published-years'
import { relayOf } from './relay'
import { DEFAULT_PARAMETERS as p } from './rule-parameters'
import { factsWith } from './testdata/procedure-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const published = buildCalendar([...PUBLISHED_YEARS, { year: 2027, off: { '2027-01-01': '元旦' }, work: {} }])

describe('a counted day', () => {
  test.each([
    ['2026-12-24', '2026-12-31', false],
    ['2026-12-24', '2027-01-04', true],
    // Backwards from a plan in the next year.
    ['2027-01-08', '2026-12-24', true],
    ['2023-12-29', '2024-01-02', true],
  ])('from %s to %s: 暂定 %s', (from, to, provisional) =>
    expect(countedDay(calendar, on(from), on(to))).toEqual({ on: to, provisional }),
  )
  test('is certain once the year is published', () =>
    expect(countedDay(published, on('2026-12-24'), on('2027-01-04')).provisional).toBe(false))
  test('known days that are enough already decide', () => {
    // 2026-12-28 to 31 are working days: three are left after the 28th.
    expect(mayBeWithin(calendar, on('2027-03-01'), on('2026-12-28'), 3)).toBe(true)
    expect(mayBeWithin(calendar, on('2027-03-01'), on('2026-12-28'), 2)).toBe(false)
    expect(mayBeWithin(published, on('2027-03-01'), on('2026-12-28'), 3)).toBe(false)
    expect(mayBeWithin(calendar, on('2026-12-20'), on('2026-12-28'), 3)).toBe(false)
  })
})

describe('a due day', () => {
  const accepted = on('2026-12-23')
  test.each([
    ['a promise that ends in it', factsWith({ acceptedOn: accepted }), '2027-01-01', true],
    ['a promise that ends before', factsWith({ acceptedOn: on('2026-12-14') }), '2026-12-23', false],
    [
      'a filing day counted back from it',
      factsWith({ state: 'READY', planFinishOn: on('2027-01-05') }),
      '2026-12-27',
      true,
    ],
    [
      'a filing day somebody gave in it',
      factsWith({ state: 'READY', planSubmitOn: on('2027-01-05') }),
      '2027-01-05',
      false,
    ],
    ['papers due in it', factsWith({ state: 'SUPPLEMENT', supplementSince: accepted }), '2027-01-06', true],
  ])('%s', (_, facts, day, provisional) => expect(dueOf(facts, calendar, p)).toEqual({ on: day, provisional }))
  test('is as certain on the relay', () =>
    expect(relayOf(factsWith({ acceptedOn: accepted }), null, accepted, calendar, p)).toMatchObject({
      promise: { on: '2027-01-01', provisional: true },
      statute: { on: '2027-01-20', provisional: true },
      limit: null,
    }))
})

describe('the next change', () => {
  const next = (facts: ReturnType<typeof factsWith>, day: string, years = calendar) =>
    nextProcedureChange(facts, on(day), years, p)
  test('is 暂定 in an unpublished year, and certain before it', () => {
    expect(next(factsWith({ acceptedOn: on('2026-12-28') }), '2026-12-29')).toMatchObject({
      on: '2027-01-04',
      provisional: true,
    })
    expect(next(factsWith({ acceptedOn: on('2026-12-14') }), '2026-12-16')).toMatchObject({
      on: '2026-12-21',
      provisional: false,
    })
  })
  test('is 暂定 before it too, where it is counted back from a plan in it', () => {
    const facts = factsWith({
      acceptedOn: on('2026-12-21'),
      promisedWd: 30,
      statutoryWd: 60,
      planFinishOn: on('2027-01-05'),
    })
    expect(next(facts, '2026-12-22')).toMatchObject({ on: '2026-12-31', level: 'BLUE', provisional: true })
    // With 元旦 off it comes a day earlier, and nothing is open any more.
    expect(next(facts, '2026-12-22', published)).toMatchObject({ on: '2026-12-30', provisional: false })
  })
  test('of a project too', () => {
    const start = { plannedOn: on('2027-01-12'), actualOn: null, ready: false }
    const facts = { ...NO_FACTS, start }
    expect(nextProjectChange(facts, on('2026-12-21'), calendar, p)).toMatchObject({
      on: '2026-12-29',
      level: 'BLUE',
      provisional: true,
    })
    expect(evaluateProjectProvisionally(facts, on('2026-12-30'), calendar, p).reasons).toMatchObject([
      { code: 'START_UNREADY', provisional: true },
    ])
  })
  test('of a project is certain in such a year where it is counted in calendar days', () => {
    const facts = { ...NO_FACTS, permits: [{ id: 'x', expiresOn: on('2027-03-31') }] }
    expect(nextProjectChange(facts, on('2026-12-21'), calendar, p)).toMatchObject({
      on: '2027-03-01',
      provisional: false,
    })
  })
  test('colours of today say so only where the open year can change them', () => {
    const facts = factsWith({ state: 'ACCEPTED', acceptedOn: on('2026-11-20'), planFinishOn: on('2027-03-01') })
    expect(evaluateProcedureProvisionally(facts, on('2026-11-23'), calendar, p).provisional).toBe(false)
    expect(evaluateProcedureProvisionally(facts, on('2026-12-29'), calendar, p).provisional).toBe(true)
  })
})
