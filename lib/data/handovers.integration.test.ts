import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays } from '@/lib/domain/plain-date'
import { eachOf } from '@/lib/domain/result'
import { procedureMove } from '@/lib/schemas/procedure'
import { disableAccount } from './accounts'
import { fromDb, toDb } from './date'
import { db } from './db'
import { setDeputy } from './deputies'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { decideHandover, proposeHandover, withdrawHandover } from './handovers'
import { findProcedure } from './procedure-detail'
import { moveProcedure } from './procedure-moves'
import { managementOf } from './project-brief'
import { findProject } from './project-detail'
import { visibleProjects } from './visible'
import { loadWorkbench } from './workbench'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})
const later = addDays(START, 7)

const live = () => db.stewardAssignment.findMany({ where: { projectId: d.projectId, toOn: null } })
async function propose() {
  const input = { projectIds: [d.projectId], toId: d.successor.personId, note: '调岗' }
  const result = await proposeHandover(d.steward, input, { today: START })
  if (!result.ok) throw new Error(result.error.code)
  return result.value.handoverIds[0] ?? ''
}

test('the old steward stays responsible until the new one accepts, then the new one is', async () => {
  const handoverId = await propose()
  expect((await live()).map((s) => s.personId)).toEqual([d.steward.personId])
  const accepted = await decideHandover(d.successor, { handoverId, accept: true }, { today: later })
  expect(accepted).toMatchObject({
    ok: true,
    value: { accepted: true, project: '热力管网', to: d.successor.name },
  })
  expect((await live()).map((s) => s.personId)).toEqual([d.successor.personId])
  const history = await db.stewardAssignment.findMany({ where: { projectId: d.projectId }, orderBy: { fromOn: 'asc' } })
  expect(history.map((s) => s.toOn && fromDb(s.toOn))).toEqual([later, null])
})

test('open items are listed as they stood when it was proposed', async () => {
  await moveProcedure(
    d.agency,
    { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT', on: START },
    { today: START },
  )
  const handover = await db.handover.findUniqueOrThrow({ where: { id: await propose() } })
  expect(handover.openItems).toMatchObject({
    procedures: [{ code: 'GH01', state: 'ACCEPTED' }],
    issues: [],
    promises: [],
  })
})

test('what waits for an approval passes with the project, and is listed', async () => {
  const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.second.id } })
  const needless = { procedureId: d.second.id, version, kind: 'NOT_APPLICABLE', on: START, reason: '不涉及' } as const
  const input = procedureMove.parse({ ...needless, approverId: d.office.personId })
  expect((await moveProcedure(d.steward, input, { today: START })).ok).toBe(true)
  await propose()
  expect((await loadWorkbench(d.successor, START)).handovers).toMatchObject([
    { open: { approvals: [{ kind: 'NOT_APPLICABLE', item: { nameZh: '事项SG01' }, askedOn: START }] } },
  ])
})

test('what was withdrawn is open as well', async () => {
  for (const [actor, kind] of [
    [d.agency, 'RECEIVE'],
    [d.steward, 'WITHDRAW'],
  ] as const) {
    const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
    const input = { procedureId: d.first.id, version, kind, on: START, reason: '材料重报' }
    expect(await moveProcedure(actor, input, { today: START })).toMatchObject({ ok: true })
  }
  const handover = await db.handover.findUniqueOrThrow({ where: { id: await propose() } })
  expect(handover.openItems).toMatchObject({ procedures: [{ code: 'GH01', state: 'WITHDRAWN' }] })
})

test('declined needs a reason and leaves everything as it was', async () => {
  const handoverId = await propose()
  const without = await decideHandover(d.successor, { handoverId, accept: false }, { today: later })
  expect(without).toMatchObject({ ok: false, error: { code: 'REASON_MISSING' } })
  const declined = await decideHandover(
    d.successor,
    { handoverId, accept: false, answer: '项目太多' },
    { today: later },
  )
  expect(declined).toMatchObject({ ok: true, value: { accepted: false } })
  expect((await live()).map((s) => s.personId)).toEqual([d.steward.personId])
  const again = await decideHandover(d.successor, { handoverId, accept: true }, { today: later })
  expect(again).toMatchObject({ ok: false, error: { code: 'HANDOVER_DECIDED' } })
})

