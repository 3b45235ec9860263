import 'server-only'
import { type Actor, type Relation, SIGHT } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_CONFIDENTIAL } from '@/lib/domain/sight'
import type { Prisma } from '@/prisma/generated/client'
import { financingVisible } from './financing-visible'
import { visibleProjects } from './visible'

const NOTHING = { id: { in: [] as string[] } } satisfies Prisma.EnterpriseWhereInput

function tied(actor: Actor, relation: Relation | undefined): Prisma.EnterpriseWhereInput {
  const ofProjects = { projects: { some: visibleProjects(actor) } } satisfies Prisma.EnterpriseWhereInput
  switch (relation) {
    case 'district':
      return {}
    case 'enterprise':
      return actor.enterpriseId ? { id: actor.enterpriseId } : NOTHING
    case 'street':
      return actor.orgId ? { OR: [{ streetId: actor.orgId }, ofProjects] } : NOTHING
    case undefined:
      return NOTHING
    default:
      return ofProjects
  }
}

/**
 * The enterprises an actor may see, as one where-clause: lists, counts, pickers, exports and searches all use it. A street sees
 * those on its ground and those of its projects; whoever sees a part of the projects sees theirs. A bank sees those that let it see a
 * need on a day, and asked without a day none.
 *
 * @source domain roles.md §1
 */
export const visibleEnterprises = (actor: Actor, today: PlainDate | null = null): Prisma.EnterpriseWhereInput => ({
  districtId: actor.districtId,
  ...(actor.role === 'BANK' && today
    ? { financingNeeds: { some: financingVisible(actor, today) } }
    : tied(actor, SIGHT.project[actor.role])),
})

/**
 * Of an enterprise the actor sees, whether he may see what is confidential of it 资信.
 *
 * @source domain roles.md §1, right F
 */
export function seesCredit(actor: Actor, enterprise: Readonly<{ id: string; opensToSteward: boolean }>): boolean {
  switch (SEES_CONFIDENTIAL[actor.role]) {
    case 'all':
      return true
    case 'own':
      return actor.enterpriseId === enterprise.id
    case 'agreed':
      return enterprise.opensToSteward
    default:
      return false
  }
}
