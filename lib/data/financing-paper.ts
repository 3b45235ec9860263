import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { addMonths, earliest } from '@/lib/domain/plain-date'
import { err, gathered, ok } from '@/lib/domain/result'
import type { NeedBankInput, PaperConsentInput } from '@/lib/schemas/financing'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db, type Tx } from './db'
import { bankOf, CONSENT_MONTHS, lockNeed, recordStep } from './financing-writes'
import { storeFile } from './stored-files'
import { write } from './write'

/** Accounts that can give an enterprise's word themselves. */
const speaks = (enterpriseId: string) =>
  ({ enterpriseId, role: 'CONTACT', disabledAt: null }) satisfies Prisma.UserWhereInput

/** Whether nobody of an enterprise can sign in: then, and only then, a paper stands for its word. */
export const hasNoAccount = async (tx: Tx, enterpriseId: string): Promise<boolean> =>
  (await tx.user.count({ where: speaks(enterpriseId) })) === 0

/**
 * Keeps the paper by which an enterprise without an account lets one bank see one need 登记纸质授权书: from today until the day it
 * says, a year after it was signed at the latest. It is shown as what it is, and can be taken back.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINANCING_HAS_ACCOUNT, FINANCING_WITHDRAWN, FINANCING_BANK_MISSING,
 *          FINANCING_SIGNED_LATER, FINANCING_CONSENT_PAST, FINANCING_PAPER_LONG
 */
export const keepPaper = write('financing.paper', async (tx, actor, input: PaperConsentInput, today) => {
  const locked = await lockNeed(tx, actor, 'financing.paper', input.needId, input.version, today)
  if (!locked.ok) return locked
  const need = locked.value
  if (need.state === 'WITHDRAWN') return err({ code: 'FINANCING_WITHDRAWN' })
  if (!(await hasNoAccount(tx, need.enterpriseId))) return err({ code: 'FINANCING_HAS_ACCOUNT' })
  const bank = await bankOf(tx, actor.districtId, input.bankId)
  if (!bank.ok) return bank
  const { signedOn, expiresOn } = input
  const latest = addMonths(earliest(signedOn, today), CONSENT_MONTHS)
  const wrong = gathered(
    signedOn > today ? { code: 'FINANCING_SIGNED_LATER', field: 'signedOn', today } : null,
    expiresOn < today ? { code: 'FINANCING_CONSENT_PAST', field: 'expiresOn', today } : null,
    expiresOn > latest ? { code: 'FINANCING_PAPER_LONG', field: 'expiresOn', latest } : null,
  )
  if (wrong) return err(wrong)
  const { id: bankId, shortName } = bank.value
  const day = toDb(today)
  await tx.financingConsent.updateMany({
    where: { needId: need.id, bankId, withdrawnOn: null },
    data: { withdrawnOn: day },
  })
  const consent = await tx.financingConsent.create({
    data: {
      needId: need.id,
      bankId,
      fromOn: day,
      expiresOn: toDb(expiresOn),
      signedOn: toDb(signedOn),
      paperName: input.name,
      paperType: input.type,
      paperHash: await storeFile(tx, input.bytes),
      givenById: actor.personId,
    },
  })
  await recordStep(tx, actor, need, { kind: 'CONSENT', to: need.state, on: today, bankId, until: expiresOn })
  return ok({
    value: { needId: need.id, consentId: consent.id },
    subject: need.id,
    projectId: need.projectId ?? undefined,
    detail: { number: need.number, name: shortName, after: expiresOn, fileName: input.name },
  })
})

/**
 * Takes back, at the enterprise's word, what a paper of it had allowed 收回纸质授权: the bank's next request shows nothing.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINANCING_NO_PAPER
 */
export const takePaperBack = write('financing.paperBack', async (tx, actor, input: NeedBankInput, today) => {
  const locked = await lockNeed(tx, actor, 'financing.paperBack', input.needId, input.version, today)
  if (!locked.ok) return locked
  const need = locked.value
  const { count } = await tx.financingConsent.updateMany({
    where: { needId: need.id, bankId: input.bankId, withdrawnOn: null, paperHash: { not: null } },
    data: { withdrawnOn: toDb(today) },
  })
  if (count === 0) return err({ code: 'FINANCING_NO_PAPER' })
  const bank = await tx.org.findUniqueOrThrow({ where: { id: input.bankId }, select: { shortName: true } })
  await recordStep(tx, actor, need, { kind: 'REVOKE', to: need.state, on: today, bankId: input.bankId })
  return ok({
    value: { needId: need.id },
    subject: need.id,
    projectId: need.projectId ?? undefined,
    detail: { number: need.number, name: bank.shortName },
  })
})

/** Papers the actor may take along: the office all of the district, an enterprise its own; no bank sees them. */
const readable = (actor: Actor): Prisma.FinancingConsentWhereInput => ({
  paperHash: { not: null },
  need: {
    districtId: actor.districtId,
    ...(actor.role === 'OFFICE' ? {} : { enterpriseId: actor.enterpriseId ?? actor.districtId }),
  },
})

/** Notes that the actor takes a signed consent along, and says what it is. @returns err NOT_FOUND */
export const openPaper = write('financing.readPaper', async (tx, actor, input: Readonly<{ consentId: string }>) => {
  const row = await tx.financingConsent.findFirst({
    where: { AND: [{ id: input.consentId }, readable(actor)] },
    select: { needId: true, paperName: true, paperType: true, paperHash: true, need: { select: { number: true } } },
  })
  const { paperName: name, paperType: type, paperHash: sha256 } = row ?? {}
  if (!row || !name || !type || !sha256) return err({ code: 'NOT_FOUND' })
  return ok({
    value: { name, type, sha256 },
    subject: row.needId,
    detail: { number: row.need.number, fileName: name },
  })
})

/** The bytes of a signed consent the actor may see; null when there are none. */
export async function readPaper(actor: Actor, consentId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db.financingConsent.findFirst({
    where: { AND: [{ id: consentId }, readable(actor)] },
    select: { paper: { select: { bytes: true } } },
  })
  return row?.paper?.bytes ?? null
}
