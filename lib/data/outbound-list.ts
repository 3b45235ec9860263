import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { CURRENCIES, type Currency } from '@/lib/domain/foreign-money'
import type { Country, OutboundKind } from '@/lib/domain/outbound'
import { searchWords } from '@/lib/domain/search-words'
import { SEES_SERVICES } from '@/lib/domain/sight'
import {
  type ForeignAmount,
  OUTBOUND_PAGE,
  type OutboundFilter,
  type OutboundPage,
  type OutboundRow,
} from '@/lib/schemas/outbound'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { PART_ROWS, type Part } from './enterprise-parts'
import { visibleProjects } from './visible'
import { visibleEnterprises } from './visible-enterprises'

const NONE = { id: { in: [] as string[] } }

/** The business abroad an actor sees 境外业务: that of the enterprises he sees. */
export const visibleOutbound = (actor: Actor): Prisma.OutboundCaseWhereInput =>
  SEES_SERVICES.has(actor.role) ? { districtId: actor.districtId, enterprise: visibleEnterprises(actor) } : NONE

/** What holds; what was revoked counts nowhere. */
export const HOLDS = { revokedOn: null } satisfies Prisma.OutboundCaseWhereInput

/** The cases of a filter that the actor sees, of whichever kind, revoked or not. */
export function outboundWhere(
  actor: Actor,
  { q, country, currency, enterprise, taskforce, from, to }: Partial<OutboundFilter>,
): Prisma.OutboundCaseWhereInput {
  return {
    AND: [
      visibleOutbound(actor),
      ...searchWords(q ?? '').map((word) => {
        const text = { contains: word.replace(/[\\%_]/g, '\\$&') }
        const said = { ...text, mode: 'insensitive' as const }
        return { OR: [{ enterprise: { searchText: text } }, { filingNo: said }, { note: said }] }
      }),
      ...(country ? [{ country }] : []),
      ...(currency ? [{ currency }] : []),
      ...(enterprise ? [{ enterpriseId: enterprise }] : []),
      ...(taskforce
        ? [{ enterprise: { projects: { some: { AND: [visibleProjects(actor), { taskforceId: taskforce }] } } } }]
        : []),
      ...(from ? [{ on: { gte: toDb(from) } }] : []),
      ...(to ? [{ on: { lte: toDb(to) } }] : []),
    ],
  }
}

const inTab = (kind: OutboundFilter['kind']): Prisma.OutboundCaseWhereInput => {
  if (kind === 'revoked') return { revokedOn: { not: null } }
  return kind === 'all' ? HOLDS : { ...HOLDS, kind }
}

const columns = {
  id: true,
  version: true,
  enterprise: { select: { id: true, name: true } },
  kind: true,
  country: true,
  amountMinor: true,
  currency: true,
  filingNo: true,
  on: true,
  note: true,
  revokedOn: true,
} satisfies Prisma.OutboundCaseSelect
type CaseRecord = Prisma.OutboundCaseGetPayload<{ select: typeof columns }>

const rowOf = ({ amountMinor, currency, country, ...row }: CaseRecord): OutboundRow => ({
  ...row,
  country: country as Country | null,
  amount: amountMinor === null ? null : { minor: String(amountMinor), currency: currency as Currency },
  on: fromDb(row.on),
  revokedOn: dayOrNull(row.revokedOn),
})
const ORDER: Prisma.OutboundCaseOrderByWithRelationInput[] = [{ on: 'desc' }, { id: 'desc' }]

/** Sums of a clause, each currency by itself: nothing adds two of them, or one to the yuan. */
export async function foreignSums(where: Prisma.OutboundCaseWhereInput): Promise<ForeignAmount[]> {
  const groups = await db.outboundCase.groupBy({
    by: ['currency'],
    where: { AND: [where, { currency: { not: null } }] },
    _sum: { amountMinor: true },
  })
  const sums = new Map(groups.map(({ currency, _sum }) => [currency, _sum.amountMinor ?? 0n]))
  return CURRENCIES.flatMap((currency) => {
    const minor = sums.get(currency)
    return minor === undefined ? [] : [{ currency, minor: String(minor) }]
  })
}

/** One page of business abroad with the sums of the whole filter. Who sees what: `visibleOutbound`. */
export async function listOutbound(actor: Actor, filter: OutboundFilter): Promise<OutboundPage> {
  const asked = outboundWhere(actor, filter)
  const where = { AND: [asked, inTab(filter.kind)] }
  const [rows, groups, revoked, total, sums] = await Promise.all([
    db.outboundCase.findMany({
      where,
      select: columns,
      orderBy: ORDER,
      skip: (filter.page - 1) * OUTBOUND_PAGE,
      take: OUTBOUND_PAGE,
    }),
    db.outboundCase.groupBy({ by: ['kind'], where: { AND: [asked, HOLDS] }, _count: { _all: true } }),
    db.outboundCase.count({ where: { AND: [asked, inTab('revoked')] } }),
    db.outboundCase.count({ where }),
    foreignSums(where),
  ])
  const of = (kind: OutboundKind) => groups.find((group) => group.kind === kind)?._count._all ?? 0
  const counts = { FILING: of('FILING'), WAREHOUSE: of('WAREHOUSE'), WHITE_LIST: of('WHITE_LIST') }
  return {
    rows: rows.map(rowOf),
    total,
    sums,
    counts: { ...counts, revoked, all: counts.FILING + counts.WAREHOUSE + counts.WHITE_LIST },
  }
}

/** Every case of a filter, for workbooks: the rows on screen, all pages of them. */
export async function listAllOutbound(actor: Actor, filter: OutboundFilter, most: number) {
  const where = { AND: [outboundWhere(actor, filter), inTab(filter.kind)] }
  const total = await db.outboundCase.count({ where })
  const rows = total > most ? [] : await db.outboundCase.findMany({ where, select: columns, orderBy: ORDER })
  return { total, rows: rows.map(rowOf) }
}

/** Business abroad of one enterprise for its page, the latest first. */
export async function outboundOfEnterprise(actor: Actor, enterpriseId: string): Promise<Part<OutboundRow>> {
  const where = { AND: [visibleOutbound(actor), HOLDS, { enterpriseId }] }
  const [rows, total] = await Promise.all([
    db.outboundCase.findMany({ where, select: columns, orderBy: ORDER, take: PART_ROWS }),
    db.outboundCase.count({ where }),
  ])
  return { rows: rows.map(rowOf), total }
}

/** A case; null when it does not exist or is out of the actor's sight. */
export async function findOutbound(actor: Actor, id: string): Promise<OutboundRow | null> {
  const row = await db.outboundCase.findFirst({ where: { AND: [{ id }, visibleOutbound(actor)] }, select: columns })
  return row && rowOf(row)
}
