import { expect, test } from 'vitest'
import { projectOf } from '@/lib/domain/ranking/bulletin.fixture'
import { moneyTable } from '@/lib/domain/ranking/bulletin-tables'
import { bulletinRows } from './ranking-sheets'

const area = (n: number) => ({ areaId: `a${n}`, area: `板块${n}` })
const totals = (projects: Parameters<typeof moneyTable>[0]) => bulletinRows(moneyTable(projects, 'area', 8_329)).total
/** A third of a 亿元, which no two decimals hold. */
const third = { totalFen: '3333333333' }

test('a total is the sum of its rows, which are exact where they print rounded', () => {
  const total = totals([projectOf(1, {}, { ...area(1), ...third }), projectOf(2, {}, { ...area(2), ...third })])
  expect(total?.[3]?.value).toBeCloseTo(0.6666666666, 9)
  expect(total?.map(({ summed }) => summed)).toEqual([false, false, true, true, true, true, false, true, false])
})

test('what stands in no row is in the total only: that is no sum', () => {
  const none = { areaId: null, area: null }
  expect(totals([projectOf(1, {}, area(1)), projectOf(2, {}, none)])?.[2]).toEqual({ value: 2, summed: false })
})
