import { dayOfSerial } from './ledger-date'
import type { GridCell, GridSheet } from './ledger-grid'

/** A cell of an uploaded ledger that was mended in the preview 改格: its place, what stood there, what counts instead. */
export type LedgerMend = Readonly<{
  sheet: string
  /** As the office sees them, from 1. */
  row: number
  column: number
  label: string
  was: string
  text: string
}>

/** Mends are for small errors: who has more of them than this mends the file. */
export const MOST_MENDS = 300
/** As long as a cell of a ledger may be. */
export const MEND_CHARS = 2_000

type Place = Readonly<{ sheet: string; row: number; column: number }>

/** What a cell of a workbook shows, with its line breaks as a form sends them back; empty where there is none. */
export function textAt(grids: readonly GridSheet[], { sheet, row, column }: Place): string {
  const grid = grids.find(({ name }) => name === sheet)
  const cell = grid?.rows.find(({ number }) => number === row)?.cells.get(column)
  // A day the workbook keeps as a number.
  const day = cell?.kind === 'serial' ? dayOfSerial(Number(cell.text), grid?.date1904 ?? false) : null
  return day ?? lines(cell?.text ?? '')
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n')

const samePlace = (a: Place, b: Place) => a.sheet === b.sheet && a.row === b.row && a.column === b.column

/**
 * Mends with some more of them: the same cell again takes the new text, and one that says what the file says is none.
 *
 * @param grids the file as it was uploaded
 */
export function withMends(
  grids: readonly GridSheet[],
  mends: readonly LedgerMend[],
  more: readonly Omit<LedgerMend, 'was'>[],
): LedgerMend[] {
  const mended = mends.filter((mend) => !more.some((other) => samePlace(mend, other)))
  for (const mend of more) {
    const [was, text] = [textAt(grids, mend), lines(mend.text)]
    if (text !== was) mended.push({ ...mend, text, was })
  }
  return mended
}

const mendedCell = (text: string): GridCell => ({ kind: 'text', text, formula: false, long: text.length > MEND_CHARS })

/** The workbook as if its cells had been mended in the file itself, so that every later step reads the mended text. */
export function mendGrids(grids: readonly GridSheet[], mends: readonly LedgerMend[]): readonly GridSheet[] {
  if (mends.length === 0) return grids
  return grids.map((grid) => {
    const own = mends.filter(({ sheet }) => sheet === grid.name)
    if (own.length === 0) return grid
    const rows = grid.rows.map((row) => {
      const cells = own.filter((mend) => mend.row === row.number)
      if (cells.length === 0) return row
      return { ...row, cells: new Map([...row.cells, ...cells.map((c) => [c.column, mendedCell(c.text)] as const)]) }
    })
    return { ...grid, rows }
  })
}
