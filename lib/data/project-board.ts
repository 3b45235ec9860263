import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { STAGES, type Stage } from '@/lib/domain/project'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { ProjectRow } from '@/lib/schemas/project-row'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { rowsFor } from './project-card'
import { loadRowsInOrder } from './project-rows'
import { projectsWhere } from './project-where'

/** Cards a column of the board shows at most; the rest is one link away. */
export const BOARD_CARDS = 12

export type BoardColumn = Readonly<{ stage: Stage; total: number; rows: readonly ProjectRow[] }>

/**
 * The filter as a board 看板: a column for each stage, its worst colours first, bounded whatever the filter holds.
 *
 * Who sees what: `visibleProjects`. A stage that is filtered by stands alone.
 */
export async function projectBoard(actor: Actor, filter: ProjectFilter, today: PlainDate): Promise<BoardColumn[]> {
  await freshenLevels(actor.districtId, today)
  const where = projectsWhere(actor, filter, today)
  const counts = await db.project.groupBy({ by: ['stage'], where, _count: true })
  const total = (stage: Stage) => counts.find((c) => c.stage === stage)?._count ?? 0
  const stages = filter.stage ? [filter.stage] : STAGES
  const first = await Promise.all(
    stages.map((stage) =>
      total(stage) === 0
        ? []
        : db.project.findMany({
            where: { AND: [where, { stage }] },
            select: { id: true },
            orderBy: [{ level: 'desc' }, { number: 'asc' }],
            take: filter.stage ? filter.size : BOARD_CARDS,
            skip: filter.stage ? (filter.page - 1) * filter.size : 0,
          }),
    ),
  )
  const ids = first.flat().map((p) => p.id)
  const rows = rowsFor(actor, await loadRowsInOrder(actor.districtId, where, ids, today))
  return stages.map((stage) => ({ stage, total: total(stage), rows: rows.filter((row) => row.stage === stage) }))
}
