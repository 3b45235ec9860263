import type { LedgerField } from './ledger-column'
import { readDay } from './ledger-date'
import type { GridCell, GridSheet } from './ledger-grid'
import type { LedgerNote } from './ledger-row'
import { type LedgerSheet, readSheetRows, type SheetRow } from './ledger-sheet'
import { saidOf, squeeze } from './ledger-text'
import { mondayOf, type PlainDate, parsePlainDate, yearOf } from './plain-date'

/** Cells of a row by the field an import reads them as. */
export type CellTexts = Readonly<Record<string, string>>
/** What an export wrote, by the id of each row: the base of a comparison. */
export type ExportBase = Readonly<Record<string, Readonly<{ version: number; cells: CellTexts }>>>

/** Everything a ledger that was once exported is compared with 三方比对. */
export type ThreeWay = Readonly<{
  bases: ReadonlyMap<string, ExportBase>
  /** What the same cells would hold if they were exported now, by project. */
  theirs: ReadonlyMap<string, CellTexts>
  /** What somebody decided about a cell, by `cellKey`. */
  choices: CellTexts
  today: PlainDate
}>

/** As much of a cell as a message has room for. */
const SAID = 200

/** What a decision about one cell is remembered by. */
export const cellKey = (id: string, field: string): string => `${id} ${field}`

/** Columns that say which row it is, or what it was exported with. */
const IDENTITY: readonly string[] = ['id', 'number', 'version', 'export']
const MONEY: readonly string[] = ['total', 'plan', 'week', 'done']

/** Whether a day comes back as a spreadsheet keeps or shows it: its serial number, 2026/11/3. */
function sameDay(text: string, day: string, date1904: boolean): boolean {
  const known = parsePlainDate(day)
  if (!known) return false
  const read = readDay(text, yearOf(known), date1904, yearOf(known))
  return read.ok && read.value?.on === known && !read.value.monthOnly && !read.value.assumed
}

/**
 * Whether two texts of a cell say the same. Money may come back as a spreadsheet shows it, with its thousands set apart and
 * two decimals; a day as its serial number.
 */
function same(field: string, mine: string, other: string, date1904 = false): boolean {
  const [a, b] = [saidOf(mine), saidOf(other)].map((text) => (text === null ? '' : squeeze(text))) as [string, string]
  if (a === b || sameDay(a, b, date1904)) return true
  if (!MONEY.includes(field) || a === '' || b === '') return false
  const [x, y] = [Number(a.replaceAll(',', '')), Number(b.replaceAll(',', ''))]
  return x === y || (/^-?[\d,]+\.\d\d$/.test(a) && x === Number(y.toFixed(2)))
}

/** Exports some rows of a workbook come from, and the projects they mean. */
export function exportedRows(
  sheets: readonly GridSheet[],
  today: PlainDate,
  columns: ReadonlyMap<string, LedgerField>,
): Readonly<{ exportIds: ReadonlySet<string>; projectIds: ReadonlySet<string> }> {
  const [exportIds, projectIds] = [new Set<string>(), new Set<string>()]
  for (const grid of sheets)
    for (const { cells } of (grid.hidden ? null : readSheetRows(grid, today, columns))?.rows ?? []) {
      const [exportId, id] = [idIn(cells.get('export')), idIn(cells.get('id'))]
      if (exportId && id) {
        exportIds.add(exportId)
        projectIds.add(id)
      }
    }
  return { exportIds, projectIds }
}

const idIn = (cell: GridCell | undefined): string => squeeze(cell?.text ?? '').toLowerCase()

/**
 * The cells of an exported row as somebody has changed them: those he left alone say nothing, so that what others entered
 * since stays; of a cell both have changed a person decides.
 *
 * A row that was not exported, or by an export nobody remembers, is taken as it stands.
 *
 * @param spelled how a message names a field
 */
export function settleCells<F extends string>(
  said: ReadonlyMap<F, GridCell>,
  sheet: Pick<LedgerSheet, 'asOf' | 'date1904'>,
  { bases, theirs, choices, today }: ThreeWay,
  spelled: (field: F) => string = (field) => field,
): Readonly<{ cells: ReadonlyMap<F, GridCell>; notes: readonly LedgerNote[] }> {
  const id = idIn(said.get('id' as F))
  const base = bases.get(idIn(said.get('export' as F)))?.[id]?.cells
  if (!base) return { cells: said, notes: [] }
  const now = theirs.get(id)
  const cells = new Map(said)
  const notes: LedgerNote[] = []
  const thisWeek = sheet.asOf === null || mondayOf(sheet.asOf) === mondayOf(today)
  for (const [field, cell] of said) {
    const was = base[field]
    if (was === undefined || IDENTITY.includes(field)) continue
    // Money of another week has no cell of today to be compared with.
    const is = field === 'week' && !thisWeek ? was : (now?.[field] ?? was)
    const left = () => {
      // A row needs its name to be a row: the one it has now.
      if (field === 'name') cells.set(field, { ...cell, text: is })
      else cells.delete(field)
    }
    if (same(field, cell.text, was, sheet.date1904)) left()
    else if (!same(field, is, was) && !same(field, cell.text, is, sheet.date1904)) {
      const choice = choices[cellKey(id, field)]
      if (choice !== 'mine') left()
      const texts = { mine: cell.text.slice(0, SAID), theirs: is.slice(0, SAID), base: was.slice(0, SAID) }
      const params = { field: spelled(field), ...texts, cell: cellKey(id, field) }
      if (choice) notes.push({ severity: 'warning', code: 'CELL_CHOSEN', params: { ...params, choice } })
      else notes.push({ severity: 'question', code: 'CELL_CONFLICT', params })
    }
  }
  return { cells, notes }
}

/** As `settleCells`, of a row of a ledger of projects. */
export function settleRow(
  row: SheetRow,
  sheet: Pick<LedgerSheet, 'asOf' | 'date1904'>,
  ways: ThreeWay,
): Readonly<{ row: SheetRow; notes: readonly LedgerNote[] }> {
  const { cells, notes } = settleCells(row.cells, sheet, ways)
  return { row: { ...row, cells }, notes }
}
