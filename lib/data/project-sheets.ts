import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { issueDay } from '@/lib/domain/issue/term'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import { compareLevel } from '@/lib/domain/level-scale'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { countedDay } from '@/lib/domain/provisional'
import { isRunning } from '@/lib/domain/remaining'
import { seesCardOnly } from '@/lib/domain/sight'
import { workdaysLate } from '@/lib/domain/work-calendar'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { ProjectSheet, SheetProcedure } from '@/lib/schemas/project-sheet'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { notAboutOwn, openIssue } from './issue-where'
import { type LevelContext, loadLevelContext } from './level-context'
import { itemNames, liveReasons } from './live-reasons'
import { cachedTurn, countedTurn, turnColumns } from './next-turn'
import { agencyOf, type FactsRow, loadFactsRows, procedureFactsOf } from './project-facts'
import { columnOrder, inLedgerOrder } from './project-order'
import { reachable } from './project-team'
import { projectsWhere } from './project-where'
import { visibleProjects } from './visible'

/** Papers bound into one print at most: more is no paper any more, it is a book. */
export const MOST_SHEETS = 100
/** Planned points a sheet names. */
const MILESTONES_SHOWN = 3

const short = { select: { shortName: true } }
const full = { select: { name: true } }
const person = { select: { name: true, phone: true } }

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
    stage: true,
    status: true,
    level: true,
    levelReasons: true,
    ...turnColumns,
    progressText: true,
    nextPlanText: true,
    lastVerifiedOn: true,
    taskforce: full,
    street: full,
    leadUnit: full,
    enterprise: full,
    leader: { select: { name: true } },
    contact: person,
    stewards: { where: { toOn: null }, select: { person } },
    yearPlans: { where: { year: yearOf(today) }, select: { plannedFen: true, openingFen: true, enteredFen: true } },
    milestones: {
      where: { actualOn: null, plannedOn: { not: null } },
      orderBy: { plannedOn: 'asc' },
      take: MILESTONES_SHOWN,
      select: { kind: true, plannedOn: true, monthOnly: true },
    },
    issues: {
      where: { AND: [openIssue, notAboutOwn(actor)] },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
      select: { id: true, text: true, request: true, state: true, dueOn: true, plannedOn: true, leadOrg: short },
    },
  }) satisfies Prisma.ProjectSelect

type Names = Awaited<ReturnType<typeof itemNames>>

/** Procedures under way or warned, the worst first, and how many are done. */
function proceduresOf(row: FactsRow | undefined, names: Names, today: PlainDate, context: LevelContext) {
  const needed = row?.procedures.filter((p) => p.state !== 'NA') ?? []
  const byCode = new Map(row?.procedures.map((p) => [p.code, p]))
  const lines = needed
    .filter((p) => !FINISHED_STATES.has(p.state))
    .map((p): SheetProcedure => {
      const { calendar, parameters } = context
      const facts = procedureFactsOf(p, byCode)
      const evaluation = evaluateProcedureProvisionally(facts, today, calendar, parameters)
      return {
        id: p.id,
        code: p.code,
        nameZh: names.get(p.code)?.nameZh ?? p.code,
        nameEn: names.get(p.code)?.nameEn ?? p.code,
        agency: agencyOf(p),
        state: p.state,
        level: row?.status === 'ACTIVE' ? evaluation.level : 'GREY',
        reason: evaluation.reasons[0] ?? null,
        remaining: evaluation.remaining,
        planFinishOn: facts.planFinishOn,
      }
    })
  return {
    due: needed.length,
    done: needed.length - lines.length,
    open: lines
      .filter(({ state, level }) => isRunning(state) || compareLevel(level, 'GREEN') > 0)
      .sort((a, b) => compareLevel(b.level, a.level) || (a.remaining ?? 999) - (b.remaining ?? 999)),
  }
}

