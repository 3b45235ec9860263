import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { ProjectForecast } from '@/lib/schemas/forecast'
import { areLinesProvisional, forecastHeadline, forecastPlan, isHeadProvisional } from './forecast-text'

const TODAY = on('2026-11-23')

/** What the head of the page reads of a forecast. */
function forecast(day: string, provisional: boolean, lateWd: number | null = -33): ProjectForecast {
  const start = {
    plannedOn: lateWd === null ? null : on('2027-04-30'),
    monthOnly: false,
    on: { on: on(day), provisional },
    lateWd,
    lateOpen: lateWd !== null,
    tried: null,
  }
  return {
    project: { id: 'p', name: '新大方云创中心' },
    to: 'START',
    start,
    production: { ...start, on: null, lateWd: null, lateOpen: false },
    lead: null,
    usual: { known: 0, open: 1, start: null, production: null },
    together: null,
    impossible: null,
    dig: null,
    over: false,
    unlisted: false,
  } as unknown as ProjectForecast
}

test('the head of a forecast marks a day, or a count, that leans on a year whose holidays are not published', () => {
  const shown = (it: ProjectForecast) => [
    forecastHeadline(it, TODAY, 'zh-CN'),
    forecastPlan(it, TODAY, 'zh-CN'),
    isHeadProvisional(it),
  ]
  expect(shown(forecast('2027-03-12', true))).toEqual([
    '开工能早33个工作日 暂定',
    '新大方云创中心，计划 2027-04-30，预计 2027-03-12 暂定',
    true,
  ])
  expect(forecastHeadline(forecast('2027-03-12', true, null), TODAY, 'zh-CN')).toBe('预计 2027-03-12 开工 暂定')
  expect(shown(forecast('2026-12-11', false, null))).toEqual(['预计 12-11 开工', '新大方云创中心，没排计划', false])
})

test('lines are 暂定 as soon as one finishes in such a year, with what is tried or without', () => {
  const line = (finish: boolean, tried: boolean) =>
    ({
      finish: { on: TODAY, provisional: finish },
      tried: { start: null, finish: { on: TODAY, provisional: tried }, days: 1 },
    }) as unknown as ProjectForecast['line'][number]
  expect(
    [[line(false, false)], [line(true, false)], [line(false, false), line(false, true)]].map(areLinesProvisional),
  ).toEqual([false, true, true])
})
