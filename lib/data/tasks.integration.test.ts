import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { on, type PlainDate } from '@/lib/domain/plain-date'
import { slipFilter, taskFilter } from '@/lib/schemas/task'
import { fromDb, toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, type TestDistrict } from './district.fixture'
import { checkInvariants } from './invariants'
import { draftSlips } from './slip-drafts'
import { listSlips } from './slip-list'
import { answerSlip, issueSlip, issueSlips, refuseSlip } from './slip-writes'
import { decide, slipKindsOf } from './task.fixture'
import { loadTaskDay } from './task-day'
import { findTask } from './task-detail'
import { askExtension, decideTaskExtension } from './task-extensions'
import { listTasks } from './task-list'
import {
  closeTask,
  objectTask,
  reassignTask,
  reportTask,
  resumeTask,
  returnTask,
  signTask,
  submitTask,
  suspendTask,
  upholdTask,
  withdrawTask,
} from './task-moves'

const monday = on('2026-11-09')
const due = on('2026-11-18') // seven working days later
let d: TestDistrict

beforeEach(async () => {
  d = await makeDistrict()
})

const taskDue = async (more = {}, drafts = false) => {
  const { tasks, meeting } = await decide(d, monday, [{ dueOn: toDb(due), ...more }], drafts)
  const [task] = tasks
  if (!task) throw new Error('no task')
  return { id: task.id, meetingId: meeting.id }
}

type Move = (
  actor: Actor,
  input: { taskId: string; version: number; text: string } & Record<string, unknown>,
  options: { today: PlainDate },
) => Promise<{ ok: boolean; error?: { code: string } }>

/** Makes a move of a task as it stands; the code of a refusal, or `ok`. */
async function go(move: unknown, actor: Actor, id: string, today: PlainDate, text = '', more = {}): Promise<string> {
  const { version } = await db.task.findUniqueOrThrow({ where: { id } })
  const answer = await (move as Move)(actor, { taskId: id, version, text, ...more }, { today })
  return answer.ok ? 'ok' : (answer.error?.code ?? '')
}

const proof = () => ({ evidence: `procedure:${d.first.id}`, confirm: `procedure:${d.first.id}` })
const day = (text: string) => on(`2026-11-${text}`)

async function findings(...about: string[]): Promise<string[]> {
  const found = new Set<string>()
  for await (const { invariant, subject } of checkInvariants(day('30'), new Date()))
    if (about.some((id) => subject.includes(id))) found.add(invariant)
  return [...found]
}

