import type { GridRow, GridSheet } from './ledger-grid'
import { nameKey, squeeze } from './ledger-text'

/** Columns of a ledger of procedures that are read; the others follow from facts. */
const HEADERS = [
  ['id', /^系统编号$/],
  ['export', /^导出编号$/],
  ['project', /^项目名称$|^项目$/],
  ['code', /^事项(?:编码|代码|编号)$/],
  ['item', /^(?:事项|手续|审批事项)(?:名称)?$/],
  ['handler', /^(?:经办|承办)人(?:姓名)?(?:[及和与、/]?(?:联系)?(?:电话|方式|联系方式|联系电话))?$/],
  ['promised', /^承诺(?:办理|办结)?(?:时限|期限)(?:\((?:个?工作日|天)\))?$/],
  ['receivedOn', /^(?:申报|收件|申请)(?:日期|时间|日)$/],
  ['acceptedOn', /^受理(?:日期|时间|日)$/],
  ['state', /^(?:办理)?状态$/],
  ['planOn', /^计划办结(?:日期|时间|日)$/],
  ['finishedOn', /^实际办结(?:日期|时间|日)$|^办结(?:日期|时间|日)$/],
  ['certificate', /^(?:证照|批文|许可证)(?:文号|编号|号)$/],
  ['expiresOn', /^(?:证照)?有效期至$/],
  ['note', /^备注$|^说明$/],
] as const
export type ProcedureField = (typeof HEADERS)[number][0]
/** Names and codes of the district’s items, by `nameKey`, to their code. */
export type ItemNames = ReadonlyMap<string, string>

const SEARCHED_ROWS = 15
/** So many key items beside each other make a wide table. */
const WIDE_ITEMS = 3

/** Where the columns of a ledger of procedures are; a wide one has a column for each key item. 表头 */
export type ProcedureHeader = Readonly<{
  row: number
  labels: ReadonlyMap<number, string>
  fields: ReadonlyMap<number, ProcedureField>
  items: ReadonlyMap<number, string>
  wide: boolean
}>

function headerOf(row: GridRow, names: ItemNames): ProcedureHeader | null {
  const labels = new Map([...row.cells].map(([column, cell]) => [column, squeeze(cell.text)]))
  const fields = new Map<number, ProcedureField>()
  const items = new Map<number, string>()
  for (const [column, label] of labels) {
    const field = HEADERS.find(([name, pattern]) => pattern.test(label) && ![...fields.values()].includes(name))?.[0]
    const item = names.get(nameKey(label.replace(/^★/, '')))
    if (field) fields.set(column, field)
    else if (item) items.set(column, item)
  }
  const found = new Set(fields.values())
  const long = found.has('project') && (found.has('item') || found.has('code')) && found.size >= 4
  const wide = found.has('project') && !long && items.size >= WIDE_ITEMS
  return long || wide ? { row: row.number, labels, fields, items, wide } : null
}

/** The header of a sheet, among its first rows; null where it is no ledger of procedures. */
export const procedureHeader = (grid: GridSheet, names: ItemNames): ProcedureHeader | null =>
  grid.rows
    .slice(0, SEARCHED_ROWS)
    .map((row) => headerOf(row, names))
    .find((found) => found !== null) ?? null
