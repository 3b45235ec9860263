import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keptBy } from './kept'

describe('things that are kept', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('as many as their weight allows, those asked for last; the latest whatever it weighs', () => {
    const kept = keptBy<string>('weights', { most: 10, idleMs: 1_000 })
    kept.set('a', 'A', 4)
    kept.set('b', 'B', 4)
    expect(kept.get('a')).toBe('A')
    kept.set('c', 'C', 4)
    expect(['a', 'b', 'c'].map(kept.get)).toEqual(['A', undefined, 'C'])
    kept.set('d', 'D', 40)
    expect(['a', 'c', 'd'].map(kept.get)).toEqual([undefined, undefined, 'D'])
  })

  test('until nobody has asked for a while', () => {
    const kept = keptBy<string>('times', { most: 10, idleMs: 1_000 })
    kept.set('a', 'A', 1)
    vi.advanceTimersByTime(900)
    expect(kept.get('a')).toBe('A')
    vi.advanceTimersByTime(900)
    expect(kept.get('a')).toBe('A')
    vi.advanceTimersByTime(1_100)
    expect(kept.get('a')).toBeUndefined()
  })

  test('in one store, whoever opens it', () => {
    const options = { most: 10, idleMs: 1_000 }
    keptBy<string>('shared', options).set('a', 'A', 1)
    expect(keptBy<string>('shared', options).get('a')).toBe('A')
    expect(keptBy<string>('another', options).get('a')).toBeUndefined()
  })
})
