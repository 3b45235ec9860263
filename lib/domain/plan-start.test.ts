import { expect, test } from 'vitest'
import { on } from './plain-date'
import { decideStart, proposedStart, startDoubt } from './plan-start'
import { PUBLISHED_YEARS } from './published-years'
import { buildCalendar } from './work-calendar'

const today = on('2026-11-23')

test.each([
  ['2020-01-01', 'PAST'],
  ['2025-11-22', 'PAST'],
  ['2025-11-23', null],
  ['2026-11-23', null],
  ['2029-11-22', null],
  ['2029-11-23', 'AHEAD'],
] as const)('a plan from %s: %s', (day, doubt) => expect(startDoubt(on(day), today)).toBe(doubt))

test('an unusual first day goes in only with a reason', () => {
  expect(decideStart(on('2020-01-01'), undefined, today)).toMatchObject({
    ok: false,
    error: { code: 'START_DOUBTFUL' },
  })
  expect(decideStart(on('2020-01-01'), '补登老项目', today).ok).toBe(true)
  expect(decideStart(today, undefined, today).ok).toBe(true)
})

test.each([
  ['2026-11-23', '2026-11-24'],
  ['2026-11-27', '2026-11-30'],
  ['2026-09-30', '2026-10-08'],
] as const)('a project entered on %s is planned from %s: nothing of it is late the next morning', (day, first) =>
  expect(proposedStart(on(day), buildCalendar(PUBLISHED_YEARS))).toBe(first),
)
