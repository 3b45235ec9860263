import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import type { Edges } from './procedure-graph'
import { PUBLISHED_YEARS } from './published-years'
import { type CatalogueTerms, shorteningsOf } from './shortening'
import type { ForecastGround } from './what-if'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const item = (code: string, remainingWd: number, changes: Partial<CatalogueTerms> = {}): CatalogueTerms => ({
  code,
  status: 'open',
  remainingWd,
  running: false,
  finishedOn: null,
  planFinishOn: null,
  group: null,
  tolerance: false,
  commitment: false,
  ...changes,
})
const ground = (edges: Edges, conditions: readonly string[] = ['SG04']): ForecastGround => ({
  today: on('2026-03-02'),
  edges,
  conditions,
  target: null,
  calendar,
  works: null,
})
const found = (items: readonly CatalogueTerms[], at: ForecastGround) => {
  const result = shorteningsOf(items, at)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const told = (items: readonly CatalogueTerms[], at: ForecastGround) =>
  found(items, at).map(({ kind, codes, construction }) => [kind, codes.join(' '), construction])

describe('what shortens the way to the start', () => {
  test('R6 告知承诺: decided directly where the catalogue allows it, and not once it is filed', () => {
    const edges = { SG04: ['GC02'] }
    const items = [item('GC02', 7, { commitment: true }), item('SG04', 3)]
    expect(found(items, ground(edges))).toEqual([
      {
        kind: 'COMMITMENT',
        codes: ['GC02'],
        construction: 6,
        production: 6,
        basis: ['河南省优化营商环境条例-34'],
      },
    ])
    expect(told([item('GC02', 7, { commitment: true, running: true }), item('SG04', 3)], ground(edges))).toEqual([])
  })
  test('R5 容缺受理: accepted beside what it waits for, decided not before that is there', () => {
    const edges = { GC02: ['GC01'], SG04: ['GC02'] }
    const items = [item('GC01', 12), item('GC02', 7, { tolerance: true }), item('SG04', 3)]
    // Seven days beside twelve instead of after them.
    expect(told(items, ground(edges))).toEqual([['TOLERANCE', 'GC02', 7]])
  })
  test('R7 区域评估: an area-wide study stands for that of the project', () => {
    const edges = { LX08: ['LX06', 'LX07'], SG04: ['LX08'] }
    const items = [item('LX06', 7), item('LX07', 36), item('LX08', 35), item('SG04', 3)]
    expect(found(items, ground(edges))).toMatchObject([
      { kind: 'REGION', codes: ['LX07'], construction: 29, basis: ['河南省优化营商环境条例-43'] },
    ])
  })
  test('R12 联合审图: the fire review is part of the drawing review, 71 days become 69', () => {
    const edges = { SG02: ['GC03'], SG03: ['GC03'], SG04: ['SG02', 'SG03'] }
    const items = [
      item('GC03', 61),
      item('SG02', 5, { group: 'G7' }),
      item('SG03', 7, { group: 'G7' }),
      item('SG04', 3),
    ]
    expect(found(items, ground(edges))).toMatchObject([
      { kind: 'JOINT', codes: ['SG03', 'SG02'], construction: 2, basis: ['消防设计审查验收规定-24'] },
    ])
  })
  test('items of one group run beside each other', () => {
    const edges = { LX05: ['LX03'], SG04: ['LX05'] }
    const items = [item('LX03', 5, { group: 'G1' }), item('LX05', 7, { group: 'G1' }), item('SG04', 3)]
    expect(told(items, ground(edges))).toEqual([['JOINT', 'LX05 LX03', 5]])
  })
  test('what is not on the way is not suggested, the most saved first', () => {
    const edges = { SG04: ['A', 'B', 'C'], B: ['A'] }
    const items = [
      item('A', 10, { commitment: true }),
      item('B', 4, { commitment: true }),
      item('C', 3, { commitment: true }),
      item('SG04', 3),
    ]
    expect(told(items, ground(edges))).toEqual([
      ['COMMITMENT', 'A', 9],
      ['COMMITMENT', 'B', 3],
    ])
  })
})

const CODES = ['LX07', 'B', 'SG02', 'SG03', 'E', 'SG04']
test('whatever the graph, what is suggested saves at least a day and never more than there is to wait', () => {
  const anyItems = fc
    .tuple(...CODES.map((code, i) => fc.tuple(fc.constant(code), fc.nat(30), fc.subarray(CODES.slice(0, i)))))
    .chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.tuple(
          ...all.map(() =>
            fc.record({
              group: fc.constantFrom(null, 'G7'),
              tolerance: fc.boolean(),
              commitment: fc.boolean(),
              running: fc.boolean(),
            }),
          ),
        ),
      ),
    )
  fc.assert(
    fc.property(anyItems, ([all, terms]) => {
      const items = all.map(([code, days], i) => item(code, days, terms[i]))
      const whole = all.reduce((sum, [, days]) => sum + days, 0)
      const edges = Object.fromEntries(all.map(([code, , before]) => [code, before]))
      for (const { construction, production, codes } of found(items, ground(edges))) {
        expect(construction + production).toBeGreaterThan(0)
        expect(Math.max(construction, production)).toBeLessThanOrEqual(whole)
        expect(items.find(({ code }) => code === codes[0])?.running).toBe(false)
      }
    }),
    { numRuns: 500 },
  )
})
