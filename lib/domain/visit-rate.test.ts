import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stillCounting, VISIT_RATES, waitOf } from './visit-rate'

const { filing } = VISIT_RATES

test('five in ten minutes, and the sixth waits for the first to be ten minutes old', () => {
  expect(waitOf([], 0, filing)).toBe(0)
  expect(waitOf([0, 1, 2, 3], 4, filing)).toBe(0)
  expect(waitOf([0, 1, 2, 3, 4], 5, filing)).toBe(599_995)
  expect(waitOf([0, 1, 2, 3, 4], 600_000, filing)).toBe(0)
})

test('whoever waits as long as he is told is let in, and not a moment sooner', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1_200_000), { maxLength: 12 }), fc.nat(1_200_000), (times, now) => {
      const past = times.filter((time) => time <= now).toSorted((a, b) => a - b)
      const wait = waitOf(past, now, filing)
      expect(waitOf(past, now + wait, filing)).toBe(0)
      if (wait > 0) expect(waitOf(past, now + wait - 1, filing)).toBeGreaterThan(0)
      expect(stillCounting(past, now, filing).length >= filing.most).toBe(wait > 0)
    }),
  ))
