import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ISSUE_SOURCES, ISSUE_STATES, type IssueSource, type IssueState } from './issue'
import { countBySource, solvedRate } from './rate'

const many = (n: number, state: IssueState, source: IssueSource = 'ASSISTANCE', understood = false) =>
  Array.from({ length: n }, () => ({ source, state, understood }))
const rateOf = (...groups: ReturnType<typeof many>[]) => {
  const counts = countBySource(groups.flat()).get('ASSISTANCE')
  const rate = counts && solvedRate(counts)
  return rate ? [rate.strict.percent, rate.loose.percent] : null
}

describe('how many are solved', () => {
  test('万人助万企: 201 of 205 are 98.0 %, 200 are not', () => {
    expect(rateOf(many(201, 'SOLVED'), many(4, 'IN_HAND'))).toEqual(['98.0', '98.0'])
    expect(rateOf(many(200, 'SOLVED'), many(5, 'IN_HAND'))).toEqual(['97.6', '97.6'])
  })
  test('an explanation counts in the loose rate where the enterprise understands it', () =>
    expect(
      rateOf(many(6, 'SOLVED'), many(2, 'EXPLAINED', 'ASSISTANCE', true), many(1, 'EXPLAINED'), many(1, 'UNSOLVABLE')),
    ).toEqual(['60.0', '80.0']))
  test('what was withdrawn or is not the government’s is not divided by', () => {
    expect(rateOf(many(1, 'SOLVED'), many(1, 'WITHDRAWN'), many(1, 'OUTSIDE'), many(1, 'TO_CONFIRM'))).toEqual([
      '50.0',
      '50.0',
    ])
    expect(rateOf(many(3, 'WITHDRAWN'))).toBeNull()
  })
  test('two ledgers are never one figure: 286 and 205 stay apart', () => {
    const counts = countBySource([...many(286, 'SOLVED', 'WALKTHROUGH'), ...many(205, 'SOLVED')])
    expect([...counts].map(([source, { total }]) => [source, total])).toEqual([
      ['WALKTHROUGH', 286],
      ['ASSISTANCE', 205],
    ])
  })
  test('every problem is in one count, alike ones may be counted at once, and the strict rate is the smaller one', () => {
    const anyIssues = fc.array(
      fc.record({
        source: fc.constantFrom(...ISSUE_SOURCES),
        state: fc.constantFrom(...ISSUE_STATES),
        understood: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(anyIssues, (issues) => {
        const counts = countBySource(issues)
        for (const [source, { total, source: _, ...parts }] of counts) {
          expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(total)
          expect(total).toBe(issues.filter((issue) => issue.source === source).length)
          const rate = solvedRate({ source, total, ...parts })
          if (rate) expect(rate.strict.part).toBeLessThanOrEqual(rate.loose.part)
        }
        const tripled = countBySource(issues.map((issue) => ({ ...issue, n: 3 })))
        for (const [source, { total }] of counts) expect(tripled.get(source)?.total).toBe(3 * total)
      }),
    )
  })
})
