import { beforeEach, expect, test } from 'vitest'
import { projectFilter } from '@/lib/schemas/project'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { findProcedure } from './procedure-detail'
import { findProject } from './project-detail'
import { listExportProjects } from './project-export-rows'
import { listProjects } from './project-list'
import { findSheet } from './project-sheets'

let d: TestDistrict
let other: string
beforeEach(async () => {
  d = await makeDistrict()
  other = (
    await db.org.create({ data: { districtId: d.districtId, kind: 'AGENCY', name: '自规局', shortName: '自规局' } })
  ).id
  // The second item stays the agency's; what it waits for, and what follows, is another's.
  await db.procedure.updateMany({
    where: { projectId: d.projectId, id: { not: d.second.id } },
    data: { agencyId: other },
  })
  await db.project.update({
    where: { id: d.projectId },
    data: { totalFen: 130_000_000n, progressText: '图审意见已回复', note: '内部备注' },
  })
  await db.yearPlan.create({
    data: { projectId: d.projectId, year: 2026, plannedFen: 77_000_000n, openingFen: 0n, enteredFen: 0n },
  })
  for (const procedureId of [d.first.id, d.second.id])
    await db.planChange.create({
      data: {
        projectId: d.projectId,
        procedureId,
        target: 'PROCEDURE_FINISH',
        fromOn: toDb(START),
        toOn: toDb(START),
        on: toDb(START),
        nth: 1,
        reason: procedureId === d.first.id ? '别家的原因' : '本单位的原因',
        actorId: d.steward.userId,
      },
    })
})

const said = (value: unknown) => JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}fen` : part))

test('an agency’s handler gets the card: his own items with what they wait for, no money, no plan of others', async () => {
  const card = await findProject(d.agency, d.projectId, START)
  expect(card?.procedures.map((p) => [p.code, p.open])).toEqual([
    ['GH01', false],
    ['SG01', true],
  ])
  expect(card).toMatchObject({
    cardOnly: true,
    totalFen: null,
    yearPlan: null,
    milestones: [],
    issues: [],
    outlook: null,
  })
  expect(card?.activity.map((line) => line.text).filter(Boolean)).toEqual(['本单位的原因'])
  for (const secret of ['130000000', '77000000', '别家的原因', '图审意见', '内部备注'])
    expect(said(card)).not.toContain(secret)
  expect(await findSheet(d.agency, d.projectId, START)).toBeNull()
})

test('its head, and whoever serves the project, see all of it; what he may not open is no link for the head either', async () => {
  const seen = await findProject(d.head, d.projectId, START)
  expect(seen).toMatchObject({ cardOnly: false, totalFen: 130_000_000n })
  expect(seen?.procedures.map((p) => p.open)).toEqual([false, true, false])
  for (const { id, open } of seen?.procedures ?? [])
    expect((await findProcedure(d.head, id, START)) !== null).toBe(open)
  const own = await findProcedure(d.head, d.second.id, START)
  expect(own?.predecessors.map((p) => p.open)).toEqual([false])
  const all = await findProject(d.steward, d.projectId, START)
  expect(all?.procedures.every((p) => p.open)).toBe(true)
})

test('the ledger and its exports tell him no money, not even by their order or their totals', async () => {
  const filter = projectFilter.parse({ sort: 'total' })
  const page = await listProjects(d.agency, filter, START)
  expect(page.total).toBe(1)
  const rows = await listExportProjects(d.agency, filter, START)
  for (const secret of ['130000000', '77000000', '图审意见', '内部备注'])
    expect(said([page, rows])).not.toContain(secret)
  expect(said(await listProjects(d.steward, filter, START))).toContain('130000000')
})
