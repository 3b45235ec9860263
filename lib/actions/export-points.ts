import 'server-only'
import { listPoints } from '@/lib/data/monitor-points'
import type { Actor } from '@/lib/domain/access'
import { MOST_EXPORTED } from '@/lib/domain/ledger-export'
import { POINT_EXPORT } from '@/lib/domain/point-export'
import { err, type Result } from '@/lib/domain/result'
import { SEES_POINTS } from '@/lib/domain/sight'
import { pointCell } from '@/lib/i18n/point-cells'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { pointFilter } from '@/lib/schemas/monitor-point'
import type { ExportMoment } from './export-ledger'
import { exportList, tableOf } from './export-list'

const t = translator(LEDGER_LOCALE)

/**
 * Makes a workbook of the register of monitoring points as it stands on screen.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportPoints(
  actor: Actor,
  { values, query }: Readonly<{ values: Readonly<Record<string, string>>; query: string }>,
  moment: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  if (!SEES_POINTS.has(actor.role)) return err({ code: 'FORBIDDEN' })
  return exportList(
    actor,
    {
      load: async () =>
        tableOf(
          await listPoints(actor, pointFilter.parse(values), moment.today, MOST_EXPORTED),
          POINT_EXPORT,
          (key, row) => pointCell(key, row, t),
        ),
      record: 'POINT_LEDGER',
      query,
      name: 'point.paper.title',
      title: 'point.paper.list',
      sum: 'point.paper.sum',
      notes: 'point.paper.notes',
    },
    moment,
  )
}
