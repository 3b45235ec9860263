import { beforeAll, expect, test } from 'vitest'
import { type Actor, ROLES, SIGHT } from '@/lib/domain/access'
import { addDays, on } from '@/lib/domain/plain-date'
import { PROJECT_VIEWS, projectFilter } from '@/lib/schemas/project'
import { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { filterChoices } from './project-choices'
import { listProjects } from './project-list'
import { countViews } from './project-views'
import { inLedger, viewWhere, weekBefore } from './project-where'
import { visibleProcedures, visibleProjects } from './visible'
import { inLedgerSql, visibleSql } from './visible-sql'

const TODAY = addDays(START, 3)
let d: TestDistrict
let actors: Actor[]

beforeAll(async () => {
  d = await makeDistrict()
  await makeDistrict()
  const org = (kind: 'TASKFORCE' | 'STREET' | 'AGENCY', name: string) =>
    db.org.create({ data: { districtId: d.districtId, kind, name, shortName: name } })
  const [team, street, other] = [
    await org('TASKFORCE', '商贸专班'),
    await org('STREET', '五里堡'),
    await org('AGENCY', '自规局'),
  ]
  const firm = await db.enterprise.create({ data: { districtId: d.districtId, name: '某公司' } })
  for (let n = 1; n < 24; n++) await addProject(d, `项目${n}`)
  const stages = ['SIGNED', 'PLANNING', 'CONSTRUCTION', 'PRODUCTION'] as const
  const statuses = ['ACTIVE', 'ACTIVE', 'SUSPENDED', 'ACTIVE', 'REMOVED'] as const
  const projects = await db.project.findMany({ where: { districtId: d.districtId }, orderBy: { number: 'asc' } })
  for (const [n, { id }] of projects.entries()) {
    await db.project.update({
      where: { id },
      data: {
        stage: stages[n % 4],
        status: statuses[n % 5],
        level: (['RED', 'YELLOW', 'GREEN'] as const)[n % 3],
        nextLevelOn: null,
        lastVerifiedOn: n % 6 ? toDb(addDays(TODAY, -n)) : null,
        taskforceId: n % 3 ? null : team.id,
        streetId: n % 4 ? null : street.id,
        leaderId: n % 5 ? null : d.office.personId,
        leadUnitId: n % 7 ? null : other.id,
        enterpriseId: n % 8 ? null : firm.id,
      },
    })
    await db.milestone.createMany({
      data: [
        { projectId: id, kind: 'START', plannedOn: toDb(on(n % 2 ? '2026-12-01' : '2027-02-01')) },
        { projectId: id, kind: 'PRODUCTION', plannedOn: toDb(addDays(TODAY, n)), monthOnly: n % 2 === 0 },
        { projectId: id, kind: 'SITE', plannedOn: toDb(addDays(TODAY, -9)), actualOn: toDb(TODAY) },
      ],
    })
    if (n % 3 === 1) await db.yearPlan.create({ data: { projectId: id, year: 2026, plannedFen: 100n, openingFen: 7n } })
    if (n % 6 === 2) {
      await db.procedure.updateMany({ where: { projectId: id }, data: { agencyId: other.id } })
      await db.stewardAssignment.updateMany({ where: { projectId: id }, data: { personId: d.successor.personId } })
    }
    if (n % 6 === 3) await db.stewardAssignment.updateMany({ where: { projectId: id }, data: { toOn: toDb(TODAY) } })
  }
  await db.procedure.updateMany({ where: { districtId: d.districtId }, data: { nextLevelOn: null } })
  const units = [null, team.id, street.id, other.id, d.agency.orgId]
  actors = ROLES.flatMap((role) =>
    units.flatMap((orgId) =>
      [d.office, d.steward, d.successor].map(
        (who) => ({ ...who, role, orgId, enterpriseId: role === 'CONTACT' && orgId ? firm.id : null }) as Actor,
      ),
    ),
  )
  actors.push({ ...d.successor, standsInFor: [d.successor.personId, d.steward.personId] } as Actor)
})

test('the clause in SQL holds the rows of the other, for every role', async () => {
  for (const actor of actors) {
    const where = { AND: [visibleProjects(actor), inLedger] }
    const [rows, same] = await Promise.all([
      db.$queryRaw<{ id: string }[]>(
        Prisma.sql`SELECT p."id" FROM "Project" p WHERE ${visibleSql(actor)} AND ${inLedgerSql}`,
      ),
      db.project.findMany({ where, select: { id: true } }),
    ])
    expect(rows.map((r) => r.id).sort(), actor.role).toEqual(same.map((r) => r.id).sort())
  }
})

test('a tab counts the rows it opens, for every role', async () => {
  for (const actor of actors) {
    const counts = await countViews(actor, PROJECT_VIEWS, TODAY)
    for (const view of PROJECT_VIEWS) {
      const where = { AND: [visibleProjects(actor), inLedger, viewWhere(view, actor, TODAY)] }
      expect(counts[view], `${actor.role} ${view}`).toBe(await db.project.count({ where }))
    }
  }
})

test('a picker offers what occurs in the projects of its reader, for every role', async () => {
  const ids = (list: readonly { id: string }[]) => list.map((each) => each.id).sort()
  for (const actor of actors.filter((each) => SIGHT.project[each.role])) {
    const some = { some: visibleProjects(actor) }
    const org = (where: Prisma.OrgWhereInput) => db.org.findMany({ where })
    const found = await filterChoices(actor, d.steward.personId)
    const own = SIGHT.procedure[actor.role] === 'agency'
    expect(ids(found.taskforces)).toEqual(ids(await org({ projectsAsTaskforce: some })))
    expect(ids(found.streets)).toEqual(ids(await org({ projectsAsStreet: some })))
    expect(ids(found.units), actor.role).toEqual(
      ids(
        await org({
          OR: [
            own ? { id: { in: actor.orgId ? [actor.orgId] : [] } } : { procedures: { some: visibleProcedures(actor) } },
            { projectsAsLeadUnit: some },
          ],
        }),
      ),
    )
    expect(ids(found.leaders)).toEqual(ids(await db.person.findMany({ where: { ledProjects: some } })))
    const steward = { id: d.steward.personId, stewardships: { some: { project: visibleProjects(actor) } } }
    expect(found.steward?.id ?? null).toBe((await db.person.findFirst({ where: steward }))?.id ?? null)
  }
})

test('a line of the ledger says what stands beside its project', async () => {
  const { rows } = await listProjects(d.office, projectFilter.parse({ size: '100' }), TODAY)
  expect(rows.length).toBeGreaterThan(15)
  for (const row of rows) {
    const p = await db.project.findUniqueOrThrow({
      where: { id: row.id },
      include: {
        taskforce: true,
        street: true,
        leadUnit: true,
        enterprise: true,
        leader: true,
        stewards: { where: { toOn: null }, include: { person: true } },
        yearPlans: { where: { year: 2026 } },
        milestones: { where: { actualOn: null, plannedOn: { not: null } }, orderBy: { plannedOn: 'asc' } },
        levelChanges: { where: { procedureId: null, on: { gt: toDb(weekBefore(TODAY)) } }, orderBy: { at: 'asc' } },
      },
    })
    const [money, next] = [p.yearPlans[0], p.milestones[0]]
    expect(row).toMatchObject({
      number: p.number,
      taskforce: p.taskforce?.shortName ?? null,
      street: p.street?.shortName ?? null,
      leadUnit: p.leadUnit?.shortName ?? null,
      enterprise: p.enterprise?.name ?? null,
      leader: p.leader?.name ?? null,
      steward: p.stewards[0]?.person.name ?? null,
      plannedFen: money?.plannedFen ?? null,
      doneFen: money ? money.openingFen + money.enteredFen : null,
      lastWeekLevel: p.levelChanges[0]?.from ?? null,
      milestone: next?.plannedOn && { kind: next.kind, plannedOn: fromDb(next.plannedOn), monthOnly: next.monthOnly },
    })
  }
})
