import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import { eachOf } from '@/lib/domain/result'
import { procedureMove, procedureReplan } from '@/lib/schemas/procedure'
import { milestoneChange, projectCreation } from '@/lib/schemas/project-change'
import { fromDb, toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { checkInvariants } from './invariants'
import { changeMilestone } from './milestone-changes'
import { replanProcedure } from './plan-changes'
import { findProcedure } from './procedure-detail'
import { moveProcedure } from './procedure-moves'
import { createProject } from './project-creation'
import { proposeProject } from './project-proposal'

let d: TestDistrict
let sent: Record<string, unknown>

const unit = (districtId: string, kind: 'TASKFORCE' | 'STREET' | 'LEADERSHIP', name: string) =>
  db.org.create({ data: { districtId, kind, name, shortName: name } })
const leaderOf = async (districtId: string) => {
  const { id: orgId } = await unit(districtId, 'LEADERSHIP', '区领导')
  return (await db.person.create({ data: { districtId, name: '林区长', orgId } })).id
}
const create = (changes: Record<string, unknown> = {}, actor: Actor = d.office) =>
  createProject(actor, projectCreation.parse({ ...sent, ...changes }), { today: START })

beforeEach(async () => {
  d = await makeDistrict()
  const { id: versionId } = await db.catalogVersion.findFirstOrThrow({ where: { districtId: d.districtId } })
  await db.template.create({
    data: {
      versionId,
      code: 'SMALL',
      nameZh: '小型',
      nameEn: 'Small',
      targetAgencyWd: 20,
      startConditions: ['SG01'],
      items: [
        { code: 'GH01', need: 'conditional', condition: '用地' },
        { code: 'SG01', need: 'required', promised: 5 },
        { code: 'TC05', need: 'required' },
      ],
      overrides: {},
    },
  })
  sent = {
    name: '新厂房',
    nature: 'NEW',
    stage: 'PERMITTING',
    taskforceId: (await unit(d.districtId, 'TASKFORCE', '低碳科技专班')).id,
    streetId: (await unit(d.districtId, 'STREET', '马寨镇')).id,
    stewardId: d.steward.personId,
    enterpriseName: '某某公司',
    contactName: '何伟',
    contactPhone: '13800000000',
    templateCode: 'SMALL',
    startOn: START,
  }
})

test('a project begins with its steward, its procedures on planned days and its colours', async () => {
  const created = await create({ leaderId: await leaderOf(d.districtId) })
  if (!created.ok) throw new Error(created.error.code)
  const project = await db.project.findUniqueOrThrow({
    where: { id: created.value.projectId },
    include: { stewards: true, procedures: { orderBy: { code: 'asc' } }, contact: true, milestones: true },
  })
  expect(project).toMatchObject({ number: 2, contact: { name: '何伟' } })
  expect(project.stewards.map((s) => s.personId)).toEqual([d.steward.personId])
  // The conditional item was not said to apply; the first that was has nothing to wait for.
  expect(project.procedures.map((p) => [p.code, p.promisedWd, p.state])).toEqual([
    ['SG01', 5, 'READY'],
    ['TC05', 7, 'NOT_STARTED'],
  ])
  expect(project.procedures.every((p) => p.planFinishOn && p.evaluatedOn)).toBe(true)
  expect(project.milestones.map((m) => m.kind)).toContain('START')
})

test('nobody said how long is built: acceptance and production have no day until somebody gives one', async () => {
  await db.catalogItem.updateMany({
    where: { code: 'TC05', catalogVersion: { districtId: d.districtId } },
    data: { stage: '竣工验收' },
  })
  const planned = async (changes: Record<string, unknown>) => {
    const created = await create(changes)
    if (!created.ok) throw new Error(created.error.code)
    const project = await db.project.findUniqueOrThrow({
      where: { id: created.value.projectId },
      include: { procedures: { orderBy: { code: 'asc' } }, milestones: true },
    })
    const [permit, production] = project.procedures.map((p) => p.planFinishOn && fromDb(p.planFinishOn))
    const dated = project.milestones.flatMap((m) => (m.plannedOn ? [m.kind] : [])).sort()
    return { worksWd: project.worksWd, permit, production, dated }
  }
  const open = await planned({ name: '没填工期', worksWd: '' })
  expect(open).toMatchObject({ worksWd: null, production: null, dated: ['START'] })
  const built = await planned({ name: '填了工期', worksWd: '60' })
  expect(built).toMatchObject({ worksWd: 60, permit: open.permit, dated: ['PRODUCTION', 'START'] })
  // Sixty days of works, then the item's own: never on the day of the permit.
  expect((built.production ?? '') > addDays(on(open.permit ?? ''), 60)).toBe(true)
  const page = await proposeProject(d.office, 'SMALL', START, [], null, START)
  expect(page).toMatchObject({ production: null, items: [{ code: 'SG01' }, { code: 'TC05', finishOn: null }] })
})

test('a corrected plan date is the baseline; one that ends before it begins is refused in words', async () => {
  const corrected = { SG01: { submitOn: '2026-12-01', finishOn: '2026-12-09' } }
  const asked = await create({ plans: corrected })
  const shown = asked.ok ? '' : String((asked.error as unknown as { shown: string }).shown)
  const created = await create({ plans: corrected, shown })
  if (!created.ok) throw new Error(created.error.code)
  const where = { projectId_code: { projectId: created.value.projectId, code: 'SG01' } }
  const { baselineFinishOn } = await db.procedure.findUniqueOrThrow({ where })
  expect(baselineFinishOn && fromDb(baselineFinishOn)).toBe('2026-12-09')

  // Half of it typed, half of it proposed.
  const reversed = { SG01: { submitOn: '2027-12-09', finishOn: '' } }
  expect(await create({ name: '另一个', plans: reversed })).toMatchObject({
    ok: false,
    error: { code: 'PLAN_REVERSED', item: 'SG01' },
  })
})

test('a plan day that is wrong is said together with what else is, not after it', async () => {
  const plans = {
    SG01: { submitOn: '2026-12-09', finishOn: '2026-12-01' },
    TC05: { submitOn: '2026-13-01', finishOn: '2026-12-01' },
  }
  const read = projectCreation.safeParse({
    ...sent,
    name: '',
    contactPhone: '12345',
    buildFrom: '2026-12',
    buildTo: '2026-01',
    plans,
  })
  expect(read.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)).toEqual([
    'name NAME_MISSING',
    expect.stringMatching(/^contactPhone /),
    'plans.SG01.finishOn PLAN_REVERSED',
    'plans.TC05.submitOn DATE_INVALID',
    'buildTo SPAN_REVERSED',
  ])
  const old = { SG01: { submitOn: '2020-01-02', finishOn: '' } }
  const refused = await create({ name: '热力管网', plans: old })
  expect(!refused.ok && eachOf(refused.error).map(({ code, field }) => [code, field])).toEqual([
    ['NAME_TAKEN', undefined],
    ['PLAN_BEFORE_CALENDAR', 'plans.SG01.submitOn'],
  ])
})

