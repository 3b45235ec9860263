import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '@/lib/domain/access'
import { counterBytes, digitsOf, stepAt } from '@/lib/domain/one-time-code'
import { requestForAccount } from './account-changes'
import { accountNews, countAccountNews } from './account-news'
import { changePhone, unlockAccount } from './accounts'
import { decideChange } from './admin-changes'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { factorDemandOf, proposeFactorDemand } from './factor-demand'
import { reissuePasswords } from './first-accounts'
import { newExportId, recordExport } from './ledger-exports'
import { exportMyData } from './my-data'
import { seeNotice } from './notice-writes'
import { correctRanking, publishRanking } from './ranking-publish'
import {
  beginFactor,
  confirmFactor,
  ownFactor,
  type Proof,
  passFactor,
  proveAgain,
  removeFactor,
  renewRecoveryCodes,
} from './second-factor'
import { findSession, startSession } from './sessions'
import { codeLockedFor, forgetCodeFailures, giveBackAttempt, lockedNames, takeCodeAttempt } from './sign-in-throttle'

const today = START
const options = { today }
const reason = '手机丢失，已当面核实'
/** An instant in the middle of a step, so that no test is near its end. */
const now = new Date(Math.floor(Date.now() / 30_000) * 30_000 + 15_000)
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const codeOf = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'OK' : answer.error?.code)

let d: TestDistrict
let sys: Actor
let sec: Actor
beforeAll(async () => {
  d = await makeDistrict()
  sys = await someone('SYSADMIN')
  sec = await someone('SECADMIN')
})

async function someone(role: Role): Promise<Actor> {
  const { userId, personId } = await addUser(d.districtId, role, '两步', d.agency.orgId)
  return { ...d.office, userId, personId, role, orgId: d.agency.orgId, standsInFor: [personId] } as Actor
}
const signIn = (actor: Actor) => startSession(actor.userId, '10.0.0.1', 'test', now)
const stateOf = async (id: string, at = now) => (await findSession(id, today, at))?.factor ?? null

/** What an authenticator shows: from the secret in base32, as a person would have typed it. */
function shownBy(secret: string, at: Date, algorithm = 'sha1'): string {
  const bits = Array.from(secret, (sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  )
  const bytes = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  )
  return digitsOf(
    createHmac(algorithm, bytes)
      .update(counterBytes(stepAt(at.getTime() / 1000)))
      .digest(),
  )
}

async function shownTo(actor: Actor, sessionId: string) {
  const own = await ownFactor(actor, sessionId, now)
  if (own.stage !== 'SHOWN') throw new Error(own.stage)
  return own
}

/** Somebody with a second factor: the step of its first code is the one before now. */
async function enrolled(role: Role = 'STEWARD') {
  const actor = await someone(role)
  const first = await signIn(actor)
  expect(codeOf(await beginFactor(actor, { sessionId: first, now }, options))).toBe('OK')
  const { secret, algorithm } = await shownTo(actor, first)
  const code = shownBy(secret, later(-30), algorithm)
  const done = await confirmFactor(actor, { sessionId: first, now, code }, options)
  if (!done.ok) throw new Error(done.error.code)
  return { actor, first, secret, algorithm, ...done.value, show: (at: Date) => shownBy(secret, at, algorithm) }
}
const pass = (actor: Actor, sessionId: string, code: string, kind: Proof['kind'] = 'CODE', at = now) =>
  passFactor(actor, { sessionId, now: at, proof: { kind, code } }, options)

