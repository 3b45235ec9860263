import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { addDays, mondayOf, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { REPORTED_STAGES, SIGNED_STAGES, STAGES } from '@/lib/domain/project'
import { allWords } from '@/lib/domain/search-words'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { visibleProjects } from './visible'

/** Projects the district still runs; removed and merged ones are history. */
export const inLedger = { status: { in: ['ACTIVE', 'SUSPENDED'] } } satisfies Prisma.ProjectWhereInput

export type ProjectView = ProjectFilter['view']

/** What makes a project an actor's own: he is its steward, or it is led by him or by his team or street. */
function mineOf({ standsInFor, orgId }: Actor): Prisma.ProjectWhereInput[] {
  const people = { in: [...standsInFor] }
  return [
    { stewards: { some: { toOn: null, personId: people } } },
    { OR: [{ leaderId: people }, ...(orgId ? [{ taskforceId: orgId }, { streetId: orgId }] : [])] },
  ]
}

/** The rows a named view of the ledger holds; a view is a filter like any other. */
export function viewWhere(view: ProjectView, actor: Actor, today: PlainDate): Prisma.ProjectWhereInput {
  switch (view) {
    case 'all':
      return {}
    case 'signed':
      return { stage: { in: [...SIGNED_STAGES] } }
    case 'warned':
      return { level: { in: ['RED', 'YELLOW'] } }
    case 'dated': {
      const year = yearOf(today)
      return {
        milestones: {
          some: {
            kind: { in: ['START', 'PRODUCTION'] },
            actualOn: null,
            plannedOn: { gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) },
          },
        },
      }
    }
    case 'mine':
      return { OR: mineOf(actor) }
    case 'unreported':
      return {
        // What is suspended has nothing to report.
        status: 'ACTIVE',
        stage: { in: [...REPORTED_STAGES] },
        OR: [{ lastVerifiedOn: null }, { lastVerifiedOn: { lt: toDb(mondayOf(today)) } }],
      }
  }
}

/** A milestone that happened within some days, after another that happened where it is asked. */
function eventWhere({ event, after, from, to }: ProjectFilter): Prisma.ProjectWhereInput[] {
  if (!event) return []
  const actualOn = { not: null, ...(from && { gte: toDb(from) }), ...(to && { lte: toDb(to) }) }
  return [
    { milestones: { some: { kind: event, actualOn } } },
    ...(after ? [{ milestones: { some: { kind: after, actualOn: { not: null } } } }] : []),
  ]
}

const idOrNone = (id: string): string | null => (id === 'none' ? null : id)

/**
 * What an actor sees under a filter. Rows, counts, totals and exports all start from this one clause, so they agree.
 *
 * Removed and merged projects stay out of every list unless they are asked for.
 */
export function projectsWhere(actor: Actor, filter: ProjectFilter, today: PlainDate): Prisma.ProjectWhereInput {
  const and: Prisma.ProjectWhereInput[] = [visibleProjects(actor), inLedger, viewWhere(filter.view, actor, today)]
  // What stands for any text in a pattern stands for itself in a search.
  for (const word of allWords(filter.q ?? '')) and.push({ searchText: { contains: word.replace(/[\\%_]/g, '\\$&') } })
  if (filter.level) and.push({ level: filter.level })
  if (filter.stage) and.push({ stage: filter.stage })
  if (filter.taskforce) and.push({ taskforceId: idOrNone(filter.taskforce) })
  if (filter.street) and.push({ streetId: idOrNone(filter.street) })
  if (filter.leader) and.push({ leaderId: idOrNone(filter.leader) })
  if (filter.unit) and.push({ OR: [{ leadUnitId: filter.unit }, { procedures: { some: { agencyId: filter.unit } } }] })
  if (filter.steward === 'none') and.push({ stewards: { none: { toOn: null } } })
  else if (filter.steward) and.push({ stewards: { some: { toOn: null, personId: filter.steward } } })
  if (filter.reached) and.push({ stage: { in: STAGES.slice(STAGES.indexOf(filter.reached)) } })
  and.push(...eventWhere(filter))
  return { AND: and }
}

/** The day a comparison with last week is made against: the same weekday, so that a Monday is not compared with a Sunday. */
export const weekBefore = (today: PlainDate): PlainDate => addDays(today, -7)
