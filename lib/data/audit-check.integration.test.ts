import { beforeAll, beforeEach, expect, test } from 'vitest'
import { appendAudit } from './audit'
import { auditFlaws, checkAuditNow, listAuditChecks, sealOfEntry } from './audit-check'
import { sealAudit } from './audit-seal'
import { toDb } from './date'
import { db, type Tx } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'

let d: TestDistrict
const ids: bigint[] = []
beforeAll(async () => {
  d = await makeDistrict()
})

/** As somebody does who owns the database: past every trigger. */
const sabotage = (work: (tx: Tx) => Promise<unknown>) =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await work(tx)
  })
const flaws = async () => {
  const found: string[] = []
  for await (const { kind, id } of auditFlaws()) found.push(`${kind} ${id}`)
  return found
}
/** Enters some rows and hands back their numbers. */
async function enter(n: number): Promise<bigint[]> {
  const before = (await db.auditEntry.aggregate({ _max: { id: true } }))._max.id ?? 0n
  for (let i = 0; i < n; i += 1)
    await db.$transaction((tx) => appendAudit(tx, { actor: d.office, action: 'probe', ok: true, detail: { i } }))
  const rows = await db.auditEntry.findMany({
    where: { id: { gt: before } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

beforeEach(async () => {
  ids.splice(0, ids.length, ...(await enter(3)))
})

/** Tries something on the log, looks, and puts everything back. */
async function tried(work: (tx: Tx) => Promise<unknown>, back: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  expect(await flaws()).toEqual([])
  await sabotage(work)
  const found = await flaws()
  await sabotage(back)
  expect(await flaws()).toEqual([])
  return found
}
const rename = (id: bigint, to: string) => (tx: Tx) => tx.auditEntry.update({ where: { id }, data: { actorName: to } })
/** Name of whoever writes in the tests. */
const nameOf = async (id: bigint) => (await db.auditEntry.findUniqueOrThrow({ where: { id } })).actorName

test.each(['not sealed yet', 'sealed'] as const)('one changed byte names its row: %s', async (when) => {
  if (when === 'sealed') await sealAudit()
  const [first = 0n, second = 0n] = ids
  const name = await nameOf(second)
  expect(await tried(rename(second, `${name}。`), rename(second, name))).toEqual([`ENTRY_CHANGED ${second}`])
  const at = (await db.auditEntry.findUniqueOrThrow({ where: { id: second } })).at
  const [exact] = await db.$queryRaw<{ at: string }[]>`SELECT "at"::text AS at FROM "AuditEntry" WHERE "id" = ${second}`
  expect(
    await tried(
      (tx) => tx.auditEntry.update({ where: { id: second }, data: { at: new Date(at.getTime() - 60_000) } }),
      (tx) => tx.$executeRaw`UPDATE "AuditEntry" SET "at" = ${exact?.at}::timestamptz WHERE "id" = ${second}`,
    ),
  ).toEqual([`ENTRY_CHANGED ${second}`])
  // Two rows at once are two rows.
  expect(
    await tried(
      async (tx) => [await rename(first, '某人')(tx), await rename(second, '某人')(tx)],
      async (tx) => [await rename(first, name)(tx), await rename(second, name)(tx)],
    ),
  ).toEqual([`ENTRY_CHANGED ${first}`, `ENTRY_CHANGED ${second}`])
})

test('an entry that is taken out or slipped in is named', async () => {
  await sealAudit()
  const [, second = 0n] = ids
  await db.$executeRaw`CREATE TABLE kept AS SELECT * FROM "AuditEntry" WHERE "id" = ${second}`
  expect(
    await tried(
      (tx) => tx.auditEntry.delete({ where: { id: second } }),
      (tx) => tx.$executeRaw`INSERT INTO "AuditEntry" SELECT * FROM kept`,
    ),
  ).toEqual([`ENTRY_REMOVED ${second}`])
  await db.$executeRaw`DROP TABLE kept`
  // A sequence leaves gaps: a number nobody has is where somebody would hide.
  const hole = 10_000_000n
  expect(
    await tried(
      (tx) =>
        tx.auditEntry.create({
          data: { id: hole, actorName: '某人', actorRole: 'OFFICE', action: 'forged', ok: true },
        }),
      (tx) => tx.auditEntry.delete({ where: { id: hole } }),
    ),
  ).toEqual([`ENTRY_ADDED ${hole}`])
})

test('whoever changes what was written of an entry, a seal, or an entry with its digest, is found as well', async () => {
  await sealAudit()
  const second = ids[1] ?? 0n
  const seal = await db.auditSeal.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const { digest } = await db.auditDigest.findUniqueOrThrow({ where: { entryId: second } })
  const write = (bytes: Uint8Array<ArrayBuffer>) => (tx: Tx) =>
    tx.auditDigest.update({ where: { entryId: second }, data: { digest: bytes } })
  const other = Uint8Array.from(digest, (byte, i) => (i === 0 ? byte ^ 1 : byte))
  expect(await tried(write(other), write(Uint8Array.from(digest)))).toEqual([`DIGEST_CHANGED ${second}`])
  await enter(1)
  await sealAudit()
  const hash = (to: string) => (tx: Tx) => tx.auditSeal.update({ where: { id: seal.id }, data: { hash: to } })
  expect(await tried(hash('0'.repeat(64)), hash(seal.hash))).toEqual([`SEAL_CHANGED ${seal.id}`])
  const name = await nameOf(second)
  const both = (to: string) => async (tx: Tx) => {
    await rename(second, to)(tx)
    await tx.$executeRaw`
      UPDATE "AuditDigest" d SET "digest" = sha256(convert_to(jsonb_build_array(e."id", extract(epoch FROM e."at"),
        e."districtId", e."actorId", e."actorName", e."actorRole", e."action", e."subject", e."projectId", e."ok", e."code",
        e."detail", e."address")::text, 'UTF8'))
      FROM "AuditEntry" e WHERE e."id" = d."entryId" AND e."id" = ${second}`
  }
  expect(await tried(both('某人'), both(name))).toEqual([`RANGE_CHANGED ${seal.id}`])
})

test('the log takes no change from the product itself', async () => {
  const id = ids[0] ?? 0n
  await expect(rename(id, '某人')(db)).rejects.toThrow(/append-only/)
  await expect(db.auditDigest.delete({ where: { entryId: id } })).rejects.toThrow(/append-only/)
})

test('the auditor reads of slips that are not what the log says, as the command line does', async () => {
  const check = async () => {
    expect(await checkAuditNow(d.auditor, {}, { today: START })).toMatchObject({ ok: true })
    const [last] = await listAuditChecks(d.auditor, 1)
    return last
  }
  expect(await check()).toMatchObject({ slipCount: 0, slips: [], bad: 0 })
  const forged = {
    districtId: d.districtId,
    number: 2,
    source: 'PROCEDURE',
    procedureId: d.first.id,
    projectId: d.projectId,
    toOrgId: d.first.agencyId ?? '',
    matter: '—',
    demand: '—',
    issuedOn: toDb(START),
    dueOn: toDb(START),
    issuedById: d.office.personId,
  } as const
  let id = ''
  await sabotage(async (tx) => {
    id = (await tx.supervisionSlip.create({ data: forged })).id
  })
  const found = await check()
  expect(found?.slips).toContainEqual({ subject: `district ${d.districtId}`, found: 'slip 1 is missing' })
  expect(found?.bad).toBe(found?.slipCount)
  await sabotage((tx) => tx.supervisionSlip.delete({ where: { id } }))
  expect(await check()).toMatchObject({ slipCount: 0, bad: 0 })
})

test('the auditor checks, reads what was found, and opens an entry of his district', async () => {
  await sealAudit()
  const check = () => checkAuditNow(d.auditor, {}, { today: START })
  expect(await check()).toMatchObject({ ok: true, value: { flaws: 0 } })
  const second = ids[1] ?? 0n
  const name = await nameOf(second)
  await sabotage(rename(second, '某人'))
  expect(await check()).toMatchObject({ ok: true, value: { flaws: 1 } })
  expect(await listAuditChecks(d.auditor, 2)).toMatchObject([
    { flawCount: 1, by: '审计员', flaws: [{ kind: 'ENTRY_CHANGED', id: String(second), opens: true }] },
    { flawCount: 0, flaws: [] },
  ])
  const away = await makeDistrict()
  expect((await listAuditChecks(away.auditor, 1))[0]?.flaws).toMatchObject([{ opens: false }])
  expect((await sealOfEntry(second)).state).toBe('CHANGED')
  expect(await sealOfEntry(ids[0] ?? 0n)).toMatchObject({ state: 'BROKEN', flaws: [{ id: String(second) }] })
  await sabotage(rename(second, name))
  expect((await sealOfEntry(second)).state).toBe('SEALED')
  expect(await checkAuditNow(d.office, {}, { today: START })).toMatchObject({ error: { code: 'FORBIDDEN' } })
})