describe('setting it up', () => {
  test('counts from the first code; the other sessions end, this one gets a new id', async () => {
    const actor = await someone('STEWARD')
    const [first, other] = [await signIn(actor), await signIn(actor)]
    await beginFactor(actor, { sessionId: first, now }, options)
    expect(await stateOf(first)).toBe('DONE')
    const { secret } = await shownTo(actor, first)
    const confirm = (code: string, sessionId = first, at = now) =>
      confirmFactor(actor, { sessionId, now: at, code }, options)
    expect(codeOf(await confirm('000000'))).toBe('FACTOR_CODE_WRONG')
    expect(codeOf(await confirm(shownBy(secret, now), other))).toBe('FACTOR_NOT_BEGUN')
    expect(codeOf(await confirm(shownBy(secret, later(900)), first, later(900)))).toBe('FACTOR_NOT_BEGUN')
    const done = await confirm(shownBy(secret, now))
    if (!done.ok) throw new Error(done.error.code)
    expect(new Set(done.value.codes).size).toBe(10)
    expect([await stateOf(first), await stateOf(other), await stateOf(done.value.sessionId)]).toEqual([
      null,
      null,
      'DONE',
    ])
    expect(codeOf(await beginFactor(actor, { sessionId: done.value.sessionId, now }, options))).toBe('FACTOR_THERE')
  })

  test('shows the secret in the session that asked for it, until its first code, and to nobody after', async () => {
    const { actor, first, sessionId, secret, codes } = await enrolled()
    for (const id of [first, sessionId])
      expect(await ownFactor(actor, id, now)).toEqual({ stage: 'ON', since: now, left: 10 })
    const kept = JSON.stringify([
      await db.secondFactor.findUnique({ where: { userId: actor.userId } }),
      await db.recoveryCode.findMany({ where: { userId: actor.userId } }),
      await db.auditEntry.findMany({ where: { actorId: actor.userId }, select: { action: true, detail: true } }),
      await db.idempotencyKey.findMany({ where: { actorId: actor.userId } }),
      (await exportMyData(actor, null, options)) as object,
    ])
    expect(kept).toContain('secondFactor.confirm')
    for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(text)
  })

  test.each(['sha256', 'sm3'])('with %s where the district says so', async (otpAlgo) => {
    await db.district.update({ where: { id: d.districtId }, data: { otpAlgo } })
    const { actor, algorithm, show } = await enrolled()
    await db.district.update({ where: { id: d.districtId }, data: { otpAlgo: 'sha1' } })
    expect(algorithm).toBe(otpAlgo)
    expect(codeOf(await pass(actor, await signIn(actor), show(now)))).toBe('OK')
  })
})

