import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on, type PlainDate } from './plain-date'
import { PROCEDURE_STATES, type ProcedureState } from './procedure'
import { PUBLISHED_YEARS } from './published-years'
import { anyDay } from './testdata/arbitrary-facts'
import {
  type DatedMove,
  HOLDERS,
  holderOf,
  NO_TIME,
  type StateTurn,
  spellsOf,
  spentBy,
  sumAccounts,
  timeSpent,
  turnsOf,
  wholeOf,
} from './time-spent'
import { buildCalendar, countsAsWorkday } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const move = (seq: number, day: string, set: DatedMove['set'], takesBack: number | null = null): DatedMove => ({
  seq,
  on: on(day),
  takesBack,
  set,
})
const accountOf = (turns: readonly StateTurn[], until: string, clock = 'agency') =>
  timeSpent(spellsOf(turns, clock, on(until), calendar), calendar).account

describe('the states a procedure went through', () => {
  test('are those of the moves that stand', () =>
    expect(
      turnsOf(on('2024-05-06'), [
        move(1, '2024-05-08', { state: 'READY' }),
        move(2, '2024-05-09', { state: 'RECEIVED' }),
        move(3, '2024-05-10', {}, 2),
        move(4, '2024-05-13', { state: 'RECEIVED', receivedOn: on('2024-05-13') }),
      ]),
    ).toEqual([
      { on: '2024-05-06', state: 'NOT_STARTED' },
      { on: '2024-05-08', state: 'READY' },
      { on: '2024-05-13', state: 'RECEIVED' },
    ]))
  test('a late entry speaks for the days it names, whatever was recorded of them', () =>
    expect(
      turnsOf(on('2024-05-06'), [
        move(1, '2024-05-13', { state: 'READY' }),
        move(2, '2024-05-20', { state: 'DONE', receivedOn: on('2024-05-09'), acceptedOn: on('2024-05-10') }),
      ]),
    ).toEqual([
      { on: '2024-05-06', state: 'NOT_STARTED' },
      { on: '2024-05-09', state: 'RECEIVED' },
      { on: '2024-05-10', state: 'ACCEPTED' },
      { on: '2024-05-20', state: 'DONE' },
    ]))
  test('a move without a state changes nothing', () =>
    expect(turnsOf(on('2024-05-06'), [move(1, '2024-05-08', {})])).toHaveLength(1))
})

describe('the account of a procedure', () => {
  // C12 of the colour rules: accepted 05-13, notice 05-16, papers back 05-27.
  const turns: StateTurn[] = [
    { on: on('2024-05-06'), state: 'NOT_STARTED' },
    { on: on('2024-05-08'), state: 'READY' },
    { on: on('2024-05-13'), state: 'ACCEPTED' },
    { on: on('2024-05-16'), state: 'SUPPLEMENT' },
    { on: on('2024-05-27'), state: 'ACCEPTED' },
    { on: on('2024-05-30'), state: 'DONE' },
  ]
  test('K10: the day of the notice is the agency’s, the day the papers come back the enterprise’s', () =>
    // 05-11 is a Saturday that works: 05-09, 05-10, 05-11, 05-13 before filing, seven days of papers.
    expect(accountOf(turns, '2024-06-28')).toEqual({
      NOT_STARTED: 2,
      ENTERPRISE: 4 + 7,
      AGENCY: 3 + 3,
      MARKET: 0,
      SPECIAL: 0,
    }))
  test('does not look beyond its last day', () => {
    expect(accountOf(turns, '2024-05-15')).toEqual({ ...NO_TIME, NOT_STARTED: 2, ENTERPRISE: 4, AGENCY: 2 })
    expect(accountOf(turns, '2024-05-06')).toEqual(NO_TIME)
  })
  test.each([
    ['agency', 'AGENCY'],
    ['internal', 'AGENCY'],
    ['market', 'MARKET'],
    ['applicant', 'MARKET'],
    ['special', 'SPECIAL'],
  ] as const)('the work of an item with clock %s is %s, waiting for papers never is', (clock, holder) => {
    expect(holderOf('ACCEPTED', clock)).toBe(holder)
    expect(holderOf('SUPPLEMENT', clock)).toBe('ENTERPRISE')
    expect(holderOf('READY', clock)).toBe('ENTERPRISE')
    expect(holderOf('DONE_TOL', clock)).toBe('ENTERPRISE')
    expect(holderOf('NOT_STARTED', clock)).toBe('NOT_STARTED')
    expect(holderOf('SPECIAL', clock)).toBe('SPECIAL')
    expect(holderOf('NA', clock)).toBeNull()
  })
  test('says when a day of it is counted without its holidays', () => {
    const open: StateTurn[] = [{ on: on('2026-12-28'), state: 'ACCEPTED' }]
    const provisional = (day: string) => timeSpent(spellsOf(open, 'agency', on(day), calendar), calendar).provisional
    expect(provisional('2026-12-31')).toBe(false)
    expect(provisional('2027-01-08')).toBe(true)
  })
})

