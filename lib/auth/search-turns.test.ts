import { expect, test } from 'vitest'
import { takeSearchTurn } from './search-turns'

test('forty searches in ten seconds, each account by itself; then a wait that ends', () => {
  const now = 1_000_000
  for (let i = 0; i < 40; i++) expect(takeSearchTurn('a', now + i)).toBe(0)
  expect(takeSearchTurn('a', now + 2_000)).toBe(8)
  expect(takeSearchTurn('b', now + 2_000)).toBe(0)
  expect(takeSearchTurn('a', now + 10_000)).toBe(0)
})
