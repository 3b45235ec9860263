import type { LedgerField } from './ledger-column'
import type { GridSheet } from './ledger-grid'
import { type LedgerNote, type LedgerRow, readRow } from './ledger-row'
import { readSheetRows, type SheetColumn } from './ledger-sheet'
import { nameKey } from './ledger-text'
import { settleRow, type ThreeWay } from './ledger-three-way'
import type { PlainDate } from './plain-date'
import type { Stage } from './project'

/** A workbook read as ledgers, before anything is known of the district. */
export type Ledger = Readonly<{
  sheets: readonly Readonly<{
    name: string
    rows: number
    unknownColumns: readonly string[]
    headerRow: number
    columns: readonly SheetColumn[]
  }>[]
  /** Sheets that were not read, and why. */
  skipped: readonly Readonly<{ name: string; reason: 'HIDDEN' | 'NO_HEADER' | 'EMPTY' }>[]
  rows: readonly LedgerRow[]
}>

/** What an office has explained once about words in its ledgers. */
export type LedgerWords = Readonly<{ columns: ReadonlyMap<string, LedgerField>; stages: ReadonlyMap<string, Stage> }>

/** Rows that name the same project, by id, code or name: none of them can be right on its own. */
function markTwins(rows: readonly LedgerRow[]): LedgerRow[] {
  const groups = new Map<string, LedgerRow[]>()
  const join = (key: string, row: LedgerRow) => groups.set(key, [...(groups.get(key) ?? []), row])
  for (const row of rows) {
    if (row.id) join(`id ${row.id}`, row)
    if (row.code) join(`code ${row.code}`, row)
    if (row.name) join(`name ${nameKey(row.name)}`, row)
  }
  const twins = new Map<LedgerRow, LedgerRow>()
  for (const group of groups.values())
    if (group.length > 1)
      for (const row of group) if (!twins.has(row)) twins.set(row, group.find((other) => other !== row) as LedgerRow)
  return rows.map((row) => {
    const twin = twins.get(row)
    if (!twin) return row
    const params = { row: twin.row, sheet: twin.sheet, elsewhere: twin.sheet === row.sheet ? 'no' : 'yes' }
    const note: LedgerNote = { severity: 'error', code: 'TWICE', params }
    return { ...row, notes: [...row.notes, note] }
  })
}

const statedIn = ({ totalFen, planFen, problem, request }: LedgerRow): LedgerRow['stated'] => ({
  totalFen,
  planFen,
  issue: problem !== null || request !== null,
})

/**
 * Reads every sheet of a workbook that is a ledger 读台账.
 *
 * Hidden sheets stay out: they hold lists and old copies. Hidden rows count, with a warning: a filter hides them too.
 *
 * @param today the day rows speak of when the heading names none
 * @param exported what rows that were once exported are compared with; without it each row is taken as it stands
 */
export function readLedger(
  sheets: readonly GridSheet[],
  today: PlainDate,
  words: LedgerWords,
  exported?: ThreeWay,
): Ledger {
  const ledgers: Ledger['sheets'][number][] = []
  const skipped: Ledger['skipped'][number][] = []
  const rows: LedgerRow[] = []
  for (const grid of sheets) {
    const sheet = grid.hidden ? null : readSheetRows(grid, today, words.columns)
    if (!sheet) {
      skipped.push({ name: grid.name, reason: grid.hidden ? 'HIDDEN' : grid.rows.length === 0 ? 'EMPTY' : 'NO_HEADER' })
      continue
    }
    const { name, unknownColumns, headerRow, columns } = sheet
    ledgers.push({ name, rows: sheet.rows.length, unknownColumns, headerRow, columns })
    for (const found of sheet.rows) {
      const { row, notes: settled } = exported ? settleRow(found, sheet, exported) : { row: found, notes: [] }
      const read = readRow(row, sheet, today, words.stages)
      const stated = exported ? { stated: statedIn(readRow(found, sheet, today, words.stages)) } : {}
      rows.push({ ...read, ...stated, notes: [...read.notes, ...settled] })
    }
  }
  return { sheets: ledgers, skipped, rows: markTwins(rows) }
}