test('is taken back by who proposed it while nobody has answered, and can be proposed anew', async () => {
  const handoverId = await propose()
  const { office, steward, successor } = d
  expect(await withdrawHandover(office, { handoverId }, { today: later })).toMatchObject({
    error: { code: 'HANDOVER_OF_OTHERS' },
  })
  // Whom it is offered to has nothing to do with the project yet.
  expect(await withdrawHandover(successor, { handoverId }, { today: later })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  expect((await loadWorkbench(steward, START)).offered).toMatchObject([{ mine: true }])
  expect((await managementOf(office, d.projectId, START))?.handover).toMatchObject({ to: '李管家', mine: false })
  expect(await withdrawHandover(steward, { handoverId }, { today: later })).toMatchObject({
    ok: true,
    value: { project: '热力管网', to: '李管家' },
  })
  const late = await decideHandover(successor, { handoverId, accept: true }, { today: later })
  expect(late).toMatchObject({ error: { code: 'HANDOVER_DECIDED', state: 'WITHDRAWN' } })
  expect((await live()).map((s) => s.personId)).toEqual([steward.personId])
  expect((await loadWorkbench(successor, START)).handovers).toEqual([])
  const again = await propose()
  expect((await decideHandover(successor, { handoverId: again, accept: true }, { today: later })).ok).toBe(true)
  expect(await withdrawHandover(steward, { handoverId: again }, { today: later })).toMatchObject({ ok: false })
})

test('only who is to take over decides; two answers at once leave one steward', async () => {
  const handoverId = await propose()
  const stranger = await decideHandover(d.steward, { handoverId, accept: true }, { today: later })
  expect(stranger).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  const answers = await Promise.all(
    [1, 2, 3].map(() => decideHandover(d.successor, { handoverId, accept: true }, { today: later })),
  )
  expect(answers.filter((a) => a.ok)).toHaveLength(1)
  expect(await live()).toHaveLength(1)
})

test('a second live steward is refused by the database, however he gets there', async () => {
  const second = { projectId: d.projectId, personId: d.successor.personId, fromOn: toDb(later) }
  await expect(db.stewardAssignment.create({ data: second })).rejects.toThrow(/Unique constraint/)
  const closed = await db.stewardAssignment.create({ data: { ...second, toOn: toDb(later) } })
  await expect(db.stewardAssignment.update({ where: { id: closed.id }, data: { toOn: null } })).rejects.toThrow(
    /Unique constraint/,
  )
  expect(await live()).toHaveLength(1)
})

test('a second open proposal is refused by the rule and by the database', async () => {
  await propose()
  const again = await proposeHandover(
    d.office,
    { projectIds: [d.projectId], toId: d.successor.personId, note: '再来' },
    { today: START },
  )
  expect(again).toMatchObject({ ok: false, error: { code: 'HANDOVER_OPEN' } })
  const row = {
    projectId: d.projectId,
    fromId: d.steward.personId,
    toId: d.successor.personId,
    note: '',
    openItems: {},
  }
  await expect(db.handover.create({ data: row })).rejects.toThrow(/Unique constraint/)
})

test('who is a live steward cannot be disabled before he has handed over', async () => {
  const input = { userId: d.steward.userId }
  const sysadmin = { ...d.office, role: 'SYSADMIN' as const }
  expect(await disableAccount(sysadmin, input, { today: later })).toMatchObject({
    ok: false,
    error: { code: 'STEWARD_HAS_PROJECTS', count: 1 },
  })
  await decideHandover(d.successor, { handoverId: await propose(), accept: true }, { today: later })
  await db.session.create({ data: { userId: input.userId, expiresAt: new Date(Date.now() + 60_000) } })
  expect(await disableAccount(sysadmin, input, { today: later })).toMatchObject({ ok: true })
  expect(await db.session.count({ where: { userId: input.userId, revokedAt: null } })).toBe(0)
})

test('while nobody has answered, the old steward’s day and the project’s team say so', async () => {
  await propose()
  expect((await loadWorkbench(d.steward, START)).offered).toMatchObject([{ project: '热力管网', to: '李管家' }])
  expect((await loadWorkbench(d.successor, START)).handovers).toHaveLength(1)
  expect((await loadWorkbench(d.successor, START)).offered).toEqual([])
  expect((await findProject(d.office, d.projectId, START))?.openHandover).toMatchObject({
    toName: '李管家',
    mine: false,
  })
})

test('a project offered to somebody is weighed against his own, not those he stands in for', async () => {
  const { personId: deputyId } = d.successor
  const absence = { deputyId, fromOn: START, toOn: later, reason: '年休假' }
  expect((await setDeputy(d.steward, absence, { today: START })).ok).toBe(true)
  const standsInFor = [deputyId, d.steward.personId]
  await propose()
  const deputy = { ...d.successor, standsInFor } as Actor
  expect((await loadWorkbench(deputy, START)).handovers).toMatchObject([{ has: 0, receiver: null }])
  // He sees the project's management for whom he stands in for, and is asked there as well, not told that he is waited for.
  expect((await managementOf(deputy, d.projectId, START))?.handover).toMatchObject({ from: '王管家', receives: true })
  expect((await managementOf(d.office, d.projectId, START))?.handover).toMatchObject({ receives: false })
  const other = { ...d.office, standsInFor: [d.office.personId, deputyId] } as Actor
  expect((await loadWorkbench(other, START)).handovers).toMatchObject([{ has: 0, receiver: '李管家' }])
})

test('who stands in for the steward is in the team on the days of his absence', async () => {
  const { personId: deputyId } = d.successor
  const absence = { deputyId, fromOn: START, toOn: later, reason: '年休假' }
  expect((await setDeputy(d.steward, absence, { today: START })).ok).toBe(true)
  const deputies = async (today: typeof START) => (await findProject(d.office, d.projectId, today))?.deputies
  expect(await deputies(later)).toMatchObject([{ name: '李管家', until: later }])
  expect(await deputies(addDays(later, 1))).toEqual([])
  // All that is wrong with an absence is said at once.
  const wrong = await setDeputy(
    d.steward,
    { ...absence, deputyId: d.office.personId, toOn: addDays(START, -9) },
    { today: START },
  )
  expect(wrong.ok ? [] : eachOf(wrong.error).map(({ code }) => code)).toEqual(['PERSON_MISSING', 'DEPUTY_REVERSED'])
})

test('who is to take a project over reads it before he answers, changes nothing, and no longer once he has declined', async () => {
  const handoverId = await propose()
  expect(await findProject(d.successor, d.projectId, later)).toMatchObject({ id: d.projectId, offered: true })
  expect(await findProcedure(d.successor, d.first.id, later)).toMatchObject({
    offered: true,
    moves: [],
    mayReplan: false,
    takeBack: null,
  })
  // It is none of his yet: not in his lists, not his to change, and nobody else's to read.
  expect(await db.project.count({ where: visibleProjects(d.successor) })).toBe(0)
  const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
  const file = { procedureId: d.first.id, version, kind: 'FILE', on: START } as const
  expect(await moveProcedure(d.successor, file, { today: START })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  const bystander = await addUser(d.districtId, 'STEWARD', '赵管家', d.steward.orgId)
  expect(await findProject(bystander, d.projectId, later)).toBeNull()
  const said = { handoverId, accept: false, answer: '手上已满' }
  expect((await decideHandover(d.successor, said, { today: later })).ok).toBe(true)
  expect(await findProject(d.successor, d.projectId, later)).toBeNull()
  expect(await findProcedure(d.successor, d.first.id, later)).toBeNull()
})
