import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, on, type PlainDate } from './plain-date'
import { PROCEDURE_STATES, type ProcedureState } from './procedure'
import {
  APPROVER_REQUIRED,
  awaitedTerm,
  decideMove,
  FINISHED_STATES,
  MOVES,
  type Move,
  type MoveContext,
  maxExtensionOf,
  movesFrom,
  NEW_CASE,
  type ProcedureCase,
  REASON_REQUIRED,
  type RecordedMove,
  replay,
} from './procedure-move'
import { PUBLISHED_YEARS } from './published-years'
import { eachOf } from './result'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const context: MoveContext = {
  today: on('2026-11-23'),
  calendar,
  lastOn: null,
  statutory: { days: 20, unit: 'WD' },
  acceptWd: 5,
  supplementLimitWd: 10,
  toleranceLimitWd: 10,
  maxExtensionWd: 10,
  validityMonths: 12,
}
const caseIn = (state: ProcedureState, changes: Partial<ProcedureCase> = {}): ProcedureCase => ({
  ...NEW_CASE,
  state,
  ...changes,
})
const accepted = (changes: Partial<ProcedureCase> = {}) =>
  caseIn('ACCEPTED', { receivedOn: on('2026-11-02'), acceptedOn: on('2026-11-02'), statutoryWd: 20, ...changes })
const day = on('2026-11-20')
const full = { on: day, reason: '材料不全', approverId: 'head', limitWd: 8, days: 5, dueOn: on('2026-12-10') }
const decide = (current: ProcedureCase, move: Move, changes: Partial<MoveContext> = {}) =>
  decideMove(current, move, { ...context, ...changes })
const refusal = (code: string, values: Record<string, unknown> = {}) => ({ ok: false, error: { code, ...values } })

/** From which states each move is possible; written out once more, so that a slip in the table shows. */
const ALLOWED: Readonly<Record<(typeof MOVES)[number], readonly ProcedureState[]>> = {
  FILE: ['NOT_STARTED', 'READY', 'REJECTED', 'WITHDRAWN'],
  RECEIVE: ['NOT_STARTED', 'READY', 'REJECTED', 'WITHDRAWN'],
  WITHDRAW: ['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'],
  ACCEPT: ['NOT_STARTED', 'READY', 'RECEIVED'],
  NOT_ACCEPT: ['RECEIVED'],
  NOTICE: ['RECEIVED', 'ACCEPTED'],
  SUPPLEMENTED: ['SUPPLEMENT'],
  SPECIAL: ['ACCEPTED'],
  SPECIAL_DONE: ['SPECIAL'],
  EXTEND: ['ACCEPTED', 'SUPPLEMENT', 'SPECIAL'],
  FINISH: ['NOT_STARTED', 'READY', 'RECEIVED', 'ACCEPTED'],
  FINISH_TOL: ['RECEIVED', 'ACCEPTED'],
  TOL_CLEARED: ['DONE_TOL'],
  REJECT: ['ACCEPTED'],
  NOT_APPLICABLE: ['NOT_STARTED', 'READY', 'RECEIVED', 'REJECTED', 'WITHDRAWN'],
  REINSTATE: ['NA'],
  OPEN: ['NOT_STARTED'],
  BLOCK: ['READY'],
}

describe('which moves are possible', () => {
  test.each(MOVES.flatMap((kind) => PROCEDURE_STATES.map((state) => ({ kind, state }))))(
    '$kind in $state',
    ({ kind, state }) => {
      const result = decide(caseIn(state), { kind, ...full })
      if (ALLOWED[kind].includes(state)) expect(result.ok).toBe(true)
      else expect(result).toEqual(refusal('ILLEGAL_MOVE', { move: kind, state }))
    },
  )

  test('the list a page offers is the same, without the moves the graph makes by itself', () => {
    for (const state of PROCEDURE_STATES) {
      const offered = MOVES.filter((kind) => ALLOWED[kind].includes(state) && kind !== 'OPEN' && kind !== 'BLOCK')
      expect(movesFrom(state)).toEqual(offered)
    }
  })

  test('nothing but its own clearing or reinstating leads out of a finished state', () => {
    for (const state of FINISHED_STATES)
      expect(movesFrom(state)).toEqual(state === 'DONE_TOL' ? ['TOL_CLEARED'] : state === 'NA' ? ['REINSTATE'] : [])
  })
})

