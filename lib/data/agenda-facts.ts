import 'server-only'
import { wordsForMany } from '@/lib/domain/complaint/routing'
import { gapWords, missingOf } from '@/lib/domain/factor-board'
import { OPEN_NEEDS } from '@/lib/domain/factor-need'
import type { Level } from '@/lib/domain/level-scale'
import { type AgendaProject, type AgendaTask, AHEAD_DAYS } from '@/lib/domain/meeting/agenda'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import type { MeetingWeek } from '@/lib/domain/meeting/week'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import type { ProjectReason } from '@/lib/domain/project-level'
import type { Prisma, Task } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { amountOf } from './factor-rows'
import { runningIssue } from './issue-where'
import { loadLevelContext } from './level-context'
import { waivedOn } from './waivers'

const OPEN_TASKS = ['TO_SIGN', 'IN_HAND', 'REPORTED', 'REVIEW'] as const
const PLANS = ['START', 'PRODUCTION'] as const

const rule = {
  /** What somebody has to have raised to the district by the line. */
  issue: (line: PlainDate) =>
    ({
      tier: 'DISTRICT',
      tierSince: { lte: toDb(line) },
      OR: [runningIssue, { heldSince: { gt: toDb(line) } }],
    }) satisfies Prisma.IssueWhereInput,
  plan: (week: MeetingWeek) =>
    ({
      kind: { in: [...PLANS] },
      actualOn: null,
      plannedOn: { gte: toDb(week.meeting.on), lte: toDb(addDays(week.meeting.on, AHEAD_DAYS)) },
    }) satisfies Prisma.MilestoneWhereInput,
  /** A permit is used up once building has begun. */
  permit: (week: MeetingWeek) =>
    ({
      state: { in: ['DONE', 'DONE_TOL'] },
      expiresOn: { gte: toDb(week.meeting.on), lte: toDb(addDays(week.meeting.on, AHEAD_DAYS)) },
      project: { stage: { in: ['SIGNED', 'PERMITTING'] } },
    }) satisfies Prisma.ProcedureWhereInput,
  /** A need that is late, or will be before the next two weeks are over and nobody has promised it in time. */
  need: (week: MeetingWeek) =>
    ({
      state: { in: [...OPEN_NEEDS] },
      raisedOn: { lte: toDb(week.dataLine.on) },
      needBy: { lte: toDb(addDays(week.meeting.on, AHEAD_DAYS)) },
    }) satisfies Prisma.FactorNeedWhereInput,
  move: (since: PlainDate, until: PlainDate) =>
    ({
      target: 'MILESTONE',
      nth: { gt: 0 },
      on: { gt: toDb(since), lte: toDb(until) },
    }) satisfies Prisma.PlanChangeWhereInput,
}

const taskOf = (task: Task): AgendaTask => ({
  id: task.id,
  no: taskNumber(task),
  text: task.text,
  dueOn: fromDb(task.dueOn),
  issuedOn: fromDb(task.issuedOn),
  extensions: task.extensions,
  signed: task.state !== 'TO_SIGN',
  handedIn: task.state === 'REVIEW',
  raisedById: task.raisedById,
  orgIds: [...(task.leadOrgId ? [task.leadOrgId] : []), ...task.supportIds],
})

const needColumns = {
  id: true,
  kind: true,
  unit: true,
  quantity: true,
  provided: true,
  needBy: true,
  committedOn: true,
  leadId: true,
} satisfies Prisma.FactorNeedSelect

/** A gap as the agenda words it; none while it is promised for a day that is in time. */
function gapLine(
  need: Prisma.FactorNeedGetPayload<{ select: typeof needColumns }>,
  { meeting }: MeetingWeek,
): AgendaProject['factorGaps'] {
  const neededOn = fromDb(need.needBy)
  const promised = need.committedOn !== null && need.committedOn <= need.needBy
  if (promised && neededOn >= meeting.on) return []
  const { kind, unit } = need
  const amounts = { quantity: amountOf(need.quantity), provided: amountOf(need.provided) }
  const gap = { kind, amount: missingOf(amounts), unit }
  return [{ id: need.id, neededOn, text: gapWords(kind, unit, amounts), orgId: need.leadId, gap }]
}