const anyTurns = fc
  .tuple(anyDay, fc.array(fc.tuple(fc.nat(25), fc.constantFrom(...PROCEDURE_STATES)), { maxLength: 12 }))
  .map(([first, steps]) => {
    const turns: StateTurn[] = [{ on: first, state: 'NOT_STARTED' }]
    let day = first
    for (const [days, state] of steps) {
      day = addDays(day, days)
      turns.push({ on: day, state })
    }
    return turns
  })
const anyClock = fc.constantFrom('agency', 'market', 'applicant', 'special', 'internal')

/** Who holds a procedure on a day, found by looking at the day alone. */
function holderOn(turns: readonly StateTurn[], day: PlainDate, clock: string) {
  const state: ProcedureState = turns.findLast((turn) => turn.on < day)?.state ?? 'NA'
  return holderOf(state, clock)
}

describe('the parts', { timeout: 60_000 }, () => {
  test('add up to every working day the procedure waited, each counted for the one who had it', () => {
    fc.assert(
      fc.property(anyTurns, anyClock, fc.nat(400), (turns, clock, length) => {
        const first = turns[0]?.on ?? on('2024-01-02')
        const until = addDays(first, length)
        const account = timeSpent(spellsOf(turns, clock, until, calendar), calendar).account
        const naive = { ...NO_TIME }
        let waited = 0
        for (let day = addDays(first, 1); day <= until; day = addDays(day, 1)) {
          const holder = countsAsWorkday(calendar, day) ? holderOn(turns, day, clock) : null
          if (holder === null) continue
          naive[holder]++
          waited++
        }
        expect(account).toEqual(naive)
        expect(wholeOf(account)).toBe(waited)
      }),
      { numRuns: 500 },
    )
  })
  test('of a sum are the sums of the parts, however the procedures are put together', () => {
    const anyAccount = fc.record(Object.fromEntries(HOLDERS.map((h) => [h, fc.nat(300)])) as never)
    const anyRows = fc.array(fc.record({ account: anyAccount, agency: fc.constantFrom('A', 'B', null) }))
    fc.assert(
      fc.property(anyRows, (rows) => {
        const typed = rows as unknown as { account: typeof NO_TIME; agency: string | null }[]
        const sums = spentBy(typed, (row) => row.agency)
        const known = typed.filter((row) => row.agency !== null)
        expect(sumAccounts([...sums.values()].map((sum) => sum.account))).toEqual(
          sumAccounts(known.map((row) => row.account)),
        )
        expect([...sums.values()].reduce((n, sum) => n + sum.n, 0)).toBe(known.length)
        expect(wholeOf(sumAccounts(typed.map((row) => row.account)))).toBe(
          typed.reduce((sum, row) => sum + wholeOf(row.account), 0),
        )
      }),
    )
  })
})
