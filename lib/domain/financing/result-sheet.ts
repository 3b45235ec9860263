import { readDay } from '../ledger-date'
import type { GridRow, GridSheet } from '../ledger-grid'
import { readMoney } from '../ledger-money'
import { saidOf, squeeze } from '../ledger-text'
import { type PlainDate, yearOf } from '../plain-date'
import { err, type Failure, ok, type Result } from '../result'
import { RESULT_EXPORT } from './export'
import { rateBp } from './money'
import { FINANCING_REASONS, type FinancingReason } from './need'

/** A row of what banks sent back, as it is kept: amounts in 分 as text. */
export type ResultLine = Readonly<{
  sheet: string
  row: number
  /** 系统编号: the need at one bank the row is about. */
  id: string
  /** Who it is about as the sheet says it, for whoever reads the preview. */
  name: string
  bank: string
  acceptedOn: PlainDate | null
  transferred: boolean
  grantedFen: string | null
  rateBp: number | null
  decidedOn: PlainDate | null
  signedFen: string | null
  paidNewFen: string | null
  paidRenewedFen: string | null
  paidOn: PlainDate | null
  reason: FinancingReason | null
  wrong: readonly Failure[]
}>

/** Rows a workbook of results may have. */
export const MOST_RESULTS = 1_000
const HEAD_ROWS = 10

type Column = 'id' | (typeof RESULT_EXPORT)[number]['key']
const HEADERS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['系统编号', 'id'],
  ...RESULT_EXPORT.map(({ key, header }) => [squeeze(header), key] as const),
])

/** The row of headers among the first ones, by the hidden number and the state. */
function headOf(sheet: GridSheet): Readonly<{ row: GridRow; columns: ReadonlyMap<Column, number> }> | null {
  for (const row of sheet.rows.slice(0, HEAD_ROWS)) {
    const columns = new Map<Column, number>()
    for (const [at, cell] of row.cells) {
      const column = HEADERS.get(squeeze(cell.text))
      if (column && !columns.has(column)) columns.set(column, at)
    }
    if (columns.has('id') && columns.has('granted')) return { row, columns }
  }
  return null
}

/**
 * Reads what banks sent back 对接结果: rows by their hidden 系统编号; a cell that cannot be read keeps its row out and says why.
 *
 * @param reasons the reason each word of the sheet stands for
 * @returns err FINANCING_SHEET_UNKNOWN without the headers, FINANCING_SHEET_LONG, FINANCING_SHEET_EMPTY
 * @source formats.md §4
 */
export function readResultSheet(
  sheets: readonly GridSheet[],
  reasons: ReadonlyMap<string, FinancingReason>,
  transferredWord: string,
  today: PlainDate,
): Result<readonly ResultLine[]> {
  const lines: ResultLine[] = []
  let known = false
  for (const sheet of sheets) {
    const head = headOf(sheet)
    if (!head) continue
    known = true
    for (const row of sheet.rows)
      if (row.number > head.row.number) {
        const line = lineOf(sheet, row, head.columns, { reasons, transferredWord, today })
        if (line) lines.push(line)
      }
  }
  if (!known) return err({ code: 'FINANCING_SHEET_UNKNOWN' })
  if (lines.length > MOST_RESULTS) return err({ code: 'FINANCING_SHEET_LONG', most: MOST_RESULTS })
  return lines.length === 0 ? err({ code: 'FINANCING_SHEET_EMPTY' }) : ok(lines)
}

type Words = Readonly<{
  reasons: ReadonlyMap<string, FinancingReason>
  transferredWord: string
  today: PlainDate
}>

function lineOf(
  sheet: GridSheet,
  row: GridRow,
  columns: ReadonlyMap<Column, number>,
  { reasons, transferredWord, today }: Words,
): ResultLine | null {
  const text = (column: Column) => {
    const at = columns.get(column)
    return at === undefined ? undefined : row.cells.get(at)?.text
  }
  const id = saidOf(text('id'))
  // Totals and remarks below the rows have no number.
  if (id === null) return null
  const wrong: Failure[] = []
  const header = (column: Column) => RESULT_EXPORT.find(({ key }) => key === column)?.header ?? ''
  const refuse = (column: Column) => {
    wrong.push({ code: 'FINANCING_CELL_UNREADABLE', header: header(column), text: (text(column) ?? '').slice(0, 40) })
    return null
  }
  const day = (column: Column): PlainDate | null => {
    const read = readDay(text(column), yearOf(today), sheet.date1904, yearOf(today))
    return read.ok && !read.value?.monthOnly ? (read.value?.on ?? null) : refuse(column)
  }
  const money = (column: Column): string | null => {
    const read = readMoney(text(column), '万元')
    if (!read.ok) return refuse(column)
    return read.value === null ? null : read.value.toString()
  }
  const typedRate = saidOf(text('rate'))
  const rate = typedRate === null ? null : rateBp(typedRate)
  const typedReason = saidOf(text('reason'))
  const code = typedReason === null ? null : (reasons.get(typedReason) ?? null)
  return {
    sheet: sheet.name,
    row: row.number,
    id: id.slice(0, 40),
    name: (saidOf(text('enterprise')) ?? '').slice(0, 80),
    bank: (saidOf(text('bank')) ?? '').slice(0, 40),
    acceptedOn: day('acceptedOn'),
    transferred: saidOf(text('state')) === transferredWord,
    grantedFen: money('granted'),
    rateBp: typedRate !== null && rate === null ? refuse('rate') : rate,
    decidedOn: day('decidedOn'),
    signedFen: money('signed'),
    paidNewFen: money('paidNew'),
    paidRenewedFen: money('paidRenewed'),
    paidOn: day('paidOn'),
    reason:
      typedReason === null || code
        ? code
        : FINANCING_REASONS.some((reason) => reason === typedReason)
          ? (typedReason as FinancingReason)
          : refuse('reason'),
    wrong,
  }
}
