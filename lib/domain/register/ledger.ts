import { readCreditCode } from '../credit-code'
import type { EnterpriseSize, EnterpriseState, Industry } from '../enterprise'
import type { PackChannel } from '../gift-pack'
import { dayIn } from '../ledger-date'
import type { GridCell, GridRow, GridSheet } from '../ledger-grid'
import type { LedgerNote } from '../ledger-row'
import type { SheetColumn } from '../ledger-sheet'
import { isLeftOut, saidOf, squeeze } from '../ledger-text'
import type { PlainDate } from '../plain-date'

/** Which ledger it is: the register of enterprises 企业台账, or packs handed out 大礼包发放清单. */
export type RegisterKind = 'ENTERPRISE' | 'PACK'

/** Columns as offices write them; the first that fits and is free wins. */
const HEADERS = {
  ENTERPRISE: [
    ['name', /^企业(?:名称|全称)?$|^单位名称$/],
    ['creditCode', /^(?:统一)?(?:社会)?信用代码$/],
    ['size', /^(?:企业)?(?:规模|类型)$/],
    ['industry', /^(?:所属)?行业(?:门类)?$/],
    ['street', /^(?:所在|所属)?(?:街道|乡镇|镇办)$/],
    ['address', /^(?:注册|经营|企业)?地址$/],
    ['foundedOn', /^(?:企业)?成立(?:日期|时间|日)$/],
    ['employees', /^(?:从业|职工|员工)人数$/],
    ['standings', /^(?:企业)?(?:认定|资质)$/],
    ['state', /^(?:存续|经营)?状态$/],
  ],
  PACK: [
    ['name', /^(?:领取)?企业(?:名称|全称)?$|^(?:领取)?单位名称$/],
    ['creditCode', /^(?:统一)?(?:社会)?信用代码$/],
    ['batch', /^(?:大礼包)?批次(?:名称)?$/],
    ['channel', /^(?:发放)?(?:渠道|方式)$/],
    ['on', /^(?:发放|领取)(?:日期|时间|日)$/],
    ['note', /^(?:备注|说明)$/],
  ],
} as const satisfies Readonly<Record<RegisterKind, readonly (readonly [string, RegExp])[]>>
type Field = (typeof HEADERS)[RegisterKind][number][0]

/** Columns without which it is not that ledger. */
const WANTED: Readonly<Record<RegisterKind, readonly Field[]>> = {
  PACK: ['name', 'batch', 'on'],
  ENTERPRISE: ['name', 'creditCode'],
}
/** Columns only other ledgers have: there the enterprise is one column beside others. */
const OF_OTHERS = /^(?:项目名称|所属专班|形象进度|建设内容|(?:项目)?总投资|融资金额|授信额度|.*问题(?:描述|内容)?|岗位)/
const SEARCHED_ROWS = 15
const SAID = 40
const MOST_TEXT = 120
const TOTAL = /^(?:合计|总计|小计|共计)/

/** How a remark and a difference call a column. */
export const registerField = (field: string): string => `register.${field}`

/** Words of a ledger for the codes they mean, as the office writes them. */
export type RegisterWords = Readonly<{
  size: ReadonlyMap<string, EnterpriseSize>
  industry: ReadonlyMap<string, Industry>
  state: ReadonlyMap<string, EnterpriseState>
  channel: ReadonlyMap<string, PackChannel>
}>

/** A word as it is compared: without signs between its parts. */
export const registerWord = (text: string): string => squeeze(text).replace(/[、,，和及与]/g, '')

/** What a row says of an enterprise; null is what it leaves open. */
export type EnterpriseCells = Readonly<{
  size: EnterpriseSize | null
  industry: Industry | null
  /** As it is written: the district knows which street it means. */
  street: string | null
  address: string | null
  foundedOn: PlainDate | null
  employees: number | null
  aboveScale: boolean | null
  highTech: boolean | null
  specialised: boolean | null
  state: EnterpriseState | null
}>

/** What a row says of a pack. */
export type PackCells = Readonly<{
  batch: string
  channel: PackChannel
  on: PlainDate | null
  note: string | null
}>

export type RegisterRow = Readonly<{
  sheet: string
  row: number
  name: string
  creditCode: string | null
  enterprise: EnterpriseCells
  pack: PackCells
  notes: readonly LedgerNote[]
}>

/** Sheets of a workbook that are such a ledger, all of one kind. */
export type RegisterLedger = Readonly<{
  kind: RegisterKind
  sheets: readonly Readonly<{
    name: string
    rows: number
    unknownColumns: readonly string[]
    headerRow: number
    columns: readonly SheetColumn[]
  }>[]
  rows: readonly RegisterRow[]
}>

type Header = Readonly<{
  row: number
  labels: ReadonlyMap<number, string>
  fields: ReadonlyMap<number, Field>
}>

function headerOf(row: GridRow, kind: RegisterKind): Header | null {
  const labels = new Map([...row.cells].map(([column, cell]) => [column, squeeze(cell.text)]))
  if ([...labels.values()].some((label) => OF_OTHERS.test(label))) return null
  const fields = new Map<number, Field>()
  const taken = new Set<Field>()
  for (const [column, label] of labels) {
    const field = HEADERS[kind].find(([name, pattern]) => !taken.has(name) && pattern.test(label))?.[0]
    if (!field) continue
    fields.set(column, field)
    taken.add(field)
  }
  return WANTED[kind].every((field) => taken.has(field)) ? { row: row.number, labels, fields } : null
}

