import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { OPEN_STATES } from '@/lib/domain/financing/need'
import type { PlainDate } from '@/lib/domain/plain-date'
import { searchWords } from '@/lib/domain/search-words'
import { type Candidate, EVENT_PAGE, type InviteFilter } from '@/lib/schemas/finance-event'
import type { Prisma } from '@/prisma/generated/client'
import { bookingsOf } from './bookings'
import { db } from './db'

/**
 * Firms of the ledger that can be asked to an event, by name, a page at a time; each with what else it is booked for that
 * week 无事不扰. Firms that have left or closed are not asked.
 *
 * @param heldOn day of the event
 */
export async function listCandidates(
  actor: Actor,
  eventId: string,
  heldOn: PlainDate,
  { q, industry, street, size, need, page }: InviteFilter,
): Promise<{ rows: Candidate[]; total: number }> {
  const where: Prisma.EnterpriseWhereInput = {
    districtId: actor.districtId,
    state: 'ACTIVE',
    AND: [
      ...searchWords(q ?? '').map((word) => ({ searchText: { contains: word } })),
      ...(industry ? [{ industry }] : []),
      ...(street ? [{ OR: [{ streetId: street }, { projects: { some: { streetId: street } } }] }] : []),
      ...(size ? [{ size }] : []),
      ...(need ? [{ financingNeeds: { some: { state: { in: [...OPEN_STATES] } } } }] : []),
    ],
  }
  const [firms, total] = await Promise.all([
    db.enterprise.findMany({
      where,
      select: {
        id: true,
        name: true,
        industry: true,
        size: true,
        street: { select: { shortName: true } },
        eventGuests: { where: { eventId }, select: { id: true } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * EVENT_PAGE,
      take: EVENT_PAGE,
    }),
    db.enterprise.count({ where }),
  ])
  const bookings = await bookingsOf(
    db,
    firms.map(({ id }) => id),
    heldOn,
    { eventId },
  )
  const rows = firms.map(
    ({ id, name, industry: trade, size: of, street: at, eventGuests }): Candidate => ({
      id,
      name,
      industry: trade,
      size: of,
      street: at?.shortName ?? null,
      bookings: bookings.get(id) ?? [],
      picked: eventGuests.length > 0,
    }),
  )
  return { rows, total }
}
