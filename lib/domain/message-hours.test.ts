import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMoments, digestFrom, type Moment, mayWrite, writableFrom } from './message-hours'
import { addDays, on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { anyDay } from './testdata/arbitrary-facts'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const at = (day: string, time: string): Moment => {
  const [hours, minutes] = time.split(':').map(Number)
  return { day: on(day), minute: (hours ?? 0) * 60 + (minutes ?? 0) }
}

describe('when people may be written to', () => {
  test.each([
    ['an ordinary morning', '2026-11-23', '08:00', '2026-11-23', '08:00', '2026-11-23', '08:30'],
    ['the night before', '2026-11-22', '23:10', '2026-11-23', '08:00', '2026-11-23', '08:30'],
    ['before eight', '2026-11-23', '06:00', '2026-11-23', '08:00', '2026-11-23', '08:30'],
    ['the last minute of the day', '2026-11-23', '19:59', '2026-11-23', '19:59', '2026-11-24', '08:30'],
    ['eight in the evening', '2026-11-23', '20:00', '2026-11-24', '08:00', '2026-11-24', '08:30'],
    ['just at the digest', '2026-11-23', '08:30', '2026-11-23', '08:30', '2026-11-23', '08:30'],
    ['just after the digest', '2026-11-23', '08:31', '2026-11-23', '08:31', '2026-11-24', '08:30'],
    ['国庆 2026: eight days off', '2026-09-30', '21:00', '2026-10-08', '08:00', '2026-10-08', '08:30'],
    ['a Sunday that is worked', '2026-09-20', '09:00', '2026-09-20', '09:00', '2026-09-21', '08:30'],
  ])('%s', (_, day, time, writable, writableTime, digest, digestTime) => {
    expect(writableFrom(at(day, time), calendar)).toEqual(at(writable, writableTime))
    expect(digestFrom(at(day, time), calendar)).toEqual(at(digest, digestTime))
  })
  test('the first moment found is the first one there is', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(1439), (day, minute) => {
        const found = writableFrom({ day, minute }, calendar)
        let [naive, tries] = [{ day, minute }, 0]
        while (!mayWrite(naive, calendar) && tries++ < 20_000)
          naive =
            naive.minute === 1439 ? { day: addDays(naive.day, 1), minute: 0 } : { ...naive, minute: naive.minute + 1 }
        expect(found).toEqual(naive)
        const digest = digestFrom({ day, minute }, calendar)
        expect(mayWrite(digest, calendar) && compareMoments(digest, { day, minute }) >= 0).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
