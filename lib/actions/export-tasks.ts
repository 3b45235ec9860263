import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { listAllSlips } from '@/lib/data/slip-list'
import { listAllTasks } from '@/lib/data/task-list'
import { type Actor, SEES_TASKS } from '@/lib/domain/access'
import { type ExportColumn, MOST_EXPORTED } from '@/lib/domain/ledger-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { DECISION_EXPORT, SLIP_EXPORT } from '@/lib/domain/task-export'
import { writeXlsx } from '@/lib/files/write-xlsx'
import type { Table, TableCell } from '@/lib/files/xlsx-table'
import { longDate } from '@/lib/i18n/day'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { decisionCell, slipCell } from '@/lib/i18n/task-cells'
import { translator } from '@/lib/i18n/translator'
import { slipFilter, type TaskExportKind, taskFilter } from '@/lib/schemas/task'
import type { ExportMoment } from './export-ledger'

const t = translator(LEDGER_LOCALE)

type Values = Readonly<Record<string, string | string[]>>
type Rows = Readonly<{
  total: number
  columns: readonly ExportColumn[]
  cells: readonly (readonly TableCell[])[]
  base: Readonly<Record<string, Readonly<{ version: number; cells: Readonly<Record<string, string>> }>>>
}>

const baseOf = (rows: readonly Readonly<{ id: string; version: number }>[]) =>
  Object.fromEntries(rows.map(({ id, version }) => [id, { version, cells: {} }]))

async function rowsOf(actor: Actor, kind: TaskExportKind, values: Values, today: PlainDate): Promise<Rows> {
  if (kind === 'slips') {
    const { total, rows } = await listAllSlips(actor, slipFilter.parse(values), today, MOST_EXPORTED)
    const cells = rows.map((row, i) => SLIP_EXPORT.map(({ key }) => slipCell(key, row, i, t)))
    return { total, columns: SLIP_EXPORT, cells, base: baseOf(rows) }
  }
  const { total, rows } = await listAllTasks(actor, taskFilter.parse(values), today, MOST_EXPORTED)
  const cells = rows.map((row, i) => DECISION_EXPORT.map(({ key }) => decisionCell(key, row, i, t)))
  return { total, columns: DECISION_EXPORT, cells, base: baseOf(rows) }
}

/**
 * Makes a workbook of tasks or slips as their list stands on screen, and remembers who took it.
 *
 * Its rows are all rows of the filter, or it is refused: a list is never cut.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportTasks(
  actor: Actor,
  { kind, values, query }: Readonly<{ kind: TaskExportKind; values: Values; query: string }>,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  if (!SEES_TASKS.has(actor.role)) return err({ code: 'FORBIDDEN' })
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const { total, columns, cells, base } = await rowsOf(actor, kind, values, today)
  if (total > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n: total, most: MOST_EXPORTED })
  const id = newExportId()
  const heading = await loadPaperHeading(actor)
  const mark = heading.demo ? t('export.demoMark') : ''
  const day = longDate(today, LEDGER_LOCALE)
  const title = t(kind === 'slips' ? 'task.paper.slips' : 'task.paper.list', { district: heading.district })
  const table: Table = {
    name: t(kind === 'slips' ? 'task.slip.title' : 'task.paper.title'),
    title,
    left: `${t('export.filler', { unit: heading.unit })}${mark}`,
    right: t('task.paper.asOf', { day }),
    columns: columns.map(({ header, kind: holds, width, centred }) => ({ header, kind: holds, width, centred })),
    rows: cells,
    total: [null, t(kind === 'slips' ? 'task.paper.sumSlips' : 'task.paper.sum', { n: total })],
    paper: 'A4',
    frozen: 3,
    stamp: `${t('export.stamp', { name: actor.name, at: `${today} ${clock}` })}${mark}`,
  }
  const recorded = await recordExport(
    actor,
    { id, kind: kind === 'slips' ? 'SLIP_LEDGER' : 'DECISION_LIST', query, base },
    { today },
  )
  if (!recorded.ok) return recorded
  const notes = {
    name: t('export.notes.name'),
    rows: [
      ['', t('task.paper.notes')],
      ['', t('export.notes.rows')],
    ] as const,
  }
  return ok({
    bytes: await writeXlsx(table, notes),
    fileName: `${table.name}_${today.replaceAll('-', '')}.xlsx`,
  })
}
