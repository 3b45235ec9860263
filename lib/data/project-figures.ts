import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, FigureValue, Period } from '@/lib/domain/figure'
import { LEVELS, type Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type MilestoneKind, STAGES, type Stage } from '@/lib/domain/project'
import { projectFilter } from '@/lib/schemas/project'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { count, type FigureScope, listHref, share } from './figure-scope'
import { freshenLevels } from './freshen-levels'
import { projectsWhere } from './project-where'
import { inLedgerSql, visibleSql } from './visible-sql'

type Params = Readonly<Record<string, string>>

const from = (stage: Stage): ReadonlySet<Stage> => new Set(STAGES.slice(STAGES.indexOf(stage)))

/**
 * Middle of the days between two milestones, of the projects that reached the later one in a period 用时中位数.
 *
 * Who sees what: `visibleSql`.
 */
async function medianDays(
  actor: Actor,
  { from: begin, to: end }: Period,
  { taskforceId }: FigureScope,
  [first, then]: readonly [MilestoneKind, MilestoneKind],
): Promise<FigureValue> {
  const ofTeam = taskforceId ? Prisma.sql`AND p."taskforceId" = ${taskforceId}::uuid` : Prisma.empty
  const [found] = await db.$queryRaw<[{ median: number | null }]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY b."actualOn" - a."actualOn")::float8 AS median
    FROM "Milestone" b JOIN "Milestone" a ON a."projectId" = b."projectId" AND a."kind" = ${first}::"MilestoneKind"
    JOIN "Project" p ON p."id" = b."projectId"
    WHERE b."kind" = ${then}::"MilestoneKind" AND b."actualOn" BETWEEN ${begin}::date AND ${end}::date
      AND a."actualOn" IS NOT NULL AND ${inLedgerSql} AND ${visibleSql(actor)} ${ofTeam}`
  return { kind: 'time', amount: found.median, unit: 'day' }
}

/**
 * Figures of the library of projects 产业项目: how many there are and how far, what moved on in the period, how long that took,
 * their colours, and those nobody answers for.
 *
 * Who sees what: `visibleProjects`, as the ledger each figure opens.
 */
export async function projectFigures(
  actor: Actor,
  period: Period,
  scope: FigureScope,
  today: PlainDate,
): Promise<Figure[]> {
  await freshenLevels(actor.districtId, today)
  const team: Params = scope.taskforceId ? { taskforce: scope.taskforceId } : {}
  const where = (params: Params) => projectsWhere(actor, projectFilter.parse({ ...team, ...params }), today)
  const href = (params: Params) => listHref('/projects', { ...team, ...params })
  const within = { from: period.from, to: period.to }
  const [groups, events, noLeader, noSteward, toStart, toProduce] = await Promise.all([
    db.project.groupBy({ by: ['stage', 'level'], where: where({}), _count: { _all: true } }),
    Promise.all(
      (['SIGNING', 'START', 'PRODUCTION'] as const).map((event) =>
        db.project.count({ where: where({ event, ...within }) }),
      ),
    ),
    db.project.count({ where: where({ leader: 'none' }) }),
    db.project.count({ where: where({ steward: 'none' }) }),
    medianDays(actor, period, scope, ['SIGNING', 'START']),
    medianDays(actor, period, scope, ['START', 'PRODUCTION']),
  ])
  const sum = (counts: (group: Readonly<{ stage: Stage; level: Level }>) => boolean) =>
    groups.reduce((n, group) => n + (counts(group) ? group._count._all : 0), 0)
  const inOrAfter = (stage: Stage) => sum((group) => from(stage).has(group.stage))
  const [all, signed, started, producing] = [
    sum(() => true),
    inOrAfter('SIGNED'),
    inOrAfter('CONSTRUCTION'),
    inOrAfter('PRODUCTION'),
  ]
  const [newSigned = 0, newStarted = 0, newProducing = 0] = events
  const reached = (stage: Stage) => href({ reached: stage })
  const happened = (event: MilestoneKind, after?: MilestoneKind) => href({ event, ...(after && { after }), ...within })
  return [
    { name: 'projects.inLibrary', value: count(all), href: href({}) },
    { name: 'projects.signed', value: count(signed), href: href({ view: 'signed' }) },
    { name: 'projects.signedShare', value: share(signed, all), href: href({ view: 'signed' }) },
    { name: 'projects.started', value: count(started), href: reached('CONSTRUCTION') },
    { name: 'projects.startedShare', value: share(started, signed), href: reached('CONSTRUCTION') },
    { name: 'projects.producing', value: count(producing), href: reached('PRODUCTION') },
    { name: 'projects.producingShare', value: share(producing, started), href: reached('PRODUCTION') },
    { name: 'projects.newSigned', value: count(newSigned), href: happened('SIGNING') },
    { name: 'projects.newStarted', value: count(newStarted), href: happened('START') },
    { name: 'projects.newProducing', value: count(newProducing), href: happened('PRODUCTION') },
    { name: 'projects.daysToStart', value: toStart, href: happened('START', 'SIGNING') },
    { name: 'projects.daysToProduce', value: toProduce, href: happened('PRODUCTION', 'START') },
    { name: 'projects.noLeader', value: count(noLeader), href: href({ leader: 'none' }) },
    { name: 'projects.noSteward', value: count(noSteward), href: href({ steward: 'none' }) },
    ...LEVELS.map((level) => ({
      name: `levels.${level.toLowerCase()}`,
      value: count(sum((group) => group.level === level)),
      href: href({ level }),
    })),
  ]
}
