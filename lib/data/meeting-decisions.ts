import 'server-only'
import { type Actor, isAgency } from '@/lib/domain/access'
import { taskColour } from '@/lib/domain/meeting/task-level'
import { runsTask } from '@/lib/domain/meeting/task-move'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_ALL_TOPICS } from '@/lib/domain/sight'
import { type WorkCalendar, workdaysBetween, workdaysLate } from '@/lib/domain/work-calendar'
import type { AgendaLine, Decision } from '@/lib/schemas/meeting'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { unsignedWd } from './task-rows'
import { visibleProjects } from './visible'

/**
 * The tasks an actor sees: all of them, those of his projects, and those his unit or he himself has. Agencies see
 * only the latter: what others do about a project their unit takes part in is not theirs.
 *
 * @source domain roles.md §1: 本单位
 */
export function visibleTasks(actor: Actor): Prisma.TaskWhereInput {
  const inDistrict = { districtId: actor.districtId }
  if (SEES_ALL_TOPICS.has(actor.role)) return inDistrict
  return {
    ...inDistrict,
    OR: [
      ...(isAgency(actor.role) ? [] : [{ project: visibleProjects(actor) }]),
      { ownerId: { in: [...actor.standsInFor] } },
      { raisedById: { in: [...actor.standsInFor] } },
      ...(actor.orgId ? [{ leadOrgId: actor.orgId }, { supportIds: { has: actor.orgId } }] : []),
    ],
  }
}

const columns = {
  leadOrg: { select: { shortName: true } },
  owner: { select: { name: true } },
  project: { select: { name: true } },
  slips: { select: { kind: true, issuedOn: true, replyDueOn: true } },
} satisfies Prisma.TaskInclude
type Row = Prisma.TaskGetPayload<{ include: typeof columns }>

const decisionOf = (row: Row, today: PlainDate, calendar: WorkCalendar): Decision => ({
  id: row.id,
  no: taskNumber(row),
  text: row.text,
  project: row.project?.name ?? null,
  projectId: row.projectId,
  who: row.leadOrg?.shortName ?? row.owner?.name ?? null,
  dueOn: fromDb(row.dueOn),
  closedOn: dayOrNull(row.closedOn),
  state: row.state,
  reason: taskColour(
    {
      state: row.state,
      issuedOn: fromDb(row.issuedOn),
      dueOn: fromDb(row.dueOn),
      submittedOn: dayOrNull(row.submittedOn),
      suspendedOn: null,
      unsignedWd: unsignedWd(row, today, calendar),
    },
    today,
    calendar,
  ).reason,
  ageWd: workdaysBetween(calendar, fromDb(row.issuedOn), today),
  extensions: row.extensions,
  lateWd: runsTask(row.state) ? workdaysLate(calendar, fromDb(row.dueOn), today) : 0,
})

/**
 * Decisions an actor sees among some, in the order of their numbers.
 *
 * @param seen what he sees of them, where that is more than the tasks he may open
 */
export async function decisionsWhere(
  actor: Actor,
  where: Prisma.TaskWhereInput,
  today: PlainDate,
  seen = visibleTasks(actor),
): Promise<Decision[]> {
  const [rows, { calendar }] = await Promise.all([
    db.task.findMany({
      where: { AND: [seen, where] },
      include: columns,
      orderBy: [{ year: 'asc' }, { week: 'asc' }, { nth: 'asc' }],
    }),
    loadLevelContext(db, actor.districtId, today),
  ])
  return rows.map((row) => decisionOf(row, today, calendar))
}

/** Monday of the week whose meeting was held last before another week's; null when none was. */
export async function lastHeldBefore(actor: Actor, weekOf: PlainDate): Promise<PlainDate | null> {
  const meeting = await db.meeting.findFirst({
    where: { districtId: actor.districtId, weekOf: { lt: toDb(weekOf) }, state: { in: ['HELD', 'SIGNED'] } },
    orderBy: { weekOf: 'desc' },
    select: { weekOf: true },
  })
  return meeting && fromDb(meeting.weekOf)
}

/**
 * The task each topic of an agenda is on it for 上次没办完, by topic, as it stands today; the latest decision about the same
 * project may be another one.
 */
export async function tasksOfAgenda(
  actor: Actor,
  lines: readonly Pick<AgendaLine, 'id' | 'projectId' | 'history'>[],
  weekOf: PlainDate,
  today: PlainDate,
): Promise<ReadonlyMap<string, Decision>> {
  const told = lines.flatMap(({ id, projectId, history }) =>
    history?.code === 'TASK' ? [{ id, projectId, no: history.no }] : [],
  )
  if (told.length === 0) return new Map()
  const ids = told.flatMap(({ projectId }) => projectId ?? [])
  const where = { OR: [{ projectId: { in: ids } }, { projectId: null }], meeting: { weekOf: { lt: toDb(weekOf) } } }
  const rows = await decisionsWhere(actor, where, today)
  return new Map(
    told.flatMap(({ id, projectId, no }) => {
      const row = rows.find((one) => one.no === no && one.projectId === projectId)
      return row ? [[id, row] as const] : []
    }),
  )
}

/** The latest decision about each of some projects before a week. */
export async function lastDecisions(
  actor: Actor,
  projectIds: readonly string[],
  weekOf: PlainDate,
  today: PlainDate,
): Promise<ReadonlyMap<string, Decision>> {
  const where = { projectId: { in: [...projectIds] }, meeting: { weekOf: { lt: toDb(weekOf) } } }
  const rows = await decisionsWhere(actor, where, today)
  // The latest comes last, and stays.
  return new Map(rows.map((row) => [row.projectId ?? '', row]))
}
