import { expect, test } from 'vitest'
import { escalationOf, lastDataLine, wantsWord } from './escalation'
import { on } from './plain-date'

test.each([
  ['four-colours §6: red, day 0: the leader is told', 0, 'TOLD'],
  ['the day before the visit', 4, 'TOLD'],
  ['red, day 5: on-site meeting', 5, 'ON_SITE'],
  ['the day before the head is told', 9, 'ON_SITE'],
  ['red, day 10: the head’s red list', 10, 'HEAD'],
])('%s', (_, days, step) => expect(escalationOf(days)).toBe(step))

test('a leader is asked from the visit on, the head only at the end', () => {
  expect((['TOLD', 'ON_SITE', 'HEAD'] as const).map((step) => wantsWord('LEADER', step))).toEqual([false, true, true])
  expect((['TOLD', 'ON_SITE', 'HEAD'] as const).map((step) => wantsWord('HEAD', step))).toEqual([false, false, true])
})

test.each([
  ['Monday looks back to last Thursday', '2026-11-23', '2026-11-19'],
  ['Friday to yesterday', '2026-11-27', '2026-11-26'],
  ['on Thursday the line of this week is still to come', '2026-11-26', '2026-11-19'],
  ['across a year', '2027-01-01', '2026-12-31'],
])('%s', (_, today, line) => expect(lastDataLine(on(today))).toBe(line))
