import { expect, test } from 'vitest'
import { expiringBeforeUse } from './expiry-ahead'
import type { ForecastRow } from './forecast'
import { on, type PlainDate } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { buildCalendar } from './work-calendar'

const calendar = buildCalendar(PUBLISHED_YEARS)
const row = (code: string, finish: PlainDate | null, slack: number | null = 0): ForecastRow => ({
  code,
  start: null,
  finish,
  slack,
  critical: slack === 0,
})
const items = [row('GC02', on('2025-12-01'), null), row('SG04', on('2026-12-23'))]
const forecast = { items, constructionStart: on('2026-12-24') }
const permit = (code: string, expiresOn: PlainDate | null, validityMonths: number | null = null) => ({
  code,
  expiresOn,
  validityMonths,
})

test('a planning permit lapses before the construction permit needs it', () =>
  expect(expiringBeforeUse([permit('GC02', on('2026-12-01'))], forecast, null, calendar)).toEqual([
    {
      code: 'GC02',
      expiresOn: '2026-12-01',
      foreseen: false,
      usedBy: 'ITEM',
      usedCode: 'SG04',
      usedOn: '2026-12-23',
      days: 22,
    },
  ]))

test('on its last day a permit is still good', () =>
  expect(expiringBeforeUse([permit('GC02', on('2026-12-23'))], forecast, null, calendar)).toEqual([]))

test('建筑法 9: a construction permit of three months, and a start that is planned for summer', () => {
  expect(expiringBeforeUse([permit('SG04', null, 3)], forecast, null, calendar)).toEqual([])
  expect(expiringBeforeUse([permit('SG04', null, 3)], forecast, on('2027-06-01'), calendar)).toMatchObject([
    { expiresOn: '2027-03-23', foreseen: true, usedBy: 'START', usedOn: '2027-06-01' },
  ])
})

test('a permit that is used in operation, and one of a project that has begun, is not spoken of', () => {
  expect(expiringBeforeUse([permit('TC01', on('2026-01-01'))], forecast, null, calendar)).toEqual([])
  const begun = { items: [row('SG04', on('2025-12-01'), null)], constructionStart: null }
  expect(expiringBeforeUse([permit('SG04', on('2026-03-01'))], begun, null, calendar)).toEqual([])
})
