import { expect, test } from 'vitest'
import { type Actor, ROLES, SIGHT } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { projectFilter } from '@/lib/schemas/project'
import { SERVICE_KINDS, searchQuery } from '@/lib/schemas/search'
import { toDb } from './date'
import { db } from './db'
import { addProject, addUser, makeDistrict, raiseToDistrict, START } from './district.fixture'
import { listProjects } from './project-list'
import { recentProjects, search } from './search'
import { enterpriseSearchText, orgSearchText } from './search-text'
import { fillSearchTexts, staleSearchTexts } from './search-texts'
import { decide } from './task.fixture'

/** What a search finds of the services for enterprises, by title. */
const services = async (actor: Actor, q: string) => {
  const answer = await search(actor, searchQuery.parse({ q }), START)
  return Object.fromEntries(
    SERVICE_KINDS.flatMap((kind) => {
      const { hits, total } = answer[kind]
      expect(total, kind).toBe(hits.length)
      return hits.length > 0 ? [[kind, hits.map(({ title }) => title)]] : []
    }),
  )
}

const found = async (actor: Actor, q: string) => {
  const { projects, procedures, tasks, people, units } = await search(actor, searchQuery.parse({ q }), START)
  return {
    projects: projects.hits.map((h) => h.name),
    procedures: procedures.hits.map((h) => `${h.nameZh} ${h.project}`),
    tasks: tasks.hits.map((h) => `${h.no} ${h.text}`),
    people: people.hits.map((h) => h.name),
    units: units.hits.map((h) => h.name),
  }
}
async function staleNow() {
  const found = []
  for await (const finding of staleSearchTexts()) found.push(finding)
  return found
}
const NONE = { projects: [], procedures: [], tasks: [], people: [], units: [] }

test('a project is found by its name, pinyin, initials and number, and the ledger agrees', async () => {
  const d = await makeDistrict()
  await addProject(d, '云创中心(二期)')
  for (const q of ['云创', 'yunchuang', 'yczx', 'YCZX', 'ＹＣＺＸ', 'yczxeq', '中心 云创', '2']) {
    expect((await found(d.office, q)).projects, q).toEqual(['云创中心(二期)'])
    const ledger = await listProjects(d.office, projectFilter.parse({ q }), START)
    expect(
      ledger.rows.map((r) => r.name),
      q,
    ).toEqual(['云创中心(二期)'])
  }
  expect(await found(d.office, '%')).toEqual(NONE)
  expect(await found(d.office, 'yc_x')).toEqual(NONE)
})

test('the exact number and the beginning of a name come before what only contains them', async () => {
  const d = await makeDistrict()
  for (let n = 2; n <= 13; n++) await addProject(d, n === 13 ? '管网智慧中心' : `城北热力管网${n}段`)
  expect((await found(d.office, '1')).projects[0]).toBe('热力管网')
  expect((await found(d.office, '管网')).projects[0]).toBe('管网智慧中心')
  const all = await search(d.office, searchQuery.parse({ q: '管网' }), START)
  expect([all.projects.hits.length, all.projects.total]).toEqual([8, 13])
})

test('procedures are found by their item, alone or beside their project, and by their certificate', async () => {
  const d = await makeDistrict()
  await addProject(d, '云创中心')
  expect((await found(d.agency, 'gh01')).procedures).toHaveLength(2)
  expect((await found(d.agency, 'yczx 事项gh01')).procedures).toEqual(['事项GH01 云创中心'])
  expect((await found(d.agency, '云创')).procedures).toEqual([])
  await db.procedure.update({ where: { id: d.first.id }, data: { certificateNo: '建字第410103202600012号' } })
  expect((await found(d.office, '202600012')).procedures).toEqual(['事项GH01 热力管网'])
})

test('people and units by pinyin; a surname is read as one', async () => {
  const d = await makeDistrict()
  const firm = await db.enterprise.create({ data: { districtId: d.districtId, name: '郑州重阳实业' } })
  await db.project.update({ where: { id: d.projectId }, data: { enterpriseId: firm.id } })
  await db.person.create({ data: { districtId: d.districtId, name: '单建国', orgId: d.agency.orgId } })
  expect((await found(d.office, 'wangguanjia')).people).toEqual(['王管家'])
  expect((await found(d.office, 'wgj')).people).toEqual(['王管家'])
  expect((await found(d.office, 'zjj')).units).toEqual(['住建局'])
  // Written past the product: nobody finds them until the job has been there.
  expect((await found(d.office, 'shanjianguo')).people).toEqual([])
  const stale = await staleNow()
  expect(stale.map((s) => s.invariant)).toContain('SEARCH_TEXT')
  const mended = await fillSearchTexts()
  expect([mended.Person >= 1, mended.Enterprise >= 1]).toEqual([true, true])
  expect(await staleNow()).toEqual([])
  expect(await fillSearchTexts()).toEqual({ Project: 0, Person: 0, Org: 0, Enterprise: 0, Issue: 0 })
  for (const q of ['shanjianguo', 'sjg', '单建国']) expect((await found(d.office, q)).people, q).toEqual(['单建国'])
  expect((await found(d.office, 'chongyang')).units).toEqual(['郑州重阳实业'])
})