describe('refusals', () => {
  const finish: Move = { kind: 'FINISH', on: day }
  test('a day that has not come', () =>
    expect(decide(accepted(), { ...finish, on: on('2026-11-24') })).toEqual(
      refusal('FUTURE_DATE', { on: '2026-11-24', today: '2026-11-23' }),
    ))
  test('a day before the last move; its own day is fine', () => {
    expect(decide(accepted(), finish, { lastOn: on('2026-11-21') })).toEqual(
      refusal('BEFORE_LAST_MOVE', { on: day, last: '2026-11-21' }),
    )
    expect(decide(accepted(), finish, { lastOn: day }).ok).toBe(true)
  })
  test.each([...REASON_REQUIRED])('%s without a reason, or a blank one', (kind) => {
    const from = caseIn(ALLOWED[kind][0] ?? 'ACCEPTED')
    for (const reason of [undefined, null, '', '  '])
      expect(decide(from, { kind, ...full, reason })).toEqual(refusal('REASON_MISSING', { move: kind }))
  })
  test.each([...APPROVER_REQUIRED])('%s without an approver', (kind) =>
    expect(decide(caseIn(ALLOWED[kind][0] ?? 'NA'), { kind, ...full, approverId: null })).toEqual(
      refusal('APPROVER_MISSING', { move: kind }),
    ),
  )
  test.each([0, -1, 2.5, 251])('a limit of %d days', (limitWd) =>
    expect(decide(accepted(), { kind: 'NOTICE', ...full, limitWd })).toEqual(
      refusal('LIMIT_INVALID', { value: limitWd }),
    ),
  )
  test.each([0, -3, 1.5])('an extension of %d days', (days) =>
    expect(decide(accepted(), { kind: 'EXTEND', ...full, days })).toEqual(
      refusal('LIMIT_INVALID', { value: days, field: 'days' }),
    ),
  )
  test('everything that is wrong is said at once', () => {
    const codes = (move: Move) => {
      const decided = decide(accepted(), move, { lastOn: on('2026-11-21') })
      return decided.ok ? [] : eachOf(decided.error).map(({ code }) => code)
    }
    expect(codes({ kind: 'EXTEND', on: day })).toEqual([
      'BEFORE_LAST_MOVE',
      'REASON_MISSING',
      'APPROVER_MISSING',
      'LIMIT_INVALID',
    ])
    expect(codes({ kind: 'SPECIAL', on: on('2026-11-24') })).toEqual(['FUTURE_DATE', 'REASON_MISSING', 'LIMIT_MISSING'])
    expect(codes({ kind: 'FINISH_TOL', on: on('2026-11-21'), expiresOn: day })).toEqual([
      'REASON_MISSING',
      'EXPIRES_BEFORE_FINISH',
      'DUE_MISSING',
    ])
  })
  test('an extension beyond what the law allows in all', () => {
    expect(decide(accepted(), { kind: 'EXTEND', ...full, days: 11 })).toEqual(
      refusal('EXTENSION_TOO_LONG', { max: 10 }),
    )
    expect(decide(accepted({ extensionWd: 6 }), { kind: 'EXTEND', ...full, days: 5 })).toEqual(
      refusal('EXTENSION_TOO_LONG', { max: 10 }),
    )
    expect(decide(accepted({ extensionWd: 5 }), { kind: 'EXTEND', ...full, days: 5 })).toEqual({
      ok: true,
      value: { extensionWd: 10 },
    })
  })
  test('an extension after the limit has passed, pauses left out', () => {
    const long = accepted({ acceptedOn: on('2026-09-01'), statutoryWd: 20 })
    expect(decide(long, { kind: 'EXTEND', ...full })).toMatchObject(refusal('EXTENSION_TOO_LATE'))
    const paused = { ...long, pauses: [{ from: on('2026-09-03'), to: on('2026-11-18'), kind: 'SUPPLEMENT' as const }] }
    expect(decide(paused, { kind: 'EXTEND', ...full }).ok).toBe(true)
  })
  test('a certificate that expires before it is issued', () =>
    expect(decide(accepted(), { ...finish, expiresOn: on('2026-11-19') })).toEqual(
      refusal('EXPIRES_BEFORE_FINISH', { on: day, expiresOn: '2026-11-19' }),
    ))
  test('finishing with papers missing needs their day, and not an earlier one', () => {
    const move: Move = { kind: 'FINISH_TOL', on: day, reason: '缺授权书' }
    expect(decide(accepted(), move)).toEqual(refusal('DUE_MISSING'))
    expect(decide(accepted(), { ...move, dueOn: on('2026-11-19') })).toEqual(
      refusal('DUE_BEFORE_MOVE', { on: day, dueOn: '2026-11-19' }),
    )
    expect(decide(accepted(), { ...move, dueOn: day })).toMatchObject({
      ok: true,
      value: { state: 'DONE_TOL', toleranceDueOn: day },
    })
  })
})

