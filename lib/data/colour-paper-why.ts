import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { PaperWhy } from '@/lib/schemas/colour-paper'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { liveReasons } from './live-reasons'
import { queueColumns, queueRowOf } from './queue-rows'

/**
 * What speaks for the colours some papers are about, with today's numbers: of a procedure its own reason, of a project its first.
 *
 * @returns by the id of the procedure or project; nothing where nothing speaks
 */
export async function whyOf(
  tx: Tx,
  districtId: string,
  items: readonly Readonly<{ projectId: string; procedureId: string | null }>[],
  today: PlainDate,
): Promise<ReadonlyMap<string, PaperWhy>> {
  if (items.length === 0) return new Map()
  const context = await loadLevelContext(tx, districtId, today)
  const procedures = await tx.procedure.findMany({
    where: { districtId, id: { in: items.flatMap(({ procedureId }) => procedureId ?? []) } },
    select: queueColumns,
  })
  const projects = await tx.project.findMany({
    where: {
      districtId,
      id: { in: items.flatMap(({ projectId, procedureId }) => (procedureId === null ? projectId : [])) },
    },
    select: { id: true, levelReasons: true },
  })
  const live = await liveReasons(districtId, projects, today, tx)
  const why = new Map<string, PaperWhy>()
  for (const row of procedures) {
    const { reason } = queueRowOf(row, today, context)
    if (reason) why.set(row.id, { code: reason.code, params: reason.params, item: null })
  }
  for (const [id, { reasons }] of live) {
    const [reason] = reasons
    if (reason) why.set(id, { code: reason.code, params: reason.params, item: reason.item })
  }
  return why
}
