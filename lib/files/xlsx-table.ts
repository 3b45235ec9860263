import { columnName } from '@/lib/domain/ledger-grid'
import { type CellKind, type CellValue, cellXml, FORMATS, type StringBook, sumCell, xmlText } from './xlsx-cell'
import { heightOf } from './xlsx-height'
import type { CellStyle, StyleBook } from './xlsx-style'

export type TableColumn = Readonly<{
  header: string
  kind: CellKind
  /** In characters of the body font. */
  width: number
  centred?: boolean
  hidden?: boolean
  /** Words a cell may hold; a spreadsheet offers them as a list. */
  choices?: readonly string[]
}>
/** A value, or one on a colour (RRGGBB). */
export type TableCell = CellValue | Readonly<{ value: CellValue; fill: string }>

/** Asks for the sum of a column in the total row. */
export const SUM = Symbol('sum')

/** A list as an office keeps it: title, unit line, header, rows, total. */
export type Table = Readonly<{
  name: string
  title: string
  /** Who fills it in; stands at the left under the title. */
  left: string
  /** Unit and day; stands at the right under the title. */
  right: string
  columns: readonly TableColumn[]
  rows: readonly (readonly TableCell[])[]
  total?: readonly (TableCell | typeof SUM)[]
  paper: 'A3' | 'A4'
  /** Columns that stay while the others scroll. */
  frozen: number
  /** Who took it and when: stands at the foot of every printed page. */
  stamp: string
}>

/** Title, unit line, header: what stands above the first row. */
const HEADING_ROWS = 3
/** Rows put into words at a time, so that others get their turn in between. */
const SLICE = 500

const heldIn = (cell: TableCell | undefined): CellValue =>
  cell !== null && typeof cell === 'object' ? cell.value : (cell ?? null)
const fillOf = (cell: TableCell | undefined): string | undefined =>
  cell !== null && typeof cell === 'object' ? cell.fill : undefined

function alignOf(column: TableColumn): CellStyle['align'] {
  if (column.centred || column.kind === 'day') return 'center'
  return column.kind === 'text' ? 'left' : 'right'
}

/** Rows 1 and 2, their ranges merged, and the header. */
function heading(table: Table, visible: number, styles: StyleBook, strings: StringBook) {
  const half = Math.max(1, Math.floor(visible / 2))
  const text = (at: string, value: string, style: CellStyle) => cellXml(at, 'text', value, styles.id(style), strings)
  const head = { font: 'head', align: 'center', border: true, wrap: true, fill: 'F2F2F2' } as const
  const last = columnName(visible)
  const merges = [`A1:${last}1`]
  if (half > 1) merges.push(`A2:${columnName(half)}2`)
  if (visible > half + 1) merges.push(`${columnName(half + 1)}2:${last}2`)
  const right = visible > half ? text(`${columnName(half + 1)}2`, table.right, { align: 'right' }) : ''
  return {
    merges,
    xml: [
      `<row r="1" ht="40" customHeight="1">${text('A1', table.title, { font: 'title', align: 'center' })}</row>`,
      `<row r="2" ht="20" customHeight="1">${text('A2', table.left, { align: 'left' })}${right}</row>`,
      `<row r="3" ht="${heightOf(table.columns.filter((c) => !c.hidden).map((c) => [c.header, c.width]))}" customHeight="1">${table.columns.map((c, i) => text(`${columnName(i + 1)}3`, c.header, head)).join('')}</row>`,
    ],
  }
}

