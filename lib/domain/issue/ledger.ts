import { dayIn } from '../ledger-date'
import { type GridCell, type GridRow, type GridSheet, indexMerges, type MergeIndex, mergeAt } from '../ledger-grid'
import type { LedgerNote } from '../ledger-row'
import type { SheetColumn } from '../ledger-sheet'
import { isLeftOut, saidOf, squeeze } from '../ledger-text'
import { settleCells, type ThreeWay } from '../ledger-three-way'
import type { PlainDate } from '../plain-date'
import type { IssueSource } from './issue'
import type { IssueKind } from './kind'
import { type IssueField, type IssueHeader, issueHeader } from './ledger-header'
import {
  kindSaid,
  ratingSaid,
  type SaidRating,
  type SaidState,
  sourceSaid,
  stateSaid,
  struckSaid,
  tierSaid,
} from './ledger-words'
import type { IssueTier } from './tier'

const DAYS = ['raisedOn', 'assignedOn', 'dueOn', 'finishedOn'] as const
type DayField = (typeof DAYS)[number]

/** One problem as a ledger states it; what it leaves open, or left as it was exported, is null. 问题台账行 */
export type IssueLedgerRow = Readonly<{
  sheet: string
  row: number
  id: string | null
  number: number | null
  /** What the row says the problem is, changed or not. */
  name: string
  source: IssueSource | null
  about: string | null
  text: string | null
  kind: IssueKind | null
  tier: IssueTier | null
  /** Units as they are written, the leading one first. */
  lead: string | null
  supports: readonly string[] | null
  owner: string | null
  days: Readonly<Partial<Record<DayField, PlainDate>>>
  progress: string | null
  said: SaidState | null
  rating: SaidRating | null
  revisit: string | null
  urged: number | null
  struck: boolean | null
  note: string | null
  notes: readonly LedgerNote[]
}>

/** Sheets of a workbook that are ledgers of problems. */
export type IssueLedger = Readonly<{
  sheets: readonly Readonly<{
    name: string
    rows: number
    unknownColumns: readonly string[]
    headerRow: number
    columns: readonly SheetColumn[]
  }>[]
  rows: readonly IssueLedgerRow[]
}>

/** What a remark calls a column of a ledger of problems. */
export const issueField = (field: string): string => `issue.${field}`

const TOTAL = /^(?:合计|总计|小计|共计)/
/** Columns nobody reads: running numbers, and what an import wrote beside the rows it could not take. */
const IGNORED = /^(?:序号|编号|版本|错误说明)$/
const BETWEEN = /[、,，;；\n]+/
const SAID = 40
// A problem is read on one line of a list and printed in one cell.
const TEXT_MAX = 1_000

type Cells = ReadonlyMap<IssueField, GridCell>

/** Cells of a row by field; a range merged downward speaks for every row it covers. */
function cellsOf(row: GridRow, header: IssueHeader, merges: MergeIndex, byNumber: ReadonlyMap<number, GridRow>) {
  const cells = new Map<IssueField, GridCell>()
  for (const [column, field] of header.fields) {
    const merge = mergeAt(merges, row.number, column)
    const cell =
      row.cells.get(column) ??
      (merge && merge.top > header.row ? byNumber.get(merge.top)?.cells.get(column) : undefined)
    if (cell) cells.set(field, cell)
  }
  return cells
}

/** Reads words of a cell; what nobody knows is a remark beside it, of a kind that says what becomes of the row. */
function reader(cells: Cells, notes: LedgerNote[]) {
  const text = (field: IssueField) => saidOf(cells.get(field)?.text)
  return {
    text,
    as: <T>(field: IssueField, read: (text: string) => T | null, code: string, severity: LedgerNote['severity']) => {
      const said = text(field)
      const value = said === null ? null : read(said)
      if (said !== null && value === null)
        notes.push({ severity, code, params: { field: issueField(field), text: said.slice(0, SAID) } })
      return value
    },
  }
}

const wholeOf = (text: string): number | null => {
  const found = /^\d{1,6}/.exec(squeeze(text))
  return found ? Number(found[0]) : null
}

/** The number of a problem as we write it, “问题〔2026〕417”; an office’s own numbering says nothing here. */
const numberOf = (text: string | null): number | null => {
  const found = /[〔[【(](?:19|20)\d{2}[〕\]】)](\d{1,9})号?$/.exec(squeeze(text ?? ''))
  return found ? Number(found[1]) : null
}

/** Several units of one cell, each once. */
const unitsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(BETWEEN)
      .map((unit) => unit.trim())
      .filter((unit) => saidOf(unit) !== null),
  ),
]

