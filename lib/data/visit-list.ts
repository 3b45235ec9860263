import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { addDays, mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { mergeProposals } from '@/lib/domain/visit-plan'
import { SERVICE_PAGE } from '@/lib/schemas/address'
import type { VisitFilter, VisitPage, VisitProposal, VisitRow } from '@/lib/schemas/visit'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { enterpriseOfTeam, within, wordsOf } from './service-where'
import { unitsOf, visibleVisits, visitColumns, visitRowOf } from './visit-rows'

/** The visits of a filter that the actor sees, whatever state they are in. */
function visitsWhere(actor: Actor, filter: VisitFilter): Prisma.VisitPlanWhereInput {
  const { q, from, to, enterprise, taskforce, unit, result } = filter
  const on = within(from, to)
  return {
    AND: [
      visibleVisits(actor),
      ...wordsOf(q ?? '').map((text) => ({
        OR: [
          { purpose: { contains: text, mode: 'insensitive' as const } },
          { enterprise: { searchText: { contains: text } } },
          { unit: { searchText: { contains: text } } },
        ],
      })),
      ...(on ? [{ on }] : []),
      ...(enterprise ? [{ enterpriseId: enterprise }] : []),
      ...(taskforce ? [enterpriseOfTeam(taskforce)] : []),
      ...(unit ? [{ OR: [{ unitId: unit }, { together: { some: { unitId: unit } } }] }] : []),
      ...(result === 'problem' ? [{ issueId: { not: null } }] : []),
      ...(result === 'decision' ? [{ decision: { not: null } }] : []),
    ],
  }
}

const inTab = (tab: VisitFilter['state']): Prisma.VisitPlanWhereInput =>
  tab === 'all' || tab === 'week' ? {} : { state: tab }

const ORDER: Prisma.VisitPlanOrderByWithRelationInput[] = [{ on: 'desc' }, { id: 'asc' }]

/** Visits one week of the calendar shows at most. */
const MOST_OF_WEEK = 200

/** The days of a page of the calendar: the week of a day, Monday first. */
export const weekOfVisits = ({ week }: VisitFilter, today: PlainDate): PlainDate[] => {
  const monday = mondayOf(week ?? today)
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i))
}

/**
 * One page of the visits 走访, or those of a week, with the totals of the whole filter.
 *
 * Who sees what: `visibleVisits`. The index (districtId, state, on) carries it.
 */
export async function listVisits(actor: Actor, filter: VisitFilter, today: PlainDate): Promise<VisitPage> {
  const asked = visitsWhere(actor, filter)
  const [first, last] = [weekOfVisits(filter, today)[0], weekOfVisits(filter, today)[6]]
  const onWeek = filter.state === 'week'
  const where = onWeek
    ? {
        AND: [
          asked,
          { on: within(first, last), state: { in: ['PLANNED' as const, 'HELD' as const, 'REFUSED' as const] } },
        ],
      }
    : { AND: [asked, inTab(filter.state)] }
  const window: { skip: number; take: number } = onWeek
    ? { skip: 0, take: MOST_OF_WEEK }
    : { skip: (filter.page - 1) * SERVICE_PAGE, take: SERVICE_PAGE }
  const [records, groups, total] = await Promise.all([
    db.visitPlan.findMany({
      where,
      select: visitColumns,
      orderBy: onWeek ? [{ on: 'asc' }, { id: 'asc' }] : ORDER,
      ...window,
    }),
    db.visitPlan.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.visitPlan.count({ where }),
  ])
  return {
    rows: records.map((record) => visitRowOf(actor, record)),
    total,
    counts: Object.fromEntries(groups.map(({ state, _count }) => [state, _count._all])),
  }
}

/** Every visit of a filter for a workbook; none where there are too many. */
export async function listAllVisits(actor: Actor, filter: VisitFilter, most: number) {
  const where = { AND: [visitsWhere(actor, filter), inTab(filter.state)] }
  const total = await db.visitPlan.count({ where })
  const records = total > most ? [] : await db.visitPlan.findMany({ where, select: visitColumns, orderBy: ORDER })
  return { total, rows: records.map((record): VisitRow => visitRowOf(actor, record)) }
}

/** How far ahead plans are looked at for going together. */
const AHEAD = 60

/**
 * Visits to the same enterprise within a week that should be one 合并建议, among those the actor sees.
 *
 * @param enterprise of one enterprise only
 */
export async function visitProposals(actor: Actor, today: PlainDate, enterprise?: string): Promise<VisitProposal[]> {
  const records = await db.visitPlan.findMany({
    where: {
      AND: [
        visibleVisits(actor),
        { state: 'PLANNED', on: { gte: toDb(today), lte: toDb(addDays(today, AHEAD)) } },
        ...(enterprise ? [{ enterpriseId: enterprise }] : []),
      ],
    },
    select: visitColumns,
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  const plans = records.map((record) => ({ ...record, on: fromDb(record.on), record }))
  return mergeProposals(plans).map(({ keep, along }) => {
    const rows = [keep, ...along].map(({ record }) => visitRowOf(actor, record))
    const [first, ...rest] = rows as [VisitRow, ...VisitRow[]]
    const own = [keep, ...along].some(({ record }) => actor.orgId !== null && unitsOf(record).includes(actor.orgId))
    return { keep: first, along: rest, mine: own || rows.some(({ moves }) => moves.includes('MERGE')) }
  })
}

/** Visits an enterprise has before it, for its own first page. */
export async function visitsAhead(actor: Actor, today: PlainDate): Promise<VisitRow[]> {
  const records = await db.visitPlan.findMany({
    where: { AND: [visibleVisits(actor), { state: 'PLANNED', on: { gte: toDb(today) } }] },
    select: visitColumns,
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
    take: 10,
  })
  return records.map((record) => visitRowOf(actor, record))
}

/** Visits one enterprise's page shows. */
const ON_PAGE = 5

/** What came of visits to one enterprise, latest first, and what is planned. */
export async function visitsOfEnterprise(actor: Actor, enterpriseId: string) {
  const where: Prisma.VisitPlanWhereInput = {
    AND: [visibleVisits(actor), { enterpriseId, state: { in: ['PLANNED', 'HELD', 'REFUSED'] } }],
  }
  const [records, total] = await Promise.all([
    db.visitPlan.findMany({ where, select: visitColumns, orderBy: ORDER, take: ON_PAGE }),
    db.visitPlan.count({ where }),
  ])
  return { rows: records.map((record) => visitRowOf(actor, record)), total }
}

/** Units among the visits the actor sees, for the filter. */
export async function visitUnits(actor: Actor) {
  const orgs = await db.org.findMany({
    where: { visitPlans: { some: visibleVisits(actor) } },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return orgs.map(({ id, shortName }) => ({ id, name: shortName }))
}
