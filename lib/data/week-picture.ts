import 'server-only'
import { compareLevel, type Level } from '@/lib/domain/level-scale'
import type { Moment } from '@/lib/domain/meeting/week'
import type { ProjectThen } from '@/lib/domain/meeting/week-compare'
import { addDays, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { Status } from '@/lib/domain/project'
import type { ProjectReason } from '@/lib/domain/project-level'
import type { Reason } from '@/lib/domain/reason'
import { type ItemThen, reasonsThen } from '@/lib/domain/reasons-then'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { runningIssue } from './issue-where'

/** A project as it stood, with what a snapshot keeps besides what is compared. */
export type ProjectPicture = ProjectThen &
  Readonly<{
    status: Status
    reasons: Prisma.JsonValue
    owner: string | null
    progressText: string | null
    reportedOn: PlainDate | null
  }>

/** The instant an hour of a day begins in Asia/Shanghai, which has no summer time. */
export const instantOf = ({ on, hour }: Moment): Date =>
  new Date(`${on}T${String(hour).padStart(2, '0')}:00:00.000+08:00`)

/** The instant a day is over. */
export const endOf = (day: PlainDate): Date => instantOf({ on: addDays(day, 1), hour: 0 })

const DATED = ['START', 'PRODUCTION'] as const

/** Everything the picture of a day is read from. */
const columns = (day: PlainDate, knownBy: Date) =>
  ({
    id: true,
    level: true,
    stage: true,
    status: true,
    leaderId: true,
    taskforceId: true,
    levelChanges: {
      where: { procedureId: null },
      orderBy: [{ on: 'asc' }, { at: 'asc' }, { id: 'asc' }],
      select: { on: true, at: true, from: true, to: true, cause: true, owner: true },
    },
    stageChanges: {
      where: { at: { gt: knownBy } },
      orderBy: { at: 'asc' },
      take: 1,
      select: { fromStage: true, fromStatus: true },
    },
    stewards: {
      where: { fromOn: { lte: toDb(day) }, OR: [{ toOn: null }, { toOn: { gt: toDb(day) } }] },
      orderBy: { fromOn: 'desc' },
      take: 1,
      select: { personId: true },
    },
    milestones: {
      where: { kind: { in: [...DATED] } },
      select: {
        kind: true,
        plannedOn: true,
        planChanges: { where: { at: { gt: knownBy } }, orderBy: { at: 'asc' }, take: 1, select: { fromOn: true } },
      },
    },
    yearPlans: { where: { year: yearOf(day) }, select: { plannedFen: true, openingFen: true } },
    completions: {
      where: {
        recordedAt: { lte: knownBy },
        weekOf: { gte: toDb(`${yearOf(day)}-01-01` as PlainDate), lte: toDb(day) },
      },
      select: { amountFen: true },
    },
    updates: {
      where: { kind: 'CHANGED', at: { lte: knownBy } },
      orderBy: { at: 'desc' },
      take: 1,
      select: { text: true, on: true },
    },
  }) satisfies Prisma.ProjectSelect

type Row = Prisma.ProjectGetPayload<{ select: ReturnType<typeof columns> }>

/** Colours that turned by themselves turned in the morning, whenever the job that says so ran. */
const known = (change: Row['levelChanges'][number], day: PlainDate, knownBy: Date): boolean =>
  fromDb(change.on) <= day && (change.at <= knownBy || change.cause !== 'FACT')

function levelThen(row: Row, day: PlainDate, knownBy: Date): { level: Level; change: number } {
  const last = row.levelChanges.findLastIndex((change) => known(change, day, knownBy))
  const turned = row.levelChanges[last]
  if (turned) return { level: turned.to, change: last }
  const next = row.levelChanges[0]
  return { level: next ? (next.from ?? 'GREY') : row.level, change: -1 }
}

const plannedThen = (row: Row, kind: (typeof DATED)[number]): PlainDate | null => {
  const milestone = row.milestones.find((m) => m.kind === kind)
  const moved = milestone?.planChanges[0]
  return dayOrNull(moved ? moved.fromOn : (milestone?.plannedOn ?? null))
}

function moneyThen(row: Row): Pick<ProjectThen, 'plannedFen' | 'doneFen'> {
  const plan = row.yearPlans[0]
  if (!plan) return { plannedFen: null, doneFen: null }
  return {
    plannedFen: plan.plannedFen,
    doneFen: row.completions.reduce((sum, entry) => sum + entry.amountFen, plan.openingFen),
  }
}

/**
 * The projects of a district as they stood on a day, read back from their histories 回看.
 *
 * Only what was known by an instant counts, so a picture taken late is the one that would have been taken in time. Who
 * leads a project and which team has it keep no history: they are today's, but for a frozen week.
 *
 * Not bound to an actor: whoever shows it filters by what he sees.
 *
 * @param knownBy instant of the data line; the end of the day where whole days are compared
 */
export async function pictureOf(
  tx: Tx,
  where: Prisma.ProjectWhereInput,
  day: PlainDate,
  knownBy: Date,
): Promise<ProjectPicture[]> {
  const rows = await tx.project.findMany({
    where: { AND: [where, { enteredOn: { lte: toDb(day) } }] },
    select: columns(day, knownBy),
    orderBy: { number: 'asc' },
  })
  const pictures = rows.map((row): ProjectPicture => {
    const { level, change } = levelThen(row, day, knownBy)
    const moved = row.stageChanges[0]
    return {
      id: row.id,
      level,
      stage: moved?.fromStage ?? row.stage,
      status: moved?.fromStatus ?? row.status,
      stewardId: row.stewards[0]?.personId ?? null,
      leaderId: row.leaderId,
      taskforceId: row.taskforceId,
      startOn: plannedThen(row, 'START'),
      productionOn: plannedThen(row, 'PRODUCTION'),
      ...moneyThen(row),
      reasons: [],
      owner: row.levelChanges[change]?.owner ?? null,
      progressText: row.updates[0]?.text ?? null,
      reportedOn: dayOrNull(row.updates[0]?.on ?? null),
    }
  })
  return pictures.filter(({ status }) => status === 'ACTIVE' || status === 'SUSPENDED')
}

/** As many reasons as a project keeps of its evaluation. */
const KEPT_REASONS = 3

type Turned<R> = Readonly<{ id: string; projectId: string; level: Level; on: Date; reasons: readonly R[] }>

/** Why each project had its colour at the end of a day, from the changes of colour logged by then. */
export async function reasonsOfDay(
  tx: Tx,
  ids: readonly string[],
  day: PlainDate,
  calendar: WorkCalendar,
): Promise<ReadonlyMap<string, Prisma.JsonValue>> {
  const projects = await tx.$queryRaw<Turned<ProjectReason>[]>`
    SELECT DISTINCT ON ("projectId") "projectId"::text AS id, "projectId"::text AS "projectId", "to"::text AS level, "on", reasons
    FROM "LevelChange" WHERE "procedureId" IS NULL AND "projectId" = ANY(${[...ids]}::uuid[]) AND "on" <= ${day}::date
    ORDER BY "projectId", "on" DESC, at DESC, id DESC`
  const coloured = projects.flatMap((row) => (compareLevel(row.level, 'GREEN') > 0 ? [row.id] : []))
  const procedures = await tx.$queryRaw<(Turned<Reason> & { agency: string | null })[]>`
    SELECT DISTINCT ON (c."procedureId") c."procedureId"::text AS id, c."projectId"::text AS "projectId", c."to"::text AS level,
      c."on", c.reasons, o."shortName" AS agency
    FROM "LevelChange" c JOIN "Procedure" p ON p.id = c."procedureId" LEFT JOIN "Org" o ON o.id = p."agencyId"
    WHERE c."projectId" = ANY(${coloured}::uuid[]) AND c."on" <= ${day}::date
    ORDER BY c."procedureId", c."on" DESC, c.at DESC, c.id DESC`
  const settled = await tx.issue.findMany({
    where: { projectId: { in: coloured }, NOT: runningIssue, heldSince: { lte: toDb(day) } },
    select: { id: true },
  })
  const over = new Set(settled.map(({ id }) => id))
  const items = new Map<string, ItemThen[]>()
  for (const { projectId, on, ...row } of procedures)
    items.set(projectId, [...(items.get(projectId) ?? []), { ...row, on: fromDb(on) }])
  return new Map(
    projects.map(({ id, level, on, reasons }) => {
      const then = { level, on: fromDb(on), reasons, items: items.get(id) ?? [] }
      return [id, reasonsThen(then, over, day, calendar).slice(0, KEPT_REASONS) as unknown as Prisma.JsonValue]
    }),
  )
}
