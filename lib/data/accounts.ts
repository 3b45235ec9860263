import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { BRINGS_PASSWORD, issuerOf } from '@/lib/domain/administration'
import { ownProof } from '@/lib/domain/own-proof'
import { err, ok } from '@/lib/domain/result'
import type { PreferenceInput } from '@/lib/schemas/account'
import { leavingRefused } from './account-holdings'
import { db, type Tx } from './db'
import { forgetFailures } from './sign-in-throttle'
import { write } from './write'

/** What a sign-in is checked against; null when there is no such account. */
export const findCredentials = (username: string) =>
  db.user.findUnique({
    where: { username },
    select: { id: true, passwordHash: true, mustChangePassword: true, passwordExpiresAt: true, disabledAt: true },
  })

/** Hash of the signed-in account's password, to check the old one before a change. */
export const passwordHashOf = async (actor: Actor): Promise<string> =>
  (await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true } })).passwordHash

/**
 * Stores a new password and ends every other session of the account.
 *
 * Hashes come from lib/auth; nothing readable passes through here.
 */
export const changePassword = write(
  'user.password',
  async (tx, actor, input: { passwordHash: string; sessionId: string }) => {
    const now = new Date()
    await tx.user.update({
      where: { id: actor.userId },
      data: {
        passwordHash: input.passwordHash,
        mustChangePassword: false,
        passwordExpiresAt: null,
        passwordChangedAt: now,
        version: { increment: 1 },
      },
    })
    await tx.session.updateMany({
      where: { userId: actor.userId, revokedAt: null, id: { not: input.sessionId } },
      data: { revokedAt: now },
    })
    return ok({ value: null, subject: actor.userId })
  },
)

/** Language, theme and text size of the account. */
export const changePreference = write('user.preference', async (tx, actor, input: PreferenceInput) => {
  const { locale, theme, textSize } = input
  await tx.user.update({ where: { id: actor.userId }, data: { locale, theme, textSize } })
  return ok({ value: null, subject: actor.userId, detail: { ...input } })
})

/**
 * Corrects one's own telephone number; the audit row says that it changed, and not from what to what.
 *
 * @returns err PROOF_DUE
 * @source 个人信息保护法 46, SECURITY.md 3.3 ASVS 7.5
 */
export const changePhone = write('user.phone', async (tx, actor, input: { phone: string | null }) => {
  const proof = ownProof(actor)
  if (!proof.ok) return proof
  await tx.person.update({
    where: { id: actor.personId },
    data: { phone: input.phone, version: { increment: 1 } },
  })
  return ok({ value: null, subject: actor.personId })
})

/**
 * Disables an account and ends its sessions at once. Who is a live steward must have handed over first.
 *
 * @returns err NOT_FOUND, STEWARD_HAS_PROJECTS with their names, LAST_ADMINISTRATOR
 */
export const disableAccount = write('user.disable', async (tx, actor, input: { userId: string }) => {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${input.userId}::uuid FOR UPDATE`
  const user = await tx.user.findFirst({ where: { id: input.userId, districtId: actor.districtId } })
  if (!user || user.id === actor.userId) return err({ code: 'NOT_FOUND' })
  if (user.disabledAt) return err({ code: 'ACCOUNT_DISABLED' })
  const refusal = await leavingRefused(tx, user.id)
  if (refusal) return err(refusal)
  const now = new Date()
  await tx.user.update({ where: { id: user.id }, data: { disabledAt: now, version: { increment: 1 } } })
  await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: now } })
  return ok({ value: null, subject: user.id, detail: { username: user.username } })
})

/**
 * Ends the lock that wrong passwords have put on an account's name, before its quarter of an hour is over.
 *
 * @returns err NOT_FOUND, NOT_LOCKED
 */
export const unlockAccount = write('user.unlock', async (tx, actor, input: { userId: string }) => {
  const user = await tx.user.findFirst({ where: { id: input.userId, districtId: actor.districtId } })
  if (!user) return err({ code: 'NOT_FOUND' })
  if (!(await forgetFailures(tx, user.username))) return err({ code: 'NOT_LOCKED' })
  return ok({ value: null, subject: user.id, detail: { username: user.username } })
})

/** Hours a one-time password can be used. */
export const ONE_TIME_HOURS = 72

/**
 * Gives an account the one-time password an approved change entitles it to. Until its owner has chosen his own, another one
 * may take its place; only the hash passes through here.
 *
 * @returns err NOT_FOUND, PASSWORD_NOT_DUE, FORBIDDEN when it is the other administrator who hands it out
 * @source SECURITY.md 6.2: initial password single-use, 72 hours
 */
export const issuePassword = write(
  'user.issue',
  async (tx, actor, input: { userId: string; passwordHash: string; now: Date }) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${input.userId}::uuid FOR UPDATE`
    const user = await tx.user.findFirst({
      where: { id: input.userId, districtId: actor.districtId, disabledAt: null },
      include: { person: { select: { name: true } } },
    })
    if (!user || user.id === actor.userId) return err({ code: 'NOT_FOUND' })
    if (issuerOf(user.role) !== actor.role) return err({ code: 'FORBIDDEN', action: 'user.issue' })
    if (!(await passwordDue(tx, user))) return err({ code: 'PASSWORD_NOT_DUE' })
    await tx.user.update({
      where: { id: user.id },
      data: {
        passwordHash: input.passwordHash,
        passwordExpiresAt: new Date(input.now.getTime() + ONE_TIME_HOURS * 3_600_000),
        version: { increment: 1 },
      },
    })
    // Whoever has signed in with the one before is out.
    await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: input.now } })
    return ok({
      value: { username: user.username, name: user.person.name },
      subject: user.id,
      detail: { username: user.username },
    })
  },
)

/** Whether an approved change has entitled the account to a password its owner has not yet replaced. */
export async function passwordDue(
  tx: Tx,
  user: Readonly<{ id: string; mustChangePassword: boolean; passwordChangedAt: Date }>,
): Promise<boolean> {
  if (!user.mustChangePassword) return false
  const entitled = await tx.adminChange.count({
    where: {
      subjectId: user.id,
      state: 'APPROVED',
      kind: { in: [...BRINGS_PASSWORD] },
      decidedAt: { gte: user.passwordChangedAt },
    },
  })
  return entitled > 0
}
