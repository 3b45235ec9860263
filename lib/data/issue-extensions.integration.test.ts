import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { db } from './db'
import { at, enter, form, makeIssueDistrict } from './issue.fixture'
import { findIssue } from './issue-detail'
import { askIssueExtension, extendIssue } from './issue-extensions'
import { answerIssue, assignIssue, closeIssue, confirmIssue, transferIssue } from './issue-moves'
import { relateIssue } from './issue-relation'
import { openIssue } from './issue-where'
import { findProject } from './project-detail'

test('its unit asks for more time, whoever gives it out grants it once; nobody grants himself time', async () => {
  const d = await makeIssueDistrict()
  const id = await enter(d, d.agency.orgId ?? '')
  const { dueOn } = await db.issue.findUniqueOrThrow({ where: { id } })
  expect(dueOn?.toISOString().slice(0, 10)).toBe('2026-11-12')
  const ask = async (who: typeof d.agency, untilOn: string, day = '2026-11-10') =>
    askIssueExtension(who, await form(id, { text: '等专家', untilOn: on(untilOn) }), at(day))
  expect(await ask(d.steward, '2026-11-13')).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await ask(d.agency, '2026-12-30')).toMatchObject({ error: { code: 'TASK_EXTENSION_LONG', field: 'untilOn' } })
  expect(await ask(d.agency, '2026-11-13', '2026-11-12')).toMatchObject({ error: { code: 'TASK_EXTENSION_LATE' } })
  expect((await findIssue(d.agency, id, on('2026-11-10')))?.extension).toMatchObject({
    mayAsk: true,
    latestOn: { on: '2026-11-13', provisional: false },
  })
  expect(await ask(d.agency, '2026-11-13')).toMatchObject({ ok: true })
  expect(await ask(d.agency, '2026-11-13')).toMatchObject({ error: { code: 'TASK_EXTENSION_ASKED' } })
  const decide = async (who: typeof d.office, decision: 'APPROVE' | 'REFUSE', text = '') =>
    extendIssue(who, await form(id, { decision, text }), at('2026-11-11'))
  expect(await decide(d.agency, 'APPROVE')).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await decide(d.office, 'REFUSE')).toMatchObject({ error: { code: 'ISSUE_TEXT_MISSING' } })
  expect(await decide(d.office, 'APPROVE')).toMatchObject({ ok: true })
  const after = await findIssue(d.agency, id, on('2026-11-11'))
  expect(after).toMatchObject({ dueOn: '2026-11-13', extension: { mayAsk: false, askedUntilOn: null } })
  expect(after?.termFrom).toEqual({ kind: 'EXTENDED', on: '2026-11-11' })
  expect(after?.steps.map(({ kind }) => kind).slice(-2)).toEqual(['ASK_EXTENSION', 'EXTEND'])
})

test('what goes on past its term asks for that: red stays red until somebody else approves, twice at most', async () => {
  const d = await makeIssueDistrict()
  const id = await enter(d, d.agency.orgId ?? '')
  const goesOn = async (plannedOn: string, day = '2026-11-23') =>
    answerIssue(
      d.agency,
      await form(id, { kind: 'ANSWER', outcome: 'IN_PROGRESS', text: '已进场', plannedOn: on(plannedOn) }),
      at(day),
    )
  const decide = async (who: typeof d.office, decision: 'APPROVE' | 'REFUSE', text = '') =>
    extendIssue(who, await form(id, { decision, text }), at('2026-11-23'))
  expect(await goesOn('2027-06-30')).toMatchObject({ ok: true })
  expect(await findIssue(d.office, id, on('2026-11-23'))).toMatchObject({
    state: 'IN_PROGRESS',
    level: 'RED',
    countedOn: '2026-11-12',
    extension: { askedUntilOn: '2027-06-30', mayDecide: true },
  })
  expect(await decide(d.agency, 'APPROVE')).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await decide(d.office, 'REFUSE', '太久')).toMatchObject({ ok: true })
  expect(await findIssue(d.office, id, on('2026-11-23'))).toMatchObject({ level: 'RED', countedOn: '2026-11-12' })
  for (const day of ['2026-12-10', '2027-06-30']) {
    expect(await goesOn(day)).toMatchObject({ ok: true })
    expect(await decide(d.office, 'APPROVE')).toMatchObject({ ok: true })
    expect(await findIssue(d.office, id, on('2026-11-23'))).toMatchObject({
      level: 'GREEN',
      countedOn: day,
      termFrom: { kind: 'EXTENDED' },
      // A day somebody named stands; the working days to it wait for the holidays of its year 暂定.
      dueProvisional: false,
      leftProvisional: day > '2027',
      turns: [{ provisional: day > '2027' }, { provisional: day > '2027' }, { provisional: day > '2027' }],
    })
  }
  expect(await goesOn('2027-07-30')).toMatchObject({ error: { code: 'ISSUE_LATER_TOO_OFTEN', field: 'plannedOn' } })
})

