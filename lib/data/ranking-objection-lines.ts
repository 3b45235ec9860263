import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { CountsFor, Remedy } from '@/lib/domain/ranking/item'
import type { ScoreTable } from '@/lib/domain/score'
import type { ObjectionLine } from '@/lib/schemas/ranking'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { visibleObjections } from './visible-rankings'

/** Objections to a month the actor may see, those that wait first, then as they came. */
export async function objectionLines(
  actor: Actor,
  rankingId: string,
  where: Prisma.RankingObjectionWhereInput = {},
): Promise<ObjectionLine[]> {
  const rows = await db.rankingObjection.findMany({
    where: { AND: [visibleObjections(actor), { rankingId }, where] },
    orderBy: [{ state: 'asc' }, { raisedAt: 'asc' }, { id: 'asc' }],
    include: { raisedBy: { select: { name: true } }, decidedBy: { select: { name: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    table: row.table as ScoreTable,
    subjectId: row.subjectId,
    subject: row.subjectName,
    indicator: row.indicator as CountsFor,
    seq: row.itemSeq,
    itemLabel: row.itemLabel,
    claim: row.claim,
    evidence: row.evidence as unknown as ObjectionLine['evidence'],
    raisedBy: row.raisedBy.name,
    raisedOn: fromDb(row.raisedOn),
    state: row.state,
    reason: row.reason,
    changes: row.changes as unknown as readonly { seq: number; remedy: Remedy; label: string }[],
    decidedBy: row.decidedBy?.name ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }))
}
