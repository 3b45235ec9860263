import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'
import { addUser } from './district.fixture'
import { checkInvariants } from './invariants'
import { at, enter, form, type IssueDistrict, makeIssueDistrict, RAISED, standing } from './issue.fixture'
import { loadIssueDay } from './issue-day'
import { findIssue } from './issue-detail'
import { enterIssue } from './issue-entry'
import { findLeftIssue } from './issue-left'
import {
  answerIssue,
  assignIssue,
  closeIssue,
  confirmIssue,
  noteIssue,
  raiseIssue,
  reopenIssue,
  returnIssue,
  revisitIssue,
  transferIssue,
  urgeIssue,
  withdrawIssue,
} from './issue-moves'
import { visibleIssues } from './issue-where'
import { mattersInWarning } from './ladder-matters'
import { loadLevelContext } from './level-context'
import { closeMeeting } from './meeting-close'

let d: IssueDistrict
beforeEach(async () => {
  d = await makeIssueDistrict()
})

const codeOf = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { ok, error } = await answer
  return ok ? 'done' : error?.code
}
const levelOf = async () => (await db.project.findUniqueOrThrow({ where: { id: d.projectId } })).level

describe('a problem the steward puts on an agency’s desk', () => {
  test('is answered, rated by the enterprise and struck off by the office', async () => {
    const id = await enter(d, d.agency.orgId ?? '')
    expect(await standing(id)).toMatchObject({ state: 'IN_HAND', tier: 'DEPARTMENT', leadOrgId: d.agency.orgId })
    expect(await db.issue.findUniqueOrThrow({ where: { id } })).toMatchObject({ kind: 'FACTOR', source: 'STEWARD' })
    const answer = { outcome: 'SOLVED', text: '12月1日送电' }
    expect(await codeOf(answerIssue(d.agency, await form(id, answer), at('2026-11-12')))).toBe('done')
    // The enterprise says so itself; whoever raised it does not say it for it.
    expect(await codeOf(confirmIssue(d.steward, await form(id, { satisfied: 'yes' }), at('2026-11-13')))).toBe(
      'FORBIDDEN',
    )
    expect(await codeOf(confirmIssue(d.contact, await form(id, {}), at('2026-11-13')))).toBe('ISSUE_RATING_MISSING')
    expect(await codeOf(confirmIssue(d.contact, await form(id, { satisfied: 'yes' }), at('2026-11-13')))).toBe('done')
    expect(await codeOf(closeIssue(d.agency, await form(id, {}), at('2026-11-13')))).toBe('FORBIDDEN')
    expect(await codeOf(closeIssue(d.office, await form(id, {}), at('2026-11-13')))).toBe('done')
    expect(await standing(id)).toMatchObject({ state: 'SOLVED', satisfied: true, closed: true })
    const moves = await db.issueMove.findMany({ where: { issueId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
    expect(moves.map(({ kind, to }) => [kind, to])).toEqual([
      ['ENTER', 'IN_HAND'],
      ['ANSWER', 'TO_CONFIRM'],
      ['CONFIRM', 'SOLVED'],
      ['CLOSE', 'SOLVED'],
    ])
  })

  test('a no opens it again, and the enterprise is not asked twice', async () => {
    const id = await enter(d, d.agency.orgId ?? '')
    const answer = async () =>
      answerIssue(d.agency, await form(id, { outcome: 'SOLVED', text: '已办' }), at('2026-11-12'))
    await answer()
    expect(
      await codeOf(confirmIssue(d.contact, await form(id, { satisfied: 'no', text: '没有' }), at('2026-11-12'))),
    ).toBe('done')
    expect(await standing(id)).toMatchObject({ state: 'IN_HAND', satisfied: false, reopened: 1 })
    await answer()
    expect(await codeOf(confirmIssue(d.head, await form(id, {}), at('2026-11-13')))).toBe('FORBIDDEN')
    expect(await codeOf(confirmIssue(d.office, await form(id, {}), at('2026-11-13')))).toBe('done')
    expect(await standing(id)).toMatchObject({ state: 'SOLVED', satisfied: false })
    expect(await codeOf(reopenIssue(d.contact, await form(id, { text: '又断电' }), at('2026-11-16')))).toBe('done')
    expect((await standing(id)).reopened).toBe(2)
  })

  test('opened again long after it was struck off it is late for nobody, and nobody is told so', async () => {
    const id = await enter(d, d.agency.orgId ?? '')
    await answerIssue(d.agency, await form(id, { outcome: 'SOLVED', text: '已送电' }), at('2026-11-10'))
    await confirmIssue(d.contact, await form(id, { satisfied: 'yes' }), at('2026-11-10'))
    await closeIssue(d.office, await form(id, {}), at('2026-11-10'))
    expect(await codeOf(reopenIssue(d.contact, await form(id, { text: '又断电' }), at('2026-12-21')))).toBe('done')
    expect(await db.issue.findUniqueOrThrow({ where: { id } })).toMatchObject({
      dueOn: new Date('2026-12-24'),
      reopenedOn: new Date('2026-12-21'),
      tierSince: new Date('2026-12-21'),
    })
    expect(await levelOf()).not.toBe('RED')
    const warned = (day: string) =>
      db.$transaction(async (tx) => {
        const context = await loadLevelContext(tx, d.districtId, on(day))
        return (await mattersInWarning(tx, d.districtId, on(day), context)).flatMap(({ turns }) => turns)
      })
    expect(await warned('2026-12-21')).toEqual([])
    expect(await warned('2026-12-25')).toEqual([
      { on: '2026-12-22', from: 'GREEN', to: 'BLUE' },
      { on: '2026-12-25', from: 'BLUE', to: 'YELLOW' },
    ])
    expect(await findIssue(d.office, id, on('2026-12-25'))).toMatchObject({
      termFrom: { kind: 'REOPENED', on: '2026-12-21' },
      termWd: 3,
      leftWd: -1,
    })
  })

  test('is compared with those of its kind and ledger only, by the median the figures tell', async () => {
    const id = await enter(d)
    const like = (n: number, source: 'STEWARD' | 'LEDGER', heldSince: string) => ({
      districtId: d.districtId,
      number: 100 + n,
      source,
      kind: 'FACTOR' as const,
      text: `第${n}件`,
      state: 'SOLVED' as const,
      raisedOn: toDb(RAISED),
      heldSince: toDb(on(heldSince)),
      tierSince: toDb(RAISED),
    })
    const own = ['10', '10', '10', '11', '12', '13'].map((day, n) => like(n, 'STEWARD', `2026-11-${day}`))
    await db.issue.createMany({ data: [...own, ...[20, 21].map((n) => like(n, 'LEDGER', '2026-11-30'))] })
    expect((await findIssue(d.office, id, on('2026-12-01')))?.like).toMatchObject({ n: 6, medianWd: 1.5 })
  })

  test('without an account of the enterprise the steward rings it up, and says what he heard', async () => {
    await db.user.update({ where: { id: d.contact.userId }, data: { disabledAt: new Date() } })
    const id = await enter(d, d.agency.orgId ?? '')
    await answerIssue(d.agency, await form(id, { outcome: 'SOLVED', text: '已办' }), at('2026-11-12'))
    expect(await codeOf(confirmIssue(d.successor, await form(id, { satisfied: 'yes' }), at('2026-11-12')))).toBe(
      'NOT_FOUND',
    )
    expect(await codeOf(confirmIssue(d.steward, await form(id, { satisfied: 'yes' }), at('2026-11-12')))).toBe(
      'ISSUE_CALL_MISSING',
    )
    const said = { satisfied: 'yes', text: '电话许经理，说已送电' }
    expect(await codeOf(confirmIssue(d.steward, await form(id, said), at('2026-11-12')))).toBe('done')
    expect(await standing(id)).toMatchObject({ state: 'SOLVED', satisfied: true, revisit: said.text })
  })

  test('who wrote the answer down for a unit does not write down what the enterprise says of it', async () => {
    await db.user.update({ where: { id: d.contact.userId }, data: { disabledAt: new Date() } })
    await db.user.updateMany({ where: { person: { orgId: d.agency.orgId } }, data: { disabledAt: new Date() } })
    const id = await enter(d, d.agency.orgId ?? '')
    const done = { outcome: 'SOLVED', text: '已办' }
    expect(await codeOf(answerIssue(d.office, await form(id, done), at('2026-11-12')))).toBe('done')
    const said = { satisfied: 'yes', text: '电话许经理，说已送电' }
    const page = async (actor: Actor) => findIssue(actor, id, on('2026-11-12'))
    expect((await page(d.office))?.moves).not.toContain('CONFIRM')
    expect(await page(d.office)).toMatchObject({ way: null, ownAnswer: true })
    expect(await codeOf(confirmIssue(d.office, await form(id, said), at('2026-11-12')))).toBe('ISSUE_OWN_ANSWER')
    const other = await addUser(d.districtId, 'OFFICE', '钱同事', null)
    expect(await page(other)).toMatchObject({ way: 'PHONE', ownAnswer: false })
    expect(await page(d.steward)).toMatchObject({ way: 'PHONE', ownAnswer: false })
    expect(await codeOf(confirmIssue(d.steward, await form(id, said), at('2026-11-12')))).toBe('done')
  })

  test('one press twice is one problem; another version is refused', async () => {
    const input = { text: '道路未通', projectId: d.projectId } as never
    const options = { today: RAISED, formKey: 'k1', bodyHash: 'h' }
    const [one, two] = [await enterIssue(d.steward, input, options), await enterIssue(d.steward, input, options)]
    expect(one).toEqual(two)
    expect(await db.issue.count({ where: { districtId: d.districtId } })).toBe(1)
    const id = one.ok ? one.value.issueId : ''
    const stale = await form(id, { text: '在等' })
    expect(await codeOf(noteIssue(d.contact, stale, at('2026-11-10')))).toBe('done')
    expect(await codeOf(noteIssue(d.steward, stale, at('2026-11-10')))).toBe('CONFLICT')
  })
})

describe('hands', () => {
  test('given back and passed on twice; the third time it goes a level up', async () => {
    const id = await enter(d, d.agency.orgId ?? '')
    expect(await codeOf(returnIssue(d.agency, await form(id, { text: '' }), at('2026-11-10')))).toBe(
      'ISSUE_TEXT_MISSING',
    )
    expect(await codeOf(returnIssue(d.agency, await form(id, { text: '不归我' }), at('2026-11-10')))).toBe('done')
    expect(await standing(id)).toMatchObject({ state: 'TO_ASSIGN', leadOrgId: null, passed: 1 })
    await assignIssue(d.office, await form(id, { unitId: d.agency.orgId }), at('2026-11-11'))
    await transferIssue(d.office, await form(id, { unitId: d.utilityId, text: '归供电' }), at('2026-11-12'))
    expect(await standing(id)).toMatchObject({ leadOrgId: d.utilityId, passed: 2, tier: 'DEPARTMENT' })
    // The unit has no account: the office writes for it.
    expect(await codeOf(returnIssue(d.office, await form(id, { text: '上级电网的事' }), at('2026-11-13')))).toBe('done')
    expect(await standing(id)).toMatchObject({ state: 'TO_ASSIGN', tier: 'TASKFORCE', passed: 0, leadOrgId: null })
    expect(await codeOf(assignIssue(d.taskforce, await form(id, { unitId: d.utilityId }), at('2026-11-13')))).toBe(
      'done',
    )
  })

  test('whoever gave it away is told where it went, and nobody else that it exists', async () => {
    const id = await enter(d, d.agency.orgId ?? '')
    expect(await findLeftIssue(d.agency, id)).toBeNull()
    const on = at('2026-11-10')
    expect(await codeOf(transferIssue(d.agency, await form(id, { unitId: d.utilityId, text: '该供电办' }), on))).toBe(
      'done',
    )
    expect(await findIssue(d.agency, id, on.today)).toBeNull()
    expect(await findLeftIssue(d.agency, id)).toMatchObject({
      kind: 'TRANSFER',
      on: '2026-11-10',
      unit: expect.any(String),
      text: '该供电办',
    })
    expect(await findLeftIssue(d.successor, id)).toBeNull()
    expect(await findLeftIssue(d.contact, id)).toBeNull()
  })

  test('at the task forces’ level without one it waits for the office to give out', async () => {
    const id = await enter(d, d.agency.orgId ?? '')
    const { today } = at('2026-11-11')
    const waits = async (actor: Actor) => (await loadIssueDay(actor, today))?.counts.assign
    await raiseIssue(d.steward, await form(id, { text: '部门协调不下来' }), at('2026-11-10'))
    const before = { office: await waits(d.office), taskforce: await waits(d.taskforce) }
    await db.project.update({ where: { id: d.projectId }, data: { taskforceId: null } })
    expect([before, { office: await waits(d.office), taskforce: await waits(d.taskforce) }]).toEqual([
      { office: 0, taskforce: 1 },
      { office: 1, taskforce: 0 },
    ])
  })

  test('a unit that is dissolved takes nothing, and what it had can be given out anew', async () => {
    const id = await enter(d, d.utilityId)
    await db.org.update({ where: { id: d.utilityId }, data: { dissolvedOn: toDb(on('2026-11-11')) } })
    const other = await enterIssue(
      d.steward,
      { text: '停水', projectId: d.projectId, unitId: d.utilityId } as never,
      at('2026-11-11'),
    )
    expect(other).toMatchObject({ ok: false, error: { code: 'UNIT_DISSOLVED', field: 'unitId' } })
    const on12 = at('2026-11-12')
    expect(
      await codeOf(transferIssue(d.office, await form(id, { unitId: d.agency.orgId, text: '原单位已撤' }), on12)),
    ).toBe('done')
  })

  test('a project that left takes no new problem; an enterprise tells its own all the same', async () => {
    await db.project.update({ where: { id: d.projectId }, data: { status: 'REMOVED' } })
    const said = { text: '道路未通' }
    expect(await codeOf(enterIssue(d.steward, { ...said, projectId: d.projectId } as never, at('2026-11-11')))).toBe(
      'ISSUE_PROJECT_LEFT',
    )
    expect(await codeOf(enterIssue(d.contact, said as never, at('2026-11-11')))).toBe('done')
    expect(await db.issue.findFirstOrThrow({ where: { enterpriseId: d.enterpriseId } })).toMatchObject({
      projectId: null,
      source: 'CONTACT',
    })
  })

  test('whoever raised it withdraws it; it is urged once a day and revisited once it was answered', async () => {
    const id = await enter(d, d.agency.orgId ?? '')
    const today = at('2026-11-11')
    expect(await codeOf(urgeIssue(d.steward, await form(id, { text: '请今天回话' }), today))).toBe('done')
    expect(await codeOf(urgeIssue(d.office, await form(id, { text: '请今天回话' }), today))).toBe('ISSUE_URGED_TODAY')
    expect(await codeOf(revisitIssue(d.office, await form(id, { text: '满意' }), today))).toBe('ISSUE_NOT_ANSWERED')
    expect(await codeOf(withdrawIssue(d.agency, await form(id, { text: '不办了' }), today))).toBe('FORBIDDEN')
    expect(await codeOf(withdrawIssue(d.steward, await form(id, { text: '企业自己解决了' }), today))).toBe('done')
    expect(await standing(id)).toMatchObject({ state: 'WITHDRAWN', closed: true })
  })
})

describe('the colour of the project', () => {
  test('follows the day of the problem, rests while the enterprise is asked, and is red after two meetings at the district', async () => {
    const id = await enter(d, d.agency.orgId ?? '')
    const { dueOn } = await db.issue.findUniqueOrThrow({ where: { id } })
    expect(dueOn).not.toBeNull()
    await db.issue.update({ where: { id }, data: { dueOn: toDb(on('2026-11-12')) } })
    await noteIssue(d.office, await form(id, { text: '在催' }), at('2026-11-13'))
    await raiseIssue(d.steward, await form(id, { text: '部门协调不下来' }), at('2026-11-13'))
    expect(await levelOf()).toBe('YELLOW')
    await raiseIssue(d.taskforce, await form(id, { text: '专班协调不下来' }), at('2026-11-13'))
    await db.issue.update({ where: { id }, data: { dueOn: toDb(on('2026-12-30')) } })
    const meeting = (day: string, week: number) =>
      db.meeting.create({
        data: {
          districtId: d.districtId,
          weekOf: toDb(on(day)),
          year: 2026,
          week,
          on: toDb(on(day)),
          hour: 9,
          state: 'HELD',
        },
      })
    await meeting('2026-11-16', 47)
    await assignIssue(d.leader, await form(id, { unitId: d.agency.orgId }), at('2026-11-17'))
    expect(await levelOf()).not.toBe('RED')
    // The second one is closed by the office: nobody touched the problem.
    const second = await meeting('2026-11-23', 48)
    await db.meeting.update({ where: { id: second.id }, data: { state: 'SENT', startedAt: new Date() } })
    const close = { weekOf: on('2026-11-23'), noChair: true } as never
    expect(await codeOf(closeMeeting(d.office, close, at('2026-11-23')))).toBe('done')
    expect(await levelOf()).toBe('RED')
    await answerIssue(d.agency, await form(id, { outcome: 'SOLVED', text: '已接通' }), at('2026-11-23'))
    expect(await levelOf()).not.toBe('RED')
  })
})

test('ISSUES: a problem without hands, or in other hands than its last move says, is the doctor’s', async () => {
  const id = await enter(d, d.agency.orgId ?? '')
  const found = async () => {
    const names = []
    for await (const { invariant, subject } of checkInvariants(RAISED, new Date()))
      if (subject.includes(id)) names.push(invariant)
    return names
  }
  expect(await found()).toEqual([])
  await db.issue.update({ where: { id }, data: { leadOrgId: null } })
  expect(await found()).toEqual(['ISSUES', 'ISSUES'])
})

describe('who sees it', () => {
  const seen = async (actor: Actor) => db.issue.count({ where: visibleIssues(actor) })

  test('an enterprise its own, an agency what it has or helps with, a team what is its projects’', async () => {
    const id = await enter(d, d.utilityId)
    const stranger = await addUser(d.districtId, 'AGENCY', '别的单位', d.teamId)
    expect([await seen(d.contact), await seen(d.steward), await seen(d.office), await seen(d.taskforce)]).toEqual([
      1, 1, 1, 1,
    ])
    expect([await seen(d.agency), await seen(d.successor), await seen(stranger)]).toEqual([0, 0, 0])
    expect(await seen({ ...d.contact, enterpriseId: d.projectId } as Actor)).toBe(0)
    await transferIssue(
      d.office,
      await form(id, { unitId: d.teamId, supportIds: [d.agency.orgId], text: '归口' }),
      at('2026-11-10'),
    )
    expect([await seen(d.agency), await seen(stranger)]).toEqual([1, 1])
    expect([
      await seen({ ...d.office, role: 'BANK' } as Actor),
      await seen({ ...d.office, role: 'AUDITOR' } as Actor),
    ]).toEqual([0, 0])
  })
})
