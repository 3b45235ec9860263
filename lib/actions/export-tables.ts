import 'server-only'
import type { PaperHeading } from '@/lib/data/paper-heading'
import type { WideTable } from '@/lib/data/procedure-export-rows'
import {
  type ExportCell,
  type ExportColumn,
  PROCEDURE_EXPORT,
  type ProjectExportColumn,
  TRAILING,
} from '@/lib/domain/ledger-export'
import { basisPoints } from '@/lib/domain/money'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import { wideField } from '@/lib/domain/procedure-ledger'
import { NATURES, STAGES } from '@/lib/domain/project'
import type { Notes } from '@/lib/files/write-xlsx'
import { SUM, type Table, type TableCell, type TableColumn } from '@/lib/files/xlsx-table'
import { longDate } from '@/lib/i18n/day'
import { procedureCell, wideCell } from '@/lib/i18n/procedure-export-cells'
import { LEDGER_LOCALE, levelCell, projectCell } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import type { ExportKind, ProcedureExportRow, ProjectExportRow, WideExportRow } from '@/lib/schemas/ledger-export'

const t = translator(LEDGER_LOCALE)

/** What every paper of one export shares. */
export type Paper = Readonly<{ heading: PaperHeading; today: PlainDate; stamp: string; exportId: string }>
/** A table, its explanation, and its cells as a later import compares them. */
export type Made = Readonly<{
  table: Table
  notes: Notes
  base: Readonly<Record<string, Readonly<{ version: number; cells: Readonly<Record<string, string>> }>>>
}>

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  stage: STAGES.map((stage) => t(`project.stage.${stage}`)),
  nature: NATURES.map((nature) => t(`project.nature.${nature}`)),
}

const tableColumn = ({ key, header, kind, width, centred }: ExportColumn, offered: boolean): TableColumn => ({
  header,
  kind,
  width,
  centred,
  choices: offered ? CHOICES[key] : undefined,
})
const trailing: readonly TableColumn[] = TRAILING.map((column) => ({ ...tableColumn(column, false), hidden: true }))

/** A cell as a later import compares it. */
export const plain = (cell: ExportCell): string => {
  const value = cell !== null && typeof cell === 'object' ? cell.value : cell
  return value === null ? '' : String(value)
}

/** @param unit what its figures are counted in; without money columns a ledger of projects has none */
function headed(kind: ExportKind, { heading, today, stamp }: Paper, unit: 'unit' | 'unitDays' | 'asOf') {
  const day = longDate(today, LEDGER_LOCALE)
  const mark = heading.demo ? t('export.demoMark') : ''
  return {
    name: t(`export.sheet.${kind}`),
    title: t(`export.title.${kind}`, { district: heading.district, day, week: isoWeekOf(today).week }),
    left: `${t('export.filler', { unit: heading.unit })}${mark}`,
    right: t(`export.${unit}`, { day }),
    stamp: `${stamp}${mark}`,
  }
}

function notesOf(columns: readonly ExportColumn[], meaning: (column: ExportColumn) => string, more: readonly string[]) {
  const rows: (readonly [string, string])[] = [
    [t('export.notes.columns'), t('export.notes.meaning')],
    ...columns.map((column) => [column.header, meaning(column)] as const),
    ...more.map((text) => ['', text] as const),
  ]
  return { name: t('export.notes.name'), rows }
}

/** Total row: the count beside the names, the sums under their columns, and the share the sums make. */
function totals(columns: readonly ProjectExportColumn[], rows: readonly ProjectExportRow[]) {
  const sum = (pick: (row: ProjectExportRow) => bigint | null) => rows.reduce((all, row) => all + (pick(row) ?? 0n), 0n)
  const share = basisPoints(
    sum((row) => (row.plannedFen === null ? null : row.doneFen)),
    sum((row) => row.plannedFen),
  )
  return columns.map(({ key, summed }): TableCell | typeof SUM => {
    if (key === 'name') return t('export.total', { n: rows.length })
    if (key === 'share') return share === null ? null : Number((share / 100).toFixed(1))
    return summed ? SUM : null
  })
}