const columns = (week: MeetingWeek, since: PlainDate) => {
  const line = week.dataLine.on
  return {
    id: true,
    number: true,
    streetId: true,
    stewards: { where: { toOn: null }, select: { personId: true } },
    tasks: {
      where: { state: { in: [...OPEN_TASKS] } },
      orderBy: [{ dueOn: 'asc' }, { year: 'asc' }, { week: 'asc' }, { nth: 'asc' }],
    },
    issues: {
      where: rule.issue(line),
      include: { complaint: { select: { againstOrgId: true } } },
      orderBy: { number: 'asc' },
    },
    milestones: { where: rule.plan(week), select: { kind: true, plannedOn: true } },
    procedures: { where: rule.permit(week), select: { id: true, code: true, expiresOn: true, agencyId: true } },
    factorNeeds: { where: rule.need(week), select: needColumns, orderBy: [{ needBy: 'asc' }, { id: 'asc' }] },
    planChanges: {
      where: rule.move(since, line),
      orderBy: { at: 'asc' },
      select: { nth: true, fromOn: true, toOn: true, milestone: { select: { kind: true } } },
    },
  } satisfies Prisma.ProjectSelect
}

/** Last day before the line on which somebody did, reported or answered something about each project. */
async function answeredOn(tx: Tx, ids: string[], week: MeetingWeek): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tx.$queryRaw<{ projectId: string; on: Date }[]>`
    SELECT "projectId"::text AS "projectId", max("on") AS "on" FROM (
      SELECT "projectId", "on" FROM "WeeklyUpdate" WHERE kind = 'CHANGED' AND "projectId" = ANY(${ids}::uuid[])
      UNION ALL
      SELECT p."projectId", e."on" FROM "ProcedureEvent" e JOIN "Procedure" p ON p.id = e."procedureId"
        WHERE e.move <> 'OPEN' AND p."projectId" = ANY(${ids}::uuid[])
      UNION ALL
      SELECT "projectId", ("answeredAt" AT TIME ZONE 'Asia/Shanghai')::date FROM "Reminder"
        WHERE "answeredAt" IS NOT NULL AND "projectId" = ANY(${ids}::uuid[])) acts
    WHERE "on" <= ${week.dataLine.on}::date GROUP BY 1`
  return new Map(rows.map((row) => [row.projectId, fromDb(row.on)]))
}

type Turned = Readonly<{ on: PlainDate; from: Level | null }>

/** The change by which each project got the colour it had at the line. */
async function turnedAt(
  tx: Tx,
  rows: readonly Readonly<{ projectId: string; level: Level }>[],
  week: MeetingWeek,
): Promise<ReadonlyMap<string, Turned>> {
  const ids = rows.map((row) => row.projectId)
  const changes = await tx.$queryRaw<{ projectId: string; from: Level | null; to: Level; on: Date }[]>`
    SELECT DISTINCT ON ("projectId", "to") "projectId"::text AS "projectId", "from"::text AS "from", "to"::text AS "to", "on"
    FROM "LevelChange"
    WHERE "procedureId" IS NULL AND "projectId" = ANY(${ids}::uuid[]) AND "on" <= ${week.dataLine.on}::date
    ORDER BY "projectId", "to", "on" DESC, at DESC, id DESC`
  const levelOf = new Map(rows.map((row) => [row.projectId, row.level]))
  return new Map(
    changes
      .filter(({ projectId, to }) => levelOf.get(projectId) === to)
      .map(({ projectId, from, on }) => [projectId, { from, on: fromDb(on) }]),
  )
}

/** Units behind the owners of some colours: by their name, or the agency of the procedure a reason speaks of. */
export async function ownerUnits(
  tx: Tx,
  districtId: string,
  rows: readonly { projectId: string; owner: string | null; reasons: Prisma.JsonValue }[],
): Promise<ReadonlyMap<string, string>> {
  const subjectOf = (reasons: Prisma.JsonValue) => (reasons as unknown as ProjectReason[])[0]?.subjectId ?? null
  const orgs = await tx.org.findMany({
    where: { districtId, dissolvedOn: null },
    select: { id: true, shortName: true },
  })
  const procedures = await tx.procedure.findMany({
    where: { id: { in: rows.flatMap((row) => subjectOf(row.reasons) ?? []) } },
    select: { id: true, agencyId: true },
  })
  const byName = new Map(orgs.map((org) => [org.shortName, org.id]))
  const agencyOf = new Map(procedures.map((p) => [p.id, p.agencyId]))
  return new Map(
    rows.flatMap(({ projectId, owner, reasons }) => {
      const unit = owner === 'AGENCY' ? agencyOf.get(subjectOf(reasons) ?? '') : byName.get(owner ?? '')
      return unit ? [[projectId, unit] as const] : []
    }),
  )
}

