import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeShares } from './whole-shares'

test('whole percents add up to a hundred, and none is off by one or more', () => {
  expect(wholeShares([1, 1, 1])).toEqual([34, 33, 33])
  expect(wholeShares([11, 2, 86])).toEqual([11, 2, 87])
  expect(wholeShares([0, 0])).toEqual([0, 0])
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 6 }), (parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0)
      const shares = wholeShares(parts)
      if (whole > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
      for (const [i, part] of parts.entries())
        if (whole > 0) expect(Math.abs((shares[i] ?? 0) - (part * 100) / whole)).toBeLessThan(1)
    }),
  )
})
