import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import type { Level } from '@/lib/domain/level-scale'
import { mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { REPORTED_STAGES } from '@/lib/domain/project'
import { relayOf } from '@/lib/domain/relay'
import { clockOf } from '@/lib/domain/ruler'
import { dealClocks, WANTED_LEVELS } from '@/lib/domain/whose-move'
import type { HandoverItems, RunningLine, Workbench, WorkbenchProject } from '@/lib/schemas/workbench'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, toDb } from './date'
import { loadPending } from './day-parts'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { loadLevelContext } from './level-context'
import { itemNames, liveReasons } from './live-reasons'
import { cachedTurn, turnColumns } from './next-turn'
import { procedureColumns, procedureFactsOf } from './project-facts'
import { inLedger } from './project-where'
import { liveStewardship } from './steward-load'
import { visibleProcedures, visibleProjects } from './visible'

const ITEMS_SHOWN = 30
const RUNNING_SHOWN = 12
/** Clocks that want a move are shown with their projects; a steward has eight projects. */
const BESIDE_READ = 200
const PROJECTS_SHOWN = 12

/**
 * What the actor finds when he opens the product: what wants him, what others hold, what is not reported this week.
 *
 * Who sees what: `visibleProjects`, `visibleProcedures`.
 */
export async function loadWorkbench(actor: Actor, today: PlainDate): Promise<Workbench> {
  await freshenLevels(actor.districtId, today)
  const active: Prisma.ProjectWhereInput = { AND: [visibleProjects(actor), { status: 'ACTIVE' }] }
  const own: Prisma.ProjectWhereInput = { AND: [visibleProjects(actor), inLedger] }
  const warned: Prisma.ProjectWhereInput = { AND: [active, { level: { in: WANTED_LEVELS } }] }
  const reports = relationFor(actor.role, 'project.update') === 'stewarded'
  const brief = { id: true, name: true, level: true, progressText: true } satisfies Prisma.ProjectSelect
  const [rows, byLevel, projects, unreported, running, handovers, offered] = await Promise.all([
    db.project.findMany({
      where: warned,
      select: {
        id: true,
        name: true,
        level: true,
        levelReasons: true,
        ...turnColumns,
        lastVerifiedOn: true,
      },
      orderBy: [{ level: 'desc' }, { nextLevelOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
      take: ITEMS_SHOWN,
    }),
    db.project.groupBy({ by: ['level'], where: own, _count: true }),
    db.project.findMany({
      where: own,
      select: brief,
      orderBy: [{ level: 'desc' }, { number: 'asc' }],
      take: PROJECTS_SHOWN,
    }),
    reports
      ? db.project.findMany({
          where: {
            AND: [
              active,
              { stage: { in: [...REPORTED_STAGES] } },
              { OR: [{ lastVerifiedOn: null }, { lastVerifiedOn: { lt: toDb(mondayOf(today)) } }] },
            ],
          },
          select: brief,
          orderBy: { number: 'asc' },
        })
      : [],
    loadRunning(actor, today),
    loadHandovers(actor),
    reports ? loadPending(actor, visibleProjects(actor), { fromId: { in: [...actor.standsInFor] } }) : [],
  ])
  const live = await liveReasons(actor.districtId, rows, today)
  const leading = new Set([...live.values()].flatMap(({ reasons }) => reasons[0]?.subjectId ?? []))
  const { beside, elsewhere } = dealClocks(running.lines, leading)
  const levels: Record<Level, number> = { RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 }
  for (const group of byLevel) levels[group.level] = group._count
  const briefly = (p: { id: string; name: string; level: Level; progressText: string | null }): WorkbenchProject => ({
    id: p.id,
    name: p.name,
    level: p.level,
    text: p.progressText,
  })
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      level: row.level,
      ...cachedTurn(row),
      lastVerifiedOn: dayOrNull(row.lastVerifiedOn),
      beside: beside.get(row.id) ?? [],
      ...(live.get(row.id) ?? { reasons: [], ruler: null, lead: null, deadline: null, turnsBy: null }),
    })),
    itemCount: levels.RED + levels.YELLOW + levels.BLUE,
    running: elsewhere.slice(0, RUNNING_SHOWN),
    runningCount: running.quiet,
    unreported: unreported.map(briefly),
    projects: projects.map(briefly),
    projectCount: Object.values(levels).reduce((sum, n) => sum + n, 0),
    levels,
    handovers,
    offered,
  }
}

