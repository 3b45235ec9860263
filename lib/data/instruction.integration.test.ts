import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays } from '@/lib/domain/plain-date'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { draftInstruction } from './instruction'
import { refreshProjects } from './levels'
import { moveProcedure } from './procedure-moves'
import { loadInbox } from './reminder-inbox'
import { sendReminder } from './reminders'

/** Accepted on START with a promise of seven days: thirteen working days on the agency is red. */
const LATE = addDays(START, 17)

let d: TestDistrict
let leader: Actor
beforeEach(async () => {
  d = await makeDistrict()
  leader = { ...d.office, role: 'LEADER' }
  await db.project.update({ where: { id: d.projectId }, data: { leaderId: leader.personId } })
  await moveProcedure(
    d.agency,
    { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT', on: START },
    { today: START },
  )
  await db.procedure.update({ where: { id: d.first.id }, data: { handlerId: d.agency.personId } })
  await db.$transaction((tx) => refreshProjects(tx, [d.projectId], LATE, 'DAY', null))
})
const read = (say: string, about?: string) => draftInstruction(leader, { say, about }, LATE)

describe('a leader’s sentence', () => {
  test('without a unit goes to whoever holds the matter, and is read before it is sent', async () => {
    const draft = await read('热力管网下周五前办完')
    expect(draft).toMatchObject({
      project: { id: d.projectId, name: '热力管网' },
      to: { orgId: null, name: d.agency.name },
      dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      refusal: null,
    })
    expect(await loadInbox(d.agency, LATE)).toEqual([])
  })

  test('too long to be sent stands as it was typed, and says how long it may be', async () => {
    const said = `热力管网下周五前办完${'。'.repeat(200)}`
    expect(await read(said)).toMatchObject({ text: said, project: null, refusal: { code: 'TEXT_OVER', most: 200 } })
  })

  test('to a unit of the team goes to that unit, as the sentence says', async () => {
    const unit = await db.org.findUniqueOrThrow({ where: { id: d.agency.orgId ?? '' } })
    const draft = await read(`热力管网让${unit.shortName}报方案`)
    expect(draft?.to).toEqual({ orgId: unit.id, name: unit.shortName })
    const sent = await sendReminder(
      leader,
      { projectId: d.projectId, subject: 'LEVEL', toOrgId: unit.id, text: draft?.text ?? '', dueOn: undefined },
      { today: LATE },
    )
    expect(sent).toMatchObject({ ok: true, value: { to: unit.shortName } })
    expect(await loadInbox(d.agency, LATE)).toMatchObject([{ kind: 'INSTRUCTION', text: draft?.text }])
  })

  test('to a unit that does not see the project is told so, and is not sent there', async () => {
    const other = await db.org.create({
      data: {
        districtId: d.districtId,
        kind: 'AGENCY',
        name: '测试区文物局',
        shortName: '文物局',
        searchText: '文物局',
      },
    })
    expect(await read('热力管网让文物局来看')).toMatchObject({ outside: ['文物局'], to: { orgId: null } })
    expect(
      await sendReminder(
        leader,
        { projectId: d.projectId, subject: 'LEVEL', toOrgId: other.id, text: '来看', dueOn: undefined },
        { today: LATE },
      ),
    ).toMatchObject({ ok: false, error: { code: 'REMINDER_OUTSIDE' } })
  })

  test('to a unit nobody signs in for says so, and offers whoever holds the matter', async () => {
    await db.user.updateMany({
      where: { person: { orgId: d.agency.orgId } },
      data: { disabledAt: new Date('2026-11-01T00:00:00Z') },
    })
    expect(await read('热力管网让住建局报方案')).toMatchObject({ unheard: ['住建局'], to: { name: d.steward.name } })
  })

  test('about a project of another leader, or of none, names nothing', async () => {
    await addProject(d, '公园改造')
    expect(await read('公园改造快一点')).toMatchObject({ projects: [], project: null, to: null })
    expect(await read('')).toBeNull()
  })

  test('that may mean two projects asks which', async () => {
    const twin = await addProject(d, '热力管网二期')
    await db.project.update({
      where: { id: twin.projectId },
      data: { leaderId: leader.personId },
    })
    expect(await read('热力管抓紧')).toMatchObject({ projects: [{}, {}], project: null })
    expect(await read('热力管抓紧', d.projectId)).toMatchObject({ project: { id: d.projectId } })
    // The whole name of one is that one.
    expect(await read('热力管网二期抓紧')).toMatchObject({ project: { id: twin.projectId } })
  })
})

test('a reminder of the office names no unit: whoever holds it is told', async () => {
  const [other] = await db.org.findMany({ where: { districtId: d.districtId, kind: 'OFFICE' } })
  const sent = await sendReminder(
    d.office,
    { projectId: d.projectId, subject: 'LEVEL', toOrgId: other?.id, text: '', dueOn: undefined },
    { today: LATE },
  )
  expect(sent).toMatchObject({ ok: true, value: { to: d.agency.name } })
})