test('a problem is found by its words, its initials and its number, by whoever sees it', async () => {
  const d = await makeDistrict()
  const { id } = await raiseToDistrict(d, START)
  const issues = async (actor: Actor, q: string) =>
    (await search(actor, searchQuery.parse({ q }), START)).issues.hits.map((hit) => hit.id)
  for (const q of ['道路未通', 'dlwt', '1', '热力管网 道路']) expect(await issues(d.office, q), q).toEqual([id])
  expect([await issues(d.steward, '道路'), await issues(d.agency, '道路')]).toEqual([[id], []])
})

test('a person is found by a telephone number, by whoever is shown it', async () => {
  const d = await makeDistrict()
  const { personId } = d.steward
  await db.person.update({ where: { id: personId }, data: { phone: '13912345678' } })
  const number = async (actor: Actor, q: string) =>
    (await search(actor, searchQuery.parse({ q }), START)).people.hits.map((h) => [h.name, h.phone])
  for (const q of ['13912345678', '139 1234 5678', '+86 139-1234-5678', '5678'])
    expect(await number(d.office, q), q).toEqual([['王管家', '13912345678']])
  expect(await number(d.office, '567')).toEqual([])
  // Who may not call finds by name, and the middle of the number stays hidden.
  const discipline = { ...d.office, role: 'DISCIPLINE' } as Actor
  expect(await number(discipline, '13912345678')).toEqual([])
  expect(await number(discipline, '王管家')).toEqual([['王管家', '139****5678']])
  const landline = await db.person.create({ data: { districtId: d.districtId, name: '值班室', orgId: d.agency.orgId } })
  await db.person.update({ where: { id: landline.id }, data: { phone: '0371-68180001' } })
  expect(await number(d.office, '037168180001')).toEqual([['值班室', '0371-68180001']])
})

test('a project by its number as it is printed, a procedure by a certificate copied with its spaces', async () => {
  const d = await makeDistrict()
  for (const q of ['1', '#1', 'No. 1', '编号1', '编号：1'])
    expect((await found(d.office, q)).projects, q).toEqual(['热力管网'])
  await db.procedure.update({ where: { id: d.first.id }, data: { certificateNo: '建字第410103202600012号' } })
  expect((await found(d.office, '建字第 410103202600012 号')).procedures).toEqual(['事项GH01 热力管网'])
})

test('a task by its number in any form, and by words of its matter; an agency only its own', async () => {
  const d = await makeDistrict()
  const today = on('2026-11-23')
  await decide(d, today, [
    { text: '核发规划许可证' },
    { text: '接通临时用电', leadOrgId: d.office.orgId, raisedById: d.office.personId },
  ])
  const tasks = async (actor: Actor, q: string) => (await found(actor, q)).tasks
  const [permit, power] = ['双轮〔2026〕48-01 核发规划许可证', '双轮〔2026〕48-02 接通临时用电']
  for (const q of ['双轮〔2026〕48-01', '双轮(2026)48-1', '双轮催〔2026〕48-01', '48-01'])
    expect(await tasks(d.office, q), q).toEqual([permit])
  expect(await tasks(d.office, '规划许可')).toEqual([permit])
  expect(await tasks(d.office, '热力管网 临时用电')).toEqual([power])
  // What names only the project finds the project.
  expect(await tasks(d.office, '热力管网')).toEqual([])
  expect(await tasks(d.agency, '规划许可')).toEqual([permit])
  expect(await tasks(d.agency, '临时用电')).toEqual([])
  expect(await tasks({ ...d.office, role: 'BIZENV' } as Actor, '规划许可')).toEqual([])
})

