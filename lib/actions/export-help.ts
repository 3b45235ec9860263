import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { listAllIntents } from '@/lib/data/intent-list'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { listAllPromotions } from '@/lib/data/promotion-list'
import { listAllUpgrades } from '@/lib/data/upgrade-list'
import { listAllVisits } from '@/lib/data/visit-list'
import type { Actor, Role } from '@/lib/domain/access'
import { type ExportColumn, MOST_EXPORTED } from '@/lib/domain/ledger-export'
import { err, ok, type Result } from '@/lib/domain/result'
import {
  INTENT_EXPORT,
  PROMOTION_EXPORT,
  type ServiceExport,
  UPGRADE_EXPORT,
  VISIT_EXPORT,
} from '@/lib/domain/service-export'
import { SEES_INTENT_ROWS, SEES_PROMOTIONS, SEES_UPGRADES, SEES_VISITS } from '@/lib/domain/sight'
import { writeXlsx } from '@/lib/files/write-xlsx'
import type { Table, TableCell } from '@/lib/files/xlsx-table'
import { longDate } from '@/lib/i18n/day'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { intentCell, promotionCell, upgradeCell, visitCell } from '@/lib/i18n/service-cells'
import { translator } from '@/lib/i18n/translator'
import { intentFilter } from '@/lib/schemas/intent'
import { promotionFilter } from '@/lib/schemas/promotion'
import { upgradeFilter } from '@/lib/schemas/upgrade'
import { visitFilter } from '@/lib/schemas/visit'
import type { ExportMoment } from './export-ledger'

const t = translator(LEDGER_LOCALE)

type Values = Readonly<Record<string, string | string[]>>
type Rows = Readonly<{
  total: number
  ids: readonly Readonly<{ id: string; version: number }>[]
  columns: readonly ExportColumn[]
  cells: readonly (readonly TableCell[])[]
}>

const rowsOf = <R extends Readonly<{ id: string; version: number }>, K extends string>(
  { total, rows }: Readonly<{ total: number; rows: readonly R[] }>,
  columns: readonly ExportColumn<K>[],
  cell: (key: K, row: R, index: number) => TableCell,
): Rows => ({
  total,
  ids: rows.map(({ id, version }) => ({ id, version })),
  columns,
  cells: rows.map((row, i) => columns.map(({ key }) => cell(key, row, i))),
})

type Listed = Readonly<{
  sees: ReadonlySet<Role>
  rows: (actor: Actor, values: Values) => Promise<Rows>
  /** What the export is remembered as. */
  record: string
}>

const LISTS: Readonly<Record<ServiceExport, Listed>> = {
  visits: {
    sees: SEES_VISITS,
    rows: async (actor, values) =>
      rowsOf(await listAllVisits(actor, visitFilter.parse(values), MOST_EXPORTED), VISIT_EXPORT, (key, row, i) =>
        visitCell(key, row, i, t),
      ),
    record: 'VISITS',
  },
  credit: {
    sees: SEES_INTENT_ROWS,
    rows: async (actor, values) =>
      rowsOf(await listAllIntents(actor, intentFilter.parse(values), MOST_EXPORTED), INTENT_EXPORT, intentCell),
    record: 'INTENDED_CREDIT',
  },
  promotion: {
    sees: SEES_PROMOTIONS,
    rows: async (actor, values) =>
      rowsOf(
        await listAllPromotions(actor, promotionFilter.parse(values), MOST_EXPORTED),
        PROMOTION_EXPORT,
        (key, row, i) => promotionCell(key, row, i, t),
      ),
    record: 'PROMOTIONS',
  },
  upgrades: {
    sees: SEES_UPGRADES,
    rows: async (actor, values) =>
      rowsOf(await listAllUpgrades(actor, upgradeFilter.parse(values), MOST_EXPORTED), UPGRADE_EXPORT, (key, row, i) =>
        upgradeCell(key, row, i, t),
      ),
    record: 'UPGRADES',
  },
}

/**
 * Makes a workbook of a list of a service as it stands on screen, and remembers who took it.
 *
 * Its rows are all rows of the filter, or it is refused: a list is never cut.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportHelp(
  actor: Actor,
  { kind, values, query }: Readonly<{ kind: ServiceExport; values: Values; query: string }>,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const list = LISTS[kind]
  if (!list.sees.has(actor.role)) return err({ code: 'FORBIDDEN' })
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const { total, ids, columns, cells } = await list.rows(actor, values)
  if (total > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n: total, most: MOST_EXPORTED })
  const id = newExportId()
  const heading = await loadPaperHeading(actor)
  const mark = heading.demo ? t('export.demoMark') : ''
  const table: Table = {
    name: t(`service.paper.${kind}`),
    title: t('service.paper.title', { district: heading.district, list: t(`service.paper.${kind}`) }),
    left: `${t('export.filler', { unit: heading.unit })}${mark}`,
    right: t('task.paper.asOf', { day: longDate(today, LEDGER_LOCALE) }),
    columns: columns.map(({ header, kind: holds, width, centred }) => ({ header, kind: holds, width, centred })),
    rows: cells,
    total: [null, t('service.paper.sum', { n: total })],
    paper: columns.length > 10 ? 'A3' : 'A4',
    frozen: 2,
    stamp: `${t('export.stamp', { name: actor.name, at: `${today} ${clock}` })}${mark}`,
  }
  const base = Object.fromEntries(ids.map((row) => [row.id, { version: row.version, cells: {} }]))
  const recorded = await recordExport(actor, { id, kind: list.record, query, base }, { today })
  if (!recorded.ok) return recorded
  const notes = {
    name: t('export.notes.name'),
    rows: [
      ['', t('service.paper.notes')],
      ['', t('export.notes.rows')],
    ] as const,
  }
  return ok({ bytes: await writeXlsx(table, notes), fileName: `${table.name}_${today.replaceAll('-', '')}.xlsx` })
}