describe('a task', () => {
  test('is signed, reported, handed in with proof, sent back, handed in again, and closed by who raised it', async () => {
    const { id } = await taskDue()
    expect(await go(signTask, d.steward, id, day('10'))).toBe('FORBIDDEN')
    expect(await go(signTask, d.agency, id, day('10'))).toBe('ok')
    expect(await go(signTask, d.agency, id, day('10'))).toBe('TASK_MOVE_ILLEGAL')
    expect(await go(reportTask, d.agency, id, day('11'))).toBe('TASK_TEXT_MISSING')
    expect(await go(reportTask, d.agency, id, day('11'), '办了一半')).toBe('ok')
    expect(await go(submitTask, d.agency, id, day('12'), '办完了', { evidence: '' })).toBe('TASK_EVIDENCE_MISSING')
    const other = await makeDistrict()
    const foreign = { evidence: `procedure:${other.first.id}` }
    expect(await go(submitTask, d.agency, id, day('12'), '办完了', foreign)).toBe('TASK_EVIDENCE_MISSING')
    expect(await go(submitTask, d.agency, id, day('12'), '办完了', proof())).toBe('ok')
    expect(await go(closeTask, d.office, id, day('13'))).toBe('TASK_NOT_RAISER')
    expect(await go(returnTask, d.steward, id, day('13'), '缺一份材料')).toBe('ok')
    expect(await db.task.findUnique({ where: { id } })).toMatchObject({ state: 'IN_HAND', result: null })
    expect(await go(submitTask, d.agency, id, day('16'), '补齐了', proof())).toBe('ok')
    expect(await loadTaskDay(d.steward, day('16'))).toMatchObject({ counts: { confirm: 1 } })
    expect(await go(closeTask, d.steward, id, day('16'))).toBe('ok')
    const closed = await findTask(d.office, id, day('17'))
    expect(closed).toMatchObject({ state: 'CLOSED', level: 'GREEN', result: '补齐了', moves: [] })
    expect(closed?.steps.map(({ kind }) => kind)).toEqual(['CLOSE', 'SUBMIT', 'RETURN', 'SUBMIT', 'REPORT', 'SIGN'])
    expect(closed?.slips.map((slip) => slip.state)).toEqual(['closed'])
    expect(await findings(id)).toEqual([])
  })

  test('two who act at once: one wins, the other is told; the same form twice counts once', async () => {
    const { id } = await taskDue()
    const input = { taskId: id, version: 1, text: '' }
    const sign = (formKey: string) => signTask(d.agency, input, { today: day('10'), formKey, bodyHash: 'a' })
    const answers = await Promise.all([sign('one'), sign('two')])
    expect(answers.map((a) => (a.ok ? 'ok' : a.error.code)).sort()).toEqual(['CONFLICT', 'ok'])
    const won = answers[0]?.ok ? 'one' : 'two'
    expect(await sign(won)).toMatchObject({ ok: true })
    expect(await db.taskMove.count({ where: { taskId: id } })).toBe(1)
  })

  test('an objection comes within a working day of its paper, and the office keeps or reassigns', async () => {
    const { id, meetingId } = await taskDue({}, true)
    expect(await findTask(d.agency, id, day('10'))).toMatchObject({ handed: false, wait: null })
    expect(await go(signTask, d.agency, id, day('10'))).toBe('TASK_NOT_HANDED')
    await issueSlips(d.office, { meetingId }, { today: day('10') })
    expect(await go(objectTask, d.agency, id, day('12'), '不归我')).toBe('TASK_OBJECTION_LATE')
    expect(await go(objectTask, d.agency, id, day('11'), '不归我')).toBe('ok')
    expect((await listTasks(d.office, taskFilter.parse({ wait: 'objection' }), day('11'))).total).toBe(1)
    expect(await go(upholdTask, d.office, id, day('11'), '职责在你局')).toBe('ok')
    expect(await go(upholdTask, d.office, id, day('11'), '职责在你局')).toBe('TASK_NOT_OBJECTED')
    expect(await go(reassignTask, d.office, id, day('11'), '改由管家办')).toBe('TASK_RECEIVER_MISSING')
    const { personId } = d.successor
    expect(await go(reassignTask, d.office, id, day('11'), '改由管家办', { ownerId: personId })).toBe('ok')
    expect(await db.slip.findFirst({ where: { taskId: id } })).toMatchObject({ issuedOn: null })
    expect(await findTask(d.agency, id, day('11'))).toBeNull()
    await issueSlips(d.office, { meetingId }, { today: day('12') })
    expect(await go(signTask, d.successor, id, day('12'))).toBe('ok')
  })

  test('is marked when nobody signs in time; signing takes an open objection back, and the history says so', async () => {
    const { id, meetingId } = await taskDue({}, true)
    await issueSlips(d.office, { meetingId }, { today: day('10') })
    const unsigned = async (today: PlainDate) => (await loadTaskDay(d.office, today)).counts.unsigned
    expect([await unsigned(day('11')), await unsigned(day('12'))]).toEqual([0, 1])
    expect((await listTasks(d.office, taskFilter.parse({ wait: 'unsigned' }), day('12'))).rows).toMatchObject([
      { id, unsignedWd: 1, level: 'BLUE', reason: { code: 'UNSIGNED', n: 1 } },
    ])
    expect(await go(objectTask, d.agency, id, day('11'), '不归我')).toBe('ok')
    expect(await findTask(d.office, id, day('13'))).toMatchObject({ unsignedWd: 0, objectedWd: 2 })
    expect(await go(signTask, d.agency, id, day('13'))).toBe('ok')
    const task = await findTask(d.agency, id, day('13'))
    expect(task).toMatchObject({ objectedOn: null, state: 'IN_HAND' })
    expect(task?.steps.map(({ kind }) => kind)).toEqual(['SIGN', 'DROP_OBJECTION', 'OBJECT'])
    expect(await findings(id)).toEqual([])
  })

  test('is proved by what is finished; the rest is asked about once, and nothing to name is no dead end', async () => {
    const { id } = await taskDue({ state: 'IN_HAND' })
    await db.procedure.update({ where: { id: d.first.id }, data: { state: 'ACCEPTED' } })
    const evidence = `procedure:${d.first.id}`
    expect(await go(submitTask, d.agency, id, day('12'), '办完了', { evidence })).toBe('TASK_EVIDENCE_OPEN')
    expect(await go(submitTask, d.agency, id, day('12'), '办完了', { evidence, confirm: evidence })).toBe('ok')
    expect(await findTask(d.steward, id, day('12'))).toMatchObject({ evidence: { state: 'ACCEPTED' }, unproven: false })
    const bare = await taskDue({ state: 'IN_HAND' })
    await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { state: 'NA' } })
    expect(await go(submitTask, d.agency, bare.id, day('12'), '办完了', { evidence: '' })).toBe('ok')
    expect(await findTask(d.steward, bare.id, day('12'))).toMatchObject({ evidence: null, unproven: true })
    expect(await go(closeTask, d.steward, bare.id, day('12'))).toBe('ok')
    expect(await findings(bare.id)).not.toContain('TASKS')
  })

  test('an extension is asked for a working day ahead, decided by the office, and granted once', async () => {
    const { id } = await taskDue()
    await go(signTask, d.agency, id, day('10'))
    const ask = (today: string, until: string) =>
      go(askExtension, d.agency, id, day(today), '等批复', { untilOn: day(until) })
    expect(await ask('18', '20')).toBe('TASK_EXTENSION_LATE')
    expect(await ask('17', '24')).toBe('TASK_EXTENSION_LONG')
    expect(await ask('17', '20')).toBe('ok')
    expect(await ask('17', '20')).toBe('TASK_EXTENSION_ASKED')
    expect((await loadTaskDay(d.office, day('17'))).counts.extension).toBe(1)
    // The job runs before the office has decided; what it drafted is void once more time is granted.
    expect(await draftSlips(d.districtId, day('19'))).toBe(1)
    const decision = (to: string, text = '') => go(decideTaskExtension, d.office, id, day('19'), text, { decision: to })
    expect(await decision('REFUSE')).toBe('TASK_TEXT_MISSING')
    expect(await decision('APPROVE')).toBe('ok')
    expect(await decision('APPROVE')).toBe('TASK_EXTENSION_NOT_ASKED')
    const task = await db.task.findUniqueOrThrow({ where: { id }, include: { slips: true } })
    expect([fromDb(task.dueOn), task.extensions]).toEqual([day('20'), 1])
    expect(task.slips.map(({ kind }) => kind)).toEqual(['ASSIGN'])
    expect(await ask('19', '23')).toBe('TASK_EXTENDED_BEFORE')
    expect(await findings(id)).toEqual([])
  })

  test('each level has its approver: task force, leader of the project, else the office; nobody grants himself time', async () => {
    const { districtId } = d
    const team = await db.org.create({
      data: { districtId, kind: 'TASKFORCE', name: '工业专班', shortName: '工业专班' },
    })
    const taskforce = await addUser(districtId, 'TASKFORCE', '钱专班', team.id)
    const leader = await addUser(districtId, 'LEADER', '孙区长', null)
    const stranger = await addUser(districtId, 'LEADER', '赵区长', null)
    const project = { taskforceId: team.id, leaderId: leader.personId }
    await db.project.update({ where: { id: d.projectId }, data: project })
    const everybody = [taskforce, leader, stranger, d.office]
    const waits = (actor: Actor) => listTasks(actor, taskFilter.parse({ wait: 'extension' }), day('12'))
    const asked = async (more: Record<string, unknown>) => {
      const { id } = await taskDue({ state: 'IN_HAND', askedUntilOn: toDb(day('20')), ...more })
      const waiting = await Promise.all(
        everybody.map(async (one) => (await waits(one)).rows.some((row) => row.id === id)),
      )
      return { id, waiting }
    }
    const decided = (actor: Actor, id: string) =>
      go(decideTaskExtension, actor, id, day('12'), '', { decision: 'APPROVE' })

    const ofTeam = await asked({ tier: 'TASKFORCE' })
    expect(ofTeam.waiting).toEqual([true, false, false, false])
    expect((await waits(taskforce)).rows[0]).toMatchObject({ wait: 'extension' })
    expect(await loadTaskDay(taskforce, day('12'))).toMatchObject({
      counts: { extension: 1 },
      rows: [{ id: ofTeam.id }],
    })
    expect(await findTask(d.agency, ofTeam.id, day('12'))).toMatchObject({ approver: '工业专班', mayDecide: false })
    expect(await decided(leader, ofTeam.id)).toBe('FORBIDDEN')
    expect(await decided(taskforce, ofTeam.id)).toBe('ok')
    expect((await findTask(taskforce, ofTeam.id, day('12')))?.steps[0]).toMatchObject({
      kind: 'EXTEND',
      by: '工业专班 钱专班',
    })

    const ofLeader = await asked({ tier: 'DISTRICT' })
    expect(ofLeader.waiting).toEqual([false, true, false, false])
    expect(await decided(taskforce, ofLeader.id)).toBe('FORBIDDEN')
    expect(await decided(stranger, ofLeader.id)).toBe('FORBIDDEN')
    expect(await decided(leader, ofLeader.id)).toBe('ok')

    for (const more of [
      { tier: 'DEPARTMENT' },
      { tier: 'TASKFORCE', projectId: null },
      { tier: 'TASKFORCE', leadOrgId: team.id },
      { tier: 'DISTRICT', leadOrgId: null, ownerId: leader.personId },
    ]) {
      const ofOffice = await asked(more)
      expect(ofOffice.waiting, JSON.stringify(more)).toEqual([false, false, false, true])
    }
    await db.user.update({ where: { id: leader.userId }, data: { disabledAt: new Date() } })
    expect((await asked({ tier: 'DISTRICT' })).waiting).toEqual([false, false, false, true])

    // A result of its level goes back as well; who confirms is who raised it.
    const { id } = await taskDue({ state: 'REVIEW', tier: 'TASKFORCE', result: '办了', submittedOn: toDb(day('12')) })
    expect((await findTask(taskforce, id, day('12')))?.moves).toEqual(['RETURN'])
    expect(await go(closeTask, taskforce, id, day('12'))).toBe('TASK_NOT_RAISER')
    expect(await go(returnTask, stranger, id, day('12'), '不全')).toBe('FORBIDDEN')
    expect(await go(returnTask, taskforce, id, day('12'), '不全')).toBe('ok')
    // What a task force raised it confirms itself.
    const own = await taskDue({
      state: 'REVIEW',
      raisedById: taskforce.personId,
      result: '办了',
      submittedOn: toDb(day('12')),
    })
    expect(await go(closeTask, taskforce, own.id, day('12'))).toBe('ok')
  })

  test('rests for good reason, and gets the days back it rested', async () => {
    const { id } = await taskDue()
    await go(signTask, d.agency, id, day('10'))
    expect(await go(suspendTask, d.agency, id, day('16'), '等上级')).toBe('FORBIDDEN')
    expect(await go(suspendTask, d.office, id, day('16'), '等上级')).toBe('ok')
    expect(await draftSlips(d.districtId, day('25'))).toBe(0)
    expect(await findTask(d.agency, id, day('20'))).toMatchObject({ level: 'GREY', clock: { paused: true } })
    expect(await go(resumeTask, d.office, id, day('20'))).toBe('ok')
    expect(fromDb((await db.task.findUniqueOrThrow({ where: { id } })).dueOn)).toBe(day('24'))
    expect(await go(withdrawTask, d.office, id, day('23'), '已并入另一事项')).toBe('ok')
    expect(await findings(id)).toEqual([])
  })

  test('of a person whose account is disabled is done, or given to somebody else, by the office', async () => {
    const { id } = await taskDue({ leadOrgId: null, ownerId: d.successor.personId })
    expect(await go(signTask, d.office, id, day('10'))).toBe('FORBIDDEN')
    await db.user.update({ where: { id: d.successor.userId }, data: { disabledAt: new Date() } })
    expect(await findTask(d.office, id, day('10'))).toMatchObject({ receiverGone: true })
    const gone = { ownerId: d.successor.personId }
    expect(await go(reassignTask, d.office, id, day('10'), '人已调离', gone)).toBe('ACCOUNT_DISABLED')
    expect(await go(signTask, d.office, id, day('10'))).toBe('ok')
  })

  test('of a project that left the library is not urged on, is shown as such, and is withdrawn', async () => {
    const { id } = await taskDue()
    await db.project.update({ where: { id: d.projectId }, data: { status: 'REMOVED' } })
    expect(await draftSlips(d.districtId, day('27'))).toBe(0)
    const list = await listTasks(d.office, taskFilter.parse({}), day('27'))
    expect(list.rows[0]?.project).toMatchObject({ gone: true })
    expect(await go(withdrawTask, d.office, id, day('27'), '项目已出库')).toBe('ok')
  })
})