test('a corrected plan that cannot be is shown before it is the promise, and goes through when it is meant', async () => {
  // A Saturday, and long after what waits for it is planned to end.
  const plans = { SG01: { submitOn: '', finishOn: '2026-12-12' } }
  const asked = await create({ plans })
  expect(asked).toMatchObject({
    error: {
      code: 'PLAN_SHOWN',
      preview: {
        creation: {
          tight: [{ nameZh: '事项TC05', earliest: { on: '2026-12-22' } }],
          daysOff: [{ nameZh: '事项SG01', planFinishOn: '2026-12-12', next: '2026-12-14' }],
        },
      },
    },
  })
  const { shown } = (asked.ok ? {} : asked.error) as { shown: string }
  expect(await create({ plans: { SG01: { submitOn: '', finishOn: '2026-12-19' } }, shown })).toMatchObject({
    error: { code: 'PLAN_SHOWN' },
  })
  expect(await create({ plans, shown })).toMatchObject({ ok: true })
})

test('a corrected filing on a day that cannot be is shown with the first one that can', async () => {
  // Long over; and before the permit it waits for, a Sunday as well.
  const plans = {
    SG01: { submitOn: addDays(START, -20), finishOn: '' },
    TC05: { submitOn: START, finishOn: '' },
  }
  expect(await create({ plans })).toMatchObject({
    error: {
      preview: {
        creation: {
          tight: [],
          daysOff: [],
          filings: [
            { nameZh: '事项SG01', why: 'PAST', earliest: { on: START } },
            { nameZh: '事项TC05', why: 'BEFORE' },
          ],
        },
      },
    },
  })
  // A plan that begins in the past may have filings there.
  const startOn = addDays(START, -21)
  expect(await create({ startOn, plans: { SG01: { submitOn: addDays(START, -20), finishOn: '' } } })).toMatchObject({
    ok: true,
  })
})

