import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { lastDataLine } from '@/lib/domain/escalation'
import { addDays, on } from '@/lib/domain/plain-date'
import { warningQuery } from '@/lib/schemas/warning'
import { toDb } from './date'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { loadGroupDay } from './group-day'
import { loadLeaderDay } from './leader-day'
import { refreshProjects } from './levels'
import { loadOfficeDay } from './office-day'
import { moveProcedure } from './procedure-moves'
import { countViews } from './project-views'
import { sendReminder } from './reminders'
import { loadWarningBoard } from './warning-board'

/** Accepted on START with a promise of seven days: red from 2026-11-18 on, seen a working week later. */
const TODAY = on('2026-11-25')
let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
  await moveProcedure(
    d.agency,
    { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT', on: START },
    { today: START },
  )
  for (const day of ['2026-11-12', '2026-11-18', '2026-11-25'])
    await db.$transaction((tx) => refreshProjects(tx, [d.projectId], on(day), 'DAY', null))
})

const as = (role: Actor['role'], orgId: string | null = d.office.orgId) => ({ ...d.office, role, orgId }) as Actor
const unit = (kind: 'TASKFORCE' | 'STREET', name: string) =>
  db.org.create({ data: { districtId: d.districtId, kind, name, shortName: name } })

test('the office counts what the ledger and the board count', async () => {
  const other = await addProject(d, '公园改造')
  await db.project.updateMany({ where: { districtId: d.districtId }, data: { stage: 'CONSTRUCTION' } })
  await db.project.update({ where: { id: other.projectId }, data: { status: 'SUSPENDED' } })
  const day = await loadOfficeDay(d.office, TODAY)
  const views = await countViews(d.office, ['unreported'], TODAY)
  expect(day.unreportedCount).toBe(views.unreported)
  expect(day.unreported).toMatchObject([{ name: '热力管网', steward: d.steward.name, line: { to: d.steward.name } }])
  expect(day.reporting).toBe(1)
  const board = await loadWarningBoard(d.office, warningQuery.parse({ from: lastDataLine(TODAY), turned: '1' }), TODAY)
  expect(day.turned.counts).toEqual(board.total.turned)
  expect(day.turned.worseCount + day.turned.betterCount).toBe(board.turnedCount)
})

test('the office sees what turned red since the data line, and to whom it would say so', async () => {
  const day = await loadOfficeDay(d.office, on('2026-11-18'))
  expect(day.turned).toMatchObject({ since: '2026-11-12', alarmed: 1 })
  expect(day.turned.worse).toMatchObject([{ name: '热力管网', now: 'RED', line: { to: '住建局', refusal: null } }])
  await sendReminder(
    d.office,
    { projectId: d.projectId, subject: 'LEVEL', text: '', dueOn: undefined },
    { today: on('2026-11-18') },
  )
  const after = await loadOfficeDay(d.office, on('2026-11-18'))
  expect(after.turned.worse[0]?.line).toMatchObject({ told: { to: '住建局' } })
  expect(after.sent).toMatchObject([{ to: '住建局', state: 'UNSEEN' }])
})

describe('a leader', () => {
  const leader = () => as('LEADER')

  test('has nothing until something is his', async () => {
    expect(await loadLeaderDay(leader(), TODAY)).toMatchObject({ total: 0, reds: [], asks: 0 })
  })

  test('is asked for his word once red has lasted a working week, with the agency’s head to call', async () => {
    await db.project.update({ where: { id: d.projectId }, data: { leaderId: d.office.personId } })
    await addProject(d, '别人的项目')
    await db.person.update({ where: { id: d.head.personId }, data: { phone: '13000000001' } })
    const day = await loadLeaderDay(leader(), TODAY)
    expect(day).toMatchObject({ total: 1, levels: { RED: 1 }, asks: 1 })
    expect(day.reds).toMatchObject([
      {
        name: '热力管网',
        redOn: '2026-11-18',
        redWd: 5,
        step: 'ON_SITE',
        asks: true,
        callee: { name: d.head.name, unit: '住建局', phone: '13000000001' },
      },
    ])
    expect((await loadLeaderDay(leader(), addDays(TODAY, -1))).asks).toBe(0)
  })

  test('the head of the group sees every project, and is asked only at the end', async () => {
    const day = await loadLeaderDay(as('HEAD'), TODAY)
    expect(day).toMatchObject({ total: 1, asks: 0, reds: [{ step: 'ON_SITE', asks: false }] })
    const later = on('2026-12-02')
    await db.$transaction((tx) => refreshProjects(tx, [d.projectId], later, 'DAY', null))
    expect((await loadLeaderDay(as('HEAD'), later)).asks).toBe(1)
  })

  test('finds what he said and whether it was done by its day', async () => {
    await db.project.update({ where: { id: d.projectId }, data: { leaderId: d.office.personId } })
    await sendReminder(
      leader(),
      { projectId: d.projectId, subject: 'LEVEL', text: '周五前报我', dueOn: on('2026-11-20') },
      { today: on('2026-11-18') },
    )
    expect((await loadLeaderDay(leader(), TODAY)).sent).toMatchObject([
      { text: '周五前报我', kind: 'INSTRUCTION', late: true, state: 'UNSEEN' },
    ])
  })
})

describe('a task force and a street', () => {
  const issue = (number: number, tier: 'TASKFORCE' | 'DEPARTMENT') =>
    db.issue.create({
      data: {
        districtId: d.districtId,
        number,
        source: 'STEWARD',
        text: `问题${number}`,
        projectId: d.projectId,
        tier,
        raisedOn: toDb(START),
        heldSince: toDb(START),
        tierSince: toDb(START),
        dueOn: toDb(on('2026-11-20')),
      },
    })

  test('see their own, the issues of their level, how the stewards stand', async () => {
    const [taskforce, street] = [await unit('TASKFORCE', '低碳专班'), await unit('STREET', '马寨镇')]
    await db.project.update({
      where: { id: d.projectId },
      data: { taskforceId: taskforce.id, streetId: street.id, stage: 'CONSTRUCTION' },
    })
    await addProject(d, '别处的项目')
    await issue(1, 'TASKFORCE')
    await issue(2, 'DEPARTMENT')
    const day = await loadGroupDay(as('TASKFORCE', taskforce.id), TODAY)
    expect(day).toMatchObject({ total: 1, levels: { RED: 1 }, issueCount: 1, unreportedCount: 1 })
    expect(day.warned).toMatchObject([{ name: '热力管网', line: { refusal: null } }])
    expect(day.issues).toMatchObject([{ number: 1, late: true }])
    expect(day.sites).toMatchObject([{ name: '热力管网', steward: { name: d.steward.name } }])
    expect(day.loads).toMatchObject([{ name: d.steward.name, projects: 1, red: 1, yellow: 0, unreported: 1 }])
    const local = await loadGroupDay(as('STREET', street.id), TODAY)
    expect(local).toMatchObject({ total: 1, issueCount: 2 })
  })

  test('without projects find nothing of others', async () => {
    const empty = await unit('STREET', '空街道')
    expect(await loadGroupDay(as('STREET', empty.id), TODAY)).toMatchObject({ total: 0, warned: [], loads: [] })
  })
})