describe('at sign-in', () => {
  test('a password alone opens nothing; the code does, under a new id', async () => {
    const { actor, show } = await enrolled()
    const pending = await signIn(actor)
    expect(await stateOf(pending)).toBe('CODE')
    const passed = await pass(actor, pending, show(now))
    if (!passed.ok) throw new Error(passed.error.code)
    expect([await stateOf(pending), await stateOf(passed.value.sessionId)]).toEqual([null, 'DONE'])
    const before = await db.session.findUniqueOrThrow({ where: { id: pending } })
    const after = await db.session.findUniqueOrThrow({ where: { id: passed.value.sessionId } })
    // Eight hours from the password, not from the code.
    expect(after.expiresAt).toEqual(before.expiresAt)
    expect(after.address).toBe('10.0.0.1')
  })

  test('the same code twice is refused, also when both come at once, and so is one two steps off', async () => {
    const { actor, show } = await enrolled()
    const sessions = [await signIn(actor), await signIn(actor)]
    const both = await Promise.all(sessions.map((id) => pass(actor, id, show(now))))
    expect(both.map(codeOf).sort()).toEqual(['FACTOR_CODE_USED', 'OK'])
    const again = await signIn(actor)
    expect(codeOf(await pass(actor, again, show(now)))).toBe('FACTOR_CODE_USED')
    expect(codeOf(await pass(actor, again, show(later(60))))).toBe('FACTOR_CODE_WRONG')
    expect(codeOf(await pass(actor, again, show(later(-60))))).toBe('FACTOR_CODE_WRONG')
    expect(codeOf(await pass(actor, again, show(later(30))))).toBe('OK')
  })

  test('the code or session of somebody else is refused', async () => {
    const [a, b] = [await enrolled(), await enrolled()]
    const [ofA, ofB] = [await signIn(a.actor), await signIn(b.actor)]
    expect(codeOf(await pass(a.actor, ofA, b.show(now)))).toBe('FACTOR_CODE_WRONG')
    expect(codeOf(await pass(a.actor, ofB, a.show(now)))).toBe('NOT_FOUND')
    expect(codeOf(await pass(a.actor, ofA, b.codes[0] ?? '', 'RECOVERY'))).toBe('RECOVERY_CODE_WRONG')
    expect([await stateOf(ofA), await stateOf(ofB)]).toEqual(['CODE', 'CODE'])
    // A secret copied into another's row opens nothing.
    const { secret } = await db.secondFactor.findUniqueOrThrow({ where: { userId: b.actor.userId } })
    await db.secondFactor.update({ where: { userId: a.actor.userId }, data: { secret } })
    expect(codeOf(await pass(a.actor, ofA, b.show(now)))).toBe('FACTOR_UNREADABLE')
  })

  test('a session that is over or past it takes no code', async () => {
    const { actor, sessionId, show } = await enrolled()
    expect(codeOf(await pass(actor, sessionId, show(now)))).toBe('NOT_FOUND')
    const slept = await signIn(actor)
    expect(codeOf(await pass(actor, slept, show(later(1860)), 'CODE', later(1860)))).toBe('NOT_FOUND')
  })

  test('a recovery code works once, however it is written', async () => {
    const { actor, codes } = await enrolled()
    const [first = '', second = ''] = codes
    expect(codeOf(await pass(actor, await signIn(actor), first.toLowerCase().replaceAll('-', ' '), 'RECOVERY'))).toBe(
      'OK',
    )
    expect(codeOf(await pass(actor, await signIn(actor), first, 'RECOVERY'))).toBe('RECOVERY_CODE_WRONG')
    expect(codeOf(await pass(actor, await signIn(actor), second, 'RECOVERY'))).toBe('OK')
    const entry = await db.auditEntry.findFirst({ where: { actorId: actor.userId }, orderBy: { id: 'desc' } })
    expect(entry).toMatchObject({ action: 'secondFactor.pass', ok: true, detail: { by: 'RECOVERY', left: 8 } })
  })

  test('five wrong codes lock with the time left; a right password does not forget them, the administrator does', async () => {
    const { actor } = await enrolled()
    const { username } = await db.user.findUniqueOrThrow({ where: { id: actor.userId } })
    for (let i = 0; i < 5; i++) expect(await takeCodeAttempt(username, now)).toBe(true)
    expect(await takeCodeAttempt(username, now)).toBe(false)
    expect(await codeLockedFor(username, now)).toBe(15)
    expect(await codeLockedFor(username, later(300))).toBe(10)
    await giveBackAttempt(username, null)
    expect(await takeCodeAttempt(username, now)).toBe(false)
    expect(await lockedNames(now)).toContain(username.toLowerCase())
    expect(codeOf(await unlockAccount(sys, { userId: actor.userId }, options))).toBe('OK')
    expect([await codeLockedFor(username, now), await takeCodeAttempt(username, now)]).toEqual([null, true])
    await forgetCodeFailures(username)
    // After a quarter of an hour it is looked at again.
    for (let i = 0; i < 6; i++) await takeCodeAttempt(username, now)
    expect(await takeCodeAttempt(username, later(901))).toBe(true)
  })
})

describe('later', () => {
  test('new recovery codes void the old ones', async () => {
    const { actor, codes, show } = await enrolled()
    const renewed = await renewRecoveryCodes(actor, { now, code: show(now) }, options)
    if (!renewed.ok) throw new Error(renewed.error.code)
    expect(renewed.value.codes).toHaveLength(10)
    expect(codeOf(await pass(actor, await signIn(actor), codes[3] ?? '', 'RECOVERY'))).toBe('RECOVERY_CODE_WRONG')
    expect(codeOf(await pass(actor, await signIn(actor), renewed.value.codes[3] ?? '', 'RECOVERY'))).toBe('OK')
    expect(codeOf(await renewRecoveryCodes(actor, { now, code: show(now) }, options))).toBe('FACTOR_CODE_USED')
  })

  test('it is switched off with a code, and what waited for one is over', async () => {
    const { actor, sessionId, show } = await enrolled()
    const pending = await signIn(actor)
    const remove = (code: string) => removeFactor(actor, { sessionId, now, proof: { kind: 'CODE', code } }, options)
    expect(codeOf(await remove('123'))).toBe('FACTOR_CODE_WRONG')
    expect(codeOf(await remove(show(now)))).toBe('OK')
    expect([await stateOf(sessionId), await stateOf(pending)]).toEqual(['DONE', null])
    expect(await ownFactor(actor, sessionId, now)).toEqual({ stage: 'NONE' })
    expect(await db.recoveryCode.count({ where: { userId: actor.userId } })).toBe(0)
  })

  test('one that was switched off leaves no way in by its old codes', async () => {
    const { actor, sessionId, show, codes } = await enrolled()
    await removeFactor(actor, { sessionId, now, proof: { kind: 'RECOVERY', code: codes[0] ?? '' } }, options)
    expect(codeOf(await pass(actor, await signIn(actor), show(now)))).toBe('NOT_FOUND')
    expect(codeOf(await renewRecoveryCodes(actor, { now, code: show(now) }, options))).toBe('FACTOR_NONE')
  })
})

