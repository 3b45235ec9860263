import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays } from '@/lib/domain/plain-date'
import type { PlanPreview } from '@/lib/schemas/plan-preview'
import { procedureReplan } from '@/lib/schemas/procedure'
import { milestoneChange } from '@/lib/schemas/project-change'
import { approveOpen } from './approval.fixture'
import { fromDb, toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { changeMilestone } from './milestone-changes'
import { replanProcedure } from './plan-changes'
import { findProcedure, listApprovers } from './procedure-detail'
import { loadActivity } from './project-activity'
import { managementOf } from './project-brief'
import { findProject } from './project-detail'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})
const TODAY = addDays(START, 21)

/** Gives the project a process whose works begin once its second procedure is finished. */
async function needPermit() {
  const version = await db.catalogVersion.findFirstOrThrow({ where: { districtId: d.districtId } })
  const named = { versionId: version.id, code: 'T', nameZh: '流程', nameEn: 'Process' }
  const template = { ...named, targetAgencyWd: 21, startConditions: ['SG01'], items: [], overrides: {} }
  const { id } = await db.template.create({ data: template })
  await db.project.update({ where: { id: d.projectId }, data: { templateId: id } })
}

/** A district leader with an account. */
const addLeader = (name: string) => addUser(d.districtId, 'LEADER', name, null)