async function body(table: Table, styles: StyleBook, strings: StringBook): Promise<string[]> {
  const names = table.columns.map((_, i) => columnName(i + 1))
  const styleOf = (column: TableColumn, fill: string | undefined) =>
    styles.id({
      align: fill ? 'center' : alignOf(column),
      format: FORMATS[column.kind],
      border: true,
      wrap: column.kind === 'text',
      ...(fill ? { fill } : {}),
    })
  const plain = table.columns.map((column) => styleOf(column, undefined))
  const rows: string[] = []
  for (const [i, row] of table.rows.entries()) {
    if (i > 0 && i % SLICE === 0) await new Promise((resolve) => setImmediate(resolve))
    const at = i + HEADING_ROWS + 1
    const cells = table.columns.map((column, c) => {
      const fill = fillOf(row[c])
      const style = fill ? styleOf(column, fill) : (plain[c] as number)
      return cellXml(`${names[c]}${at}`, column.kind, heldIn(row[c]), style, strings)
    })
    const texts = table.columns.flatMap(({ kind, width, hidden }, c) => {
      const text = kind === 'text' && !hidden ? heldIn(row[c]) : null
      return typeof text === 'string' ? [[text, width] as const] : []
    })
    rows.push(`<row r="${at}" ht="${heightOf(texts)}">${cells.join('')}</row>`)
  }
  return rows
}

function totalRow(table: Table, styles: StyleBook, strings: StringBook): string[] {
  const { total } = table
  if (!total) return []
  const [from, to] = [HEADING_ROWS + 1, HEADING_ROWS + table.rows.length]
  const at = to + 1
  const cells = table.columns.map((column, c) => {
    const format = FORMATS[column.kind]
    const style = styles.id({
      font: 'head',
      align: alignOf(column),
      format,
      border: true,
      wrap: column.kind === 'text',
    })
    const cell = total[c]
    if (cell === SUM) {
      const sum = table.rows.reduce((all, row) => all + (Number(heldIn(row[c])) || 0), 0)
      // Binary dust has no place in a total of 万元 with six decimals.
      return table.rows.length === 0
        ? cellXml(`${columnName(c + 1)}${at}`, column.kind, 0, style, strings)
        : sumCell(c + 1, from, to, at, Number(sum.toFixed(6)), style)
    }
    return cellXml(`${columnName(c + 1)}${at}`, column.kind, heldIn(cell), style, strings)
  })
  return [`<row r="${at}" ht="22" customHeight="1">${cells.join('')}</row>`]
}

/** Lists of words for the columns that have them. */
function validations(table: Table): string {
  const lists = table.columns.flatMap(({ choices }, c) =>
    choices && table.rows.length > 0
      ? `<dataValidation type="list" allowBlank="1" sqref="${columnName(c + 1)}${HEADING_ROWS + 1}:${columnName(c + 1)}${HEADING_ROWS + table.rows.length}"><formula1>&quot;${xmlText(choices.join(','))}&quot;</formula1></dataValidation>`
      : [],
  )
  return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
}

/** In a footer `&` begins a code; doubled it is itself. */
const footerText = (text: string) => xmlText(text.replaceAll('&', '&&'))

/**
 * The part of a worksheet, with everything a printer and a reader of the screen need.
 *
 * @param open whether it is the sheet a workbook opens with; two of them would be edited as one
 */
export async function tableXml(table: Table, styles: StyleBook, strings: StringBook, open: boolean): Promise<string> {
  const visible = table.columns.filter((column) => !column.hidden).length
  const { merges, xml } = heading(table, visible, styles, strings)
  const rows = await body(table, styles, strings)
  const corner = `${columnName(table.frozen + 1)}${HEADING_ROWS + 1}`
  const last = `${columnName(table.columns.length)}${HEADING_ROWS + Math.max(1, table.rows.length)}`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"${open ? ' tabSelected="1"' : ''}><pane xSplit="${table.frozen}" ySplit="${HEADING_ROWS}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18"/>',
    `<cols>${table.columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"${c.hidden ? ' hidden="1"' : ''}/>`).join('')}</cols>`,
    '<sheetData>',
    ...xml,
    ...rows,
    ...totalRow(table, styles, strings),
    '</sheetData>',
    `<autoFilter ref="A${HEADING_ROWS}:${last}"/>`,
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    validations(table),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${table.paper === 'A3' ? 8 : 9}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>&amp;L${footerText(table.stamp)}&amp;R第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}
