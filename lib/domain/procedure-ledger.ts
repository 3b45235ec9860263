import { dayIn } from './ledger-date'
import type { GridCell, GridRow, GridSheet } from './ledger-grid'
import type { LedgerNote } from './ledger-row'
import type { SheetColumn } from './ledger-sheet'
import { isLeftOut, saidOf, squeeze } from './ledger-text'
import { type CellTexts, settleCells, type ThreeWay } from './ledger-three-way'
import type { PlainDate } from './plain-date'
import type { ProcedureState } from './procedure'
import { type ItemNames, type ProcedureField, type ProcedureHeader, procedureHeader } from './procedure-ledger-header'
import { promiseIn } from './procedure-ledger-promise'

const DAYS = ['receivedOn', 'acceptedOn', 'planOn', 'finishedOn', 'expiresOn'] as const
type DayField = (typeof DAYS)[number]

const STATES: readonly (readonly [ProcedureState, RegExp])[] = [
  ['NOT_STARTED', /^未启动$/],
  ['READY', /^待申报$/],
  ['RECEIVED', /^(?:已收件|已申报|待受理)$/],
  ['ACCEPTED', /^(?:已受理|在办|办理中|审批中)$/],
  ['SUPPLEMENT', /^(?:补正中|补正)$/],
  ['SPECIAL', /^特别程序(?:中)?$/],
  ['DONE', /^已?办结$/],
  ['DONE_TOL', /^容缺(?:办结|受理)$/],
  ['REJECTED', /^不予许可$/],
  ['WITHDRAWN', /^已?撤件$/],
  ['NA', /^不适用$/],
]

/** One procedure as a ledger states it; what it leaves open, or left as it was exported, is absent. 手续台账行 */
export type ProcedureRow = Readonly<{
  sheet: string
  row: number
  id: string | null
  project: string
  /** Code or name of the item. */
  item: string
  state: ProcedureState | null
  days: Readonly<Partial<Record<DayField, PlainDate>>>
  /** Working days promised. */
  promisedWd: number | null
  /** The cell of the handler as it stands. */
  handler: string | null
  certificate: string | null
  note: string | null
  notes: readonly LedgerNote[]
}>

/** Sheets of a workbook that are ledgers of procedures, one row each or one column each. */
export type ProcedureLedger = Readonly<{
  sheets: readonly Readonly<{
    name: string
    rows: number
    unknownColumns: readonly string[]
    headerRow: number
    columns: readonly SheetColumn[]
  }>[]
  rows: readonly ProcedureRow[]
}>

const note = (severity: LedgerNote['severity'], code: string, params: LedgerNote['params'] = {}): LedgerNote => ({
  severity,
  code,
  params,
})
const named = (field: string) => `procedure.${field}`

type Cells = ReadonlyMap<ProcedureField, GridCell>

function longRow(
  row: GridRow,
  header: ProcedureHeader,
  grid: GridSheet,
  today: PlainDate,
  ways?: ThreeWay,
): ProcedureRow | null {
  const found = new Map<ProcedureField, GridCell>()
  for (const [column, field] of header.fields) {
    const cell = row.cells.get(column)
    if (cell) found.set(field, cell)
  }
  const text = (from: Cells, field: ProcedureField) => saidOf(from.get(field)?.text)
  const [project, item] = [text(found, 'project'), text(found, 'code') ?? text(found, 'item')]
  if (!project || !item || isLeftOut(project)) return null
  const id = text(found, 'id')
  const settled = ways
    ? settleCells(found, { asOf: null, date1904: grid.date1904 }, ways, named)
    : { cells: found as Cells, notes: [] as readonly LedgerNote[] }
  const notes: LedgerNote[] = [...settled.notes]
  const days: Partial<Record<DayField, PlainDate>> = {}
  for (const field of DAYS) {
    const day = dayIn(settled.cells.get(field), grid.date1904, today, field !== 'planOn')
    if (day === 'unreadable')
      notes.push(note('error', 'MONTH_INVALID', { field: named(field), text: text(settled.cells, field) ?? '' }))
    else if (day) days[field] = day
  }
  const said = text(settled.cells, 'state')
  const state = said === null ? null : (STATES.find(([, pattern]) => pattern.test(squeeze(said)))?.[0] ?? null)
  if (said !== null && !state) notes.push(note('error', 'STATE_UNKNOWN', { field: named('state'), text: said }))
  const promise = text(settled.cells, 'promised')
  const promisedWd = promise === null ? null : promiseIn(promise)
  if (promise !== null && promisedWd === null)
    notes.push(note('error', 'PROMISE_UNREADABLE', { field: named('promised'), text: promise.slice(0, 20) }))
  return {
    sheet: grid.name,
    row: row.number,
    id: id && squeeze(id).toLowerCase(),
    project,
    item,
    state,
    days,
    promisedWd,
    handler: text(settled.cells, 'handler'),
    certificate: text(settled.cells, 'certificate'),
    note: text(settled.cells, 'note'),
    notes,
  }
}

const PLAN = /^计划(?:办结)?[::]?(.+)$/
/** What a wide table says of a clock: it follows from facts. */
const COUNTED = /^[剩超]\d+|^\D*$/

/** What the base of a wide table calls the cell of an item; its rows are projects. */
export const wideField = (code: string): string => `item:${code}`
const isCounted = (text: string | undefined): boolean => COUNTED.test(squeeze(text ?? ''))

