import { compareFractions, whole } from '../decimal'
import { INDICATORS, type Indicator, type ScoreTable } from '../score'
import { type BulletinColumn, type BulletinRun, type BulletinTable, counted, measured, said } from './bulletin'
import { figure, type MoneyFigure } from './bulletin-facts'
import { INDICATOR_NAMES, WHO } from './indicator-names'
import {
  aheadOf,
  exactYiOf,
  fromLowToHigh,
  type GroupedBy,
  groupsOf,
  type MoneyLine,
  moneyOf,
  percentOf,
  printedShare,
  yiOf,
} from './month-money'
import { keptText, type Pooled, pooled, shareOf } from './pooled'
import type { ProjectLine, RankingRow } from './row'

/** Projects a bulletin names one by one; all of them stand in its workbook. */
const NAMED_PROJECTS = 200
const DASH = said('—')

const column = (
  header: string,
  width: number,
  holds: BulletinColumn['holds'],
  align: BulletinColumn['align'] = holds === 'text' ? 'left' : 'right',
): BulletinColumn => ({ header, width, align, holds })

/** 总投资 … 本期新增, as the bulletins of cities and districts have them. */
export const MONEY_COLUMNS = [
  column('重点项目个数', 8, 'whole'),
  column('总投资金额(亿元)', 11, 'money'),
  column('年度计划投资金额(亿元)', 12, 'money'),
  column('累计投资金额(亿元)', 11, 'money'),
  column('完成年度百分比(%)', 10, 'share'),
  column('本期新增投资(亿元)', 10, 'money'),
  column('超(+)欠(-)时间进度(百分点)', 12, 'share'),
] as const

/** An amount in 亿元 as a cell: printed with two decimals, calculated with exactly. */
export const yiCell = (fen: bigint, of: string | null = null): BulletinRun => measured(yiOf(fen), exactYiOf(fen), of)

/** @param sum the figure of a sum of money of these projects */
const moneyCells = (money: MoneyLine, of: string, sum: (of: MoneyFigure) => string): BulletinRun[] => [
  counted(money.projects, of),
  yiCell(money.totalFen, sum('total')),
  // Without a plan there is nothing to add up.
  yiCell(money.planFen, money.share === null ? null : sum('plan')),
  yiCell(money.doneFen, money.share === null ? null : sum('done')),
  money.share === null ? said('—') : counted(percentOf(money.share), sum('share')),
  yiCell(money.newFen, sum('new')),
  said(aheadOf(money.ahead)),
]

const GROUPED = {
  area: { title: '各板块投资进度', header: '地区', what: '板块' },
  taskforce: { title: '各专班投资进度', header: '专班', what: '专班' },
} as const

/**
 * Progress of areas or task forces against the year's plan, from low to high 投资进度排名表.
 *
 * @source formats.md §1 row 1 (云浮市重点项目督查通报)
 */
export function moneyTable(projects: readonly ProjectLine[], by: GroupedBy, yearShare: number): BulletinTable {
  const { title, header, what } = GROUPED[by]
  const groups = groupsOf(projects, by)
  const lines = fromLowToHigh(groups.map(({ id, name, projects: own }) => ({ id, name, ...moneyOf(own, yearShare) })))
  const left = projects.length - groups.reduce((sum, group) => sum + group.projects.length, 0)
  return {
    key: `money-${by}`,
    title,
    unit: `从低到高，时间进度${percentOf(yearShare)}%`,
    columns: [column('序号', 6, 'whole', 'center'), column(header, 16, 'text'), ...MONEY_COLUMNS],
    rows: lines.map((line, i) => [
      said(String(i + 1)),
      said(line.name),
      ...moneyCells(line, figure.group(by, line.id), (of) => figure.groupMoney(by, line.id, of)),
    ]),
    total: [said(''), said('合计'), ...moneyCells(moneyOf(projects, yearShare), figure.projects, figure.money)],
    notes: left > 0 ? [`另有${left}个项目没有归到${what}，只计入合计。`] : [],
  }
}

const rankRun = ({ rank }: RankingRow) => (rank === null ? DASH : said(String(rank)))
const fewNote = (rows: readonly RankingRow[]): string[] =>
  rows.some(({ rank }) => rank === null) ? ['名次为“—”的样本不足，照列不排名。'] : []

/**
 * Scores of a table with the points of each of its five parts 得分排名表, in the order of the month's table.
 *
 * @source meetings-and-ranking B2
 */
export function scoreTable(table: ScoreTable, rows: readonly RankingRow[]): BulletinTable {
  const weights = rows[0]?.parts
  return {
    key: `score-${table}`,
    title: `${WHO[table]}得分`,
    unit: '单位：分',
    columns: [
      column('名次', 6, 'whole', 'center'),
      column(WHO[table], 18, 'text'),
      ...INDICATORS.map((indicator) =>
        column(`${INDICATOR_NAMES[table][indicator]}${weights ? `(${weights[indicator].weight})` : ''}`, 10, 'money'),
      ),
      column('扣分', 7, 'whole'),
      column('得分', 8, 'share'),
    ],
    rows: rows.map((row) => [
      rankRun(row),
      said(row.name),
      ...INDICATORS.map((indicator) => {
        const { n, points } = row.parts[indicator]
        return n > 0 ? counted(points, figure.points(table, row.subjectId, indicator)) : said(points)
      }),
      row.deduction.events > 0 ? counted(`−${row.deduction.points}`, figure.deducted(table, row.subjectId)) : said('0'),
      said(row.score),
    ]),
    total: null,
    notes: fewNote(rows),
  }
}

