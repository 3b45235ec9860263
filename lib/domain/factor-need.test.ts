import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareFractions, toFixedDecimal, whole } from './decimal'
import {
  aboveNeed,
  committedTooLate,
  FACTOR_KINDS,
  FACTOR_MOVES,
  type FactorMove,
  type FactorNeed,
  gapOf,
  moveFactor,
  movesFrom,
  needDay,
  needOwner,
  raiseNeed,
} from './factor-need'
import { addDays, on, type PlainDate } from './plain-date'

const today = on('2026-11-23')
const NEED: FactorNeed = {
  kind: 'POWER',
  state: 'TO_CHECK',
  unit: '千瓦',
  quantity: '1200.5',
  provided: '0',
  needBy: on('2026-12-31'),
  lead: null,
  committedOn: null,
  alternative: null,
  failedOn: null,
  settledOn: null,
}
const after = (...moves: Omit<FactorMove, 'on'>[]) => {
  let need = NEED
  for (const move of moves) {
    const moved = moveFactor(need, { on: today, ...move })
    if (!moved.ok) throw new Error(moved.error.code)
    need = { ...need, ...moved.value }
  }
  return need
}
const refused = (need: FactorNeed, move: Omit<FactorMove, 'on'>) => {
  const moved = moveFactor(need, { on: today, ...move })
  return moved.ok ? null : moved.error.code
}
const confirm = { kind: 'CONFIRM', lead: '供电公司' } as const

describe('what a project needs', () => {
  test('is confirmed, promised, provided bit by bit, and met once nothing is missing', () => {
    const promised = after(confirm, { kind: 'COMMIT', committedOn: on('2027-01-10') })
    expect([promised.state, committedTooLate(promised)]).toEqual(['IN_HAND', true])
    const partly = after(confirm, { kind: 'PROVIDE', provided: '1000.25' })
    const gap = gapOf(partly)
    expect([partly.state, gap && toFixedDecimal(gap, 2)]).toEqual(['IN_HAND', '200.25'])
    expect(after(confirm, { kind: 'PROVIDE', provided: '1200.50' }).state).toBe('MET')
    expect(after(confirm, { kind: 'PROVIDE', provided: '2000' }).state).toBe('MET')
  })
  test('with more of it than was asked for is asked about, once for each amount', () => {
    const ask = (provided: string, confirmed?: string) => aboveNeed(NEED, provided, confirmed)
    expect(ask('12005')).toMatchObject({ code: 'FACTOR_AMOUNT_ABOVE', confirm: '12005', quantity: '1200.5' })
    expect([ask('12005', '12005'), ask('1200.5'), ask('0')]).toEqual([null, null, null])
    expect(ask('12006', '12005')?.code).toBe('FACTOR_AMOUNT_ABOVE')
  })
  test('is put right with a reason where the amount was wrong, and waits again for what is missing', () => {
    const met = after(confirm, { kind: 'PROVIDE', provided: '12005' })
    expect(refused(met, { kind: 'CORRECT', provided: '500' })).toBe('FACTOR_TEXT_MISSING')
    const right = { kind: 'CORRECT', text: '多输一位' } as const
    expect(after(confirm, { kind: 'PROVIDE', provided: '12005' }, { ...right, provided: '500' })).toMatchObject({
      state: 'IN_HAND',
      provided: '500',
    })
    expect(after(confirm, { kind: 'PROVIDE', provided: '12005' }, { ...right, provided: '1200.5' }).state).toBe('MET')
    const partly = after(confirm, { kind: 'PROVIDE', provided: '1000' })
    expect(refused(partly, { kind: 'PROVIDE', provided: '100' })).toBe('FACTOR_TEXT_MISSING')
    expect(refused(partly, { kind: 'PROVIDE', provided: '100', text: '多输一位' })).toBeNull()
  })
  test('cannot be met: something else instead is named', () => {
    expect(after(confirm, { kind: 'FAIL', text: '自建光伏' })).toMatchObject({
      state: 'UNMET',
      alternative: '自建光伏',
      failedOn: on('2026-11-23'),
      settledOn: null,
    })
    expect(refused(after(confirm), { kind: 'FAIL', text: ' ' })).toBe('FACTOR_TEXT_MISSING')
  })
  test('what its unit said no to is measured from then on, until the office accepts something else', () => {
    const failed = after(confirm, { kind: 'FAIL', text: '自建光伏' })
    expect([needDay(NEED), needDay(failed)]).toEqual(['2026-12-31', '2026-11-23'])
    expect(needDay(after(confirm, { kind: 'FAIL', text: '自建光伏' }, { kind: 'ACCEPT' }))).toBeNull()
    expect([needOwner(NEED, '供电'), needOwner(NEED, null), needOwner(failed, '供电')]).toEqual([
      '供电',
      '领导小组办公室',
      '领导小组办公室',
    ])
    const again = after(confirm, { kind: 'FAIL', text: '自建光伏' }, { kind: 'REOPEN', text: '再试' })
    expect(again).toMatchObject({ state: 'CONFIRMED', alternative: null, failedOn: null })
    expect(refused(failed, { kind: 'REOPEN' })).toBe('FACTOR_TEXT_MISSING')
  })
  test.each([
    ['CONFIRM', {}, 'FACTOR_LEAD_MISSING'],
    ['COMMIT', {}, 'FACTOR_MOVE_ILLEGAL'],
    ['REVOKE', {}, 'FACTOR_TEXT_MISSING'],
  ] as const)('%s %j of a new one is refused: %s', (kind, move, code) =>
    expect(refused(NEED, { kind, ...move })).toBe(code),
  )
  test.each([
    [{ kind: 'COMMIT' }, 'FACTOR_DATE_MISSING'],
    [{ kind: 'COMMIT', committedOn: addDays(today, -1) }, 'FACTOR_DATE_BACK'],
    [{ kind: 'PROVIDE', provided: '很多' }, 'FACTOR_AMOUNT_INVALID'],
    [{ kind: 'PROVIDE', provided: '-1' }, 'FACTOR_AMOUNT_INVALID'],
  ] as const)('%j of a confirmed one is refused: %s', (move, code) => expect(refused(after(confirm), move)).toBe(code))
})

