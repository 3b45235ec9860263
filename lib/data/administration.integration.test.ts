import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '@/lib/domain/access'
import { proposeAccount, proposeMove, requestForAccount } from './account-changes'
import { listAccounts, loadAccount } from './account-list'
import { disableAccount, issuePassword, unlockAccount } from './accounts'
import { decideChange, listChanges, loadChange, ownChanges, withdrawChange } from './admin-changes'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { proposeDissolution, proposeOrg, proposeOrgEdit } from './org-changes'
import { findSession, startSession } from './sessions'
import { takeAttempt } from './sign-in-throttle'

const today = START
const now = new Date()
const reason = '岗位调整'
let d: TestDistrict
let admins: Record<'sys' | 'sys2' | 'sec' | 'sec2', Actor>
let units: Record<'admin' | 'street' | 'agency', string>

async function addAccount(role: Role, name: string, orgId: string): Promise<Actor> {
  const { districtId } = d
  const person = await db.person.create({ data: { districtId, name, orgId } })
  const username = `${role.toLowerCase()}-${person.id}`
  const user = await db.user.create({
    data: { districtId, username, passwordHash: 'none', role, personId: person.id, orgId },
  })
  return { ...d.office, userId: user.id, personId: person.id, name, role, orgId, standsInFor: [person.id] } as Actor
}

beforeAll(async () => {
  d = await makeDistrict()
  const { districtId } = d
  const org = async (kind: 'ADMIN' | 'STREET', name: string) =>
    (await db.org.create({ data: { districtId, kind, name, shortName: name } })).id
  units = { admin: await org('ADMIN', '数据中心'), street: await org('STREET', '马寨镇'), agency: d.agency.orgId ?? '' }
  admins = {
    sys: await addAccount('SYSADMIN', '甲管', units.admin),
    sys2: await addAccount('SYSADMIN', '乙管', units.admin),
    sec: await addAccount('SECADMIN', '丙安', units.admin),
    sec2: await addAccount('SECADMIN', '丁安', units.admin),
  }
})

const newAccount = (username: string, more: object = {}) => ({
  name: '新人',
  phone: null,
  username,
  role: 'AGENCY' as Role,
  unitId: units.agency,
  reason,
  ...more,
})
const idOf = (answer: Awaited<ReturnType<typeof proposeAccount>>) => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.changeId
}
const codeOf = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'OK' : answer.error?.code)
const decide = (actor: Actor, changeId: string, decision: 'APPROVED' | 'REJECTED' = 'APPROVED', version = 1) =>
  decideChange(actor, { changeId, version, decision, answer: '请核对' }, { today })
const latest = (actorId: string) => db.auditEntry.findFirst({ where: { actorId }, orderBy: { id: 'desc' } })

