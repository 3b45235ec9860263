import { beforeEach, expect, test } from 'vitest'
import { db } from './db'
import { makeDistrict, type TestDistrict } from './district.fixture'
import { visibleProjects } from './visible'

let d: TestDistrict
let other: string
beforeEach(async () => {
  d = await makeDistrict()
  const org = { districtId: d.districtId, kind: 'AGENCY', name: '自规局', shortName: '自规局' } as const
  other = (await db.org.create({ data: org })).id
})

const sees = async (orgId: string | null) =>
  (await db.project.count({ where: visibleProjects({ ...d.agency, orgId }) })) === 1

test('an agency sees the projects it has a procedure in, as long as it has one', async () => {
  const own = d.agency.orgId
  expect([await sees(own), await sees(other)]).toEqual([true, false])
  await db.procedure.update({ where: { id: d.first.id }, data: { agencyId: other } })
  expect([await sees(own), await sees(other)]).toEqual([true, true])
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { agencyId: other } })
  expect([await sees(own), await sees(other)]).toEqual([false, true])
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { agencyId: null } })
  expect([await sees(own), await sees(other)]).toEqual([false, false])
})

test('an agency added to a project sees it without a procedure, and no longer when it is taken away', async () => {
  const key = { projectId: d.projectId, orgId: other }
  await db.projectAgency.create({ data: key })
  expect(await sees(other)).toBe(true)
  await db.procedure.update({ where: { id: d.first.id }, data: { agencyId: other } })
  await db.projectAgency.delete({ where: { projectId_orgId: key } })
  expect(await sees(other)).toBe(true)
  await db.procedure.update({ where: { id: d.first.id }, data: { agencyId: d.agency.orgId } })
  expect(await sees(other)).toBe(false)
})

test('an actor without a unit sees nothing', async () => {
  expect(await sees(null)).toBe(false)
})
