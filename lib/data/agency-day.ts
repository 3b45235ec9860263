import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { AGENCY_RUNS } from '@/lib/domain/procedure-group'
import type { MoveKind } from '@/lib/domain/procedure-move'
import type { AgencyDay, DoneToday, MonthPromise, Told } from '@/lib/schemas/agency-day'
import { procedureFilter, type QueueRow } from '@/lib/schemas/procedure-queue'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { loadLevelContext } from './level-context'
import { lastMoveOf } from './procedure-moves'
import { dueWhere, groupWhere, procedureWhere } from './procedure-where'
import { queueColumns, queueRowOf } from './queue-rows'
import { visibleProcedures } from './visible'

const ROWS_SHOWN = 30
const PAUSED_SHOWN = 10
const DONE_SHOWN = 30
const TOLD_SHOWN = 10

const nearestFirst: Prisma.ProcedureOrderByWithRelationInput[] = [
  { dueOn: { sort: 'asc', nulls: 'last' } },
  { id: 'asc' },
]

/** What the actor was told about his procedures and has not read: it came from a colleague, or somebody waits for it. */
async function loadTold(actor: Actor): Promise<Told[]> {
  const rows = await db.reminder.findMany({
    where: {
      toId: actor.personId,
      answeredAt: null,
      seenAt: null,
      procedure: { AND: [visibleProcedures(actor), { finishedOn: null, project: { status: 'ACTIVE' } }] },
    },
    select: {
      procedureId: true,
      kind: true,
      text: true,
      at: true,
      on: true,
      from: { select: { name: true, orgId: true } },
    },
    orderBy: { at: 'desc' },
    take: TOLD_SHOWN,
  })
  return rows.flatMap(({ procedureId, kind, text, at, on, from }): Told[] =>
    procedureId
      ? [
          {
            procedureId,
            mark: from.orgId === actor.orgId ? 'HANDED' : kind,
            from: from.name,
            text,
            at: at.toISOString(),
            on: fromDb(on),
          },
        ]
      : [],
  )
}

/**
 * The actor's own moves of today that he can still take back, latest first.
 *
 * Uses the index (actorId, recordedOn); what somebody else has moved since is not his to take back.
 */
export async function loadDoneToday(actor: Actor, today: PlainDate): Promise<DoneToday[]> {
  const mine = { actorId: actor.userId, recordedOn: toDb(today) }
  const rows = await db.procedure.findMany({
    where: { AND: [visibleProcedures(actor), { events: { some: mine }, project: { status: 'ACTIVE' } }] },
    select: {
      id: true,
      version: true,
      item: { select: { nameZh: true, nameEn: true } },
      project: { select: { name: true } },
      events: { orderBy: { seq: 'asc' } },
    },
    take: DONE_SHOWN,
  })
  return rows
    .flatMap((row): DoneToday[] => {
      const last = lastMoveOf(row.events)
      if (!last || last.actorId !== actor.userId || fromDb(last.recordedOn) !== today) return []
      return [
        {
          procedureId: row.id,
          version: row.version,
          project: row.project.name,
          nameZh: row.item.nameZh,
          nameEn: row.item.nameEn,
          move: last.move as MoveKind,
          at: last.at.toISOString(),
        },
      ]
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** The running month's promises of what the actor sees: how many were kept, of how many that were owed. */
export async function loadMonthPromise(actor: Actor, today: PlainDate): Promise<MonthPromise> {
  const own = procedureWhere(actor, procedureFilter.parse({}), today)
  const [kept, owed] = await Promise.all([
    db.procedure.count({ where: { AND: [own, groupWhere('month', today, 'yes')] } }),
    db.procedure.count({ where: { AND: [own, groupWhere('month', today)] } }),
  ])
  return { kept, owed }
}

/**
 * What a handler finds first: his queue by days left, what stands still, what he did today.
 *
 * Every number is that of a list: the same clauses make the rows of the page and those of the queue it links to.
 *
 * @param list his own procedures with those nobody has taken, or all of his agency
 */
export async function loadAgencyDay(actor: Actor, list: 'home' | 'unit', today: PlainDate): Promise<AgencyDay> {
  await freshenLevels(actor.districtId, today)
  const everything = procedureWhere(actor, procedureFilter.parse({}), today)
  const own = list === 'unit' ? everything : procedureWhere(actor, procedureFilter.parse({ mine: '1' }), today)
  const running = { AND: [own, { state: { in: [...AGENCY_RUNS] }, finishedOn: null }] }
  const paused = { AND: [own, groupWhere('paused', today)] }
  const count = (where: Prisma.ProcedureWhereInput) => db.procedure.count({ where })
  const [context, told, rows, stopped, runningCount, pausedCount, late, unaccepted, dueToday, openOfUnit, done, month] =
    await Promise.all([
      loadLevelContext(db, actor.districtId, today),
      loadTold(actor),
      db.procedure.findMany({ where: running, select: queueColumns, orderBy: nearestFirst, take: ROWS_SHOWN }),
      db.procedure.findMany({ where: paused, select: queueColumns, orderBy: nearestFirst, take: PAUSED_SHOWN }),
      count(running),
      count(paused),
      count({ AND: [own, groupWhere('accepted', today), dueWhere('late', today)] }),
      count({ AND: [own, groupWhere('received', today), dueWhere('late', today)] }),
      count({ AND: [own, dueWhere('today', today)] }),
      count({ AND: [everything, groupWhere('open', today)] }),
      loadDoneToday(actor, today),
      loadMonthPromise(actor, today),
    ])
  const shown = new Set(rows.map((row) => row.id))
  const handed = new Set(told.filter(({ mark }) => mark === 'HANDED').map((line) => line.procedureId))
  // What stands still is told of in its own list.
  const standing = new Set(stopped.map((row) => row.id))
  const missing = [...new Set(told.map((line) => line.procedureId))].filter((id) => !shown.has(id) && !standing.has(id))
  const fetched =
    missing.length > 0
      ? await db.procedure.findMany({
          where: { AND: [everything, { id: { in: missing } }] },
          select: queueColumns,
          orderBy: nearestFirst,
        })
      : []
  const place = ({ id, dueOn }: QueueRow) => `${handed.has(id) ? 0 : 1} ${dueOn ?? 'none'}`
  const lines = [...rows, ...fetched].map((row) => queueRowOf(row, today, context))
  return {
    // A reminder marks a row and leaves it where its days put it; what a colleague handed on is new, and stands first.
    rows: lines.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0)),
    told,
    paused: stopped.map((row) => queueRowOf(row, today, context)),
    open: runningCount + pausedCount,
    openOfUnit,
    running: runningCount,
    pausedCount,
    late,
    unaccepted,
    dueToday,
    done,
    month,
  }
}
