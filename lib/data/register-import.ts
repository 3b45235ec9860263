import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { LedgerMend } from '@/lib/domain/ledger-mend'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import type { RegisterLedger } from '@/lib/domain/register/ledger'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db, type Tx } from './db'
import { newId } from './ledger-id'
import { fromColumn, insertRows, type JsonRow } from './ledger-rows'
import { freshCode, nextOf } from './pack-writes'
import { decideRegister, type PlannedRegister, registerReport } from './register-decide'
import { enterpriseSearchText } from './search-text'

/** A ledger of the register to import, and the file it came from. */
export type RegisterInput = Readonly<{
  ledger: RegisterLedger
  mends: readonly LedgerMend[]
  fileName: string
  sha256: string
}>

/** What importing a ledger of enterprises or packs would do, row by row, without doing it 预览. */
export async function previewRegister(actor: Actor, ledger: RegisterLedger): Promise<LedgerReport> {
  return registerReport(ledger, await decideRegister(db, actor, ledger), null)
}

type Change = Readonly<{ model: 'enterprise' | 'giftPack'; rowId: string; before: JsonRow | null; after: JsonRow }>

async function writeEnterprise(tx: Tx, districtId: string, { row, known, data }: PlannedRegister): Promise<Change> {
  if (!known) {
    const { name, creditCode } = row
    const searchText = enterpriseSearchText({ name, aliases: [], creditCode })
    const made = await tx.enterprise.create({
      data: { ...(data as Prisma.EnterpriseUncheckedCreateInput), id: newId(), districtId, name, searchText },
      select: { id: true, version: true },
    })
    return { model: 'enterprise', rowId: made.id, before: null, after: { version: made.version, name } }
  }
  const before = Object.fromEntries(
    Object.keys(data).map((field) => [field, fromColumn(known[field as keyof typeof known])]),
  )
  const creditCode = typeof data.creditCode === 'string' ? data.creditCode : known.creditCode
  const { version } = await tx.enterprise.update({
    where: { id: known.id },
    data: {
      ...data,
      searchText: enterpriseSearchText({ name: known.name, aliases: known.aliases, creditCode }),
      version: { increment: 1 },
    },
    select: { version: true },
  })
  return { model: 'enterprise', rowId: known.id, before, after: { version, name: known.name } }
}

async function writePacks(tx: Tx, actor: Actor, good: readonly PlannedRegister[]): Promise<Change[]> {
  const { districtId, personId } = actor
  const first = await nextOf(tx, districtId, 'giftPack')
  const changes: Change[] = []
  for (const { row, known, batch } of good) {
    if (!known || !batch || !row.pack.on) continue
    const pack = await tx.giftPack.create({
      data: {
        id: newId(),
        districtId,
        number: first + changes.length,
        batchId: batch.id,
        enterpriseId: known.id,
        channel: row.pack.channel,
        contents: [...batch.contents],
        on: toDb(row.pack.on),
        byId: personId,
        note: row.pack.note,
        code: await freshCode(tx, districtId),
      },
      select: { id: true, version: true },
    })
    changes.push({
      model: 'giftPack',
      rowId: pack.id,
      before: null,
      after: { version: pack.version, name: known.name },
    })
  }
  return changes
}

/**
 * Writes the good rows of a ledger of enterprises or packs as one batch, inside the transaction of whoever confirms it. The stock of a
 * batch never goes below nothing: its batches are locked first.
 *
 * @returns the report, its `batchId` null when there was nothing to write
 */
export async function runRegisterImport(tx: Tx, actor: Actor, input: RegisterInput, id: string): Promise<LedgerReport> {
  const { ledger, fileName, sha256, mends } = input
  const { districtId } = actor
  if (ledger.kind === 'PACK')
    await tx.$queryRaw`SELECT 1 FROM "PackBatch" WHERE "districtId" = ${districtId}::uuid ORDER BY id FOR UPDATE`
  const planned = await decideRegister(tx, actor, ledger)
  const good = planned.filter(({ verdict }) => verdict === 'new' || verdict === 'changed')
  const report = registerReport(ledger, planned, good.length === 0 ? null : id)
  if (good.length === 0) return report
  const changes: Change[] = []
  if (ledger.kind === 'PACK') changes.push(...(await writePacks(tx, actor, good)))
  else for (const one of good) changes.push(await writeEnterprise(tx, districtId, one))
  const { rows, created, changed, unchanged, rejected } = report
  await tx.importBatch.create({
    data: {
      id,
      districtId,
      kind: ledger.kind === 'PACK' ? 'PACK_LIST' : 'ENTERPRISE_REGISTER',
      fileName,
      sha256,
      summary: { rows, created, changed, unchanged, rejected, mends: mends as unknown as Prisma.InputJsonValue },
      actorId: actor.userId,
    },
  })
  await insertRows(
    tx,
    'importChange',
    changes.map((change, seq) => ({ id: newId(), batchId: id, seq, ...change })),
  )
  return report
}
