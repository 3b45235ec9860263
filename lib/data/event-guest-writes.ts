import 'server-only'
import { type Action, type Actor, allows } from '@/lib/domain/access'
import { isAhead } from '@/lib/domain/finance-event'
import { err, ok } from '@/lib/domain/result'
import type { EventPickInput, EventUnpickInput, GuestAnswerInput } from '@/lib/schemas/finance-event'
import { bookingsOf } from './bookings'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { eventScope, visibleGuests } from './finance-event-rows'
import { lockEvent } from './finance-event-writes'
import { write } from './write'

/**
 * Puts firms of the ledger on the list of an event 选企业. A firm that is booked for something else that week is left in peace
 * 无事不扰, unless it is said why it is asked all the same.
 *
 * @returns err NOT_FOUND, FORBIDDEN, EVENT_STATE, EVENT_FIRMS_NONE, EVENT_FIRM_BOOKED with the names
 */
export const pickGuests = write('financeEvent.pick', async (tx, actor, input: EventPickInput) => {
  const locked = await lockEvent(tx, actor, 'financeEvent.pick', { eventId: input.eventId, version: null })
  if (!locked.ok) return locked
  const event = locked.value
  if (!isAhead(event.state)) return err({ code: 'EVENT_STATE' })
  const firms = await tx.enterprise.findMany({
    where: {
      id: { in: input.enterpriseIds },
      districtId: actor.districtId,
      state: 'ACTIVE',
      eventGuests: { none: { eventId: event.id } },
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  if (firms.length === 0) return err({ code: 'EVENT_FIRMS_NONE' })
  const bookings = await bookingsOf(
    tx,
    firms.map(({ id }) => id),
    fromDb(event.heldOn),
    { eventId: event.id },
  )
  const booked = firms.filter(({ id }) => bookings.has(id))
  if (booked.length > 0 && input.despite === '')
    return err({ code: 'EVENT_FIRM_BOOKED', field: 'despite', names: booked.map(({ name }) => name) })
  await tx.eventGuest.createMany({
    data: firms.map(({ id }) => ({
      eventId: event.id,
      enterpriseId: id,
      despite: bookings.has(id) ? input.despite : null,
    })),
  })
  return ok({
    value: { eventId: event.id, added: firms.length },
    subject: event.id,
    detail: {
      theme: event.theme,
      added: firms.map(({ name }) => name),
      ...(booked.length > 0 && { reason: input.despite }),
    },
  })
})

/** Locks a guest of the actor's sight with its event; err NOT_FOUND, FORBIDDEN. */
async function lockGuest(tx: Tx, actor: Actor, action: Action, guestId: string) {
  const where = { AND: [{ id: guestId }, visibleGuests(actor)] }
  const found = await tx.eventGuest.findFirst({ where, select: { eventId: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "FinanceEvent" WHERE id = ${found.eventId}::uuid FOR UPDATE`
  const guest = await tx.eventGuest.findFirst({
    where,
    include: { event: true, enterprise: { select: { name: true } } },
  })
  if (!guest) return err({ code: 'NOT_FOUND' })
  const scope = eventScope(guest.event.districtId, { enterpriseId: guest.enterpriseId })
  return allows(actor, action, scope) ? ok(guest) : err({ code: 'FORBIDDEN', action })
}

/**
 * Takes a firm off the list before its invitation has gone out 移出名单.
 *
 * @returns err NOT_FOUND, FORBIDDEN, EVENT_INVITED_ALREADY
 */
export const dropGuest = write('financeEvent.unpick', async (tx, actor, input: EventUnpickInput) => {
  const locked = await lockGuest(tx, actor, 'financeEvent.unpick', input.guestId)
  if (!locked.ok) return locked
  const { id, event, enterprise } = locked.value
  if (event.state !== 'PREPARING') return err({ code: 'EVENT_INVITED_ALREADY' })
  await tx.eventGuest.delete({ where: { id } })
  return ok({ value: { eventId: event.id }, subject: event.id, detail: { theme: event.theme, name: enterprise.name } })
})

/**
 * Says whether a firm comes 答复邀请: the firm itself in one tap, or the office for one that answered by telephone, marked 代录.
 * A refusal needs no reason, and an answer may change until the day of the event.
 *
 * @returns err NOT_FOUND, FORBIDDEN, EVENT_STATE, EVENT_PAST
 */
export const answerInvitation = write('financeEvent.answer', async (tx, actor, input: GuestAnswerInput, today) => {
  const locked = await lockGuest(tx, actor, 'financeEvent.answer', input.guestId)
  if (!locked.ok) return locked
  const { id, event, enterprise, answer } = locked.value
  if (event.state !== 'INVITED') return err({ code: 'EVENT_STATE' })
  const heldOn = fromDb(event.heldOn)
  if (heldOn < today) return err({ code: 'EVENT_PAST', day: heldOn })
  const onBehalf = actor.role === 'OFFICE'
  await tx.eventGuest.update({
    where: { id },
    data: {
      answer: input.answer,
      answeredOn: toDb(today),
      recordedById: onBehalf ? actor.personId : null,
      word: input.word || null,
    },
  })
  return ok({
    value: { eventId: event.id },
    subject: event.id,
    detail: { theme: event.theme, name: enterprise.name, before: answer, after: input.answer, onBehalf },
  })
})
