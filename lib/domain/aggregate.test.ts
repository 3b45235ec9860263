import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregate } from './aggregate'
import { atMost, compareLevel, LEVELS, worst } from './level-scale'

const anyLevel = fc.constantFrom(...LEVELS)
const anyDims = fc.dictionary(fc.constantFrom('D1', 'D2', 'D3', 'D4', 'D5'), anyLevel)
const runs = { numRuns: 1000 }

describe('the colour of a project', () => {
  test('is the worst of what is not waived, and a waiver never hides the raw colour', () => {
    fc.assert(
      fc.property(anyDims, fc.subarray(['D1', 'D2', 'D3', 'D4', 'D5']), (dims, waived) => {
        const { level, raw, escalated } = aggregate(dims, waived)
        const left = Object.entries(dims).flatMap(([name, value]) => (waived.includes(name) ? [] : [value]))
        expect(left.every((one) => compareLevel(one, level) <= 0)).toBe(true)
        expect(level === 'GREY' || left.includes(level)).toBe(true)
        expect(raw).toBe(worst(Object.values(dims)))
        expect(compareLevel(level, raw)).toBeLessThanOrEqual(0)
        expect(escalated).toBe(false)
      }),
      runs,
    )
  })

  test('does not depend on the order of its dimensions', () => {
    fc.assert(
      fc.property(anyDims, (dims) => {
        expect(aggregate(Object.fromEntries(Object.entries(dims).toReversed()))).toEqual(aggregate(dims))
      }),
      runs,
    )
  })

  test('turns red in the third yellow month and in no other case', () => {
    fc.assert(
      fc.property(anyDims, fc.option(anyLevel), fc.option(anyLevel), (dims, lastMonth, monthBefore) => {
        const plain = aggregate(dims)
        const third = plain.level === 'YELLOW' && lastMonth === 'YELLOW' && monthBefore === 'YELLOW'
        expect(aggregate(dims, [], lastMonth, monthBefore)).toEqual(
          third ? { level: 'RED', raw: plain.raw, escalated: true } : plain,
        )
      }),
      runs,
    )
  })

  test('a cap lets everything milder through', () => {
    fc.assert(
      fc.property(anyLevel, anyLevel, (level, cap) => {
        expect(atMost(level, cap)).toBe(compareLevel(level, cap) <= 0 ? level : cap)
      }),
      runs,
    )
  })
})
