import { beforeAll, expect, test } from 'vitest'
import { addDays } from '@/lib/domain/plain-date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { moveProcedure } from './procedure-moves'
import { recordUnchanged } from './project-updates'
import { changeStage } from './stage-changes'

let d: TestDistrict
beforeAll(async () => {
  d = await makeDistrict()
})

const today = START
const denials = (userId: string) =>
  db.auditEntry.findMany({ where: { actorId: userId, ok: false }, orderBy: { id: 'asc' } })

test('a role that may never do it is refused, and the attempt is in the audit log', async () => {
  const input = {
    projectId: d.projectId,
    version: 1,
    stage: 'CONSTRUCTION' as const,
    status: 'ACTIVE' as const,
    on: today,
  }
  const before = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
  expect(await changeStage(d.auditor, input, { today })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(await denials(d.auditor.userId)).toMatchObject([
    { action: 'project.stage', code: 'FORBIDDEN', actorName: '审计员' },
  ])
  expect(await db.project.findUniqueOrThrow({ where: { id: d.projectId } })).toEqual(before)
})

test('what is out of sight is not found, not forbidden, and the attempt is remembered as well', async () => {
  const other = await makeDistrict()
  const result = await recordUnchanged(other.steward, { projectIds: [d.projectId] }, { today })
  expect(result).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  expect(await denials(other.steward.userId)).toMatchObject([{ action: 'project.update', code: 'NOT_FOUND' }])
  expect(await db.weeklyUpdate.count({ where: { projectId: d.projectId } })).toBe(0)
})

test('all or nothing: one project out of sight keeps the others unwritten', async () => {
  const other = await makeDistrict()
  const result = await recordUnchanged(d.steward, { projectIds: [d.projectId, other.projectId] }, { today })
  expect(result.ok).toBe(false)
  expect(await db.weeklyUpdate.count({ where: { projectId: { in: [d.projectId, other.projectId] } } })).toBe(0)
})

test('the same key gets the same answer once, however many send it at the same time', async () => {
  const input = { projectIds: [d.projectId] }
  const options = { today, formKey: 'double-tap', bodyHash: 'a' }
  const answers = await Promise.all(Array.from({ length: 5 }, () => recordUnchanged(d.steward, input, options)))
  expect(answers[0]).toMatchObject({ ok: true, value: { projectIds: [d.projectId], updateIds: [expect.any(String)] } })
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await db.weeklyUpdate.count({ where: { projectId: d.projectId } })).toBe(1)
  expect(await db.auditEntry.count({ where: { actorId: d.steward.userId, action: 'project.update', ok: true } })).toBe(
    1,
  )
})

test('the same key with another body is refused and changes nothing', async () => {
  const result = await recordUnchanged(
    d.steward,
    { projectIds: [d.projectId] },
    { today, formKey: 'double-tap', bodyHash: 'b' },
  )
  expect(result).toEqual({ ok: false, error: { code: 'KEY_REUSED' } })
  expect(await db.weeklyUpdate.count({ where: { projectId: d.projectId } })).toBe(1)
})

test('a refused write gives its key back', async () => {
  const options = { today, formKey: 'refused', bodyHash: 'a' }
  const move = { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT' as const, on: addDays(today, 1) }
  expect(await moveProcedure(d.agency, move, options)).toMatchObject({ ok: false, error: { code: 'FUTURE_DATE' } })
  expect(await db.idempotencyKey.count({ where: { key: 'refused' } })).toBe(0)
  expect(await moveProcedure(d.agency, { ...move, on: today }, options)).toMatchObject({ ok: true })
})

test('of writers that saw the same version one wins; the others are told the version now', async () => {
  const fresh = await makeDistrict()
  const move = { procedureId: fresh.first.id, version: fresh.first.version, kind: 'RECEIVE' as const, on: today }
  const answers = await Promise.all(Array.from({ length: 6 }, () => moveProcedure(fresh.agency, move, { today })))
  expect(answers.filter((a) => a.ok)).toHaveLength(1)
  for (const answer of answers.filter((a) => !a.ok))
    expect(answer).toMatchObject({ error: { code: 'CONFLICT', version: 2, state: 'RECEIVED' } })
  expect(await db.procedureEvent.count({ where: { procedureId: fresh.first.id, move: 'RECEIVE' } })).toBe(1)
})

test('the audit log cannot be changed, deleted or emptied', async () => {
  const entry = await db.auditEntry.findFirstOrThrow()
  await expect(db.auditEntry.update({ where: { id: entry.id }, data: { ok: !entry.ok } })).rejects.toThrow(
    /append-only/,
  )
  await expect(db.auditEntry.delete({ where: { id: entry.id } })).rejects.toThrow(/append-only/)
  await expect(db.$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(/append-only/)
  expect(await db.auditEntry.findUniqueOrThrow({ where: { id: entry.id } })).toEqual(entry)
})
