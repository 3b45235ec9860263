import { beforeEach, expect, test } from 'vitest'
import { ADMINISTRATORS } from '@/lib/domain/administration'
import { db } from './db'
import { createFirstAccounts, reissuePasswords } from './first-accounts'

const tomorrow = new Date(Date.now() + 24 * 3_600_000)
const accounts = ADMINISTRATORS.map((role) => ({ role, username: `first-${role}`, name: role, passwordHash: 'one' }))
/** Other tests leave administrators of theirs; here a deployment begins without any. */
async function withoutAdministrators() {
  const role = { in: [...ADMINISTRATORS] }
  await db.session.deleteMany({ where: { user: { role } } })
  await db.user.deleteMany({ where: { role } })
}
beforeEach(withoutAdministrators)

const admins = () => db.user.findMany({ where: { username: { startsWith: 'first-' } }, orderBy: { username: 'asc' } })

test('the three administrators are made once, each a person of its own with a password for one use', async () => {
  const nothing = await reissuePasswords([{ role: 'AUDITOR', passwordHash: 'x' }], tomorrow)
  expect(nothing).toEqual({ ok: false, error: { code: 'NOT_SET_UP', role: 'AUDITOR' } })

  const create = () => createFirstAccounts({ code: '990002', name: '新区' }, accounts, tomorrow, async () => null)
  const answers = await Promise.all([create(), create()])
  expect(answers.map((a) => a.ok).sort()).toEqual([false, true])
  const made = await admins()
  expect(made.map((u) => u.role).sort()).toEqual([...ADMINISTRATORS].sort())
  expect(new Set(made.map((u) => u.personId)).size).toBe(3)
  for (const user of made) expect(user).toMatchObject({ mustChangePassword: true, passwordExpiresAt: tomorrow })
  const audited = await db.auditEntry.findMany({
    where: { action: 'user.create', subject: { in: made.map((u) => u.id) } },
  })
  expect(audited).toHaveLength(3)
})

test('what cannot be prepared leaves no district behind', async () => {
  const failing = createFirstAccounts({ code: '990003', name: '半个区' }, accounts, tomorrow, () =>
    Promise.reject(new Error('no catalogue')),
  )
  await expect(failing).rejects.toThrow('no catalogue')
  expect(await db.district.findUnique({ where: { code: '990003' } })).toBeNull()
})

test('new passwords go to all three or to none, and end the sessions there are', async () => {
  await createFirstAccounts({ code: '990004', name: '又一区' }, accounts, tomorrow, async () => null)
  const [first] = await admins()
  if (!first) throw new Error('no administrator')
  await db.session.create({ data: { userId: first.id, expiresAt: tomorrow } })
  const passwords = ADMINISTRATORS.map((role) => ({ role, passwordHash: 'two' }))
  expect(await reissuePasswords(passwords, tomorrow)).toEqual({
    ok: true,
    value: { usernames: accounts.map((a) => a.username) },
  })
  expect((await admins()).map((u) => u.passwordHash)).toEqual(['two', 'two', 'two'])
  expect(await db.session.count({ where: { userId: first.id, revokedAt: null } })).toBe(0)

  await db.user.update({ where: { username: 'first-AUDITOR' }, data: { disabledAt: new Date() } })
  const again = await reissuePasswords(
    ADMINISTRATORS.map((role) => ({ role, passwordHash: 'three' })),
    tomorrow,
  )
  expect(again).toMatchObject({ ok: false, error: { code: 'NOT_SET_UP' } })
  expect((await admins()).map((u) => u.passwordHash)).toEqual(['two', 'two', 'two'])
})