describe('what a move changes', () => {
  test('acceptance fixes a limit in calendar days in working days (K14)', () => {
    const received = caseIn('RECEIVED', { receivedOn: on('2024-04-25') })
    const result = decide(received, { kind: 'ACCEPT', on: on('2024-04-25') }, { statutory: { days: 30, unit: 'CD' } })
    expect(result).toMatchObject({ ok: true, value: { state: 'ACCEPTED', acceptedOn: '2024-04-25', statutoryWd: 21 } })
    expect(decide(received, { kind: 'ACCEPT', on: on('2024-04-25') }, { statutory: null })).toMatchObject({
      ok: true,
      value: { statutoryWd: null },
    })
  })

  test.each([
    ['2026-11-09', '2026-11-09', 'on the fifth working day the acceptance counts'],
    ['2026-11-10', '2026-11-02', 'after it the application counts as accepted from receipt (K5)'],
  ])('accepted on %s counts from %s: %s', (acceptedOn, from) => {
    const received = caseIn('RECEIVED', { receivedOn: on('2026-11-02') })
    expect(decide(received, { kind: 'ACCEPT', on: on(acceptedOn) })).toMatchObject({
      ok: true,
      value: { acceptedOn: from, receivedOn: '2026-11-02' },
    })
  })

  test('a notice stops the clock with its own limit or the general one, and the papers back start it', () => {
    const notice = decide(accepted(), { kind: 'NOTICE', ...full, limitWd: null })
    expect(notice).toEqual({
      ok: true,
      value: { state: 'SUPPLEMENT', supplementSince: day, supplementLimitWd: 10, supplements: 1 },
    })
    const back = decide(
      { ...accepted(), ...(notice.ok ? notice.value : {}) },
      { kind: 'SUPPLEMENTED', on: on('2026-11-23') },
    )
    expect(back).toEqual({
      ok: true,
      value: {
        state: 'ACCEPTED',
        supplementSince: null,
        supplementLimitWd: null,
        pauses: [{ from: day, to: '2026-11-23', kind: 'SUPPLEMENT' }],
      },
    })
  })

  test('papers that come back before acceptance start the five days again', () => {
    const waiting = caseIn('SUPPLEMENT', { receivedOn: on('2026-11-02'), supplementSince: on('2026-11-04') })
    expect(decide(waiting, { kind: 'SUPPLEMENTED', on: day })).toEqual({
      ok: true,
      value: { state: 'RECEIVED', receivedOn: day, supplementSince: null, supplementLimitWd: null },
    })
  })

  test('a special procedure is a pause of its kind', () => {
    const special = accepted({ state: 'SPECIAL', specialSince: on('2026-11-10'), specialLimitWd: 20 })
    expect(decide(special, { kind: 'SPECIAL_DONE', on: day })).toMatchObject({
      ok: true,
      value: { state: 'ACCEPTED', specialSince: null, pauses: [{ from: '2026-11-10', to: day, kind: 'SPECIAL' }] },
    })
  })

  test('a certificate is valid as long as the item says unless the move says otherwise', () => {
    expect(decide(accepted(), { kind: 'FINISH', on: day, certificateNo: ' 410103 ' })).toEqual({
      ok: true,
      value: { state: 'DONE', finishedOn: day, certificateNo: '410103', expiresOn: '2027-11-20' },
    })
    expect(decide(accepted(), { kind: 'FINISH', on: day }, { validityMonths: null })).toMatchObject({
      ok: true,
      value: { expiresOn: null },
    })
    expect(decide(accepted(), { kind: 'FINISH', on: day, expiresOn: on('2028-01-01') })).toMatchObject({
      ok: true,
      value: { expiresOn: '2028-01-01' },
    })
  })

  test('decided on the spot is received, accepted and finished on one day', () =>
    expect(decide(caseIn('READY'), { kind: 'FINISH', on: day })).toMatchObject({
      ok: true,
      value: { state: 'DONE', receivedOn: day, acceptedOn: day, finishedOn: day, statutoryWd: 20 },
    }))

  test('filing again after a rejection forgets the earlier round', () => {
    const rejected = accepted({
      state: 'REJECTED',
      rejectedOn: on('2026-11-10'),
      finishedOn: on('2026-11-10'),
      extensionWd: 5,
      pauses: [{ from: on('2026-11-03'), to: on('2026-11-05'), kind: 'SUPPLEMENT' }],
    })
    const result = decide(rejected, { kind: 'FILE', on: day })
    expect({ ...rejected, ...(result.ok ? result.value : {}) }).toEqual(caseIn('RECEIVED', { receivedOn: day }))
  })

  test('an item set aside keeps its reason until it is reinstated', () => {
    const aside = decide(caseIn('READY'), { kind: 'NOT_APPLICABLE', ...full, reason: ' 区域评估 ' })
    expect(aside).toMatchObject({ ok: true, value: { state: 'NA', naReason: '区域评估' } })
    expect(decide(caseIn('NA', { naReason: '区域评估' }), { kind: 'REINSTATE', ...full })).toEqual({
      ok: true,
      value: { state: 'NOT_STARTED', naReason: null },
    })
  })

  test.each([
    ['LX02', 40],
    ['ZY03', 3],
    ['GC02', 10],
  ])('%s may be extended by %i days', (code, days) => expect(maxExtensionOf(code)).toBe(days))
})

