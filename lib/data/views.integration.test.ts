import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { projectFilter } from '@/lib/schemas/project'
import { DEFAULT_PROJECT_COLUMNS } from '@/lib/schemas/project-column'
import { tableSetting, viewCreation } from '@/lib/schemas/view'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { countQueries, listProjects } from './project-list'
import { ledgerSetting, saveLedgerSetting } from './table-settings'
import { changeView, listViews, removeView, saveView } from './views'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

async function save(actor: Actor, name: string, shared = false, query = 'level=RED&sort=total&page=7&xss=1') {
  const result = await saveView(actor, viewCreation.parse({ name, query, shared }), { today: START })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const names = async (actor: Actor) => (await listViews(actor)).map((view) => view.name)

test('a view keeps what a filter can say, and nothing else', async () => {
  expect((await save(d.office, '红的')).query).toBe('level=RED&sort=total')
})

test('a view is its owner’s until he shares it; then each sees his own rows in it', async () => {
  await save(d.office, '我的')
  const { viewId } = await save(d.office, '全部项目', true, '')
  expect(await names(d.office)).toEqual(['我的', '全部项目'])
  expect(await names(d.successor)).toEqual(['全部项目'])
  const away = await makeDistrict()
  expect(await names(away.office)).toEqual([])
  for (const [actor, rows] of [
    [d.office, 1],
    [d.steward, 1],
    [d.successor, 0],
  ] as const) {
    const views = await listViews(actor)
    expect((await countQueries(actor, views, START)).get(viewId)).toBe(rows)
    expect((await listProjects(actor, projectFilter.parse({}), START)).rows).toHaveLength(rows)
  }
})

test('only its owner renames, takes back or deletes a shared view', async () => {
  const { viewId } = await save(d.office, '红的', true)
  const change = { viewId, version: 1, name: '改名', shared: false }
  expect(await changeView(d.steward, change, { today: START })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(await removeView(d.steward, { viewId }, { today: START })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(await changeView(d.office, change, { today: START })).toMatchObject({ ok: true })
  expect(await names(d.steward)).toEqual([])
  expect(await changeView(d.office, change, { today: START })).toMatchObject({ error: { code: 'CONFLICT' } })
  expect(await removeView(d.office, { viewId }, { today: START })).toMatchObject({ ok: true })
  expect(await names(d.office)).toEqual([])
})

test('one name once, and no more views than a row of tabs holds', async () => {
  await save(d.office, '红的')
  await expect(save(d.office, '红的')).rejects.toThrow('VIEW_NAME_TAKEN')
  await save(d.steward, '红的')
  for (let n = 2; n <= 12; n++) await save(d.office, `视图${n}`)
  await expect(save(d.office, '第十三')).rejects.toThrow('VIEWS_FULL')
})

test('a project unit neither shares views nor sees what officials share', async () => {
  const contact = { ...d.steward, role: 'CONTACT' } as Actor
  await save(d.office, '问题企业', true)
  expect(await names(contact)).toEqual([])
  await expect(save(contact, '我的', true)).rejects.toThrow('FORBIDDEN')
  await save(contact, '我的')
})

test('columns and density are remembered for one reader, and set back', async () => {
  const look = (actor: Actor, input: unknown) => saveLedgerSetting(actor, tableSetting.parse(input), { today: START })
  expect(await ledgerSetting(d.office)).toMatchObject({ columns: DEFAULT_PROJECT_COLUMNS, density: 'compact' })
  await look(d.office, { query: '', columns: ['total', 'level', 'stage'] })
  await look(d.office, { query: '', density: 'roomy' })
  expect(await ledgerSetting(d.office)).toMatchObject({
    columns: ['number', 'name', 'total', 'level', 'stage'],
    density: 'roomy',
  })
  await look(d.office, { query: '', columns: ['total', 'level', 'stage'], move: 'level:-1' })
  expect((await ledgerSetting(d.office)).columns).toEqual(['number', 'name', 'level', 'total', 'stage'])
  expect((await ledgerSetting(d.steward)).columns).toEqual(DEFAULT_PROJECT_COLUMNS)
  await look(d.office, { query: '', columns: ['level'], reset: '1' })
  expect((await ledgerSetting(d.office)).columns).toEqual(DEFAULT_PROJECT_COLUMNS)
  expect(await db.tableSetting.count({ where: { userId: d.office.userId } })).toBe(1)
})
