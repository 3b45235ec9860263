import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { duplicatePairs, duplicateReason, type KeyedRow } from '@/lib/domain/enterprise-name'
import type { DuplicatePair, EnterpriseTwin } from '@/lib/schemas/enterprise'
import { db } from './db'

/** Pairs on one page; whoever merges them comes back to the next. */
const SHOWN = 100
/** Signs of a key below which it is in too many names. */
const SHORTEST = 4

async function pairsOf({ districtId }: Actor): Promise<DuplicatePair[]> {
  const keys = await db.$queryRaw<KeyedRow[]>`
    SELECT "id", "nameKey" AS "key", "creditCode" FROM "Enterprise" WHERE "districtId" = ${districtId}::uuid ORDER BY "id"`
  const pairs = duplicatePairs(keys, SHOWN)
  const rows = await db.enterprise.findMany({
    where: { districtId, id: { in: pairs.flatMap(({ a, b }) => [a, b]) } },
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
  return pairs.flatMap((pair): DuplicatePair[] => {
    const [a, b] = [known.get(pair.a), known.get(pair.b)]
    return a && b ? [{ reason: pair.reason, a, b }] : []
  })
}

/** Rows of the register that may be one enterprise 疑似重复, surest first; none for who may not merge them. */
export const listDuplicates = async (actor: Actor): Promise<DuplicatePair[]> =>
  relationFor(actor.role, 'enterprise.merge') === null ? [] : pairsOf(actor)

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
