import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { EVENT_STATES } from '@/lib/domain/finance-event'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  EVENT_PAGE,
  type EventChoices,
  type EventCounts,
  type EventFilter,
  type EventMoney,
  type EventPage,
  type EventRow,
  type EventTab,
} from '@/lib/schemas/finance-event'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { countedIntentions, moneyColumns, moneyOf, NO_MONEY, visibleEvents } from './finance-event-rows'

export const eventColumns = {
  id: true,
  version: true,
  theme: true,
  kind: true,
  industry: true,
  street: { select: { id: true, shortName: true } },
  heldOn: true,
  startsAt: true,
  place: true,
  organiser: { select: { id: true, shortName: true } },
  state: true,
} satisfies Prisma.FinanceEventSelect
export type EventRecord = Prisma.FinanceEventGetPayload<{ select: typeof eventColumns }>

export const NO_COUNTS: EventCounts = { invited: 0, coming: 0, refused: 0, firms: 0, banks: 0 }

export const eventRowOf = (record: EventRecord, counts: EventCounts, money: EventMoney): EventRow => ({
  ...record,
  street: record.street && { id: record.street.id, name: record.street.shortName },
  organiser: { id: record.organiser.id, name: record.organiser.shortName },
  heldOn: fromDb(record.heldOn),
  counts,
  money,
})

/** Guests of a team: firms that have a project of it. */
const ofTaskforce = (taskforceId: string | undefined): Prisma.EnterpriseWhereInput =>
  taskforceId ? { projects: { some: { taskforceId } } } : {}

function eventsWhere(actor: Actor, filter: EventFilter): Prisma.FinanceEventWhereInput {
  const { q, kind, industry, street, bank, from, to, taskforce } = filter
  return {
    AND: [
      visibleEvents(actor),
      ...(q ? [{ searchText: { contains: q.toLowerCase() } }] : []),
      ...(kind ? [{ kind }] : []),
      ...(industry ? [{ industry }] : []),
      ...(street ? [{ streetId: street }] : []),
      ...(bank ? [{ banks: { some: { bankId: bank } } }] : []),
      ...(from ? [{ heldOn: { gte: toDb(from) } }] : []),
      ...(to ? [{ heldOn: { lte: toDb(to) } }] : []),
      ...(taskforce ? [{ guests: { some: { enterprise: ofTaskforce(taskforce) } } }] : []),
    ],
  }
}

const inTab = (tab: EventTab): Prisma.FinanceEventWhereInput =>
  tab === 'all' ? {} : tab === 'ahead' ? { state: { in: ['PREPARING', 'INVITED'] } } : { state: tab }

const ORDER: Prisma.FinanceEventOrderByWithRelationInput[] = [{ heldOn: 'desc' }, { id: 'asc' }]

/** How many were asked to each event and came; three grouped questions however many events there are. */
export async function countsOf(
  where: Prisma.FinanceEventWhereInput,
  taskforce: string | undefined,
): Promise<ReadonlyMap<string, EventCounts>> {
  const [guests, banks] = await Promise.all([
    db.eventGuest.groupBy({
      by: ['eventId', 'answer', 'attended'],
      where: { event: where, enterprise: ofTaskforce(taskforce) },
      _count: { _all: true },
    }),
    db.eventBank.groupBy({ by: ['eventId'], where: { event: where, attended: true }, _count: { _all: true } }),
  ])
  const counts = new Map<string, EventCounts>()
  const of = (id: string) => counts.get(id) ?? NO_COUNTS
  for (const { eventId, answer, attended, _count } of guests) {
    const n = _count._all
    const { invited, coming, refused, firms, banks: there } = of(eventId)
    counts.set(eventId, {
      invited: invited + n,
      coming: coming + (answer === 'COMING' ? n : 0),
      refused: refused + (answer === 'REFUSED' ? n : 0),
      firms: firms + (attended ? n : 0),
      banks: there,
    })
  }
  for (const { eventId, _count } of banks) counts.set(eventId, { ...of(eventId), banks: _count._all })
  return counts
}

