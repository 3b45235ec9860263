import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import type { Actor } from '@/lib/domain/access'
import { type ExportColumn, MOST_EXPORTED } from '@/lib/domain/ledger-export'
import { err, ok, type Result } from '@/lib/domain/result'
import { writeXlsx } from '@/lib/files/write-xlsx'
import type { Table, TableCell } from '@/lib/files/xlsx-table'
import { longDate } from '@/lib/i18n/day'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import type { ExportMoment } from './export-ledger'

const t = translator(LEDGER_LOCALE)

type Noun =
  | 'factor'
  | 'enterprise'
  | 'job'
  | 'outbound'
  | 'walk'
  | 'finding'
  | 'pack'
  | 'point'
  | 'complaint'
  | 'supervisionSlip'
/** A list as a workbook has it: its columns, its cells, and which rows they are of. */
export type ListTable = Readonly<{
  total: number
  columns: readonly ExportColumn[]
  cells: readonly (readonly TableCell[])[]
  base: Readonly<Record<string, Readonly<{ version: number; cells: Readonly<Record<string, string>> }>>>
}>
type List = Readonly<{
  load: () => Promise<ListTable>
  /** What the export is remembered as, and the address of the list. */
  record: string
  query: string
  name: 'task.slip.title' | 'task.paper.title' | `${Noun}.paper.title`
  title: 'task.paper.slips' | 'task.paper.list' | `${Noun}.paper.list`
  sum: 'task.paper.sumSlips' | 'task.paper.sum' | `${Noun}.paper.sum`
  notes: 'task.paper.notes' | `${Noun}.paper.notes`
}>

/** Rows of a list as cells of its columns. */
export const tableOf = <R extends Readonly<{ id: string; version: number }>, K extends string>(
  { total, rows }: Readonly<{ total: number; rows: readonly R[] }>,
  columns: readonly ExportColumn<K>[],
  cell: (key: K, row: R, index: number) => TableCell,
): ListTable => ({
  total,
  columns,
  cells: rows.map((row, i) => columns.map(({ key }) => cell(key, row, i))),
  base: Object.fromEntries(rows.map(({ id, version }) => [id, { version, cells: {} }])),
})

/**
 * Makes a workbook of a list as it stands on screen, and remembers who took it.
 *
 * Its rows are all rows of the filter, or it is refused: a list is never cut.
 *
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportList(
  actor: Actor,
  list: List,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const { total, columns, cells, base } = await list.load()
  if (total > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n: total, most: MOST_EXPORTED })
  const id = newExportId()
  const heading = await loadPaperHeading(actor)
  const mark = heading.demo ? t('export.demoMark') : ''
  const day = longDate(today, LEDGER_LOCALE)
  const title = t(list.title, { district: heading.district })
  const table: Table = {
    name: t(list.name),
    title,
    left: `${t('export.filler', { unit: heading.unit })}${mark}`,
    right: t('task.paper.asOf', { day }),
    columns: columns.map(({ header, kind: holds, width, centred }) => ({ header, kind: holds, width, centred })),
    rows: cells,
    total: [null, t(list.sum, { n: total })],
    paper: 'A4',
    frozen: 3,
    stamp: `${t('export.stamp', { name: actor.name, at: `${today} ${clock}` })}${mark}`,
  }
  const recorded = await recordExport(actor, { id, kind: list.record, query: list.query, base }, { today })
  if (!recorded.ok) return recorded
  const notes = {
    name: t('export.notes.name'),
    rows: [
      ['', t(list.notes)],
      ['', t('export.notes.rows')],
    ] as const,
  }
  return ok({
    bytes: await writeXlsx(table, notes),
    fileName: `${table.name}_${today.replaceAll('-', '')}.xlsx`,
  })
}
