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
  test('nor is a name that every object has', () =>
    expect(readParameters({ constructor: 3 })).toMatchObject({ error: { code: 'PARAMETER_UNKNOWN' } }))
  test.each<[string, unknown, string]>([
    ['plan_red_wd', -1, 'NUMBER'],
    ['plan_red_wd', '3', 'NUMBER'],
    ['warn_ratio', Number.NaN, 'NUMBER'],
    ['warn_ratio', Number.POSITIVE_INFINITY, 'NUMBER'],
    ['fresh_blue_cd', null, 'NUMBER'],
    ['plan_red_wd', 2.5, 'WHOLE'],
    ['promise_red_wd', 0, 'SMALL'],
    ['special_red_wd', 0, 'SMALL'],
    ['reject_red_wd', 0, 'SMALL'],
    ['start_red_month_ends', 0, 'SMALL'],
    ['accept_wd', 0, 'SMALL'],
    ['supp_limit_wd', 0, 'SMALL'],
    ['fresh_blue_cd', 0, 'SMALL'],
    ['dev_blue_pp', 0, 'SMALL'],
    ['warn_ratio', 1.2, 'LARGE'],
    ['dev_red_pp', 101, 'LARGE'],
  ])('%s cannot be %s: %s', (name, value, trouble) =>
    expect(readParameters({ [name]: value })).toMatchObject({
      ok: false,
      error: { code: 'PARAMETER_INVALID', name, trouble },
    }),
  )
  test.each<[ParameterName, number, ParameterName, ParameterName]>([
    ['plan_blue_wd', 10, 'plan_blue_wd', 'plan_red_wd'],
    ['supp_red_wd', 2, 'supp_blue_wd', 'supp_red_wd'],
    ['tol_blue_wd', 5, 'tol_blue_wd', 'tol_red_wd'],
    ['issue_red_wd', 2, 'issue_blue_wd', 'issue_red_wd'],
    ['noplan_blue_wd', 10, 'noplan_blue_wd', 'noplan_yellow_wd'],
    ['dev_blue_pp', 10, 'dev_blue_pp', 'dev_yellow_pp'],
    ['dev_yellow_pp', 30, 'dev_yellow_pp', 'dev_red_pp'],
    ['fresh_yellow_cd', 8, 'fresh_blue_cd', 'fresh_yellow_cd'],
    ['expiry_blue_cd', 15, 'expiry_yellow_cd', 'expiry_blue_cd'],
    ['stat_red_months', 1, 'stat_yellow_months', 'stat_red_months'],
  ])('%s of %d leaves a colour no day of its own', (name, value, less, more) =>
    expect(readParameters({ [name]: value })).toMatchObject({
      ok: false,
      error: { code: 'PARAMETER_ORDER', less, more },
    }),
  )
  test('the reminder window may have one width, but not end before it begins', () => {
    expect(readParameters({ warn_max_wd: 1 })).toMatchObject({ ok: true })
    expect(readParameters({ warn_max_wd: 0 })).toMatchObject({
      ok: false,
      error: { code: 'PARAMETER_ORDER', less: 'warn_min_wd', more: 'warn_max_wd' },
    })
  })
  test('the smallest sensible ones are taken', () =>
    expect(
      readParameters({ promise_red_wd: 1, plan_blue_wd: 0, plan_red_wd: 1, warn_min_wd: 0, warn_ratio: 0 }),
    ).toMatchObject({ ok: true }))

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
