import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'
import { at, enter, form, type IssueDistrict, makeIssueDistrict, RAISED } from './issue.fixture'
import { loadIssueStart } from './issue-day'
import { enterIssue } from './issue-entry'
import { relateIssue } from './issue-relation'
import { searchTextOf } from './search-text'

let d: IssueDistrict
let name: string
let number: number

const add = (n: number, said: string) => ({
  districtId: d.districtId,
  number: n,
  name: said,
  searchText: searchTextOf({ name: said, code: null, number: n }),
  enteredOn: toDb(on('2026-01-05')),
  level: 'RED' as const,
})

/** More projects than a field holds to choose from, all in worse trouble than the one that is looked for. */
beforeEach(async () => {
  d = await makeIssueDistrict()
  const known = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
  name = known.name
  number = known.number
  const rows = [...Array(61).keys()].map((i) => add(5_000 + i, `占位${String.fromCharCode(0x4e00 + i)}`))
  await db.project.createMany({ data: [...rows, add(7_001, '云创东区'), add(7_002, '云创西区')] })
})

const say = (actor: Actor, project: string, text: string) =>
  enterIssue(actor, { text, project } as never, { today: RAISED })

test('a project beyond those that are offered is found by its name, part of it, initials or number', async () => {
  expect((await loadIssueStart(d.office, {}))?.projects).toMatchObject({ all: false, projects: { length: 60 } })
  const initials = searchTextOf({ name, code: null, number }).split(' ').at(-2) ?? ''
  for (const project of [name, name.slice(0, -1), initials, `编号${number}`]) {
    const said = await say(d.office, project, `灯不亮${project}`)
    const found = said.ok && (await db.issue.findUniqueOrThrow({ where: { id: said.value.issueId } })).projectId
    expect([project, found]).toEqual([project, d.projectId])
  }
})

test('it is asked for again where there are several, none, or none in his sight', async () => {
  expect(await say(d.office, 'yc', '灯不亮')).toMatchObject({
    error: { code: 'ISSUE_PROJECT_SEVERAL', field: 'project', names: ['云创东区 7001', '云创西区 7002'] },
  })
  expect(await say(d.office, '没有这个', '灯不亮')).toMatchObject({ error: { code: 'ISSUE_PROJECT_MISSING' } })
  expect(await say(d.steward, '云创东区', '灯不亮')).toMatchObject({ error: { code: 'ISSUE_PROJECT_MISSING' } })
})

test('what a problem is about stays where the office leaves its name, though the project has left', async () => {
  const id = await enter(d)
  await db.project.update({ where: { id: d.projectId }, data: { status: 'REMOVED' } })
  const relate = async (said: object) =>
    relateIssue(d.office, await form(id, { text: '其实是手续', ...said }), at('2026-11-10'))
  expect(await relate({ project: name, issueKind: 'APPROVAL' })).toMatchObject({ ok: true })
  expect(await db.issue.findUniqueOrThrow({ where: { id } })).toMatchObject({
    projectId: d.projectId,
    kind: 'APPROVAL',
  })
  expect(await relate({ project: '云创东区' })).toMatchObject({ ok: true })
  expect((await db.issue.findUniqueOrThrow({ where: { id }, include: { project: true } })).project?.name).toBe(
    '云创东区',
  )
})
