import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/domain/access'
import { type AuditFlaw, type AuditLine, sealFlaws, unfitLines } from '@/lib/domain/audit-flaw'
import { ok } from '@/lib/domain/result'
import type { AuditCheckRow, SlipDoubt } from '@/lib/schemas/audit-check'
import { GENESIS, rangeHash } from './audit-seal'
import { db, type Tx } from './db'
import { doubtfulSupervisions } from './supervision-doubts'
import { namesOfUsers } from './user-names'
import { write } from './write'

/** Seals read at a time, and entries no seal covers. */
const SEALS = 100
const ENTRIES = 5_000
/** Flaws a check remembers by name; the rest it counts. */
const NAMED = 50

type Line = Readonly<{ id: bigint; line: string | null; digest: string | null }>
type Seal = Readonly<{ id: number; fromId: bigint; toId: bigint; count: number; previous: string; hash: string }>

/** Entries of a range beside what was written of them when they were entered; one that is missing on a side is there too. */
const readLines = (after: bigint, upTo: bigint) => db.$queryRaw<Line[]>`
  SELECT coalesce(e."id", d."entryId") AS id, e.line, encode(d."digest", 'hex') AS digest
  FROM (
    SELECT "id", jsonb_build_array("id", extract(epoch FROM "at"), "districtId", "actorId", "actorName", "actorRole",
      "action", "subject", "projectId", "ok", "code", "detail", "address")::text AS line
    FROM "AuditEntry" WHERE "id" > ${after} AND "id" <= ${upTo}) e
  FULL JOIN (SELECT "entryId", "digest" FROM "AuditDigest" WHERE "entryId" > ${after} AND "entryId" <= ${upTo}) d
    ON d."entryId" = e."id"
  ORDER BY 1`

const linesOf = (lines: readonly Line[]): AuditLine[] =>
  lines.map(({ id, line, digest }) => ({
    id: String(id),
    is: line === null ? null : createHash('sha256').update(line).digest('hex'),
    was: digest,
  }))

/** Whether the entries of a seal hash to what it says; its own columns about them count as well. */
function fits(seal: Seal, lines: readonly Line[]): boolean {
  const there = lines.flatMap(({ line }) => (line === null ? [] : [{ line }]))
  const first = lines.find(({ line }) => line !== null)
  return seal.count === there.length && seal.fromId === first?.id && seal.hash === rangeHash(seal.previous, there)
}

/** How much of the log was looked at. */
export type AuditTally = { entries: number; unsealed: number; seals: number }

/**
 * Walks through the whole log: every entry against what was written of it when it was entered, every seal against its entries,
 * and the chain of the seals.
 *
 * Reads only. An entry that comes in meanwhile is looked at or not, never half.
 *
 * @param tally counts what was looked at
 * @returns each row that does not fit, as it is found
 * @source GB/T 22239-2019 8.1.4 安全审计
 */
export async function* auditFlaws(
  tally: AuditTally = { entries: 0, unsealed: 0, seals: 0 },
): AsyncGenerator<AuditFlaw> {
  const settled = await lastEntryId()
  let before: Readonly<{ hash: string; fits: boolean; toId: bigint }> = { hash: GENESIS, fits: true, toId: 0n }
  for (let after = 0; ; ) {
    const seals = await db.auditSeal.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: SEALS + 1 })
    for (const [i, seal] of seals.slice(0, SEALS).entries()) {
      const lines = await readLines(before.toId, seal.toId)
      const next = seals[i + 1]
      const fit = fits(seal, lines)
      tally.seals += 1
      tally.entries += lines.length
      yield* sealFlaws({
        id: String(seal.id),
        range: { from: String(seal.fromId), to: String(seal.toId) },
        follows: seal.previous === before.hash,
        followed: next === undefined || next.previous === seal.hash,
        afterFit: before.fits,
        fits: fit,
        lines: linesOf(lines),
      })
      before = { hash: seal.hash, fits: fit, toId: seal.toId > before.toId ? seal.toId : before.toId }
      after = seal.id
    }
    if (seals.length <= SEALS) break
  }
  for (let from = before.toId; from < settled; ) {
    const upTo = from + BigInt(ENTRIES)
    const lines = await readLines(from, upTo < settled ? upTo : settled)
    tally.entries += lines.length
    tally.unsealed += lines.length
    yield* unfitLines(linesOf(lines))
    from = upTo
  }
}

/** The highest number there is an entry of, or something was written of. */
async function lastEntryId(): Promise<bigint> {
  const [last] = await db.$queryRaw<{ id: bigint }[]>`
    SELECT greatest((SELECT max("id") FROM "AuditEntry"), (SELECT max("entryId") FROM "AuditDigest"), 0) AS id`
  return last?.id ?? 0n
}

