import { afterAll, beforeAll, expect, test } from 'vitest'
import { authenticate } from '@/lib/auth/authenticate'
import { hashPassword } from '@/lib/auth/password'
import { db } from '@/lib/data/db'
import { settleDemoPassword } from '@/prisma/seed/settle-demo-password'
import { demoLines } from './demo-accounts.mjs'

const USUAL = 'Usual-Demo-2026'
const NAMES = ['office', 'steward', 'bank', 'steward2']
const at = new Date('2026-01-01T00:00:00Z')
let districtId = ''

/** A demo as a seed leaves it: one hash for all, both dates alike. */
beforeAll(async () => {
  const district = await db.district.create({ data: { code: '999777', name: '演示', isDemo: true } })
  districtId = district.id
  const passwordHash = await hashPassword(USUAL)
  for (const username of NAMES) {
    const person = await db.person.create({ data: { districtId, name: username } })
    await db.user.create({
      data: {
        districtId,
        username,
        passwordHash,
        passwordChangedAt: at,
        createdAt: at,
        role: 'OFFICE',
        personId: person.id,
      },
    })
  }
})
afterAll(async () => {
  const where = { username: { in: NAMES } }
  await db.session.deleteMany({ where: { user: where } })
  await db.user.deleteMany({ where })
  await db.person.deleteMany({ where: { districtId } })
  await db.district.delete({ where: { id: districtId } })
})

const opens = async (username: string, password: string) =>
  (await authenticate(username, password, null, new Date())) !== null

test('without a wish nothing changes and the usual password is promised', async () => {
  expect(await settleDemoPassword(undefined, USUAL)).toEqual({ password: USUAL, applied: false, own: [], disabled: [] })
  expect(await opens('office', USUAL)).toBe(true)
})

test('DEMO_PASSWORD reaches accounts that are there already, ends their sessions, and is what is printed', async () => {
  const user = await db.user.findUniqueOrThrow({ where: { username: 'office' } })
  const session = await db.session.create({ data: { userId: user.id, expiresAt: new Date('2099-01-01') } })
  const state = await settleDemoPassword('Another-Word-9', USUAL)
  expect(state).toEqual({ password: 'Another-Word-9', applied: true, own: [], disabled: [] })
  expect(demoLines(state)).toContain('密码 Another-Word-9（已按 DEMO_PASSWORD 换上')
  for (const name of NAMES) expect([name, await opens(name, 'Another-Word-9')]).toEqual([name, true])
  expect(await opens('office', USUAL)).toBe(false)
  expect(await db.session.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
    revokedAt: expect.any(Date),
  })
  expect(await settleDemoPassword('Another-Word-9', USUAL)).toMatchObject({ applied: false })
})

test('started without it again, no password is promised that does not work', async () => {
  const state = await settleDemoPassword(undefined, USUAL)
  expect(state.password).toBeNull()
  expect(demoLines(state)).not.toContain(USUAL)
  expect(await opens('office', 'Another-Word-9')).toBe(true)
})

test('a password somebody chose himself stays his, and is said; so is a disabled account', async () => {
  const passwordHash = await hashPassword('My-Own-Word-77')
  await db.user.update({ where: { username: 'steward' }, data: { passwordHash, passwordChangedAt: new Date() } })
  await db.user.update({ where: { username: 'bank' }, data: { disabledAt: new Date() } })
  const state = await settleDemoPassword('Third-Word-2026', USUAL)
  expect(state).toEqual({ password: 'Third-Word-2026', applied: true, own: ['steward'], disabled: ['bank'] })
  const [first, , own, off] = demoLines(state).split('\n')
  expect(first).not.toMatch(/steward |bank/)
  expect([own, off]).toEqual([expect.stringContaining('steward'), expect.stringContaining('bank')])
  expect(await opens('steward', 'My-Own-Word-77')).toBe(true)
  expect(await opens('office', 'Third-Word-2026')).toBe(true)
})
