import 'server-only'
import { listAllIntentions } from '@/lib/data/event-intentions'
import { takeFileTurn } from '@/lib/data/file-turns'
import { listAllEvents } from '@/lib/data/finance-event-list'
import { listHarbours } from '@/lib/data/harbours'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { type Actor, type Role, relationFor } from '@/lib/domain/access'
import { EVENT_EXPORT, HARBOUR_EXPORT, INTENTION_EXPORT } from '@/lib/domain/financing-export'
import { SEES_HARBOUR_FIGURES } from '@/lib/domain/harbour-sight'
import { type ExportColumn, MOST_EXPORTED } from '@/lib/domain/ledger-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { writeXlsx } from '@/lib/files/write-xlsx'
import { SUM, type Table, type TableCell } from '@/lib/files/xlsx-table'
import { longDate } from '@/lib/i18n/day'
import { eventCell, harbourCell, intentionCell } from '@/lib/i18n/financing-cells'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { intentionFilter } from '@/lib/schemas/event-intention'
import { eventFilter } from '@/lib/schemas/finance-event'
import { harbourFilter } from '@/lib/schemas/harbour'
import type { ExportMoment } from './export-ledger'

const t = translator(LEDGER_LOCALE)

type Values = Readonly<Record<string, string | string[]>>
type Row = Readonly<{ id: string; version: number }>
type Rows = Readonly<{ cells: readonly (readonly TableCell[])[]; rows: readonly Row[]; total: number }>

const tableOf = <R extends Row, K extends string>(
  rows: readonly R[],
  total: number,
  columns: readonly ExportColumn<K>[],
  cell: (key: K, row: R, index: number) => TableCell,
): Rows => ({ rows, total, cells: rows.map((row, i) => columns.map(({ key }) => cell(key, row, i))) })

const runsEvents = (role: Role) => relationFor(role, 'financeEvent.sign') !== null

const LISTS = {
  harbours: {
    sees: (role: Role) => SEES_HARBOUR_FIGURES.has(role),
    columns: HARBOUR_EXPORT as readonly ExportColumn[],
    rows: async (actor: Actor, values: Values, today: PlainDate) => {
      const { rows } = await listHarbours(actor, harbourFilter.parse(values), today)
      return tableOf(rows, rows.length, HARBOUR_EXPORT, (key, row, i) => harbourCell(key, row, i, t))
    },
    record: 'HARBOUR_LEDGER',
    name: 'harbour.paper.name',
    title: 'harbour.paper.title',
    notes: 'harbour.paper.notes',
  },
  events: {
    sees: runsEvents,
    columns: EVENT_EXPORT as readonly ExportColumn[],
    rows: async (actor: Actor, values: Values, today: PlainDate) => {
      const { rows, total } = await listAllEvents(actor, eventFilter.parse(values), today, MOST_EXPORTED)
      return tableOf(rows, total, EVENT_EXPORT, (key, row, i) => eventCell(key, row, i, t))
    },
    record: 'EVENT_LEDGER',
    name: 'financeEvent.paper.events',
    title: 'financeEvent.paper.eventsTitle',
    notes: 'financeEvent.paper.notes',
  },
  intentions: {
    sees: runsEvents,
    columns: INTENTION_EXPORT as readonly ExportColumn[],
    rows: async (actor: Actor, values: Values, today: PlainDate) => {
      const rows = await listAllIntentions(actor, intentionFilter.parse(values), today)
      return tableOf(rows, rows.length, INTENTION_EXPORT, (key, row, i) => intentionCell(key, row, i, t))
    },
    record: 'INTENTION_LEDGER',
    name: 'financeEvent.paper.intentions',
    title: 'financeEvent.paper.intentionsTitle',
    notes: 'financeEvent.paper.notes',
  },
} as const
export type FinancingExport = keyof typeof LISTS

/**
 * Makes a workbook of harbours, events or intentions as their list stands on screen, and remembers who took it.
 *
 * Its rows are all rows of the filter, or it is refused: a list is never cut. Intended, granted and paid money have columns of
 * their own, and every column has only its own sum.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportFinancing(
  actor: Actor,
  { kind, values, query }: Readonly<{ kind: FinancingExport; values: Values; query: string }>,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const list = LISTS[kind]
  if (!list.sees(actor.role)) return err({ code: 'FORBIDDEN' })
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const { rows, cells, total } = await list.rows(actor, values, today)
  if (total > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n: total, most: MOST_EXPORTED })
  const heading = await loadPaperHeading(actor)
  const mark = heading.demo ? t('export.demoMark') : ''
  const table: Table = {
    name: t(list.name),
    title: t(list.title, { district: heading.district }),
    left: `${t('export.filler', { unit: heading.unit })}${mark}`,
    right: t('export.unit', { day: longDate(today, LEDGER_LOCALE) }),
    columns: list.columns.map(({ header, kind: holds, width, centred }) => ({ header, kind: holds, width, centred })),
    rows: cells,
    total: list.columns.map(({ summed }, i) =>
      i === 1 ? t('financeEvent.paper.sum', { n: total }) : summed ? SUM : null,
    ),
    paper: 'A3',
    frozen: 2,
    stamp: `${t('export.stamp', { name: actor.name, at: `${today} ${clock}` })}${mark}`,
  }
  const base = Object.fromEntries(rows.map(({ id, version }) => [id, { version, cells: {} }]))
  const recorded = await recordExport(actor, { id: newExportId(), kind: list.record, query, base }, { today })
  if (!recorded.ok) return recorded
  const notes = {
    name: t('export.notes.name'),
    rows: [
      ['', t(list.notes)],
      ['', t('export.notes.rows')],
    ] as const,
  }
  return ok({ bytes: await writeXlsx(table, notes), fileName: `${table.name}_${today.replaceAll('-', '')}.xlsx` })
}