/** A ledger of projects, with the weekly columns or those on screen. */
export function projectTable(
  kind: 'weekly' | 'view',
  columns: readonly ProjectExportColumn[],
  rows: readonly ProjectExportRow[],
  paper: Paper,
): Made {
  const cells = rows.map((row, i) => columns.map(({ key }) => projectCell(key, row, i, paper.today)))
  const base = Object.fromEntries(
    rows.map(({ id, version }, i) => [
      id,
      {
        version,
        cells: Object.fromEntries(
          columns.flatMap(({ field }, c) => (field ? [[field, plain(cells[i]?.[c] ?? null)]] : [])),
        ),
      },
    ]),
  )
  const counted = columns.some((column) => column.kind === 'money')
  const table: Table = {
    ...headed(kind, paper, counted ? 'unit' : 'asOf'),
    columns: [...columns.map((column) => tableColumn(column, true)), ...trailing],
    rows: rows.map(({ id, version }, i) => [...(cells[i] ?? []), id, version, paper.exportId]),
    total: totals(columns, rows),
    paper: columns.length > 12 ? 'A3' : 'A4',
    frozen: Math.min(3, columns.findIndex(({ key }) => key === 'name') + 1),
  }
  const meaning = ({ field }: ExportColumn) =>
    t(field && field !== 'number' ? 'export.notes.edit' : 'export.notes.derived')
  const notes = notesOf(columns, meaning, [
    ...(counted ? [t('export.notes.money')] : []),
    t('export.notes.day'),
    t('export.notes.hidden'),
    t('export.notes.rows'),
  ])
  return { table, notes, base }
}

/** The ledger of procedures, one row each. */
export function procedureTable(rows: readonly ProcedureExportRow[], paper: Paper): Made {
  const cells = rows.map((row, i) => PROCEDURE_EXPORT.map(({ key }) => procedureCell(key, row, i)))
  const base = Object.fromEntries(
    rows.map(({ id, version }, i) => [
      id,
      { version, cells: Object.fromEntries(PROCEDURE_EXPORT.map(({ key }, c) => [key, plain(cells[i]?.[c] ?? null)])) },
    ]),
  )
  const table: Table = {
    ...headed('procedures', paper, 'unitDays'),
    columns: [...PROCEDURE_EXPORT.map((column) => tableColumn(column, false)), ...trailing],
    rows: rows.map(({ id, version }, i) => [...(cells[i] ?? []), id, version, paper.exportId]),
    total: PROCEDURE_EXPORT.map(({ key }) => (key === 'project' ? t('export.totalItems', { n: rows.length }) : null)),
    paper: 'A3',
    frozen: 4,
  }
  const meaning = ({ key }: ExportColumn) =>
    t(key === 'item' ? 'export.notes.procedures' : READ_BACK.has(key) ? 'export.notes.edit' : 'export.notes.derived')
  return {
    table,
    notes: notesOf(PROCEDURE_EXPORT, meaning, [t('export.notes.hidden'), t('export.notes.rows')]),
    base,
  }
}

/** Columns of the ledger of procedures that state a fact of the procedure; the others follow from facts. */
const READ_BACK = new Set([
  'handler',
  'receivedOn',
  'acceptedOn',
  'state',
  'planOn',
  'finishedOn',
  'certificate',
  'expiresOn',
])

const WIDE_LEFT = [
  { header: '序号', kind: 'whole', width: 5, centred: true },
  { header: '项目名称', kind: 'text', width: 24 },
  { header: '所属专班', kind: 'text', width: 14 },
  { header: '分包区领导', kind: 'text', width: 10, centred: true },
  { header: '四色', kind: 'text', width: 5, centred: true },
] as const satisfies readonly TableColumn[]

/** The cells of a project's key items, as a later import compares them. */
export const wideCells = (row: WideExportRow): Readonly<Record<string, string>> =>
  Object.fromEntries(row.items.map((item) => [wideField(item.code), plain(wideCell(item))]))

/** Key items ★ beside each other, for leaders; a day that is typed over is read back. */
export function wideTable({ items, rows }: WideTable, paper: Paper): Made {
  const table: Table = {
    ...headed('wide', paper, 'unitDays'),
    columns: [
      ...WIDE_LEFT,
      ...items.map(({ nameZh }): TableColumn => ({ header: nameZh, kind: 'text', width: 15, centred: true })),
      ...trailing,
    ],
    rows: rows.map((row, i) => {
      const byCode = new Map(row.items.map((item) => [item.code, item]))
      return [
        i + 1,
        row.name,
        row.taskforce,
        row.leader,
        levelCell(row.level),
        ...items.map(({ code }) => wideCell(byCode.get(code))),
        row.id,
        row.version,
        paper.exportId,
      ]
    }),
    total: [null, t('export.total', { n: rows.length })],
    paper: items.length > 8 ? 'A3' : 'A4',
    frozen: 2,
  }
  const base = Object.fromEntries(
    rows.map((row) => {
      const { id, version, name, taskforce, leader } = row
      // With few key items the sheet is read as a ledger of projects: these say nothing new there either.
      return [id, { version, cells: { name, team: taskforce ?? '', leader: leader ?? '', ...wideCells(row) } }]
    }),
  )
  const notes = {
    name: t('export.notes.name'),
    rows: [
      ['', t('export.notes.wide')],
      ['', t('export.notes.hidden')],
      ['', t('export.notes.rows')],
    ] as const,
  }
  return { table, notes, base }
}
