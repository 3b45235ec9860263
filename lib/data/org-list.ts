import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { ORG_KINDS } from '@/lib/domain/administration'
import type { OrgFilter } from '@/lib/schemas/administration'
import { dayOrNull } from './date'
import { db } from './db'

/**
 * Projects each unit has, as the ledger counts them when it is filtered by the unit: a task force or street by its own column,
 * any other as lead unit or as the agency of a procedure.
 */
async function projectCounts(districtId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ org: string; count: number }[]>`
    WITH live AS (
      SELECT "id", "taskforceId", "streetId", "leadUnitId" FROM "Project"
      WHERE "districtId" = ${districtId}::uuid AND "status" IN ('ACTIVE', 'SUSPENDED')
    )
    SELECT org, count(DISTINCT project)::int AS count FROM (
      SELECT "taskforceId" AS org, "id" AS project FROM live
      UNION ALL SELECT "streetId", "id" FROM live
      UNION ALL SELECT "leadUnitId", "id" FROM live
      UNION ALL SELECT p."agencyId", p."projectId" FROM "Procedure" p JOIN live ON live."id" = p."projectId"
    ) AS ties WHERE org IS NOT NULL GROUP BY org`
  return new Map(rows.map(({ org, count }) => [org, count]))
}

/** Units of the actor's district with how many accounts and projects they have, in the order of their kinds. */
export async function listOrgs(actor: Actor, filter: OrgFilter) {
  const contains = filter.q?.replace(/[\\%_]/g, '\\$&')
  const [orgs, projects] = [
    await db.org.findMany({
      where: {
        districtId: actor.districtId,
        kind: filter.kind,
        ...(filter.state ? { dissolvedOn: filter.state === 'active' ? null : { not: null } } : {}),
        ...(contains
          ? { OR: [{ name: { contains } }, { shortName: { contains } }, { aliases: { has: filter.q ?? '' } }] }
          : {}),
      },
      select: {
        id: true,
        kind: true,
        name: true,
        shortName: true,
        dissolvedOn: true,
        _count: { select: { users: true } },
      },
      orderBy: { shortName: 'asc' },
    }),
    await projectCounts(actor.districtId),
  ]
  return orgs
    .map(({ _count, dissolvedOn, ...org }) => ({
      ...org,
      accounts: _count.users,
      projects: projects.get(org.id) ?? 0,
      dissolvedOn: dayOrNull(dissolvedOn),
    }))
    .sort((a, b) => ORG_KINDS.indexOf(a.kind) - ORG_KINDS.indexOf(b.kind))
}
export type OrgRow = Awaited<ReturnType<typeof listOrgs>>[number]

/** One unit; null when the district has none of this id. */
export async function loadOrg(actor: Actor, id: string) {
  const org = await db.org.findFirst({
    where: { id, districtId: actor.districtId },
    select: { id: true, kind: true, name: true, shortName: true, aliases: true, dissolvedOn: true },
  })
  return org && { ...org, dissolvedOn: dayOrNull(org.dissolvedOn) }
}