const NOTHING: EnterpriseCells = {
  size: null,
  industry: null,
  street: null,
  address: null,
  foundedOn: null,
  employees: null,
  aboveScale: null,
  highTech: null,
  specialised: null,
  state: null,
}

/** Reads the cells of a row; what nobody can read keeps the row out and says which column it is. */
function readRow(
  cells: ReadonlyMap<Field, GridCell>,
  row: GridRow,
  grid: GridSheet,
  kind: RegisterKind,
  words: RegisterWords,
  today: PlainDate,
): RegisterRow | null {
  const text = (field: Field) => saidOf(cells.get(field)?.text)
  const name = text('name')
  if (isLeftOut(name) || TOTAL.test(squeeze(name ?? ''))) return null
  // A number of a form beside nothing is no row.
  if (name === null && text('creditCode') === null) return null
  const notes: LedgerNote[] = []
  const bad = (code: string, params: LedgerNote['params'] = {}) =>
    notes.push({ severity: 'error', code, params: { ...params, refusal: 1 } })
  const unreadable = (field: Field) =>
    bad('REGISTER_CELL', { column: registerField(field), text: (text(field) ?? '').slice(0, SAID) })
  if (name === null) bad('REGISTER_NAME')
  const long = (['name', 'address', 'note'] as const).find((field) => (text(field)?.length ?? 0) > MOST_TEXT)
  if (long) unreadable(long)
  const said = text('creditCode')
  const code = said === null ? null : readCreditCode(said)
  if (code && !code.ok) bad(code.error.code, { said: said ?? '' })
  const word = <T>(field: 'size' | 'industry' | 'state' | 'channel', known: ReadonlyMap<string, T>): T | null => {
    const typed = text(field)
    if (typed === null) return null
    const found = known.get(registerWord(typed)) ?? null
    if (found === null) unreadable(field)
    return found
  }
  const day = (field: 'foundedOn' | 'on'): PlainDate | null => {
    const found = dayIn(cells.get(field), grid.date1904, today, true)
    if (found !== 'unreadable' && (found === null || found <= today)) return found
    unreadable(field)
    return null
  }
  const standings = text('standings')
  const standing = (mark: string) => (standings === null ? null : standings.includes(mark))
  const count = text('employees')
  const employees = count === null ? null : /^\d{1,7}/.exec(squeeze(count))?.[0]
  if (employees === undefined) unreadable('employees')
  const enterprise: EnterpriseCells =
    kind === 'PACK'
      ? NOTHING
      : {
          size: word('size', words.size),
          industry: word('industry', words.industry),
          street: text('street'),
          address: text('address'),
          foundedOn: day('foundedOn'),
          employees: employees ? Number(employees) : null,
          aboveScale: standing('规上'),
          highTech: standing('高新'),
          specialised: standing('专精特新'),
          state: word('state', words.state),
        }
  const on = kind === 'PACK' ? day('on') : null
  const batch = text('batch') ?? ''
  if (kind === 'PACK' && batch === '') bad('PACK_BATCH_MISSING')
  if (kind === 'PACK' && on === null && text('on') === null) unreadable('on')
  return {
    sheet: grid.name,
    row: row.number,
    name: name ?? '',
    creditCode: code?.ok ? code.value : null,
    enterprise,
    pack: {
      batch,
      channel: (kind === 'PACK' ? word('channel', words.channel) : null) ?? 'HALL',
      on,
      note: text('note'),
    },
    notes,
  }
}

/**
 * Reads a workbook as a ledger of enterprises 企业台账 or of packs handed out 大礼包发放清单; null where it is neither.
 *
 * @param words what the office's words mean
 */
export function readRegisterLedger(
  grids: readonly GridSheet[],
  today: PlainDate,
  words: RegisterWords,
): RegisterLedger | null {
  for (const kind of ['PACK', 'ENTERPRISE'] as const) {
    const found = grids.flatMap((grid) => {
      const header = grid.rows
        .slice(0, SEARCHED_ROWS)
        .map((row) => headerOf(row, kind))
        .find((one) => one !== null)
      return header ? [{ grid, header }] : []
    })
    if (found.length === 0) continue
    const sheets = found.map(({ grid, header }) => {
      const rows = grid.rows.flatMap((row) => {
        if (row.number <= header.row) return []
        const cells = new Map<Field, GridCell>()
        for (const [column, field] of header.fields) {
          const cell = row.cells.get(column)
          if (cell) cells.set(field, cell)
        }
        const read = readRow(cells, row, grid, kind, words, today)
        return read ? [read] : []
      })
      const columns = [...header.labels].map(([column, label]): SheetColumn => {
        const field = header.fields.get(column)
        return { column, label, field: field ? registerField(field) : null }
      })
      const unknownColumns = columns.flatMap(({ field, label }) => (field === null && label !== '' ? [label] : []))
      return { name: grid.name, headerRow: header.row, columns, unknownColumns, rows }
    })
    return {
      kind,
      sheets: sheets.map(({ rows, ...sheet }) => ({ ...sheet, rows: rows.length })),
      rows: sheets.flatMap(({ rows }) => rows),
    }
  }
  return null
}
