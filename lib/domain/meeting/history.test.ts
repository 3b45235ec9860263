import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, on } from '../plain-date'
import { averageMinutes, historyByUnit, median, type PastTask, shareOf, taskHistory } from './history'
import { TASK_STATES } from './task-move'

const today = on('2026-11-23')
const days = (from: typeof today, to: typeof today) => daysBetween(from, to)

describe('the middle', () => {
  test('of none is nothing, of two their mean', () =>
    expect([median([]), median([3]), median([4, 1]), median([5, 1, 9])]).toEqual([null, 3, 2.5, 5]))

  test('lies between the ends, with as many below as above, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN
        expect(median(values.toReversed())).toBe(middle)
        expect(values.filter((v) => v < middle).length).toBeLessThanOrEqual(values.length / 2)
        expect(values.filter((v) => v > middle).length).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
})

test('a share of nothing is nothing; else it is within the whole', () => {
  expect([shareOf(0, 0), shareOf(2, 3), shareOf(3, 3)]).toEqual([null, 6667, 10_000])
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (part, rest) => {
      const share = shareOf(part, part + rest)
      if (part + rest === 0) expect(share).toBeNull()
      else expect(share).toSatisfy((n: number) => n >= 0 && n <= 10_000 && Number.isInteger(n))
    }),
  )
})

test('a meeting nobody timed is left out of the average', () =>
  expect([
    averageMinutes([]),
    averageMinutes([
      { id: 'a', minutes: null },
      { id: 'b', minutes: 50 },
    ]),
  ]).toEqual([null, 50]))

const task = fc
  .record({
    unit: fc.constantFrom(null, '住建局', '资规局'),
    issued: fc.nat(60),
    term: fc.nat(20),
    closed: fc.option(fc.nat(30)),
    state: fc.constantFrom(...TASK_STATES),
  })
  .map(({ unit, issued, term, closed, state }, i = 0): PastTask => {
    const issuedOn = addDays(today, -issued)
    const done = state === 'CLOSED'
    return {
      id: `${i}`,
      unitId: unit,
      unit,
      issuedOn,
      dueOn: addDays(issuedOn, term),
      closedOn: done ? addDays(issuedOn, closed ?? 0) : null,
      state,
    }
  })

test('figures are the numbers of their rows, and units add up to the district', () => {
  fc.assert(
    fc.property(fc.array(task), (tasks) => {
      const whole = taskHistory(tasks, today, days)
      expect(whole.decided.every(({ state }) => state !== 'WITHDRAWN')).toBe(true)
      expect(whole.onTime.every((row) => whole.due.includes(row) && whole.closed.includes(row))).toBe(true)
      expect(whole.closed.every((row) => whole.due.includes(row))).toBe(true)
      expect(whole.onTimeShare === null).toBe(whole.due.length === 0)
      expect(whole.medianWd === null).toBe(whole.closed.length === 0)
      const units = historyByUnit(tasks, today, days)
      for (const name of ['decided', 'due', 'onTime', 'closed'] as const)
        expect(units.reduce((sum, { history }) => sum + history[name].length, 0)).toBe(whole[name].length)
      expect(units.findIndex(({ unitId }) => unitId === null)).toBeOneOf([-1, units.length - 1])
    }),
  )
})
