import 'server-only'
import { requestWithUnit } from '@/lib/domain/ledger-export'
import type { LedgerPerson } from '@/lib/domain/ledger-person'
import type { LedgerRow } from '@/lib/domain/ledger-row'
import type { KnownPerson, KnownProject, LedgerSnapshot } from '@/lib/domain/ledger-snapshot'
import { nameKey } from '@/lib/domain/ledger-text'
import { isUuid } from '@/lib/schemas/id'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import type { Tx } from './db'
import { enterpriseNames } from './enterprise-people'
import { liveStewardship } from './steward-load'

const columns = {
  id: true,
  number: true,
  code: true,
  name: true,
  nature: true,
  content: true,
  buildFrom: true,
  buildTo: true,
  totalFen: true,
  note: true,
  stage: true,
  status: true,
  taskforceId: true,
  streetId: true,
  leadUnitId: true,
  enterpriseId: true,
  leaderId: true,
  contactId: true,
  progressText: true,
  nextPlanText: true,
  enrolledOn: true,
  lastVerifiedOn: true,
  lastChangedOn: true,
  version: true,
  stewards: { where: { toOn: null }, select: { id: true, personId: true } },
  yearPlans: { select: { id: true, year: true, plannedFen: true, openingFen: true, version: true } },
  completions: { select: { id: true, weekOf: true, amountFen: true, version: true } },
  milestones: {
    select: {
      id: true,
      kind: true,
      baselineOn: true,
      plannedOn: true,
      actualOn: true,
      monthOnly: true,
      moves: true,
      version: true,
    },
  },
  issues: { select: { text: true, request: true, leadOrg: { select: { shortName: true } } } },
} satisfies Prisma.ProjectSelect

type Permits = ReadonlyMap<string, KnownProject['permits']>

/** Conditions of the start of those projects whose works the ledger says have begun; no query where it says of none. */
async function loadPermits(tx: Tx, ids: readonly string[], rows: readonly LedgerRow[]): Promise<Permits> {
  if (!rows.some(({ milestones }) => milestones.some(({ kind, actual }) => kind === 'START' && actual)))
    return new Map()
  const projects = await tx.project.findMany({
    where: { id: { in: [...ids] }, template: { isNot: null } },
    select: { id: true, template: { select: { startConditions: true } } },
  })
  const conditions = new Map(projects.map(({ id, template }) => [id, new Set(template?.startConditions)]))
  const codes = [...new Set([...conditions.values()].flatMap((of) => [...of]))]
  const permits = await tx.procedure.findMany({
    where: { projectId: { in: [...conditions.keys()] }, code: { in: codes } },
    select: {
      projectId: true,
      code: true,
      state: true,
      finishedOn: true,
      item: { select: { nameZh: true, nameEn: true } },
    },
    orderBy: { code: 'asc' },
  })
  const found = new Map<string, KnownProject['permits'][number][]>()
  for (const { projectId, item, finishedOn, ...permit } of permits)
    if (conditions.get(projectId)?.has(permit.code))
      found.set(projectId, [...(found.get(projectId) ?? []), { ...permit, ...item, finishedOn: dayOrNull(finishedOn) }])
  return found
}

type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof columns }>

function toKnown(
  { stewards, completions, milestones, issues, ...project }: ProjectRow,
  permits: Permits,
): KnownProject {
  const live = stewards[0]
  return {
    ...project,
    enrolledOn: dayOrNull(project.enrolledOn),
    lastVerifiedOn: dayOrNull(project.lastVerifiedOn),
    lastChangedOn: dayOrNull(project.lastChangedOn),
    steward: live ? { assignmentId: live.id, personId: live.personId } : null,
    entries: completions.map((entry) => ({ ...entry, weekOf: fromDb(entry.weekOf) })),
    milestones: milestones.map((m) => ({
      ...m,
      baselineOn: dayOrNull(m.baselineOn),
      plannedOn: dayOrNull(m.plannedOn),
      actualOn: dayOrNull(m.actualOn),
    })),
    issueTexts: issues.flatMap(({ text, request, leadOrg }) =>
      request === null ? [text] : [text, request, requestWithUnit(request, leadOrg?.shortName ?? null)],
    ),
    permits: permits.get(project.id) ?? [],
  }
}

