import 'server-only'
import { type Booking, bookedWeek } from '@/lib/domain/booking'
import type { PlainDate } from '@/lib/domain/plain-date'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { visitBookings } from './visit-bookings'

/**
 * What firms are booked for in the week of a day 无事不扰: events they are invited to and have not refused, and visits that are
 * planned. Whoever wants to ask a firm to something looks here first.
 *
 * @param week  a day of it; Monday to Sunday
 * @param except what is being planned itself
 * @returns the bookings of each firm that has some, earliest first
 */
export async function bookingsOf(
  tx: Tx,
  enterpriseIds: readonly string[],
  week: PlainDate,
  except: Readonly<{ eventId?: string; visitId?: string }> = {},
): Promise<ReadonlyMap<string, readonly Booking[]>> {
  const { from, to } = bookedWeek(week)
  const guests = await tx.eventGuest.findMany({
    where: {
      enterpriseId: { in: [...enterpriseIds] },
      answer: { not: 'REFUSED' },
      event: {
        state: { in: ['INVITED', 'HELD'] },
        heldOn: { gte: toDb(from), lte: toDb(to) },
        id: { not: except.eventId },
      },
    },
    select: { enterpriseId: true, event: { select: { id: true, theme: true, heldOn: true } } },
    orderBy: { id: 'asc' },
  })
  const all: (readonly [string, Booking])[] = [
    ...guests.map(
      ({ enterpriseId, event }) =>
        [enterpriseId, { kind: 'EVENT', id: event.id, on: fromDb(event.heldOn), title: event.theme }] as const,
    ),
    ...(await visitBookings(tx, enterpriseIds, { from, to }, except.visitId)),
  ]
  const found = new Map<string, Booking[]>()
  for (const [enterpriseId, booking] of all.toSorted(([, a], [, b]) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    found.set(enterpriseId, [...(found.get(enterpriseId) ?? []), booking])
  return found
}
