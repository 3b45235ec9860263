import { beforeEach, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import { issueFilter } from '@/lib/schemas/issue-list'
import { listIssueAttachments } from './attachments'
import { db } from './db'
import { addUser } from './district.fixture'
import { at, enter, form, type IssueDistrict, makeIssueDistrict } from './issue.fixture'
import { findIssue } from './issue-detail'
import { enterIssue } from './issue-entry'
import { issueFigures } from './issue-figures'
import { issueChoices, listAllIssues, listIssues } from './issue-list'
import { assignIssue, noteIssue, raiseIssue, urgeIssue } from './issue-moves'
import { raisesIssues } from './issue-raiser'
import { visibleIssues } from './issue-where'
import { findIssues } from './search-issues'

const { today } = at('2026-11-16') as { today: NonNullable<ReturnType<typeof at>['today']> }
const ALL = issueFilter.parse({ state: 'all' })

let d: IssueDistrict
let city: Actor
let id: string
let kept: string

/** A problem of the district handed up to the city, another that stays, and a city beside it with nothing to do with either. */
beforeEach(async () => {
  d = await makeIssueDistrict()
  const parent = await db.district.create({ data: { code: `city-${d.districtId}`, name: '某市' } })
  await db.district.update({ where: { id: d.districtId }, data: { parentId: parent.id } })
  city = await addUser(parent.id, 'LEADER', '方明远', null)
  kept = await enter(d)
  id = await enter(d)
  await db.issue.update({ where: { id }, data: { tier: 'DISTRICT' } })
  const raised = await raiseIssue(d.office, await form(id, { text: '要市里协调电力增容' }), at('2026-11-10'))
  expect(raised.ok).toBe(true)
})

test('a city reads what its districts handed up to it, and nothing else of theirs', async () => {
  const found = await findIssue(city, id, today)
  const name = (await db.district.findUniqueOrThrow({ where: { id: d.districtId } })).name
  expect(found).toMatchObject({ tier: 'CITY', district: name, project: { open: false }, person: null })
  expect(await findIssue(city, kept, today)).toBeNull()
  expect((await findIssue(d.office, id, today))?.district).toBeNull()
})

test('its list, counts, filter, export, figures and search hold the same one', async () => {
  const page = await listIssues(city, ALL, today)
  expect([page.rows.map((row) => row.id), page.bySource.get('STEWARD')]).toEqual([[id], 1])
  expect((await listAllIssues(city, ALL, today, 10)).rows.map((row) => row.id)).toEqual([id])
  expect((await issueChoices(city)).units).toEqual([])
  expect((await issueFigures(city, today)).waiting).toEqual([{ source: 'STEWARD', n: 1 }])
  expect((await findIssues(city, ['临时用电'], today, { skip: 0, take: 10 })).total).toBe(1)
})

test('nobody of a city does anything about it, whatever his role', async () => {
  for (const role of ROLES) {
    const who = { ...city, role } as Actor
    const detail = await findIssue(who, id, today)
    const offered = detail && [detail.moves, detail.way, detail.maySay, detail.mayUrge, detail.mayRevisit, detail.parts]
    expect([role, offered]).toEqual([role, detail && [[], null, false, false, false, []]])
    expect([detail?.extension.mayDecide ?? false, detail?.choices.relations ?? null]).toEqual([false, null])
    expect((await listIssueAttachments(who, id)).mayAdd).toBe(false)
    for (const doing of [
      assignIssue(who, await form(id, { unitId: d.utilityId, text: '请办' }), at('2026-11-16')),
      noteIssue(who, await form(id, { text: '已阅' }), at('2026-11-16')),
      urgeIssue(who, await form(id, { text: '请加快' }), at('2026-11-16')),
    ]) {
      const answer = await doing
      expect([role, answer.ok || answer.error.code]).toEqual([role, expect.stringMatching(/NOT_FOUND|FORBIDDEN/)])
    }
  }
})

test('nobody of a city puts a problem in, whatever his role, and it is offered to nobody there', async () => {
  const entry = { text: '窗口排队太久', source: 'MEETING', projectId: undefined } as never
  const before = await db.issue.count()
  for (const role of ROLES) {
    const who = { ...city, role } as Actor
    expect([role, await raisesIssues(who)]).toEqual([role, false])
    expect([role, await enterIssue(who, entry, at('2026-11-16'))]).toMatchObject([
      role,
      { error: { code: 'FORBIDDEN' } },
    ])
  }
  expect(await db.issue.count()).toBe(before)
  expect(await raisesIssues(d.office)).toBe(true)
})

test('only who sees a city whole, and only the city above: not its own clerks, not another city', async () => {
  const n = async (actor: Actor) => db.issue.count({ where: visibleIssues(actor) })
  const seeing = []
  for (const role of ROLES) if ((await n({ ...city, role } as Actor)) > 0) seeing.push(role)
  expect(seeing).toEqual(['HEAD', 'LEADER', 'OFFICE', 'DISCIPLINE', 'BIZENV'])
  const other = await db.district.create({ data: { code: `other-${d.districtId}`, name: '别的市' } })
  expect(await n({ ...city, districtId: other.id } as Actor)).toBe(0)
})
