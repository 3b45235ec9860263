import { expect, test } from 'vitest'
import { bookedWeek } from './booking'
import { on } from './plain-date'

test.each([
  ['a Monday', '2026-11-23', '2026-11-23', '2026-11-29'],
  ['a Sunday belongs to the week that ends with it', '2026-11-29', '2026-11-23', '2026-11-29'],
  ['国庆 is part of its week like any other day', '2026-10-01', '2026-09-28', '2026-10-04'],
  ['the turn of a year', '2027-01-01', '2026-12-28', '2027-01-03'],
])('the week a booking keeps others away from a firm: %s', (_, day, from, to) =>
  expect(bookedWeek(on(day))).toEqual({ from, to }),
)
