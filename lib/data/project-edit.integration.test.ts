import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { projectAssignment, projectEdit } from '@/lib/schemas/project-edit'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { findProject } from './project-detail'
import { assignProject, editProject } from './project-edit'
import { findProjectEdit } from './project-edit-page'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

/** The form as somebody opened it, ready to be sent with changes. */
async function opened(actor: Actor = d.steward) {
  const page = await findProjectEdit(actor, d.projectId, START)
  if (!page) throw new Error('out of reach')
  const { facts, version } = page
  return (changes: Record<string, string>, terms: Record<string, unknown> = {}) =>
    editProject(
      actor,
      projectEdit.parse({ projectId: d.projectId, version, base: { ...facts }, ...facts, ...changes, ...terms }),
      { today: START },
    )
}
const stored = () => db.project.findUniqueOrThrow({ where: { id: d.projectId }, include: { yearPlans: true } })

describe('two people edit one project', () => {
  test('what only one of them touched comes together by itself', async () => {
    const [hers, his] = [await opened(), await opened(d.office)]
    expect(await hers({ content: '厂房两栋' })).toMatchObject({ ok: true, value: { taken: 0 } })
    expect(await his({ totalWan: '3200.50', note: '省重点' })).toMatchObject({ ok: true, value: { taken: 1 } })
    expect(await stored()).toMatchObject({ content: '厂房两栋', totalFen: 3_200_500_000n, note: '省重点', version: 3 })
  })

  test('both touched the same field: nothing is written, and each sees whose it is', async () => {
    const [hers, his] = [await opened(), await opened(d.office)]
    await hers({ content: '厂房两栋', note: '甲' })
    const refused = await his({ content: '厂房三栋', code: 'C-1' })
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'CONFLICT',
        clashes: { content: { base: '', theirs: '厂房两栋', who: '王管家' } },
        taken: { note: { theirs: '甲', who: '王管家' } },
      },
    })
    expect(await stored()).toMatchObject({ content: '厂房两栋', code: null, version: 2 })

    const settled = await his(
      { content: '厂房三栋', code: 'C-1', note: '甲' },
      { pick: { content: 'mine' }, seen: { content: '厂房两栋' } },
    )
    expect(settled).toMatchObject({ ok: true })
    expect(await stored()).toMatchObject({ content: '厂房三栋', code: 'C-1', note: '甲', version: 3 })
  })

  test('an answer about an older text is asked again', async () => {
    const [hers, his] = [await opened(), await opened(d.office)]
    await hers({ content: '厂房两栋' })
    await (await opened())({ content: '厂房五栋' })
    const again = await his({ content: '厂房三栋' }, { pick: { content: 'mine' }, seen: { content: '厂房两栋' } })
    expect(again).toMatchObject({ ok: false, error: { clashes: { content: { theirs: '厂房五栋' } } } })
  })

  test('taking everything from the other is an answer, and writes nothing', async () => {
    const [hers, his] = [await opened(), await opened(d.office)]
    await hers({ content: '厂房两栋' })
    expect(
      await his({ content: '厂房三栋' }, { pick: { content: 'theirs' }, seen: { content: '厂房两栋' } }),
    ).toMatchObject({ ok: true })
    expect(await stored()).toMatchObject({ content: '厂房两栋', version: 2 })
  })

  test('the same change by both is no clash, nor is a number written otherwise', async () => {
    const [hers, his] = [await opened(), await opened(d.office)]
    await hers({ totalWan: '3200' })
    expect(await his({ totalWan: '3200.00' })).toMatchObject({ ok: true })
    expect((await stored()).version).toBe(2)
  })

  test('a base that was made up does not turn back what is stored', async () => {
    const mine = await opened()
    await mine({ note: '甲' })
    const forged = await (await opened())({ note: '甲' }, { base: { note: '乙' } })
    expect(forged).toMatchObject({ ok: false, error: { code: 'NO_CHANGE' } })
  })
})

