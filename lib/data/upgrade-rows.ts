import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import { plainAmount } from '@/lib/domain/factor-board'
import { SEES_UPGRADES } from '@/lib/domain/sight'
import type { UpgradePolicyRow, UpgradeRow } from '@/lib/schemas/upgrade'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { enterprisesOfProjects } from './service-where'

const NOTHING = { id: { in: [] as string[] } }

/**
 * The upgrades an actor sees: all of the district, those of the enterprises of his projects, or his own enterprise's.
 *
 * @source domain roles.md §1, column 项目
 */
export function visibleUpgrades(actor: Actor): Prisma.UpgradeProjectWhereInput {
  if (!SEES_UPGRADES.has(actor.role)) return NOTHING
  const { districtId } = actor
  const relation = SIGHT.project[actor.role]
  if (relation === 'district') return { districtId }
  if (relation === 'enterprise') return actor.enterpriseId ? { districtId, enterpriseId: actor.enterpriseId } : NOTHING
  return { districtId, enterprise: enterprisesOfProjects(actor) }
}

export const upgradeColumns = {
  id: true,
  version: true,
  number: true,
  name: true,
  enterprise: { select: { id: true, name: true } },
  project: { select: { id: true, name: true } },
  kinds: true,
  content: true,
  equipmentFen: true,
  totalFen: true,
  startOn: true,
  endOn: true,
  energyBefore: true,
  energyAfter: true,
  state: true,
  estimatedFen: true,
  paidFen: true,
  paidOn: true,
  policy: { select: { id: true, name: true, certain: true } },
  needsFinance: true,
  enteredOn: true,
} satisfies Prisma.UpgradeProjectSelect
export type UpgradeRecord = Prisma.UpgradeProjectGetPayload<{ select: typeof upgradeColumns }>

/** An upgrade as a line of its list. */
export const upgradeRowOf = (record: UpgradeRecord): UpgradeRow => ({
  ...record,
  startOn: dayOrNull(record.startOn),
  endOn: dayOrNull(record.endOn),
  energyBefore: record.energyBefore && plainAmount(record.energyBefore.toFixed()),
  energyAfter: record.energyAfter && plainAmount(record.energyAfter.toFixed()),
  paidOn: dayOrNull(record.paidOn),
  enteredOn: fromDb(record.enteredOn),
})

export const policyColumns = {
  id: true,
  code: true,
  number: true,
  name: true,
  document: true,
  validFrom: true,
  validTo: true,
  basis: true,
  rateBp: true,
  capFen: true,
  leastFen: true,
  kinds: true,
  conditions: true,
  certain: true,
} satisfies Prisma.UpgradePolicySelect

/** A policy as people read it. @param latest the newest version of its code */
export const policyRowOf = (
  record: Prisma.UpgradePolicyGetPayload<{ select: typeof policyColumns }>,
  latest: number,
): UpgradePolicyRow => ({
  ...record,
  validFrom: fromDb(record.validFrom),
  validTo: dayOrNull(record.validTo),
  older: record.number < latest,
})