describe('the fold of the moves', () => {
  const recorded = (seq: number, set: Partial<ProcedureCase>, takesBack: number | null = null): RecordedMove => ({
    seq,
    set,
    takesBack,
  })
  test('a move taken back leaves nothing, whatever the order they are read in', () => {
    const moves = [
      recorded(1, { state: 'RECEIVED', receivedOn: day }),
      recorded(2, { state: 'ACCEPTED', acceptedOn: day }),
      recorded(3, {}, 2),
      recorded(4, { state: 'SUPPLEMENT' }),
    ]
    const folded = caseIn('SUPPLEMENT', { receivedOn: day })
    expect(replay(moves)).toEqual(folded)
    expect(replay(moves.toReversed())).toEqual(folded)
    expect(replay([])).toEqual(NEW_CASE)
  })

  test('gives what the moves gave one by one, and no day ever lies before an earlier one', () => {
    const anyMove = fc.record({
      kind: fc.constantFrom(...MOVES),
      gap: fc.nat(12),
      limitWd: fc.integer({ min: 1, max: 20 }),
      days: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 25 }), (tries) => {
        let current = NEW_CASE
        let today: PlainDate = on('2026-01-05')
        let lastOn: PlainDate | null = null
        const moves: RecordedMove[] = []
        for (const { kind, gap, limitWd, days } of tries) {
          today = addDays(today, gap)
          const move: Move = { ...full, kind, on: today, limitWd, days, dueOn: addDays(today, 10) }
          const result = decide(current, move, { today, lastOn })
          if (!result.ok) continue
          current = { ...current, ...result.value }
          lastOn = today
          moves.push(recorded(moves.length + 1, result.value))
          const { receivedOn, acceptedOn, finishedOn } = current
          if (receivedOn && acceptedOn) expect(receivedOn <= acceptedOn).toBe(true)
          if (acceptedOn && finishedOn) expect(acceptedOn <= finishedOn).toBe(true)
          for (const pause of current.pauses) expect(pause.to !== null && pause.from <= pause.to).toBe(true)
          expect(current.state === 'SUPPLEMENT').toBe(current.supplementSince !== null)
          expect(current.state === 'SPECIAL').toBe(current.specialSince !== null)
        }
        expect(replay(moves)).toEqual(current)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('days that cannot be', () => {
  test('a day before anything the calendar can count is refused', () =>
    expect(decide(caseIn('READY'), { kind: 'FILE', on: on('1990-01-01') })).toEqual(
      refusal('CALENDAR_MISSING', { year: 1990 }),
    ))
})

describe('行政许可法-32(4): five days without a word, and the application counts as accepted from receipt', () => {
  const received = caseIn('RECEIVED', { receivedOn: on('2026-11-06') })
  test('a notice on the fifth working day still comes before acceptance', () => {
    const told = decide(received, { kind: 'NOTICE', ...full, on: on('2026-11-13') })
    expect(told.ok && told.value.acceptedOn).toBeUndefined()
  })
  test('a notice on the sixth leaves it accepted since receipt, and pauses the clock that has been running', () => {
    const told = decide(received, { kind: 'NOTICE', ...full, on: on('2026-11-16') })
    expect(told).toMatchObject({
      ok: true,
      value: { state: 'SUPPLEMENT', acceptedOn: '2026-11-06', statutoryWd: 20, supplementSince: '2026-11-16' },
    })
    if (!told.ok) return
    const back = decide({ ...received, ...told.value }, { kind: 'SUPPLEMENTED', on: on('2026-11-20') })
    expect(back).toMatchObject({
      ok: true,
      value: { state: 'ACCEPTED', pauses: [{ from: '2026-11-16', to: '2026-11-20', kind: 'SUPPLEMENT' }] },
    })
  })
  test('then it can no longer be turned away, only decided', () =>
    expect(decide(received, { kind: 'NOT_ACCEPT', ...full, on: on('2026-11-16') })).toEqual(
      refusal('DEEMED_ACCEPTED', { received: '2026-11-06' }),
    ))
})

test('行政许可法-45: a special procedure says how long it takes', () =>
  expect(decide(accepted(), { kind: 'SPECIAL', ...full, limitWd: null })).toEqual(refusal('LIMIT_MISSING')))

describe('steps recorded late', () => {
  test('count from their own days, not from the day of the move', () => {
    const days = { receivedOn: on('2026-11-02'), acceptedOn: on('2026-11-04') }
    expect(decide(caseIn('READY'), { kind: 'FINISH', on: day, ...days })).toMatchObject({
      value: { ...days, finishedOn: day, state: 'DONE' },
    })
    expect(
      decide(caseIn('READY'), { kind: 'ACCEPT', on: on('2026-11-04'), receivedOn: days.receivedOn }),
    ).toMatchObject({
      value: { ...days, state: 'ACCEPTED' },
    })
  })

  test('accepted after the five days counts from receipt all the same', () => {
    const late = { receivedOn: on('2026-11-02'), acceptedOn: on('2026-11-16') }
    expect(decide(caseIn('READY'), { kind: 'FINISH', on: day, ...late })).toMatchObject({
      value: { receivedOn: '2026-11-02', acceptedOn: '2026-11-02' },
    })
  })

  test('a day before the calendar names its field', () => {
    expect(decide(caseIn('READY'), { kind: 'ACCEPT', on: day, receivedOn: on('1999-01-04') })).toEqual(
      refusal('CALENDAR_MISSING', { year: 1999, field: 'receivedOn' }),
    )
  })
})

test('a term only the form can say is awaited until it is said', () => {
  expect(awaitedTerm('FINISH_TOL', {})).toBe('dueOn')
  expect(awaitedTerm('FINISH_TOL', { dueOn: on('2026-12-07') })).toBeNull()
  expect(awaitedTerm('SPECIAL', { limitWd: null })).toBe('limitWd')
  expect(awaitedTerm('EXTEND', { days: 3 })).toBeNull()
  // A notice has the rules' own period where it names none.
  expect(awaitedTerm('NOTICE', {})).toBeNull()
})