test('a phone number without a name is refused at the name, not lost', () => {
  const read = projectCreation.safeParse({ ...sent, contactName: '' })
  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['contactName', 'CONTACT_MISSING'],
  ])
})

test('a plan of the year above the total investment is refused with both figures', async () => {
  expect(await create({ totalWan: '1300', yearPlanWan: '999999' })).toMatchObject({
    ok: false,
    error: { code: 'PLAN_OVER_TOTAL', planFen: '999999000000', totalFen: '1300000000' },
  })
  expect(await create({ totalWan: '1.3亿', yearPlanWan: '13,000' })).toMatchObject({ ok: true })
})

test('the same person under the same number is not a second contact', async () => {
  await create()
  await create({ name: '二期' })
  expect(await db.person.count({ where: { districtId: d.districtId, name: '何伟' } })).toBe(1)
})

test('nobody is given a project who is not offered it: other districts, other roles, units that are gone', async () => {
  const other = await makeDistrict()
  const gone = await unit(d.districtId, 'STREET', '已撤街道')
  await db.org.update({ where: { id: gone.id }, data: { dissolvedOn: toDb(START) } })
  const refused = async (changes: Record<string, unknown>) => {
    const result = await create(changes)
    return result.ok ? 'accepted' : result.error.code
  }
  expect(await refused({ stewardId: d.agency.personId })).toBe('STEWARD_MISSING')
  expect(await refused({ stewardId: other.steward.personId })).toBe('STEWARD_MISSING')
  expect(await refused({ leaderId: d.agency.personId })).toBe('LEADER_MISSING')
  expect(await refused({ leaderId: await leaderOf(other.districtId) })).toBe('LEADER_MISSING')
  expect(await refused({ streetId: gone.id })).toBe('STREET_MISSING')
  expect(await refused({ streetId: sent.taskforceId })).toBe('STREET_MISSING')
  expect(await refused({ name: '热力管网' })).toBe('NAME_TAKEN')
})

/** Gives somebody projects that are work, by the numbers from 100. */
async function give(personId: string, n: number) {
  for (let number = 100; number < 100 + n; number++)
    await db.project.create({
      data: {
        districtId: d.districtId,
        number,
        name: `第${number}号`,
        searchText: `第${number}号`,
        enteredOn: toDb(START),
        stewards: { create: { personId, fromOn: toDb(START) } },
      },
    })
}

test('a steward gets a ninth project only when somebody says why, and the reason stays with the assignment', async () => {
  await give(d.steward.personId, 7)
  const refused = await create()
  expect(!refused.ok && refused.error).toEqual({ code: 'STEWARD_FULL', has: 8, n: 9, most: 8 })
  const created = await create({ overloadReason: '同一园区，只有他熟悉' })
  if (!created.ok) throw new Error(created.error.code)
  expect(await db.stewardAssignment.findFirst({ where: { projectId: created.value.projectId } })).toMatchObject({
    personId: d.steward.personId,
    note: '同一园区，只有他熟悉',
  })
})

test('a project that has left the library is nobody’s work', async () => {
  await give(d.steward.personId, 7)
  await db.project.updateMany({ where: { number: 100 }, data: { status: 'REMOVED' } })
  expect((await create()).ok).toBe(true)
})