describe('a new account', () => {
  test('is there once it is approved, with a password for one use, and not before', async () => {
    const { sys, sec } = admins
    const changeId = idOf(await proposeAccount(sys, newAccount('new.one'), { today }))
    expect(await db.user.findUnique({ where: { username: 'new.one' } })).toBeNull()
    expect(codeOf(await proposeAccount(sys, newAccount('new.one'), { today }))).toBe('USERNAME_TAKEN')
    expect(codeOf(await decide(sec, changeId))).toBe('OK')
    const user = await db.user.findUniqueOrThrow({ where: { username: 'new.one' }, include: { person: true } })
    expect(user).toMatchObject({ role: 'AGENCY', orgId: units.agency, mustChangePassword: true, version: 1 })
    expect(user.person).toMatchObject({ name: '新人', orgId: units.agency })
    expect(await latest(sec.userId)).toMatchObject({ action: 'change.decide', ok: true, subject: changeId })
    // The one who hands it out is the one who did not approve.
    const give = (actor: Actor) => issuePassword(actor, { userId: user.id, passwordHash: 'once', now }, { today })
    expect(codeOf(await give(sec))).toBe('FORBIDDEN')
    expect(await give(sys)).toMatchObject({ ok: true, value: { username: 'new.one' } })
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ passwordHash: 'once' })
    expect(JSON.stringify((await latest(sys.userId))?.detail)).not.toContain('once')
    // Until its owner has chosen his own, another may take its place; then none may.
    expect(codeOf(await give(sys))).toBe('OK')
    await db.user.update({
      where: { id: user.id },
      data: { mustChangePassword: false, passwordChangedAt: new Date() },
    })
    expect(codeOf(await give(sys))).toBe('PASSWORD_NOT_DUE')
  })

  test('goes to the person the district knows, whose projects stay his', async () => {
    const { sys, sec } = admins
    const person = await db.person.create({
      data: { districtId: d.districtId, name: '台账管家', phone: '13800000002' },
    })
    const input = newAccount('known', { name: '台账管家', phone: '13800000002', role: 'STEWARD' })
    expect(codeOf(await proposeAccount(sys, input, { today }))).toBe('PERSON_KNOWN')
    const changeId = idOf(await proposeAccount(sys, { ...input, personId: person.id }, { today }))
    expect(codeOf(await decide(sec, changeId))).toBe('OK')
    expect(await db.user.findUnique({ where: { username: 'known' } })).toMatchObject({ personId: person.id })
    const twice = await proposeAccount(sys, newAccount('known2', { personId: person.id }), { today })
    expect(codeOf(twice)).toBe('PERSON_HAS_ACCOUNT')
  })

  test.each([
    [{ role: 'STREET' as Role }, 'UNIT_KIND_WRONG'],
    [{ unitId: undefined }, 'UNIT_MISSING'],
    [{ role: 'CONTACT' as Role, enterprise: '没有这家' }, 'ENTERPRISE_UNKNOWN'],
  ])('of the wrong kind %j is refused', async (more, code) =>
    expect(codeOf(await proposeAccount(admins.sys, newAccount('wrong', more), { today }))).toBe(code),
  )
})

describe('separation', () => {
  test('whoever proposes does not decide, whoever decides does not propose, the auditor does neither', async () => {
    const { sys, sec } = admins
    const changeId = idOf(await proposeAccount(sys, newAccount('separate'), { today }))
    expect(codeOf(await decide(sys, changeId))).toBe('FORBIDDEN')
    expect(codeOf(await decide(d.auditor, changeId))).toBe('FORBIDDEN')
    expect(codeOf(await proposeAccount(sec, newAccount('separate2'), { today }))).toBe('FORBIDDEN')
    expect(codeOf(await proposeAccount(d.auditor, newAccount('separate2'), { today }))).toBe('FORBIDDEN')
    expect(await loadChange(sys, changeId)).toMatchObject({ state: 'PROPOSED' })
  })

  test('nobody approves what he proposed in an earlier role, and it is remembered', async () => {
    const changeId = idOf(await proposeAccount(admins.sys2, newAccount('earlier'), { today }))
    const turned = { ...admins.sys2, role: 'SECADMIN' } as Actor
    expect(codeOf(await decide(turned, changeId))).toBe('SELF_APPROVAL')
    expect(codeOf(await decide(admins.sec, changeId, 'REJECTED'))).toBe('OK')
  })

  test('nobody proposes for himself, and nobody approves what is about himself', async () => {
    const { sys, sec } = admins
    const move = { userId: sys.userId, role: 'SECADMIN' as Role, unitId: units.admin, reason }
    expect(codeOf(await proposeMove(sys, move, { today }))).toBe('OWN_ACCOUNT')
    const about = idOf(
      await proposeMove(sys, { userId: sec.userId, role: 'AUDITOR', unitId: units.admin, reason }, { today }),
    )
    expect(codeOf(await decide(sec, about))).toBe('OWN_ACCOUNT')
    expect(codeOf(await decide(admins.sec2, about, 'REJECTED'))).toBe('OK')
  })

  test('an administrator’s password is not reset here, and another district is not reached', async () => {
    const reset = (actor: Actor, userId: string) =>
      requestForAccount(actor, { userId, kind: 'ACCOUNT_RESET_PASSWORD', reason }, { today })
    expect(codeOf(await reset(admins.sys, admins.sec.userId))).toBe('ADMINISTRATOR_BY_COMMAND')
    const away = await makeDistrict()
    expect(codeOf(await reset(admins.sys, away.agency.userId))).toBe('NOT_FOUND')
    expect(await loadAccount(admins.sys, away.agency.userId, now)).toBeNull()
    expect(codeOf(await unlockAccount(admins.sys, { userId: away.agency.userId }, { today }))).toBe('NOT_FOUND')
  })
})