/** What became of the intentions of each event that the actor's totals count. */
export async function eventMoney(
  actor: Actor,
  where: Prisma.FinanceEventWhereInput,
  taskforce: string | undefined,
  asOf: PlainDate,
): Promise<ReadonlyMap<string, EventMoney>> {
  const intentions = await db.eventIntention.findMany({
    where: { AND: [countedIntentions(actor), { event: where, enterprise: ofTaskforce(taskforce) }] },
    select: { eventId: true, ...moneyColumns },
  })
  const groups = new Map<string, (typeof intentions)[number][]>()
  for (const one of intentions) groups.set(one.eventId, [...(groups.get(one.eventId) ?? []), one])
  return new Map([...groups].map(([id, of]) => [id, moneyOf(of, asOf)]))
}

const added = (a: EventCounts & EventMoney, b: EventCounts & EventMoney): EventCounts & EventMoney => ({
  invited: a.invited + b.invited,
  coming: a.coming + b.coming,
  refused: a.refused + b.refused,
  firms: a.firms + b.firms,
  banks: a.banks + b.banks,
  intentions: a.intentions + b.intentions,
  intendedFen: a.intendedFen + b.intendedFen,
  grantedFen: a.grantedFen + b.grantedFen,
  paidNewFen: a.paidNewFen + b.paidNewFen,
  paidRenewedFen: a.paidRenewedFen + b.paidRenewedFen,
})

async function load(actor: Actor, filter: EventFilter, today: PlainDate, window: { skip?: number; take?: number }) {
  const asked = eventsWhere(actor, filter)
  const where = { AND: [asked, inTab(filter.state)] }
  const seesCounts = actor.role !== 'BANK' && actor.role !== 'CONTACT'
  const [records, total, states, counts, money] = await Promise.all([
    db.financeEvent.findMany({ where, select: eventColumns, orderBy: ORDER, ...window }),
    db.financeEvent.count({ where }),
    db.financeEvent.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    seesCounts ? countsOf(where, filter.taskforce) : new Map<string, EventCounts>(),
    eventMoney(actor, where, filter.taskforce, filter.to ?? today),
  ])
  const rows = records.map((record) =>
    eventRowOf(record, counts.get(record.id) ?? NO_COUNTS, money.get(record.id) ?? NO_MONEY),
  )
  const empty = { ...NO_COUNTS, ...NO_MONEY }
  const sum = [
    ...[...counts.values()].map((of) => ({ ...empty, ...of })),
    ...[...money.values()].map((of) => ({ ...empty, ...of })),
  ].reduce(added, empty)
  return { rows, total, states, sum }
}

/**
 * One page of the 政银企对接 events with the totals of the whole filter; intended, granted and paid money are apart.
 *
 * Who sees what: `visibleEvents`, `countedIntentions`. How many firms were asked and came is not a bank's or a firm's to read.
 */
export async function listEvents(actor: Actor, filter: EventFilter, today: PlainDate): Promise<EventPage> {
  const window = { skip: (filter.page - 1) * EVENT_PAGE, take: EVENT_PAGE }
  const { rows, total, states, sum } = await load(actor, filter, today, window)
  const n = new Map(states.map(({ state, _count }) => [state, _count._all]))
  const of = (state: (typeof EVENT_STATES)[number]) => n.get(state) ?? 0
  const counts = {
    PREPARING: of('PREPARING'),
    INVITED: of('INVITED'),
    HELD: of('HELD'),
    CANCELLED: of('CANCELLED'),
    ahead: of('PREPARING') + of('INVITED'),
    all: EVENT_STATES.reduce((all, state) => all + of(state), 0),
  }
  return { rows, total, counts, sum }
}

/** Every event of a filter, for a workbook. */
export async function listAllEvents(actor: Actor, filter: EventFilter, today: PlainDate, most: number) {
  const { rows, total } = await load(actor, filter, today, { take: most })
  return { rows, total }
}

/** What the form of an event and the filters offer. */
export async function eventChoices(actor: Actor): Promise<EventChoices> {
  const orgs = await db.org.findMany({
    where: {
      districtId: actor.districtId,
      dissolvedOn: null,
      kind: { in: ['BANK', 'STREET', 'OFFICE', 'AGENCY', 'SERVICE_BUREAU'] },
    },
    select: { id: true, kind: true, shortName: true },
    orderBy: { name: 'asc' },
  })
  const named = (test: (kind: string) => boolean) =>
    orgs.filter(({ kind }) => test(kind)).map(({ id, shortName }) => ({ id, name: shortName }))
  return {
    banks: named((kind) => kind === 'BANK'),
    streets: named((kind) => kind === 'STREET'),
    organisers: named((kind) => kind !== 'BANK'),
  }
}