const shareText = (of: Pooled): string => {
  const share = shareOf(of)
  return share === null ? '—' : percentOf(share)
}

/** What a line of the table of agencies says, of one agency or of all. */
function timeCells(rows: readonly RankingRow[], subjectId: string | null): BulletinRun[] {
  const of = (indicator: Indicator) => pooled(rows, indicator)
  const due = (indicator: Indicator) =>
    of(indicator).n > 0 ? counted(of(indicator).due, figure.items('AGENCY', subjectId, indicator)) : said('0')
  const rate = (indicator: Indicator) =>
    shareOf(of(indicator)) === null
      ? DASH
      : counted(shareText(of(indicator)), figure.rate('AGENCY', subjectId, indicator))
  const events = rows.reduce((sum, { deduction }) => sum + deduction.events, 0)
  const A = of('A')
  return [
    due('A'),
    compareFractions(A.kept, whole(0)) > 0
      ? counted(keptText(A), figure.kept('AGENCY', subjectId, 'A'))
      : said(keptText(A)),
    rate('A'),
    rate('B'),
    due('C'),
    rate('C'),
    rate('D'),
    rate('E'),
    events > 0 ? counted(events, figure.deducted('AGENCY', subjectId)) : said('0'),
  ]
}

/**
 * How agencies kept their limits 部门时效表, in the order of the month's table.
 *
 * @source formats.md §1 row 2 (12345 通报), §5
 */
export function agencyTable(rows: readonly RankingRow[]): BulletinTable {
  return {
    key: 'agency-time',
    title: '部门办理时效',
    unit: '单位：件、%',
    columns: [
      column('序号', 6, 'whole', 'center'),
      column('受理单位', 18, 'text'),
      column('应办', 6, 'whole'),
      column('按期', 6, 'whole'),
      column('按期率', 8, 'share'),
      column('提速', 8, 'share'),
      column('牵头问题', 7, 'whole'),
      column('问题按期率', 8, 'share'),
      column('一次告知率', 8, 'share'),
      column('企业评价', 8, 'share'),
      column('法定超期', 7, 'whole'),
      column('评分', 7, 'share'),
      column('名次', 6, 'whole', 'center'),
    ],
    rows: rows.map((row, i) => [
      said(String(i + 1)),
      said(row.name),
      ...timeCells([row], row.subjectId),
      said(row.score),
      rankRun(row),
    ]),
    total: [said(''), said('合计'), ...timeCells(rows, null), DASH, DASH],
    notes: fewNote(rows),
  }
}

const share = (bp: number | null): string => (bp === null ? '—' : percentOf(bp))
const yi = (fen: string | null): BulletinRun => (fen === null ? DASH : yiCell(BigInt(fen)))

/** Furthest behind its plan first, those without a plan last, equal ones by name. */
const furthestBehind = (projects: readonly ProjectLine[]): ProjectLine[] =>
  [...projects].sort(
    (a, b) =>
      (a.deviation === null ? Number.POSITIVE_INFINITY : printedShare(a.deviation)) -
        (b.deviation === null ? Number.POSITIVE_INFINITY : printedShare(b.deviation)) || a.number - b.number,
  )

/**
 * Projects against their plans, furthest behind first, with the days of their colours 项目进度表.
 *
 * @param most how many are named one by one; what is left is said below the table
 * @source formats.md §1 rows 1 and 10
 */
export function projectTable(projects: readonly ProjectLine[], most = NAMED_PROJECTS): BulletinTable {
  const lines = furthestBehind(projects)
  const shown = lines.slice(0, most)
  return {
    key: 'projects',
    title: '项目进度',
    unit: '按偏差从低到高；偏差为实际进度减计划进度，各数由精确值四舍五入到一位小数',
    columns: [
      column('序号', 6, 'whole', 'center'),
      column('项目名称', 24, 'text'),
      column('板块', 10, 'text'),
      column('年度计划投资(亿元)', 10, 'money'),
      column('累计投资(亿元)', 9, 'money'),
      column('计划进度(%)', 8, 'share'),
      column('实际进度(%)', 8, 'share'),
      column('偏差(百分点)', 9, 'share'),
      column('本期新增(亿元)', 9, 'money'),
      column('红(天)', 6, 'whole'),
      column('黄(天)', 6, 'whole'),
    ],
    rows: shown.map((line, i) => [
      said(String(i + 1)),
      counted(line.name, figure.project(line.subjectId)),
      said(line.area ?? '—'),
      yi(line.yearPlanFen),
      yi(line.doneFen),
      said(share(line.planned)),
      said(share(line.actual)),
      said(aheadOf(line.deviation)),
      yi(line.newFen),
      said(String(line.colourDays.RED)),
      said(String(line.colourDays.YELLOW)),
    ]),
    total: null,
    notes:
      lines.length > shown.length
        ? [`共${lines.length}个项目，这里列出偏差最大的${shown.length}个，全部见随附的工作簿。`]
        : [],
  }
}