describe('a need that is raised', () => {
  const asked = { kind: 'POWER', unit: '千瓦', quantity: '1200', needBy: today, lead: null } as const
  test('waits to be checked, and nothing of it is there', () =>
    expect(raiseNeed(asked, today)).toMatchObject({ ok: true, value: { state: 'TO_CHECK', provided: '0' } }))
  test('is not late the day it is said', () =>
    expect(raiseNeed({ ...asked, needBy: addDays(today, -1) }, today)).toMatchObject({
      error: { code: 'FACTOR_NEED_PAST' },
    }))
  test('can be confirmed or dropped; one that is settled moves no more', () => {
    const from = (state: FactorNeed['state'], settledOn: PlainDate | null = null) => movesFrom({ state, settledOn })
    expect(from('TO_CHECK')).toEqual(['CONFIRM', 'REVOKE'])
    expect(from('IN_HAND')).toEqual(['COMMIT', 'PROVIDE', 'FAIL', 'REVOKE'])
    expect(from('UNMET')).toEqual(['REVOKE', 'ACCEPT', 'REOPEN'])
    expect(from('UNMET', on('2026-11-24'))).toEqual(['REOPEN'])
    expect(from('MET')).toEqual(['CORRECT'])
    expect(from('REVOKED')).toEqual([])
  })
})

test('whatever is done, a gap is never below nothing; what is met is only corrected with a reason, what is revoked moves no more, what nobody gives is taken up again or dropped', () => {
  const anyMove = fc.record({
    kind: fc.constantFrom(...FACTOR_MOVES),
    lead: fc.constantFrom('供电公司', null),
    committedOn: fc.constantFrom(addDays(today, 9), addDays(today, -9), null),
    provided: fc.constantFrom('0', '12', '1200.5', 'x', null),
    text: fc.constantFrom('因为', ''),
  })
  fc.assert(
    fc.property(fc.constantFrom(...FACTOR_KINDS), fc.array(anyMove, { maxLength: 12 }), (kind, moves) => {
      let need: FactorNeed = { ...NEED, kind }
      for (const move of moves) {
        const moved = moveFactor(need, { on: today, ...move })
        if (need.state === 'REVOKED') expect(moved.ok).toBe(false)
        if (need.state === 'MET' && moved.ok) expect([move.kind, move.text]).toEqual(['CORRECT', '因为'])
        if (need.state === 'UNMET' && moved.ok) expect(['ACCEPT', 'REOPEN', 'REVOKE']).toContain(move.kind)
        if (moved.ok) need = { ...need, ...moved.value }
        const gap = gapOf(need)
        expect(gap && compareFractions(gap, whole(0))).toBeGreaterThanOrEqual(0)
        if (need.state === 'MET') expect(gap?.n).toBe(0n)
      }
    }),
  )
})
