import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok } from '@/lib/domain/result'
import { isUuid } from '@/lib/schemas/id'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { newId } from './ledger-id'
import { write } from './write'

const WINDOW_MS = 60_000
/** Workbooks one account may take in a minute. */
const MOST_A_MINUTE = 10

/** Id of an export, before its rows are written: they carry it. */
export const newExportId = newId

/** One export as it is remembered. */
export type ExportRecord = Readonly<{
  id: string
  kind: string
  query: string
  /** Cells as they were written, by row id: what a later import compares with. */
  base: Readonly<Record<string, Readonly<{ version: number; cells: Readonly<Record<string, string>> }>>>
}>

/**
 * Takes one of the exports an account has a minute 导出限次. One statement, so that exports in parallel all count; kept
 * beside the counts of sign-ins, which the same job sweeps.
 *
 * @returns err EXPORT_LIMIT with the seconds to wait
 * @source ASVS 2.4.1
 */
export async function takeExportTurn(userId: string, now: Date) {
  const start = new Date(now.getTime() - WINDOW_MS)
  const [taken] = await db.$queryRaw<[{ count: number; since: Date }]>`
    INSERT INTO "SignInThrottle" AS t ("key", "failures", "windowStart", "lockedUntil")
    VALUES (${`export:${userId}`}, 1, ${now}::timestamptz, NULL)
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN t."windowStart" <= ${start}::timestamptz THEN 1 ELSE t."failures" + 1 END,
      "windowStart" = CASE WHEN t."windowStart" <= ${start}::timestamptz THEN ${now}::timestamptz ELSE t."windowStart" END
    RETURNING "failures" AS count, "windowStart" AS since`
  if (taken.count <= MOST_A_MINUTE) return ok(null)
  const seconds = Math.ceil((taken.since.getTime() + WINDOW_MS - now.getTime()) / 1000)
  return err({ code: 'EXPORT_LIMIT', most: MOST_A_MINUTE, seconds: Math.max(1, seconds) })
}

/**
 * Remembers an export: who took which rows, and their cells 导出登记.
 *
 * The audit row has the number of rows and the address of the list; the cells stay in the export itself.
 *
 * @returns err FORBIDDEN for roles that see no projects
 */
export const recordExport = write('ledger.export', async (tx, actor, input: ExportRecord) => {
  const rowCount = Object.keys(input.base).length
  const { id, kind, query } = input
  await tx.ledgerExport.create({
    data: {
      id,
      districtId: actor.districtId,
      actorId: actor.userId,
      kind,
      query,
      rowCount,
      base: input.base as Prisma.InputJsonValue,
    },
  })
  return ok({ value: { rowCount }, subject: id, detail: { kind, query, rowCount } })
})

/** The cells of exports of the district, by their ids; an id nobody knows is left out. */
export async function loadExportBases(
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ExportRecord['base']>> {
  const found = await db.ledgerExport.findMany({
    where: { districtId: actor.districtId, id: { in: ids.filter(isUuid) } },
    select: { id: true, base: true },
  })
  return new Map(found.map(({ id, base }) => [id, base as ExportRecord['base']]))
}