describe('a proposal', () => {
  test('that no longer fits what it rested on is refused in words, and can only go back', async () => {
    const { sys, sec } = admins
    const worker = await addAccount('AGENCY', '移岗', units.agency)
    const changeId = idOf(
      await proposeMove(sys, { userId: worker.userId, role: 'STREET', unitId: units.street, reason }, { today }),
    )
    await disableAccount(sys, { userId: worker.userId }, { today })
    await db.user.update({ where: { id: worker.userId }, data: { orgId: null } })
    expect(await decide(sec, changeId)).toMatchObject({ ok: false, error: { code: 'CHANGE_STALE' } })
    expect(await loadChange(sec, changeId)).toMatchObject({ state: 'PROPOSED' })
    const own = async (actor: Actor) => {
      const { waiting, returned } = await ownChanges(actor)
      return [waiting, returned].map((changes) => changes.some(({ id }) => id === changeId))
    }
    expect(await own(sys)).toEqual([true, false])
    expect(codeOf(await decide(sec, changeId, 'REJECTED'))).toBe('OK')
    expect([await own(sys), await own(admins.sys2)]).toEqual([
      [false, true],
      [false, false],
    ])
    expect(codeOf(await decide(sec, changeId))).toBe('CHANGE_DECIDED')
  })

  test('is one at a time, decided once, and withdrawn by its proposer only', async () => {
    const { sys, sys2, sec, sec2 } = admins
    const worker = await addAccount('AGENCY', '一次', units.agency)
    const ask = () =>
      requestForAccount(sys, { userId: worker.userId, kind: 'ACCOUNT_RESET_PASSWORD', reason }, { today })
    const changeId = idOf(await ask())
    expect(codeOf(await ask())).toBe('CHANGE_PENDING')
    expect(codeOf(await withdrawChange(sys2, { changeId, version: 1 }, { today }))).toBe('NOT_FOUND')
    expect(codeOf(await withdrawChange(sys, { changeId, version: 1 }, { today }))).toBe('OK')
    const again = idOf(await ask())
    const both = await Promise.all([decide(sec, again), decide(sec2, again)])
    expect(both.map(codeOf).sort()).toEqual(['CHANGE_DECIDED', 'OK'])
    expect((await listChanges(sys, { state: 'decided', page: 1 })).rows.map(({ id }) => id)).toContain(again)
  })

  test('of another role ends the sessions when it is approved, and the person moves along', async () => {
    const worker = await addAccount('AGENCY', '换岗', units.agency)
    const session = await startSession(worker.userId, null, null, now)
    const move = { userId: worker.userId, role: 'STREET' as Role, unitId: units.street, reason }
    const changeId = idOf(await proposeMove(admins.sys, move, { today }))
    expect(await findSession(session, today, now)).not.toBeNull()
    expect(codeOf(await decide(admins.sec, changeId))).toBe('OK')
    expect(await findSession(session, today, now)).toBeNull()
    expect(await db.person.findUnique({ where: { id: worker.personId } })).toMatchObject({ orgId: units.street })
    expect(codeOf(await proposeMove(admins.sys, move, { today }))).toBe('NO_CHANGE')
  })
})

