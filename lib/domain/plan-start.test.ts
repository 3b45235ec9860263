import { expect, test } from 'vitest'
import { on } from './plain-date'
import { decideStart, startDoubt } from './plan-start'

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
