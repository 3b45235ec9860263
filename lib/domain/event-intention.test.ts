import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueMark, type Follow, type FollowKind, followMarks, followRefusal, intentionStand } from './event-intention'
import { addDays, on } from './plain-date'

const SIGNED = on('2026-08-20')
const wan = (n: number) => BigInt(n) * 1_000_000n
const follow = (kind: FollowKind, day: string, amount: number | null = null, isVoid = false): Follow => ({
  kind,
  on: on(day),
  amountFen: amount === null ? null : wan(amount),
  void: isVoid,
})

describe('the 30th, 60th and 90th day', () => {
  const due = (follows: readonly Follow[], day: string) => dueMark(followMarks(SIGNED, follows, on(day)))?.days ?? null
  test('are calendar days after the event, its own day not counted', () =>
    expect(followMarks(SIGNED, [], SIGNED).map(({ dueOn }) => dueOn)).toEqual([
      '2026-09-19',
      '2026-10-19',
      '2026-11-18',
    ]))
  test.each([
    ['the day before', '2026-09-18', null],
    ['the 30th day, a Saturday', '2026-09-19', 30],
    ['still unanswered after 60', '2026-10-19', 60],
    ['still unanswered after 90', '2026-11-18', 90],
  ])('are due from their day on: %s', (_, day, days) => expect(due([], day)).toBe(days))
  test('are answered by whatever is recorded on the day or after it, not before it', () => {
    expect(due([follow('NOTE', '2026-09-18')], '2026-09-20')).toBe(30)
    expect(due([follow('NOTE', '2026-09-19')], '2026-09-20')).toBe(null)
    expect(due([follow('NOTE', '2026-09-19')], '2026-10-19')).toBe(60)
  })
  test('a record made void answers nothing', () =>
    expect(due([follow('NOTE', '2026-09-21', null, true)], '2026-09-22')).toBe(30))
  test('what lapsed or has been paid in full is asked about no more', () => {
    expect(due([follow('LAPSE', '2026-09-01')], '2026-11-20')).toBe(null)
    const paid = [follow('GRANT', '2026-09-01', 300), follow('PAY_NEW', '2026-09-02', 300)]
    expect(due(paid, '2026-11-20')).toBe(null)
    expect(due([follow('GRANT', '2026-09-01', 300), follow('PAY_NEW', '2026-09-02', 200)], '2026-11-20')).toBe(90)
  })
})

describe('what became of an intention', () => {
  const follows = [
    follow('GRANT', '2026-09-20', 600),
    follow('GRANT', '2026-10-01', 500),
    follow('PAY_NEW', '2026-10-05', 200),
    follow('PAY_RENEWED', '2026-10-06', 100),
    follow('PAY_NEW', '2026-10-07', 50, true),
  ]
  test('keeps every kind of money by itself; the last grant is the credit, a void payment counts for nothing', () =>
    expect(intentionStand(follows, on('2026-10-31'))).toEqual({
      state: 'PAID',
      grantedFen: wan(500),
      paidNewFen: wan(200),
      paidRenewedFen: wan(100),
    }))
  test('is told as of a day: later records do not count', () => {
    expect(intentionStand(follows, on('2026-09-30'))).toMatchObject({ state: 'GRANTED', grantedFen: wan(600) })
    expect(intentionStand(follows, SIGNED)).toMatchObject({ state: 'INTENDED', grantedFen: 0n })
  })
})

describe('what cannot be recorded', () => {
  const today = on('2026-11-23')
  const refused = (
    follows: readonly Follow[],
    kind: FollowKind,
    { on: day = '2026-11-23', wan: amount = null as number | null, text = '' } = {},
  ) =>
    followRefusal(SIGNED, follows, { kind, on: on(day), amountFen: amount === null ? null : wan(amount), text }, today)
      ?.code ?? null
  const granted = [follow('GRANT', '2026-09-20', 500)]
  test('a day to come, or before the event', () => {
    expect(refused([], 'GRANT', { on: '2026-11-24', wan: 1 })).toBe('EVENT_FOLLOW_AHEAD')
    expect(refused([], 'GRANT', { on: '2026-08-19', wan: 1 })).toBe('EVENT_FOLLOW_EARLY')
  })
  test('money without an amount, a note without words', () => {
    expect(refused([], 'GRANT')).toBe('EVENT_AMOUNT_NONE')
    expect(refused([], 'NOTE')).toBe('EVENT_FOLLOW_TEXT')
    expect(refused([], 'NOTE', { text: '尽调' })).toBe(null)
  })
  test('a payment before a credit, or beyond it, whether new or renewed', () => {
    expect(refused([], 'PAY_NEW', { wan: 100 })).toBe('EVENT_NOT_GRANTED')
    expect(refused(granted, 'PAY_NEW', { wan: 500 })).toBe(null)
    const paid = [...granted, follow('PAY_RENEWED', '2026-10-01', 200)]
    expect(refused(paid, 'PAY_NEW', { wan: 301 })).toBe('EVENT_PAID_OVER')
    expect(refused(paid, 'GRANT', { wan: 199 })).toBe('EVENT_GRANT_UNDER_PAID')
    expect(refused(paid, 'LAPSE', { text: '不要了' })).toBe('EVENT_PAID_ALREADY')
  })
  test('anything once it lapsed, until that is made void', () => {
    expect(refused([follow('LAPSE', '2026-09-25')], 'GRANT', { wan: 1 })).toBe('EVENT_LAPSED')
    expect(refused([follow('LAPSE', '2026-09-25', null, true)], 'GRANT', { wan: 1 })).toBe(null)
  })
})

test('whatever is allowed in whatever order, payments never exceed the credit', () => {
  const step = fc.record({
    kind: fc.constantFrom<FollowKind>('GRANT', 'PAY_NEW', 'PAY_RENEWED', 'LAPSE', 'NOTE'),
    amount: fc.integer({ min: 0, max: 50 }),
    after: fc.integer({ min: 0, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let day = SIGNED
      const follows: Follow[] = []
      for (const { kind, amount, after } of steps) {
        day = addDays(day, after)
        const amountFen = kind === 'LAPSE' || kind === 'NOTE' ? null : BigInt(amount)
        if (followRefusal(SIGNED, follows, { kind, on: day, amountFen, text: '—' }, day) === null)
          follows.push({ kind, on: day, amountFen, void: false })
      }
      const { grantedFen, paidNewFen, paidRenewedFen } = intentionStand(follows, day)
      return paidNewFen + paidRenewedFen <= grantedFen
    }),
  )
})
