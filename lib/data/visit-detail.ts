import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { VisitDetail } from '@/lib/schemas/visit'
import { bookingsOf } from './bookings'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { raisesIssues } from './issue-raiser'
import { namesOfUsers } from './user-names'
import { visibleVisits, visitColumns, visitRowOf } from './visit-rows'

/**
 * A visit with its history and what the reader may do about it.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findVisit(actor: Actor, id: string): Promise<VisitDetail | null> {
  const record = await db.visitPlan.findFirst({
    where: { AND: [{ id }, visibleVisits(actor)] },
    select: { ...visitColumns, plannedBy: { select: { name: true } } },
  })
  if (!record) return null
  const [moves, booked] = await Promise.all([
    db.visitMove.findMany({ where: { visitId: id }, orderBy: [{ at: 'desc' }, { id: 'desc' }] }),
    bookingsOf(db, [record.enterpriseId], fromDb(record.on), { visitId: id }),
  ])
  const who = await namesOfUsers(moves.map(({ actorId }) => actorId))
  return {
    ...visitRowOf(actor, record),
    plannedBy: record.plannedBy?.name ?? null,
    steps: moves.map((move) => ({
      id: move.id,
      kind: move.kind,
      on: fromDb(move.on),
      by: who.get(move.actorId ?? '') ?? null,
      text: move.text,
      dayOn: dayOrNull(move.dayOn),
    })),
    booked: (booked.get(record.enterpriseId) ?? []).filter((one) => one.id !== record.into?.id),
    raises: await raisesIssues(actor),
  }
}
