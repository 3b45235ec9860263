import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { SERVICE_PAGE } from '@/lib/schemas/address'
import type { UpgradeFilter, UpgradePage, UpgradePolicyRow } from '@/lib/schemas/upgrade'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { ofTeam, within, wordsOf } from './service-where'
import { policyColumns, policyRowOf, upgradeColumns, upgradeRowOf, visibleUpgrades } from './upgrade-rows'
import { visibleProjects } from './visible'

function upgradesWhere(actor: Actor, filter: UpgradeFilter): Prisma.UpgradeProjectWhereInput {
  const { q, from, to, enterprise, project, taskforce, kind, policy, finance, paidFrom, paidTo } = filter
  const [entered, paid] = [within(from, to), within(paidFrom, paidTo)]
  return {
    AND: [
      visibleUpgrades(actor),
      ...wordsOf(q ?? '').map((text) => ({
        OR: [
          { name: { contains: text, mode: 'insensitive' as const } },
          { content: { contains: text, mode: 'insensitive' as const } },
          { enterprise: { searchText: { contains: text } } },
        ],
      })),
      ...(entered ? [{ enteredOn: entered }] : []),
      ...(paid ? [{ paidOn: paid }] : []),
      ...(enterprise ? [{ enterpriseId: enterprise }] : []),
      ...(project ? [{ projectId: project }] : []),
      ...(taskforce ? [ofTeam(taskforce)] : []),
      ...(kind ? [{ kinds: { has: kind } }] : []),
      ...(policy ? [{ policyId: policy }] : []),
      ...(finance ? [{ needsFinance: true }] : []),
    ],
  }
}

const inTab = (tab: UpgradeFilter['state']): Prisma.UpgradeProjectWhereInput =>
  tab === 'all' ? {} : tab === 'stock' ? { state: { not: 'WITHDRAWN' } } : { state: tab }

const ORDER: Prisma.UpgradeProjectOrderByWithRelationInput[] = [{ enteredOn: 'desc' }, { number: 'desc' }]

/** The sums of some upgrades: how many enterprises they are of, what they cost, what is expected and what was paid, each by itself. */
export async function upgradeSums(actor: Actor, filter: UpgradeFilter) {
  const where = { AND: [upgradesWhere(actor, filter), inTab(filter.state)] }
  const [sum, enterprises] = await Promise.all([
    db.upgradeProject.aggregate({
      where,
      _count: { _all: true },
      _sum: { totalFen: true, estimatedFen: true, paidFen: true },
    }),
    db.enterprise.count({ where: { upgrades: { some: where } } }),
  ])
  return {
    total: sum._count._all,
    investmentFen: sum._sum.totalFen ?? 0n,
    estimatedFen: sum._sum.estimatedFen ?? 0n,
    paidFen: sum._sum.paidFen ?? 0n,
    enterprises,
  }
}

/**
 * One page of the upgrades 三化改造 with the sums of the whole filter.
 *
 * Who sees what: `visibleUpgrades`. The index (districtId, state, enteredOn) carries it.
 */
export async function listUpgrades(actor: Actor, filter: UpgradeFilter): Promise<UpgradePage> {
  const asked = upgradesWhere(actor, filter)
  const [records, groups, sums] = await Promise.all([
    db.upgradeProject.findMany({
      where: { AND: [asked, inTab(filter.state)] },
      select: upgradeColumns,
      orderBy: ORDER,
      skip: (filter.page - 1) * SERVICE_PAGE,
      take: SERVICE_PAGE,
    }),
    db.upgradeProject.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    upgradeSums(actor, filter),
  ])
  return {
    rows: records.map(upgradeRowOf),
    counts: Object.fromEntries(groups.map(({ state, _count }) => [state, _count._all])),
    ...sums,
  }
}

/** Every upgrade of a filter for a workbook; none where there are too many. */
export async function listAllUpgrades(actor: Actor, filter: UpgradeFilter, most: number) {
  const where = { AND: [upgradesWhere(actor, filter), inTab(filter.state)] }
  const total = await db.upgradeProject.count({ where })
  const rows = total > most ? [] : await db.upgradeProject.findMany({ where, select: upgradeColumns, orderBy: ORDER })
  return { total, rows: rows.map(upgradeRowOf) }
}

/** Upgrades one enterprise's page shows. */
const ON_PAGE = 5

/** Upgrades of one enterprise, for its page. */
export async function upgradesOfEnterprise(actor: Actor, enterpriseId: string) {
  const where = { AND: [visibleUpgrades(actor), { enterpriseId }] }
  const [rows, total] = await Promise.all([
    db.upgradeProject.findMany({ where, select: upgradeColumns, orderBy: ORDER, take: ON_PAGE }),
    db.upgradeProject.count({ where }),
  ])
  return { rows: rows.map(upgradeRowOf), total }
}

/** Every policy with all its versions, those in force first 补贴政策. */
export async function listPolicies(districtId: string): Promise<UpgradePolicyRow[]> {
  const rows = await db.upgradePolicy.findMany({
    where: { districtId },
    select: policyColumns,
    orderBy: [{ code: 'asc' }, { number: 'desc' }],
  })
  const latest = new Map<string, number>()
  for (const { code, number } of rows) latest.set(code, Math.max(number, latest.get(code) ?? 0))
  return rows.map((row) => policyRowOf(row, latest.get(row.code) ?? row.number))
}

/** Projects of an enterprise, and of all the actor sees, that an upgrade can belong to. */
export async function projectsForUpgrade(actor: Actor, enterpriseId: string) {
  return db.project.findMany({
    where: { AND: [visibleProjects(actor), { enterpriseId, status: 'ACTIVE' }] },
    select: { id: true, name: true },
    orderBy: { number: 'asc' },
    take: 100,
  })
}
