import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok } from '@/lib/domain/result'
import type { PreferenceInput } from '@/lib/schemas/account'
import { db } from './db'
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
 * @source 个人信息保护法 46
 */
export const changePhone = write('user.phone', async (tx, actor, input: { phone: string | null }) => {
  await tx.person.update({
    where: { id: actor.personId },
    data: { phone: input.phone, version: { increment: 1 } },
  })
  return ok({ value: null, subject: actor.personId })
})

/**
 * Disables an account and ends its sessions at once. Who is a live steward must have handed over first.
 *
 * @returns err NOT_FOUND, STEWARD_HAS_PROJECTS with how many
 */
export const disableAccount = write('user.disable', async (tx, actor, input: { userId: string }) => {
  const user = await tx.user.findFirst({ where: { id: input.userId, districtId: actor.districtId } })
  if (!user || user.id === actor.userId) return err({ code: 'NOT_FOUND' })
  const count = await tx.stewardAssignment.count({ where: { personId: user.personId, toOn: null } })
  if (count > 0) return err({ code: 'STEWARD_HAS_PROJECTS', count })
  const now = new Date()
  await tx.user.update({ where: { id: user.id }, data: { disabledAt: now, version: { increment: 1 } } })
  await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: now } })
  return ok({ value: null, subject: user.id, detail: { username: user.username } })
})

/** Accounts of the actor's district, for the system administrator: who they are, never what they see. */
export async function listAccounts(actor: Actor) {
  const users = await db.user.findMany({
    where: { districtId: actor.districtId },
    select: {
      id: true,
      username: true,
      role: true,
      disabledAt: true,
      org: { select: { shortName: true } },
      enterprise: { select: { name: true } },
      person: { select: { name: true, _count: { select: { stewardships: { where: { toOn: null } } } } } },
    },
    orderBy: [{ role: 'asc' }, { username: 'asc' }],
  })
  return users.map((u) => ({
    id: u.id,
    username: u.username,
    name: u.person.name,
    role: u.role,
    unit: u.org?.shortName ?? u.enterprise?.name ?? null,
    projects: u.person._count.stewardships,
    disabled: u.disabledAt !== null,
  }))
}
