// The office gets its own workbook back, not one that looks like it: everything stays as it was, byte for byte, but the
// sheets with marks, the styles they need, and whatever would act by itself in a file that comes from here.
import { columnName } from '@/lib/domain/ledger-grid'
import { err, ok, type Result } from '@/lib/domain/result'
import { openArchive } from './xlsx-archive'
import { xmlText } from './xlsx-cell'
import { Refusal, type XlsxRefusal } from './xlsx-limits'
import { type MarkStyles, markStyles } from './xlsx-mark-styles'
import { readWorkbookParts } from './xlsx-parts'
import { assembleZip, packPart } from './zip'

/** What to write beside one row, and which of its cells to colour; columns and rows count from 1. */
export type Mark = Readonly<{ row: number; columns: readonly number[]; text: string }>
/** The marks of one sheet: `column` is where they are written, under `header` in the header row. */
export type SheetMarks = Readonly<{
  sheet: string
  headerRow: number
  column: number
  header: string
  marks: readonly Mark[]
}>

const WIDTH = 60
const ROW = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g
const CELL = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? null

function columnNumber(reference: string | null): number | null {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1]
  return letters ? [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) : null
}

type Cell = { column: number; style: number; xml: string }

function cellsOf(body: string): Cell[] {
  let last = 0
  return [...body.matchAll(CELL)].map(([xml, , attributes = '']) => {
    last = columnNumber(attribute(attributes, 'r')) ?? last + 1
    return { column: last, style: Number(attribute(attributes, 's') ?? 0), xml }
  })
}

/** The opening tag of a cell with another style. */
const restyled = ({ xml }: Cell, style: number): string =>
  xml.replace(/^(<(?:\w+:)?c\b)([^>]*?)(\/?>)/, (_all, open: string, attributes: string, close: string) => {
    const rest = attributes.replace(/\ss="[^"]*"/, '')
    return `${open}${rest} s="${style}"${close}`
  })

function rebuiltRow(
  prefix: string,
  attributes: string,
  body: string,
  number: number,
  { column, header, headerRow }: SheetMarks,
  mark: Mark | undefined,
  styles: MarkStyles | null,
): string {
  const cells = new Map(cellsOf(body).map((cell) => [cell.column, cell]))
  const at = (n: number) => `${columnName(n)}${number}`
  for (const n of mark?.columns ?? []) {
    if (!styles) break
    const cell = cells.get(n) ?? { column: n, style: 0, xml: `<${prefix}c r="${at(n)}"/>` }
    cells.set(n, { ...cell, xml: restyled(cell, styles.marked(cell.style)) })
  }
  const said = number === headerRow ? header : mark?.text
  const before = [...cells.values()].filter((cell) => cell.column < column).pop()
  cells.delete(column)
  if (said !== undefined) {
    const style = number === headerRow ? (before?.style ?? 0) : styles?.note
    const s = style === undefined ? '' : ` s="${style}"`
    const text = `<${prefix}is><${prefix}t xml:space="preserve">${xmlText(said)}</${prefix}t></${prefix}is>`
    const xml = `<${prefix}c r="${at(column)}"${s} t="inlineStr">${text}</${prefix}c>`
    cells.set(column, { column, style: 0, xml })
  }
  const rest = attributes.replace(/\sspans="[^"]*"/, '').replace(/\s(?:ht|customHeight)="[^"]*"/g, mark ? '' : '$&')
  const inside = [...cells.values()].sort((a, b) => a.column - b.column)
  return `<${prefix}row${rest}>${inside.map(({ xml }) => xml).join('')}</${prefix}row>`
}

