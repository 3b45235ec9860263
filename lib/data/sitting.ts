import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok, type Result } from '@/lib/domain/result'
import type { AgendaItem, Meeting } from '@/prisma/generated/client'
import type { Tx } from './db'

/** Locks a meeting row, so that everything that changes it comes one after the other, and reads it again. */
export async function lockMeetingRow(tx: Tx, meetingId: string): Promise<Meeting> {
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`
  return tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
}

/** Why nothing can be decided in a meeting; null while it sits. */
export function notSitting(meeting: Meeting) {
  if (meeting.state === 'HELD' || meeting.state === 'SIGNED') return { code: 'MEETING_CLOSED' } as const
  if (meeting.state === 'CANCELLED' || meeting.state === 'REPORT_ONLY') return { code: 'MEETING_OVER' } as const
  return meeting.startedAt === null ? ({ code: 'MEETING_NOT_STARTED' } as const) : null
}

/**
 * A topic of a meeting of the actor's district that sits now, its meeting locked.
 *
 * @returns err NOT_FOUND, MEETING_NOT_STARTED, MEETING_CLOSED, MEETING_OVER
 */
export async function lockSittingTopic(
  tx: Tx,
  actor: Actor,
  itemId: string,
): Promise<Result<{ item: AgendaItem; meeting: Meeting }>> {
  const found = await tx.agendaItem.findFirst({
    where: { id: itemId, meeting: { districtId: actor.districtId } },
    select: { meetingId: true },
  })
  if (!found) return err({ code: 'NOT_FOUND' })
  const meeting = await lockMeetingRow(tx, found.meetingId)
  const not = notSitting(meeting)
  if (not) return err(not)
  return ok({ item: await tx.agendaItem.findUniqueOrThrow({ where: { id: itemId } }), meeting })
}
