import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import { canPush, checkParty, movePromotion, PROMOTION_STATES, promotionMoves, stateByParties } from './promotion'

const today = on('2026-11-23')
const none = { intendedFen: null, signedFen: null, signedOn: null, paidFen: null, paidOn: null }
const signed = { ...none, signedFen: 500n, signedOn: on('2026-10-01') }
const paid = { ...signed, paidFen: 300n, paidOn: on('2026-11-01') }

describe('a promotion', () => {
  test('is reported once, and taken back with a reason until money has come', () => {
    expect(movePromotion('PROPOSED', { kind: 'REPORT' })).toEqual({ ok: true, value: 'REPORTED' })
    expect(movePromotion('REPORTED', { kind: 'REPORT' })).toMatchObject({ error: { code: 'PROMOTION_MOVE_ILLEGAL' } })
    expect(movePromotion('LISTED', { kind: 'WITHDRAW' })).toMatchObject({ error: { code: 'PROMOTION_WHY_MISSING' } })
    expect(movePromotion('SIGNED', { kind: 'WITHDRAW', text: '投资方改投外区' })).toMatchObject({ value: 'WITHDRAWN' })
    expect(promotionMoves('PAID')).toEqual([])
    expect(PROMOTION_STATES.filter((state) => !canPush(state))).toEqual(['PAID', 'WITHDRAWN'])
  })
  test('says what its parties did and no more', () => {
    expect(stateByParties('LISTED', [])).toBe('LISTED')
    expect(stateByParties('LISTED', [none])).toBe('INTERESTED')
    expect(stateByParties('INTERESTED', [none, signed])).toBe('SIGNED')
    expect(stateByParties('SIGNED', [paid, none])).toBe('PAID')
    // Whoever was interested is struck out: what is left decides.
    expect(stateByParties('SIGNED', [])).toBe('LISTED')
    expect(stateByParties('WITHDRAWN', [paid])).toBe('WITHDRAWN')
    expect(stateByParties('PROPOSED', [none])).toBe('PROPOSED')
  })
})

describe('what a party has paid in', () => {
  test.each([
    ['nothing yet', none, null],
    ['an intention alone', { ...none, intendedFen: 1n }, null],
    ['part of what was signed', paid, null],
    ['more than was signed', { ...paid, paidFen: 501n }, 'PARTY_PAID_OVER'],
    ['without a contract', { ...none, paidFen: 1n, paidOn: today }, 'PARTY_PAID_UNSIGNED'],
    ['signed without a day', { ...none, signedFen: 1n }, 'PARTY_SIGNED_DAY'],
    ['a day ahead', { ...signed, signedOn: on('2026-11-24') }, 'PARTY_DAY_AHEAD'],
  ])('%s', (_, money, code) => {
    const checked = checkParty(money, today)
    expect(checked.ok ? null : checked.error.code).toBe(code)
  })
})
