import { beforeEach, expect, test } from 'vitest'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { appendAudit } from './audit'
import { sealAudit } from './audit-seal'
import { toDb } from './date'
import { db, type Tx } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import type { Invariant } from './finding'
import { checkInvariants } from './invariants'
import { moveProcedure } from './procedure-moves'
import { recordUnchanged } from './project-updates'

let d: TestDistrict
const today: PlainDate = START

/** What the doctor says of this test's rows; the tests before it left theirs. */
async function findings(...about: string[]): Promise<Invariant[]> {
  const found = new Set<Invariant>()
  for await (const { invariant, subject } of checkInvariants(today, new Date()))
    if (about.some((id) => subject.includes(id))) found.add(invariant)
  return [...found]
}

/** Breaks a row as nobody can who goes through the application: with triggers and constraints out of the way. */
const sabotage = (act: (tx: Tx) => Promise<unknown>) =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await act(tx)
  })

beforeEach(async () => {
  d = await makeDistrict()
  const move = { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT' as const, on: today }
  await moveProcedure(d.agency, move, { today, formKey: d.first.id, bodyHash: 'a' })
  await recordUnchanged(d.steward, { projectIds: [d.projectId] }, { today })
})

test('a district that was only ever written to through the gate breaks nothing', async () => {
  expect(await findings(d.projectId, d.first.id, d.second.id, d.agency.userId)).toEqual([])
})

test.each<[Invariant, string, (tx: Tx) => Promise<unknown>]>([
  [
    'LEVEL_CACHE',
    'a colour painted by hand',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { level: 'BLUE' } }),
  ],
  [
    'LEVEL_CACHE',
    'another owner',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { levelOwner: 'ENTERPRISE' } }),
  ],
  [
    'LEVEL_CACHE',
    'a change foretold wrongly',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { nextLevelOn: null } }),
  ],
  [
    'LEVEL_HISTORY',
    'a colour painted by hand',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { level: 'BLUE' } }),
  ],
  [
    'PROCEDURE_FOLD',
    'a day edited past its event',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { acceptedOn: toDb(addDays(today, -1)) } }),
  ],
  [
    'PROCEDURE_FOLD',
    'an event that vanished',
    (tx) => tx.procedureEvent.deleteMany({ where: { procedureId: d.first.id, move: 'OPEN' } }),
  ],
  [
    'VERSION_AUDIT',
    'a version without an audit row',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { version: 9 } }),
  ],
  [
    'DATES',
    'a state without its day',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { acceptedOn: null } }),
  ],
  [
    'DATES',
    'a day that lies ahead',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { acceptedOn: toDb(addDays(today, 9)) } }),
  ],
  [
    'PLAN_MOVES',
    'a count nobody can show',
    (tx) => tx.procedure.update({ where: { id: d.first.id }, data: { planMoves: 2 } }),
  ],
])('%s: %s', async (invariant, _name, act) => {
  await sabotage(act)
  expect(await findings(d.first.id)).toContain(invariant)
})

test('LEVEL_SUMS: a procedure counted in another district', async () => {
  const other = await makeDistrict()
  await sabotage((tx) => tx.procedure.update({ where: { id: d.first.id }, data: { districtId: other.districtId } }))
  expect(await findings(d.first.id)).toContain('LEVEL_SUMS')
})

test('AGENCY_PROJECTS: an agency that lost sight of its project', async () => {
  await sabotage((tx) => tx.agencyProject.deleteMany({ where: { projectId: d.projectId } }))
  expect(await findings(d.projectId)).toEqual(['AGENCY_PROJECTS'])
})

test('ONE_STEWARD: overlapping stewardships, and a steward whose account is disabled', async () => {
  await sabotage((tx) => tx.user.update({ where: { id: d.steward.userId }, data: { disabledAt: new Date() } }))
  expect(await findings(d.projectId)).toEqual(['ONE_STEWARD'])
})

test('YEAR_SUMS: a weekly amount changed behind the back of its year', async () => {
  const { projectId } = d
  const plan = await db.yearPlan.create({ data: { projectId, year: 2026, plannedFen: 100n } })
  const weekOf = toDb(today)
  await sabotage((tx) => tx.investmentEntry.create({ data: { projectId, weekOf, amountFen: 5n } }))
  expect(await findings(plan.id)).toEqual(['YEAR_SUMS'])
})

test('MONEY: a negative amount of a weekly update', async () => {
  const update = await db.weeklyUpdate.findFirstOrThrow({ where: { projectId: d.projectId } })
  await sabotage((tx) => tx.weeklyUpdate.update({ where: { id: update.id }, data: { completedFen: -1n } }))
  expect(await findings(update.id)).toEqual(['MONEY'])
})

test('IDEMPOTENCY: an answer kept for a write nobody audited', async () => {
  await sabotage(
    (tx) =>
      tx.$executeRaw`UPDATE "IdempotencyKey" SET "createdAt" = now() - interval '1 hour' WHERE key = ${d.first.id}`,
  )
  expect(await findings(d.agency.userId)).toEqual(['IDEMPOTENCY'])
})

test('SESSIONS: a live session of a disabled account', async () => {
  const user = await db.user.findUniqueOrThrow({ where: { id: d.auditor.userId } })
  await db.session.create({ data: { userId: user.id, expiresAt: new Date(Date.now() + 60_000) } })
  expect(await findings(user.username)).toEqual([])
  await sabotage((tx) => tx.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } }))
  expect(await findings(user.username)).toEqual(['SESSIONS'])
})

test('ADMIN_ROLES: one person as two administrators', async () => {
  const phone = `137${Date.now()}`
  const usernames = []
  for (const role of ['SYSADMIN', 'SECADMIN'] as const) {
    const person = await db.person.create({ data: { districtId: d.districtId, name: role, phone } })
    const username = `${role}-${person.id}`
    await db.user.create({
      data: { districtId: d.districtId, username, passwordHash: 'none', role, personId: person.id },
    })
    usernames.push(username)
  }
  expect(await findings(...usernames)).toEqual(['ADMIN_ROLES'])
})

test('JOB_RUNS: a run that never ended', async () => {
  await db.jobRun.create({
    data: { name: 'stuck', period: d.districtId, startedAt: new Date(Date.now() - 20 * 60_000) },
  })
  expect(await findings(d.districtId)).toEqual(['JOB_RUNS'])
  await db.jobRun.deleteMany({ where: { period: d.districtId } })
})

test('AUDIT_CHAIN: one changed letter in an entry is found, and the entry named', async () => {
  await sealAudit()
  await db.$transaction((tx) => appendAudit(tx, { actor: d.office, action: 'probe', subject: d.projectId, ok: true }))
  expect(await sealAudit()).toBe(1)
  const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'probe', subject: d.projectId } })
  const range = `entry ${entry.id}`
  expect(await findings(range)).toEqual([])
  const rename = (actorName: string) =>
    sabotage((tx) => tx.auditEntry.update({ where: { id: entry.id }, data: { actorName } }))
  await rename('周小办')
  expect(await findings(range)).toEqual(['AUDIT_CHAIN'])
  await rename(entry.actorName)
  expect(await findings(range)).toEqual([])
})

test('what is sealed is not sealed again', async () => {
  await sealAudit()
  expect(await sealAudit()).toBe(0)
})
