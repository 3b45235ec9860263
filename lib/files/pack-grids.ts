// Grids as they travel between two processes: each text once, however many cells repeat it, and numbers for the rest. A
// sheet of 300,000 cells that all say the same 2,000 characters would be 600 MB written out.
import type { GridCell, GridMerge, GridRow, GridSheet } from '@/lib/domain/ledger-grid'

type PackedSheet = Readonly<{
  name: string
  hidden: boolean
  date1904: boolean
  /** top, left, bottom, right of each merge */
  merges: Int32Array
  /** number, hidden, number of cells of each row */
  rows: Int32Array
  /** column, kind and marks, text of each cell */
  cells: Int32Array
}>
export type PackedGrids = Readonly<{ texts: readonly string[]; sheets: readonly PackedSheet[] }>

const KINDS: readonly GridCell['kind'][] = ['text', 'number', 'serial', 'error']
const FORMULA = 4
const LONG = 8

/** Packs grids for the way. */
export function packGrids(sheets: readonly GridSheet[]): PackedGrids {
  const texts = new Map<string, number>()
  const placeOf = (text: string): number => {
    const known = texts.get(text)
    if (known !== undefined) return known
    texts.set(text, texts.size)
    return texts.size - 1
  }
  const packed = sheets.map(({ name, hidden, date1904, merges, rows }) => ({
    name,
    hidden,
    date1904,
    merges: Int32Array.from(merges.flatMap(({ top, left, bottom, right }) => [top, left, bottom, right])),
    rows: Int32Array.from(rows.flatMap((row) => [row.number, Number(row.hidden), row.cells.size])),
    cells: Int32Array.from(
      rows.flatMap((row) =>
        [...row.cells].flatMap(([column, cell]) => [
          column,
          KINDS.indexOf(cell.kind) | (cell.formula ? FORMULA : 0) | (cell.long ? LONG : 0),
          placeOf(cell.text),
        ]),
      ),
    ),
  }))
  return { texts: [...texts.keys()], sheets: packed }
}

const at = (numbers: Int32Array, i: number): number => numbers[i] ?? 0

function unpackSheet({ merges, rows, cells, ...sheet }: PackedSheet, texts: readonly string[]): GridSheet {
  const ranges: GridMerge[] = []
  for (let i = 0; i < merges.length; i += 4)
    ranges.push({ top: at(merges, i), left: at(merges, i + 1), bottom: at(merges, i + 2), right: at(merges, i + 3) })
  const made: GridRow[] = []
  let c = 0
  for (let i = 0; i < rows.length; i += 3) {
    const own = new Map<number, GridCell>()
    for (const end = c + 3 * at(rows, i + 2); c < end; c += 3) {
      const marks = at(cells, c + 1)
      own.set(at(cells, c), {
        kind: KINDS[marks & 3] ?? 'text',
        text: texts[at(cells, c + 2)] ?? '',
        formula: (marks & FORMULA) !== 0,
        long: (marks & LONG) !== 0,
      })
    }
    made.push({ number: at(rows, i), hidden: at(rows, i + 1) === 1, cells: own })
  }
  return { ...sheet, rows: made, merges: ranges }
}

/** The grids again, as they were packed. */
export const unpackGrids = ({ texts, sheets }: PackedGrids): GridSheet[] =>
  sheets.map((sheet) => unpackSheet(sheet, texts))