describe('a plan of a procedure that moves', () => {
  beforeEach(async () => {
    await db.procedure.update({
      where: { id: d.first.id },
      data: { planFinishOn: toDb(addDays(START, 30)), baselineFinishOn: toDb(addDays(START, 30)) },
    })
    await db.procedure.update({ where: { id: d.second.id }, data: { planFinishOn: toDb(addDays(START, 45)) } })
  })
  async function plan(planFinishOn: string, terms: Record<string, unknown> = {}, by: Actor = d.steward) {
    const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
    const said = { reason: '图纸修改', approverId: d.office.personId, ...terms }
    const input = procedureReplan.parse({ procedureId: d.first.id, version, planFinishOn, ...said })
    return replanProcedure(by, input, { today: TODAY })
  }

  test('needs a reason and the office, and shows what follows before it is saved', async () => {
    expect(await plan('2026-12-30', { reason: '' })).toMatchObject({ error: { code: 'REASON_MISSING' } })
    expect(await plan('2026-12-30', { approverId: undefined })).toMatchObject({ error: { code: 'APPROVER_MISSING' } })
    expect(await plan('2026-12-30', { approverId: d.head.personId })).toMatchObject({
      error: { code: 'APPROVER_NOT_ENTITLED' },
    })
    const asked = await plan('2026-12-30')
    expect(asked).toMatchObject({
      error: {
        code: 'PLAN_SHOWN',
        shown: ' 2026-12-30',
        preview: { tight: [{ nameZh: '事项SG01', planFinishOn: addDays(START, 45) }] },
      },
    })
    expect(await db.planChange.count({ where: { procedureId: d.first.id } })).toBe(0)
    // Another day than the one that was shown is shown first.
    expect(await plan('2026-12-31', { shown: ' 2026-12-30' })).toMatchObject({ error: { code: 'PLAN_SHOWN' } })
    expect((await plan('2026-12-30', { shown: ' 2026-12-30' })).ok).toBe(true)
    expect((await findProcedure(d.steward, d.first.id, TODAY))?.planHistory).toEqual([])
    expect((await approveOpen(d.office, TODAY)).ok).toBe(true)
    const page = await findProcedure(d.steward, d.first.id, TODAY)
    expect(page?.planHistory[0]).toMatchObject({ nth: 1, who: '王管家', approver: '周办' })
    const [told] = (await loadActivity(d.projectId)).filter(({ kind }) => kind === 'PLAN')
    expect(told).toMatchObject({ plan: 'FINISH', nth: 1, approver: '周办', text: '图纸修改' })
    expect(page?.baselineFinishOn).toBe(addDays(START, 30))
  })

  test('moves neither to a year nobody can count nor into the past', async () => {
    expect(await plan('2020-02-05')).toMatchObject({
      error: { code: 'PLAN_BEFORE_CALENDAR', field: 'planFinishOn', year: 2024 },
    })
    expect(await plan(addDays(TODAY, -1))).toMatchObject({ error: { code: 'PLAN_PAST', field: 'planFinishOn' } })
    const milestone = milestoneChange.parse({ projectId: d.projectId, kind: 'START', plannedOn: '2020-02-05' })
    expect(await changeMilestone(d.steward, milestone, { today: TODAY })).toMatchObject({
      error: { code: 'PLAN_BEFORE_CALENDAR', field: 'plannedOn' },
    })
  })

  test('moves twice by the office, which approves its own; a third time 第3次 by a leader’s approval', async () => {
    const mine = { approverId: undefined }
    expect((await plan('2026-12-30', { ...mine, shown: ' 2026-12-30' }, d.office)).ok).toBe(true)
    expect((await plan('2027-01-08', { ...mine, shown: ' 2027-01-08' }, d.office)).ok).toBe(true)
    expect((await findProcedure(d.office, d.first.id, TODAY))?.planApproval).toBe('REPLAN_AGAIN')
    const third = { shown: ' 2027-01-15' }
    const [leader, { personId: other }] = [await addLeader('林区长'), await addLeader('马区长')]
    const own = leader.personId
    await db.project.update({ where: { id: d.projectId }, data: { leaderId: own } })
    expect(await plan('2027-01-15', { ...third, ...mine }, d.office)).toMatchObject({
      error: { code: 'APPROVER_MISSING' },
    })
    expect(await plan('2027-01-15', third, d.office)).toMatchObject({ error: { code: 'APPROVER_NOT_ENTITLED' } })
    expect((await listApprovers(d.office, d.first.id, 'REPLAN_AGAIN')).map(({ id }) => id)).toEqual([own])
    expect(await plan('2027-01-15', { ...third, approverId: other }, d.office)).toMatchObject({
      error: { code: 'APPROVER_NOT_ENTITLED' },
    })
    expect((await plan('2027-01-15', { ...third, approverId: own }, d.steward)).ok).toBe(true)
    expect((await findProcedure(d.steward, d.first.id, TODAY))?.planMoves).toBe(2)
    expect((await approveOpen(leader, TODAY)).ok).toBe(true)
    const page = await findProcedure(d.steward, d.first.id, TODAY)
    expect(page?.planHistory[0]).toMatchObject({ nth: 3, approver: '林区长', reason: '图纸修改' })
    expect(page?.baselineFinishOn).toBe(addDays(START, 30))
  })

  test('beyond the office, where no leader has an account, it answers for having seen the approval', async () => {
    await db.procedure.update({ where: { id: d.first.id }, data: { planMoves: 2 } })
    expect((await plan('2027-01-15', { approverId: undefined, shown: ' 2027-01-15' }, d.office)).ok).toBe(true)
    const page = await findProcedure(d.steward, d.first.id, TODAY)
    expect(page?.planHistory[0]).toMatchObject({ nth: 3, approver: '周办', onBehalf: true })
  })

  test('promises nothing in its preview that the page does not show afterwards', async () => {
    await needPermit()
    const asked = await plan('2026-12-30')
    if (asked.ok || asked.error.code !== 'PLAN_SHOWN') throw new Error('the plan was not shown')
    const { preview } = asked.error as unknown as { preview: PlanPreview }
    expect((await plan('2026-12-30', { shown: ' 2026-12-30' })).ok).toBe(true)
    expect((await approveOpen(d.office, TODAY)).ok).toBe(true)
    const page = await findProject(d.steward, d.projectId, TODAY)
    expect(page?.constructionStart).not.toBeNull()
    expect(page?.constructionStart).toEqual(preview.foreseen.start)
    expect(page?.production).toEqual(preview.foreseen.production)
    expect(page?.level).toBe(preview.project.to)
    expect(page?.procedures.find(({ id }) => id === d.first.id)?.level).toBe(preview.level.to)
  })

  test('is shown where nothing follows as well', async () => {
    // The last of the graph, drawn forward: nothing is held up by it.
    const last = await db.procedure.update({
      where: { projectId_code: { projectId: d.projectId, code: 'TC05' } },
      data: { planFinishOn: toDb(addDays(START, 200)) },
    })
    const input = procedureReplan.parse({
      procedureId: last.id,
      version: last.version,
      planFinishOn: addDays(START, 190),
      reason: '图纸修改',
    })
    expect(await replanProcedure(d.office, input, { today: TODAY })).toMatchObject({
      error: { code: 'PLAN_SHOWN', preview: { earliest: null, tight: [], milestones: [] } },
    })
    expect(await db.planChange.count({ where: { procedureId: last.id } })).toBe(0)
  })
})

