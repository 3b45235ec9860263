import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { ProjectFilter } from '@/lib/schemas/project'
import { readLedgerQuery } from '@/lib/schemas/project-address'
import type { ProjectPage, ProjectTotals } from '@/lib/schemas/project-row'
import type { Level, Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { columnOrder, keyedPage } from './project-order'
import { loadRows, loadRowsInOrder } from './project-rows'
import { inLedger, type ProjectView, projectsWhere, viewParts, weekBefore } from './project-where'
import { visibleProcedures, visibleProjects } from './visible'

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
export async function listProjects(actor: Actor, filter: ProjectFilter, today: PlainDate): Promise<ProjectPage> {
  await freshenLevels(actor.districtId, today)
  const where = projectsWhere(actor, filter, today)
  const window = { skip: (filter.page - 1) * filter.size, take: filter.size }
  const rows = async () => {
    const ids = await keyedPage(filter, where, today)
    return ids
      ? loadRowsInOrder(actor.districtId, where, ids, today)
      : loadRows(actor.districtId, { where, orderBy: columnOrder(filter), ...window }, today)
  }
  const [page, totals] = await Promise.all([rows(), totalsOf(where, today)])
  return { rows: page, since: weekBefore(today), ...totals }
}

/** How many projects each named view holds for this actor; the tabs of the ledger. */
export async function countViews(actor: Actor, views: readonly ProjectView[], today: PlainDate) {
  const counts = await Promise.all(
    views.map(async (view) => {
      const parts = viewParts(view, actor, today).map((part) =>
        db.project.count({ where: { AND: [visibleProjects(actor), inLedger, part] } }),
      )
      return [view, (await Promise.all(parts)).reduce((sum, many) => sum + many, 0)] as const
    }),
  )
  return Object.fromEntries(counts) as Record<ProjectView, number>
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

/** The only unit among the procedures of an agency. */
const ownUnit = ({ orgId }: Actor): Prisma.OrgWhereInput => ({ id: { in: orgId ? [orgId] : [] } })

/**
 * What the filter fields of the ledger offer: only units and people that occur in the actor's own projects.
 *
 * @param stewardId the steward the address filters by, so that he can be named
 */
export async function filterChoices(actor: Actor, stewardId?: string) {
  const where = visibleProjects(actor)
  const units = (which: Prisma.OrgWhereInput) =>
    db.org.findMany({ where: which, select: { id: true, shortName: true, name: true }, orderBy: { name: 'asc' } })
  const [taskforces, streets, leaders, agencies, leadUnits, steward] = await Promise.all([
    units({ projectsAsTaskforce: { some: where } }),
    units({ projectsAsStreet: { some: where } }),
    db.person.findMany({
      where: { ledProjects: { some: where } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    // Asked apart: joined by OR, PostgreSQL reads every procedure.
    units(
      SIGHT.procedure[actor.role] === 'agency' ? ownUnit(actor) : { procedures: { some: visibleProcedures(actor) } },
    ),
    units({ projectsAsLeadUnit: { some: where } }),
    stewardId
      ? db.person.findFirst({
          where: { id: stewardId, stewardships: { some: { project: where } } },
          select: { id: true, name: true },
        })
      : null,
  ])
  type Unit = (typeof agencies)[number]
  const named = (list: readonly Unit[]) => list.map((o) => ({ id: o.id, name: o.shortName }))
  const either = [...new Map([...agencies, ...leadUnits].map((o) => [o.id, o])).values()]
  return {
    taskforces: named(taskforces),
    streets: named(streets),
    leaders,
    units: named(either.sort((a, b) => (a.name < b.name ? -1 : 1))),
    steward,
  }
}
