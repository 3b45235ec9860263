import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelOn } from './level-history'
import { LEVELS, type Level } from './level-scale'
import { on } from './plain-date'
import { type BoardProject, boardOf, hasTurned, hasWorsened, matrixOf, turnedFirst } from './warning-board'

const project = (id: string, group: string | null, was: Level | null, now: Level): BoardProject => ({
  id,
  group,
  was,
  now,
  weeks: [was, now],
})

describe('the colour of a day', () => {
  const turns = [
    { on: on('2026-11-09'), from: 'GREEN', to: 'YELLOW' },
    { on: on('2026-11-16'), from: 'YELLOW', to: 'RED' },
  ] as const
  test.each([
    ['before the first change it is what that change came from', '2026-11-08', 'GREEN'],
    ['on the day of a change it is the new colour', '2026-11-09', 'YELLOW'],
    ['between two changes it stays', '2026-11-15', 'YELLOW'],
    ['after the last change it is the last colour', '2026-11-20', 'RED'],
  ])('%s', (_, day, level) => expect(levelOn(turns, 'RED', on(day))).toBe(level))
  test('what never changed is what it is', () => expect(levelOn([], 'BLUE', on('2026-01-01'))).toBe('BLUE'))
  test('before its first colour it was not there', () =>
    expect(levelOn([{ on: on('2026-11-09'), from: null, to: 'GREY' }], 'GREY', on('2026-11-08'))).toBeNull())
})

describe('the board', () => {
  const projects = [
    project('a', '商贸', 'GREEN', 'RED'),
    project('b', '商贸', 'RED', 'RED'),
    project('c', '健康', 'YELLOW', 'GREEN'),
    project('d', null, null, 'YELLOW'),
  ]
  const names = new Map([
    ['商贸', '2 商贸'],
    ['健康', '1 健康'],
  ])
  test('groups stand in the order of their names, without a group last', () =>
    expect(boardOf(projects, names).groups.map((g) => g.group)).toEqual(['健康', '商贸', null]))
  test('a group counts its colours, what turned, and its weeks', () =>
    expect(boardOf(projects, names).groups[1]).toEqual({
      group: '商贸',
      total: 2,
      counts: { RED: 2, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 },
      turned: { RED: 1, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 },
      weeks: [
        { red: 1, yellow: 0 },
        { red: 2, yellow: 0 },
      ],
    }))
  test('what is new in the library has not turned', () =>
    expect(projects.map(hasTurned)).toEqual([true, false, true, false]))
  test('what became worse comes first', () => expect(turnedFirst(projects).map((p) => p.id)).toEqual(['a', 'c']))
  test('the matrix holds everything that was there', () => {
    const matrix = matrixOf(projects)
    expect([matrix.GREEN.RED, matrix.RED.RED, matrix.YELLOW.GREEN]).toEqual([1, 1, 1])
  })
})

test('groups add up to the total, the matrix to what was there, and the weeks to the colours of their days', () => {
  const level = fc.constantFrom(...LEVELS)
  const any = fc.array(
    fc
      .record({ group: fc.constantFrom('a', 'b', null), was: fc.option(level), now: level })
      .map((p, ...rest): BoardProject => ({ ...p, id: String(rest), weeks: [p.was, p.now] })),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(any, (projects) => {
      const { groups, total } = boardOf(projects, new Map())
      const sum = (pick: (g: (typeof groups)[number]) => number) => groups.reduce((n, g) => n + pick(g), 0)
      expect(sum((g) => g.total)).toBe(projects.length)
      for (const l of LEVELS) {
        expect(sum((g) => g.counts[l])).toBe(total.counts[l])
        expect(sum((g) => g.turned[l])).toBe(total.turned[l])
      }
      const cells = Object.values(matrixOf(projects)).flatMap((row) => Object.values(row))
      expect(cells.reduce((a, b) => a + b, 0)).toBe(projects.filter((p) => p.was !== null).length)
      expect(total.weeks.at(-1)?.red ?? 0).toBe(total.counts.RED)
      const turned = turnedFirst(projects)
      expect(turned.findLastIndex(hasWorsened)).toBe(turned.filter(hasWorsened).length - 1)
    }),
  )
})
