import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEVELS } from './level-scale'
import { dealClocks, wantsMove } from './whose-move'

describe('whose move it is', () => {
  test('equal things are in the same list, whatever else their project has', () => {
    const clocks = [
      { id: 'leads', projectId: 'a', level: 'RED' },
      { id: 'second', projectId: 'a', level: 'BLUE' },
      { id: 'alone', projectId: 'b', level: 'BLUE' },
      { id: 'quiet', projectId: 'a', level: 'GREEN' },
      { id: 'paused', projectId: 'b', level: 'GREY' },
    ] as const
    const { beside, elsewhere } = dealClocks(clocks, new Set(['leads']))
    expect([...beside].map(([project, list]) => [project, list.map((c) => c.id)])).toEqual([
      ['a', ['second']],
      ['b', ['alone']],
    ])
    expect(elsewhere.map((c) => c.id)).toEqual(['quiet', 'paused'])
  })

  test('every clock is in one list or speaks for its project, and its colour alone decides which', () => {
    const clock = fc.record({
      id: fc.uuid(),
      projectId: fc.constantFrom('a', 'b', 'c'),
      level: fc.constantFrom(...LEVELS),
    })
    fc.assert(
      fc.property(fc.uniqueArray(clock, { selector: (c) => c.id }), (clocks) => {
        const leading = new Set(clocks.filter((c, i) => i % 3 === 0 && wantsMove(c.level)).map((c) => c.id))
        const { beside, elsewhere } = dealClocks(clocks, leading)
        const above = [...beside.values()].flat()
        expect(above.every((c) => wantsMove(c.level))).toBe(true)
        expect(elsewhere.some((c) => wantsMove(c.level))).toBe(false)
        expect(above.length + elsewhere.length + leading.size).toBe(clocks.length)
      }),
    )
  })
})
