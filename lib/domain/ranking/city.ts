import { basisPoints } from '../money'
import { type BulletinTable, said } from './bulletin'
import { MONEY_COLUMNS, yiCell } from './bulletin-tables'
import { aheadOf, percentOf } from './month-money'
import type { Mean, RankingContent } from './row'

/** A district of a city as its published month has it. */
export type DistrictLine = Readonly<{
  code: string
  district: string
  overall: RankingContent['overall']
  means: RankingContent['means']
}>

/** Districts from low to high share of the year's plan, those without a plan last, equal ones by code 从低到高. */
export const districtsInOrder = <T extends DistrictLine>(districts: readonly T[]): T[] =>
  [...districts].sort(
    (a, b) =>
      (a.overall.actual ?? Number.POSITIVE_INFINITY) - (b.overall.actual ?? Number.POSITIVE_INFINITY) ||
      (a.code < b.code ? -1 : 1),
  )

/** A mean as a percentage; null while nobody in the district was observed. */
export const meanShare = ({ num, den, n }: Mean): number | null =>
  n === 0 ? null : basisPoints(BigInt(num), BigInt(den))

/** The districts together: sums, and the share their sums make. */
export function cityTotal(
  districts: readonly DistrictLine[],
): Pick<
  RankingContent['overall'],
  'projects' | 'totalFen' | 'yearPlanFen' | 'doneFen' | 'newFen' | 'actual' | 'yearShare'
> {
  const sum = (of: 'totalFen' | 'yearPlanFen' | 'doneFen' | 'newFen') =>
    districts.reduce((all, { overall }) => all + BigInt(overall[of]), 0n)
  const [yearPlanFen, doneFen] = [sum('yearPlanFen'), sum('doneFen')]
  return {
    projects: districts.reduce((all, { overall }) => all + overall.projects, 0),
    totalFen: String(sum('totalFen')),
    yearPlanFen: String(yearPlanFen),
    doneFen: String(doneFen),
    newFen: String(sum('newFen')),
    actual: basisPoints(doneFen, yearPlanFen),
    yearShare: districts[0]?.overall.yearShare ?? 0,
  }
}

const percent = (bp: number | null): string => (bp === null ? '—' : percentOf(bp))

const moneyCells = (overall: ReturnType<typeof cityTotal>) =>
  [
    said(String(overall.projects)),
    yiCell(BigInt(overall.totalFen)),
    yiCell(BigInt(overall.yearPlanFen)),
    yiCell(BigInt(overall.doneFen)),
    said(percent(overall.actual)),
    yiCell(BigInt(overall.newFen)),
    said(aheadOf(overall.actual === null ? null : overall.actual - overall.yearShare)),
  ] as const

/**
 * The districts of a city side by side in the offices' layout 区县对比, from low to high.
 *
 * @source formats.md §1 row 1 (云浮市重点项目督查通报)
 */
export function districtTable(districts: readonly DistrictLine[]): BulletinTable {
  const rates = ({ means }: DistrictLine) =>
    [meanShare(means.AGENCY.A), meanShare(means.AREA.C), meanShare(means.AREA.A)].map((bp) => said(percent(bp)))
  const column = (header: string) => ({ header, width: 10, align: 'right', holds: 'share' }) as const
  return {
    key: 'districts',
    title: '区县对比',
    unit: `从低到高，时间进度${percentOf(cityTotal(districts).yearShare)}%`,
    columns: [
      { header: '序号', width: 5, align: 'center', holds: 'whole' },
      { header: '地区', width: 16, align: 'left', holds: 'text' },
      ...MONEY_COLUMNS,
      { header: '月末红色(个)', width: 8, align: 'right', holds: 'whole' },
      column('部门按期率(%)'),
      column('属地问题闭环率(%)'),
      column('开工兑现率(%)'),
    ],
    rows: districtsInOrder(districts).map((line, i) => [
      said(String(i + 1)),
      said(line.district),
      ...moneyCells(line.overall),
      said(String(line.overall.levels.RED)),
      ...rates(line),
    ]),
    total: [
      said(''),
      said('合计'),
      ...moneyCells(cityTotal(districts)),
      said(String(districts.reduce((all, { overall }) => all + overall.levels.RED, 0))),
      ...[said('—'), said('—'), said('—')],
    ],
    notes: [],
  }
}
