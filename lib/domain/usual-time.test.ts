import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareFractions, toFixedDecimal, whole } from './decimal'
import { ENOUGH, usualByPair, usualTime } from './usual-time'

const told = (days: readonly number[]) => {
  const usual = usualTime(days)
  return usual.enough ? [toFixedDecimal(usual.median, 1), usual.p80] : usual.n
}

describe('what is usual', () => {
  test.each([
    [[], 0],
    [[9, 9, 9, 9], 4],
    [
      [10, 1, 3, 2, 4],
      ['3.0', 4],
    ],
    [
      [1, 2, 3, 4, 5, 100],
      ['3.5', 5],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      ['5.5', 8],
    ],
  ])('%j', (days, expected) => expect(told(days)).toEqual(expected))

  test('half of the cases lie on each side of the median, and four of five do not exceed the P80, which is one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90), { minLength: ENOUGH, maxLength: 40 }), (days) => {
        const usual = usualTime(days)
        if (!usual.enough) throw new Error('enough cases')
        const { median, p80, n } = usual
        const at = (test: (day: number) => boolean) => days.filter(test).length
        expect(at((d) => compareFractions(whole(d), median) <= 0) * 2).toBeGreaterThanOrEqual(n)
        expect(at((d) => compareFractions(whole(d), median) >= 0) * 2).toBeGreaterThanOrEqual(n)
        expect(days).toContain(p80)
        expect(at((d) => d <= p80) * 5).toBeGreaterThanOrEqual(4 * n)
        expect(at((d) => d < p80) * 5).toBeLessThan(4 * n)
      }),
    )
  })

  test('is told for an item with one agency, never for two together', () => {
    const cases = [3, 4, 5, 6, 7].map((days) => ({ code: 'GC02', agency: '自然资源和规划局', days }))
    expect(usualByPair([{ code: 'GC02', agency: '住建局', days: 40 }, ...cases])).toEqual([
      { code: 'GC02', agency: '住建局', usual: { enough: false, n: 1 } },
      { code: 'GC02', agency: '自然资源和规划局', usual: { enough: true, n: 5, median: { n: 5n, d: 1n }, p80: 6 } },
    ])
  })
})
