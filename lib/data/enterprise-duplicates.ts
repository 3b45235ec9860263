import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { type DuplicateReason, duplicateReason } from '@/lib/domain/enterprise-name'
import type { DuplicatePair, EnterpriseTwin } from '@/lib/schemas/enterprise'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'

/** Pairs on one page; whoever merges them comes back to the next. */
const SHOWN = 100
/** Rows without a credit code that are looked for within longer names, newest first. */
const LOOKED_THROUGH = 2_000
/** Signs of a key below which it is in too many names. */
const SHORTEST = 4

type Pair = Readonly<{ a: string; b: string }>

/**
 * Pairs that may be one enterprise, as ids: of one credit code; of one name; a name within another, where one of the two has
 * no code. Each goes by an index, and a row is asked about those after it only.
 */
const pairsIn = (districtId: string, only: Prisma.Sql) => db.$queryRaw<Pair[]>`
  (SELECT a."id" AS a, b."id" AS b FROM "Enterprise" a JOIN "Enterprise" b
     ON b."districtId" = a."districtId" AND b."creditCode" = a."creditCode" AND b."id" > a."id"
   WHERE a."districtId" = ${districtId}::uuid AND a."creditCode" IS NOT NULL ${only} LIMIT ${SHOWN})
  UNION
  (SELECT a."id", b."id" FROM "Enterprise" a JOIN "Enterprise" b
     ON b."districtId" = a."districtId" AND b."nameKey" = a."nameKey" AND b."id" > a."id"
   WHERE a."districtId" = ${districtId}::uuid AND a."nameKey" <> ''
     AND (a."creditCode" IS NULL OR b."creditCode" IS NULL) ${only} LIMIT ${SHOWN})
  UNION
  (SELECT least(a."id", b."id"), greatest(a."id", b."id")
   FROM (SELECT * FROM "Enterprise" WHERE "districtId" = ${districtId}::uuid AND "creditCode" IS NULL
           AND char_length("nameKey") >= ${SHORTEST} ORDER BY "id" DESC LIMIT ${LOOKED_THROUGH}) a
   JOIN LATERAL (SELECT l."id" FROM "Enterprise" l WHERE l."districtId" = a."districtId" AND l."id" <> a."id"
           AND l."nameKey" <> a."nameKey" AND l."nameKey" LIKE '%' || replace(replace(a."nameKey", '%', ''), '_', '') || '%'
         LIMIT 5) b ON true
   WHERE true ${only} LIMIT ${SHOWN})`

async function pairsOf(actor: Actor, only: Prisma.Sql): Promise<DuplicatePair[]> {
  const pairs = await pairsIn(actor.districtId, only)
  const rows = await db.enterprise.findMany({
    where: { districtId: actor.districtId, id: { in: pairs.flatMap(({ a, b }) => [a, b]) } },
    select: {
      id: true,
      name: true,
      creditCode: true,
      street: { select: { shortName: true } },
      _count: { select: { projects: true } },
    },
  })
  const known = new Map(
    rows.map(({ id, name, creditCode, street, _count }): [string, EnterpriseTwin] => [
      id,
      { id, name, creditCode, street: street?.shortName ?? null, projects: _count.projects },
    ]),
  )
  const RANK: readonly DuplicateReason[] = ['CODE', 'NAME', 'CONTAINED']
  return pairs
    .flatMap((pair): DuplicatePair[] => {
      const [a, b] = [known.get(pair.a), known.get(pair.b)]
      const reason = a && b ? duplicateReason(a, b) : null
      return a && b && reason ? [{ reason, a, b }] : []
    })
    .toSorted((x, y) => RANK.indexOf(x.reason) - RANK.indexOf(y.reason) || (x.a.name < y.a.name ? -1 : 1))
}

/** Rows of the register that may be one enterprise 疑似重复, surest first; none for who may not merge them. */
export const listDuplicates = async (actor: Actor): Promise<DuplicatePair[]> =>
  relationFor(actor.role, 'enterprise.merge') === null ? [] : pairsOf(actor, Prisma.empty)

/** Rows that may be the same as this one, for its page. */
export async function twinsOf(actor: Actor, id: string) {
  if (relationFor(actor.role, 'enterprise.merge') === null) return []
  const [self] = await db.enterprise.findMany({
    where: { id, districtId: actor.districtId },
    select: { name: true, creditCode: true, nameKey: true },
  })
  if (!self) return []
  const key = self.nameKey.replace(/[%_]/g, '')
  const rows = await db.enterprise.findMany({
    where: {
      districtId: actor.districtId,
      id: { not: id },
      OR: [
        ...(self.creditCode ? [{ creditCode: self.creditCode }] : []),
        ...(key ? [{ nameKey: self.nameKey }] : []),
        ...(key.length >= SHORTEST ? [{ nameKey: { contains: key } }] : []),
      ],
    },
    select: { id: true, name: true, creditCode: true },
    take: 10,
  })
  return rows.flatMap((row) => {
    const reason = duplicateReason(self, row)
    return reason ? [{ id: row.id, name: row.name, reason }] : []
  })
}
