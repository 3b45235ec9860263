import 'server-only'
import { ADMINISTRATORS, type Administrator } from '@/lib/domain/administration'
import { err, ok, type Result } from '@/lib/domain/result'
import { db, type Tx } from './db'
import { orgSearchText, personSearchText } from './search-text'
import { forgetFactor, hasFactor } from './second-factor'

export type FirstAccount = Readonly<{ role: Administrator; username: string; name: string; passwordHash: string }>

/** What nobody who is signed in does is told under this name. */
const BY_COMMAND = { actorName: 'admin:create', actorRole: 'COMMAND' } as const

const audit = (tx: Tx, districtId: string, action: string, subject: string) =>
  tx.auditEntry.create({ data: { ...BY_COMMAND, districtId, action, subject, ok: true } })

/**
 * Sets up the first district of a deployment with its three administrators; their passwords are for one use.
 *
 * Not bound to an actor: there is nobody yet. Only the command line calls it.
 *
 * @param prepare loads what every district needs (calendar, rules, catalogue) in the same transaction
 * @returns err ALREADY_SET_UP when the deployment has an administrator
 */
export async function createFirstAccounts(
  district: Readonly<{ code: string; name: string }>,
  accounts: readonly FirstAccount[],
  passwordExpiresAt: Date,
  prepare: (tx: Tx, districtId: string) => Promise<unknown>,
): Promise<Result<{ districtId: string }>> {
  return db.$transaction(
    async (tx) => {
      // Two commands at once must not both find an empty deployment.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(7433)::text`
      if (await tx.user.findFirst({ where: { role: { in: [...ADMINISTRATORS] } } }))
        return err({ code: 'ALREADY_SET_UP' })
      const { id: districtId } = await tx.district.upsert({
        where: { code: district.code },
        create: { code: district.code, name: district.name },
        update: { name: district.name },
        select: { id: true },
      })
      await prepare(tx, districtId)
      const unit = { name: '系统管理岗', shortName: '系统管理岗' }
      const org = await tx.org.create({
        data: { districtId, kind: 'ADMIN', ...unit, searchText: orgSearchText(unit) },
      })
      for (const { role, username, name, passwordHash } of accounts) {
        const person = await tx.person.create({
          data: { districtId, name, orgId: org.id, searchText: personSearchText({ name }) },
        })
        const user = await tx.user.create({
          data: {
            districtId,
            username,
            role,
            personId: person.id,
            orgId: org.id,
            passwordHash,
            passwordExpiresAt,
            mustChangePassword: true,
          },
        })
        await audit(tx, districtId, 'user.create', user.id)
      }
      return ok({ districtId })
    },
    { timeout: 120_000 },
  )
}

/**
 * Gives administrators new one-time passwords, takes away their second factors and ends their sessions, all or none; a
 * disabled account stays disabled.
 *
 * @returns the accounts in the order asked for; err NOT_SET_UP when there is no usable one of a role
 */
export async function reissuePasswords(
  passwords: readonly Readonly<{ role: Administrator; passwordHash: string }>[],
  passwordExpiresAt: Date,
): Promise<Result<{ usernames: string[] }>> {
  return db.$transaction(async (tx) => {
    const users = await tx.user.findMany({
      where: { role: { in: [...ADMINISTRATORS] }, disabledAt: null },
      orderBy: { createdAt: 'asc' },
    })
    const found = passwords.map((password) => ({
      ...password,
      user: users.find((user) => user.role === password.role),
    }))
    const missing = found.find(({ user }) => !user)
    if (missing) return err({ code: 'NOT_SET_UP', role: missing.role })
    const usernames: string[] = []
    for (const { user, passwordHash } of found) {
      if (!user) continue
      await tx.user.update({
        where: { id: user.id },
        data: { passwordHash, passwordExpiresAt, mustChangePassword: true, version: { increment: 1 } },
      })
      await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: new Date() } })
      await audit(tx, user.districtId, 'user.password', user.id)
      if (await hasFactor(tx, user.id)) {
        await forgetFactor(tx, user.id)
        await audit(tx, user.districtId, 'secondFactor.remove', user.id)
      }
      usernames.push(user.username)
    }
    return ok({ usernames })
  })
}
