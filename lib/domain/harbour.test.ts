import { describe, expect, test } from 'vitest'
import { harbourDaysRefusal, harbourStateOn, monthRefusal, sumFigures } from './harbour'
import { on, type PlainDate } from './plain-date'

const today = on('2026-11-23')
const days = (openedOn: string | null, closedOn: string | null = null) => ({
  registeredOn: on('2026-01-05'),
  openedOn: openedOn as PlainDate | null,
  closedOn: closedOn as PlainDate | null,
})

describe('the state of a harbour follows from its days', () => {
  test.each([
    ['2026-01-04', null],
    ['2026-01-05', 'PLANNED'],
    ['2026-03-01', 'PLANNED'],
    ['2026-03-02', 'BUILT'],
    ['2026-09-14', 'BUILT'],
    ['2026-09-15', 'CLOSED'],
  ])('on %s it is %s', (day, state) => expect(harbourStateOn(days('2026-03-02', '2026-09-15'), on(day))).toBe(state))
  test('one that is given up before it opened is closed', () =>
    expect(harbourStateOn(days(null, '2026-05-01'), today)).toBe('CLOSED'))
})

describe('its days', () => {
  const said = (openedOn: string | null, closedOn: string | null, closedReason = '') =>
    harbourDaysRefusal({ ...days(openedOn, closedOn), closedReason }, today)?.code ?? null
  test.each([
    [null, null, '', null],
    ['2026-11-23', null, '', null],
    ['2026-11-24', null, '', 'HARBOUR_DAY_AHEAD'],
    ['2026-03-02', '2026-09-15', '场地到期', null],
    ['2026-03-02', '2026-03-01', '场地到期', 'HARBOUR_CLOSED_EARLY'],
    ['2026-03-02', '2026-09-15', '', 'HARBOUR_CLOSE_WHY'],
    ['2026-03-02', null, '场地到期', 'HARBOUR_WHY_ALONE'],
  ])('opened %s, closed %s, because “%s”: %s', (openedOn, closedOn, why, code) =>
    expect(said(openedOn, closedOn, why)).toBe(code),
  )
})

describe('a month', () => {
  test.each([
    ['2026-02', 'HARBOUR_MONTH_SHUT'],
    ['2026-03', null],
    ['2026-11', null],
    ['2026-12', 'HARBOUR_MONTH_AHEAD'],
  ])('%s: %s', (month, code) => expect(monthRefusal(days('2026-03-02'), month, today)?.code ?? null).toBe(code))
  test('after it closed there is none', () =>
    expect(monthRefusal(days('2026-03-02', '2026-09-15'), '2026-10', today)?.code).toBe('HARBOUR_MONTH_SHUT'))
  test('sums keep each kind by itself', () =>
    expect(
      sumFigures([
        { visits: 3, needs: 1, grantedFen: 100n },
        { visits: 4, needs: 0, grantedFen: 5n },
      ]),
    ).toEqual({ visits: 7, needs: 1, grantedFen: 105n }))
})
