import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { ProjectFilter } from '@/lib/schemas/project'
import { readLedgerQuery } from '@/lib/schemas/project-address'
import type { ProjectPage, ProjectTotals } from '@/lib/schemas/project-row'
import type { Level, Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { askedBy, rowsFor, totalsFor } from './project-card'
import { columnOrder, keyedPage } from './project-order'
import { loadRows, loadRowsInOrder } from './project-rows'
import { projectsWhere, weekBefore } from './project-where'

const NO_LEVELS: Readonly<Record<Level, number>> = { RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 }

/**
 * Totals of everything a where-clause holds: how many, by colour, sums in 分.
 *
 * The counts read the index (districtId, status, level, totalFen, id) alone.
 */
export async function totalsOf(where: Prisma.ProjectWhereInput, today: PlainDate): Promise<ProjectTotals> {
  const [byLevel, plan] = await Promise.all([
    db.project.groupBy({ by: ['level'], where, _count: true, _sum: { totalFen: true } }),
    db.yearPlan.aggregate({
      where: { year: yearOf(today), project: where },
      _sum: { plannedFen: true, openingFen: true, enteredFen: true },
    }),
  ])
  return {
    total: byLevel.reduce((sum, g) => sum + g._count, 0),
    levels: { ...NO_LEVELS, ...Object.fromEntries(byLevel.map((g) => [g.level, g._count])) },
    sums: {
      totalFen: byLevel.reduce((sum, g) => sum + (g._sum.totalFen ?? 0n), 0n),
      plannedFen: plan._sum.plannedFen ?? 0n,
      doneFen: (plan._sum.openingFen ?? 0n) + (plan._sum.enteredFen ?? 0n),
    },
  }
}

/**
 * One page of the ledger 项目台账 with the totals of everything the filter holds.
 *
 * Who sees what: `visibleProjects`. Uses the index (districtId, level, number) for the default order.
 *
 * @returns rows of the page, total rows, counts by colour and sums in 分 over the whole filter
 */
export async function listProjects(actor: Actor, asked: ProjectFilter, today: PlainDate): Promise<ProjectPage> {
  await freshenLevels(actor.districtId, today)
  const filter = askedBy(actor, asked)
  const where = projectsWhere(actor, filter, today)
  const window = { skip: (filter.page - 1) * filter.size, take: filter.size }
  const rows = async () => {
    const ids = await keyedPage(filter, where, today)
    return ids
      ? loadRowsInOrder(actor.districtId, where, ids, today)
      : loadRows(actor.districtId, { where, orderBy: columnOrder(filter), ...window }, today)
  }
  const [page, totals] = await Promise.all([rows(), totalsOf(where, today)])
  return { rows: rowsFor(actor, page), since: weekBefore(today), ...totalsFor(actor, totals) }
}

/** How many projects each saved view holds for this actor, by its address. */
export async function countQueries(
  actor: Actor,
  views: readonly Readonly<{ id: string; query: string }>[],
  today: PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const counted = await Promise.all(
    views.map(async ({ id, query }) => {
      const where = projectsWhere(actor, readLedgerQuery(query), today)
      return [id, await db.project.count({ where })] as const
    }),
  )
  return new Map(counted)
}
