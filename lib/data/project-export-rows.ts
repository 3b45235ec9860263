import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import { mondayOf, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import type { Named, ProjectExportRow, RunningProcedure } from '@/lib/schemas/ledger-export'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { notAboutOwn, openIssue } from './issue-where'
import { loadLevelContext } from './level-context'
import { liveReasons } from './live-reasons'
import { askedBy, exportRowsFor } from './project-card'
import { procedureColumns, procedureFactsOf } from './project-facts'
import { columnOrder, inLedgerOrder } from './project-order'
import { levelsLastWeek } from './project-rows'
import { reachable } from './project-team'
import { projectsWhere } from './project-where'
import { visibleProcedures } from './visible'

const person = { select: { name: true, phone: true } }
const unit = { select: { name: true } }

const columns = (actor: Actor, today: PlainDate) =>
  ({
    id: true,
    version: true,
    number: true,
    name: true,
    code: true,
    nature: true,
    content: true,
    buildFrom: true,
    buildTo: true,
    totalFen: true,
    note: true,
    stage: true,
    status: true,
    level: true,
    levelReasons: true,
    progressText: true,
    nextPlanText: true,
    lastVerifiedOn: true,
    taskforce: unit,
    street: unit,
    leadUnit: unit,
    enterprise: unit,
    leader: { select: { name: true } },
    contact: person,
    stewards: { where: { toOn: null }, select: { person } },
    yearPlans: {
      where: { year: yearOf(today) },
      select: { plannedFen: true, openingFen: true, enteredFen: true, fromOn: true },
    },
    completions: { where: { weekOf: toDb(mondayOf(today)) }, select: { amountFen: true } },
    milestones: {
      where: { actualOn: null, plannedOn: { not: null } },
      orderBy: { plannedOn: 'asc' },
      take: 1,
      select: { kind: true, plannedOn: true, monthOnly: true },
    },
    issues: {
      where: { AND: [openIssue, notAboutOwn(actor)] },
      orderBy: { number: 'asc' },
      select: { text: true, request: true, leadOrg: { select: { shortName: true } } },
    },
  }) satisfies Prisma.ProjectSelect

type Procedures = { done: number; due: number; running: RunningProcedure[] }

/** How far the procedures of some projects are, as far as the actor sees them: 已办 n/应办 m, and those under way. */
async function procedureSums(
  actor: Actor,
  projects: Prisma.ProjectWhereInput,
  today: PlainDate,
): Promise<ReadonlyMap<string, Procedures>> {
  const where: Prisma.ProcedureWhereInput = { AND: [visibleProcedures(actor), { project: projects }] }
  const [counts, running, { calendar, parameters }] = await Promise.all([
    db.procedure.groupBy({ by: ['projectId', 'state'], where, _count: true }),
    db.procedure.findMany({
      where: { AND: [where, { state: { in: ['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'] } }] },
      select: {
        ...procedureColumns,
        projectId: true,
        item: { select: { agencyName: true, nameZh: true, nameEn: true } },
      },
      orderBy: { code: 'asc' },
    }),
    loadLevelContext(db, actor.districtId, today),
  ])
  const sums = new Map<string, Procedures>()
  const sumOf = (projectId: string) => {
    const known = sums.get(projectId) ?? { done: 0, due: 0, running: [] }
    sums.set(projectId, known)
    return known
  }
  for (const { projectId, state, _count } of counts) {
    if (state === 'NA') continue
    const sum = sumOf(projectId)
    sum.due += _count
    if (FINISHED_STATES.has(state)) sum.done += _count
  }
  for (const row of running) {
    const { remaining } = evaluateProcedureProvisionally(procedureFactsOf(row, new Map()), today, calendar, parameters)
    sumOf(row.projectId).running.push({ nameZh: row.item.nameZh, state: row.state, remaining })
  }
  return sums
}

/** A person as a paper names one: the number only where the actor may call it today. */
export function namedFor(actor: Actor, who: { name: string; phone: string | null } | null | undefined): Named | null {
  const found = reachable(who, actor)
  return found && { name: found.name, phone: found.callable ? found.phone : null }
}

/** How many rows an export of the ledger would have; what the ledger counts. */
export const countExportProjects = (actor: Actor, filter: ProjectFilter, today: PlainDate): Promise<number> =>
  db.project.count({ where: projectsWhere(actor, filter, today) })

/**
 * All rows of the ledger under a filter, whatever page is on screen, in its order, with everything a ledger says 导出行.
 *
 * Who sees what: `visibleProjects` and `visibleProcedures`. A fixed number of queries however many rows.
 */
export async function listExportProjects(
  actor: Actor,
  asked: ProjectFilter,
  today: PlainDate,
): Promise<ProjectExportRow[]> {
  const filter = askedBy(actor, asked)
  await freshenLevels(actor.districtId, today)
  const where = projectsWhere(actor, filter, today)
  const [found, procedures] = await Promise.all([
    db.project.findMany({ where, select: columns(actor, today), orderBy: columnOrder(filter) }),
    procedureSums(actor, where, today),
  ])
  const rows = await inLedgerOrder(found, filter, where, today)
  const [lastWeek, reasons] = await Promise.all([
    levelsLastWeek(
      rows.map((row) => row.id),
      today,
    ),
    liveReasons(actor.districtId, rows, today),
  ])
  const told = rows.map(
    ({ yearPlans: [money], completions: [week], milestones: [milestone], levelReasons, ...row }) => ({
      ...row,
      taskforce: row.taskforce?.name ?? null,
      street: row.street?.name ?? null,
      leadUnit: row.leadUnit?.name ?? null,
      enterprise: row.enterprise?.name ?? null,
      leader: row.leader?.name ?? null,
      steward: namedFor(actor, row.stewards[0]?.person),
      contact: namedFor(actor, row.contact),
      plannedFen: money?.plannedFen ?? null,
      planFrom: dayOrNull(money?.fromOn ?? null),
      doneFen: money ? money.openingFen + money.enteredFen : null,
      weekFen: week?.amountFen ?? null,
      milestone: milestone?.plannedOn
        ? { kind: milestone.kind, plannedOn: fromDb(milestone.plannedOn), monthOnly: milestone.monthOnly }
        : null,
      lastWeekLevel: lastWeek.get(row.id) ?? null,
      lastVerifiedOn: dayOrNull(row.lastVerifiedOn),
      issues: row.issues.map(({ text, request, leadOrg }) => ({ text, request, unit: leadOrg?.shortName ?? null })),
      procedures: procedures.get(row.id) ?? { done: 0, due: 0, running: [] },
      ...(reasons.get(row.id) ?? { reasons: [], ruler: null, lead: null, deadline: null, turnsBy: null }),
    }),
  )
  return exportRowsFor(actor, told)
}
