import { beforeAll, expect, test } from 'vitest'
import { changePhone } from './accounts'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { exportMyData, loadMyPage } from './my-data'
import { endOtherSessions, endSession, sessionsOf } from './my-sessions'
import { findSession, startSession } from './sessions'

let d: TestDistrict
beforeAll(async () => {
  d = await makeDistrict()
})

const today = START
const now = new Date()
const begin = (userId: string) => startSession(userId, '10.0.0.1', 'Mozilla/5.0 (Windows NT 10.0) Edg/142.0', now)
const alive = async (id: string) => (await findSession(id, today, now)) !== null

test('one of one’s own sessions ends at once; somebody else’s is not found', async () => {
  const [here, there, foreign] = [
    await begin(d.steward.userId),
    await begin(d.steward.userId),
    await begin(d.successor.userId),
  ]
  expect((await sessionsOf(d.steward, now)).map(({ id }) => id).sort()).toEqual([here, there].sort())
  expect(await endSession(d.steward, { sessionId: foreign }, { today })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(await endSession(d.steward, { sessionId: there }, { today })).toMatchObject({ ok: true })
  expect([await alive(here), await alive(there), await alive(foreign)]).toEqual([true, false, true])
  expect(await endSession(d.steward, { sessionId: there }, { today })).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

test('all others end together, and nobody else’s', async () => {
  const ids = [await begin(d.head.userId), await begin(d.head.userId), await begin(d.head.userId)]
  const foreign = await begin(d.office.userId)
  expect(await endOtherSessions(d.head, { keepId: ids[1] ?? '' }, { today })).toMatchObject({ value: { count: 2 } })
  expect([...(await Promise.all(ids.map(alive))), await alive(foreign)]).toEqual([false, true, false, true])
})

test('what somebody takes along is what is kept about him, and that he took it is written down', async () => {
  await changePhone(d.steward, { phone: '13800000001' }, { today })
  const answer = await exportMyData(d.steward, null, { today })
  if (!answer.ok) throw new Error(answer.error.code)
  const { person, account, assignments, sessions, operations } = answer.value
  expect(person).toMatchObject({ name: '王管家', phone: '13800000001', unit: '代办中心' })
  expect(account).toMatchObject({ role: 'STEWARD' })
  expect(JSON.stringify(answer.value)).not.toContain('passwordHash')
  expect(assignments.stewarded).toEqual([{ number: 1, name: '热力管网', from: START, to: null }])
  expect(sessions.length).toBeGreaterThan(0)
  expect(operations.map((o) => o.action)).toContain('user.phone')
  const remembered = await db.auditEntry.findMany({ where: { actorId: d.steward.userId }, orderBy: { id: 'asc' } })
  expect(remembered.at(-1)).toMatchObject({ action: 'user.export', detail: { operations: operations.length } })
  // A number is nothing for the log.
  expect(JSON.stringify(remembered.map((r) => r.detail))).not.toContain('13800000001')
  expect((await loadMyPage(d.steward)).operations[0]?.action).toBe('user.export')
})
