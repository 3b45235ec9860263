import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { datesFrom, effectiveMonth, rankingDates, rankingState } from './life'
import { CALENDAR } from './observe.fixture'
import { checkRankingParameters, DEFAULT_RANKING_PARAMETERS as P, parameterChanges } from './parameters'

describe('the life of a month', () => {
  test('is counted in working days: the draft of September comes after 国庆', () => {
    expect(rankingDates('2026-09', P.days, CALENDAR)).toEqual({
      dataLineOn: '2026-09-30',
      draftOn: '2026-10-08',
      objectUntilOn: '2026-10-10',
      decideByOn: '2026-10-13',
      publishOn: '2026-10-14',
    })
  })
  test.each([
    ['in time', '2026-11-02', '2026-11-02', '2026-11-04', '2026-11-06', '2026-11-09'],
    ['a day late', '2026-11-03', '2026-11-03', '2026-11-05', '2026-11-09', '2026-11-10'],
    ['after the days of objections', '2026-11-20', '2026-11-20', '2026-11-24', '2026-11-26', '2026-11-27'],
    ['late, on a Saturday', '2026-11-07', '2026-11-07', '2026-11-11', '2026-11-13', '2026-11-16'],
  ])(
    'a draft that appears %s leaves its working days to object',
    (_, drafted, draftOn, objectUntilOn, decideByOn, publishOn) =>
      expect(datesFrom(on(drafted), rankingDates('2026-10', P.days, CALENDAR), P.days, CALENDAR)).toEqual({
        dataLineOn: '2026-10-31',
        draftOn,
        objectUntilOn,
        decideByOn,
        publishOn,
      }),
  )
  test.each([
    ['2026-11-04', false, 0, 'DRAFT'],
    ['2026-11-04', false, 2, 'DRAFT'],
    ['2026-11-05', false, 2, 'OBJECTIONS'],
    ['2026-11-05', false, 0, 'DECIDED'],
    ['2026-11-03', true, 0, 'PUBLISHED'],
  ] as const)('on %s, published %s, %i undecided: %s', (day, published, undecided, state) =>
    expect(rankingState({ objectUntilOn: on('2026-11-04') }, { published, undecided }, on(day))).toBe(state),
  )
  test('other rules rank from the next month on', () => {
    expect(effectiveMonth(on('2026-11-01'))).toBe('2026-12')
    expect(effectiveMonth(on('2026-12-31'))).toBe('2027-01')
  })
})

describe('the parameters', () => {
  test('as delivered are valid', () => expect(checkRankingParameters(P).ok).toBe(true))
  const trouble = (change: object) => {
    const checked = checkRankingParameters({ ...P, ...change })
    return checked.ok ? null : [checked.error.code, checked.error.field]
  }
  const area = (change: object) => ({ tables: { ...P.tables, AREA: { ...P.tables.AREA, ...change } } })
  test.each([
    [
      'weights of 99',
      area({ weights: { A: 25, B: 30, C: 25, D: 10, E: 9 } }),
      'RANKING_WEIGHTS',
      'tables.AREA.weights',
    ],
    [
      'a negative weight',
      area({ weights: { A: -5, B: 60, C: 25, D: 10, E: 10 } }),
      'RANKING_NUMBER_INVALID',
      'tables.AREA.weights.A',
    ],
    [
      'a broken weight',
      area({ weights: { A: 25.5, B: 29.5, C: 25, D: 10, E: 10 } }),
      'RANKING_NUMBER_INVALID',
      'tables.AREA.weights.A',
    ],
    ['a cap below one deduction', area({ deduction: { each: 5, cap: 3 } }), 'RANKING_CAP', 'tables.AREA.deduction.cap'],
    [
      'a mean of 85',
      area({ startMeans: { ...P.tables.AREA.startMeans, A: '85' } }),
      'RANKING_MEAN_INVALID',
      'tables.AREA.startMeans.A',
    ],
    ['days out of order', { days: { ...P.days, publish: 4 } }, 'RANKING_DAYS_ORDER', 'days.publish'],
    ['a sample of none', { fewestDue: 0 }, 'RANKING_NUMBER_INVALID', 'fewestDue'],
    ['a prior that is no number', { priors: { ...P.priors, B: Number.NaN } }, 'RANKING_NUMBER_INVALID', 'priors.B'],
  ])('%s are refused at their field', (_, change, code, field) => expect(trouble(change)).toEqual([code, field]))
  test('what a proposal changes is listed field by field', () =>
    expect(parameterChanges(P, { ...P, praise: 5, days: { ...P.days, draft: 2 } })).toEqual([
      { field: 'praise', from: '3', to: '5' },
      { field: 'days.draft', from: '1', to: '2' },
    ]))
})