async function sheetsOf(
  actor: Actor,
  where: Prisma.ProjectWhereInput,
  filter: ProjectFilter | null,
  today: PlainDate,
): Promise<ProjectSheet[]> {
  // A sheet is the whole of a project; who sees the card only is given none.
  if (seesCardOnly(actor.role)) return []
  await freshenLevels(actor.districtId, today)
  const orderBy = filter ? columnOrder(filter) : []
  const found = await db.project.findMany({ where, select: columns(actor, today), orderBy, take: MOST_SHEETS })
  const rows = filter ? await inLedgerOrder(found, filter, where, today) : found
  const ids = rows.map((row) => row.id)
  const [facts, context, reasons] = await Promise.all([
    loadFactsRows(db, ids, today),
    loadLevelContext(db, actor.districtId, today),
    liveReasons(actor.districtId, rows, today),
  ])
  const { calendar } = context
  const names = await itemNames(actor.districtId, [
    ...new Set(facts.flatMap((row) => row.procedures.map((p) => p.code))),
  ])
  const factsById = new Map(facts.map((row) => [row.id, row]))
  return rows.map(({ yearPlans: [money], levelReasons, stewards, ...row }) => {
    return {
      ...row,
      taskforce: row.taskforce?.name ?? null,
      street: row.street?.name ?? null,
      leadUnit: row.leadUnit?.name ?? null,
      enterprise: row.enterprise?.name ?? null,
      leader: row.leader?.name ?? null,
      steward: reachable(stewards[0]?.person, actor),
      contact: reachable(row.contact, actor),
      plannedFen: money?.plannedFen ?? null,
      doneFen: money ? money.openingFen + money.enteredFen : null,
      ...countedTurn(cachedTurn(row), today, calendar),
      lastVerifiedOn: dayOrNull(row.lastVerifiedOn),
      milestones: row.milestones.flatMap(({ kind, plannedOn, monthOnly }) => {
        const day = dayOrNull(plannedOn)
        return day ? [{ kind, plannedOn: day, monthOnly }] : []
      }),
      procedures: proceduresOf(factsById.get(row.id), names, today, context),
      issues: row.issues.map(({ leadOrg, state, plannedOn, ...issue }) => {
        const dueOn = issueDay({ state, dueOn: dayOrNull(issue.dueOn), plannedOn: dayOrNull(plannedOn) })
        return {
          ...issue,
          asked: state === 'TO_CONFIRM',
          unit: leadOrg?.shortName ?? null,
          dueOn,
          leftWd: dueOn && -workdaysLate(calendar, dueOn, today),
          leftProvisional: dueOn !== null && countedDay(calendar, today, dueOn).provisional,
        }
      }),
      ...(reasons.get(row.id) ?? { reasons: [], ruler: null, lead: null, deadline: null, turnsBy: null }),
    }
  })
}

/**
 * The one-page sheet of a project 一页纸.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findSheet(actor: Actor, id: string, today: PlainDate): Promise<ProjectSheet | null> {
  const [sheet] = await sheetsOf(actor, { AND: [{ id }, visibleProjects(actor)] }, null, today)
  return sheet ?? null
}

/**
 * The sheets of all projects of a filter in the order of the ledger, `MOST_SHEETS` at most; a fixed number of queries.
 *
 * Who sees what: `visibleProjects`.
 */
export const listSheets = (actor: Actor, filter: ProjectFilter, today: PlainDate): Promise<ProjectSheet[]> =>
  sheetsOf(actor, projectsWhere(actor, filter, today), filter, today)

/** The sheets of some projects by id, as far as the actor sees them; `MOST_SHEETS` at most. */
export const sheetsOfProjects = async (
  actor: Actor,
  ids: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, ProjectSheet>> => {
  const sheets = await sheetsOf(actor, { AND: [{ id: { in: [...ids] } }, visibleProjects(actor)] }, null, today)
  return new Map(sheets.map((sheet) => [sheet.id, sheet]))
}