function readRow(
  found: Cells,
  row: GridRow,
  grid: GridSheet,
  { today, titled, ways }: Readonly<{ today: PlainDate; titled: IssueSource | null; ways: ThreeWay | undefined }>,
): IssueLedgerRow | null {
  const stated = (field: IssueField) => saidOf(found.get(field)?.text)
  const [name, about, id] = [stated('text'), stated('about'), stated('id')]
  if (isLeftOut(name) || TOTAL.test(squeeze(about ?? ''))) return null
  // Numbers and names of forms beside nothing are no problem: a row wants its words, or a name to ask for them.
  if (name === null && about === null) return null
  const settled = ways
    ? settleCells(found, { asOf: null, date1904: grid.date1904 }, ways, issueField)
    : { cells: found, notes: [] as readonly LedgerNote[] }
  const notes: LedgerNote[] = [...settled.notes]
  const bad = (code: string, field: IssueField, params: LedgerNote['params'] = {}) =>
    notes.push({ severity: 'error', code, params: { field: issueField(field), ...params } })
  for (const [field, cell] of settled.cells) {
    if (cell.formula && cell.text === '') bad('FORMULA_EMPTY', field)
    if (cell.kind === 'error') bad('CELL_ERROR', field, { text: cell.text.slice(0, SAID) })
    if (cell.long) bad('CELL_TOO_LONG', field)
  }
  const { text, as } = reader(settled.cells, notes)
  if (name === null) bad('ISSUE_TEXT_EMPTY', 'text')
  else if (name.length > TEXT_MAX) bad('ISSUE_TEXT_LONG', 'text', { max: TEXT_MAX })
  const days: Partial<Record<DayField, PlainDate>> = {}
  for (const field of DAYS) {
    const day = dayIn(settled.cells.get(field), grid.date1904, today, field !== 'dueOn')
    if (day === 'unreadable') bad('MONTH_INVALID', field, { text: (text(field) ?? '').slice(0, SAID) })
    else if (day) days[field] = day
  }
  const lead = text('lead')
  const [first = null, ...beside] = lead === null ? [] : unitsOf(lead)
  const supports = text('supports')
  return {
    sheet: grid.name,
    row: row.number,
    id: id && squeeze(id).toLowerCase(),
    number: numberOf(stated('number')),
    name: name ?? '',
    // A source that is no ledger of ours is counted where ledgers are, and said: rows are not lost for a word.
    source: as('source', sourceSaid, 'ISSUE_SOURCE_OTHER', 'warning') ?? titled,
    about: text('about'),
    text: text('text'),
    kind: as('kind', kindSaid, 'ISSUE_KIND_OTHER', 'warning'),
    tier: as('tier', tierSaid, 'ISSUE_TIER_UNKNOWN', 'error'),
    lead: first,
    supports: supports === null && beside.length === 0 ? null : [...beside, ...unitsOf(supports ?? '')],
    owner: text('owner'),
    days,
    progress: text('progress'),
    said: as('outcome', stateSaid, 'ISSUE_OUTCOME_UNKNOWN', 'error'),
    rating: as('satisfied', ratingSaid, 'ISSUE_RATING_UNKNOWN', 'warning'),
    revisit: text('revisit'),
    urged: as('urged', wholeOf, 'ISSUE_COUNT_ODD', 'warning'),
    struck: as('struck', struckSaid, 'ISSUE_STRUCK_UNKNOWN', 'error'),
    note: text('note'),
    notes,
  }
}

function* rowsOf(grid: GridSheet, header: IssueHeader) {
  const merges = indexMerges(grid.merges)
  const byNumber = new Map(grid.rows.map((row) => [row.number, row]))
  for (const row of grid.rows)
    if (row.number > header.row) yield { row, cells: cellsOf(row, header, merges, byNumber) as Cells }
}

/** Ledgers a title names: the other sources are words any title may have. */
const TITLED: readonly IssueSource[] = ['ASSISTANCE', 'WALKTHROUGH', 'MONITOR_POINT']

/** The source a ledger without such a column has by its title: 万人助万企问题台账. */
function titledSource(grid: GridSheet, header: IssueHeader): IssueSource | null {
  if ([...header.fields.values()].includes('source')) return null
  const above = grid.rows.filter(({ number }) => number < header.row).flatMap(({ cells }) => [...cells.values()])
  const said = [grid.name, ...above.map(({ text }) => text)].map(sourceSaid)
  return said.find((source) => source !== null && TITLED.includes(source)) ?? null
}

/**
 * Reads a workbook as a ledger of problems 问题台账.
 *
 * @param exported what rows that were once exported are compared with
 * @returns null when no sheet is such a ledger
 * @source formats.md §3, §6
 */
export function readIssueLedger(
  grids: readonly GridSheet[],
  today: PlainDate,
  exported?: ThreeWay,
): IssueLedger | null {
  const sheets: IssueLedger['sheets'][number][] = []
  const rows: IssueLedgerRow[] = []
  for (const grid of grids) {
    const header = grid.hidden ? null : issueHeader(grid)
    if (!header) continue
    const terms = { today, titled: titledSource(grid, header), ways: exported }
    const read = [...rowsOf(grid, header)].flatMap(({ row, cells }) => readRow(cells, row, grid, terms) ?? [])
    rows.push(...read)
    const columns = [...header.labels].map(([column, label]) => {
      const field = header.fields.get(column)
      return { column, label, field: field ? issueField(field) : IGNORED.test(label) ? 'ignored' : null }
    })
    const unknownColumns = columns.flatMap(({ label, field }) => (field === null && label !== '' ? [label] : []))
    sheets.push({ name: grid.name, rows: read.length, unknownColumns, headerRow: header.row, columns })
  }
  return sheets.length > 0 ? { sheets, rows } : null
}

/** Exports the rows of a ledger of problems come from. */
export function issueExports(grids: readonly GridSheet[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const grid of grids) {
    const header = grid.hidden ? null : issueHeader(grid)
    for (const { cells } of header ? rowsOf(grid, header) : []) {
      const id = squeeze(cells.get('export')?.text ?? '').toLowerCase()
      if (id !== '') ids.add(id)
    }
  }
  return ids
}
