import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureFilter, QueueGroup, QueuePage } from '@/lib/schemas/procedure-queue'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { loadLevelContext } from './level-context'
import { dueWhere, groupWhere, procedureWhere } from './procedure-where'
import { queueColumns, queueRowOf } from './queue-rows'
import { visibleProcedures } from './visible'

/** Finished ones by the day they ended, all others by the working days left. */
const ordersOf = (group: QueueGroup): Prisma.ProcedureOrderByWithRelationInput[] =>
  group === 'done' || group === 'month'
    ? [{ finishedOn: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }]
    : [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }]

/**
 * One page of the procedures of many projects 手续, fewest working days left first, with the totals of the whole filter.
 *
 * Who sees what: `visibleProcedures`. The order comes from the partial index `Procedure_queue` (districtId, dueOn,
 * id, state), that of finished ones from (districtId, finishedOn, id) read backwards.
 */
export async function listProcedures(actor: Actor, filter: ProcedureFilter, today: PlainDate): Promise<QueuePage> {
  await freshenLevels(actor.districtId, today)
  const where: Prisma.ProcedureWhereInput = {
    AND: [procedureWhere(actor, filter, today), groupWhere(filter.group, today, filter.kept)],
  }
  const [rows, byLevel, late, dueToday, context] = await Promise.all([
    db.procedure.findMany({
      where,
      select: queueColumns,
      orderBy: ordersOf(filter.group),
      skip: (filter.page - 1) * filter.size,
      take: filter.size,
    }),
    db.procedure.groupBy({ by: ['level'], where, _count: true }),
    db.procedure.count({ where: { AND: [where, dueWhere('late', today)] } }),
    db.procedure.count({ where: { AND: [where, dueWhere('today', today)] } }),
    loadLevelContext(db, actor.districtId, today),
  ])
  const levels: Record<Level, number> = { RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 }
  for (const group of byLevel) levels[group.level] = group._count
  return {
    rows: rows.map((row) => queueRowOf(row, today, context)),
    total: byLevel.reduce((sum, g) => sum + g._count, 0),
    levels,
    late,
    dueToday,
  }
}

/** Groups whose size is worth knowing before they are opened; the others are most of the district's history and future. */
const COUNTED = ['open', 'accepted', 'received', 'paused', 'ready'] as const
export type GroupCounts = Readonly<Partial<Record<QueueGroup, number>>>

/** How many rows each tab of the queue holds under the same conditions. */
export async function countGroups(actor: Actor, filter: ProcedureFilter, today: PlainDate): Promise<GroupCounts> {
  const conditions = procedureWhere(actor, filter, today)
  const states = await db.procedure.groupBy({
    by: ['state'],
    where: { AND: [conditions, { OR: [groupWhere('open', today), groupWhere('ready', today)] }] },
    _count: true,
  })
  const many = (state: string) => states.find((s) => s.state === state)?._count ?? 0
  const counts = Object.fromEntries(COUNTED.map((group) => [group, 0])) as Record<(typeof COUNTED)[number], number>
  counts.accepted = many('ACCEPTED')
  counts.received = many('RECEIVED')
  counts.paused = many('SUPPLEMENT') + many('SPECIAL')
  counts.open = counts.accepted + counts.received + counts.paused
  counts.ready = many('READY') + many('WITHDRAWN') + many('REJECTED')
  return counts
}

/**
 * What the filter fields of the queue offer: agencies that occur among the actor's own procedures, items of the catalogue,
 * and the people of one agency, his own or the one he looks at.
 */
export async function procedureChoices(actor: Actor, filter: ProcedureFilter) {
  const own = SIGHT.procedure[actor.role] === 'agency'
  const unit = own ? actor.orgId : filter.agency
  const [agencies, handlers, items] = await Promise.all([
    own
      ? []
      : db.org.findMany({
          where: { procedures: { some: visibleProcedures(actor) } },
          select: { id: true, shortName: true },
          orderBy: { name: 'asc' },
        }),
    unit && actor.role !== 'CONTACT'
      ? db.person.findMany({
          where: { orgId: unit, org: { procedures: { some: visibleProcedures(actor) } } },
          select: { id: true, name: true },
          orderBy: { name: 'asc' },
        })
      : [],
    db.catalogItem.findMany({
      where: { catalogVersion: { districtId: actor.districtId }, ...(own && unit ? { agencyId: unit } : {}) },
      select: { code: true, nameZh: true, nameEn: true },
      orderBy: [{ code: 'asc' }, { catalogVersion: { number: 'desc' } }],
      distinct: ['code'],
    }),
  ])
  return { agencies: agencies.map((a) => ({ id: a.id, name: a.shortName })), handlers, items }
}
export type ProcedureChoices = Awaited<ReturnType<typeof procedureChoices>>
