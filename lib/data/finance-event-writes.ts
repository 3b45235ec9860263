import 'server-only'
import { type Action, type Actor, allows } from '@/lib/domain/access'
import { holdingRefusal, invitingRefusal, isAhead } from '@/lib/domain/finance-event'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type {
  EventBanksInput,
  EventCancelInput,
  EventEditInput,
  EventHoldInput,
  EventInput,
  EventStepInput,
} from '@/lib/schemas/finance-event'
import type { FinanceEvent, Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { eventScope, visibleEvents } from './finance-event-rows'
import { orgSearchText } from './search-text'
import { write } from './write'

/** What a form says of an event, looked up; err EVENT_PAST, EVENT_ORGANISER_MISSING, UNIT_MISSING. */
async function checked(tx: Tx, districtId: string, input: EventInput, today: PlainDate): Promise<Result<null>> {
  if (input.heldOn < today) return err({ code: 'EVENT_PAST', field: 'heldOn', day: input.heldOn })
  const org = (id: string | undefined, where: Prisma.OrgWhereInput) =>
    tx.org.findFirst({ where: { id, districtId, dissolvedOn: null, ...where }, select: { id: true } })
  if (!(await org(input.organiserId, { kind: { not: 'BANK' } })))
    return err({ code: 'EVENT_ORGANISER_MISSING', field: 'organiserId' })
  return input.streetId && !(await org(input.streetId, { kind: 'STREET' }))
    ? err({ code: 'UNIT_MISSING', field: 'streetId' })
    : ok(null)
}

const columnsOf = (input: EventInput) => ({
  theme: input.theme,
  kind: input.kind,
  industry: input.industry ?? null,
  streetId: input.streetId ?? null,
  heldOn: toDb(input.heldOn),
  startsAt: input.startsAt,
  place: input.place,
  organiserId: input.organiserId,
  note: input.note || null,
  searchText: orgSearchText({ name: input.theme, shortName: input.place }),
})

const factsOf = (row: Pick<FinanceEvent, 'theme' | 'heldOn' | 'startsAt' | 'place'>) => ({
  theme: row.theme,
  on: fromDb(row.heldOn),
  startsAt: row.startsAt,
  place: row.place,
})

/**
 * Plans an event 新建活动; nobody is told before the invitations go out.
 *
 * @returns err FORBIDDEN, EVENT_PAST, EVENT_ORGANISER_MISSING, UNIT_MISSING
 */
export const createEvent = write('financeEvent.create', async (tx, actor, input: EventInput, today) => {
  const found = await checked(tx, actor.districtId, input, today)
  if (!found.ok) return found
  const event = await tx.financeEvent.create({ data: { ...columnsOf(input), districtId: actor.districtId } })
  return ok({ value: { eventId: event.id }, subject: event.id, detail: factsOf(event) })
})

/** Locks an event of the actor's sight; err NOT_FOUND, FORBIDDEN, CONFLICT with the version now. */
export async function lockEvent(
  tx: Tx,
  actor: Actor,
  action: Action,
  { eventId, version }: Readonly<{ eventId: string; version: number | null }>,
): Promise<Result<FinanceEvent>> {
  await tx.$queryRaw`SELECT 1 FROM "FinanceEvent" WHERE id = ${eventId}::uuid FOR UPDATE`
  const event = await tx.financeEvent.findFirst({ where: { AND: [{ id: eventId }, visibleEvents(actor)] } })
  if (!event) return err({ code: 'NOT_FOUND' })
  if (!allows(actor, action, eventScope(event.districtId))) return err({ code: 'FORBIDDEN', action })
  return version === null || event.version === version ? ok(event) : err({ code: 'CONFLICT', version: event.version })
}

/** Writes what became of an event, and its line in the log. */
async function changed(
  tx: Tx,
  event: FinanceEvent,
  data: Prisma.FinanceEventUncheckedUpdateInput,
  detail: Prisma.InputJsonObject,
) {
  await tx.financeEvent.update({ where: { id: event.id }, data: { ...data, version: { increment: 1 } } })
  return ok({ value: { eventId: event.id }, subject: event.id, detail: { theme: event.theme, ...detail } })
}

/**
 * Changes an event that lies ahead, its day too 改活动.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, EVENT_STATE, and as `createEvent`
 */
export const editEvent = write('financeEvent.edit', async (tx, actor, input: EventEditInput, today) => {
  const locked = await lockEvent(tx, actor, 'financeEvent.edit', input)
  if (!locked.ok) return locked
  if (!isAhead(locked.value.state)) return err({ code: 'EVENT_STATE' })
  const found = await checked(tx, actor.districtId, input, today)
  if (!found.ok) return found
  const columns = columnsOf(input)
  return changed(tx, locked.value, columns, { before: factsOf(locked.value), after: factsOf(columns) })
})

/**
 * Says which banks are asked 邀请银行. Once the invitations are out an event keeps at least one.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, EVENT_STATE, UNIT_MISSING, EVENT_NO_BANKS
 */
export const setEventBanks = write('financeEvent.banks', async (tx, actor, input: EventBanksInput) => {
  const locked = await lockEvent(tx, actor, 'financeEvent.banks', input)
  if (!locked.ok) return locked
  const event = locked.value
  if (!isAhead(event.state)) return err({ code: 'EVENT_STATE' })
  const bankIds = [...new Set(input.bankIds)]
  const banks = await tx.org.findMany({
    where: { id: { in: bankIds }, districtId: actor.districtId, kind: 'BANK', dissolvedOn: null },
    select: { shortName: true },
    orderBy: { name: 'asc' },
  })
  if (banks.length !== bankIds.length) return err({ code: 'UNIT_MISSING', field: 'bankIds' })
  if (event.state === 'INVITED' && bankIds.length === 0) return err({ code: 'EVENT_NO_BANKS' })
  await tx.eventBank.deleteMany({ where: { eventId: event.id, bankId: { notIn: bankIds } } })
  await tx.eventBank.createMany({
    data: bankIds.map((bankId) => ({ eventId: event.id, bankId })),
    skipDuplicates: true,
  })
  return changed(tx, event, {}, { banks: banks.map(({ shortName }) => shortName) })
})

/**
 * Sends the invitations 发出邀请: from now on banks and firms find the event.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, and what `invitingRefusal` says: EVENT_NO_BANKS, EVENT_NO_FIRMS, EVENT_PAST
 */
export const sendInvitations = write('financeEvent.invite', async (tx, actor, input: EventStepInput, today) => {
  const locked = await lockEvent(tx, actor, 'financeEvent.invite', input)
  if (!locked.ok) return locked
  const event = locked.value
  const [guests, banks] = [
    await tx.eventGuest.count({ where: { eventId: event.id } }),
    await tx.eventBank.count({ where: { eventId: event.id } }),
  ]
  const refusal = invitingRefusal({ state: event.state, heldOn: fromDb(event.heldOn), guests, banks }, today)
  if (refusal) return err(refusal)
  return changed(tx, event, { state: 'INVITED', invitedOn: toDb(today) }, { firms: guests, banks })
})

/**
 * Calls an event off with a reason 取消活动; those who were invited find it on their page.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, EVENT_STATE, EVENT_WHY_MISSING
 */
export const cancelEvent = write('financeEvent.cancel', async (tx, actor, input: EventCancelInput) => {
  const locked = await lockEvent(tx, actor, 'financeEvent.cancel', input)
  if (!locked.ok) return locked
  if (!isAhead(locked.value.state)) return err({ code: 'EVENT_STATE' })
  if (input.reason === '') return err({ code: 'EVENT_WHY_MISSING', field: 'reason' })
  return changed(tx, locked.value, { state: 'CANCELLED', cancelReason: input.reason }, { reason: input.reason })
})

/**
 * Says which firms and banks came 登记参会.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, EVENT_STATE, EVENT_NOT_YET, EVENT_NOBODY_CAME
 */
export const holdEvent = write('financeEvent.hold', async (tx, actor, input: EventHoldInput, today) => {
  const locked = await lockEvent(tx, actor, 'financeEvent.hold', input)
  if (!locked.ok) return locked
  const event = locked.value
  const facts = { state: event.state, heldOn: fromDb(event.heldOn), guests: 0, banks: 0 }
  const refusal = holdingRefusal(facts, today)
  if (refusal) return err(refusal)
  const came = { eventId: event.id, id: { in: input.guestIds } }
  const [firms, banks] = [
    await tx.eventGuest.count({ where: came }),
    await tx.eventBank.count({ where: { eventId: event.id, bankId: { in: input.bankIds } } }),
  ]
  if (firms === 0 || banks === 0) return err({ code: 'EVENT_NOBODY_CAME' })
  await tx.eventGuest.updateMany({ where: { eventId: event.id }, data: { attended: false } })
  await tx.eventGuest.updateMany({ where: came, data: { attended: true } })
  await tx.eventBank.updateMany({ where: { eventId: event.id }, data: { attended: false } })
  await tx.eventBank.updateMany({
    where: { eventId: event.id, bankId: { in: input.bankIds } },
    data: { attended: true },
  })
  return changed(tx, event, { state: 'HELD' }, { firms, banks })
})
