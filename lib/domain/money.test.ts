import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basisPoints, FEN_PER_WAN, fenOfWan } from './money'

describe('amounts', () => {
  test.each([
    ['0', 0n],
    ['1234.56', 1_234_560_000n],
    ['0.000001', 1n],
    ['-3.5', -3_500_000n],
    [' 280000 ', 280_000_000_000n],
    ['999999999999.999999', 999_999_999_999_999_999n],
  ])('%s 万元 is %s 分', (text, fen) => expect(fenOfWan(text)).toBe(fen))
  test.each(['', '1,234', '1.', '.5', '1e4', '0.0000001', '1234567890123', '万', '１２', '--1', 'NaN'])(
    '%j is not understood',
    (text) => expect(fenOfWan(text)).toBeNull(),
  )
  test('are exact, however they are written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (fen) => {
        const size = fen < 0n ? -fen : fen
        const text = `${fen < 0n ? '-' : ''}${size / FEN_PER_WAN}.${String(size % FEN_PER_WAN).padStart(6, '0')}`
        expect(fenOfWan(text)).toBe(fen)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('shares', () => {
  test.each([
    [61n, 142n, 4296],
    [1n, 3n, 3333],
    [2n, 3n, 6667],
    [1n, 20_000n, 1],
    [1n, 20_001n, 0],
    [142n, 142n, 10_000],
    [3n, 2n, 15_000],
  ])('%s of %s is %i hundredths of a percent', (part, whole, expected) =>
    expect(basisPoints(part, whole)).toBe(expected),
  )
  test('of nothing are nothing to speak of', () => expect(basisPoints(0n, 0n)).toBeNull())
})
