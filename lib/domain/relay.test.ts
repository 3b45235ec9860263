import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayWithUsed, usedDays } from './agency-clock'
import { addDays, on, type PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { PUBLISHED_YEARS } from './published-years'
import { relayOf } from './relay'
import { DEFAULT_PARAMETERS } from './rule-parameters'
import { anyDay, anyFacts } from './testdata/arbitrary-facts'
import { factsWith } from './testdata/procedure-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const relay = (facts: Partial<ProcedureFacts>, today = '2024-05-22', until: string | null = null) =>
  relayOf(factsWith(facts), until === null ? null : on(until), on(today), calendar, DEFAULT_PARAMETERS)
/** One letter a cell of the agency's row: used, over, paused, left, none. */
const agency = (...question: Parameters<typeof relay>) =>
  relay(...question)
    ?.cells.map((cell) => cell.agency[0])
    .join('')
const applicant = (...question: Parameters<typeof relay>) =>
  relay(...question)
    ?.cells.map((cell) => cell.applicant[0])
    .join('')

describe('whose hands a procedure is in, day by day', () => {
  test.each(['READY', 'DONE', 'REJECTED', 'NA'] as const)('no clock, no relay: %s', (state) => {
    expect(relay({ state })).toBeNull()
  })

  // Accepted on Monday the 13th; seven days end on Wednesday the 22nd.
  test.each<[string, Partial<ProcedureFacts>, string, string]>([
    ['the third day of seven', {}, '2024-05-16', 'uuullllnn'],
    ['the last day', {}, '2024-05-22', 'uuuuuuunn'],
    ['two days past the promise', {}, '2024-05-24', 'uuuuuuuoonn'],
    [
      'a pause in the middle moves the end',
      { pauses: [{ from: on('2024-05-14'), to: on('2024-05-16'), kind: 'SUPPLEMENT' }] },
      '2024-05-20',
      'uppuullllnn',
    ],
  ])('%s', (_, facts, today, cells) => expect(agency(facts, today)).toBe(cells))

  test('a pause that has ended belongs to the applicant', () => {
    const pauses = [{ from: on('2024-05-14'), to: on('2024-05-16'), kind: 'SUPPLEMENT' as const }]
    expect(applicant({ pauses }, '2024-05-20')).toBe('nhhnnnnnnnn')
    expect(relay({ pauses }, '2024-05-20')?.promise?.on).toBe('2024-05-24')
  })

  test('pauses that overlap stop the clock once, and are the applicant’s where papers are with him', () => {
    const pauses = [
      { from: on('2024-05-14'), to: on('2024-05-17'), kind: 'SPECIAL' as const },
      { from: on('2024-05-15'), to: on('2024-05-16'), kind: 'SUPPLEMENT' as const },
    ]
    expect(agency({ pauses }, '2024-05-20')).toBe('upppulllllnn')
    expect(applicant({ pauses }, '2024-05-20')?.slice(0, 5)).toBe('nnhnn')
    expect(relay({ pauses }, '2024-05-20')?.promise?.on).toBe('2024-05-27')
  })

  test('counts as the agency’s clock does, whatever was recorded', () => {
    const anyCase = anyDay.chain((today) => fc.record({ today: fc.constant(today), facts: anyFacts(today) }))
    fc.assert(
      fc.property(anyCase, ({ today, facts }) => {
        const told = relayOf(facts, null, today, calendar, DEFAULT_PARAMETERS)
        const start = facts.acceptedOn ?? facts.receivedOn
        if (!told || !start) return
        const used = (day: PlainDate) => usedDays(facts, start, day, calendar)
        for (const { day, agency: cell } of told.cells) {
          const counts = used(day) > used(addDays(day, -1))
          if (day > today) expect(cell === 'left' || cell === 'none').toBe(true)
          else expect(cell).toBe(counts ? (used(day) > facts.promisedWd ? 'over' : 'used') : 'paused')
        }
        expect(told.promise?.on ?? null).toBe(dayWithUsed(facts, start, facts.promisedWd, calendar))
      }),
      { numRuns: 1000 },
    )
  })

  test('during a special procedure nobody is late', () => {
    const facts = { state: 'SPECIAL', specialSince: on('2024-05-14') } as const
    expect(agency(facts, '2024-05-16')).toBe('uppnn')
    expect(applicant(facts, '2024-05-16')).toBe('nnnnn')
  })

  test('papers that stay away past the limit of the notice are over', () => {
    const facts = { state: 'SUPPLEMENT', supplementSince: on('2024-05-14'), supplementLimitWd: 2 } as const
    expect(applicant(facts, '2024-05-20')).toBe('nhhoonn')
    expect(relay(facts, '2024-05-20')).toMatchObject({
      limit: { on: '2024-05-16', provisional: false },
      promise: null,
      statute: null,
    })
  })

  test('an extension moves the end of the law, not the promise', () => {
    expect(relay({ extensionWd: 10 })).toMatchObject({
      promise: { on: '2024-05-22' },
      statute: { on: '2024-06-25' },
    })
  })

  test('the day of the next colour stays in sight', () => {
    expect(relay({}, '2024-05-16', '2024-05-28')?.cells.at(-1)?.day).toBe('2024-05-30')
  })

  test('a long history keeps its end, 25 cells at the most', () => {
    const cells = relay({ acceptedOn: on('2024-03-01') }, '2024-05-22')?.cells ?? []
    expect(cells).toHaveLength(25)
    expect(cells.at(-1)?.day).toBe('2024-05-24')
  })
})
