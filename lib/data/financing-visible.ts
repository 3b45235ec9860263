import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'

const NONE = { id: { in: [] as string[] } } satisfies Prisma.FinancingNeedWhereInput

/** A consent that holds on a day. */
export const consentOn = (today: PlainDate) =>
  ({
    withdrawnOn: null,
    fromOn: { lte: toDb(today) },
    expiresOn: { gte: toDb(today) },
  }) satisfies Prisma.FinancingConsentWhereInput

/**
 * The needs an actor sees, as one where-clause: lists, counts, totals, pickers, searches and exports all use it.
 *
 * A bank sees what was recommended to it and what the enterprise lets it see today, both; a steward those of his projects
 * whose enterprise opened itself to him.
 *
 * @source domain roles.md §1, column 融资 (F); SECURITY PIPL 23
 */
export function financingVisible(actor: Actor, today: PlainDate): Prisma.FinancingNeedWhereInput {
  const { districtId, orgId, enterpriseId } = actor
  switch (actor.role) {
    case 'OFFICE':
      return { districtId }
    case 'CONTACT':
      return enterpriseId ? { districtId, enterpriseId } : NONE
    case 'STEWARD':
      return {
        districtId,
        enterprise: { opensToSteward: true },
        project: { stewards: { some: { toOn: null, personId: { in: [...actor.standsInFor] } } } },
      }
    case 'TASKFORCE':
      return orgId ? { districtId, project: { taskforceId: orgId } } : NONE
    case 'BANK':
      return orgId
        ? {
            districtId,
            offers: { some: { bankId: orgId } },
            consents: { some: { bankId: orgId, ...consentOn(today) } },
          }
        : NONE
    default:
      return NONE
  }
}

/** As `financingVisible`, for sums: leaders read totals, of the district or of their own projects, and no single need. */
export function financingCounted(actor: Actor, today: PlainDate): Prisma.FinancingNeedWhereInput {
  const { districtId } = actor
  if (actor.role === 'HEAD') return { districtId }
  if (actor.role === 'LEADER') return { districtId, project: { leaderId: { in: [...actor.standsInFor] } } }
  return financingVisible(actor, today)
}

/** Of the banks of a need those an actor reads: a bank its own and never another’s. */
export const offersVisible = (actor: Actor): Prisma.FinancingOfferWhereInput =>
  actor.role === 'BANK' ? { bankId: actor.orgId ?? actor.districtId } : {}
