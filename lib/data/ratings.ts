import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { RatingInput, RatingLine } from '@/lib/schemas/ranking'
import { toDb } from './date'
import { db, type Tx } from './db'
import { write } from './write'

type Served = Omit<RatingLine, 'stars'>

/** Who serves an enterprise: the stewards of its projects, and the agencies that have or had a procedure of theirs in hand. */
async function servedBy(tx: Tx, { districtId, enterpriseId }: Actor): Promise<Served[]> {
  if (!enterpriseId) return []
  return tx.$queryRaw<Served[]>`
    SELECT 'STEWARD' AS table, q.id AS "subjectId", q.name, array_agg(DISTINCT p.name ORDER BY p.name) AS projects
    FROM "Project" p
    JOIN "StewardAssignment" s ON s."projectId" = p.id AND s."toOn" IS NULL
    JOIN "Person" q ON q.id = s."personId"
    WHERE p."districtId" = ${districtId}::uuid AND p."enterpriseId" = ${enterpriseId}::uuid
      AND p.status IN ('ACTIVE', 'SUSPENDED')
    GROUP BY q.id
    UNION ALL
    SELECT 'AGENCY', o.id, o."shortName", array_agg(DISTINCT p.name ORDER BY p.name)
    FROM "Project" p
    JOIN "Procedure" c ON c."projectId" = p.id AND c."acceptedOn" IS NOT NULL
    JOIN "Org" o ON o.id = c."agencyId" AND o.kind IN ('AGENCY', 'UTILITY') AND o."dissolvedOn" IS NULL
    WHERE p."districtId" = ${districtId}::uuid AND p."enterpriseId" = ${enterpriseId}::uuid
      AND p.status IN ('ACTIVE', 'SUSPENDED')
    GROUP BY o.id
    ORDER BY 1 DESC, 3`
}

/** Whom the actor's enterprise may rate this month, and what it has said; nobody must. */
export async function ratingsToGive(actor: Actor, today: PlainDate): Promise<RatingLine[]> {
  if (actor.role !== 'CONTACT' || !actor.enterpriseId) return []
  const [served, given] = await Promise.all([
    servedBy(db, actor),
    db.rating.findMany({
      where: { enterpriseId: actor.enterpriseId, month: monthOf(today) },
      select: { table: true, subjectId: true, stars: true },
    }),
  ])
  return served.map((line) => ({
    ...line,
    stars: given.find(({ table, subjectId }) => table === line.table && subjectId === line.subjectId)?.stars ?? null,
  }))
}

/**
 * A contact gives stars to who serves his enterprise 评价: once a month, and others in their place while the month runs.
 *
 * @returns err NOT_FOUND for somebody who does not serve it
 * @source meetings-and-ranking B2: asked at most once a month per enterprise, optional
 */
export const rate = write('rating.give', async (tx, actor, input: RatingInput, today) => {
  const { table, subjectId, stars } = input
  const { enterpriseId, districtId, personId } = actor
  const served = await servedBy(tx, actor)
  if (!enterpriseId || !served.some((line) => line.table === table && line.subjectId === subjectId))
    return err({ code: 'NOT_FOUND' })
  const month = monthOf(today)
  const { id } = await tx.rating.upsert({
    where: { enterpriseId_table_subjectId_month: { enterpriseId, table, subjectId, month } },
    create: { districtId, enterpriseId, table, subjectId, month, stars, on: toDb(today), personId },
    update: { stars, on: toDb(today), at: new Date(), personId },
    select: { id: true },
  })
  // Which stars he gave stays between him and the ranking.
  return ok({ value: { month, stars }, subject: id, detail: { month, table } })
})