describe('milestones', () => {
  const set = (said: Record<string, unknown>, by: Actor = d.steward) =>
    changeMilestone(by, milestoneChange.parse({ projectId: d.projectId, ...said }), { today: TODAY })
  const actual = async (kind: 'START' | 'COMPLETION' | 'PRODUCTION') => {
    const found = await db.milestone.findUnique({ where: { projectId_kind: { projectId: d.projectId, kind } } })
    return found?.actualOn ? fromDb(found.actualOn) : null
  }

  test('are reached in their order: earlier days nobody recorded are said with a later one', async () => {
    const said = { kind: 'PRODUCTION', actualOn: '2026-11-20' }
    expect(await set(said)).toMatchObject({ error: { code: 'EARLIER_MISSING', missing: ['START', 'COMPLETION'] } })
    expect(await set({ ...said, earlier: { START: '2026-11-21', COMPLETION: '2026-11-10' } })).toMatchObject({
      error: { code: 'MILESTONE_ORDER_LATER', field: 'earlier.START' },
    })
    expect(await set({ ...said, earlier: { START: '2026-03-02', COMPLETION: '2026-12-01' } })).toMatchObject({
      error: { code: 'FUTURE_DATE', field: 'earlier.COMPLETION' },
    })
    expect(await actual('START')).toBeNull()
    const all = { ...said, earlier: { START: '2026-03-02', COMPLETION: '2026-11-10' } }
    expect(await set(all)).toMatchObject({ error: { code: 'MOVE_DOUBTED', open: [], enteredOn: START } })
    expect((await set({ ...all, despite: 'BEFORE_ENTRY' })).ok).toBe(true)
    expect([await actual('START'), await actual('COMPLETION'), await actual('PRODUCTION')]).toEqual([
      '2026-03-02',
      '2026-11-10',
      '2026-11-20',
    ])
  })

  test('a start the record speaks against is asked about, told in the history, and taken back with a reason', async () => {
    await needPermit()
    const said = { kind: 'START', actualOn: '2026-11-01' }
    expect(await set(said)).toMatchObject({
      error: { code: 'MOVE_DOUBTED', asks: 'despite', open: [{ nameZh: '事项SG01' }], enteredOn: START },
    })
    expect(await set({ ...said, despite: 'OTHER' })).toMatchObject({ error: { field: 'despiteNote' } })
    expect(await actual('START')).toBeNull()
    expect((await set({ ...said, despite: 'BEFORE_ENTRY' })).ok).toBe(true)
    const told = async () => (await loadActivity(d.projectId)).filter(({ kind }) => kind === 'REACHED')
    expect(await told()).toMatchObject([{ milestone: 'START', to: '2026-11-01', who: '王管家' }])
    expect((await set({ kind: 'COMPLETION', actualOn: '2026-11-20' })).ok).toBe(true)
    const back = { kind: 'START', takeBack: 'true', actualOn: '2026-11-01' }
    expect(await set({ ...back, reason: '点错项目' })).toMatchObject({
      error: { code: 'MILESTONE_NEEDED', after: 'COMPLETION' },
    })
    const completion = { kind: 'COMPLETION', takeBack: 'true' }
    expect(await set(completion)).toMatchObject({ error: { code: 'REASON_MISSING', asks: 'reason' } })
    expect((await set({ ...completion, reason: '点错项目' })).ok).toBe(true)
    expect((await set({ ...back, reason: '点错项目' })).ok).toBe(true)
    expect(await actual('START')).toBeNull()
    expect((await told()).filter(({ to }) => !to)).toMatchObject([
      { milestone: 'START', from: '2026-11-01', text: '点错项目' },
      { milestone: 'COMPLETION', from: '2026-11-20', text: '点错项目' },
    ])
  })

  test('a plan moves with a reason, the approval of the office and in its order; the first one is kept', async () => {
    expect((await set({ kind: 'START', plannedOn: '2026-12-01' })).ok).toBe(true)
    expect((await set({ kind: 'ENROLMENT', plannedOn: '2027-01-05' })).ok).toBe(true)
    const later = { kind: 'START', plannedOn: '2027-01-10', reason: '合同晚签', approverId: d.office.personId }
    expect(await set(later)).toMatchObject({
      error: { code: 'MILESTONE_ORDER_LATER', after: 'ENROLMENT', on: '2027-01-05', field: 'plannedOn' },
    })
    const fits = { ...later, plannedOn: '2026-12-20' }
    expect(await set({ ...fits, reason: '' })).toMatchObject({ error: { code: 'REASON_MISSING', asks: 'reason' } })
    expect(await set({ ...fits, approverId: undefined })).toMatchObject({
      error: { code: 'APPROVER_MISSING', asks: 'approverId' },
    })
    expect(await set({ ...fits, approverId: d.head.personId })).toMatchObject({
      error: { code: 'APPROVER_NOT_ENTITLED', asks: 'approverId' },
    })
    expect(await db.planChange.count({ where: { projectId: d.projectId } })).toBe(0)
    for (const plannedOn of ['2026-12-20', '2026-12-22']) {
      expect((await set({ ...fits, plannedOn })).ok).toBe(true)
      expect((await approveOpen(d.office, TODAY)).ok).toBe(true)
    }
    // Two are the office's to approve; a third is the leader's, whoever asks for it.
    const third = { ...fits, plannedOn: '2026-12-24' }
    const leads = await addLeader('林区长')
    const leader = leads.personId
    await db.project.update({ where: { id: d.projectId }, data: { leaderId: leader } })
    expect(await set(third)).toMatchObject({ error: { code: 'APPROVER_NOT_ENTITLED', asks: 'approverId' } })
    expect(await set({ ...third, approverId: undefined }, d.office)).toMatchObject({
      error: { code: 'APPROVER_MISSING' },
    })
    const forms = await managementOf(d.steward, d.projectId, TODAY)
    expect(forms?.milestones.map(({ kind, planApproval }) => [kind, planApproval])).toContainEqual([
      'START',
      'REPLAN_AGAIN',
    ])
    expect(forms?.planApprovers.REPLAN_AGAIN.map(({ id }) => id)).toEqual([leader])
    expect((await set({ ...third, approverId: leader })).ok).toBe(true)
    expect((await approveOpen(leads, TODAY)).ok).toBe(true)
    const kept = (await managementOf(d.steward, d.projectId, TODAY))?.milestones.find(({ kind }) => kind === 'START')
    expect(kept).toMatchObject({ baselineOn: '2026-12-01', plannedOn: '2026-12-24', moves: 3 })
    expect(kept?.history.map(({ nth, reason, approver }) => [nth, reason, approver])).toEqual([
      [1, '合同晚签', '周办'],
      [2, '合同晚签', '周办'],
      [3, '合同晚签', '林区长'],
    ])
    const changes = await db.planChange.findMany({ where: { projectId: d.projectId }, orderBy: { nth: 'asc' } })
    expect(changes.map(({ nth, approverId }) => [nth, approverId])).toEqual([
      [1, d.office.personId],
      [2, d.office.personId],
      [3, leader],
    ])
  })

  test('a day somebody else set meanwhile is put before whoever sets it second', async () => {
    const began = { START: { plannedOn: '', actualOn: '' } }
    expect((await set({ kind: 'START', plannedOn: '2026-12-01', began })).ok).toBe(true)
    const mine = { kind: 'START', plannedOn: '2026-12-10', began, reason: '合同晚签' }
    expect(await set(mine, d.office)).toMatchObject({
      error: {
        code: 'CONFLICT',
        clashes: { plannedOn: { base: '', theirs: '2026-12-01', who: '王管家' } },
      },
    })
    const answered = { ...mine, pick: { plannedOn: 'mine' }, seen: { plannedOn: '2026-12-01' } }
    expect((await set(answered, d.office)).ok).toBe(true)
    const [change] = await db.planChange.findMany({ where: { projectId: d.projectId } })
    expect(change && [change.fromOn, change.toOn].map((day) => day && fromDb(day))).toEqual([
      '2026-12-01',
      '2026-12-10',
    ])
  })
})
