import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok } from '@/lib/domain/result'
import { SEES_REPORTS } from '@/lib/domain/sight'
import type { KeyChangeInput, KeyMakeInput, WrappedKey } from '@/lib/schemas/sealed-report'
import { dayOrNull, fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { namesOfUsers } from './user-names'
import { write } from './write'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/**
 * The keys of the commission 检举密钥, the newest first: every secret under its passphrase, as a browser of the commission needs
 * it. Nobody else gets any.
 */
export async function loadReportKeys(actor: Actor): Promise<readonly WrappedKey[]> {
  if (!SEES_REPORTS.has(actor.role)) return []
  const keys = await db.reportKey.findMany({
    where: { districtId: actor.districtId },
    orderBy: { number: 'desc' },
    include: { _count: { select: { reports: true } } },
  })
  const names = await namesOfUsers(keys.map(({ madeById }) => madeById))
  return keys.map((key) => ({
    id: key.id,
    version: key.version,
    number: key.number,
    publicKey: base64(key.publicKey),
    wrapped: base64(key.wrapped),
    salt: base64(key.salt),
    ops: key.ops,
    memory: key.memory,
    before: key.before && base64(key.before),
    madeOn: fromDb(key.madeOn),
    madeBy: names.get(key.madeById) ?? '',
    changedOn: dayOrNull(key.changedOn),
    retiredOn: dayOrNull(key.retiredOn),
    reports: key._count.reports,
  }))
}

/** The key reports are sealed to now; null while the commission has none. */
export const liveReportKey = (tx: Tx, districtId: string) =>
  tx.reportKey.findFirst({ where: { districtId, retiredOn: null }, select: { id: true, publicKey: true } })

/**
 * Takes in a key the commission's browser has made: the first one, or the one that follows 更换密钥. From here on reports are
 * sealed to it; what was sealed before stays with the key it was sealed to.
 *
 * @returns err REPORT_KEY_NEWER where another of the commission made one meanwhile
 */
export const makeReportKey = write('reportKey.make', async (tx, actor, input: KeyMakeInput, today) => {
  // One at a time, so that none of two is lost.
  await tx.$queryRaw`SELECT 1 FROM "District" WHERE id = ${actor.districtId}::uuid FOR UPDATE`
  const live = await tx.reportKey.findFirst({ where: { districtId: actor.districtId, retiredOn: null } })
  if ((live?.number ?? 0) !== input.after) return err({ code: 'REPORT_KEY_NEWER' })
  if (live) {
    const data = { retiredOn: toDb(today), version: { increment: 1 } }
    await tx.reportKey.update({ where: { id: live.id }, data })
  }
  const { after, before, ...made } = input
  const key = await tx.reportKey.create({
    data: {
      ...made,
      before: before ?? null,
      districtId: actor.districtId,
      number: after + 1,
      madeOn: toDb(today),
      madeById: actor.userId,
    },
  })
  return ok({ value: { keyId: key.id }, subject: key.id, detail: { number: key.number } })
})

/**
 * Puts a key under another passphrase 更换口令: somebody knew the one before, or two shares have opened it because nobody did.
 *
 * @returns err NOT_FOUND; CONFLICT where somebody changed it meanwhile
 */
export const changePassphrase = write('reportKey.change', async (tx, actor, input: KeyChangeInput, today) => {
  const { keyId, version, ...wrapping } = input
  const key = await tx.reportKey.findFirst({ where: { id: keyId, districtId: actor.districtId } })
  if (!key) return err({ code: 'NOT_FOUND' })
  const { count } = await tx.reportKey.updateMany({
    where: { id: key.id, version },
    data: { ...wrapping, changedOn: toDb(today), version: { increment: 1 } },
  })
  if (count === 0) return err({ code: 'CONFLICT', version: key.version })
  return ok({ value: { keyId: key.id }, subject: key.id, detail: { number: key.number } })
})
