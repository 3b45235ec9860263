import type { Actor } from '@/lib/domain/access'
import { on, type PlainDate } from '@/lib/domain/plain-date'
import { PUBLISHED_YEARS } from '@/lib/domain/published-years'
import type { Prisma, Role } from '@/prisma/generated/client'
import { meetingWeekOf } from './agenda-draft'
import { fromDb, toDb } from './date'
import { db } from './db'
import { refreshProjects } from './levels'
import { issueSearchText, orgSearchText, personSearchText, searchTextOf } from './search-text'
import { freezeWeekNow } from './week-snapshots'

/** The Monday everything in the fixture begins on. */
export const START = on('2026-11-02')

let districts = 0

/** Somebody with an account. */
export async function addUser(districtId: string, role: Role, name: string, orgId: string | null) {
  const person = await db.person.create({ data: { districtId, name, orgId, searchText: personSearchText({ name }) } })
  const user = await db.user.create({
    data: { districtId, username: `${role}-${person.id}`, passwordHash: 'none', role, personId: person.id, orgId },
  })
  const actor = {
    userId: user.id,
    personId: person.id,
    name,
    role,
    districtId,
    orgId,
    enterpriseId: null,
    standsInFor: [person.id],
    address: '127.0.0.1',
    proved: true,
  } as unknown as Actor
  return actor
}

async function addCatalog(districtId: string, agencyId: string) {
  const version = await db.catalogVersion.create({ data: { districtId, number: 1, effectiveOn: toDb(START) } })
  const common = {
    versionId: version.id,
    stage: 'PERMIT',
    nationalStage: 1,
    agencyName: '住建局',
    agencyNameEn: 'Housing',
    agencyId,
    clock: 'agency',
    promisedStatus: 'PUBLISHED',
    parallelGroup: null,
    materials: [],
    tolerance: true,
    commitment: false,
    keyNode: true,
  }
  const item = (code: string, predecessors: string[]) =>
    db.catalogItem.create({
      data: {
        ...common,
        code,
        nameZh: `事项${code}`,
        nameEn: `Item ${code}`,
        statutoryDays: 20,
        statutoryUnit: 'WD',
        promisedWd: 7,
        planWd: 7,
        predecessors,
      },
    })
  return [await item('GH01', []), await item('SG01', ['GH01']), await item('TC05', ['SG01'])]
}

/** A project of the steward whose three procedures follow each other. */
async function addProjectOf(
  districtId: string,
  number: number,
  name: string,
  steward: Actor,
  agencyId: string,
  items: Awaited<ReturnType<typeof addCatalog>>,
) {
  const project = await db.project.create({
    data: {
      districtId,
      number,
      name,
      searchText: searchTextOf({ name, code: null, number }),
      stage: 'PERMITTING',
      enteredOn: toDb(START),
      lastVerifiedOn: toDb(START),
      stewards: { create: { personId: steward.personId, fromOn: toDb(START) } },
      procedures: {
        create: items.map((item) => ({
          districtId,
          itemId: item.id,
          code: item.code,
          agencyId,
          predecessors: item.predecessors,
          promisedWd: item.promisedWd,
          statutoryDays: item.statutoryDays,
          statutoryUnit: item.statutoryUnit,
          planWd: item.planWd,
          enteredOn: toDb(START),
        })),
      },
    },
    include: { procedures: { orderBy: { code: 'asc' } } },
  })
  await db.$transaction((tx) => refreshProjects(tx, [project.id], START, 'FACT', null))
  const [first, second] = await db.procedure.findMany({ where: { projectId: project.id }, orderBy: { code: 'asc' } })
  if (!first || !second) throw new Error('the fixture has no procedures')
  return { projectId: project.id, first, second }
}

/** One more project of the same kind in a district. */
export async function addProject(district: TestDistrict, name: string) {
  const items = await db.catalogItem.findMany({
    where: { catalogVersion: { districtId: district.districtId }, code: { in: ['GH01', 'SG01', 'TC05'] } },
  })
  const number = (await db.project.count({ where: { districtId: district.districtId } })) + 1
  return addProjectOf(district.districtId, number, name, district.steward, district.first.agencyId ?? '', items)
}

/**
 * A small district for integration tests: an office, an agency, two stewards, and one project whose three procedures
 * follow each other. Every call makes another one, so tests do not meet.
 */
export async function makeDistrict() {
  districts += 1
  await db.holidayYear.createMany({
    data: PUBLISHED_YEARS.map((y) => ({ year: y.year, off: { ...y.off }, work: { ...y.work } })),
    skipDuplicates: true,
  })
  const { id: districtId } = await db.district.create({
    data: { code: `9${process.pid}${districts}`, name: `测试区${districts}` },
  })
  const org = (kind: 'OFFICE' | 'AGENCY' | 'STEWARD_UNIT', name: string) =>
    db.org.create({
      data: { districtId, kind, name, shortName: name, searchText: orgSearchText({ name, shortName: name }) },
    })
  const [officeOrg, agencyOrg, stewardOrg] = [
    await org('OFFICE', '办公室'),
    await org('AGENCY', '住建局'),
    await org('STEWARD_UNIT', '代办中心'),
  ]
  const office = await addUser(districtId, 'OFFICE', '周办', officeOrg.id)
  const agency = await addUser(districtId, 'AGENCY', '吴经办', agencyOrg.id)
  const head = await addUser(districtId, 'AGENCY_HEAD', '郑局', agencyOrg.id)
  const steward = await addUser(districtId, 'STEWARD', '王管家', stewardOrg.id)
  const successor = await addUser(districtId, 'STEWARD', '李管家', stewardOrg.id)
  const auditor = await addUser(districtId, 'AUDITOR', '审计员', null)
  const items = await addCatalog(districtId, agencyOrg.id)
  const { projectId, first, second } = await addProjectOf(districtId, 1, '热力管网', steward, agencyOrg.id, items)
  return { districtId, office, agency, head, steward, successor, auditor, projectId, first, second }
}
export type TestDistrict = Awaited<ReturnType<typeof makeDistrict>>

const turns = async (where: Prisma.LevelChangeWhereInput): Promise<[string, string][]> =>
  (await db.levelChange.findMany({ where, orderBy: [{ on: 'asc' }, { id: 'asc' }] })).map((c) => [c.to, fromDb(c.on)])

/** Colours a procedure has had, oldest first, each with the day it turned on. */
export const levelHistory = (procedureId: string) => turns({ procedureId })

/** Freezes the week of a meeting, as the job would have at its data line. */
export async function freezeWeekOf(districtId: string, monday: PlainDate) {
  const week = await meetingWeekOf(db, districtId, monday)
  if (!week) throw new Error(`no meeting in the week of ${monday}`)
  await freezeWeekNow(districtId, week)
}

/** An issue of a project that nobody below the district could settle. */
export const raiseToDistrict = ({ districtId, projectId }: TestDistrict, raisedOn: PlainDate) =>
  db.issue.create({
    data: {
      districtId,
      number: 1,
      source: 'STEWARD',
      text: '道路未通',
      projectId,
      tier: 'DISTRICT',
      raisedOn: toDb(raisedOn),
      heldSince: toDb(raisedOn),
      tierSince: toDb(raisedOn),
      searchText: issueSearchText({ text: '道路未通', number: 1 }),
    },
  })

/** As `levelHistory`, of a project. */
export const projectHistory = (projectId: string) => turns({ projectId, procedureId: null })