describe('what an edit refuses', () => {
  test.each([
    [{ totalWan: '三千' }, 'MONEY_UNREADABLE'],
    [{ yearPlanWan: '999999999' }, 'MONEY_TOO_LARGE'],
    [{ buildFrom: '2026-13' }, 'MONTH_INVALID'],
    [{ contactName: '何伟', contactPhone: '12345' }, 'PHONE_INVALID'],
    [{ name: '一' }, 'NAME_MISSING'],
    [{ nature: 'OLD' }, 'NATURE_MISSING'],
  ])('%o before anything is read', (changes, code) => {
    const parsed = projectEdit.safeParse({ projectId: d.projectId, version: 1, ...changes })
    expect(parsed.error?.issues.map((issue) => issue.message)).toContain(code)
  })

  test('a plan of the year above the total, at the figure that was changed; amounts in any writing are one amount', async () => {
    expect(await (await opened())({ totalWan: '1.2亿', yearPlanWan: '3,000' })).toMatchObject({ ok: true })
    const forms = [await opened(), await opened()]
    expect(await forms[0]?.({ yearPlanWan: '12001' })).toMatchObject({
      error: { code: 'PLAN_OVER_TOTAL', field: 'yearPlanWan' },
    })
    expect(await forms[1]?.({ totalWan: '2999' })).toMatchObject({
      error: { code: 'PLAN_OVER_TOTAL', field: 'totalWan', totalFen: '2999000000' },
    })
    expect((await stored()).totalFen).toBe(12_000_000_000n)
  })

  test('what a ledger brought in is not held against another field', () => {
    const untouched = { contactPhone: '转8012', base: { contactPhone: '转8012' } }
    expect(projectEdit.safeParse({ projectId: d.projectId, version: 1, ...untouched, note: '甲' }).success).toBe(true)
  })

  test('a name or code that is taken, a span that ends before it begins, a number without a name, no change', async () => {
    await db.project.create({
      data: {
        districtId: d.districtId,
        number: 9,
        name: '别的项目',
        code: 'X-1',
        searchText: '',
        enteredOn: new Date(),
      },
    })
    const send = await opened()
    const code = async (changes: Record<string, string>) => {
      const answer = await send(changes)
      return answer.ok ? 'done' : answer.error.code
    }
    expect(await code({ name: '别的项目' })).toBe('NAME_TAKEN')
    expect(await code({ code: 'X-1' })).toBe('CODE_TAKEN')
    expect(await code({ buildFrom: '2027-01', buildTo: '2026-01' })).toBe('SPAN_REVERSED')
    expect(await code({ contactPhone: '13800000000' })).toBe('CONTACT_MISSING')
    expect(await code({})).toBe('NO_CHANGE')
    await send({ enterpriseName: '某某公司' })
    expect(await (await opened())({ enterpriseName: '' })).toMatchObject({ error: { code: 'ENTERPRISE_MISSING' } })
  })
})

describe('who answers for a project', () => {
  const org = (kind: 'TASKFORCE' | 'STREET', name: string) =>
    db.org.create({ data: { districtId: d.districtId, kind, name, shortName: name } })

  test('is said by the office, by name in the history, and not by its steward', async () => {
    const street = await org('STREET', '马寨镇')
    const input = { projectId: d.projectId, version: 1, streetId: street.id }
    const hers = await editProject(d.steward, projectEdit.parse({ ...input, note: '甲' }), { today: START })
    expect(hers.ok).toBe(true)
    expect((await stored()).streetId).toBeNull()
    expect(await assignProject(d.steward, projectAssignment.parse(input), { today: START })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    expect((await assignProject(d.office, projectAssignment.parse(input), { today: START })).ok).toBe(true)
    const page = await findProject(d.office, d.projectId, START)
    expect(page?.activity.filter((line) => line.kind === 'EDIT').map((line) => [line.who, line.changes])).toEqual([
      ['周办', [{ field: 'streetId', from: '', to: '马寨镇' }]],
      ['王管家', [{ field: 'note', from: '', to: '甲' }]],
    ])
  })

  test('a task force keeps its project among its own, and no other unit counts as one', async () => {
    const [own, other] = [await org('TASKFORCE', '甲专班'), await org('TASKFORCE', '乙专班')]
    await db.project.update({ where: { id: d.projectId }, data: { taskforceId: own.id } })
    const member = { ...d.office, role: 'TASKFORCE', orgId: own.id } as Actor
    const give = (actor: Actor, taskforceId: string) =>
      assignProject(actor, projectAssignment.parse({ projectId: d.projectId, version: 1, taskforceId }), {
        today: START,
      })
    expect(await give(member, other.id)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await give(d.office, d.steward.orgId ?? '')).toMatchObject({ error: { code: 'TASKFORCE_MISSING' } })
    expect(await give(d.office, '')).toMatchObject({ error: { code: 'TASKFORCE_MISSING' } })
    expect((await give(d.office, other.id)).ok).toBe(true)
  })

  test('nobody edits what he does not see', async () => {
    const input = projectEdit.parse({ projectId: d.projectId, version: 1, note: '甲' })
    expect(await editProject(d.successor, input, { today: START })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await findProjectEdit(d.successor, d.projectId, START)).toBeNull()
    expect(await findProjectEdit(d.agency, d.projectId, START)).toBeNull()
  })
})

test('money of the year, the unit and its contact are saved and found again', async () => {
  const send = await opened()
  const filled = {
    yearPlanWan: '500',
    enterpriseName: '某某公司',
    contactName: '何伟',
    contactPhone: '13800000000',
    nature: 'RENOVATION',
    buildFrom: '2026-03',
  }
  expect((await send(filled)).ok).toBe(true)
  expect((await findProjectEdit(d.steward, d.projectId, START))?.facts).toMatchObject(filled)
  const entry = await db.auditEntry.findFirstOrThrow({ where: { projectId: d.projectId, action: 'project.edit' } })
  expect(JSON.stringify(entry.detail)).not.toContain('13800000000')
  expect((await (await opened())({ yearPlanWan: '' })).ok).toBe(true)
  expect((await stored()).yearPlans).toMatchObject([{ plannedFen: 0n }])
})