const runningColumns = {
  ...procedureColumns,
  projectId: true,
  item: { select: { agencyName: true, nameZh: true, nameEn: true } },
  handler: { select: { name: true } },
  project: { select: { name: true } },
} satisfies Prisma.ProcedureSelect

/** Running clocks: all that want a move, and those nearest to their end of the others, with how many these are. */
async function loadRunning(actor: Actor, today: PlainDate): Promise<{ lines: RunningLine[]; quiet: number }> {
  const running: Prisma.ProcedureWhereInput = {
    AND: [
      visibleProcedures(actor),
      { state: { in: ['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'] }, project: { status: 'ACTIVE' } },
    ],
  }
  const quietly: Prisma.ProcedureWhereInput = { AND: [running, { level: { notIn: WANTED_LEVELS } }] }
  const orderBy: Prisma.ProcedureOrderByWithRelationInput[] = [
    { level: 'desc' },
    { nextLevelOn: { sort: 'asc', nulls: 'last' } },
    { id: 'asc' },
  ]
  const [wanted, others, quiet, { calendar, parameters }] = await Promise.all([
    db.procedure.findMany({
      where: { AND: [running, { level: { in: WANTED_LEVELS } }] },
      select: runningColumns,
      orderBy,
      take: BESIDE_READ,
    }),
    db.procedure.findMany({ where: quietly, select: runningColumns, orderBy, take: RUNNING_SHOWN }),
    db.procedure.count({ where: quietly }),
    loadLevelContext(db, actor.districtId, today),
  ])
  const lines = [...wanted, ...others].flatMap((row): RunningLine[] => {
    const facts = procedureFactsOf(row, new Map())
    const evaluation = evaluateProcedureProvisionally(facts, today, calendar, parameters)
    const clock = clockOf(facts, evaluation.level, today, calendar, parameters)
    if (!clock) return []
    return [
      {
        id: row.id,
        projectId: row.projectId,
        project: row.project.name,
        nameZh: row.item.nameZh,
        nameEn: row.item.nameEn,
        agency: row.agency?.shortName ?? row.item.agencyName,
        handler: row.handler?.name ?? null,
        level: evaluation.level,
        clock,
        remaining: (clock.promised ?? row.promisedWd) - clock.used,
        promise: relayOf(facts, null, today, calendar, parameters)?.promise ?? null,
      },
    ]
  })
  return { lines, quiet }
}

/** Projects somebody wants to hand to the actor. */
async function loadHandovers(actor: Actor) {
  const rows = await db.handover.findMany({
    where: { toId: { in: [...actor.standsInFor] }, state: 'PROPOSED', project: { districtId: actor.districtId } },
    include: { project: { select: { name: true } }, from: { select: { name: true } }, to: { select: { name: true } } },
    orderBy: { proposedAt: 'asc' },
  })
  const loads = await db.stewardAssignment.groupBy({
    by: ['personId'],
    where: { personId: { in: rows.map(({ toId }) => toId) }, ...liveStewardship },
    _count: true,
  })
  const kept = rows.map((h) => h.openItems as unknown as HandoverItems)
  const names = await itemNames(actor.districtId, [
    ...new Set(
      kept.flatMap((k) =>
        [...k.procedures, ...(k.approvals ?? [])].flatMap(({ code }) => (code === null ? [] : [code])),
      ),
    ),
  ])
  return rows.map((h, i) => ({
    id: h.id,
    projectId: h.projectId,
    project: h.project.name,
    from: h.from.name,
    receiver: h.toId === actor.personId ? null : h.to.name,
    has: loads.find(({ personId }) => personId === h.toId)?._count ?? 0,
    note: h.note,
    open: {
      procedures: (kept[i]?.procedures ?? []).map((p) => ({ ...p, item: names.get(p.code) ?? null })),
      issues: kept[i]?.issues ?? [],
      promises: kept[i]?.promises ?? [],
      approvals: (kept[i]?.approvals ?? []).map((a) => ({ ...a, item: names.get(a.code ?? '') ?? null })),
    },
  }))
}
