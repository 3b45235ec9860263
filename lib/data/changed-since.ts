import 'server-only'
import type { KeptProject } from '@/lib/domain/ledger-undone'
import type { ImportBatch } from '@/prisma/generated/client'
import type { Tx } from './db'

type Trace = Readonly<{ projectId: string; by: string | null; at: Date; action: string }>

/** The last thing somebody did by hand at each project after an instant; reads the index (projectId, at) of the audit log. */
const byHand = (tx: Tx, ids: readonly string[], since: Date) =>
  tx.$queryRaw<Trace[]>`
    SELECT DISTINCT ON ("projectId") "projectId", "actorName" AS by, at, action FROM "AuditEntry"
    WHERE "projectId" = ANY(${[...ids]}::uuid[]) AND ok AND at > ${since}::timestamptz
    ORDER BY "projectId", at DESC`

/** The last ledger that changed each project after a batch: an import is one entry of the log, its rows are its own. */
const byLedger = (tx: Tx, ids: readonly string[], batch: ImportBatch) =>
  tx.$queryRaw<Trace[]>`
    SELECT DISTINCT ON (touched.id) touched.id AS "projectId", person.name AS by, later.at, 'ledger.import' AS action
    FROM "ImportBatch" later
    JOIN "ImportChange" change ON change."batchId" = later.id AND change.model IN ('project', 'procedure')
    LEFT JOIN "Procedure" procedure ON procedure.id = CASE WHEN change.model = 'procedure' THEN change."rowId"::uuid END
    CROSS JOIN LATERAL (SELECT coalesce(procedure."projectId", change."rowId"::uuid) AS id) touched
    LEFT JOIN "User" account ON account.id = later."actorId"
    LEFT JOIN "Person" person ON person.id = account."personId"
    WHERE later."districtId" = ${batch.districtId}::uuid AND later.at > ${batch.at}::timestamptz
      AND later."undoneAt" IS NULL AND touched.id = ANY(${[...ids]}::uuid[])
    ORDER BY touched.id, later.at DESC`

/**
 * Projects an undo has to leave, each with who changed it last since the batch, when, and by which operation.
 *
 * @returns in the order of the ledger; `by` is null where no trace is left, as with a change made in the database itself
 */
export async function keptProjects(tx: Tx, ids: readonly string[], batch: ImportBatch): Promise<KeptProject[]> {
  if (ids.length === 0) return []
  const projects = await tx.project.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
    orderBy: { number: 'asc' },
  })
  const last = new Map<string, Trace>()
  for (const trace of [...(await byHand(tx, ids, batch.at)), ...(await byLedger(tx, ids, batch))]) {
    const other = last.get(trace.projectId)
    if (!other || other.at < trace.at) last.set(trace.projectId, trace)
  }
  return projects.map(({ id, name }) => {
    const trace = last.get(id)
    return { id, name, by: trace?.by ?? null, at: trace?.at.toISOString() ?? null, action: trace?.action ?? null }
  })
}