describe('leaving', () => {
  test('a steward with projects is not disabled, and is told which', async () => {
    const answer = await disableAccount(admins.sys, { userId: d.steward.userId }, { today })
    expect(answer).toMatchObject({ error: { code: 'STEWARD_HAS_PROJECTS', count: 1, names: ['热力管网'] } })
    const move = { userId: d.steward.userId, role: 'AGENCY' as Role, unitId: units.agency, reason }
    expect(codeOf(await proposeMove(admins.sys, move, { today }))).toBe('STEWARD_HAS_PROJECTS')
    expect(await db.user.findUnique({ where: { id: d.steward.userId } })).toMatchObject({ disabledAt: null })
  })

  test('the last auditor stays, of two who leave at once one does', async () => {
    const { sys } = admins
    expect(codeOf(await disableAccount(sys, { userId: d.auditor.userId }, { today }))).toBe('LAST_ADMINISTRATOR')
    const second = await addAccount('AUDITOR', '审计二', units.admin)
    const both = await Promise.all([d.auditor, second].map(({ userId }) => disableAccount(sys, { userId }, { today })))
    expect(both.map(codeOf).sort()).toEqual(['LAST_ADMINISTRATOR', 'OK'])
    await db.user.updateMany({ where: { districtId: d.districtId, role: 'AUDITOR' }, data: { disabledAt: null } })
  })

  test('a disabled account is out at once, and comes back by approval with a new password', async () => {
    const { sys, sec } = admins
    const worker = await addAccount('AGENCY', '离岗', units.agency)
    const session = await startSession(worker.userId, null, null, now)
    expect(codeOf(await disableAccount(sys, { userId: worker.userId }, { today }))).toBe('OK')
    expect(await findSession(session, today, now)).toBeNull()
    const ask = { userId: worker.userId, kind: 'ACCOUNT_ENABLE' as const, reason }
    const changeId = idOf(await requestForAccount(sys, ask, { today }))
    expect(codeOf(await decide(sec, changeId))).toBe('OK')
    const user = await db.user.findUniqueOrThrow({ where: { id: worker.userId } })
    expect(user).toMatchObject({ disabledAt: null, mustChangePassword: true })
    expect(user.passwordHash).not.toBe('none')
    expect(await loadAccount(sys, worker.userId, now)).toMatchObject({ state: 'waiting', passwordDue: true })
  })
})

test('a locked name shows as locked and is unlocked at once', async () => {
  const worker = await addAccount('AGENCY', '锁定', units.agency)
  const { username } = await db.user.findUniqueOrThrow({ where: { id: worker.userId } })
  for (let i = 0; i < 6; i++) await takeAttempt(username, null, now)
  const locked = () => listAccounts(admins.sys, { state: 'locked', page: 1 }, now)
  expect((await locked()).rows.map(({ name }) => name)).toEqual(['锁定'])
  expect(codeOf(await unlockAccount(admins.sys, { userId: worker.userId }, { today }))).toBe('OK')
  expect((await locked()).total).toBe(0)
  expect(codeOf(await unlockAccount(admins.sys, { userId: worker.userId }, { today }))).toBe('NOT_LOCKED')
})

describe('units', () => {
  test('are made, renamed and dissolved the same way; an old name is still known', async () => {
    const { sys, sec } = admins
    const made = idOf(
      await proposeOrg(sys, { kind: 'AGENCY', name: '城市管理局', shortName: '城管局', reason }, { today }),
    )
    expect(codeOf(await decide(sec, made))).toBe('OK')
    const orgId = (await db.org.findFirstOrThrow({ where: { districtId: d.districtId, name: '城市管理局' } })).id
    const edit = { orgId, name: '城市综合执法局', shortName: '执法局', reason }
    const renamed = idOf(await proposeOrgEdit(sys, edit, { today }))
    expect(codeOf(await proposeDissolution(sys, { orgId, reason }, { today }))).toBe('CHANGE_PENDING')
    expect(codeOf(await decide(sec, renamed))).toBe('OK')
    expect(await db.org.findUnique({ where: { id: orgId } })).toMatchObject({
      name: '城市综合执法局',
      aliases: ['城市管理局', '城管局'],
    })
    const taken = { kind: 'AGENCY' as const, name: '城市综合执法局', shortName: '执法', reason }
    expect(codeOf(await proposeOrg(sys, taken, { today }))).toBe('ORG_NAME_TAKEN')
    const gone = idOf(await proposeDissolution(sys, { orgId, reason }, { today }))
    expect(codeOf(await decide(sec, gone))).toBe('OK')
    const input = newAccount('late', { unitId: orgId })
    expect(codeOf(await proposeAccount(sys, input, { today }))).toBe('UNIT_DISSOLVED')
  })

  test('with work in hand are not dissolved', async () => {
    const answer = await proposeDissolution(admins.sys, { orgId: units.agency, reason }, { today })
    expect(answer).toMatchObject({ error: { code: 'ORG_IN_USE', procedures: 3 } })
  })
})