/** Ids of the district's projects that some row may mean; compared as the rules compare names, which SQL cannot. */
async function meantProjects(tx: Tx, districtId: string, rows: readonly LedgerRow[]): Promise<string[]> {
  const said = new Set(
    rows.flatMap((row) => [row.id, row.number === null ? null : `#${row.number}`, row.code, nameKey(row.name)]),
  )
  const all = await tx.project.findMany({
    where: { districtId },
    select: { id: true, number: true, code: true, name: true },
  })
  const meant = all.filter((p) =>
    [p.id, `#${p.number}`, p.code?.toUpperCase(), nameKey(p.name)].some((key) => key && said.has(key)),
  )
  return meant.map((p) => p.id).sort()
}

/** Everybody a ledger of projects names. */
const peopleSaid = (rows: readonly LedgerRow[]): LedgerPerson[] =>
  rows.flatMap((row) => [row.steward, row.contact, row.leader].flatMap((person) => person ?? []))

/** People of the district who bear a name a ledger names, and those its rows have already. */
export async function loadPeople(
  tx: Tx,
  districtId: string,
  said: readonly LedgerPerson[],
  answered: readonly string[],
  ids: readonly string[],
): Promise<KnownPerson[]> {
  const names = new Set([
    ...said.map(({ name }) => name),
    // An answer is a name, with a telephone number where several bear it.
    ...answered.map((target) => target.replace(/[\d\s-]+$/, '')),
  ])
  const people = await tx.person.findMany({
    where: {
      districtId,
      OR: [
        { name: { in: [...names] } },
        { id: { in: [...new Set(ids)] } },
        // A number alone can say who “李局长” is.
        { phone: { in: said.flatMap(({ unnamed, phone }) => (unnamed && phone) || []) } },
      ],
    },
    select: {
      id: true,
      name: true,
      phone: true,
      enterpriseId: true,
      org: { select: { kind: true } },
      user: { select: { role: true } },
      _count: { select: { stewardships: { where: liveStewardship } } },
    },
    orderBy: { id: 'asc' },
  })
  return people.map(({ org, user, _count, ...person }) => ({
    ...person,
    projects: _count.stewardships,
    leadership: org?.kind === 'LEADERSHIP' || user?.role === 'LEADER' || user?.role === 'HEAD',
  }))
}

/**
 * What the district knows that a ledger's rows may speak of, in a fixed number of queries whatever the number of rows.
 *
 * @param answered people the office has just named in its answers
 * @param lock takes the projects meant and the district's numbering for the transaction: an import writes what it decided
 */
export async function loadLedgerSnapshot(
  tx: Tx,
  districtId: string,
  rows: readonly LedgerRow[],
  lock: boolean,
  answered: readonly string[] = [],
) {
  if (lock) await tx.$queryRaw`SELECT 1 FROM "District" WHERE id = ${districtId}::uuid FOR UPDATE`
  const ids = await meantProjects(tx, districtId, rows)
  if (lock && ids.length > 0)
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const mappings = await tx.nameMapping.findMany({
    where: { districtId },
    select: { id: true, kind: true, text: true, targetId: true },
  })
  const district = await tx.district.findUniqueOrThrow({ where: { id: districtId }, select: { name: true } })
  const units = await tx.org.findMany({
    where: { districtId },
    select: { id: true, kind: true, name: true, shortName: true, aliases: true },
  })
  const firms = await enterpriseNames(tx, districtId)
  const projects = await tx.project.findMany({ where: { id: { in: ids } }, select: columns })
  const permits = await loadPermits(tx, ids, rows)
  const people = await loadPeople(tx, districtId, peopleSaid(rows), answered, [
    ...answered.filter(isUuid),
    ...mappings.flatMap((m) => (m.kind === 'PERSON' ? [m.targetId] : [])),
    ...projects.flatMap((p) =>
      [p.leaderId, p.contactId, p.stewards[0]?.personId].filter((id) => typeof id === 'string'),
    ),
  ])
  const lastProject = await tx.project.aggregate({ where: { districtId }, _max: { number: true } })
  const lastIssue = await tx.issue.aggregate({ where: { districtId }, _max: { number: true } })
  const snapshot: LedgerSnapshot = {
    districtId,
    districtName: district.name,
    units,
    people,
    firms,
    projects: projects.map((project) => toKnown(project, permits)),
    mappings,
    nextProjectNumber: (lastProject._max.number ?? 0) + 1,
    nextIssueNumber: (lastIssue._max.number ?? 0) + 1,
  }
  return { snapshot, mappings }
}
