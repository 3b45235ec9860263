import { expect, test } from 'vitest'
import { contentOf } from './bulletin.fixture'
import { cityTotal, type DistrictLine, districtTable, meanShare } from './city'

const district = (code: string, name: string, more = {}): DistrictLine => {
  const { overall, means } = contentOf(more)
  return { code, district: name, overall, means }
}

test('districts stand from low to high, those without a plan last, their sums below', () => {
  const table = districtTable([
    district('2', '高区', { actual: 9_000 }),
    district('3', '无计划区', { actual: null, yearPlanFen: '0' }),
    district('1', '低区', { actual: 4_000 }),
  ])
  expect(table.rows.map((row) => [row[1]?.text, row[6]?.text, row[8]?.text])).toEqual([
    ['低区', '40.0', '−43.3'],
    ['高区', '90.0', '+6.7'],
    ['无计划区', '—', '—'],
  ])
  expect(table.total?.map(({ text }) => text).slice(1, 5)).toEqual(['合计', '6', '60.00', '16.00'])
  expect(table.rows[0]?.slice(-3).map(({ text }) => text)).toEqual(['80.0', '75.0', '80.0'])
})

test('the share of the sums is that of all money, not of the shares', () => {
  const yi = (n: number) => String(n * 10_000_000_000)
  const total = cityTotal([
    district('1', '大区', { yearPlanFen: yi(90), doneFen: yi(45) }),
    district('2', '小区', { yearPlanFen: yi(10), doneFen: yi(10) }),
  ])
  expect(total.actual).toBe(5_500)
})

test('a mean nobody was observed for is no rate', () => {
  expect(meanShare({ num: '17', den: '20', shown: '0.85', n: 0 })).toBeNull()
  expect(meanShare({ num: '17', den: '20', shown: '0.85', n: 4 })).toBe(8_500)
})
