import 'server-only'
import { type Actor, allows, relationFor, type Scope } from '@/lib/domain/access'
import { HARBOUR_STATES, harbourStateOn, monthRefusal, sumFigures } from '@/lib/domain/harbour'
import { SEES_HARBOUR_FIGURES, SEES_HARBOURS } from '@/lib/domain/harbour-sight'
import { addMonths, monthOf, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import type {
  HarbourChoices,
  HarbourDetail,
  HarbourFilter,
  HarbourMonthRow,
  HarbourPage,
  HarbourRow,
  HarbourTab,
} from '@/lib/schemas/harbour'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'

/** The harbours an actor sees: the register is a public service, and nobody’s secret. */
export const visibleHarbours = (actor: Actor): Prisma.HarbourWhereInput =>
  SEES_HARBOURS.has(actor.role) ? { districtId: actor.districtId } : { id: { in: [] as string[] } }

/** Months of the harbours an actor sees: the leaders' and the office's all, a bank's those of its own. */
export function visibleHarbourMonths(actor: Actor): Prisma.HarbourMonthWhereInput {
  if (SEES_HARBOUR_FIGURES.has(actor.role)) return { harbour: { districtId: actor.districtId } }
  return actor.role === 'BANK' && actor.orgId
    ? { harbour: { districtId: actor.districtId, leadBankId: actor.orgId } }
    : { id: { in: [] as string[] } }
}

const seesMonthsOf = ({ role, orgId }: Actor, leadBankId: string): boolean =>
  SEES_HARBOUR_FIGURES.has(role) || (role === 'BANK' && orgId === leadBankId)

/** Whose a harbour is: that of the bank that leads it. */
export const harbourScope = (districtId: string, leadBankId: string): Scope => ({
  districtId,
  stewardId: null,
  leaderId: null,
  taskforceId: null,
  streetId: null,
  enterpriseId: null,
  agencyIds: [leadBankId],
})

const columns = {
  id: true,
  version: true,
  name: true,
  address: true,
  services: true,
  registeredOn: true,
  openedOn: true,
  closedOn: true,
  closedReason: true,
  leadBank: { select: { id: true, shortName: true } },
  streets: { select: { street: { select: { id: true, shortName: true } } }, orderBy: { street: { name: 'asc' } } },
  managers: {
    select: { person: { select: { id: true, name: true, phone: true } } },
    orderBy: { person: { name: 'asc' } },
  },
} satisfies Prisma.HarbourSelect
type Record = Prisma.HarbourGetPayload<{ select: typeof columns }>

export const harbourDaysOf = (row: Pick<Record, 'registeredOn' | 'openedOn' | 'closedOn'>) => ({
  registeredOn: fromDb(row.registeredOn),
  openedOn: dayOrNull(row.openedOn),
  closedOn: dayOrNull(row.closedOn),
})

function rowOf(record: Record, asOf: PlainDate, sum: HarbourRow['sum']): HarbourRow {
  const { id, version, name, address, services, leadBank, closedReason } = record
  const days = harbourDaysOf(record)
  const state = harbourStateOn(days, asOf) ?? 'PLANNED'
  return {
    id,
    version,
    name,
    address,
    bank: { id: leadBank.id, name: leadBank.shortName },
    state,
    openedOn: days.openedOn,
    closedOn: days.closedOn,
    closedReason: state === 'CLOSED' ? closedReason : null,
    streets: record.streets.map(({ street }) => ({ id: street.id, name: street.shortName })),
    services,
    managers: record.managers.map(({ person }) => person),
    sum,
  }
}

/** As `harbourStateOn`, as a where-clause. */
function standing(state: HarbourTab, asOf: PlainDate): Prisma.HarbourWhereInput {
  const day = toDb(asOf)
  const open = { OR: [{ closedOn: null }, { closedOn: { gt: day } }] }
  if (state === 'CLOSED') return { closedOn: { lte: day } }
  if (state === 'BUILT') return { AND: [open, { openedOn: { lte: day } }] }
  if (state === 'PLANNED') return { AND: [open, { OR: [{ openedOn: null }, { openedOn: { gt: day } }] }] }
  return {}
}

/** The days a filter asks about: the register stands as of the last, the months that begin between them are summed. */
export const harbourSpan = ({ from, to }: Pick<HarbourFilter, 'from' | 'to'>, today: PlainDate) => ({
  from: from ?? ymd(yearOf(to ?? today), 1, 1),
  to: to ?? today,
})

/**
 * The register of harbours 金融服务港湾 with their sums; a district has some dozens at most, so they stand on one page.
 *
 * Who sees what: `visibleHarbours`, `visibleHarbourMonths`.
 */
export async function listHarbours(actor: Actor, filter: HarbourFilter, today: PlainDate): Promise<HarbourPage> {
  const { q, street, bank, state } = filter
  const { from, to } = harbourSpan(filter, today)
  const asked: Prisma.HarbourWhereInput = {
    AND: [
      visibleHarbours(actor),
      { registeredOn: { lte: toDb(to) } },
      ...(q ? [{ searchText: { contains: q.toLowerCase() } }] : []),
      ...(street ? [{ streets: { some: { streetId: street } } }] : []),
      ...(bank ? [{ leadBankId: bank }] : []),
    ],
  }
  const where = { AND: [asked, standing(state, to)] }
  const count = (tab: HarbourTab) => db.harbour.count({ where: { AND: [asked, standing(tab, to)] } })
  const [records, months, PLANNED, BUILT, CLOSED] = await Promise.all([
    db.harbour.findMany({
      where,
      select: columns,
      orderBy: [
        { closedOn: { sort: 'asc', nulls: 'first' } },
        { openedOn: { sort: 'asc', nulls: 'last' } },
        { name: 'asc' },
      ],
    }),
    db.harbourMonth.groupBy({
      by: ['harbourId'],
      where: { AND: [visibleHarbourMonths(actor), { harbour: where, month: { gte: toDb(from), lte: toDb(to) } }] },
      _sum: { visits: true, needs: true, grantedFen: true },
    }),
    ...HARBOUR_STATES.map(count),
  ])
  const sums = new Map(months.map(({ harbourId, _sum }) => [harbourId, _sum]))
  const rows = records.map((record) => {
    const sum = sums.get(record.id)
    return rowOf(
      record,
      to,
      seesMonthsOf(actor, record.leadBank.id)
        ? { visits: sum?.visits ?? 0, needs: sum?.needs ?? 0, grantedFen: sum?.grantedFen ?? 0n }
        : null,
    )
  })
  const seen = rows.flatMap(({ sum }) => sum ?? [])
  return {
    rows,
    counts: {
      PLANNED: PLANNED ?? 0,
      BUILT: BUILT ?? 0,
      CLOSED: CLOSED ?? 0,
      all: (PLANNED ?? 0) + (BUILT ?? 0) + (CLOSED ?? 0),
    },
    sum: SEES_HARBOUR_FIGURES.has(actor.role) || seen.length > 0 ? sumFigures(seen) : null,
    months: { from: monthOf(from), to: monthOf(to) },
  }
}

/** Months in which a harbour was open, the present one included, latest first. */
function openMonths(days: ReturnType<typeof harbourDaysOf>, today: PlainDate): string[] {
  const months: string[] = []
  if (!days.openedOn) return months
  for (
    let day = today;
    monthOf(day) >= monthOf(days.openedOn);
    day = addMonths(ymd(yearOf(day), Number(day.slice(5, 7)), 1), -1)
  )
    if (monthRefusal(days, monthOf(day), today) === null) months.push(monthOf(day))
  return months
}

async function monthsOf(actor: Actor, harbourId: string): Promise<HarbourMonthRow[]> {
  const months = await db.harbourMonth.findMany({
    where: { AND: [visibleHarbourMonths(actor), { harbourId }] },
    include: { steps: { orderBy: [{ at: 'desc' }, { id: 'desc' }] } },
    orderBy: { month: 'desc' },
  })
  const users = await db.user.findMany({
    where: { id: { in: months.flatMap(({ steps }) => steps.flatMap(({ actorId }) => actorId ?? [])) } },
    select: { id: true, person: { select: { name: true } } },
  })
  const who = new Map(users.map((user) => [user.id, user.person.name]))
  return months.map(({ month, version, visits, needs, grantedFen, steps }) => ({
    month: monthOf(fromDb(month)),
    version,
    visits,
    needs,
    grantedFen,
    steps: steps.map((step) => ({
      id: step.id,
      visits: step.visits,
      needs: step.needs,
      grantedFen: step.grantedFen,
      on: fromDb(step.on),
      by: who.get(step.actorId ?? '') ?? null,
      text: step.text,
    })),
  }))
}

/**
 * A harbour with its months and what the reader may do about it.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findHarbour(actor: Actor, id: string, today: PlainDate): Promise<HarbourDetail | null> {
  const record = await db.harbour.findFirst({ where: { AND: [{ id }, visibleHarbours(actor)] }, select: columns })
  if (!record) return null
  const scope = harbourScope(actor.districtId, record.leadBank.id)
  const sees = seesMonthsOf(actor, record.leadBank.id)
  const months = sees ? await monthsOf(actor, id) : null
  const days = harbourDaysOf(record)
  const there = new Set(months?.map(({ month }) => month))
  return {
    ...rowOf(record, today, null),
    registeredOn: days.registeredOn,
    months,
    missing: months ? openMonths(days, today).filter((month) => !there.has(month)) : [],
    may: {
      edit: allows(actor, 'harbour.edit', scope),
      month: allows(actor, 'harbour.month', scope) && days.openedOn !== null,
    },
  }
}

/** What the form of a harbour offers, and its filter: banks, streets, people of banks. */
export async function harbourChoices(actor: Actor): Promise<HarbourChoices> {
  const { districtId } = actor
  const orgs = await db.org.findMany({
    where: { districtId, kind: { in: ['BANK', 'STREET'] }, dissolvedOn: null },
    select: { id: true, kind: true, shortName: true },
    orderBy: { name: 'asc' },
  })
  const named = (kind: 'BANK' | 'STREET') =>
    orgs.filter((org) => org.kind === kind).map(({ id, shortName }) => ({ id, name: shortName }))
  const people =
    relationFor(actor.role, 'harbour.edit') === null
      ? []
      : await db.person.findMany({
          where: { districtId, org: { kind: 'BANK' } },
          select: { id: true, name: true, org: { select: { shortName: true } } },
          orderBy: [{ org: { name: 'asc' } }, { name: 'asc' }],
        })
  return {
    banks: named('BANK'),
    streets: named('STREET'),
    managers: people.map(({ id, name, org }) => ({ id, name, unit: org?.shortName ?? '' })),
  }
}
