import type { LedgerField } from './ledger-column'
import { type GridCell, type GridRow, type GridSheet, indexMerges, type MergeIndex, mergeAt } from './ledger-grid'
import { findHeader, type LedgerHeader, unitsOf } from './ledger-header'
import type { MoneyUnit } from './ledger-money'
import { isLeftOut, saidOf, squeeze } from './ledger-text'
import { type PlainDate, parsePlainDate, yearOf } from './plain-date'

/** A row of a ledger by what its columns mean. */
export type SheetRow = Readonly<{
  number: number
  hidden: boolean
  cells: ReadonlyMap<LedgerField, GridCell>
  /** Title of the section it stands under, for ledgers that group by 专班 instead of naming it. */
  section: string | null
}>

/** A sheet that is a ledger, its heading understood. 台账工作表 */
export type LedgerSheet = Readonly<{
  name: string
  title: string
  /** Day the heading says the ledger stands at (截至), if it does. */
  asOf: PlainDate | null
  /** Year of the plan column: the header's own, else the heading's, else the day's. */
  planYear: number
  /** The request column speaks of the district (需区级协调). */
  districtRequest: boolean
  date1904: boolean
  units: ReadonlyMap<LedgerField, MoneyUnit>
  unknownColumns: readonly string[]
  /** The last row of the header. */
  headerRow: number
  columns: readonly SheetColumn[]
  rows: readonly SheetRow[]
}>

/** A column of a sheet as the office sees it, and what it is taken for; null when nobody knows. Columns count from 1. */
export type SheetColumn = Readonly<{ column: number; label: string; field: string | null }>

/** Cells of a row by field; a range merged downward speaks for every row it covers. */
function cellsOf(row: GridRow, header: LedgerHeader, merges: MergeIndex, byNumber: ReadonlyMap<number, GridRow>) {
  const cells = new Map<LedgerField, GridCell>()
  for (const [column, field] of header.columns) {
    if (field === 'ignored') continue
    const merge = mergeAt(merges, row.number, column)
    // A range that began in the header is a heading, not a value.
    const cell =
      row.cells.get(column) ??
      (merge && merge.top > header.lastRow ? byNumber.get(merge.top)?.cells.get(column) : undefined)
    if (cell) cells.set(field, cell)
  }
  return cells
}

const TOTAL = /^(?:合计|总计|小计|共计|累计|总和|总数|平均)|(?:合计|小计|总计)[::]?$/
const FOOTNOTE = /^(?:注|备注|说明|填表|制表|审核|填报|编制|单位|联系人|负责人|主要领导)[^,，。]{0,8}[::]/
const CHINESE_NUMERAL = /^[(（]?[一二三四五六七八九十]+[)）]?[、.．]?/

type Kind = Readonly<{ kind: 'data' | 'skip' } | { kind: 'section'; title: string }>

/** What a row below the header is: a project, a section title, or nothing (totals, footnotes, printed headers, blank lines). */
function kindOf(row: GridRow, header: LedgerHeader): Kind {
  const said = [...row.cells].flatMap(([column, cell]) => {
    const text = saidOf(cell.text)
    return text === null ? [] : [{ column, text: squeeze(text), field: header.columns.get(column) }]
  })
  const name = said.find(({ field }) => field === 'name')?.text
  if (isLeftOut(name)) return { kind: 'skip' }
  const firm = said.some(
    ({ field }) => field === 'enterprise' || field === 'steward' || field === 'code' || field === 'stage',
  )
  const lead = said.slice(0, 4).map(({ text }) => text)
  if (!firm && lead.some((text) => TOTAL.test(text))) return { kind: 'skip' }
  if (name && header.labels.get([...header.columns].find(([, f]) => f === 'name')?.[0] ?? 0) === name)
    return { kind: 'skip' }
  const useful = said.filter(({ field }) => field && field !== 'ignored')
  if (useful.length === 0 && said.length > 1) return { kind: 'skip' }
  // 填表人：…　审核：…, side by side below the table.
  if (said.length > 1 && said.every(({ text }) => FOOTNOTE.test(text))) return { kind: 'skip' }
  const only = said.length === 1 ? said[0] : undefined
  if (only && (only.field !== 'name' || FOOTNOTE.test(only.text))) {
    return /^\d+$/.test(only.text) || FOOTNOTE.test(only.text)
      ? { kind: 'skip' }
      : { kind: 'section', title: only.text }
  }
  const titled = name ?? lead.find((text) => /专班/.test(text))
  const numbered = said[0]?.field !== 'name' && CHINESE_NUMERAL.test(said[0]?.text ?? '')
  if (!firm && titled && (numbered || /专班$|专班[((]/.test(titled)) && useful.length <= 4)
    return { kind: 'section', title: titled }
  return said.length === 0 ? { kind: 'skip' } : { kind: 'data' }
}

/** As much of a section's title as can name a 专班. */
const SECTION_CHARS = 100
const DATE = /(20\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/

function asOfIn(texts: readonly string[]): PlainDate | null {
  const candidates = [...texts].sort((a, b) => Number(/截[至止]/.test(b)) - Number(/截[至止]/.test(a)))
  for (const text of candidates) {
    const match = DATE.exec(text)
    const day =
      match && parsePlainDate(`${match[1]}-${String(match[2]).padStart(2, '0')}-${String(match[3]).padStart(2, '0')}`)
    if (day) return day
  }
  return null
}

const labelOf = (header: LedgerHeader, wanted: LedgerField): string => {
  const column = [...header.columns].find(([, field]) => field === wanted)?.[0]
  return column === undefined ? '' : squeeze(header.labels.get(column) ?? '')
}

/**
 * Reads a worksheet as a ledger.
 *
 * @param answers headers an office has explained once
 * @returns null when no header is found in its first rows
 */
export function readSheetRows(
  sheet: GridSheet,
  today: PlainDate,
  answers: ReadonlyMap<string, LedgerField>,
): LedgerSheet | null {
  const header = findHeader(sheet, answers)
  if (!header) return null
  const merges = indexMerges(sheet.merges)
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]))
  const heading = sheet.rows
    .filter((row) => row.number < header.firstRow)
    .flatMap((row) => [...row.cells.values()].map((cell) => squeeze(cell.text)))
  const asOf = asOfIn(heading)
  const title = heading.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
  const rows: SheetRow[] = []
  let section: string | null = null
  for (const row of sheet.rows) {
    if (row.number <= header.lastRow) continue
    const kind = kindOf(row, header)
    if (kind.kind === 'section') section = kind.title.slice(0, SECTION_CHARS)
    if (kind.kind === 'data')
      rows.push({ number: row.number, hidden: row.hidden, cells: cellsOf(row, header, merges, byNumber), section })
  }
  const planLabel = labelOf(header, 'plan')
  const year = /20\d{2}/.exec(planLabel)?.[0] ?? (asOf ? String(yearOf(asOf)) : /(20\d{2})年/.exec(title)?.[1])
  return {
    name: sheet.name,
    title,
    asOf: asOf && asOf <= today ? asOf : null,
    planYear: year ? Number(year) : yearOf(today),
    districtRequest: /区级|县级|市级/.test(labelOf(header, 'request')),
    date1904: sheet.date1904,
    units: unitsOf(sheet, header),
    unknownColumns: header.unknown,
    headerRow: header.lastRow,
    columns: [...header.said]
      .sort(([a], [b]) => a - b)
      .map(([column, label]) => ({ column, label, field: header.columns.get(column) ?? null })),
    rows,
  }
}
