import { describe, expect, test } from 'vitest'
import { warningWindow } from './level-limit'
import { DEFAULT_PARAMETERS, type ParameterName, readParameters } from './rule-parameters'

describe('rule parameters', () => {
  test('what is not changed keeps its default', () =>
    expect(readParameters({ promise_red_wd: 3 })).toEqual({
      ok: true,
      value: { ...DEFAULT_PARAMETERS, promise_red_wd: 3 },
    }))
  test('a misspelt one is refused, not ignored', () =>
    expect(readParameters({ promise_red: 3 })).toEqual({
      ok: false,
      error: { code: 'PARAMETER_UNKNOWN', name: 'promise_red' },
    }))
  test.each([
    ['plan_red_wd', -1],
    ['plan_red_wd', 2.5],
    ['plan_red_wd', '3'],
    ['warn_ratio', Number.NaN],
    ['warn_ratio', Number.POSITIVE_INFINITY],
    ['fresh_blue_cd', null],
  ])('%s cannot be %s', (name, value) =>
    expect(readParameters({ [name]: value })).toEqual({ ok: false, error: { code: 'PARAMETER_INVALID', name } }),
  )
  test.each<[ParameterName, number, ParameterName, ParameterName]>([
    ['plan_blue_wd', 11, 'plan_blue_wd', 'plan_red_wd'],
    ['dev_yellow_pp', 31, 'dev_yellow_pp', 'dev_red_pp'],
    ['fresh_yellow_cd', 7, 'fresh_blue_cd', 'fresh_yellow_cd'],
    ['expiry_blue_cd', 14, 'expiry_yellow_cd', 'expiry_blue_cd'],
    ['stat_red_months', 0, 'stat_yellow_months', 'stat_red_months'],
    ['warn_max_wd', 0, 'warn_min_wd', 'warn_max_wd'],
  ])('%s of %d puts the colours out of order', (name, value, less, more) =>
    expect(readParameters({ [name]: value })).toEqual({ ok: false, error: { code: 'PARAMETER_ORDER', less, more } }),
  )

  test.each([
    [1, 1],
    [3, 1],
    [5, 1],
    [6, 2],
    [10, 2],
    [11, 3],
    [15, 3],
    [35, 3],
  ])('a promise of %i days is blue for its last %i', (promised, window) =>
    expect(warningWindow(promised, DEFAULT_PARAMETERS)).toBe(window),
  )
  test('the window is exact where binary fractions are not', () => {
    // 0.2 · 35 is 7.000000000000001 in floating point.
    expect(warningWindow(35, { ...DEFAULT_PARAMETERS, warn_max_wd: 99 })).toBe(7)
  })
})
