import { beforeEach, expect, test } from 'vitest'
import { projectFilter } from '@/lib/schemas/project'
import { peopleWithoutAccount } from './account-list'
import { db } from './db'
import { deputiesOf } from './deputies'
import { addProject, addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { managementOf } from './project-brief'
import { filterChoices } from './project-choices'
import { creationChoices, listStewards } from './project-proposal'
import { previewTransfer } from './transfers'

// Two people of one name are one person to whoever cannot tell them apart.
let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

const named = (people: readonly Readonly<{ name: string }>[]) =>
  people
    .map(({ name }) => name)
    .filter((name) => name.startsWith('王芳'))
    .toSorted()

/** Two 王芳 of a role and a unit, with a telephone each. */
async function twins(role: 'STEWARD' | 'OFFICE', orgId: string | null) {
  const both = [await addUser(d.districtId, role, '王芳', orgId), await addUser(d.districtId, role, '王芳', orgId)]
  for (const [i, { personId }] of both.entries())
    await db.person.update({ where: { id: personId }, data: { phone: `1380000111${i + 1}` } })
  return both
}

test('stewards of one name are told apart wherever one of them is chosen', async () => {
  await twins('STEWARD', null)
  const both = ['王芳 …1111', '王芳 …1112']
  expect(named(await listStewards(d.office))).toEqual(both)
  expect(named((await creationChoices(d.office)).stewards)).toEqual(both)
  expect(named((await previewTransfer(d.office, projectFilter.parse({}), null, START)).stewards)).toEqual(both)
  expect(named((await deputiesOf(d.steward, START)).colleagues)).toEqual(both)
})

test('so are those who approve, those who lead and those without an account', async () => {
  const leadership = await db.org.create({
    data: { districtId: d.districtId, kind: 'LEADERSHIP', name: '区委区政府', shortName: '区领导' },
  })
  const [first, second] = await twins('OFFICE', leadership.id)
  const management = await managementOf(d.steward, d.projectId, START)
  expect(named(management?.planApprovers.REPLAN ?? [])).toEqual(['王芳 …1111', '王芳 …1112'])
  expect(named(management?.approvers ?? [])).toEqual(['王芳 区领导 …1111', '王芳 区领导 …1112'])
  expect(named((await creationChoices(d.office)).leaders)).toEqual(['王芳 区领导 …1111', '王芳 区领导 …1112'])
  const other = await addProject(d, '另一个项目')
  await db.project.update({ where: { id: other.projectId }, data: { leaderId: second?.personId ?? null } })
  await db.project.update({ where: { id: d.projectId }, data: { leaderId: first?.personId ?? null } })
  expect(named((await filterChoices(d.office)).leaders)).toEqual(['王芳 区领导 …1111', '王芳 区领导 …1112'])
  await db.user.deleteMany({ where: { personId: { in: [first?.personId ?? '', second?.personId ?? ''] } } })
  expect(named(await peopleWithoutAccount(d.office, '王芳'))).toEqual(['王芳 …1111', '王芳 …1112'])
})
