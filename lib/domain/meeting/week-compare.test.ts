import fc from 'fast-check'
import { expect, test } from 'vitest'
import { on } from '../plain-date'
import { CHANGE_KINDS, compareWeeks, type ProjectThen } from './week-compare'

const then = (id: string, facts: Partial<ProjectThen> = {}): ProjectThen => ({
  id,
  level: 'GREEN',
  stage: 'SIGNED',
  stewardId: 's1',
  leaderId: 'l1',
  taskforceId: 't1',
  startOn: on('2026-12-01'),
  productionOn: null,
  doneFen: 100n,
  plannedFen: 1_000n,
  ...facts,
})

test('colours, dates, money, team, stage, in and out', () => {
  const before = [then('a'), then('b'), then('c'), then('d'), then('out')]
  const after = [
    then('a', { level: 'RED', doneFen: 150n }),
    then('b', { startOn: on('2027-01-01'), stewardId: 's2' }),
    then('c', { stage: 'CONSTRUCTION' }),
    then('d'),
    then('in', { doneFen: 900n }),
  ]
  const { counts, addedFen, levels, changes } = compareWeeks(before, after)
  expect(counts).toEqual({ worse: 1, better: 0, entered: 1, left: 1, stage: 1, dates: 1, money: 1, team: 1 })
  expect(addedFen).toBe(50n)
  expect([levels.before.GREEN, levels.after.GREEN, levels.after.RED]).toEqual([5, 4, 1])
  expect(changes.map((c) => c.id)).toEqual(['a', 'b', 'c', 'in', 'out'])
})

const picture = fc
  .uniqueArray(fc.constantFrom(...'abcdefgh'.split('')))
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.constantFrom('RED', 'GREEN').map((level) => then(id, { level: level as 'RED' })))),
  )

test('a picture beside itself shows no change, and turning the two around swaps what got worse and better', () => {
  fc.assert(
    fc.property(picture, picture, (a, b) => {
      expect(compareWeeks(a, a).changes).toEqual([])
      const [there, back] = [compareWeeks(a, b), compareWeeks(b, a)]
      expect([there.counts.worse, there.counts.entered]).toEqual([back.counts.better, back.counts.left])
      expect(CHANGE_KINDS.every((kind) => there.counts[kind] <= there.changes.length)).toBe(true)
    }),
  )
})