describe('slips', () => {
  test('the job drafts what is late, twice nothing, three days late everything', async () => {
    const [late, five] = [await taskDue(), await taskDue({ dueOn: toDb(day('13')) })]
    const made = slipKindsOf
    expect(await draftSlips(d.districtId, due)).toBe(1)
    expect(await made(five.id)).toEqual(['ASSIGN', 'URGE'])
    // Nothing ran on the 19th, 20th and 23rd.
    expect(await draftSlips(d.districtId, day('24'))).toBe(2)
    expect(await draftSlips(d.districtId, day('24'))).toBe(0)
    expect(await made(late.id)).toEqual(['ASSIGN', 'URGE'])
    expect(await made(five.id)).toEqual(['ASSIGN', 'URGE', 'SUPERVISE'])
    const runs = await Promise.all([1, 2, 3].map(() => draftSlips(d.districtId, day('25'))))
    expect(runs.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect(await made(late.id)).toEqual(['ASSIGN', 'URGE', 'SUPERVISE'])
  })

  test('a person issues them in order, or says why not; the receiver answers; others never see a draft', async () => {
    const { id, meetingId } = await taskDue({ dueOn: toDb(day('13')) }, true)
    await draftSlips(d.districtId, day('23'))
    const slip = async (kind: 'ASSIGN' | 'URGE' | 'SUPERVISE') => {
      const row = await db.slip.findUniqueOrThrow({ where: { taskId_kind: { taskId: id, kind } } })
      return { slipId: row.id, version: row.version }
    }
    const code = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'ok' : answer.error?.code)
    const options = { today: day('23') }
    expect(code(await issueSlip(d.office, await slip('URGE'), options))).toBe('SLIP_EARLIER_OPEN')
    expect((await listSlips(d.agency, slipFilter.parse({}), day('23'))).total).toBe(0)
    expect(code(await issueSlips(d.office, { meetingId }, options))).toBe('ok')
    expect(code(await issueSlips(d.office, { meetingId }, options))).toBe('SLIPS_NONE')
    expect(code(await issueSlip(d.office, await slip('URGE'), options))).toBe('ok')
    expect(code(await issueSlip(d.office, await slip('URGE'), options))).toBe('SLIP_NOT_DRAFT')
    expect(code(await refuseSlip(d.office, { ...(await slip('SUPERVISE')), text: '' }, options))).toBe('REASON_MISSING')
    expect(code(await refuseSlip(d.office, { ...(await slip('SUPERVISE')), text: '已约谈' }, options))).toBe('ok')
    expect(await draftSlips(d.districtId, day('24'))).toBe(0)
    // What was signed stays as it was signed.
    await db.task.update({ where: { id }, data: { text: '改过的事', dueOn: toDb(day('25')) } })
    expect((await listSlips(d.office, slipFilter.parse({ kind: 'URGE' }), day('23'))).rows[0]).toMatchObject({
      said: { text: expect.not.stringContaining('改过'), dueOn: day('13'), lateWd: 6 },
      demand: { dueOn: day('25') },
    })
    const list = await listSlips(d.agency, slipFilter.parse({ mine: '1' }), day('23'))
    expect(list.rows.map(({ kind, state, mayAnswer }) => [kind, state, mayAnswer])).toEqual([
      ['URGE', 'unanswered', true],
      ['ASSIGN', 'unanswered', false],
    ])
    const answer = { ...(await slip('URGE')), text: '下周三办结' }
    expect(code(await answerSlip(d.steward, answer, options))).toBe('FORBIDDEN')
    expect(code(await answerSlip(d.agency, answer, options))).toBe('ok')
    expect((await listSlips(d.office, slipFilter.parse({ state: 'answered' }), day('23'))).rows[0]?.reply).toBe(
      '下周三办结',
    )
    expect(await findings(id, ...list.rows.map((row) => row.id))).toEqual([])
  })
})

