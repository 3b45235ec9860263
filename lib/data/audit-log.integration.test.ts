import { beforeAll, expect, test } from 'vitest'
import { dayOfInstant } from '@/lib/clock'
import type { Actor } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { changePhone, changePreference } from './accounts'
import { appendAudit } from './audit'
import { openAuditEntry, readAudit } from './audit-log'
import { sealAudit } from './audit-seal'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { changeStage } from './stage-changes'
import { openSlip } from './supervision-writes'

let d: TestDistrict
const today = START
beforeAll(async () => {
  d = await makeDistrict()
  await changePreference(d.steward, { theme: 'dark' }, { today })
  await changePhone(d.agency, { phone: null }, { today })
  const input = {
    projectId: d.projectId,
    version: 1,
    stage: 'CONSTRUCTION' as const,
    status: 'ACTIVE' as const,
    on: today,
  }
  await changeStage(d.agency, input, { today })
})

const read = async (filter: Parameters<typeof readAudit>[1], actor: Actor = d.auditor) => {
  const answer = await readAudit(actor, filter, { today })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const actions = async (filter: Parameters<typeof readAudit>[1]) => (await read(filter)).rows.map((row) => row.action)

test('the log is searched by person, subject, result and day, and every search is in it', async () => {
  expect(await actions({ who: '王管家' })).toEqual(['user.preference'])
  expect(await actions({ noun: 'project' })).toEqual(['project.stage'])
  expect(await actions({ who: '吴经办', result: 'refused' })).toEqual(['project.stage'])
  expect(await actions({ who: '没有这个人' })).toEqual([])
  const now = dayOfInstant(new Date())
  expect(await actions({ who: '吴经办', from: now, to: now })).toHaveLength(2)
  expect(await actions({ who: '吴经办', to: on('2020-01-01') })).toEqual([])
  const [latest] = (await read({ noun: 'audit' })).rows
  expect(latest).toMatchObject({ action: 'audit.read', actorName: '审计员' })
})

test('an entry that names nothing itself says which project or whose week it is about', async () => {
  const { districtId, projectId } = d
  const [weekOf, on] = [toDb(START), toDb(START)]
  const meeting = await db.meeting.create({ data: { districtId, weekOf, year: 2026, week: 45, on, hour: 9 } })
  const foreign = await makeDistrict()
  const unit = await db.org.create({ data: { districtId, kind: 'UTILITY', name: '供电公司', shortName: '供电公司' } })
  const order = { source: 'RELEASE', toOrgId: unit.id, matter: '一直没有办', demand: '说明原因' } as const
  const slip = await db.$transaction((tx) => openSlip(tx, d.head, order, START))
  const entries: readonly [object, unknown][] = [
    [
      { action: 'agenda.send', subject: meeting.id },
      { kind: 'meeting', year: 2026, week: 45 },
    ],
    [
      { action: 'project.update', subject: projectId, projectId },
      { kind: 'projects', name: '热力管网', n: 1 },
    ],
    [
      { action: 'project.update', detail: { projectIds: [projectId, projectId] } },
      { kind: 'projects', name: '热力管网', n: 2 },
    ],
    [
      { action: 'supervision.close', subject: slip.ok ? slip.value.slipId : '', projectId },
      { kind: 'supervision', year: '2026', n: 1 },
    ],
    [{ action: 'reminder.send', projectId: foreign.projectId }, null],
    [{ action: 'user.preference', subject: d.steward.userId }, null],
  ]
  for (const [entry, about] of entries) {
    await appendAudit(db, { actor: d.successor, action: '', ok: true, ...entry })
    expect((await read({ who: d.successor.name })).rows[0]).toMatchObject({ label: null, about })
  }
})

test('a page begins before an entry, so that new entries push nothing onto it', async () => {
  for (let i = 0; i < 52; i++) await changePreference(d.head, { textSize: 125 }, { today })
  const first = await read({ who: '郑局' })
  expect(first.rows).toHaveLength(50)
  await changePreference(d.head, { textSize: 100 }, { today })
  const second = await read({ who: '郑局', before: first.next ?? undefined })
  expect(second.rows).toHaveLength(2)
  expect(second.next).toBeNull()
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(52)
})

test('one entry opens with what it kept and whether its seal still fits', async () => {
  const [row] = (await read({ who: '王管家' })).rows
  const open = async (id: string, actor: Actor = d.auditor) => openAuditEntry(actor, { id }, { today })
  expect(await open(row?.id ?? '')).toMatchObject({ value: { detail: { theme: 'dark' } } })
  await sealAudit()
  expect(await open(row?.id ?? '')).toMatchObject({ value: { seal: { state: 'SEALED' } } })
  // Whoever owns the database can go round the triggers, and is found out.
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRaw`UPDATE "AuditEntry" SET "detail" = '{"theme":"light"}' WHERE "id" = ${BigInt(row?.id ?? 0)}`
  })
  expect(await open(row?.id ?? '')).toMatchObject({ value: { seal: { state: 'CHANGED' } } })
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRaw`UPDATE "AuditEntry" SET "detail" = '{"theme":"dark"}' WHERE "id" = ${BigInt(row?.id ?? 0)}`
  })
  const away = await makeDistrict()
  expect(await open(row?.id ?? '', away.auditor)).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

test('nobody but the auditor reads it', async () => {
  for (const role of ['SYSADMIN', 'SECADMIN', 'OFFICE'] as const)
    expect(await readAudit({ ...d.office, role } as Actor, {}, { today })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
})
