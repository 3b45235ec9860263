import 'server-only'
import { takeFileTurn } from '@/lib/data/file-turns'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { countExportProcedures, listExportProcedures, listWideTable } from '@/lib/data/procedure-export-rows'
import { countExportProjects, listExportProjects } from '@/lib/data/project-export-rows'
import { ledgerColumns } from '@/lib/data/table-settings'
import type { Actor } from '@/lib/domain/access'
import { exportColumnsOf, MOST_EXPORTED, WEEKLY_EXPORT } from '@/lib/domain/ledger-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import { isWithinCard } from '@/lib/domain/project-card'
import { err, ok, type Result } from '@/lib/domain/result'
import { seesCardOnly } from '@/lib/domain/sight'
import { writeXlsx } from '@/lib/files/write-xlsx'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import type { ExportKind } from '@/lib/schemas/ledger-export'
import type { ProjectFilter } from '@/lib/schemas/project'
import { type Made, type Paper, procedureTable, projectTable, wideTable } from './export-tables'

const t = translator(LEDGER_LOCALE)

/** What is asked for: which workbook, of which rows. The filter names the columns, else they are those the reader chose. */
export type ExportWish = Readonly<{
  kind: ExportKind
  filter: ProjectFilter
  /** The address of the list as it stood. */
  query: string
}>
/** The moment an export is taken: the business day, and the clock for its stamp and its limit. */
export type ExportMoment = Readonly<{ today: PlainDate; now: Date; clock: string }>

async function make(actor: Actor, wish: ExportWish, paper: Paper): Promise<Made> {
  const { kind, filter } = wish
  if (kind === 'procedures') return procedureTable(await listExportProcedures(actor, filter, paper.today), paper)
  if (kind === 'wide') return wideTable(await listWideTable(actor, filter, paper.today), paper)
  const columns = kind === 'weekly' ? WEEKLY_EXPORT : exportColumnsOf(await ledgerColumns(actor, filter.columns))
  const seen = seesCardOnly(actor.role) ? columns.filter(({ key }) => isWithinCard(key)) : columns
  return projectTable(kind, seen, await listExportProjects(actor, filter, paper.today), paper)
}

/** `项目调度台账_20261123_红黄项目.xlsx`: what, when, and by what it was filtered. */
function fileNameOf({ kind, filter }: ExportWish, today: PlainDate): string {
  const words = [
    filter.view === 'all' ? null : t(`project.view.${filter.view}`),
    filter.level ? t(`level.short.${filter.level}`) : null,
    filter.stage ? t(`project.stage.${filter.stage}`) : null,
  ].filter((word) => word !== null)
  return [t(`export.file.${kind}`), today.replaceAll('-', ''), ...words].join('_').concat('.xlsx')
}

/**
 * Makes a workbook of the ledger as it stands on screen, and remembers who took it.
 *
 * Its rows are all rows of the filter, or it is refused: a list is never cut.
 *
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportLedger(
  actor: Actor,
  wish: ExportWish,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const turn = await takeFileTurn('export', actor.userId, now)
  if (!turn.ok) return turn
  const count = wish.kind === 'procedures' ? countExportProcedures : countExportProjects
  const n = await count(actor, wish.filter, today)
  if (n > MOST_EXPORTED) return err({ code: 'EXPORT_TOO_MANY', n, most: MOST_EXPORTED })
  const exportId = newExportId()
  const heading = await loadPaperHeading(actor)
  const stamp = t('export.stamp', { name: actor.name, at: `${today} ${clock}` })
  const { table, notes, base } = await make(actor, wish, { heading, today, stamp, exportId })
  const recorded = await recordExport(
    actor,
    { id: exportId, kind: recordedKind(wish.kind), query: wish.query, base },
    { today },
  )
  if (!recorded.ok) return recorded
  return ok({ bytes: await writeXlsx(table, notes), fileName: fileNameOf(wish, today) })
}

/** As the table of exports names them: what a later import of the file would be. */
const recordedKind = (kind: ExportKind): string =>
  ({ weekly: 'WEEKLY_LEDGER', view: 'WEEKLY_LEDGER', procedures: 'PROCEDURE_LEDGER', wide: 'PROCEDURE_WIDE' })[kind]
