import type { GridCell, GridMerge, GridRow } from '@/lib/domain/ledger-grid'
import type { Archive } from './xlsx-archive'
import { Refusal, XLSX_LIMITS } from './xlsx-limits'
import { walkXml } from './xlsx-xml'

/** What a sheet needs from the rest of its workbook. `rowsLeft` and `charsLeft` are shared by all sheets. */
export type SheetContext = {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  rowsLeft: number
  charsLeft: number
}

/** `AB12` → row 12, column 28; null when it is no reference. */
function readReference(text: string | undefined): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text ?? '')
  if (!match) return null
  let column = 0
  for (const letter of match[1] as string) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]), column }
}

function readMerge(text: string | undefined): GridMerge | null {
  const [from, to] = (text ?? '').split(':').map(readReference)
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}

/** A number as the workbook shows it: fifteen significant digits, no exponent. */
function plainNumber(text: string): string | null {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return null
  const rounded = Number(value.toPrecision(15))
  return /e/i.test(String(rounded)) ? rounded.toFixed(10).replace(/\.?0+$/, '') : String(rounded)
}

type OpenCell = { column: number; type: string; style: number; value: string; formula: boolean }

function toCell(cell: OpenCell, { strings, dateStyles }: SheetContext): GridCell | null {
  const raw = cell.type === 's' ? (strings[Number(cell.value)] ?? '') : cell.value
  const long = raw.length > XLSX_LIMITS.cellChars
  const text = raw.slice(0, XLSX_LIMITS.cellChars)
  const made = (kind: GridCell['kind'], said: string): GridCell => ({ kind, text: said, formula: cell.formula, long })
  // A formula nobody has calculated: not an empty cell, the office sees a number there.
  if (text.trim() === '') return cell.formula && (cell.type === '' || cell.type === 'n') ? made('text', '') : null
  // Kept as 1 and 0, but the office sees a word: it is no amount.
  if (cell.type === 'b') return made('text', text === '1' ? 'TRUE' : 'FALSE')
  if (cell.type === 'e') return made('error', text)
  if (cell.type === 'n' || cell.type === '') {
    const number = plainNumber(text)
    if (number === null) return made('error', text)
    return made(dateStyles[cell.style] ? 'serial' : 'number', number)
  }
  // A sign a workbook cannot hold stands as _xHHHH_, and so does a text that looks like one.
  const said = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  // PostgreSQL keeps neither NUL nor half a character, and no office types one.
  return made('text', said.replaceAll('\u0000', '').toWellFormed())
}

/**
 * Reads one worksheet while it is unpacked: only cells with something in them stay.
 *
 * @throws Refusal past the row, column, merge and element budgets
 */
export async function readSheet(
  archive: Archive,
  part: string,
  context: SheetContext,
): Promise<{ rows: GridRow[]; merges: GridMerge[] }> {
  const rows: GridRow[] = []
  const merges: GridMerge[] = []
  let row = { number: 0, hidden: false, cells: new Map<number, GridCell>() }
  let cell: OpenCell | null = null
  let column = 0
  let collecting = false
  const finishCell = () => {
    const made = cell && toCell(cell, context)
    if (cell && made) {
      if (cell.column > XLSX_LIMITS.columns) throw new Refusal({ code: 'TOO_MANY_COLUMNS', limit: XLSX_LIMITS.columns })
      context.charsLeft -= made.text.length
      if (context.charsLeft < 0) throw new Refusal({ code: 'TEXT_TOO_LONG', limit: XLSX_LIMITS.textChars })
      row.cells.set(cell.column, made)
    }
    cell = null
  }
  await walkXml(archive, part, {
    open: (name, a) => {
      if (name === 'row') {
        row = {
          number: Number(a.r) || row.number + 1,
          hidden: a.hidden === '1' || a.hidden === 'true',
          cells: new Map(),
        }
        column = 0
      } else if (name === 'c') {
        column = readReference(a.r)?.column ?? column + 1
        cell = { column, type: a.t ?? '', style: Number(a.s ?? 0), value: '', formula: false }
      } else if (name === 'v' || name === 't') collecting = cell !== null
      else if (name === 'f' && cell) cell.formula = true
      else if (name === 'mergeCell') {
        const merge = readMerge(a.ref)
        if (merge && (merge.bottom > merge.top || merge.right > merge.left)) merges.push(merge)
        if (merges.length > XLSX_LIMITS.merges) throw new Refusal({ code: 'TOO_COMPLEX' })
      }
    },
    text: (text) => {
      if (collecting && cell && cell.value.length <= XLSX_LIMITS.cellChars)
        cell.value = (cell.value + text).slice(0, XLSX_LIMITS.cellChars + 1)
    },
    close: (name) => {
      if (name === 'v' || name === 't') collecting = false
      else if (name === 'c') finishCell()
      else if (name === 'row' && row.cells.size > 0) {
        if (--context.rowsLeft < 0) throw new Refusal({ code: 'TOO_MANY_ROWS', limit: XLSX_LIMITS.rows })
        rows.push(row)
      }
    },
  })
  return { rows, merges }
}
