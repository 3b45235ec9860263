import 'server-only'
import type { KeptProject } from '@/lib/domain/ledger-undone'
import { type ImportBatch, type ImportChange, Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'
import { enterpriseColumns } from './enterprise-references'
import { type JsonRow, updateRows } from './ledger-rows'
import type { Undone } from './project-ledger-undo'
import { enterpriseSearchText } from './search-text'

/** Kinds of batch that are taken back here. */
export const REGISTER_BATCHES: ReadonlySet<string> = new Set(['ENTERPRISE_REGISTER', 'PACK_LIST'])

const name = (text: string) => Prisma.raw(`"${text.replaceAll('"', '""')}"`)

/** Of some enterprises those anything of the district refers to by now: they have become more than a line of a ledger. */
async function referredTo(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  for (const { table, column } of await enterpriseColumns(tx)) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT ${name(column)} AS id FROM ${name(table)} WHERE ${name(column)} = ANY(${ids}::uuid[])`
    for (const { id } of rows) used.add(id)
  }
  const credits = await tx.enterpriseCredit.findMany({
    where: { enterpriseId: { in: [...ids] } },
    select: { enterpriseId: true },
  })
  for (const { enterpriseId } of credits) used.add(enterpriseId)
  return used
}

const versionOf = (after: unknown) => (after as Readonly<{ version: number }>).version

async function undoPacks(tx: Tx, changes: readonly ImportChange[]): Promise<Undone> {
  const ids = changes.map(({ rowId }) => rowId).sort()
  await tx.$queryRaw`SELECT 1 FROM "GiftPack" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const packs = await tx.giftPack.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } })
  const now = new Map(packs.map((pack) => [pack.id, pack.version]))
  const there = changes.filter(({ rowId }) => now.has(rowId))
  const gone = there.filter(({ rowId, after }) => now.get(rowId) === versionOf(after)).map(({ rowId }) => rowId)
  const kept = there.map(({ rowId }) => rowId).filter((id) => !gone.includes(id))
  await tx.giftPack.deleteMany({ where: { id: { in: gone } } })
  return { restored: gone.length, removed: gone.length, kept }
}

async function undoEnterprises(tx: Tx, changes: readonly ImportChange[]): Promise<Undone> {
  const ids = changes.map(({ rowId }) => rowId).sort()
  await tx.$queryRaw`SELECT 1 FROM "Enterprise" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const found = await tx.enterprise.findMany({
    where: { id: { in: ids } },
    select: { id: true, version: true, name: true, aliases: true, creditCode: true },
  })
  const now = new Map(found.map((row) => [row.id, row]))
  const made = changes.filter(({ before }) => before === null).map(({ rowId }) => rowId)
  const used = await referredTo(tx, made)
  const [kept, gone]: [string[], string[]] = [[], []]
  const back: { id: string; values: JsonRow }[] = []
  for (const { rowId, before, after } of changes) {
    const row = now.get(rowId)
    if (!row) continue
    if (row.version !== versionOf(after) || used.has(rowId)) kept.push(rowId)
    else if (before === null) gone.push(rowId)
    else {
      const was = before as JsonRow
      const creditCode = 'creditCode' in was ? (was.creditCode as string | null) : row.creditCode
      const searchText = enterpriseSearchText({ name: row.name, aliases: row.aliases, creditCode })
      back.push({ id: rowId, values: { ...was, searchText, version: row.version + 1 } })
    }
  }
  await tx.enterprise.deleteMany({ where: { id: { in: gone } } })
  await updateRows(tx, 'enterprise', back)
  return { restored: gone.length + back.length, removed: gone.length, kept }
}

/**
 * Takes a ledger of enterprises or packs back: what it made goes, what it changed is as before. What somebody has worked on since, or
 * what anything refers to by now, stays as it is.
 */
export const undoRegister = (tx: Tx, batch: ImportBatch & { changes: readonly ImportChange[] }): Promise<Undone> =>
  batch.kind === 'PACK_LIST' ? undoPacks(tx, batch.changes) : undoEnterprises(tx, batch.changes)

/** Names of enterprises a batch touched, or of those its packs went to. */
export async function registerNames(tx: Tx, kind: string, ids: readonly string[]) {
  const where = { id: { in: [...ids] } }
  if (kind !== 'PACK_LIST')
    return tx.enterprise.findMany({ where, select: { id: true, name: true }, orderBy: { name: 'asc' } })
  const packs = await tx.giftPack.findMany({
    where,
    select: { id: true, enterprise: { select: { name: true } } },
    orderBy: { number: 'asc' },
  })
  return packs.map(({ id, enterprise }) => ({ id, name: enterprise.name }))
}

/** Rows an undo had to leave, each with who changed it last since the batch. */
export async function keptRegister(tx: Tx, ids: readonly string[], batch: ImportBatch): Promise<KeptProject[]> {
  const rows = ids.length === 0 ? [] : await registerNames(tx, batch.kind, ids)
  const traces = await tx.auditEntry.findMany({
    where: { subject: { in: [...ids] }, ok: true, at: { gt: batch.at } },
    select: { subject: true, actorName: true, at: true, action: true },
    orderBy: { at: 'asc' },
  })
  const last = new Map(traces.map((trace) => [trace.subject, trace]))
  return rows.map((row) => {
    const trace = last.get(row.id)
    return {
      ...row,
      by: trace?.actorName ?? null,
      at: trace?.at.toISOString() ?? null,
      action: trace?.action ?? null,
    }
  })
}
