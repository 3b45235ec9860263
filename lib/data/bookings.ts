import 'server-only'
import { type Booking, bookedWeek } from '@/lib/domain/booking'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Tx } from './db'
import { visitBookings } from './visit-bookings'

/**
 * What firms are booked for in the week of a day 无事不扰: visits that are planned. Whoever wants to ask a firm to something
 * looks here first.
 *
 * @param week  a day of it; Monday to Sunday
 * @param except what is being planned itself
 * @returns the bookings of each firm that has some, earliest first
 */
export async function bookingsOf(
  tx: Tx,
  enterpriseIds: readonly string[],
  week: PlainDate,
  except: Readonly<{ visitId?: string }> = {},
): Promise<ReadonlyMap<string, readonly Booking[]>> {
  const found = new Map<string, Booking[]>()
  for (const [enterpriseId, booking] of await visitBookings(tx, enterpriseIds, bookedWeek(week), except.visitId))
    found.set(enterpriseId, [...(found.get(enterpriseId) ?? []), booking])
  return found
}
