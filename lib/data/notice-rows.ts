import 'server-only'
import type { LadderMessage } from '@/lib/domain/escalation-ladder'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Tx } from './db'
import type { OpenItem } from './ladder-items'

/** Rows of one statement. */
const BATCH = 10_000

/** A message as it is kept: when, and under what. */
export type NoticeRow = Readonly<{
  message: LadderMessage
  on: PlainDate
  at: Date
  seenAt: Date | null
  /** The database gives one where nobody does. */
  id?: string
}>

/**
 * Keeps messages; one that is there already, from whichever instance, stays as it is.
 *
 * @returns how many were new
 */
export async function keepNotices(
  tx: Tx,
  districtId: string,
  items: ReadonlyMap<string, OpenItem>,
  rows: readonly NoticeRow[],
): Promise<number> {
  let kept = 0
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH).flatMap(({ id, message, on, at, seenAt }) => {
      const item = items.get(message.itemId)
      const { itemId, since, step, personId, level, channel, as, instead, answerBy, planBy } = message
      if (!item) return []
      const { projectId, procedureId } = item
      const of = (kind: OpenItem['matter']) => (item.matter === kind ? item.id : null)
      const about = {
        projectId,
        procedureId,
        issueId: of('ISSUE'),
        factorId: of('FACTOR'),
        taskId: of('TASK'),
        complaintId: of('COMPLAINT'),
        financingId: item.financingId ?? null,
      }
      const told = { id, itemId, since, step, personId, level, channel, as, instead, answerBy, planBy, on }
      return { ...told, ...about, at: at.toISOString(), seenAt: seenAt?.toISOString() ?? null }
    })
    kept += await tx.$executeRaw`
      INSERT INTO "Notice" ("id", "districtId", "projectId", "procedureId", "issueId", "factorId", "taskId", "complaintId", "financingId",
        "itemId", "since", "step", "personId", "level", "channel", "as", "instead", "answerBy", "planBy", "on", "at", "seenAt")
      SELECT coalesce(n.id, gen_random_uuid()), ${districtId}::uuid, n."projectId", n."procedureId", n."issueId", n."factorId", n."taskId",
        n."complaintId", n."financingId", n."itemId", n."since", n."step",
        n."personId", n."level", n."channel", n."as", n."instead", n."answerBy", n."planBy", n."on", n."at", n."seenAt"
      FROM jsonb_populate_recordset(null::"Notice", ${JSON.stringify(batch)}::jsonb) n
      ON CONFLICT ("itemId", "since", "step", "personId") DO NOTHING`
  }
  return kept
}

/** Ends what was told in warnings that are over, and takes up again what was ended while the same one went on; slips end theirs by their moves. */
export async function endNotices(
  tx: Tx,
  districtId: string,
  items: readonly OpenItem[],
  today: PlainDate,
): Promise<number> {
  const open = JSON.stringify(items.map(({ id, since }) => ({ itemId: id, since })))
  await tx.$executeRaw`
    UPDATE "Notice" n SET "endedOn" = NULL
    FROM jsonb_populate_recordset(null::"Notice", ${open}::jsonb) o
    WHERE n."itemId" = o."itemId" AND n."since" = o."since" AND n."endedOn" IS NOT NULL`
  return tx.$executeRaw`
    UPDATE "Notice" n SET "endedOn" = ${today}::date
    WHERE n."districtId" = ${districtId}::uuid AND n."supervisionId" IS NULL AND n."endedOn" IS NULL AND NOT EXISTS (
      SELECT 1 FROM jsonb_populate_recordset(null::"Notice", ${open}::jsonb) o
      WHERE o."itemId" = n."itemId" AND o."since" = n."since")`
}

/**
 * Ends what was told of procedures and projects that are in order or finished, in the moment they are: nobody owes an answer
 * about them, whatever mark of lateness is left (P16). The next run of the ladder would come to the same.
 *
 * @source four-colours §6 (without answer or cure)
 */
export async function endCured(tx: Tx, itemIds: readonly string[], today: PlainDate): Promise<void> {
  if (itemIds.length === 0) return
  await tx.$executeRaw`
    UPDATE "Notice" n SET "endedOn" = ${today}::date
    WHERE n."itemId" = ANY(${itemIds}::uuid[]) AND n."endedOn" IS NULL AND (
      EXISTS (SELECT 1 FROM "Procedure" c WHERE c.id = n."itemId"
        AND (c.level NOT IN ('BLUE', 'YELLOW', 'RED') OR c."levelOwner" IS NULL))
      OR EXISTS (SELECT 1 FROM "Project" p WHERE p.id = n."itemId" AND p.level NOT IN ('BLUE', 'YELLOW', 'RED')))`
}
