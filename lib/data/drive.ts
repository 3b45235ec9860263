import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { STAGES, type Stage } from '@/lib/domain/project'
import { MOST_PROJECTS } from '@/lib/domain/steward-load'
import type { Drive, DriveGroup } from '@/lib/schemas/briefing'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import type { FigureScope } from './figure-scope'
import { inLedger } from './project-where'
import { visibleProjects } from './visible'

/** What the two who head the leading group are called 组长. */
const HEAD_TITLES = ['区委书记', '区长']

type Group = Readonly<{ stage: Stage; _count: { _all: number; totalFen: number }; _sum: { totalFen: bigint | null } }>

/** Projects of one leader or task force, stage by stage; money is summed of those that state a total. */
const groupOf = (id: string, name: string, groups: readonly Group[]): DriveGroup => ({
  id,
  name,
  projects: groups.reduce((n, { _count }) => n + _count._all, 0),
  stated: groups.reduce((n, { _count }) => n + _count.totalFen, 0),
  totalFen: groups.reduce((sum, { _sum }) => sum + (_sum.totalFen ?? 0n), 0n),
  stages: Object.fromEntries(
    STAGES.map((stage) => [stage, groups.reduce((n, group) => n + (group.stage === stage ? group._count._all : 0), 0)]),
  ) as DriveGroup['stages'],
})

/**
 * Who drives the projects 双轮驱动: the heads of the leading group, the leaders and task forces with what they answer for, and
 * the stewards with their load.
 *
 * Who sees what: `visibleProjects`; a fixed number of grouped questions.
 */
export async function loadDrive(actor: Actor, { taskforceId }: FigureScope): Promise<Drive> {
  const where: Prisma.ProjectWhereInput = {
    AND: [visibleProjects(actor), inLedger, ...(taskforceId ? [{ taskforceId }] : [])],
  }
  const { districtId } = actor
  const counted = { _count: { _all: true, totalFen: true }, _sum: { totalFen: true } } as const
  const [heads, teams, byTeam, byLeader, live] = await Promise.all([
    db.person.findMany({
      where: { districtId, title: { in: HEAD_TITLES }, org: { kind: 'LEADERSHIP' } },
      select: { id: true, name: true, title: true },
      orderBy: { title: 'asc' },
    }),
    db.org.findMany({
      where: { districtId, kind: 'TASKFORCE', dissolvedOn: null, ...(taskforceId && { id: taskforceId }) },
      select: { id: true, shortName: true },
      orderBy: { id: 'asc' },
    }),
    db.project.groupBy({ by: ['taskforceId', 'stage'], where, ...counted }),
    db.project.groupBy({ by: ['leaderId', 'stage'], where: { AND: [where, { leaderId: { not: null } }] }, ...counted }),
    db.stewardAssignment.groupBy({
      by: ['personId'],
      where: { toOn: null, project: { AND: [where, { status: 'ACTIVE' }] } },
      _count: { _all: true },
    }),
  ])
  const people = await db.person.findMany({
    where: {
      id: { in: [...byLeader.flatMap(({ leaderId }) => leaderId ?? []), ...live.map(({ personId }) => personId)] },
    },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const leaderIds = [...new Set(byLeader.flatMap(({ leaderId }) => leaderId ?? []))]
  return {
    all: groupOf('', '', byTeam),
    heads: heads.map(({ id, name, title }) => ({ id, name, title: title ?? '' })),
    taskforces: teams.map(({ id, shortName }) =>
      groupOf(
        id,
        shortName,
        byTeam.filter((group) => group.taskforceId === id),
      ),
    ),
    leaders: leaderIds
      .map((id) =>
        groupOf(
          id,
          nameOf.get(id) ?? '',
          byLeader.filter((group) => group.leaderId === id),
        ),
      )
      .toSorted((a, b) => b.projects - a.projects || (a.id < b.id ? -1 : 1)),
    stewards: live
      .map(({ personId, _count }) => ({
        id: personId,
        name: nameOf.get(personId) ?? '',
        projects: _count._all,
        over: _count._all > MOST_PROJECTS,
      }))
      .toSorted((a, b) => b.projects - a.projects || (a.id < b.id ? -1 : 1)),
  }
}