/**
 * The facts the agenda of a frozen week is made from; only of projects some rule can speak of.
 *
 * @param snapshot the frozen week, with the level each project had in the one before
 * @param since    data line before this one
 */
export async function loadAgendaProjects(
  tx: Tx,
  districtId: string,
  week: MeetingWeek,
  snapshot: Readonly<{ id: string; lastLevels: ReadonlyMap<string, Level> }>,
  since: PlainDate,
): Promise<AgendaProject[]> {
  const frozen = await tx.weekProject.findMany({
    where: {
      snapshotId: snapshot.id,
      status: 'ACTIVE',
      OR: [
        { level: { in: ['RED', 'YELLOW'] } },
        { project: { tasks: { some: { state: { in: [...OPEN_TASKS] } } } } },
        { project: { issues: { some: rule.issue(week.dataLine.on) } } },
        { project: { milestones: { some: rule.plan(week) } } },
        { project: { procedures: { some: rule.permit(week) } } },
        { project: { factorNeeds: { some: rule.need(week) } } },
        { project: { planChanges: { some: rule.move(since, week.dataLine.on) } } },
      ],
    },
    select: { projectId: true, level: true, owner: true, reasons: true, taskforceId: true },
  })
  const ids = frozen.map((row) => row.projectId)
  const rows = await tx.project.findMany({ where: { id: { in: ids } }, select: columns(week, since) })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const units = await ownerUnits(tx, districtId, frozen)
  const { calendar } = await loadLevelContext(tx, districtId, week.dataLine.on)
  const waived = await waivedOn(tx, districtId, week.dataLine.on, calendar)
  const [answered, turned] = [await answeredOn(tx, ids, week), await turnedAt(tx, frozen, week)]
  return frozen.flatMap(({ projectId, level, taskforceId }): AgendaProject[] => {
    const row = byId.get(projectId)
    if (!row) return []
    return [
      {
        id: projectId,
        number: row.number,
        level,
        lastLevel: snapshot.lastLevels.get(projectId) ?? null,
        levelSince: turned.get(projectId)?.on ?? null,
        turnedFrom: turned.get(projectId)?.from ?? null,
        answeredOn: answered.get(projectId) ?? null,
        ownerOrgId: units.get(projectId) ?? null,
        stewardId: row.stewards[0]?.personId ?? null,
        streetId: row.streetId,
        taskforceId,
        tasks: row.tasks.map(taskOf),
        issues: row.issues.map((issue) => ({
          id: issue.id,
          number: issue.number,
          raisedOn: fromDb(issue.tierSince),
          text: wordsForMany(issue.request ?? issue.text, issue.complaint),
          orgId: issue.leadOrgId,
        })),
        factorGaps: waived.get(projectId)?.includes('D6') ? [] : row.factorNeeds.flatMap((need) => gapLine(need, week)),
        starts: row.milestones.flatMap(({ kind, plannedOn }) => (plannedOn ? [{ kind, on: fromDb(plannedOn) }] : [])),
        expiries: row.procedures.flatMap(({ id, code, expiresOn, agencyId }) =>
          expiresOn ? [{ id, code, on: fromDb(expiresOn), orgId: agencyId }] : [],
        ),
        moves: row.planChanges.flatMap(({ milestone, nth, fromOn, toOn }) =>
          milestone ? [{ kind: milestone.kind, nth, from: fromOn && fromDb(fromOn), to: toOn && fromDb(toOn) }] : [],
        ),
      },
    ]
  })
}

/** Unfinished tasks of a district that belong to no project. */
export const looseTasks = async (tx: Tx, districtId: string): Promise<AgendaTask[]> =>
  (await tx.task.findMany({ where: { districtId, projectId: null, state: { in: [...OPEN_TASKS] } } })).map(taskOf)

/** Levels every project of a frozen week had. */
export async function levelsOfWeek(tx: Tx, snapshotId: string | null): Promise<ReadonlyMap<string, Level>> {
  if (!snapshotId) return new Map()
  const rows = await tx.weekProject.findMany({ where: { snapshotId }, select: { projectId: true, level: true } })
  return new Map(rows.map((row) => [row.projectId, row.level]))
}
