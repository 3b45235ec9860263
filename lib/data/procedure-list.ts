import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import { toldApart } from '@/lib/domain/namesake'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import { AGENCY_RUNS, PROCEDURE_GROUPS } from '@/lib/domain/procedure-group'
import type { ProcedureFilter, QueueGroup, QueuePage } from '@/lib/schemas/procedure-queue'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { loadLevelContext } from './level-context'
import { countedWhere, groupParts, groupWhere, monthHalves, procedureWhere } from './procedure-where'
import { queueColumns, queueRowOf } from './queue-rows'
import { visibleProcedures } from './visible'

/** Finished ones by the day they ended, all others by the working days left. */
const ordersOf = (group: QueueGroup): Prisma.ProcedureOrderByWithRelationInput[] =>
  group === 'done' || group === 'month'
    ? [{ finishedOn: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }]
    : [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }]

type Totals = Pick<QueuePage, 'total' | 'levels' | 'late' | 'dueToday'>

/** Groups some of whose rows are on an agency's own clock: only those can be late. */
const onClock = (group: QueueGroup): boolean =>
  group === 'month' || PROCEDURE_GROUPS[group].some((state) => AGENCY_RUNS.includes(state))

/**
 * Totals of everything a filter holds, in one pass. The index (districtId, state, level, dueOn, finishedOn) holds all that
 * is read, the project's row is asked of projects that stand still alone.
 */
async function totalsOf(actor: Actor, filter: ProcedureFilter, today: PlainDate): Promise<Totals> {
  const { all, less } = countedWhere(actor, filter, today)
  const totals = { total: 0, levels: { RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 }, late: 0, dueToday: 0 }
  const count = async (where: Prisma.ProcedureWhereInput, sign: 1 | -1) => {
    // In the order of the index, so that nothing has to be sorted or hashed.
    const columns = (['state', 'level', 'dueOn'] as const).filter(
      (column) => column !== 'dueOn' || onClock(filter.group),
    )
    const groups = await db.procedure.groupBy({ by: columns, where, _count: { _all: true } })
    for (const { level, state, dueOn, _count } of groups) {
      const many = sign * _count._all
      totals.total += many
      totals.levels[level] += many
      const day = dueOn && AGENCY_RUNS.includes(state) ? fromDb(dueOn) : null
      if (day && day < today) totals.late += many
      if (day === today) totals.dueToday += many
    }
  }
  const parts = groupParts(filter.group, today, filter.kept)
  await Promise.all(parts.flatMap((part) => [count({ AND: [all, part] }, 1), count({ AND: [less, part] }, -1)]))
  return totals
}

/**
 * A page of a month's promises: what is overdue, then what was finished, latest first. Its halves are read one after the
 * other: an index answers each, but asked for either it is read through everything an agency ever had.
 */
async function monthRows(
  actor: Actor,
  filter: ProcedureFilter,
  today: PlainDate,
  window: { skip: number; take: number },
) {
  const asked = procedureWhere(actor, filter, today)
  const page = (part: Prisma.ProcedureWhereInput, skip: number, take: number) =>
    db.procedure.findMany({
      where: { AND: [asked, part] },
      select: queueColumns,
      orderBy: ordersOf('month'),
      skip,
      take,
    })
  const { open, finished } = monthHalves(today, filter.kept)
  const first = open ? await page(open, window.skip, window.take) : []
  if (first.length === window.take) return first
  const before = open && window.skip > 0 ? await db.procedure.count({ where: { AND: [asked, open] } }) : first.length
  return [...first, ...(await page(finished, Math.max(0, window.skip - before), window.take - first.length))]
}

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
  const window = { skip: (filter.page - 1) * filter.size, take: filter.size }
  const [rows, totals, context] = await Promise.all([
    filter.group === 'month'
      ? monthRows(actor, filter, today, window)
      : db.procedure.findMany({ where, select: queueColumns, orderBy: ordersOf(filter.group), ...window }),
    totalsOf(actor, filter, today),
    loadLevelContext(db, actor.districtId, today),
  ])
  return { rows: rows.map((row) => queueRowOf(row, today, context)), ...totals }
}

/** Groups whose size is worth knowing before they are opened; the others are most of the district's history and future. */
const COUNTED = ['open', 'accepted', 'received', 'paused', 'ready'] as const
export type GroupCounts = Readonly<Partial<Record<QueueGroup, number>>>

/** How many rows each tab of the queue holds under the same conditions. */
export async function countGroups(actor: Actor, filter: ProcedureFilter, today: PlainDate): Promise<GroupCounts> {
  const { all, less } = countedWhere(actor, filter, today)
  const states = new Map<ProcedureState, number>()
  const count = async (where: Prisma.ProcedureWhereInput, sign: 1 | -1) => {
    const { open, ready } = PROCEDURE_GROUPS
    // Both groups at once, said so that one range of the index answers it.
    const group = { state: { in: [...open, ...ready] }, OR: [{ finishedOn: null }, { state: { in: [...ready] } }] }
    const groups = await db.procedure.groupBy({ by: ['state'], where: { AND: [where, group] }, _count: true })
    for (const { state, _count } of groups) states.set(state, (states.get(state) ?? 0) + sign * _count)
  }
  await Promise.all([count(all, 1), count(less, -1)])
  const many = (state: ProcedureState) => states.get(state) ?? 0
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
          where: { orgId: unit, ...(own ? {} : { org: { procedures: { some: visibleProcedures(actor) } } }) },
          select: { id: true, name: true, phone: true },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        })
      : [],
    db.catalogItem.findMany({
      where: { catalogVersion: { districtId: actor.districtId }, ...(own && unit ? { agencyId: unit } : {}) },
      select: { code: true, nameZh: true, nameEn: true },
      orderBy: [{ code: 'asc' }, { catalogVersion: { number: 'desc' } }],
      distinct: ['code'],
    }),
  ])
  return {
    agencies: agencies.map((a) => ({ id: a.id, name: a.shortName })),
    handlers: toldApart(
      handlers.map((one) => ({ ...one, unit: unit ?? null })),
      { unitShown: true },
    ).map(({ id, name }) => ({ id, name })),
    items,
  }
}
export type ProcedureChoices = Awaited<ReturnType<typeof procedureChoices>>
