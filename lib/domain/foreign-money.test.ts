import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURRENCIES, doubtForeign, exactHundredths, readForeignMoney } from './foreign-money'

const code = (typed: string, currency: (typeof CURRENCIES)[number] = 'USD') => {
  const read = readForeignMoney(typed, currency)
  return read.ok ? read.value : read.error.code
}

describe('foreign money as it is typed', () => {
  test.each([
    ['7241万美元', 7_241_000_000n],
    ['7241万', 7_241_000_000n],
    ['7,241万', 7_241_000_000n],
    ['72410000', 7_241_000_000n],
    ['72,410,000.50 USD', 7_241_000_050n],
    ['0.7241亿', 7_241_000_000n],
    ['7241万美元', 7_241_000_000n],
  ])('%s', (typed, minor) => expect(code(typed)).toBe(minor))

  test('yuan is refused, and so is another currency than the chosen one, and a sum of two', () => {
    expect(code('7241万元')).toBe('FOREIGN_IS_YUAN')
    expect(code('人民币500万')).toBe('FOREIGN_IS_YUAN')
    expect(code('¥500')).toBe('FOREIGN_IS_YUAN')
    expect(code('500万欧元')).toBe('FOREIGN_MIXED')
    expect(code('7241万美元+500万元')).toBe('FOREIGN_MIXED')
    expect(code('7241万美元和500万欧元')).toBe('FOREIGN_MIXED')
  })

  test('what is no amount is refused', () => {
    for (const typed of ['', '若干', '-5', '0', '1.2.3', '0.001', '九十'])
      expect(code(typed)).toBe('FOREIGN_UNREADABLE')
    expect(code('9999999999999')).toBe('FOREIGN_TOO_LARGE')
  })

  test('a bare small number is asked about once, and the tick stands for that figure only', () => {
    const asked = doubtForeign(50_000n, 'EUR', undefined)
    expect(asked).toMatchObject({ code: 'FOREIGN_LIKELY_WAN', n: '500', currency: 'EUR', field: 'amount' })
    const tick = String(asked?.confirm)
    expect(doubtForeign(50_000n, 'EUR', tick)).toBeNull()
    expect(doubtForeign(60_000n, 'EUR', tick)).not.toBeNull()
    expect(doubtForeign(50_000n, 'USD', tick)).not.toBeNull()
    expect(doubtForeign(1_000_000n, 'EUR', undefined)).toBeNull()
  })

  test('what a form shows is read back the same', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10_000_000_000_000n), fc.constantFrom(...CURRENCIES), (minor, currency) => {
        expect(readForeignMoney(exactHundredths(minor), currency)).toEqual({ ok: true, value: minor })
      }),
    )
  })
})
