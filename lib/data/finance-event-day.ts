import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { SEES_EVENTS } from '@/lib/domain/finance-event-sight'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { EventDay } from '@/lib/schemas/event-day'
import { intentionFilter } from '@/lib/schemas/event-intention'
import { fromDb, toDb } from './date'
import { db } from './db'
import { listAllIntentions } from './event-intentions'
import { visibleEvents, visibleGuests } from './finance-event-rows'

/** Rows of a first page; the rest is one press away. */
const SHOWN = 5

/** What events want of somebody today: of the office, of a bank, of a firm; null for whoever has nothing to do with them. */
export async function loadEventDay(actor: Actor, today: PlainDate): Promise<EventDay | null> {
  const { role } = actor
  if (!SEES_EVENTS.has(role) || role === 'HEAD' || role === 'LEADER') return null
  const ahead = { AND: [visibleEvents(actor), { state: 'INVITED' as const, heldOn: { gte: toDb(today) } }] }
  const [coming, toHold, unsent, waiting, invitations, due] = await Promise.all([
    role === 'CONTACT'
      ? []
      : db.financeEvent.findMany({
          where: ahead,
          select: { id: true, theme: true, heldOn: true, startsAt: true, place: true },
          orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
          take: SHOWN,
        }),
    role === 'OFFICE'
      ? db.financeEvent.findMany({
          where: { AND: [visibleEvents(actor), { state: 'INVITED', heldOn: { lte: toDb(today) } }] },
          select: { id: true, theme: true, heldOn: true },
          orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
        })
      : [],
    role === 'OFFICE' ? db.financeEvent.count({ where: { AND: [visibleEvents(actor), { state: 'PREPARING' }] } }) : 0,
    role === 'OFFICE' ? db.eventGuest.count({ where: { event: ahead, answer: 'WAITING' } }) : 0,
    role === 'CONTACT'
      ? db.eventGuest.findMany({
          where: { AND: [visibleGuests(actor), { event: ahead }] },
          select: {
            id: true,
            answer: true,
            event: { select: { id: true, theme: true, heldOn: true, startsAt: true, place: true } },
          },
          orderBy: [{ event: { heldOn: 'asc' } }, { id: 'asc' }],
        })
      : [],
    role === 'CONTACT' ? [] : listAllIntentions(actor, intentionFilter.parse({ state: 'due' }), today),
  ])
  return {
    coming: coming.map((event) => ({ ...event, heldOn: fromDb(event.heldOn) })),
    toHold: toHold.map((event) => ({ ...event, heldOn: fromDb(event.heldOn) })),
    unsent,
    waiting,
    invitations: invitations.map(({ id, answer, event }) => ({
      id,
      answer,
      event: { ...event, heldOn: fromDb(event.heldOn) },
    })),
    due: due.toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : 1)).slice(0, SHOWN),
    dueCount: due.length,
  }
}
