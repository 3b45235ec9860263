import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LedgerHistory, ledgerLevelOn, levelOn } from './level-history'
import { LEVELS, type Level } from './level-scale'
import { on } from './plain-date'
import {
  type BoardCell,
  boardOf,
  hasTurned,
  hasWorsened,
  matrixOf,
  NOW,
  nowCount,
  turnedFirst,
  WAS,
  wasCount,
} from './warning-board'

const cell = (group: string | null, was: Level | null, now: Level | null, n = 1): BoardCell => ({ group, was, now, n })

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

describe('whether a project counts on a day', () => {
  const history: LedgerHistory = {
    enteredOn: on('2026-11-02'),
    level: 'GREY',
    turns: [
      { on: on('2026-11-02'), from: null, to: 'GREEN' },
      { on: on('2026-11-12'), from: 'GREEN', to: 'GREY' },
    ],
    status: 'ACTIVE',
    moves: [
      { on: on('2026-11-11'), from: 'ACTIVE', to: 'REMOVED' },
      { on: on('2026-11-20'), from: 'REMOVED', to: 'ACTIVE' },
    ],
  }
  test.each([
    ['before it came it does not', '2026-11-01', null],
    ['when it has come it does', '2026-11-02', 'GREEN'],
    ['from the day it left it does not, whatever colour it still had', '2026-11-11', null],
    ['when it is back it does', '2026-11-20', 'GREY'],
  ])('%s', (_, day, level) => expect(ledgerLevelOn(history, on(day))).toBe(level))
  test('what rests is still in the ledger', () =>
    expect(ledgerLevelOn({ ...history, status: 'SUSPENDED', moves: [] }, on('2026-11-20'))).toBe('GREY'))
})

describe('the board', () => {
  const cells = [
    cell('商贸', 'GREEN', 'RED'),
    cell('商贸', 'RED', 'RED', 3),
    cell('商贸', 'RED', null, 2),
    cell('健康', 'YELLOW', 'GREEN'),
    cell(null, null, 'YELLOW'),
  ]
  const names = new Map([
    ['商贸', '2 商贸'],
    ['健康', '1 健康'],
  ])
  const past = [{ group: '商贸', week: 1, red: 4, yellow: 0 }]
  const board = boardOf(cells, past, names, 2)
  test('groups stand in the order of their names, without a group last', () =>
    expect(board.groups.map((g) => g.group)).toEqual(['健康', '商贸', null]))
  test('a group counts its colours, what turned, what came and left, and its weeks', () =>
    expect(board.groups[1]).toEqual({
      group: '商贸',
      total: 4,
      counts: { RED: 4, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 },
      turned: { RED: 1, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 },
      arrived: 0,
      left: 2,
      weeks: [
        { red: 0, yellow: 0 },
        { red: 4, yellow: 0 },
      ],
    }))
  test('what came or left has not turned', () =>
    expect(cells.map(hasTurned)).toEqual([true, false, false, true, false]))
  test('what became worse comes first', () => expect(turnedFirst(cells).map((c) => c.group)).toEqual(['商贸', '健康']))
  test('the matrix holds everything that was there on either day', () => {
    const matrix = matrixOf(cells)
    expect([matrix.RED.LEFT, matrix.NEW.YELLOW, matrix.RED.RED, matrix.GREEN.RED]).toEqual([2, 1, 3, 1])
    expect([wasCount(matrix, 'RED'), nowCount(matrix, 'RED'), nowCount(matrix, 'LEFT')]).toEqual([5, 4, 2])
  })
})

test('groups add up to the total, and the matrix to what was there on both days', () => {
  const level = fc.option(fc.constantFrom(...LEVELS))
  const any = fc.array(
    fc.record({ group: fc.constantFrom('a', 'b', null), was: level, now: level, n: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 40 },
  )
  const many = (cells: readonly BoardCell[]) => cells.reduce((sum, { n }) => sum + n, 0)
  fc.assert(
    fc.property(any, (cells) => {
      const { groups, total } = boardOf(cells, [], new Map(), 1)
      const sum = (pick: (g: (typeof groups)[number]) => number) => groups.reduce((n, g) => n + pick(g), 0)
      expect(sum((g) => g.total)).toBe(many(cells.filter((c) => c.now)))
      for (const l of LEVELS) {
        expect(sum((g) => g.counts[l])).toBe(total.counts[l])
        expect(sum((g) => g.turned[l])).toBe(total.turned[l])
      }
      const matrix = matrixOf(cells)
      for (const was of WAS) expect(wasCount(matrix, was)).toBe(many(cells.filter((c) => (c.was ?? 'NEW') === was)))
      for (const now of NOW) expect(nowCount(matrix, now)).toBe(many(cells.filter((c) => (c.now ?? 'LEFT') === now)))
      for (const l of LEVELS) expect(nowCount(matrix, l)).toBe(total.counts[l])
      expect([total.arrived, total.left]).toEqual([
        many(cells.filter((c) => !c.was && c.now)),
        nowCount(matrix, 'LEFT'),
      ])
      const turned = turnedFirst(cells)
      expect(turned.findLastIndex(hasWorsened)).toBe(turned.filter(hasWorsened).length - 1)
    }),
  )
})
