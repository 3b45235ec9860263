import type { GridRow, GridSheet } from '../ledger-grid'
import { squeeze } from '../ledger-text'

/**
 * Columns of a ledger of problems 问题台账 as offices write them; the first that fits and is free wins.
 *
 * @source formats.md §3 and §1 row 4
 */
const HEADERS = [
  ['id', /^系统编号$/],
  ['export', /^导出编号$/],
  ['number', /^问题(?:编号|单号|序号)$/],
  ['source', /^(?:问题)?来源(?:渠道)?$/],
  [
    'about',
    /^(?:企业|项目|单位)(?:\((?:项目|企业)\)|[/、]?(?:企业|项目))?(?:名称)?$|^(?:反映|诉求|提出)(?:单位|企业|项目)(?:名称)?$/,
  ],
  [
    'text',
    /^(?:企业)?(?:反映|存在|提出)?(?:的)?(?:困难)?问题(?:[及和与、]?(?:诉求|困难))?(?:描述|内容|事项)?$|^(?:企业)?诉求(?:问题|内容|事项)?$|^(?:企业)?问题诉求(?:内容)?$/,
  ],
  ['kind', /^(?:问题|诉求)?(?:类别|类型|分类)$/],
  ['raisedOn', /^(?:提出|反映|收集|登记|上报|受理)(?:日期|时间|日)$/],
  ['tier', /^(?:问题|解决|协调|办理)?(?:级别|层级)(?:\(部门\/专班\/区\/市\))?$/],
  ['lead', /^(?:牵头|责任|主办|承办|办理|(?:问题)?交办)(?:单位|部门|局委)$/],
  ['supports', /^(?:配合|协办|协助)(?:单位|部门)$/],
  ['owner', /^(?:具体)?(?:责任|经办|办理|承办)人(?:[及和与、/]?(?:联系)?(?:电话|方式))?$/],
  ['assignedOn', /^(?:交办|分办|转办)(?:日期|时间|日)$/],
  ['dueOn', /^(?:办理|解决(?:问题)?|完成|办结|整改)?时限(?:要求)?$|^(?:完成|办理|要求完成)期限$/],
  ['progress', /^(?:当前|目前|办理|工作|最新)?进展(?:情况)?$|^(?:办理|落实|处理)情况$/],
  ['outcome', /^(?:办理|处理|解决)?(?:结果|状态)(?:\(.*\))?$|^(?:是否解决|解决情况|办结情况)$/],
  ['finishedOn', /^(?:实际)?(?:办结|解决|完成|销号)(?:日期|时间|日)$/],
  ['satisfied', /^(?:企业)?(?:是否满意|满意(?:度|情况))$/],
  ['revisit', /^回访(?:情况|结果|记录)?$/],
  ['urged', /^(?:督办|催办)次数$/],
  ['struck', /^(?:是否)?销号(?:情况)?$/],
  ['note', /^(?:备注|说明)$/],
] as const satisfies readonly (readonly [string, RegExp])[]
export type IssueField = (typeof HEADERS)[number][0]

/** Columns only a ledger of projects has: there 存在问题 is a column beside others. */
const OF_PROJECTS = /^(?:所属专班|形象进度|建设内容|建设性质|年度(?:计划|累计)|(?:项目)?总投资)/
const SEARCHED_ROWS = 15
/** Columns a ledger of problems has beside the problem itself, at least. */
const ENOUGH = 3

/** Where the columns of a ledger of problems are. 表头 */
export type IssueHeader = Readonly<{
  row: number
  labels: ReadonlyMap<number, string>
  fields: ReadonlyMap<number, IssueField>
}>

function headerOf(row: GridRow): IssueHeader | null {
  const labels = new Map([...row.cells].map(([column, cell]) => [column, squeeze(cell.text)]))
  if ([...labels.values()].some((label) => OF_PROJECTS.test(label))) return null
  const fields = new Map<number, IssueField>()
  const taken = new Set<IssueField>()
  for (const [column, label] of labels) {
    const field = HEADERS.find(([name, pattern]) => !taken.has(name) && pattern.test(label))?.[0]
    if (!field) continue
    fields.set(column, field)
    taken.add(field)
  }
  return taken.has('text') && taken.size > ENOUGH ? { row: row.number, labels, fields } : null
}

/**
 * The header of a ledger of problems among the first rows of a sheet; null where it is none.
 *
 * @source formats.md §3
 */
export const issueHeader = (grid: GridSheet): IssueHeader | null =>
  grid.rows
    .slice(0, SEARCHED_ROWS)
    .map(headerOf)
    .find((found) => found !== null) ?? null