async function check(tx: Tx, byId: string | null) {
  const tally = { entries: 0, unsealed: 0, seals: 0 }
  const flaws: AuditFlaw[] = []
  let flawCount = 0
  for await (const flaw of auditFlaws(tally)) {
    flawCount += 1
    if (flaws.length < NAMED) flaws.push(flaw)
  }
  const slips: SlipDoubt[] = []
  let slipCount = 0
  for await (const { subject, found } of doubtfulSupervisions()) {
    slipCount += 1
    if (slips.length < NAMED) slips.push({ subject, found })
  }
  const data = { byId, ...tally, flawCount, flaws, slipCount, slips: [...slips] }
  const { id } = await tx.auditCheck.create({ data, select: { id: true } })
  return { id, ...tally, flawCount, slipCount }
}

/** Checks the log, and the slips it tells of, as a job does, and remembers what was found. */
export const checkAudit = () => check(db, null)

/**
 * Checks the log because an auditor asks 核对日志, and remembers what was found; that he asked is an entry itself.
 *
 * @returns err FORBIDDEN for everybody but auditors
 */
export const checkAuditNow = write(
  'audit.check',
  async (tx, actor, _input: object) => {
    const found = await check(tx, actor.userId)
    return ok({
      value: { flaws: found.flawCount + found.slipCount },
      subject: actor.districtId,
      detail: { count: found.entries, flaws: found.flawCount, slips: found.slipCount },
    })
  },
  { size: 'bulk' },
)

/** Checks of the log, the latest first; they are the deployment's, and name numbers of entries alone. */
export async function listAuditChecks({ districtId }: Actor, most: number): Promise<AuditCheckRow[]> {
  const checks = await db.auditCheck.findMany({ orderBy: { id: 'desc' }, take: most })
  const found = checks.map((check) => check.flaws as unknown as readonly AuditFlaw[])
  const entries = found.flat().flatMap(({ kind, id }) => (OF_ENTRY.has(kind) ? [BigInt(id)] : []))
  const [who, own] = await Promise.all([
    namesOfUsers(checks.map(({ byId }) => byId)),
    db.auditEntry.findMany({ where: { districtId, id: { in: entries } }, select: { id: true } }),
  ])
  const opens = new Set(own.map(({ id }) => String(id)))
  return checks.map(({ byId, ...row }, i) => ({
    ...row,
    by: byId ? (who.get(byId) ?? null) : null,
    slips: row.slips as unknown as readonly SlipDoubt[],
    bad: row.flawCount + row.slipCount,
    flaws: (found[i] ?? []).map((flaw) => ({ ...flaw, opens: OF_ENTRY.has(flaw.kind) && opens.has(flaw.id) })),
  }))
}
const OF_ENTRY: ReadonlySet<AuditFlaw['kind']> = new Set(['ENTRY_CHANGED', 'ENTRY_ADDED', 'DIGEST_CHANGED'])

export type EntrySeal = Readonly<{
  /** CHANGED: this very entry; BROKEN: others under its seal, or the seal. */
  state: 'OPEN' | 'SEALED' | 'CHANGED' | 'BROKEN'
  sealedAt: Date | null
  /** What else does not fit under the same seal. */
  flaws: readonly AuditFlaw[]
}>

/**
 * Whether an entry is what it was when it was entered, whether it stands under a seal, and whether that seal still fits. Its
 * place in the whole chain is looked at by `auditFlaws`.
 */
export async function sealOfEntry(id: bigint): Promise<EntrySeal> {
  const seal = await db.auditSeal.findFirst({ where: { fromId: { lte: id }, toId: { gte: id } } })
  if (!seal) {
    const flaws = unfitLines(linesOf(await readLines(id - 1n, id)))
    return { state: flaws.length > 0 ? 'CHANGED' : 'OPEN', sealedAt: null, flaws }
  }
  const before = await db.auditSeal.findFirst({ where: { id: { lt: seal.id } }, orderBy: { id: 'desc' } })
  const lines = await readLines(before?.toId ?? 0n, seal.toId)
  const flaws = sealFlaws({
    id: String(seal.id),
    range: { from: String(seal.fromId), to: String(seal.toId) },
    follows: seal.previous === (before?.hash ?? GENESIS),
    followed: true,
    afterFit: true,
    fits: fits(seal, lines),
    lines: linesOf(lines),
  })
  const own = flaws.some((flaw) => flaw.id === String(id) && flaw.kind === 'ENTRY_CHANGED')
  const state = own ? 'CHANGED' : flaws.length > 0 ? 'BROKEN' : 'SEALED'
  return { state, sealedAt: seal.sealedAt, flaws }
}
