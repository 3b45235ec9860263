import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { SERVICE_PAGE } from '@/lib/schemas/address'
import type { PromotionFilter, PromotionPage, PromotionRow } from '@/lib/schemas/promotion'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import {
  partyColumns,
  partyRowOf,
  promotionColumns,
  promotionRowOf,
  pushColumns,
  pushRowOf,
  visiblePromotions,
} from './promotion-rows'
import { within, wordsOf } from './service-where'
import { visibleProjects } from './visible'

/** The promotions of a filter that the actor sees, besides its days. */
function promotionsWhere(actor: Actor, filter: PromotionFilter): Prisma.PromotionWhereInput {
  const { q, state, level, list, project, enterprise, taskforce } = filter
  return {
    AND: [
      visiblePromotions(actor),
      ...wordsOf(q ?? '').map((text) => ({
        OR: [
          { project: { searchText: { contains: text } } },
          { parties: { some: { name: { contains: text, mode: 'insensitive' as const } } } },
        ],
      })),
      ...(state ? [{ state }] : []),
      ...(level ? [{ level }] : []),
      ...(list ? [{ list }] : []),
      ...(project ? [{ projectId: project }] : []),
      ...(enterprise ? [{ project: { enterpriseId: enterprise } }] : []),
      ...(taskforce ? [{ project: { taskforceId: taskforce } }] : []),
    ],
  }
}

/** Pushes in which there is something the actor sees. */
export function pushesWhere(actor: Actor, filter: PromotionFilter): Prisma.PromotionPushWhereInput {
  const on = within(filter.from, filter.to)
  return {
    districtId: actor.districtId,
    items: { some: { promotion: promotionsWhere(actor, { ...filter, state: undefined, level: undefined }) } },
    ...(filter.level ? { level: filter.level } : {}),
    ...(on ? { on } : {}),
  }
}

/** Parties of promotions the actor sees; with a kind of money those who said, signed or paid it within the days. */
export function partiesWhere(actor: Actor, filter: PromotionFilter): Prisma.PromotionPartyWhereInput {
  const days = within(filter.from, filter.to)
  const promotion = promotionsWhere(actor, filter)
  switch (filter.money) {
    case 'intended':
      return { promotion, intendedFen: { not: null }, ...(days ? { on: days } : {}) }
    case 'signed':
      return { promotion, signedFen: { not: null }, ...(days ? { signedOn: days } : {}) }
    case 'paid':
      return { promotion, paidFen: { not: null }, ...(days ? { paidOn: days } : {}) }
    default:
      return { promotion, ...(days ? { on: days } : {}) }
  }
}

/** Distinct projects of the pushes of a filter, and what the pushes state in sum. */
export async function pushSums(actor: Actor, filter: PromotionFilter) {
  const where = pushesWhere(actor, filter)
  const [stated, projects] = await Promise.all([
    db.promotionPush.aggregate({ where, _sum: { statedFen: true }, _count: { _all: true } }),
    db.promotion.count({
      where: {
        AND: [
          promotionsWhere(actor, { ...filter, state: undefined, level: undefined }),
          { pushes: { some: { push: where } } },
        ],
      },
    }),
  ])
  return { pushes: stated._count._all, statedFen: stated._sum.statedFen ?? 0n, projects }
}

const ORDER: Prisma.PromotionOrderByWithRelationInput[] = [{ proposedOn: 'desc' }, { id: 'asc' }]

/** One page of what is shown, with the sums of the whole filter; each kind of money by itself. */
export async function listPromotions(actor: Actor, filter: PromotionFilter): Promise<PromotionPage> {
  const { view } = filter
  const days = within(filter.from, filter.to)
  const where = { AND: [promotionsWhere(actor, filter), ...(days ? [{ pushedOn: days }] : [])] }
  const parties = partiesWhere(actor, filter)
  const window = { skip: (filter.page - 1) * SERVICE_PAGE, take: SERVICE_PAGE }
  const [rows, shown, pushes, sums, pushed, total] = await Promise.all([
    view === 'projects' ? db.promotion.findMany({ where, select: promotionColumns, orderBy: ORDER, ...window }) : [],
    view === 'parties'
      ? db.promotionParty.findMany({
          where: parties,
          select: { ...partyColumns, promotion: { select: { id: true, project: { select: { name: true } } } } },
          orderBy: [{ on: 'desc' }, { id: 'asc' }],
          ...window,
        })
      : [],
    view === 'pushes'
      ? db.promotionPush.findMany({
          where: pushesWhere(actor, filter),
          select: pushColumns,
          orderBy: [{ on: 'desc' }, { id: 'asc' }],
          ...window,
        })
      : [],
    db.promotionParty.aggregate({
      where: view === 'parties' ? parties : { promotion: where },
      _sum: { intendedFen: true, signedFen: true, paidFen: true },
    }),
    pushSums(actor, filter),
    view === 'projects'
      ? db.promotion.count({ where })
      : view === 'parties'
        ? db.promotionParty.count({ where: parties })
        : db.promotionPush.count({ where: pushesWhere(actor, filter) }),
  ])
  return {
    view,
    rows: rows.map(promotionRowOf),
    parties: shown.map(({ promotion, ...party }) =>
      partyRowOf(party, { id: promotion.id, project: promotion.project.name }),
    ),
    pushes: pushes.map(pushRowOf),
    total,
    pushed: pushed.projects,
    statedFen: pushed.statedFen,
    intendedFen: sums._sum.intendedFen ?? 0n,
    signedFen: sums._sum.signedFen ?? 0n,
    paidFen: sums._sum.paidFen ?? 0n,
  }
}

/** Every promotion of a filter for a workbook; none where there are too many. */
export async function listAllPromotions(actor: Actor, filter: PromotionFilter, most: number) {
  const days = within(filter.from, filter.to)
  const where = { AND: [promotionsWhere(actor, filter), ...(days ? [{ pushedOn: days }] : [])] }
  const total = await db.promotion.count({ where })
  const rows = total > most ? [] : await db.promotion.findMany({ where, select: promotionColumns, orderBy: ORDER })
  return { total, rows: rows.map(promotionRowOf) }
}

/** What a project is offered for, for its page; what was taken back is not shown. */
export async function promotionOfProject(actor: Actor, projectId: string): Promise<PromotionRow | null> {
  const row = await db.promotion.findFirst({
    where: { AND: [visiblePromotions(actor), { projectId, state: { not: 'WITHDRAWN' } }] },
    select: promotionColumns,
  })
  return row && promotionRowOf(row)
}

/** Projects the actor sees that are not offered yet. */
export async function projectsToOffer(actor: Actor) {
  return db.project.findMany({
    where: {
      AND: [visibleProjects(actor), { status: 'ACTIVE', promotions: { none: { state: { not: 'WITHDRAWN' } } } }],
    },
    select: { id: true, name: true },
    orderBy: { number: 'asc' },
    take: 300,
  })
}

/** Promotions that can be pushed onto a platform, those that never were first. */
export async function promotionsToPush(actor: Actor) {
  const rows = await db.promotion.findMany({
    where: { AND: [visiblePromotions(actor), { state: { notIn: ['WITHDRAWN', 'PAID'] } }] },
    select: { id: true, state: true, project: { select: { name: true } } },
    orderBy: [{ state: 'asc' }, { proposedOn: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map(({ id, state, project }) => ({ id, state, name: project.name }))
}
