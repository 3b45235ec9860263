import 'server-only'
import { type Actor, type Relation, SIGHT } from '@/lib/domain/access'
import { Prisma } from '@/prisma/generated/client'

const NOTHING = Prisma.sql`AND false`

function tie(actor: Actor, relation: Relation | undefined): Prisma.Sql {
  const { orgId, enterpriseId } = actor
  const people = [...actor.standsInFor]
  switch (relation) {
    case 'district':
      return Prisma.empty
    case 'stewarded':
      return Prisma.sql`AND EXISTS (SELECT 1 FROM "StewardAssignment" s
        WHERE s."projectId" = p."id" AND s."toOn" IS NULL AND s."personId" = ANY(${people}::uuid[]))`
    case 'led':
      return Prisma.sql`AND p."leaderId" = ANY(${people}::uuid[])`
    case 'taskforce':
      return orgId ? Prisma.sql`AND p."taskforceId" = ${orgId}::uuid` : NOTHING
    case 'street':
      return orgId ? Prisma.sql`AND p."streetId" = ${orgId}::uuid` : NOTHING
    case 'agency':
      return orgId
        ? Prisma.sql`AND EXISTS (SELECT 1 FROM "AgencyProject" a WHERE a."projectId" = p."id" AND a."orgId" = ${orgId}::uuid)`
        : NOTHING
    case 'enterprise':
      return enterpriseId ? Prisma.sql`AND p."enterpriseId" = ${enterpriseId}::uuid` : NOTHING
    case undefined:
      return NOTHING
  }
}

/**
 * `visibleProjects` for statements Prisma cannot write: the same rows of `"Project" p`, which a test proves for every role.
 *
 * @source domain roles.md §1
 */
export const visibleSql = (actor: Actor): Prisma.Sql =>
  Prisma.sql`p."districtId" = ${actor.districtId}::uuid ${tie(actor, SIGHT.project[actor.role])}`

/** `inLedger`, of the same rows. */
export const inLedgerSql = Prisma.sql`p."status" IN ('ACTIVE', 'SUSPENDED')`