test('a plan from years ago goes in only with a reason', async () => {
  // Of a year before the calendar no plan can be counted, whatever the reason.
  expect(await create({ startOn: '2020-01-02', startReason: '补登老项目' })).toMatchObject({
    error: { code: 'PLAN_BEFORE_CALENDAR', field: 'startReason' },
  })
  const refused = await create({ startOn: '2024-01-02' })
  expect(!refused.ok && refused.error.code).toBe('START_DOUBTFUL')
  expect((await create({ startOn: '2024-01-02', startReason: '补登老项目' })).ok).toBe(true)
})

test('its steward corrects the proposed plan for five working days, before work on the item began', async () => {
  const created = await create()
  if (!created.ok) throw new Error(created.error.code)
  const { projectId } = created.value
  const item = () => db.procedure.findUniqueOrThrow({ where: { projectId_code: { projectId, code: 'SG01' } } })
  const plan = async (planFinishOn: string, today: PlainDate, by: Actor = d.steward) => {
    const { id, version } = await item()
    const said = (shown?: unknown) => procedureReplan.parse({ procedureId: id, version, planFinishOn, shown })
    const asked = await replanProcedure(by, said(), { today })
    // What follows for the items after it is shown, as it is of a first plan.
    return !asked.ok && 'shown' in asked.error ? replanProcedure(by, said(asked.error.shown), { today }) : asked
  }
  const days = async () => {
    const { planFinishOn, baselineFinishOn, planMoves } = await item()
    return [planFinishOn && fromDb(planFinishOn), baselineFinishOn && fromDb(baselineFinishOn), planMoves]
  }
  // The fifth working day: Monday to Monday.
  const last = addDays(START, 7)
  expect((await findProcedure(d.steward, (await item()).id, last))?.correctUntil).toBe(last)
  expect((await findProcedure(d.office, (await item()).id, last))?.correctUntil).toBeNull()
  expect((await plan('2026-11-20', last)).ok).toBe(true)
  expect(await days()).toEqual(['2026-11-20', '2026-11-20', 0])
  const [line] = await db.planChange.findMany({ where: { projectId } })
  expect(line).toMatchObject({ nth: 0, approverId: null, reason: '' })
  // The same belongs to the milestones that were proposed with it.
  const start = { projectId, kind: 'START', plannedOn: '2026-11-13' }
  expect((await changeMilestone(d.steward, milestoneChange.parse(start), { today: last })).ok).toBe(true)
  expect(
    await db.milestone.findUniqueOrThrow({ where: { projectId_kind: { projectId, kind: 'START' } } }),
  ).toMatchObject({
    moves: 0,
    baselineOn: toDb(on('2026-11-13')),
  })
  // Anybody else's change, and his own a day later, move a promise.
  expect(await plan('2026-11-24', last, d.office)).toMatchObject({ error: { code: 'REASON_MISSING', nth: 1 } })
  expect(await plan('2026-11-24', addDays(last, 1))).toMatchObject({ error: { code: 'REASON_MISSING', nth: 1 } })
  const { id: procedureId, version } = await item()
  const filed = procedureMove.parse({ procedureId, version, kind: 'FILE', on: START })
  expect((await moveProcedure(d.steward, filed, { today: START })).ok).toBe(true)
  expect(await plan('2026-11-24', START)).toMatchObject({ error: { code: 'REASON_MISSING' } })
  for await (const { invariant, subject } of checkInvariants(START, new Date()))
    expect([invariant, subject]).not.toEqual(['PLAN_MOVES', `procedure ${procedureId}`])
})

test('a rehearsal says what would be refused, and writes nothing', async () => {
  const input = projectCreation.parse({ ...sent, name: '热力管网', streetId: d.projectId })
  const refused = await createProject.rehearse(d.office, input, START)
  expect(refused && eachOf(refused).map(({ code }) => code)).toEqual(['NAME_TAKEN', 'STREET_MISSING'])
  const kept = async () => [
    await db.project.count(),
    await db.auditEntry.count({ where: { districtId: d.districtId } }),
  ]
  const before = await kept()
  expect(await createProject.rehearse(d.office, projectCreation.parse(sent), START)).toBeNull()
  // Who may not do it is told nothing of what is there.
  expect(await createProject.rehearse(d.steward, input, START)).toBeNull()
  expect(await kept()).toEqual(before)
})
