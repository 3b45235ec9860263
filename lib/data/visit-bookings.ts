import 'server-only'
import type { Booking } from '@/lib/domain/booking'
import type { PlainDate } from '@/lib/domain/plain-date'
import { fromDb, toDb } from './date'
import type { Tx } from './db'

/**
 * Visits that are planned to some enterprises within some days, earliest first; who comes is said, what for is not.
 *
 * @returns pairs of an enterprise and a booking
 */
export async function visitBookings(
  tx: Tx,
  enterpriseIds: readonly string[],
  { from, to }: Readonly<{ from: PlainDate; to: PlainDate }>,
  except?: string,
): Promise<(readonly [enterpriseId: string, booking: Booking])[]> {
  const visits = await tx.visitPlan.findMany({
    where: {
      enterpriseId: { in: [...enterpriseIds] },
      state: 'PLANNED',
      on: { gte: toDb(from), lte: toDb(to) },
      ...(except ? { id: { not: except } } : {}),
    },
    select: {
      id: true,
      enterpriseId: true,
      on: true,
      unit: { select: { shortName: true } },
      together: { select: { unit: { select: { shortName: true } } }, orderBy: { id: 'asc' } },
    },
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
  })
  return visits.map(({ id, enterpriseId, on, unit, together }) => {
    const who = [...new Set([unit.shortName, ...together.map((one) => one.unit.shortName)])]
    return [enterpriseId, { kind: 'VISIT', id, on: fromDb(on), title: who.join('、') }] as const
  })
}
