import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Period } from '@/lib/domain/figure'
import { costOf, type PackContent, stockOf } from '@/lib/domain/gift-pack'
import { daysOfMonth, monthsBetween } from '@/lib/domain/month-row'
import { monthOf, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import {
  type BatchRow,
  PACK_PAGE,
  PACK_STANDS,
  type PackFilter,
  type PackMonth,
  type PackPage,
  type PackStand,
} from '@/lib/schemas/gift-pack'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { PART_ROWS } from './enterprise-parts'
import { packColumns, packRowOf, visiblePacks } from './pack-rows'

const STAND: Readonly<Record<PackStand, Prisma.GiftPackWhereInput>> = {
  kept: { returnedOn: null },
  waiting: { returnedOn: null, confirmedOn: null },
  confirmed: { confirmedOn: { not: null } },
  returned: { returnedOn: { not: null } },
  all: {},
}

/** Enterprises founded within some days; without them within the year of today. 新设企业 */
export const foundedWithin = ({ from, to }: Readonly<{ from?: PlainDate; to?: PlainDate }>, today: PlainDate) => ({
  foundedOn: { gte: toDb(from ?? ymd(yearOf(to ?? today), 1, 1)), lte: toDb(to ?? today) },
})

/** The packs of a filter that the actor sees, whatever became of them. */
export function packsWhere(
  actor: Actor,
  { q, batch, channel, fresh, enterprise, taskforce, from, to }: PackFilter,
  today: PlainDate,
): Prisma.GiftPackWhereInput {
  return {
    AND: [
      visiblePacks(actor),
      ...(q
        ? [
            {
              OR: [
                { enterprise: { searchText: { contains: q.toLowerCase() } } },
                { by: { name: { contains: q } } },
                { batch: { name: { contains: q } } },
              ],
            },
          ]
        : []),
      ...(batch ? [{ batchId: batch }] : []),
      ...(channel ? [{ channel }] : []),
      ...(enterprise ? [{ enterpriseId: enterprise }] : []),
      ...(taskforce ? [{ enterprise: { projects: { some: { taskforceId: taskforce } } } }] : []),
      ...(fresh ? [{ enterprise: foundedWithin({ from, to }, today) }] : []),
      ...(from ? [{ on: { gte: toDb(from) } }] : []),
      ...(to ? [{ on: { lte: toDb(to) } }] : []),
    ],
  }
}

/** Packs of a condition, the enterprises they went to, and what they cost by the price of their batch. */
export async function packSums(where: Prisma.GiftPackWhereInput) {
  const [byBatch, reached] = await Promise.all([
    db.giftPack.groupBy({ by: ['batchId'], where, _count: { _all: true } }),
    db.giftPack.groupBy({ by: ['enterpriseId'], where }),
  ])
  const batches = await db.packBatch.findMany({
    where: { id: { in: byBatch.map(({ batchId }) => batchId) } },
    select: { id: true, prepared: true, costFen: true },
  })
  const costs = new Map(batches.map((batch) => [batch.id, batch]))
  return {
    packs: byBatch.reduce((sum, { _count }) => sum + _count._all, 0),
    reached: reached.length,
    costFen: byBatch.reduce((sum, { batchId, _count }) => {
      const batch = costs.get(batchId)
      return batch ? sum + costOf(batch, _count._all) : sum
    }, 0n),
  }
}

const ORDER: Prisma.GiftPackOrderByWithRelationInput[] = [{ on: 'desc' }, { number: 'desc' }]

/** Batches with what is left of them, the newest first; those that see no stock see none. */
async function listBatches(actor: Actor): Promise<BatchRow[]> {
  const batches = await db.packBatch.findMany({
    where: { districtId: actor.districtId },
    orderBy: [{ on: 'desc' }, { number: 'desc' }],
  })
  const groups = await db.giftPack.groupBy({
    by: ['batchId'],
    where: { districtId: actor.districtId },
    _count: { _all: true, confirmedOn: true, returnedOn: true },
  })
  const counts = new Map(groups.map(({ batchId, _count }) => [batchId, _count]))
  return batches.map(({ id, number, name, contents, prepared, costFen, on, note }) => {
    const of = counts.get(id)
    const returned = of?.returnedOn ?? 0
    const out = (of?._all ?? 0) - returned
    return {
      id,
      number,
      name,
      contents: contents as PackContent[],
      prepared,
      costFen: String(costFen),
      on: fromDb(on),
      note,
      out,
      confirmed: of?.confirmedOn ?? 0,
      returned,
      stock: stockOf({ prepared, out }),
    }
  })
}

/**
 * One page of 惠企大礼包 with the totals of the whole filter: packs and whom they went to, and the stock.
 *
 * Who sees what: `visiblePacks`. The stock is the district's.
 */
export async function listPacks(actor: Actor, filter: PackFilter, today: PlainDate): Promise<PackPage> {
  const asked = packsWhere(actor, filter, today)
  const where = { AND: [asked, STAND[filter.stand]] }
  const window = { skip: (filter.page - 1) * PACK_PAGE, take: PACK_PAGE }
  const [records, sums, batches, ...stands] = await Promise.all([
    filter.tab === 'packs' ? db.giftPack.findMany({ where, orderBy: ORDER, ...window, select: packColumns }) : [],
    packSums(where),
    listBatches(actor),
    ...PACK_STANDS.map((stand) => db.giftPack.count({ where: { AND: [asked, STAND[stand]] } })),
  ])
  const of = (stand: PackStand) => stands[PACK_STANDS.indexOf(stand)] ?? 0
  const byStand = {
    kept: of('kept'),
    waiting: of('waiting'),
    confirmed: of('confirmed'),
    returned: of('returned'),
    all: of('all'),
  }
  return {
    rows: records.map((record) => packRowOf(actor, record)),
    batches,
    total: sums.packs,
    reached: sums.reached,
    costFen: String(sums.costFen),
    counts: { packs: byStand.kept, batches: batches.length, byStand },
  }
}

/** Every pack of a filter, for workbooks. */
export async function listAllPacks(actor: Actor, filter: PackFilter, today: PlainDate, most: number) {
  const where = { AND: [packsWhere(actor, filter, today), STAND[filter.stand]] }
  const total = await db.giftPack.count({ where })
  const records = total > most ? [] : await db.giftPack.findMany({ where, orderBy: ORDER, select: packColumns })
  return { total, rows: records.map((record) => packRowOf(actor, record)) }
}

/** How many new enterprises there are in some days, and how many of them got a pack. */
export async function freshReach(actor: Actor, period: Period, taskforceId: string | null, today: PlainDate) {
  const founded = foundedWithin(period, today)
  const team = taskforceId ? { projects: { some: { taskforceId } } } : {}
  const got = {
    AND: [visiblePacks(actor), STAND.kept, { on: { gte: toDb(period.from), lte: toDb(period.to) } }],
  } satisfies Prisma.GiftPackWhereInput
  const inDistrict = { districtId: actor.districtId, ...founded, ...team }
  const [whole, part] = await Promise.all([
    db.enterprise.count({ where: inDistrict }),
    db.enterprise.count({ where: { ...inDistrict, packs: { some: got } } }),
  ])
  return { whole, part }
}

/** Packs month by month 逐月, and how many of them went to enterprises founded within the span. */
export async function loadPackMonths(actor: Actor, filter: PackFilter, period: Period): Promise<PackMonth[]> {
  const asked = { AND: [packsWhere(actor, { ...filter, ...period }, period.to), STAND.kept] }
  const columns = { on: true, enterprise: { select: { foundedOn: true } } }
  const rows = await db.giftPack.findMany({ where: asked, select: columns })
  const isFresh = (founded: Date | null) =>
    founded !== null && fromDb(founded) >= period.from && fromDb(founded) <= period.to
  const months = new Map(monthsBetween(period.from, period.to).map((month) => [month, { packs: 0, fresh: 0 }]))
  // Each row is looked at once, however many months there are.
  for (const { on, enterprise } of rows) {
    const own = months.get(monthOf(fromDb(on)))
    if (!own) continue
    own.packs++
    if (isFresh(enterprise.foundedOn)) own.fresh++
  }
  return [...months].map(([month, counts]) => ({ month, ...daysOfMonth(month), ...counts }))
}

/** Packs that wait for the actor's enterprise to say it has them, for its first page. */
export async function packsToConfirm(actor: Actor) {
  if (!actor.enterpriseId) return []
  const records = await db.giftPack.findMany({
    where: { AND: [visiblePacks(actor), STAND.waiting] },
    orderBy: ORDER,
    select: packColumns,
    take: 5,
  })
  return records.map((record) => packRowOf(actor, record))
}

/** Packs of one enterprise for its page, the latest first. */
export async function packsOfEnterprise(actor: Actor, enterpriseId: string) {
  const where = { AND: [visiblePacks(actor), { enterpriseId }] }
  const [total, records] = await Promise.all([
    db.giftPack.count({ where }),
    db.giftPack.findMany({ where, orderBy: ORDER, select: packColumns, take: PART_ROWS }),
  ])
  return { total, rows: records.map((record) => packRowOf(actor, record)) }
}
