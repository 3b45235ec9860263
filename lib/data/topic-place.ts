import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import { fromDb, toDb } from './date'
import { db } from './db'

/** The agenda a topic about a project would come onto, and whether it is on it already. */
export type TopicPlace = Readonly<{ weekOf: PlainDate; week: number; there: boolean }>

/**
 * The next meeting that takes a topic, for whoever makes its agenda.
 *
 * @returns null for anybody else, and while the next meeting has no agenda
 */
export async function findTopicPlace(actor: Actor, projectId: string, today: PlainDate): Promise<TopicPlace | null> {
  if (relationFor(actor.role, 'agenda.add') === null) return null
  const meeting = await db.meeting.findFirst({
    where: {
      districtId: actor.districtId,
      on: { gte: toDb(today) },
      state: { in: ['DRAFT', 'SENT'] },
      startedAt: null,
    },
    orderBy: { on: 'asc' },
    select: { weekOf: true, items: { where: { projectId }, select: { id: true }, take: 1 } },
  })
  if (!meeting) return null
  const weekOf = fromDb(meeting.weekOf)
  return { weekOf, week: isoWeekOf(weekOf).week, there: meeting.items.length > 0 }
}
