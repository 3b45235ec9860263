import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import { toldApart } from '@/lib/domain/namesake'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { visibleSql } from './visible-sql'

/** Units that decide procedures the actor sees. An agency sees its own; that is asked of what it takes part in elsewhere. */
function decides(actor: Actor): Prisma.Sql {
  switch (SIGHT.procedure[actor.role]) {
    case 'agency':
      return Prisma.sql`o."id" = ${actor.orgId}::uuid`
    case 'district':
      return Prisma.sql`EXISTS (SELECT 1 FROM "Procedure" c
        WHERE c."agencyId" = o."id" AND c."districtId" = ${actor.districtId}::uuid)`
    default:
      // From the projects, of which he sees few: from the unit it would be through most of the district's procedures.
      return Prisma.sql`o."id" IN (SELECT b."orgId" FROM "Project" p JOIN "AgencyProject" b ON b."projectId" = p."id"
        WHERE ${visibleSql(actor)}
          AND EXISTS (SELECT 1 FROM "Procedure" c WHERE c."agencyId" = b."orgId" AND c."projectId" = p."id"))`
  }
}

type Found = Readonly<{
  kind: 'taskforce' | 'street' | 'unit' | 'leader' | 'steward'
  id: string
  name: string
  unit: string | null
  phone: string | null
}>

/**
 * What the filter fields of the ledger offer: only units and people that occur in the actor's own projects.
 *
 * Each is found by the first project it occurs in, so that its cost does not follow their number.
 *
 * @param stewardId the steward the address filters by, so that he can be named
 */
export async function filterChoices(actor: Actor, stewardId?: string) {
  const occurs = (column: 'taskforceId' | 'streetId' | 'leadUnitId' | 'leaderId', of: 'o' | 'q') =>
    Prisma.sql`EXISTS (SELECT 1 FROM "Project" p WHERE p.${Prisma.raw(`"${column}"`)} = ${Prisma.raw(of)}."id" AND ${visibleSql(actor)})`
  const found = await db.$queryRaw<Found[]>`
    SELECT * FROM (
      SELECT 'taskforce' AS kind, o."id", o."shortName" AS name, o."name" AS place, NULL AS unit, NULL AS phone FROM "Org" o WHERE ${occurs('taskforceId', 'o')}
      UNION ALL SELECT 'street', o."id", o."shortName", o."name", NULL, NULL FROM "Org" o WHERE ${occurs('streetId', 'o')}
      UNION ALL SELECT 'unit', o."id", o."shortName", o."name", NULL, NULL FROM "Org" o
        WHERE ${decides(actor)} OR ${occurs('leadUnitId', 'o')}
      UNION ALL SELECT 'leader', q."id", q."name", q."name",
          (SELECT u."shortName" FROM "Org" u WHERE u."id" = q."orgId"), q."phone" FROM "Person" q
        WHERE ${occurs('leaderId', 'q')}
      ${
        stewardId && stewardId !== 'none'
          ? Prisma.sql`UNION ALL SELECT 'steward', q."id", q."name", q."name", NULL, NULL FROM "Person" q WHERE q."id" = ${stewardId}::uuid
              AND EXISTS (SELECT 1 FROM "StewardAssignment" w JOIN "Project" p ON p."id" = w."projectId"
                WHERE w."personId" = q."id" AND ${visibleSql(actor)})`
          : Prisma.empty
      }) f ORDER BY f.place, f."id"`
  const of = (kind: Found['kind']) => found.flatMap((f) => (f.kind === kind ? [{ id: f.id, name: f.name }] : []))
  return {
    taskforces: of('taskforce'),
    streets: of('street'),
    leaders: toldApart(found.filter(({ kind }) => kind === 'leader')).map(({ id, name }) => ({ id, name })),
    units: of('unit'),
    steward: of('steward')[0] ?? null,
  }
}
