import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { fromDb } from './date'
import { db } from './db'
import { PART_ROWS } from './enterprise-parts'
import { visibleGuests, visibleIntentions } from './finance-event-rows'

/** Events a firm was asked to, the latest first, with what it intends since; who sees what: `visibleGuests`, `visibleIntentions`. */
export async function eventsOfEnterprise(actor: Actor, enterpriseId: string) {
  const where = { AND: [visibleGuests(actor), { enterpriseId, event: { invitedOn: { not: null } } }] }
  const [guests, total] = await Promise.all([
    db.eventGuest.findMany({
      where,
      select: {
        answer: true,
        attended: true,
        event: {
          select: {
            id: true,
            theme: true,
            heldOn: true,
            intentions: {
              where: { AND: [visibleIntentions(actor), { enterpriseId }] },
              select: { id: true, intendedFen: true },
              orderBy: { id: 'asc' },
            },
          },
        },
      },
      orderBy: [{ event: { heldOn: 'desc' } }, { id: 'asc' }],
      take: PART_ROWS,
    }),
    db.eventGuest.count({ where }),
  ])
  return {
    rows: guests.map(({ event, ...guest }) => ({ ...event, ...guest, heldOn: fromDb(event.heldOn) })),
    total,
  }
}
