import 'server-only'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { ProjectRow } from '@/lib/schemas/project-row'
import type { Level, Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { liveReasons } from './live-reasons'
import { weekBefore } from './project-where'

const rowSelect = (today: PlainDate) =>
  ({
    id: true,
    number: true,
    name: true,
    code: true,
    nature: true,
    stage: true,
    status: true,
    totalFen: true,
    level: true,
    levelReasons: true,
    levelOwner: true,
    nextLevelOn: true,
    nextLevel: true,
    lastVerifiedOn: true,
    lastChangedOn: true,
    taskforceId: true,
    streetId: true,
    leaderId: true,
    taskforce: { select: { shortName: true } },
    street: { select: { shortName: true } },
    leadUnit: { select: { shortName: true } },
    enterprise: { select: { name: true } },
    leader: { select: { name: true } },
    stewards: { where: { toOn: null }, select: { person: { select: { name: true } } } },
    yearPlans: {
      where: { year: yearOf(today) },
      select: { plannedFen: true, openingFen: true, enteredFen: true, fromOn: true },
    },
    milestones: {
      where: { actualOn: null, plannedOn: { not: null } },
      orderBy: { plannedOn: 'asc' },
      take: 1,
      select: { kind: true, plannedOn: true, monthOnly: true },
    },
  }) satisfies Prisma.ProjectSelect

/** Colour each project had a week before, where it has changed since. */
export async function levelsLastWeek(ids: readonly string[], today: PlainDate): Promise<Map<string, Level>> {
  const changes = await db.levelChange.findMany({
    where: { projectId: { in: [...ids] }, procedureId: null, on: { gt: toDb(weekBefore(today)) } },
    orderBy: [{ projectId: 'asc' }, { at: 'asc' }, { id: 'asc' }],
    distinct: ['projectId'],
    select: { projectId: true, from: true },
  })
  return new Map(changes.flatMap((c) => (c.from ? [[c.projectId, c.from] as const] : [])))
}

/**
 * Projects as lines of a list, with today's numbers in their reasons.
 *
 * @param asked already bound to an actor: a where-clause that starts from `visibleProjects`
 */
export async function loadRows(
  districtId: string,
  asked: Pick<Prisma.ProjectFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
  today: PlainDate,
): Promise<ProjectRow[]> {
  const rows = await db.project.findMany({ ...asked, select: rowSelect(today) })
  const ids = rows.map((r) => r.id)
  const [lastWeek, reasons] = await Promise.all([levelsLastWeek(ids, today), liveReasons(districtId, rows, today)])
  return rows.map(({ yearPlans: [money], milestones: [next], ...row }) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    code: row.code,
    nature: row.nature,
    stage: row.stage,
    status: row.status,
    totalFen: row.totalFen,
    plannedFen: money?.plannedFen ?? null,
    planFrom: dayOrNull(money?.fromOn ?? null),
    doneFen: money ? money.openingFen + money.enteredFen : null,
    level: row.level,
    lastWeekLevel: lastWeek.get(row.id) ?? null,
    nextLevelOn: dayOrNull(row.nextLevelOn),
    nextLevel: row.nextLevel,
    lastVerifiedOn: dayOrNull(row.lastVerifiedOn),
    lastChangedOn: dayOrNull(row.lastChangedOn),
    taskforceId: row.taskforceId,
    taskforce: row.taskforce?.shortName ?? null,
    streetId: row.streetId,
    street: row.street?.shortName ?? null,
    enterprise: row.enterprise?.name ?? null,
    leaderId: row.leaderId,
    leader: row.leader?.name ?? null,
    leadUnit: row.leadUnit?.shortName ?? null,
    steward: row.stewards[0]?.person.name ?? null,
    milestone: next?.plannedOn
      ? { kind: next.kind, plannedOn: fromDb(next.plannedOn), monthOnly: next.monthOnly }
      : null,
    ...(reasons.get(row.id) ?? { reasons: [], ruler: null, lead: null, deadline: null }),
  }))
}

/** As `loadRows`, of these projects in this order. */
export async function loadRowsInOrder(
  districtId: string,
  where: Prisma.ProjectWhereInput,
  ids: readonly string[],
  today: PlainDate,
): Promise<ProjectRow[]> {
  const rows = await loadRows(districtId, { where: { AND: [where, { id: { in: [...ids] } }] } }, today)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