describe('by two people', () => {
  const propose = async (userId: string) =>
    requestForAccount(sys, { userId, kind: 'ACCOUNT_RESET_FACTOR', reason }, options)
  const approve = (changeId: string, actor = sec) =>
    decideChange(actor, { changeId, version: 1, decision: 'APPROVED' }, options)

  test('a lost telephone’s second factor is taken away, its sessions end, and the person is told', async () => {
    const { actor, sessionId } = await enrolled()
    const asked = await propose(actor.userId)
    if (!asked.ok) throw new Error(asked.error.code)
    expect(codeOf(await approve(asked.value.changeId, sys))).toBe('FORBIDDEN')
    expect([await stateOf(sessionId), await countAccountNews(actor)]).toEqual(['DONE', 0])
    expect(codeOf(await approve(asked.value.changeId))).toBe('OK')
    expect(await stateOf(sessionId)).toBeNull()
    expect(await stateOf(await signIn(actor))).toBe('DONE')
    const entry = await db.auditEntry.findFirst({ where: { actorId: sec.userId }, orderBy: { id: 'desc' } })
    expect(entry).toMatchObject({ action: 'change.decide', ok: true, detail: { kind: 'ACCOUNT_RESET_FACTOR' } })
    expect(await countAccountNews(actor)).toBe(1)
    expect(await accountNews(actor, 'open')).toMatchObject([{ reason, heardAt: null }])
    // Nobody else hears of it, a deputy neither.
    expect(await countAccountNews({ ...d.steward, standsInFor: [actor.personId] } as Actor)).toBe(0)
    expect(codeOf(await seeNotice(actor, {}, options))).toBe('OK')
    expect([await countAccountNews(actor), (await accountNews(actor, 'all')).length]).toEqual([0, 1])
  })

  test('not where there is none, not an administrator’s, and not one that is gone meanwhile', async () => {
    expect(codeOf(await propose(d.steward.userId))).toBe('FACTOR_NONE')
    const auditor = await enrolled('AUDITOR')
    expect(codeOf(await propose(auditor.actor.userId))).toBe('ADMINISTRATOR_BY_COMMAND')
    const { actor, sessionId, show } = await enrolled()
    const asked = await propose(actor.userId)
    if (!asked.ok) throw new Error(asked.error.code)
    await removeFactor(actor, { sessionId, now, proof: { kind: 'CODE', code: show(now) } }, options)
    expect(codeOf(await approve(asked.value.changeId))).toBe('CHANGE_STALE')
  })

  test('a group of the district must have one: whoever has none is led to it, and nobody else is', async () => {
    const [bank, steward, withOne] = [await someone('BANK'), await someone('STEWARD'), await enrolled('BANK')]
    const sessions = [await signIn(bank), await signIn(steward), withOne.sessionId]
    const input = { groups: ['banks' as const], otpAlgo: 'sm3' as const, reason }
    const asked = await proposeFactorDemand(sys, input, options)
    if (!asked.ok) throw new Error(asked.error.code)
    expect(codeOf(await proposeFactorDemand(sys, input, options))).toBe('CHANGE_PENDING')
    expect(codeOf(await proposeFactorDemand(sec, input, options))).toBe('FORBIDDEN')
    expect(await Promise.all(sessions.map((id) => stateOf(id)))).toEqual(['DONE', 'DONE', 'DONE'])
    expect(codeOf(await approve(asked.value.changeId))).toBe('OK')
    expect(await Promise.all(sessions.map((id) => stateOf(id)))).toEqual(['ENROL', 'DONE', 'DONE'])
    expect(await factorDemandOf(sys)).toEqual({
      officials: false,
      banks: true,
      administrators: false,
      enterprises: false,
      otpAlgo: 'sm3',
    })
    expect(codeOf(await proposeFactorDemand(sys, input, options))).toBe('NO_CHANGE')
    await db.district.update({ where: { id: d.districtId }, data: { factorGroups: [], otpAlgo: 'sha1' } })
  })
})

