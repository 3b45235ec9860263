import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { anyDay } from './testdata/arbitrary-facts'
import { waivedOn } from './waived-span'
import {
  approveWaiver,
  endWaiver,
  isWaived,
  proposeWaiver,
  renewWaiver,
  WAIVER_REASONS,
  type Waiver,
  waivedSpans,
  waiverEnd,
  waiverStand,
} from './waiver'
import { buildCalendar, countsAsWorkday } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const today = on('2026-09-07')
const asked = (changes: Partial<Parameters<typeof proposeWaiver>[0]> = {}) => ({
  dimension: 'D2' as const,
  reason: 'AIR',
  fromOn: today,
  untilOn: on('2026-10-07'),
  by: 'steward',
  ...changes,
})
const proposed = (changes: Partial<Parameters<typeof proposeWaiver>[0]> = {}, standing: readonly Waiver[] = []) =>
  proposeWaiver(asked(changes), standing, today, calendar)
const valid = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const approved = (waiver = valid(proposed()), day = today) => valid(approveWaiver(waiver, 'office', day, calendar))

describe('a waiver', () => {
  test('30 days that run out in 国庆 hold until the first working day after it', () => {
    const waiver = approved()
    expect(waiverEnd(waiver, calendar)).toBe('2026-10-08')
    expect(isWaived(waiver, on('2026-10-08'), calendar)).toBe(true)
    expect(isWaived(waiver, on('2026-10-09'), calendar)).toBe(false)
    expect(waivedSpans([waiver], calendar)).toEqual([{ dimension: 'D2', fromOn: '2026-09-07', lastOn: '2026-10-08' }])
  })
  test('is in force once the office approved it, from that day, and ends when it would have ended', () => {
    const waiver = valid(proposed())
    expect(waivedSpans([waiver], calendar)).toEqual([])
    expect(approved(waiver, on('2026-09-10'))).toMatchObject({ fromOn: '2026-09-10', untilOn: '2026-10-07' })
    expect(waivedOn(waivedSpans([approved(waiver), approved(waiver)], calendar), today)).toEqual(['D2'])
  })
  test.each([
    [{ reason: 'OTHER' }, 'WAIVER_REASON_UNKNOWN'],
    [{ fromOn: on('2026-09-06'), untilOn: on('2026-09-20') }, 'WAIVER_PAST'],
    [{ untilOn: on('2026-09-06') }, 'WAIVER_BACK'],
    [{ untilOn: on('2026-10-08') }, 'WAIVER_LONG'],
  ] as const)('%j is refused: %s', (changes, code) => expect(proposed(changes)).toMatchObject({ error: { code } }))
  test('everything wrong with it is said at once', () =>
    expect(proposed({ reason: 'OTHER', fromOn: on('2026-09-01'), untilOn: on('2026-12-01') })).toMatchObject({
      error: { code: 'WAIVER_REASON_UNKNOWN', also: [{ code: 'WAIVER_PAST' }, { code: 'WAIVER_LONG' }] },
    }))
  test('two of one dimension do not overlap, those of two dimensions may', () => {
    expect(proposed({ fromOn: on('2026-10-08'), untilOn: on('2026-10-20') }, [approved()])).toMatchObject({
      error: { code: 'WAIVER_OVERLAPS', untilOn: '2026-10-08' },
    })
    expect(proposed({ fromOn: on('2026-10-09'), untilOn: on('2026-10-20') }, [approved()]).ok).toBe(true)
    expect(proposed({ dimension: 'D3' }, [approved()]).ok).toBe(true)
  })
  test('nobody approves what he proposed, nor what has run out, nor twice', () => {
    const waiver = valid(proposed())
    const decide = (one: Waiver, by: string, day: string) => approveWaiver(one, by, on(day), calendar)
    expect(decide(waiver, 'steward', '2026-09-07')).toMatchObject({ error: { code: 'WAIVER_OWN' } })
    expect(decide(waiver, 'office', '2026-10-09')).toMatchObject({ error: { code: 'WAIVER_RUN_OUT' } })
    expect(decide(approved(), 'office', '2026-09-07')).toMatchObject({ error: { code: 'WAIVER_DECIDED' } })
  })
  test('is renewed once, while it is in force, by 30 days more at most', () => {
    const people = { proposedById: 'steward', approvedById: 'office' }
    const renew = (waiver: Waiver, untilOn: string, day = '2026-10-08') =>
      renewWaiver(waiver, { untilOn: on(untilOn), ...people }, on(day), calendar)
    const longer = valid(renew(approved(), '2026-11-06'))
    expect(longer).toMatchObject({ untilOn: '2026-11-06', renewals: 1 })
    expect(renew(longer, '2026-12-01')).toMatchObject({ error: { code: 'WAIVER_RENEWED_BEFORE' } })
    expect(renew(approved(), '2026-11-07')).toMatchObject({ error: { code: 'WAIVER_LONG', latest: '2026-11-06' } })
    expect(renew(approved(), '2026-10-07')).toMatchObject({ error: { code: 'WAIVER_BACK' } })
    expect(renew(approved(), '2026-11-06', '2026-10-09')).toMatchObject({ error: { code: 'WAIVER_NOT_IN_FORCE' } })
    expect(
      renewWaiver(approved(), { untilOn: on('2026-11-06'), proposedById: 'x', approvedById: 'x' }, today, calendar),
    ).toMatchObject({ error: { code: 'WAIVER_OWN' } })
  })
  test('that is ended early holds no longer, from that very day on', () => {
    const ended = valid(endWaiver(approved(), on('2026-09-21'), calendar))
    expect(isWaived(ended, on('2026-09-20'), calendar)).toBe(true)
    expect(isWaived(ended, on('2026-09-21'), calendar)).toBe(false)
    // On its first day it has never been in force.
    expect(waivedSpans([valid(endWaiver(approved(), today, calendar))], calendar)).toEqual([])
    expect(endWaiver(ended, on('2026-09-22'), calendar)).toMatchObject({ error: { code: 'WAIVER_NOT_IN_FORCE' } })
    expect(endWaiver(valid(proposed()), today, calendar)).toMatchObject({ error: { code: 'WAIVER_NOT_IN_FORCE' } })
  })
  test.each([
    ['PROPOSED', '2026-10-08', 'WAITING'],
    ['PROPOSED', '2026-10-09', 'LAPSED'],
    ['APPROVED', '2026-09-06', 'COMING'],
    ['APPROVED', '2026-10-08', 'IN_FORCE'],
    ['APPROVED', '2026-10-09', 'RUN_OUT'],
    ['REFUSED', '2026-10-09', 'REFUSED'],
    ['WITHDRAWN', '2026-09-08', 'WITHDRAWN'],
  ] as const)('that is %s stands on %s as %s', (state, day, stand) =>
    expect(waiverStand(state === 'APPROVED' ? approved() : valid(proposed()), state, on(day), calendar)).toBe(stand),
  )
  test('that rolls to a day of a year nobody has published says so', () => {
    const far = { ...approved(), fromOn: on('2027-12-10'), untilOn: on('2028-01-01') }
    expect(waivedSpans([far], calendar)).toMatchObject([{ provisional: true }])
  })
})

test('whatever the days, a waiver ends on a working day, after its own last one, and within 60 days and the days off after them', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.nat(30),
      fc.nat(40),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(...WAIVER_REASONS),
      (day, length, wait, more, reason) => {
        const first = valid(
          proposeWaiver(asked({ reason, fromOn: day, untilOn: addDays(day, length) }), [], day, calendar),
        )
        const waiver = valid(approveWaiver(first, 'office', day, calendar))
        const renewed = renewWaiver(
          waiver,
          { untilOn: addDays(waiver.untilOn, more), proposedById: 'a', approvedById: 'b' },
          addDays(day, wait),
          calendar,
        )
        expect(renewed.ok).toBe(isWaived(waiver, addDays(day, wait), calendar))
        for (const one of renewed.ok ? [waiver, renewed.value] : [waiver]) {
          const end = waiverEnd(one, calendar)
          expect(countsAsWorkday(calendar, end)).toBe(true)
          expect(end >= one.untilOn).toBe(true)
          expect(daysBetween(day, one.untilOn)).toBeLessThanOrEqual(60)
          for (let off = one.untilOn; off < end; off = addDays(off, 1))
            expect(countsAsWorkday(calendar, off)).toBe(false)
        }
      },
    ),
  )
})
