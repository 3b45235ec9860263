import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import { lastDayOfMonth, monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { AGENCY_RUNS, PROCEDURE_GROUPS } from '@/lib/domain/procedure-group'
import type { ProcedureFilter, QueueGroup } from '@/lib/schemas/procedure-queue'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { visibleProcedures } from './visible'

/** Procedures of projects the district runs; those of a suspended one have no clock. */
const active: Prisma.ProcedureWhereInput = { project: { status: 'ACTIVE' } }
const still: Prisma.ProcedureWhereInput = { project: { status: { in: ['SUSPENDED', 'REMOVED', 'MERGED'] } } }

const finishedIn = (today: PlainDate): Prisma.ProcedureWhereInput => {
  const month = monthOf(today)
  return {
    state: { in: [...PROCEDURE_GROUPS.done] },
    finishedOn: { gte: new Date(`${month}-01`), lte: toDb(lastDayOfMonth(month)) },
  }
}

/** The agency's own clock runs, and ends today or has ended: what waits for an applicant is late for somebody else. */
export const dueWhere = (due: 'late' | 'today', today: PlainDate): Prisma.ProcedureWhereInput => ({
  state: { in: [...AGENCY_RUNS] },
  finishedOn: null,
  dueOn: due === 'late' ? { lt: toDb(today) } : toDb(today),
})

/** Accepted, and the promise is over. */
const overdue = (today: PlainDate): Prisma.ProcedureWhereInput => ({
  state: 'ACCEPTED',
  finishedOn: null,
  dueOn: { lt: toDb(today) },
})

/**
 * What counts in a month's promises 本月应办: everything finished in it, and what should have been and is not.
 *
 * @param kept only what was finished within its promise, or only what was not
 */
export const monthWhere = (today: PlainDate, kept?: 'yes' | 'no'): Prisma.ProcedureWhereInput => ({
  OR: monthParts(today, kept),
})

/** Finished within the promise, or not. */
function keptWhere(kept: 'yes' | 'no' | undefined): Prisma.ProcedureWhereInput[] {
  const { dueOn } = db.procedure.fields
  if (kept === 'yes') return [{ OR: [{ dueOn: null }, { finishedOn: { lte: dueOn } }] }]
  return kept === 'no' ? [{ finishedOn: { gt: dueOn } }] : []
}

/** The two halves of a month's promises, which no row is in both of: an index answers one, but not either. */
export function monthHalves(today: PlainDate, kept?: 'yes' | 'no') {
  return { finished: { AND: [finishedIn(today), ...keptWhere(kept)] }, open: kept === 'yes' ? null : overdue(today) }
}

function monthParts(today: PlainDate, kept?: 'yes' | 'no'): Prisma.ProcedureWhereInput[] {
  const { finished, open } = monthHalves(today, kept)
  return open ? [finished, open] : [finished]
}

/** The rows a group holds. Whether it has ended is said besides, which is what the indexes of the queue are made for. */
export function groupWhere(group: QueueGroup, today: PlainDate, kept?: 'yes' | 'no'): Prisma.ProcedureWhereInput {
  if (group === 'month') return monthWhere(today, kept)
  const state = { in: [...PROCEDURE_GROUPS[group]] }
  if (group === 'done') return { state, finishedOn: { not: null } }
  return group === 'ready' ? { state } : { state, finishedOn: null }
}

/** The same rows in parts that exclude each other, to be counted one by one. */
export const groupParts = (group: QueueGroup, today: PlainDate, kept?: 'yes' | 'no'): Prisma.ProcedureWhereInput[] =>
  group === 'month' ? monthParts(today, kept) : [groupWhere(group, today)]

/** What wants the actor's own hand: what he handles or nobody of his agency has taken, or what he stewards. */
const ofActor = (actor: Actor): Prisma.ProcedureWhereInput => ({
  OR: [
    { handlerId: { in: [...actor.standsInFor] } },
    ...(SIGHT.procedure[actor.role] === 'agency' ? [{ handlerId: null }] : []),
    ...(actor.role === 'STEWARD'
      ? [{ project: { stewards: { some: { toOn: null, personId: { in: [...actor.standsInFor] } } } } }]
      : []),
  ],
})

/** What an actor sees under a filter, whatever becomes of the projects. */
function conditionsOf(actor: Actor, filter: ProcedureFilter, today: PlainDate): Prisma.ProcedureWhereInput[] {
  const and: Prisma.ProcedureWhereInput[] = [visibleProcedures(actor)]
  for (const word of filter.q?.toLowerCase().split(/\s+/).filter(Boolean) ?? [])
    and.push({ project: { searchText: { contains: word.replace(/[\\%_]/g, '\\$&') } } })
  if (filter.level) and.push({ level: filter.level })
  if (filter.agency) and.push({ agencyId: filter.agency })
  if (filter.handler) and.push({ handlerId: filter.handler === 'none' ? null : filter.handler })
  if (filter.code) and.push({ code: filter.code })
  if (filter.owner) and.push({ levelOwner: filter.owner })
  if (filter.mine) and.push(ofActor(actor))
  if (filter.due) and.push(dueWhere(filter.due, today))
  if (filter.taskforce) and.push({ project: { taskforceId: filter.taskforce } })
  if (filter.from) and.push({ finishedOn: { gte: toDb(filter.from) } })
  if (filter.to) and.push({ finishedOn: { lte: toDb(filter.to) } })
  if (filter.group === 'done') and.push(...keptWhere(filter.kept))
  return and
}

/**
 * What an actor sees of the queue under a filter, its group left out: rows, counts and totals all start from this clause.
 *
 * Who sees what: `visibleProcedures`.
 */
export const procedureWhere = (
  actor: Actor,
  filter: ProcedureFilter,
  today: PlainDate,
): Prisma.ProcedureWhereInput => ({
  AND: [...conditionsOf(actor, filter, today), active],
})

/**
 * The same to be counted: what there is, less what belongs to projects that stand still. Few do, so this asks the project of
 * those alone, where `procedureWhere` asks that of every row.
 */
export function countedWhere(actor: Actor, filter: ProcedureFilter, today: PlainDate) {
  const all = conditionsOf(actor, filter, today)
  return { all: { AND: all }, less: { AND: [...all, still] } }
}