/** The sheet with a wide column for the marks, where no range of widths covers it already. */
function widened(xml: string, column: number): string {
  const [, prefix = ''] = /<((?:\w+:)?)sheetData\b/.exec(xml) ?? []
  const col = `<${prefix}col min="${column}" max="${column}" width="${WIDTH}" customWidth="1"/>`
  const cols = /<(?:\w+:)?cols>([\s\S]*?)<\/(?:\w+:)?cols>/.exec(xml)
  if (!cols) return xml.replace(/<(?:\w+:)?sheetData\b/, (open) => `<${prefix}cols>${col}</${prefix}cols>${open}`)
  const last = Math.max(...[...(cols[1] ?? '').matchAll(/\smax="(\d+)"/g)].map(([, max]) => Number(max)))
  return last >= column ? xml : xml.replace(/<\/(?:\w+:)?cols>/, (close) => `${col}${close}`)
}

function markedSheet(xml: string, sheet: SheetMarks, styles: MarkStyles | null): string {
  const byRow = new Map(sheet.marks.map((mark) => [mark.row, mark]))
  let number = 0
  const rows = xml.replace(ROW, (all, prefix: string, attributes: string, body: string | undefined) => {
    number = Number(attribute(attributes, 'r')) || number + 1
    if (number < sheet.headerRow) return all
    return rebuiltRow(prefix, attributes, body ?? '', number, sheet, byRow.get(number), styles)
  })
  return widened(rows.replace(/<(?:\w+:)?dimension\b[^>]*\/>/, ''), sheet.column)
}

const FORMULA = /<((?:\w+:)?)f(?=[\s>/])[^>]*?(?:\/>|>[^<]*<\/\1f>)/g
const LINKS = /<((?:\w+:)?)hyperlinks\b[^>]*>[\s\S]*?<\/\1hyperlinks>/g
/** In which order formulas are counted: a spreadsheet takes one that names cells without a formula for damage. */
const CHAIN = 'xl/calcchain.xml'
const CHAIN_MENTIONS: Readonly<Record<string, RegExp>> = {
  '[content_types].xml': /<(?:\w+:)?Override\b[^>]*PartName="\/xl\/calcChain\.xml"[^>]*\/>/gi,
  'xl/_rels/workbook.xml.rels': /<(?:\w+:)?Relationship\b[^>]*Type="[^"]*\/calcChain"[^>]*\/>/gi,
}

/** The sheet with the values its formulas had last, and without links: nothing in it counts, fetches or leads away. */
const plainSheet = (xml: string): string => xml.replace(FORMULA, '').replace(LINKS, '')

/**
 * A copy of the office’s own workbook with its errors marked: cells coloured, and a column that says what is wrong.
 *
 * A column of marks from an earlier round is written anew. Formulas become the values they had, links are gone; pictures
 * and sheets without either stay untouched.
 *
 * @returns err with the reason the file cannot be read
 */
export async function markXlsx(bytes: Uint8Array, sheets: readonly SheetMarks[]): Promise<Result<Buffer, XlsxRefusal>> {
  try {
    const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const workbook = await readWorkbookParts(archive)
    const styles = workbook.styles ? markStyles(await archive.text(workbook.styles)) : null
    const replaced = new Map<string, string>()
    for (const { name, part } of workbook.sheets) {
      if (!archive.names.includes(part.toLowerCase())) continue
      const xml = await archive.text(part)
      const marks = sheets.find(({ sheet }) => sheet === name)
      const made = marks ? markedSheet(plainSheet(xml), marks, styles) : plainSheet(xml)
      if (made !== xml) replaced.set(part.toLowerCase(), made)
    }
    if (archive.names.includes(CHAIN))
      for (const [name, mention] of Object.entries(CHAIN_MENTIONS))
        if (archive.names.includes(name)) replaced.set(name, (await archive.text(name)).replace(mention, ''))
    if (workbook.styles && styles) replaced.set(workbook.styles.toLowerCase(), styles.xml())
    const parts = []
    for (const name of archive.names) {
      if (name === CHAIN) continue
      const body = replaced.get(name)
      parts.push(
        body === undefined ? await archive.packed(name) : await packPart({ name: archive.spelled(name), body }),
      )
    }
    return ok(assembleZip(parts))
  } catch (reason) {
    if (reason instanceof Refusal) return err(reason.reason)
    throw reason
  }
}
