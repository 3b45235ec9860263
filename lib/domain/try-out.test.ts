import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { shorteningKey, shorteningsOf } from './shortening'
import { reachOf, type TrialItem, tryOut } from './try-out'
import type { ForecastGround } from './what-if'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const ground: ForecastGround = {
  today: on('2026-03-02'),
  edges: { GC02: ['GC01'], SG04: ['GC02', 'SG02'] },
  conditions: ['SG04'],
  target: null,
  calendar,
  works: null,
}
const item = (code: string, remainingWd: number, changes: Partial<TrialItem> = {}): TrialItem => ({
  code,
  status: 'open',
  remainingWd,
  promisedWd: remainingWd,
  running: false,
  finishedOn: null,
  planFinishOn: null,
  group: null,
  tolerance: false,
  commitment: false,
  ...changes,
})
const items = [
  item('GC01', 12),
  item('GC02', 7, { tolerance: true, commitment: true }),
  item('SG02', 5),
  item('SG04', 3),
]
const keys = () => {
  const found = shorteningsOf(items, ground)
  return found.ok ? found.value.map(shorteningKey) : []
}

describe('several ways and facts tried together', () => {
  test('nothing tried moves nothing', () => {
    const tried = tryOut(items, [], [], ground)
    expect(tried).toMatchObject({ ok: true, value: { construction: null, production: null, items: [], broken: [] } })
  })
  test('days saved together are counted once, and a fact stands over a way', () => {
    expect(keys()).toEqual(['TOLERANCE.GC02', 'COMMITMENT.GC02'])
    const days = (ways: readonly string[], more = 0) => {
      const changes = more ? [{ kind: 'LONGER' as const, code: 'GC01', days: more }] : []
      const tried = tryOut(items, ways, changes, ground)
      return tried.ok ? (tried.value.construction?.days ?? 0) : null
    }
    expect(days(['TOLERANCE.GC02'])).toBe(-7)
    expect(days(['COMMITMENT.GC02'])).toBe(-6)
    expect(days(['COMMITMENT.GC02', 'TOLERANCE.GC02'])).toBe(-7)
    expect(days(['TOLERANCE.GC02'], 2)).toBe(-5)
  })
  test('a way nobody offers changes nothing', () =>
    expect(tryOut(items, ['REGION.LX07', 'TOLERANCE.SG99', ''], [], ground)).toMatchObject({
      value: { construction: null },
    }))
  test('what is not there, or done, is not tried', () => {
    expect(tryOut(items, [], [{ kind: 'ABSENT', code: 'SG99' }], ground)).toMatchObject({
      error: { code: 'ITEM_UNKNOWN' },
    })
    const done = [...items.slice(1), item('GC01', 0, { status: 'finished' })]
    expect(tryOut(done, [], [{ kind: 'LONGER', code: 'GC01', days: 1 }], ground)).toMatchObject({
      error: { code: 'ITEM_FINISHED' },
    })
  })
})

describe('how much hangs on one item', () => {
  test('a day less, everything less, a day more', () => {
    expect(reachOf(items, 'GC01', ground)).toEqual({ earlier: 1, most: 12, later: 1 })
    // Beside the line: only what is over the slack counts.
    expect(reachOf(items, 'SG02', ground)).toEqual({ earlier: 0, most: 0, later: 0 })
  })
  test('of two lines of the same length one alone wins nothing', () =>
    expect(reachOf([item('GC02', 7), item('SG02', 7), item('SG04', 3)], 'GC02', ground)).toEqual({
      earlier: 0,
      most: 0,
      later: 1,
    }))
  test('what is due has nothing left to win, and every day more costs one', () =>
    expect(reachOf([item('GC02', 0, { running: true }), item('SG04', 3)], 'GC02', ground)).toEqual({
      earlier: 0,
      most: 0,
      later: 1,
    }))
  test('never more is won than there is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), (days) => {
        const some = items.map((one, i) => ({ ...one, remainingWd: days[i] ?? 0 }))
        return some.every((one) => {
          const reach = reachOf(some, one.code, ground)
          return reach !== null && reach.most <= one.remainingWd && reach.earlier <= 1 && reach.later <= 1
        })
      }),
      { numRuns: 60 },
    )
  })
})