test('whoever of the office answers for a unit without an account does not approve what he asked for', async () => {
  const d = await makeIssueDistrict()
  const id = await enter(d, d.utilityId)
  const goesOn = { kind: 'ANSWER', outcome: 'IN_PROGRESS', text: '已进场', plannedOn: on('2026-12-10') }
  expect(await answerIssue(d.office, await form(id, goesOn), at('2026-11-23'))).toMatchObject({ ok: true })
  expect((await findIssue(d.office, id, on('2026-11-23')))?.extension.mayDecide).toBe(false)
  expect(
    await extendIssue(d.office, await form(id, { decision: 'APPROVE', text: '' }), at('2026-11-23')),
  ).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('what was asked for is over once the problem goes on', async () => {
  const d = await makeIssueDistrict()
  const id = await enter(d, d.agency.orgId ?? '')
  await askIssueExtension(d.agency, await form(id, { text: '等专家', untilOn: on('2026-11-13') }), at('2026-11-10'))
  await transferIssue(
    d.agency,
    await form(id, { kind: 'TRANSFER', text: '不是我们', unitId: d.utilityId }),
    at('2026-11-10'),
  )
  expect(await db.issue.findUniqueOrThrow({ where: { id } })).toMatchObject({
    askedUntilOn: null,
    leadOrgId: d.utilityId,
  })
})

test('a “cannot be solved” alone clears no colour: its term goes on, and it is the office’s until it is struck off', async () => {
  const d = await makeIssueDistrict()
  const id = await enter(d, d.agency.orgId ?? '')
  await answerIssue(
    d.agency,
    await form(id, { kind: 'ANSWER', outcome: 'UNSOLVABLE', text: '上级规划' }),
    at('2026-11-10'),
  )
  const late = await findIssue(d.office, id, on('2026-11-13'))
  expect(late).toMatchObject({ state: 'TO_CONFIRM', level: 'YELLOW', reason: { owner: { name: '领导小组办公室' } } })
  // Accepted it is open all the same, and whoever strikes it off has it.
  await confirmIssue(d.contact, await form(id, { satisfied: 'yes' }), at('2026-11-13'))
  const accepted = { state: 'UNSOLVABLE', level: 'YELLOW', holder: { kind: 'TIER', tier: 'DEPARTMENT' } }
  expect(await findIssue(d.office, id, on('2026-11-13'))).toMatchObject(accepted)
  expect((await findProject(d.office, d.projectId, on('2026-11-13')))?.issues).toMatchObject([{ id, unstruck: true }])
  const open = () => db.issue.count({ where: { AND: [{ id }, openIssue] } })
  expect(await open()).toBe(1)
  await closeIssue(d.office, await form(id, {}), at('2026-11-13'))
  expect(await open()).toBe(0)
  expect(await findIssue(d.office, id, on('2026-11-16'))).toMatchObject({ level: 'GREY', holder: null })
})

test('whoever gives it out says what kind it is of, and is told that the lead unit is no supporting one', async () => {
  const d = await makeIssueDistrict()
  const id = await enter(d)
  const said = { kind: 'ASSIGN', unitId: d.utilityId, issueKind: 'INFRASTRUCTURE' }
  const assign = async (more: object) => assignIssue(d.office, await form(id, { ...said, ...more }), at('2026-11-10'))
  expect(await assign({ supportIds: [d.utilityId] })).toMatchObject({
    error: { code: 'ISSUE_SUPPORT_IS_LEAD', field: 'supportIds' },
  })
  expect(await assign({})).toMatchObject({ ok: true })
  expect(await db.issue.findUniqueOrThrow({ where: { id } })).toMatchObject({ kind: 'INFRASTRUCTURE' })
})

test('the office says later which project and enterprise it is about, with its reason', async () => {
  const d = await makeIssueDistrict()
  const id = await enter(d)
  const relate = async (who: typeof d.office, said: object) => relateIssue(who, await form(id, said), at('2026-11-10'))
  expect(await relate(d.steward, { text: 'x' })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await relate(d.office, { projectId: d.projectId })).toMatchObject({ error: { code: 'ISSUE_TEXT_MISSING' } })
  const { name } = await db.enterprise.findUniqueOrThrow({ where: { id: d.enterpriseId } })
  const branches = [`${name}北分公司`, `${name}南分公司`]
  for (const branch of branches)
    await db.enterprise.create({ data: { districtId: d.districtId, name: branch, searchText: 'fengongsi' } })
  expect(await relate(d.office, { text: 'x', enterprise: '没有这家' })).toMatchObject({
    error: { code: 'ISSUE_ENTERPRISE_MISSING', name: '没有这家' },
  })
  expect(await relate(d.office, { text: 'x', enterprise: 'fengong' })).toMatchObject({
    error: { code: 'ISSUE_ENTERPRISE_SEVERAL', names: branches },
  })
  expect(await relate(d.office, { text: '只是企业的', enterprise: name })).toMatchObject({ ok: true })
  expect(await db.issue.findUniqueOrThrow({ where: { id } })).toMatchObject({
    projectId: null,
    enterpriseId: d.enterpriseId,
  })
  expect(await relate(d.office, { text: '挂回项目', projectId: d.projectId })).toMatchObject({ ok: true })
  expect(await relate(d.office, { text: '其实是手续', projectId: d.projectId, issueKind: 'APPROVAL' })).toMatchObject({
    ok: true,
  })
  expect(await db.issue.findUniqueOrThrow({ where: { id } })).toMatchObject({ kind: 'APPROVAL' })
  expect(await findIssue(d.office, id, on('2026-11-10'))).toMatchObject({
    project: { id: d.projectId },
    enterprise: { id: d.enterpriseId },
  })
})
