import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { OPEN_COMPLAINTS } from '@/lib/domain/complaint/complaint'
import { SUPERVISE_WD } from '@/lib/domain/meeting/task-term'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import type { DisciplineDay, LateAgency } from '@/lib/schemas/discipline-day'
import { issueFilter } from '@/lib/schemas/issue-list'
import { procedureFilter } from '@/lib/schemas/procedure-queue'
import { taskFilter } from '@/lib/schemas/task'
import { countedComplaints, takenUp } from './complaint-where'
import { toDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { issuesWhere } from './issue-list-where'
import { loadLevelContext } from './level-context'
import { groupWhere, procedureWhere } from './procedure-where'
import { lateSlips, visibleSupervisions } from './supervision-where'
import { inTab, tasksWhere } from './task-where'

/** Units that stand on the first page, those that are late with most at the top. */
const AGENCIES_SHOWN = 12
/** Days back from today over which the points are counted. */
const POINT_DAYS = 30

type Count = Readonly<{ id: string | null; n: number }>

/** Procedures past their day, red problems, red tasks and late slips by unit; each number opens the same rows in its list. */
async function lateByUnit(actor: Actor, today: PlainDate) {
  const context = await loadLevelContext(db, actor.districtId, today)
  const { calendar } = context
  const procedures = procedureWhere(actor, procedureFilter.parse({ due: 'late' }), today)
  const issues = await issuesWhere(db, actor, issueFilter.parse({ level: 'RED' }), today, context)
  const tasks = tasksWhere(actor, taskFilter.parse({ late: String(SUPERVISE_WD) }), today, calendar)
  const [byAgency, byLead, red, bySlip] = await Promise.all([
    db.procedure.groupBy({
      by: ['agencyId'],
      where: { AND: [procedures, groupWhere('open', today)] },
      _count: { _all: true },
    }),
    db.issue.groupBy({ by: ['leadOrgId'], where: issues, _count: { _all: true } }),
    db.task.findMany({ where: { AND: [tasks, inTab('open')] }, select: { leadOrgId: true, supportIds: true } }),
    db.supervisionSlip.groupBy({
      by: ['toOrgId'],
      where: { AND: [visibleSupervisions(actor), lateSlips(today, calendar)] },
      _count: { _all: true },
    }),
  ])
  const ofTask = new Map<string, number>()
  for (const { leadOrgId, supportIds } of red)
    for (const id of new Set([...(leadOrgId ? [leadOrgId] : []), ...supportIds]))
      ofTask.set(id, (ofTask.get(id) ?? 0) + 1)
  return {
    procedures: byAgency.map(({ agencyId, _count }): Count => ({ id: agencyId, n: _count._all })),
    issues: byLead.map(({ leadOrgId, _count }): Count => ({ id: leadOrgId, n: _count._all })),
    tasks: [...ofTask].map(([id, n]): Count => ({ id, n })),
    slips: bySlip.map(({ toOrgId, _count }): Count => ({ id: toOrgId, n: _count._all })),
  }
}

const of = (counts: readonly Count[], id: string): number => counts.find((count) => count.id === id)?.n ?? 0
const sum = ({ procedures, issues, tasks, slips }: LateAgency): number => procedures + issues + tasks + slips

/** Points where something came in lately, those with most open first, and how many had nothing to say: neither is better. */
async function loadPoints(actor: Actor, from: PlainDate, today: PlainDate) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const lately = {
    AND: [countedComplaints(actor, { today, calendar }), takenUp, { filedOn: { gte: toDb(from), lte: toDb(today) } }],
  }
  const [points, all, open] = await Promise.all([
    db.monitorPoint.findMany({
      where: { districtId: actor.districtId, closedOn: null },
      select: { id: true, name: true },
      orderBy: { number: 'asc' },
    }),
    db.complaint.groupBy({ by: ['pointId'], where: lately, _count: { _all: true } }),
    db.complaint.groupBy({
      by: ['pointId'],
      where: { AND: [lately, { state: { in: [...OPEN_COMPLAINTS] } }] },
      _count: { _all: true },
    }),
  ])
  const count = (groups: typeof all, id: string) => groups.find(({ pointId }) => pointId === id)?._count._all ?? 0
  const lines = points.map(({ id, name }) => ({ id, name, received: count(all, id), open: count(open, id) }))
  return {
    points: lines.filter(({ received }) => received > 0).toSorted((a, b) => b.open - a.open || b.received - a.received),
    quietPoints: lines.filter(({ received }) => received === 0).length,
    received: all.reduce((n, { _count }) => n + _count._all, 0),
  }
}

/**
 * What the commission finds first 纪委监督员工作台: which units drag their feet, what was said at the points, each number opening its
 * rows.
 *
 * @source domain roles.md §2, 纪委监督员: overdue by agency, complaints at points
 */
export async function loadDisciplineDay(actor: Actor, today: PlainDate): Promise<DisciplineDay> {
  await freshenLevels(actor.districtId, today)
  const from = addDays(today, 1 - POINT_DAYS)
  const [late, points] = await Promise.all([lateByUnit(actor, today), loadPoints(actor, from, today)])
  const ids = [...new Set(Object.values(late).flatMap((counts) => counts.flatMap(({ id }) => id ?? [])))]
  const units = await db.org.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true } })
  const lines = units
    .map(
      ({ id, shortName: name }): LateAgency => ({
        id,
        name,
        procedures: of(late.procedures, id),
        issues: of(late.issues, id),
        tasks: of(late.tasks, id),
        slips: of(late.slips, id),
      }),
    )
    .toSorted((a, b) => b.slips - a.slips || sum(b) - sum(a) || a.name.localeCompare(b.name, 'zh-CN'))
  return { late: lines.slice(0, AGENCIES_SHOWN), lateUnits: lines.length, from, ...points }
}
