import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { decideWithdrawal } from '@/lib/domain/handover'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { DayProject, Levels, PendingHandover, Remindable, Unreported } from '@/lib/schemas/day'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import { db } from './db'
import { liveReasons } from './live-reasons'
import { cachedTurn, turnColumns } from './next-turn'
import { viewWhere } from './project-where'
import { reminderLines } from './reminders'

const HANDOVERS_SHOWN = 20

const columns = {
  id: true,
  name: true,
  level: true,
  levelReasons: true,
  ...turnColumns,
} satisfies Prisma.ProjectSelect

/** Some projects with what speaks for their colours today, worst and soonest first. */
export async function dayProjects(
  actor: Actor,
  where: Prisma.ProjectWhereInput,
  today: PlainDate,
  shown: number,
): Promise<DayProject[]> {
  const rows = await db.project.findMany({
    where,
    select: columns,
    orderBy: [{ level: 'desc' }, { nextLevelOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: shown,
  })
  const live = await liveReasons(actor.districtId, rows, today)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    level: row.level,
    ...cachedTurn(row),
    ...(live.get(row.id) ?? { reasons: [], ruler: null, lead: null, deadline: null, turnsBy: null }),
  }))
}

/** Puts beside each project whom a reminder would go to. */
export async function withLines<P extends { id: string }>(actor: Actor, projects: readonly P[], today: PlainDate) {
  const lines = await reminderLines(
    actor,
    projects.map((p) => p.id),
    'LEVEL',
    today,
  )
  return projects.map((project) => ({ ...project, line: lines.get(project.id) ?? null }))
}

/** As `dayProjects`, each with whom a reminder would go to. */
export const remindables = async (
  actor: Actor,
  where: Prisma.ProjectWhereInput,
  today: PlainDate,
  shown: number,
): Promise<Remindable[]> => withLines(actor, await dayProjects(actor, where, today, shown), today)

/** Projects by colour; every colour has its number. */
export async function countLevels(where: Prisma.ProjectWhereInput): Promise<Levels> {
  const groups = await db.project.groupBy({ by: ['level'], where, _count: true })
  const levels: Record<Level, number> = { RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 }
  for (const group of groups) levels[group.level] = group._count
  return levels
}

/** Which of some projects nobody has reported about this week, the longest ago first; the ledger's view has the same. */
export async function loadUnreported(
  actor: Actor,
  own: Prisma.ProjectWhereInput,
  today: PlainDate,
  shown: number,
): Promise<{ unreported: Unreported[]; unreportedCount: number }> {
  const where = { AND: [own, viewWhere('unreported', actor, today)] }
  const [rows, unreportedCount] = await Promise.all([
    db.project.findMany({
      where,
      select: {
        id: true,
        name: true,
        level: true,
        lastVerifiedOn: true,
        stewards: { where: { toOn: null }, select: { person: { select: { name: true } } } },
      },
      orderBy: [{ lastVerifiedOn: { sort: 'asc', nulls: 'first' } }, { number: 'asc' }],
      take: shown,
    }),
    db.project.count({ where }),
  ])
  const lines = await reminderLines(
    actor,
    rows.map((row) => row.id),
    'UPDATE',
    today,
  )
  return {
    unreportedCount,
    unreported: rows.map(({ stewards, lastVerifiedOn, ...row }) => ({
      ...row,
      steward: stewards[0]?.person.name ?? null,
      verifiedOn: dayOrNull(lastVerifiedOn),
      line: lines.get(row.id) ?? null,
    })),
  }
}

/** Handovers of some projects that wait for their successor, the oldest first. */
export async function loadPending(
  { standsInFor }: Actor,
  own: Prisma.ProjectWhereInput,
  who: Prisma.HandoverWhereInput = {},
): Promise<PendingHandover[]> {
  const rows = await db.handover.findMany({
    where: { ...who, state: 'PROPOSED', project: own },
    include: {
      project: { select: { name: true } },
      from: { select: { name: true } },
      to: { select: { name: true } },
    },
    orderBy: { proposedAt: 'asc' },
    take: HANDOVERS_SHOWN,
  })
  return rows.map((h) => ({
    id: h.id,
    projectId: h.projectId,
    project: h.project.name,
    from: h.from.name,
    to: h.to.name,
    at: h.proposedAt.toISOString(),
    mine: decideWithdrawal(h, standsInFor).ok,
  }))
}
