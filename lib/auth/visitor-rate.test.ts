import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { countedAddress, countTurn, isCrowded, waitFor } from './visitor-rate'

const T = Date.parse('2026-11-23T02:00:00Z')

/** As a form does: asks, and counts the turn it was given. */
function take(address: string, nowMs: number): boolean {
  if (waitFor('complaint', address, nowMs) > 0) return false
  countTurn('complaint', address, nowMs)
  return true
}

test('of 2,000 from one address five are taken, and everybody else is served without a question', () => {
  const taken = Array.from({ length: 2_000 }, (_, i) => take('203.0.113.9', T + i * 10)).filter(Boolean)
  expect(taken).toHaveLength(5)
  for (let i = 0; i < 250; i++) expect(take(`198.51.100.${i}`, T + 20_000)).toBe(true)
  expect(isCrowded(T + 20_000)).toBe(false)
  // Ten minutes later the first one has his turn again.
  expect(take('203.0.113.9', T + 600_000)).toBe(true)
})

test('three hundred an hour, and a question is asked until the hour is over', () => {
  const later = T + 10 * 3_600_000
  for (let i = 0; i < 300; i++) expect(take(`198.18.${i % 250}.${Math.floor(i / 250)}`, later + i)).toBe(true)
  expect(isCrowded(later + 300)).toBe(true)
  expect(isCrowded(later + 3_600_300)).toBe(false)
})

test('nothing of an address is in memory, and a new day remembers nobody', () => {
  take('203.0.113.77', T + 11 * 3_600_000)
  const held = inspect((globalThis as { visitorRate?: unknown }).visitorRate, { depth: 9, maxArrayLength: null })
  expect(held).not.toContain('203.0.113')
  expect(held).not.toContain('198.51.100')
  for (let i = 0; i < 5; i++) take('203.0.113.78', T + 23 * 3_600_000)
  expect(take('203.0.113.78', T + 23 * 3_600_000 + 1)).toBe(false)
  expect(take('203.0.113.78', T + 24 * 3_600_000 + 1)).toBe(true)
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:12:34:aaaa:bbbb:cccc:dddd', '2001:db8:12:34'],
  ['2001:db8:12:34::1', '2001:db8:12:34'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s counts as %s', (address, counted) => expect(countedAddress(address)).toBe(counted))