test('every count opens exactly its rows, and totals follow the filter', async () => {
  await decide(d, monday, [
    { dueOn: toDb(day('13')), state: 'IN_HAND' },
    { dueOn: toDb(day('20')), state: 'TO_SIGN' },
    { dueOn: toDb(day('27')), state: 'TO_SIGN', leadOrgId: d.office.orgId },
    { dueOn: toDb(day('11')), state: 'SUSPENDED' },
  ])
  const today = day('23')
  const { counts } = await loadTaskDay(d.agency, today)
  const list = async (query: Record<string, string>, actor: Actor = d.agency) =>
    (await listTasks(actor, taskFilter.parse(query), today)).total
  expect(counts).toMatchObject({ hand: await list({ wait: 'hand' }) })
  expect(counts.hand).toBe(1)
  expect(counts).toMatchObject({ sign: await list({ wait: 'sign' }), late: await list({ late: '1', mine: '1' }) })
  expect([counts.sign, counts.late]).toEqual([1, 2])
  expect(await list({ late: '5' })).toBe(1)
  expect(await list({ unit: d.office.orgId ?? '' }, d.office)).toBe(1)
  expect(await list({ meeting: '2026-46', state: 'SUSPENDED' }, d.office)).toBe(1)
  for (const q of ['双轮〔2026〕46-02', '46-02', '46‑2', '双轮催〔2026〕46-02'])
    expect(await list({ q, state: 'all' }, d.office), q).toBe(1)
  // A week alone is all its tasks, and so is what every number begins with.
  for (const q of ['46', '第46周', '双轮']) expect(await list({ q, state: 'all' }, d.office), q).toBe(4)
  for (const q of ['45-02', '45']) expect(await list({ q, state: 'all' }, d.office), q).toBe(0)
  // What another unit has to do about the same project is not the agency's, nor its head's.
  expect(await list({ state: 'all' }, { ...d.agency, role: 'AGENCY_HEAD' })).toBe(3)
  const page = await listTasks(d.office, taskFilter.parse({ state: 'all' }), today)
  expect(page.counts).toMatchObject({ all: 4, open: 4, TO_SIGN: 2, IN_HAND: 1, SUSPENDED: 1, CLOSED: 0 })
  // The other steward has nothing to do with this project.
  expect(await list({ state: 'all' }, d.successor)).toBe(0)
})

test('TASKS, SLIPS: a gap in the numbers, a result without proof, a paper out of order', async () => {
  const { id } = await taskDue({ nth: 2, state: 'CLOSED', closedOn: toDb(day('12')), result: '办了' }, true)
  await db.slip.create({ data: { taskId: id, kind: 'URGE', draftedOn: toDb(day('19')), issuedOn: toDb(day('19')) } })
  expect(await findings(id)).toContain('TASKS')
  const slips = await db.slip.findMany({ where: { taskId: id } })
  expect(await findings(...slips.map((slip) => slip.id))).toEqual(['SLIPS'])
})