test('nobody finds or counts what he may not see, in any role', async () => {
  const [home, away] = [await makeDistrict(), await makeDistrict()]
  const name = '只此一家热电站'
  await addProject(away, name)
  const firm = { districtId: away.districtId, name: '只此一家公司' }
  const { id } = await db.enterprise.create({ data: { ...firm, searchText: enterpriseSearchText(firm) } })
  await db.project.update({ where: { id: away.projectId }, data: { enterpriseId: id } })
  for (const role of ROLES) expect(await found({ ...home.office, role } as Actor, '只此一家'), role).toEqual(NONE)
  expect((await found(away.office, '只此一家')).projects).toEqual([name])
  // Of the same district, but not his: indistinguishable from what is not there.
  for (const actor of [away.successor, { ...away.successor, role: 'CONTACT' }, { ...away.office, role: 'AUDITOR' }])
    expect(await found(actor as Actor, '只此一家'), actor.role).toEqual(NONE)
  expect((await found(away.steward, '只此一家')).projects).toEqual([name])
  for (const role of ROLES.filter((r) => SIGHT.project[r] === undefined))
    expect(await found({ ...away.office, role } as Actor, '王管家'), role).toEqual(NONE)
  // A project unit finds the people of its own projects and nobody else.
  const contact = { ...away.office, role: 'CONTACT', enterpriseId: id } as Actor
  expect((await found(contact, '管家')).people).toEqual(['王管家'])
  expect((await found(contact, '周办')).people).toEqual([])
})

test('before anything is typed: what one had in hand, then what moved', async () => {
  const d = await makeDistrict()
  const { projectId } = await addProject(d, '云创中心')
  await db.auditEntry.create({
    data: {
      districtId: d.districtId,
      actorId: d.office.userId,
      actorName: '周办',
      actorRole: 'OFFICE',
      action: 'project.update',
      projectId,
      ok: true,
    },
  })
  await db.project.updateMany({ where: { districtId: d.districtId }, data: { lastChangedOn: new Date('2026-11-02') } })
  const recent = await recentProjects(d.office)
  expect([recent.handled.map((h) => h.name), recent.changed.map((h) => h.name)]).toEqual([['云创中心'], ['热力管网']])
  expect(await recentProjects({ ...d.office, role: 'AUDITOR' } as Actor)).toEqual({ handled: [], changed: [] })
})

test('services for enterprises are found through the clause of each one’s list', async () => {
  const d = await makeDistrict()
  const { districtId } = d
  const day = toDb(START)
  const names = { name: '汴河银行', shortName: '汴河银行' }
  const org = await db.org.create({
    data: { districtId, kind: 'BANK', ...names, searchText: orgSearchText(names) },
  })
  const bank = await addUser(districtId, 'BANK', '汴河经理', org.id)
  const firm = await db.enterprise.create({
    data: { districtId, name: '汴河铸造', searchText: enterpriseSearchText({ name: '汴河铸造' }) },
  })
  const unitId = d.agency.orgId ?? ''
  await db.harbour.create({
    data: {
      districtId,
      name: '汴河港湾',
      address: '汴河路1号',
      leadBankId: org.id,
      registeredOn: day,
      searchText: '汴河港湾 bianhe',
    },
  })
  await db.financeEvent.create({
    data: {
      districtId,
      theme: '汴河对接会',
      kind: 'INDUSTRY',
      industry: 'MANUFACTURING',
      heldOn: day,
      startsAt: '14:30',
      place: '会议室',
      organiserId: unitId,
      searchText: '汴河对接会',
    },
  })
  await db.walk.create({
    data: {
      districtId,
      number: 1,
      unitId,
      leader: '刘局长',
      code: 'GH01',
      item: '汴河路占道许可',
      mode: 'SELF',
      place: 'HALL',
      on: day,
      walkerId: d.agency.personId,
      searchText: '汴河路占道许可',
    },
  })
  await db.visitPlan.create({ data: { districtId, enterpriseId: firm.id, unitId, on: day, purpose: '看看设备' } })
  await db.upgradeProject.create({
    data: {
      districtId,
      number: 1,
      enterpriseId: firm.id,
      name: '汴河智能产线',
      kinds: ['SMART'],
      content: '换线',
      equipmentFen: 1n,
      totalFen: 2n,
      enteredOn: day,
    },
  })
  await db.packBatch.create({
    data: { districtId, number: 1, name: '汴河春季批', contents: [], prepared: 10, costFen: 0n, on: day },
  })
  expect(await services(d.office, '汴河')).toEqual({
    harbours: ['汴河港湾'],
    events: ['汴河对接会'],
    walks: ['汴河路占道许可'],
    visits: ['汴河铸造'],
    upgrades: ['汴河智能产线'],
    batches: ['汴河春季批'],
  })
  // A bank has the register of harbours, and no event it was not asked to.
  expect(await services(bank, '汴河')).toEqual({ harbours: ['汴河港湾'] })
  expect(await services(d.steward, '汴河')).toEqual({ harbours: ['汴河港湾'], batches: ['汴河春季批'] })
  const elsewhere = await makeDistrict()
  expect(await services(elsewhere.office, '汴河')).toEqual({})
})
