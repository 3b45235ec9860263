import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { ownProofForRows } from '@/lib/domain/own-proof'
import { ok } from '@/lib/domain/result'
import { isUuid } from '@/lib/schemas/id'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { newId } from './ledger-id'
import { write } from './write'

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

async function remember(tx: Tx, actor: Actor, input: ExportRecord) {
  const rowCount = Object.keys(input.base).length
  // Every list of ours names who answers for its rows.
  const proof = ownProofForRows(actor, rowCount)
  if (!proof.ok) return proof
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
}

/**
 * Remembers an export: who took which rows, and their cells 导出登记.
 *
 * The audit row has the number of rows and the address of the list; the cells stay in the export itself.
 *
 * @returns err FORBIDDEN for roles that see no projects, PROOF_DUE
 */
export const recordExport = write('ledger.export', remember)

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

/**
 * As `recordExport`, for lists of the bank bridge: right F only 融资清单导出登记.
 *
 * @returns err FORBIDDEN for roles without it, PROOF_DUE
 */
export const recordFinancingExport = write('financing.export', remember)
