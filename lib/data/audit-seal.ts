import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import { db, type Tx } from './db'

/** What the first seal follows. */
export const GENESIS = '0'.repeat(64)
/** Entries under one seal. */
const RANGE = 1_000

export type Seal = Readonly<{ id: number; fromId: bigint; toId: bigint; count: number; previous: string; hash: string }>

/** Entries of a range in one canonical text each; the order of keys and the session's time zone play no part. */
const readRange = (tx: Tx, after: bigint, upTo: bigint) => tx.$queryRaw<{ id: bigint; line: string }[]>`
  SELECT "id", jsonb_build_array("id", extract(epoch FROM "at"), "districtId", "actorId", "actorName", "actorRole",
    "action", "subject", "projectId", "ok", "code", "detail", "address")::text AS line
  FROM "AuditEntry" WHERE "id" > ${after} AND "id" <= ${upTo} ORDER BY "id" LIMIT ${RANGE}`

/** Hash of a range: SHA-256 over the hash before it and the lines, each ended by a line feed. */
export function rangeHash(previous: string, lines: readonly { line: string }[]): string {
  const hash: Hash = createHash('sha256').update(`${previous}\n`)
  for (const { line } of lines) hash.update(`${line}\n`)
  return hash.digest('hex')
}

/** Highest entry that can be sealed: under this lock no smaller number is still on its way in. */
async function settledId(): Promise<bigint> {
  return db.$transaction(async (tx) => {
    // A long transaction is not waited for: the next run comes anyway, and writers must not queue behind us.
    await tx.$executeRaw`SET LOCAL lock_timeout = '2s'`
    await tx.$executeRaw`LOCK TABLE "AuditEntry" IN SHARE MODE`
    const rows = await tx.$queryRaw<{ id: bigint }[]>`SELECT coalesce(max("id"), 0) AS id FROM "AuditEntry"`
    return rows[0]?.id ?? 0n
  })
}

/**
 * Seals what the audit log has gained since the last seal: a hash chain 链式校验 over ranges of entries.
 *
 * @returns how many entries were sealed
 * @throws when the table stayed locked for two seconds; nothing is sealed then
 * @source GB/T 22239-2019 8.1.4 安全审计
 */
export async function sealAudit(): Promise<number> {
  const upTo = await settledId()
  let sealed = 0
  for (;;) {
    const count = await db.$transaction(async (tx) => {
      // One sealer at a time; the lock ends with the transaction.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(7432)::text`
      const last = await tx.auditSeal.findFirst({ orderBy: { id: 'desc' } })
      const lines = await readRange(tx, last?.toId ?? 0n, upTo)
      const [first, final] = [lines[0], lines.at(-1)]
      if (!first || !final) return 0
      const previous = last?.hash ?? GENESIS
      const hash = rangeHash(previous, lines)
      await tx.auditSeal.create({ data: { fromId: first.id, toId: final.id, count: lines.length, previous, hash } })
      return lines.length
    })
    if (count === 0) return sealed
    sealed += count
  }
}
