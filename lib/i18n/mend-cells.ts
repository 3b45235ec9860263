import type { GridSheet } from '@/lib/domain/ledger-grid'
import { type LedgerMend, textAt } from '@/lib/domain/ledger-mend'
import type { LedgerReport, ReportRow } from '@/lib/domain/ledger-report'
import { noteCell } from './import-text'

/** A cell that can be mended in the preview: its place, what it says now, and what the file says where it was mended. */
export type MendableCell = Readonly<{
  /** Number of its fields. */
  n: number
  sheet: string
  row: number
  column: number
  label: string
  text: string
  was: string | null
  /** Names a person or a telephone: never kept in a browser. */
  personal: boolean
}>

type Opened = Readonly<{
  draft: Readonly<{ mends: readonly LedgerMend[] }>
  grids: readonly GridSheet[]
  report: LedgerReport | null
}>

/** Of two people’s versions of a cell one is chosen, not a third typed. */
const CHOSEN = new Set(['CELL_CONFLICT', 'CELL_CHOSEN'])

const PERSONAL: ReadonlySet<string> = new Set([
  'steward',
  'stewardPhone',
  'contact',
  'contactPhone',
  'phone',
  'issue.owner',
])

/** Cells of some rows that keep them out, and those mended already, each once. */
export function mendableCells(rows: readonly ReportRow[], { draft, grids, report }: Opened): MendableCell[] {
  const found = new Map<string, MendableCell>()
  const sheets = report?.sheets ?? []
  for (const row of rows) {
    const wrong = row.notes.filter(({ severity, code }) => severity !== 'warning' && !CHOSEN.has(code))
    const places = [
      ...wrong.flatMap((note) => noteCell(note, row, sheets).column ?? []),
      ...draft.mends.flatMap((mend) => (mend.sheet === row.sheet && mend.row === row.row ? [mend.column] : [])),
    ]
    for (const column of places) {
      const place = { sheet: row.sheet, row: row.row, column }
      const key = cellKeyOf(place)
      if (found.has(key)) continue
      const mend = draft.mends.find((m) => m.sheet === place.sheet && m.row === place.row && m.column === column)
      const { label = '', field = null } =
        sheets.find(({ name }) => name === row.sheet)?.columns.find((c) => c.column === column) ?? {}
      const personal = field !== null && PERSONAL.has(field)
      found.set(key, { n: found.size, ...place, label, text: textAt(grids, place), was: mend?.was ?? null, personal })
    }
  }
  return [...found.values()]
}

/** A place as a form sends it. */
export const cellKeyOf = ({ sheet, row, column }: Readonly<{ sheet: string; row: number; column: number }>): string =>
  `${row}:${column}:${sheet}`
