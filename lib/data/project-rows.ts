import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProjectRow } from '@/lib/schemas/project-row'
import type { Level, Prisma } from '@/prisma/generated/client'
import { dayOrNull, toDb } from './date'
import { db } from './db'
import { liveReasons } from './live-reasons'
import { projectsBeside } from './project-beside'
import { weekBefore } from './project-where'

const columns = {
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
  nextLevelOn: true,
  nextLevel: true,
  lastVerifiedOn: true,
  lastChangedOn: true,
  taskforceId: true,
  streetId: true,
  leaderId: true,
} satisfies Prisma.ProjectSelect

const NOTHING_BESIDE = {
  taskforce: null,
  street: null,
  leadUnit: null,
  enterprise: null,
  leader: null,
  steward: null,
  plannedFen: null,
  planFrom: null,
  doneFen: null,
  lastWeekLevel: null,
  milestone: null,
}

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
  const rows = await db.project.findMany({ ...asked, select: columns })
  const [beside, reasons] = await Promise.all([
    projectsBeside(
      rows.map((row) => row.id),
      today,
    ),
    liveReasons(districtId, rows, today),
  ])
  return rows.map(({ levelReasons, ...row }) => ({
    ...row,
    nextLevelOn: dayOrNull(row.nextLevelOn),
    lastVerifiedOn: dayOrNull(row.lastVerifiedOn),
    lastChangedOn: dayOrNull(row.lastChangedOn),
    ...(beside.get(row.id) ?? NOTHING_BESIDE),
    ...(reasons.get(row.id) ?? { reasons: [], ruler: null, lead: null, deadline: null, turnsBy: null }),
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