/** A clock that ran on since the export is nobody's edit. */
function withoutClocks(ways: ThreeWay, id: string, exportId: string): ThreeWay {
  const [was, now] = [ways.bases.get(exportId)?.[id]?.cells, ways.theirs.get(id)]
  if (!was || !now) return ways
  const still: CellTexts = Object.fromEntries(
    Object.entries(now).map(([field, text]) => [
      field,
      isCounted(text) && isCounted(was[field]) ? (was[field] ?? '') : text,
    ]),
  )
  return { ...ways, theirs: new Map([[id, still]]) }
}

/** The cells of a row of a wide table that somebody changed since it was exported, and what is to be decided about them. */
function settleWide(row: GridRow, header: ProcedureHeader, { date1904 }: GridSheet, ways: ThreeWay) {
  const cells = new Map<string, GridCell>()
  const labelOf = new Map<string, string>()
  for (const [column, field] of header.fields) {
    const cell = row.cells.get(column)
    if (cell && (field === 'id' || field === 'export')) cells.set(field, cell)
  }
  for (const [column, code] of header.items) {
    const cell = row.cells.get(column)
    if (cell) cells.set(wideField(code), cell)
    labelOf.set(wideField(code), header.labels.get(column) ?? code)
  }
  const idIn = (field: string) => squeeze(cells.get(field)?.text ?? '').toLowerCase()
  const spelled = (field: string) => named(`item:${labelOf.get(field) ?? field}`)
  return settleCells(cells, { asOf: null, date1904 }, withoutClocks(ways, idIn('id'), idIn('export')), spelled)
}

/** The cells of one project in a wide table: a day is the day it was finished, one that lies ahead or is called 计划 a plan. */
function wideRows(
  row: GridRow,
  header: ProcedureHeader,
  grid: GridSheet,
  today: PlainDate,
  ways?: ThreeWay,
): ProcedureRow[] {
  const settled = ways ? settleWide(row, header, grid, ways) : null
  const column = [...header.fields].find(([, field]) => field === 'project')?.[0] ?? 0
  const project = saidOf(row.cells.get(column)?.text)
  if (!project || isLeftOut(project)) return []
  return [...header.items].flatMap(([at, item]) => {
    const cell = settled ? settled.cells.get(wideField(item)) : row.cells.get(at)
    const said = saidOf(cell?.text)
    const label = header.labels.get(at) ?? item
    const asked = settled?.notes.filter(({ params }) => params.field === named(`item:${label}`)) ?? []
    const base = {
      sheet: grid.name,
      row: row.number,
      id: null,
      project,
      item,
      state: null,
      promisedWd: null,
      handler: null,
      certificate: null,
      note: null,
    }
    const plan = said === null ? null : PLAN.exec(squeeze(said))
    if (!cell || said === null || (!plan && isCounted(said)))
      return asked.length > 0 ? [{ ...base, days: {}, notes: asked }] : []
    const day = dayIn(plan ? { ...cell, text: plan[1] ?? '' } : cell, grid.date1904, today, !plan)
    if (day === 'unreadable' || day === null)
      return [
        { ...base, days: {}, notes: [note('error', 'MONTH_INVALID', { field: named(`item:${label}`), text: said })] },
      ]
    return [{ ...base, days: plan || day > today ? { planOn: day } : { finishedOn: day }, notes: asked }]
  })
}

/**
 * Reads a workbook as 手续办理台账, in its long layout (a row for each procedure) or its wide one (a column for each key item).
 *
 * @param items names and codes of the district’s items
 * @param exported what rows that were once exported are compared with
 * @returns null when no sheet is such a ledger
 * @source formats.md §3
 */
export function readProcedureLedger(
  grids: readonly GridSheet[],
  today: PlainDate,
  items: ItemNames,
  exported?: ThreeWay,
): ProcedureLedger | null {
  const sheets: ProcedureLedger['sheets'][number][] = []
  const rows: ProcedureRow[] = []
  for (const grid of grids) {
    if (grid.hidden) continue
    const header = procedureHeader(grid, items)
    if (!header) continue
    const below = grid.rows.filter((row) => row.number > header.row)
    const read = below.flatMap((row) =>
      header.wide ? wideRows(row, header, grid, today, exported) : (longRow(row, header, grid, today, exported) ?? []),
    )
    rows.push(...read)
    const field = (column: number, label: string) =>
      header.wide && header.items.has(column) ? named(`item:${label}`) : header.fields.get(column)
    sheets.push({
      name: grid.name,
      rows: read.length,
      unknownColumns: [],
      headerRow: header.row,
      columns: [...header.labels].map(([column, label]) => {
        const found = field(column, label)
        return { column, label, field: found === undefined ? null : found.includes('.') ? found : named(found) }
      }),
    })
  }
  return sheets.length > 0 ? { sheets, rows } : null
}

/** Exports the rows of a ledger of procedures come from. */
export function procedureExports(grids: readonly GridSheet[], items: ItemNames): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const grid of grids) {
    const header = procedureHeader(grid, items)
    const column = header && [...header.fields].find(([, field]) => field === 'export')?.[0]
    if (column)
      for (const row of grid.rows) {
        const text = squeeze(row.cells.get(column)?.text ?? '').toLowerCase()
        if (row.number > header.row && text !== '') ids.add(text)
      }
  }
  return ids
}
