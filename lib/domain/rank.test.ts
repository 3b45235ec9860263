import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEWEST_DUE, type RankRow, rank } from './rank'

const ranked = (rows: readonly RankRow[]) => {
  const result = rank(rows)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const anyRows = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,6}$/),
    score: fc.integer({ min: 850, max: 880 }).map((n) => (n / 10).toFixed(1)),
    due: fc.nat(6),
  }),
  { selector: (row) => row.id, maxLength: 30 },
)
const runs = { numRuns: 1000 }

describe('the ranking of a month', () => {
  test('equal scores share a rank, and the next one is skipped', () => {
    const rows = [
      { id: '王', score: '76.8', due: 3 },
      { id: '李', score: '89.1', due: 60 },
      { id: '陈', score: '89.10', due: 12 },
      { id: '赵', score: '95.9', due: 2 },
    ]
    expect(ranked(rows)).toEqual([
      { id: '李', rank: 1 },
      { id: '陈', rank: 1 },
      { id: '王', rank: 3 },
      { id: '赵', rank: null },
    ])
  })

  test('is by one decimal, half up', () => {
    expect(
      ranked([
        { id: 'b', score: '88.04', due: 3 },
        { id: 'a', score: '88.05', due: 3 },
      ]).map((r) => r.rank),
    ).toEqual([1, 2])
    expect(
      ranked([
        { id: 'b', score: '88.14', due: 3 },
        { id: 'a', score: '88.05', due: 3 },
      ]).map((r) => r.rank),
    ).toEqual([1, 1])
  })

  test('a score that is no number is refused', () =>
    expect(rank([{ id: 'a', score: 'n/a', due: 9 }])).toEqual({ ok: false, error: { code: 'SCORE_INVALID', id: 'a' } }))

  test('does not depend on the order the rows come in', () => {
    const shuffled = anyRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    )
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(ranked(others)).toEqual(ranked(rows))
      }),
      runs,
    )
  })

  test('a rank is one more than the number of better ones; too few items have none', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const counted = rows.filter((row) => row.due >= FEWEST_DUE)
        const found = new Map(ranked(rows).map((row) => [row.id, row.rank]))
        for (const row of rows) {
          const better = counted.filter((other) => Number(other.score) > Number(row.score)).length
          expect(found.get(row.id)).toBe(row.due >= FEWEST_DUE ? better + 1 : null)
        }
      }),
      runs,
    )
  })

  test('a better score never gets a lower place', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), fc.integer({ min: 1, max: 50 }), (rows, at, gain) => {
        fc.pre(rows.length > 0)
        const chosen = rows[at % rows.length]
        if (!chosen) return
        const improved = rows.map((row) =>
          row === chosen ? { ...row, score: (Number(row.score) + gain / 10).toFixed(1) } : row,
        )
        const placeIn = (list: readonly RankRow[]) => ranked(list).find((row) => row.id === chosen.id)?.rank ?? 0
        expect(placeIn(improved)).toBeLessThanOrEqual(placeIn(rows))
      }),
      runs,
    )
  })
})
