import { afterEach, expect, test, vi } from 'vitest'
import { recordedDay } from './clock'

afterEach(() => vi.unstubAllEnvs())

test('what is written while the day is held back is written on that day', () => {
  vi.stubEnv('APP_TODAY', '2026-11-23')
  vi.stubEnv('DATABASE_URL', '')
  expect(recordedDay(new Date('2026-11-27T03:00:00Z'))).toBe('2026-11-23')
  expect(recordedDay(new Date('2026-11-19T17:00:00Z'))).toBe('2026-11-20')
})