test('an administrator’s is taken away on the server, with his password', async () => {
  const { actor } = await enrolled('AUDITOR')
  const others = { role: 'AUDITOR' as const, id: { not: actor.userId } }
  await db.user.updateMany({ where: others, data: { disabledAt: now } })
  const passwords = [{ role: 'AUDITOR' as const, passwordHash: 'once' }]
  expect((await reissuePasswords(passwords, later(3600))).ok).toBe(true)
  await db.user.updateMany({ where: others, data: { disabledAt: null } })
  expect(await db.secondFactor.count({ where: { userId: actor.userId } })).toBe(0)
  expect(await stateOf(await signIn(actor))).toBe('DONE')
})

describe('shown once more that it is him', () => {
  const provedIn = async (id: string, at = now) => (await findSession(id, today, at))?.proved ?? null

  test('without a second factor his session remembers it for ten minutes, and no other session does', async () => {
    const actor = await someone('OFFICE')
    const [here, there] = [await signIn(actor), await signIn(actor)]
    expect(await provedIn(here)).toBe(false)
    expect(codeOf(await proveAgain(actor, { sessionId: here, now, proof: null }, options))).toBe('OK')
    expect(await provedIn(here)).toBe(true)
    expect(await provedIn(here, later(599))).toBe(true)
    expect(await provedIn(here, later(600))).toBe(false)
    expect(await provedIn(there)).toBe(false)
    const entry = await db.auditEntry.findFirstOrThrow({ where: { actorId: actor.userId, action: 'user.prove' } })
    expect(entry).toMatchObject({ ok: true, detail: { by: 'PASSWORD' } })
  })

  test('nobody proves anything in somebody else’s session', async () => {
    const [actor, other] = [await someone('OFFICE'), await someone('OFFICE')]
    const theirs = await signIn(other)
    expect(codeOf(await proveAgain(actor, { sessionId: theirs, now, proof: null }, options))).toBe('NOT_FOUND')
    expect(await provedIn(theirs)).toBe(false)
  })

  test('whoever has a second factor needs a code; a wrong one proves nothing', async () => {
    const { actor } = await enrolled('OFFICE')
    const session = await signIn(actor)
    expect(codeOf(await proveAgain(actor, { sessionId: session, now, proof: null }, options))).toBe('FACTOR_CODE_WRONG')
    const wrong: Proof = { kind: 'RECOVERY', code: 'AAAABBBBCCCC' }
    expect(codeOf(await proveAgain(actor, { sessionId: session, now, proof: wrong }, options))).toBe(
      'RECOVERY_CODE_WRONG',
    )
    expect(await provedIn(session)).toBe(false)
  })

  test('until then no ranking is published or corrected, no telephone changed, and no more than 500 rows leave', async () => {
    const open = { ...d.office, proved: false } as Actor
    const due = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) =>
      expect(codeOf(await answer)).toBe('PROOF_DUE')
    await due(publishRanking(open, { month: '2026-10', version: 1 }, options))
    await due(correctRanking(open, { month: '2026-10', version: 1, note: 'x', changes: [] } as never, options))
    await due(changePhone(open, { phone: '13800000000' }, options))
    const rows = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`row-${i}`, { version: 1, cells: {} }]))
    const list = (n: number) => ({ id: newExportId(), kind: 'WEEKLY_LEDGER', query: '', base: rows(n) })
    await due(recordExport(open, list(501), options))
    expect(codeOf(await recordExport(open, list(500), options))).toBe('OK')
    expect(codeOf(await recordExport({ ...open, proved: true }, list(501), options))).toBe('OK')
  })
})
