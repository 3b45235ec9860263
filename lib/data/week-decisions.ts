import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { isOpenTask } from '@/lib/domain/meeting/task-move'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import type { Decisions } from '@/lib/schemas/meeting'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { decisionsWhere, visibleTasks } from './meeting-decisions'
import { visibleTopics } from './meetings'

/** What an actor reads of a meeting's decisions: his tasks, and once its minutes are signed what they say of his topics. */
const readable = (actor: Actor): Prisma.TaskWhereInput => ({
  OR: [
    visibleTasks(actor),
    { item: visibleTopics(actor), meeting: { papers: { some: { kind: 'MINUTES', signedAt: { not: null } } } } },
  ],
})

/**
 * What the meeting of a week decided, and how far it is; of what concerns others only how many.
 *
 * Who sees what: `readable`, as the minutes are cut; `open` is a task he may open as well.
 */
export async function loadDecisions(actor: Actor, weekOf: PlainDate, today: PlainDate): Promise<Decisions> {
  const where = { districtId: actor.districtId, meeting: { weekOf: toDb(weekOf) } }
  const standing = { ...where, state: { not: 'WITHDRAWN' as const } }
  const [rows, own, all] = await Promise.all([
    decisionsWhere(actor, where, today, readable(actor)),
    db.task.findMany({ where: { AND: [visibleTasks(actor), where] }, select: { id: true } }),
    db.task.count({ where: standing }),
  ])
  const may = new Set(own.map(({ id }) => id))
  const open = rows.filter((row) => isOpenTask(row.state))
  const withdrawn = rows.filter((row) => row.state === 'WITHDRAWN').length
  return {
    weekOf,
    week: isoWeekOf(weekOf).week,
    rows: rows.map((row) => ({ ...row, open: may.has(row.id) })),
    closed: rows.filter((row) => row.state === 'CLOSED').length,
    withdrawn,
    hidden: all - (rows.length - withdrawn),
    late: open.filter((row) => row.lateWd > 0).length,
    open: open.filter((row) => row.lateWd <= 0).length,
  }
}
