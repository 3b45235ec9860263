import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import { moveUpgrade, type SubsidyRule, subsidyOf, UPGRADE_STATES, upgradeMoves } from './upgrade'

const WAN = 1_000_000n
/** 郑州 2024: 15 % of the total, at most 1000万元, from 1亿元, done by the end of 2026 (X36). */
const POINT: SubsidyRule = {
  validFrom: on('2024-01-01'),
  validTo: on('2026-12-31'),
  basis: 'TOTAL',
  rateBp: 1500,
  capFen: 1000n * WAN,
  leastFen: 10_000n * WAN,
  kinds: [],
}
const one = { kinds: ['SMART' as const], equipmentFen: 6000n * WAN, totalFen: 12_000n * WAN, endOn: on('2026-10-31') }
const code = (rule: SubsidyRule, of = one) => {
  const said = subsidyOf(rule, of)
  return said.ok ? said.value.fen / WAN : said.error.code
}

describe('what a policy would give', () => {
  test('is its share of the base, and the cap where that is more', () => {
    expect(subsidyOf(POINT, one)).toEqual({
      ok: true,
      value: { fen: 1000n * WAN, baseFen: 12_000n * WAN, rateBp: 1500, capFen: 1000n * WAN, capped: true },
    })
    expect(code({ ...POINT, capFen: 2000n * WAN })).toBe(1800n)
    expect(code({ ...POINT, capFen: null })).toBe(1800n)
    // Exactly the cap is not capped.
    expect(subsidyOf({ ...POINT, capFen: 1800n * WAN }, one)).toMatchObject({ value: { capped: false } })
    expect(code({ ...POINT, basis: 'EQUIPMENT', rateBp: 1000, leastFen: null })).toBe(600n)
  })
  test('is nothing below its least total, outside its days, or for another kind', () => {
    expect(code(POINT, { ...one, totalFen: 9_999n * WAN })).toBe('SUBSIDY_LEAST')
    expect(code(POINT, { ...one, endOn: on('2027-01-01') })).toBe('SUBSIDY_OUTSIDE')
    expect(code({ ...POINT, validTo: null }, { ...one, endOn: on('2027-01-01') })).toBe(1000n)
    expect(code(POINT, { ...one, endOn: null as never })).toBe('SUBSIDY_DAY_UNKNOWN')
    expect(code({ ...POINT, kinds: ['GREEN'] })).toBe('SUBSIDY_KIND')
  })
  test('never beats its cap or its base, and of nothing is nothing', () => {
    const money = fc.bigInt({ min: 0n, max: 1_000_000n * WAN })
    fc.assert(
      fc.property(money, money, fc.integer({ min: 1, max: 10_000 }), (base, cap, rateBp) => {
        const said = subsidyOf(
          { ...POINT, leastFen: null, rateBp, capFen: cap },
          { ...one, equipmentFen: 0n, totalFen: base },
        )
        if (!said.ok) throw new Error(said.error.code)
        expect(said.value.fen <= cap && said.value.fen <= base).toBe(true)
        if (base === 0n) expect(said.value.fen).toBe(0n)
      }),
    )
  })
})

describe('an upgrade', () => {
  test('goes one step at a time, a diagnosis may be left out', () => {
    expect(moveUpgrade('RESERVE', { kind: 'FILE' })).toMatchObject({ value: 'FILED' })
    expect(moveUpgrade('RESERVE', { kind: 'START' })).toMatchObject({ error: { code: 'UPGRADE_MOVE_ILLEGAL' } })
    expect(UPGRADE_STATES.map((state) => upgradeMoves(state).length)).toEqual([3, 2, 2, 2, 2, 0, 0])
  })
  test('is paid with an amount and leaves with a reason', () => {
    expect(moveUpgrade('ACCEPTED', { kind: 'PAY' })).toMatchObject({ error: { code: 'UPGRADE_PAID_MISSING' } })
    expect(moveUpgrade('ACCEPTED', { kind: 'PAY', paidFen: 1n })).toMatchObject({ value: 'PAID' })
    expect(moveUpgrade('FILED', { kind: 'WITHDRAW', text: ' ' })).toMatchObject({
      error: { code: 'UPGRADE_WHY_MISSING' },
    })
  })
})
