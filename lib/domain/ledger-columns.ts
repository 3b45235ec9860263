import type { Ledger } from './ledger'
import { fieldOf } from './ledger-column'
import type { GridRow, GridSheet } from './ledger-grid'
import { headerInSet, headerSet } from './ledger-header'
import type { SheetColumn } from './ledger-sheet'
import { nameKey, tidy } from './ledger-text'

/** A column to show: what it is called, what it is taken for, and what stands in its first cells. */
export type ShownColumn = SheetColumn & Readonly<{ samples: readonly string[]; set: string }>
export type ShownSheet = Readonly<{ name: string; headerRow: number; columns: readonly ShownColumn[] }>

const SAMPLES = 3
const SAMPLE_CHARS = 24
/** Headers stand near the top. */
const SEARCHED_ROWS = 15

function samplesOf(grid: GridSheet, column: number, headerRow: number): string[] {
  const found: string[] = []
  for (const row of grid.rows) {
    const text = row.number > headerRow ? tidy(row.cells.get(column)?.text ?? '') : ''
    if (text !== '') found.push(text.replace(/\s+/g, ' ').slice(0, SAMPLE_CHARS))
    if (found.length === SAMPLES) break
  }
  return found
}

/** The row that looks most like a header where none is known: the one with the most words, the upper of two. */
function likelyHeader(grid: GridSheet): GridRow | null {
  const words = (row: GridRow) => [...row.cells.values()].filter(({ text }) => !/^[\d.,\s]*$/.test(text)).length
  return grid.rows
    .slice(0, SEARCHED_ROWS)
    .reduce<GridRow | null>((best, row) => (best === null || words(row) > words(best) ? row : best), null)
}

/**
 * The columns of a workbook for somebody to check 对列: of its ledgers, or, where none was recognised, of the rows that look
 * most like headers.
 */
export function shownColumns(grids: readonly GridSheet[], ledger: Ledger): ShownSheet[] {
  if (ledger.sheets.length > 0)
    return ledger.sheets.flatMap(({ name, headerRow, columns }) => {
      const grid = grids.find((g) => g.name === name)
      if (!grid) return []
      const set = headerSet(columns.map(({ label }) => label))
      const shown = columns.map((c) => ({ ...c, set, samples: samplesOf(grid, c.column, headerRow) }))
      return { name, headerRow, columns: shown }
    })
  return grids.flatMap((grid) => {
    const header = grid.hidden ? null : likelyHeader(grid)
    if (!header) return []
    const set = headerSet([...header.cells.values()].map(({ text }) => tidy(text)))
    const columns = [...header.cells].map(([column, { text }]) => ({
      column,
      set,
      label: tidy(text),
      field: fieldOf(text),
      samples: samplesOf(grid, column, header.number),
    }))
    return { name: grid.name, headerRow: header.number, columns }
  })
}

/** Columns by their header, each header of a set once: an answer is remembered by both, whatever the sheet. */
export function distinctColumns(sheets: readonly ShownSheet[]): ShownColumn[] {
  const byLabel = new Map<string, ShownColumn>()
  for (const { columns } of sheets)
    for (const column of columns) {
      const key = nameKey(headerInSet(column.set, column.label))
      if (nameKey(column.label) !== '' && !byLabel.has(key)) byLabel.set(key, column)
    }
  return [...byLabel.values()]
}
