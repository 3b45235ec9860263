import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import { addDays } from '@/lib/domain/plain-date'
import { PLAN_MOVES_MAX } from '@/lib/domain/plan-change'
import { procedureMove, procedureReplan } from '@/lib/schemas/procedure'
import { milestoneChange, stageChange } from '@/lib/schemas/project-change'
import { approveOpen } from './approval.fixture'
import {
  approvalsToday,
  countToDecide,
  countUnheard,
  findApproval,
  listApprovals,
  listOutcomes,
  pendingOfProcedure,
  pendingOfProject,
} from './approval-list'
import { decideApproval, withdrawApproval } from './approval-writes'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { checkInvariants } from './invariants'
import { changeMilestone } from './milestone-changes'
import { seeNotice } from './notice-writes'
import { replanProcedure } from './plan-changes'
import { findProcedure } from './procedure-detail'
import { moveProcedure } from './procedure-moves'
import { changeStage } from './stage-changes'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})
const TODAY = addDays(START, 7)

const read = (id: string) => db.procedure.findUniqueOrThrow({ where: { id } })
const open = () => db.approval.findFirstOrThrow({ where: { districtId: d.districtId }, orderBy: { createdAt: 'desc' } })

/** The steward holds the first procedure to be needless. */
async function askNeedless(by: Actor = d.steward) {
  const { version } = await read(d.first.id)
  const said = { procedureId: d.first.id, version, kind: 'NOT_APPLICABLE', on: START, reason: '不涉及' }
  const answer = await moveProcedure(by, procedureMove.parse({ ...said, approverId: d.office.personId }), {
    today: START,
  })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

async function decide(by: Actor, terms: Record<string, unknown> = {}) {
  const { id, version } = await open()
  const seen = (await findApproval(d.office, id, TODAY))?.rowVersion ?? 0
  const input = { approvalId: id, version, seen, decision: 'APPROVE', text: '', ...terms } as never
  return decideApproval(by, input, { today: TODAY })
}

test('what somebody else has to approve changes nothing until he has, and then at once', async () => {
  const before = await read(d.first.id)
  const { asked } = await askNeedless()
  expect(asked).not.toBeNull()
  expect(await read(d.first.id)).toEqual(before)
  expect((await pendingOfProcedure(d.steward, d.first.id, TODAY)).rows).toMatchObject([
    { kind: 'NOT_APPLICABLE', askedBy: '王管家', approver: '周办', askedOn: START, waitsWd: 5 },
  ])
  expect((await approvalsToday(d.office, TODAY)).mine).toHaveLength(1)
  expect((await approvalsToday(d.steward, TODAY)).sent).toHaveLength(1)
  expect(await decide(d.office)).toMatchObject({ ok: true, value: { approved: true } })
  expect((await read(d.first.id)).state).toBe('NA')
  const [event] = (await findProcedure(d.steward, d.first.id, TODAY))?.events ?? []
  // The day it was approved is the day it holds from; who asked and who approved both stand there.
  expect(event).toMatchObject({ move: 'NOT_APPLICABLE', on: TODAY, who: '王管家', approver: '周办', reason: '不涉及' })
  expect((await approvalsToday(d.office, TODAY)).mineCount).toBe(0)
  expect((await listApprovals(d.steward, { state: 'decided', page: 1 }, TODAY)).rows).toMatchObject([
    { state: 'APPROVED', decidedBy: '周办' },
  ])
})

test('a refusal says why, changes nothing, and is told to who asked', async () => {
  await askNeedless()
  expect(await decide(d.office, { decision: 'REFUSE' })).toMatchObject({ error: { code: 'APPROVAL_WHY_MISSING' } })
  expect((await decide(d.office, { decision: 'REFUSE', text: '旧批复已过期' })).ok).toBe(true)
  expect((await read(d.first.id)).state).not.toBe('NA')
  const { sent } = await approvalsToday(d.steward, TODAY)
  expect(sent).toMatchObject([{ state: 'REFUSED', decidedBy: '周办', answer: '旧批复已过期' }])
  expect((await findApproval(d.steward, sent[0]?.id ?? '', TODAY))?.steps[0]).toMatchObject({
    kind: 'REFUSE',
    by: '周办',
    text: '旧批复已过期',
  })
  expect((await approvalsToday(d.steward, addDays(TODAY, 8))).sentCount).toBe(0)
  expect(await decide(d.office)).toMatchObject({ error: { code: 'APPROVAL_DECIDED' } })
})

test('whoever asked finds the outcome in the bell until he has looked at it, and so does who stands in for him', async () => {
  await askNeedless()
  expect(await countUnheard(d.steward)).toBe(0)
  expect((await decide(d.office, { decision: 'REFUSE', text: '旧批复已过期' })).ok).toBe(true)
  const deputy = { ...d.successor, standsInFor: [d.successor.personId, d.steward.personId] } as Actor
  // Of a project the deputy sees for him, and nobody else is told.
  for (const [actor, n] of [
    [d.steward, 1],
    [deputy, 1],
    [d.successor, 0],
    [d.office, 0],
  ] as const)
    expect(await countUnheard(actor)).toBe(n)
  const [told] = await listOutcomes(d.steward, 'open', TODAY)
  expect(told).toMatchObject({ state: 'REFUSED', answer: '旧批复已过期', decidedBy: '周办', heard: false })
  const see = { approvalId: told?.id ?? '' }
  expect(await seeNotice(d.successor, see, { today: TODAY })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(await seeNotice(d.steward, see, { today: TODAY })).toMatchObject({ value: { href: `/approvals/${told?.id}` } })
  expect(await countUnheard(d.steward)).toBe(0)
  expect(await listOutcomes(d.steward, 'open', TODAY)).toEqual([])
  expect(await listOutcomes(d.steward, 'all', TODAY)).toMatchObject([{ heard: true }])
  await askNeedless()
  expect((await decide(d.office)).ok).toBe(true)
  // Marking everything as read is having looked at it as well.
  expect((await seeNotice(d.steward, {}, { today: TODAY })).ok).toBe(true)
  expect(await countUnheard(d.steward)).toBe(0)
})

test('a leader’s deputy decides what the leader was asked for, in his own name and by the leader’s right', async () => {
  const leader = await addUser(d.districtId, 'LEADER', '陈区长', null)
  const other = await addUser(d.districtId, 'LEADER', '孙区长', null)
  await db.project.update({ where: { id: d.projectId }, data: { leaderId: leader.personId } })
  await db.procedure.update({
    where: { id: d.first.id },
    data: { planFinishOn: toDb(addDays(START, 30)), planMoves: PLAN_MOVES_MAX },
  })
  const { version } = await read(d.first.id)
  const said = {
    procedureId: d.first.id,
    version,
    planFinishOn: '2026-12-18',
    shown: ' 2026-12-18',
    reason: '图纸修改',
  }
  const input = procedureReplan.parse({ ...said, approverId: leader.personId })
  expect(await replanProcedure(d.steward, input, { today: TODAY })).toMatchObject({ ok: true })
  // A leader as well, but nobody's deputy.
  expect(await countToDecide(other)).toBe(0)
  expect(await decide(other)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const deputy = { ...other, standsInFor: [other.personId, leader.personId] } as Actor
  expect(await countToDecide(deputy)).toBe(1)
  expect((await decide(deputy)).ok).toBe(true)
  const { state, decidedById } = await open()
  expect({ state, decidedById }).toEqual({ state: 'APPROVED', decidedById: other.personId })
  expect(await db.planChange.findFirst({ where: { procedureId: d.first.id } })).toMatchObject({
    nth: PLAN_MOVES_MAX + 1,
    approverId: leader.personId,
  })
})

test('is asked once at a time, and can be taken back by who asked', async () => {
  await askNeedless()
  await expect(askNeedless()).rejects.toThrow('APPROVAL_OPEN')
  const { id, version } = await open()
  const back = { approvalId: id, version }
  expect(await withdrawApproval(d.successor, back, { today: TODAY })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(await withdrawApproval(d.office, back, { today: TODAY })).toMatchObject({
    error: { code: 'APPROVAL_OF_OTHERS' },
  })
  expect((await withdrawApproval(d.steward, back, { today: TODAY })).ok).toBe(true)
  expect(await decide(d.office)).toMatchObject({ error: { code: 'APPROVAL_DECIDED' } })
  expect((await askNeedless()).asked).not.toBeNull()
})

test('after a handover who asked still reads his request, and it is the new steward’s to take back', async () => {
  await askNeedless()
  const { id, version } = await open()
  await db.stewardAssignment.updateMany({ where: { projectId: d.projectId }, data: { toOn: toDb(START) } })
  const { personId } = d.successor
  await db.stewardAssignment.create({ data: { projectId: d.projectId, personId, fromOn: toDb(START) } })
  const listed = (by: Actor) => listApprovals(by, { state: 'pending', page: 1 }, TODAY)
  expect((await listed(d.steward)).rows).toMatchObject([{ id, mayWithdraw: true }])
  expect(await findApproval(d.steward, id, TODAY)).toMatchObject({ mayWithdraw: true, opens: false })
  expect((await listed(d.successor)).rows).toMatchObject([{ id, mayWithdraw: true }])
  expect((await listed(d.office)).rows).toMatchObject([{ id, mayWithdraw: false }])
  expect((await withdrawApproval(d.successor, { approvalId: id, version }, { today: TODAY })).ok).toBe(true)
  expect(await findApproval(d.steward, id, TODAY)).toMatchObject({ state: 'WITHDRAWN', mayWithdraw: false })
})

test('a row that moved on is shown before it is approved; one that cannot be is refused in words', async () => {
  await askNeedless()
  const { version } = await read(d.first.id)
  const file = { procedureId: d.first.id, version, kind: 'FILE', on: START } as const
  expect((await moveProcedure(d.steward, procedureMove.parse(file), { today: START })).ok).toBe(true)
  const { id } = await open()
  expect(await findApproval(d.office, id, TODAY)).toMatchObject({ moved: true, outdated: false })
  expect(await decide(d.office, { seen: version })).toMatchObject({ error: { code: 'APPROVAL_MOVED' } })
  // Accepted as well, it can no longer be needless: its own rule says so, in the words of any other move.
  const filed = await read(d.first.id)
  const accept = { procedureId: d.first.id, version: filed.version, kind: 'ACCEPT', on: START } as const
  expect((await moveProcedure(d.agency, procedureMove.parse(accept), { today: START })).ok).toBe(true)
  expect(await decide(d.office)).toMatchObject({ error: { code: 'ILLEGAL_MOVE' } })
  expect((await findApproval(d.office, id, TODAY))?.state).toBe('PENDING')
})

test('a plan that moved another way meanwhile is no longer what was asked', async () => {
  await db.procedure.update({ where: { id: d.first.id }, data: { planFinishOn: toDb(addDays(START, 30)) } })
  const plan = async (by: Actor, day: string, approverId?: string) => {
    const { version } = await read(d.first.id)
    const said = {
      procedureId: d.first.id,
      version,
      planFinishOn: day,
      shown: ` ${day}`,
      reason: '图纸修改',
      approverId,
    }
    return replanProcedure(by, procedureReplan.parse(said), { today: TODAY })
  }
  expect(await plan(d.steward, '2026-12-18', d.office.personId)).toMatchObject({ ok: true })
  expect((await plan(d.office, '2026-12-21')).ok).toBe(true)
  const { id } = await open()
  expect(await findApproval(d.office, id, TODAY)).toMatchObject({
    outdated: true,
    change: { kind: 'PLAN', nth: 1, fromFinishOn: addDays(START, 30), finishOn: '2026-12-18' },
  })
  expect(await decide(d.office)).toMatchObject({ error: { code: 'APPROVAL_OUTDATED' } })
  expect((await decide(d.office, { decision: 'REFUSE', text: '已另行调整' })).ok).toBe(true)
})

test('a day that has come does not wait with the plan that has to be approved', async () => {
  const milestone = (by: Actor, terms: Record<string, unknown>) =>
    changeMilestone(by, milestoneChange.parse({ projectId: d.projectId, kind: 'SIGNING', ...terms }), { today: TODAY })
  expect((await milestone(d.office, { plannedOn: '2026-11-20' })).ok).toBe(true)
  const both = { plannedOn: '2026-11-27', actualOn: START, reason: '提前签了', approverId: d.office.personId }
  expect(await milestone(d.steward, both)).toMatchObject({ ok: true, value: { asked: expect.any(String) } })
  const row = () =>
    db.milestone.findUniqueOrThrow({ where: { projectId_kind: { projectId: d.projectId, kind: 'SIGNING' } } })
  expect(await row()).toMatchObject({ plannedOn: toDb('2026-11-20' as never), actualOn: toDb(START), moves: 0 })
  expect((await approveOpen(d.office, TODAY)).ok).toBe(true)
  expect(await row()).toMatchObject({ plannedOn: toDb('2026-11-27' as never), moves: 1 })
  expect(await db.planChange.findMany({ where: { projectId: d.projectId } })).toMatchObject([
    { nth: 1, approverId: d.office.personId, actorId: d.steward.userId },
  ])
})

test('a task force asks the office for a side state; the head decides what the office asks of him', async () => {
  const head = await addUser(d.districtId, 'HEAD', '组长', null)
  const project = () => db.project.findUniqueOrThrow({ where: { id: d.projectId } })
  const say = async (status: string, approverId: string) => {
    const { version, stage } = await project()
    const said = { projectId: d.projectId, version, stage, status, on: START, reason: '缓建', approverId }
    return changeStage(d.office, stageChange.parse(said), { today: START })
  }
  expect(await say('SUSPENDED', head.personId)).toMatchObject({ ok: true, value: { asked: expect.any(String) } })
  expect((await project()).status).toBe('ACTIVE')
  expect((await pendingOfProject(d.steward, d.projectId, TODAY)).rows).toMatchObject([
    { change: { kind: 'STAGE', fromStatus: 'ACTIVE', toStatus: 'SUSPENDED' } },
  ])
  // Not the office's own: it asked.
  expect(await decide(d.office)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect((await decide(head)).ok).toBe(true)
  expect((await project()).status).toBe('SUSPENDED')
})

describe('the doctor finds every version in the audit log', () => {
  const askExtension = async () => {
    const { version } = await read(d.first.id)
    const said = { procedureId: d.first.id, version, kind: 'EXTEND', days: 5, on: TODAY, reason: '需现场核查' }
    const input = procedureMove.parse({ ...said, approverId: d.head.personId })
    const asked = await moveProcedure(d.agency, input, { today: TODAY })
    expect(asked).toMatchObject({ ok: true, value: { asked: expect.any(String) } })
    return d.head
  }
  const asks = {
    'not applicable': async () => {
      await askNeedless()
      return d.office
    },
    'an extension': async () => {
      const { version } = await read(d.first.id)
      const accept = { procedureId: d.first.id, version, kind: 'ACCEPT', on: START } as const
      expect((await moveProcedure(d.agency, procedureMove.parse(accept), { today: START })).ok).toBe(true)
      return askExtension()
    },
    'a plan': async () => {
      const first = { procedureId: d.first.id, version: (await read(d.first.id)).version, planFinishOn: '2026-12-02' }
      const planned = procedureReplan.parse({ ...first, shown: ' 2026-12-02' })
      expect((await replanProcedure(d.steward, planned, { today: TODAY })).ok).toBe(true)
      const { version } = await read(d.first.id)
      const said = {
        planFinishOn: '2026-12-18',
        shown: ' 2026-12-18',
        reason: '图纸修改',
        approverId: d.office.personId,
      }
      const input = procedureReplan.parse({ procedureId: d.first.id, version, ...said })
      expect((await replanProcedure(d.steward, input, { today: TODAY })).ok).toBe(true)
      return d.office
    },
  } as const
  const ends = {
    approved: (by: Actor) => decide(by),
    refused: (by: Actor) => decide(by, { decision: 'REFUSE', text: '不同意' }),
    withdrawn: async () => {
      const { id, version, askedById } = await open()
      return withdrawApproval(
        askedById === d.agency.userId ? d.agency : d.steward,
        { approvalId: id, version },
        { today: TODAY },
      )
    },
  } as const
  const cases = (Object.keys(asks) as (keyof typeof asks)[]).flatMap((ask) =>
    (Object.keys(ends) as (keyof typeof ends)[]).map((end) => [ask, end] as const),
  )

  test.each(cases)('%s, %s', async (ask, end) => {
    const by = await asks[ask]()
    expect((await ends[end](by)).ok).toBe(true)
    const found = []
    for await (const finding of checkInvariants(TODAY, new Date()))
      if ([d.projectId, d.first.id, d.second.id].some((id) => finding.subject.includes(id))) found.push(finding)
    expect(found).toEqual([])
  })
})

describe('who sees and who decides', () => {
  test('a request is seen where its row is, and decided by whom it was asked of', async () => {
    await askNeedless()
    const { id } = await open()
    const stranger = await makeDistrict()
    expect(await findApproval(stranger.office, id, TODAY)).toBeNull()
    expect(await findApproval(d.successor, id, TODAY)).toBeNull()
    for (const role of ROLES) {
      const actor = { ...d.office, role, userId: d.successor.userId, personId: d.successor.personId, standsInFor: [] }
      const seen = await findApproval(actor as never as Actor, id, TODAY)
      expect(`${role} ${seen?.mayDecide ?? false}`).toBe(`${role} ${role === 'OFFICE'}`)
    }
  })

  test('a plan and a stage of a project are not an agency handler’s business', async () => {
    const head = await addUser(d.districtId, 'HEAD', '组长', null)
    const { version, stage } = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
    const said = { projectId: d.projectId, version, stage, status: 'REMOVED', on: START, reason: '撤资' }
    await changeStage(d.office, stageChange.parse({ ...said, approverId: head.personId }), { today: START })
    const { id } = await open()
    expect(await findApproval(d.agency, id, TODAY)).toBeNull()
    expect(await findApproval(d.head, id, TODAY)).not.toBeNull()
  })

  test('a colleague of the unit it was asked of decides as well, and is named as who approved', async () => {
    await askNeedless()
    const colleague = await addUser(d.districtId, 'OFFICE', '吴办', d.office.orgId)
    expect((await approvalsToday(colleague, TODAY)).mineCount).toBe(1)
    expect((await decide(colleague)).ok).toBe(true)
    const [event] = (await findProcedure(d.steward, d.first.id, TODAY))?.events ?? []
    expect(event?.approver).toBe('吴办')
  })
})
