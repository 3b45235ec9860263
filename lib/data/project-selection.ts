import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { columnOrder, keyedPage } from './project-order'
import { inLedger, projectsWhere } from './project-where'
import { visibleProjects } from './visible'

/**
 * The projects an address of the ledger has ticked: those named by hand, else the page, else everything it holds.
 *
 * Only what the actor sees and the ledger shows; whatever else is named is left out. Nothing ticked is nothing.
 */
export async function selectionWhere(
  actor: Actor,
  filter: ProjectFilter,
  today: PlainDate,
): Promise<Prisma.ProjectWhereInput> {
  if (filter.id.length > 0) return { AND: [visibleProjects(actor), inLedger, { id: { in: filter.id } }] }
  const where = projectsWhere(actor, filter, today)
  if (filter.pick === 'all') return where
  if (filter.pick !== 'page') return { id: { in: [] } }
  const ids =
    (await keyedPage(filter, where, today)) ??
    (
      await db.project.findMany({
        where,
        select: { id: true },
        orderBy: columnOrder(filter),
        skip: (filter.page - 1) * filter.size,
        take: filter.size,
      })
    ).map((p) => p.id)
  return { AND: [where, { id: { in: ids } }] }
}
