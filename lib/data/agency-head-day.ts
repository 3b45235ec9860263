import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { PROCEDURE_GROUPS } from '@/lib/domain/procedure-group'
import type { ApprovedExtension, HandlerLoad, HeadDay } from '@/lib/schemas/agency-day'
import { procedureFilter } from '@/lib/schemas/procedure-queue'
import type { Prisma } from '@/prisma/generated/client'
import { loadDoneToday, loadMonthPromise } from './agency-day'
import { fromDb, toDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { loadLevelContext } from './level-context'
import { dueWhere, groupWhere, procedureWhere } from './procedure-where'
import { queueColumns, queueRowOf } from './queue-rows'
import { visibleProcedures } from './visible'

const LATE_SHOWN = 30
const EXTENSIONS_SHOWN = 20

/** Who of the agency holds how much; what nobody has taken is a line of its own. */
async function loadLoads(own: Prisma.ProcedureWhereInput, today: PlainDate): Promise<HandlerLoad[]> {
  const open = { AND: [own, groupWhere('open', today)] }
  const by = (where: Prisma.ProcedureWhereInput) =>
    db.procedure.groupBy({ by: ['handlerId'], where: { AND: [open, where] }, _count: true })
  const [all, late, dueToday, paused] = await Promise.all([
    by({}),
    by(dueWhere('late', today)),
    by(dueWhere('today', today)),
    by({ state: { in: [...PROCEDURE_GROUPS.paused] } }),
  ])
  const people = await db.person.findMany({
    where: { id: { in: all.flatMap((g) => g.handlerId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map((p) => [p.id, p.name]))
  const of = (groups: typeof all, id: string | null) => groups.find((g) => g.handlerId === id)?._count ?? 0
  return all
    .map(({ handlerId: id, _count: many }) => ({
      id,
      name: id && (names.get(id) ?? null),
      open: many,
      late: of(late, id),
      dueToday: of(dueToday, id),
      paused: of(paused, id),
    }))
    .sort((a, b) => b.late - a.late || b.open - a.open)
}

/** Extensions recorded this month with the actor's approval: nobody extends in his name unseen. */
async function loadExtensions(actor: Actor, today: PlainDate): Promise<ApprovedExtension[]> {
  const events: Prisma.ProcedureEventWhereInput = {
    move: 'EXTEND',
    approverId: actor.personId,
    recordedOn: { gte: new Date(`${monthOf(today)}-01`), lte: toDb(today) },
  }
  const rows = await db.procedure.findMany({
    where: { AND: [visibleProcedures(actor), { extensionWd: { gt: 0 }, events: { some: events } }] },
    select: {
      id: true,
      item: { select: { nameZh: true, nameEn: true } },
      project: { select: { name: true } },
      events: { where: events, orderBy: { seq: 'desc' }, take: 1 },
    },
    take: EXTENSIONS_SHOWN,
  })
  return rows.flatMap(({ id, item, project, events: [event] }) =>
    event
      ? [
          {
            procedureId: id,
            project: project.name,
            ...item,
            days: Number((event.data as { days?: number }).days ?? 0),
            reason: event.reason,
            on: fromDb(event.on),
          },
        ]
      : [],
  )
}

/**
 * What the head of an agency finds first: where his unit is late, who holds how much, how the month stands.
 *
 * Red and yellow are the colours every leader sees at this moment, read from the same rows. What is over its time without
 * a colour of its own, as what was deemed accepted, stands among them: the queue counts it as over time as well.
 */
export async function loadHeadDay(actor: Actor, today: PlainDate): Promise<HeadDay> {
  await freshenLevels(actor.districtId, today)
  const own = procedureWhere(actor, procedureFilter.parse({}), today)
  const warned: Prisma.ProcedureWhereInput = { level: { in: ['RED', 'YELLOW'] }, levelOwner: 'AGENCY' }
  const over = dueWhere('late', today)
  const late: Prisma.ProcedureWhereInput = { AND: [own, groupWhere('open', today), { OR: [warned, over] }] }
  const [context, rows, lateCount, byLevel, overdue, open, dueToday, loads, month, extensions, done] =
    await Promise.all([
      loadLevelContext(db, actor.districtId, today),
      db.procedure.findMany({
        where: late,
        select: queueColumns,
        orderBy: [{ level: 'desc' }, { dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
        take: LATE_SHOWN,
      }),
      db.procedure.count({ where: late }),
      db.procedure.groupBy({
        by: ['level'],
        where: { AND: [own, groupWhere('open', today), warned] },
        _count: true,
      }),
      db.procedure.count({ where: { AND: [own, over] } }),
      db.procedure.count({ where: { AND: [own, groupWhere('open', today)] } }),
      db.procedure.count({ where: { AND: [own, dueWhere('today', today)] } }),
      loadLoads(own, today),
      loadMonthPromise(actor, today),
      loadExtensions(actor, today),
      loadDoneToday(actor, today),
    ])
  const many = (level: 'RED' | 'YELLOW') => byLevel.find((g) => g.level === level)?._count ?? 0
  return {
    late: rows.map((row) => queueRowOf(row, today, context)),
    lateCount,
    red: many('RED'),
    yellow: many('YELLOW'),
    overdue,
    open,
    dueToday,
    loads,
    month,
    extensions,
    done,
  }
}
