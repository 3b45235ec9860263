import 'server-only'
import { type Action, type Actor, allows, relationFor } from '@/lib/domain/access'
import { isAhead } from '@/lib/domain/finance-event'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { EventBankRow, EventDetail, EventGuestRow } from '@/lib/schemas/finance-event'
import { bookingsOf } from './bookings'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { countsOf, eventColumns, eventMoney, eventRowOf, NO_COUNTS } from './finance-event-list'
import { eventScope, NO_MONEY, visibleEvents, visibleGuests } from './finance-event-rows'

async function guestsOf(actor: Actor, eventId: string, heldOn: PlainDate): Promise<EventGuestRow[]> {
  const guests = await db.eventGuest.findMany({
    where: { AND: [visibleGuests(actor), { eventId }] },
    select: {
      id: true,
      enterprise: { select: { id: true, name: true } },
      answer: true,
      answeredOn: true,
      recordedBy: { select: { name: true } },
      word: true,
      despite: true,
      attended: true,
    },
    orderBy: [{ enterprise: { name: 'asc' } }],
  })
  // What else a firm is booked for is the office's to know.
  const bookings =
    actor.role === 'OFFICE'
      ? await bookingsOf(
          db,
          guests.map(({ enterprise }) => enterprise.id),
          heldOn,
          { eventId },
        )
      : new Map()
  return guests.map(({ answeredOn, recordedBy, ...guest }) => ({
    ...guest,
    recordedBy: recordedBy?.name ?? null,
    despite: actor.role === 'OFFICE' ? guest.despite : null,
    answeredOn: dayOrNull(answeredOn),
    bookings: bookings.get(guest.enterprise.id) ?? [],
  }))
}

/**
 * An event with its banks and guests, as far as the reader sees them, and what he may do about it.
 *
 * @param asOf day up to which it is counted what became of its intentions
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findEvent(
  actor: Actor,
  id: string,
  today: PlainDate,
  asOf: PlainDate = today,
): Promise<EventDetail | null> {
  const where = { AND: [{ id }, visibleEvents(actor)] }
  const record = await db.financeEvent.findFirst({
    where,
    select: {
      ...eventColumns,
      invitedOn: true,
      cancelReason: true,
      note: true,
      banks: {
        select: { attended: true, bank: { select: { id: true, shortName: true } } },
        orderBy: { bank: { name: 'asc' } },
      },
    },
  })
  if (!record) return null
  const { invitedOn, cancelReason, note, banks, ...rest } = record
  const heldOn = fromDb(record.heldOn)
  const seesCounts = actor.role !== 'BANK' && actor.role !== 'CONTACT'
  const [guests, counts, money] = await Promise.all([
    guestsOf(actor, id, heldOn),
    seesCounts ? countsOf({ id }, undefined) : null,
    eventMoney(actor, { id }, undefined, asOf),
  ])
  const may = (action: Action) => allows(actor, action, eventScope(actor.districtId))
  const ahead = isAhead(record.state)
  return {
    ...eventRowOf(rest, counts?.get(id) ?? NO_COUNTS, money.get(id) ?? NO_MONEY),
    invitedOn: dayOrNull(invitedOn),
    cancelReason,
    note,
    banks: banks.map(({ bank, attended }): EventBankRow => ({ id: bank.id, name: bank.shortName, attended })),
    guests,
    may: {
      edit: ahead && may('financeEvent.edit'),
      banks: ahead && may('financeEvent.banks'),
      pick: ahead && may('financeEvent.pick'),
      invite: record.state === 'PREPARING' && may('financeEvent.invite'),
      hold: record.state === 'INVITED' && heldOn <= today && may('financeEvent.hold'),
      cancel: ahead && may('financeEvent.cancel'),
      answer:
        record.state === 'INVITED' &&
        heldOn >= today &&
        (may('financeEvent.answer') || (actor.role === 'CONTACT' && guests.length > 0)),
      sign: record.state === 'HELD' && may('financeEvent.sign'),
      report: record.state === 'HELD' && relationFor(actor.role, 'financeEvent.take') !== null,
    },
  }
}
