import 'server-only'
import { listAllColourPapers } from '@/lib/data/colour-papers'
import { listAllFactors } from '@/lib/data/factor-list'
import { takeFileTurn } from '@/lib/data/file-turns'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { listAllSlips } from '@/lib/data/slip-list'
import { listAllTasks } from '@/lib/data/task-list'
import { type Actor, type Role, SEES_FACTORS, SEES_TASKS } from '@/lib/domain/access'
import { FACTOR_EXPORT } from '@/lib/domain/factor-export'
import { type ExportColumn, MOST_EXPORTED } from '@/lib/domain/ledger-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { DECISION_EXPORT, SLIP_EXPORT } from '@/lib/domain/task-export'
import { writeXlsx } from '@/lib/files/write-xlsx'
import type { Table, TableCell } from '@/lib/files/xlsx-table'
import { colourPaperCell } from '@/lib/i18n/colour-paper-cells'
import { longDate } from '@/lib/i18n/day'
import { factorCell } from '@/lib/i18n/factor-cells'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { decisionCell, slipCell } from '@/lib/i18n/task-cells'
import { translator } from '@/lib/i18n/translator'
import { factorFilter } from '@/lib/schemas/factor'
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

const tableOf = <R extends Readonly<{ id: string; version: number }>, K extends string>(
  { total, rows }: Readonly<{ total: number; rows: readonly R[] }>,
  columns: readonly ExportColumn<K>[],
  cell: (key: K, row: R, index: number) => TableCell,
): Rows => ({
  total,
  columns,
  cells: rows.map((row, i) => columns.map(({ key }) => cell(key, row, i))),
  base: baseOf(rows),
})

type Listed = Readonly<{
  sees: ReadonlySet<Role>
  rows: (actor: Actor, values: Values, today: PlainDate) => Promise<Rows>
  /** What the export is remembered as. */
  record: string
  name: 'task.slip.title' | 'task.paper.title' | 'factor.paper.title'
  title: 'task.paper.slips' | 'task.paper.list' | 'factor.paper.list'
  sum: 'task.paper.sumSlips' | 'task.paper.sum' | 'factor.paper.sum'
  notes: 'task.paper.notes' | 'factor.paper.notes'
}>

const LISTS: Readonly<Record<TaskExportKind, Listed>> = {
  decisions: {
    sees: SEES_TASKS,
    rows: async (actor, values, today) =>
      tableOf(
        await listAllTasks(actor, taskFilter.parse(values), today, MOST_EXPORTED),
        DECISION_EXPORT,
        (key, row, i) => decisionCell(key, row, i, t),
      ),
    record: 'DECISION_LIST',
    name: 'task.paper.title',
    title: 'task.paper.list',
    sum: 'task.paper.sum',
    notes: 'task.paper.notes',
  },
  slips: {
    sees: SEES_TASKS,
    rows: async (actor, values, today) => {
      const filter = slipFilter.parse(values)
      return filter.of === 'colour'
        ? tableOf(await listAllColourPapers(actor, filter, today, MOST_EXPORTED), SLIP_EXPORT, (key, row, i) =>
            colourPaperCell(key, row, i, t, LEDGER_LOCALE),
          )
        : tableOf(await listAllSlips(actor, filter, today, MOST_EXPORTED), SLIP_EXPORT, (key, row, i) =>
            slipCell(key, row, i, t),
          )
    },
    record: 'SLIP_LEDGER',
    name: 'task.slip.title',
    title: 'task.paper.slips',
    sum: 'task.paper.sumSlips',
    notes: 'task.paper.notes',
  },
  factors: {
    sees: SEES_FACTORS,
    rows: async (actor, values, today) =>
      tableOf(
        await listAllFactors(actor, factorFilter.parse(values), today, MOST_EXPORTED),
        FACTOR_EXPORT,
        (key, row, i) => factorCell(key, row, i, t, LEDGER_LOCALE),
      ),
    record: 'FACTOR_LEDGER',
    name: 'factor.paper.title',
    title: 'factor.paper.list',
    sum: 'factor.paper.sum',
    notes: 'factor.paper.notes',
  },
}

/**
 * Makes a workbook of tasks, slips or needs as their list stands on screen, and remembers who took it.
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
  const list = LISTS[kind]
  if (!list.sees.has(actor.role)) return err({ code: 'FORBIDDEN' })
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const { total, columns, cells, base } = await list.rows(actor, values, today)
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
  const recorded = await recordExport(actor, { id, kind: list.record, query, base }, { today })
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
