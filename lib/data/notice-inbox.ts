import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { PersonFunction, Step } from '@/lib/domain/escalation-ladder'
import { compareLevel } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_TOLD } from '@/lib/domain/sight'
import {
  NOTICE_PAGE,
  type NoticeAnswerLine,
  type NoticeFilter,
  type NoticePage,
  type NoticeStep,
  type ToldOf,
} from '@/lib/schemas/notice'
import { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db } from './db'
import { visibleFactors } from './factor-rows'
import { visibleIssues } from './issue-where'
import { matterColumns, matterOf } from './ladder-matters'
import { loadLevelContext } from './level-context'
import { itemNames } from './live-reasons'
import { visibleTasks } from './meeting-decisions'
import { visibleSupervisions } from './supervision-where'
import { visibleProcedures, visibleProjects } from './visible'
import { waivedOn } from './waivers'

/** Rungs shown with a project; the rest stand at their procedures. */
const RUNGS_SHOWN = 6
const TOLD_READ = 120

/** Whose slips of the commission an actor hears of: what it released to the head of a unit is not for whoever stands in for him. */
const slipsHeard = ({ role, personId, standsInFor }: Actor): readonly string[] =>
  role === 'DISCIPLINE' ? standsInFor : [personId]

/** What came to an actor, or to somebody he stands in for. */
export const noticesOf = (actor: Actor) =>
  ({
    districtId: actor.districtId,
    OR: [
      { supervisionId: null, personId: { in: [...actor.standsInFor] } },
      { supervisionId: { not: null }, personId: { in: [...slipsHeard(actor)] } },
    ],
  }) satisfies Prisma.NoticeWhereInput

/** As `noticesOf`, where the database is asked in its own words. */
const heardBy = (actor: Actor) => Prisma.sql`("personId" = ANY(${[...actor.standsInFor]}::uuid[])
  AND ("supervisionId" IS NULL OR "personId" = ANY(${[...slipsHeard(actor)]}::uuid[])))`

/**
 * Of what an actor was told, what he may still read: of a procedure, a project or a slip he sees, and of a problem, need, task or
 * complaint, which went to him because it is his.
 */
export const readableNotices = (actor: Actor): Prisma.NoticeWhereInput => ({
  OR: [
    { project: visibleProjects(actor) },
    { issueId: { not: null } },
    { factorId: { not: null } },
    { taskId: { not: null } },
    { complaintId: { not: null } },
    { financingId: { not: null } },
    { supervision: visibleSupervisions(actor) },
  ],
})

/** Where what somebody was told of stands. */
export const noticePath = ({
  procedureId,
  issueId,
  factorId,
  taskId,
  complaintId,
  financingId,
  supervisionId,
  projectId,
}: Readonly<
  Record<
    'procedureId' | 'issueId' | 'factorId' | 'taskId' | 'complaintId' | 'financingId' | 'supervisionId' | 'projectId',
    string | null
  >
>): string =>
  procedureId
    ? `/procedures/${procedureId}`
    : issueId
      ? `/issues/${issueId}`
      : factorId
        ? `/factors/${factorId}`
        : taskId
          ? `/tasks/${taskId}`
          : complaintId
            ? `/supervision/complaints/${complaintId}`
            : financingId
              ? `/financing/${financingId}`
              : supervisionId
                ? `/supervision/slips/${supervisionId}`
                : `/projects/${projectId}`

/** How many things the actor was told of and has not looked at; one index answers it, with every page. */
export async function countUnseen(actor: Actor): Promise<number> {
  const [{ n }] = await db.$queryRaw<[{ n: number }]>`
    SELECT count(DISTINCT "itemId")::int AS n FROM "Notice"
    WHERE ${heardBy(actor)} AND "endedOn" IS NULL AND "seenAt" IS NULL`
  return n
}

const columns = {
  ...matterColumns,
  project: { select: { name: true, level: true } },
  procedure: { select: { code: true, level: true } },
  person: { select: { name: true } },
} satisfies Prisma.NoticeInclude

type Spoken = Prisma.NoticeAnswerGetPayload<{ include: { person: { select: { name: true } } } }>
const answerLine = (row: Spoken): NoticeAnswerLine => ({
  by: row.person.name,
  on: fromDb(row.on),
  reason: row.reason,
  newOn: fromDb(row.newOn),
})

/** Ids of the highest rung the actor was told of each thing: unseen first, the worst and latest of them on top. */
async function pageIds(actor: Actor, { show, instead, page }: NoticeFilter) {
  const rows = await db.$queryRaw<{ id: string; total: number; unseen: number; instead: number }[]>`
    WITH mine AS (
      SELECT DISTINCT ON ("itemId") id, level, at, "instead", "endedOn",
        bool_or("seenAt" IS NULL AND "endedOn" IS NULL) OVER (PARTITION BY "itemId") AS unseen
      FROM "Notice"
      WHERE ${heardBy(actor)} AND "districtId" = ${actor.districtId}::uuid
        AND (${show === 'all'} OR "endedOn" IS NULL)
      ORDER BY "itemId", at DESC, level DESC, id),
    counted AS (
      SELECT count(*) FILTER (WHERE unseen)::int AS unseen, count(*) FILTER (WHERE "instead")::int AS instead FROM mine),
    asked AS (SELECT * FROM mine WHERE NOT ${instead === '1'} OR "instead")
    SELECT a.id, (SELECT count(*)::int FROM asked) AS total, c.unseen, c.instead
    FROM counted c LEFT JOIN (
      SELECT * FROM asked ORDER BY unseen DESC, "endedOn" IS NULL DESC, level DESC, at DESC, id
      LIMIT ${NOTICE_PAGE} OFFSET ${(page - 1) * NOTICE_PAGE}) a ON true`
  const { total = 0, unseen = 0, instead: detours = 0 } = rows[0] ?? {}
  return { ids: rows.flatMap(({ id }) => id ?? []), total, unseen, instead: detours }
}

/**
 * What the actor was told, one line for each thing 通知.
 *
 * Who sees what: what went to himself or to whom he stands in for, of projects he sees.
 */
export async function listNotices(actor: Actor, filter: NoticeFilter, today: PlainDate): Promise<NoticePage> {
  const { ids, ...counts } = await pageIds(actor, filter)
  const found = await db.notice.findMany({
    where: { AND: [{ id: { in: ids } }, noticesOf(actor), readableNotices(actor)] },
    include: columns,
  })
  const [names, answers] = await Promise.all([
    itemNames(actor.districtId, [...new Set(found.flatMap((row) => row.procedure?.code ?? []))]),
    db.noticeAnswer.findMany({
      where: { itemId: { in: found.map(({ itemId }) => itemId) } },
      include: { person: { select: { name: true } } },
      orderBy: { at: 'asc' },
    }),
  ])
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const waivers = await waivedOn(db, actor.districtId, today, calendar)
  const answered = new Map(answers.map((row) => [`${row.itemId} ${fromDb(row.since)}`, row]))
  const mayAnswer = relationFor(actor.role, 'notice.answer') !== null
  const byId = new Map(found.map((row) => [row.id, row]))
  const rows = ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const matter = matterOf(row)
    const now = matter ? row.level : ((row.procedure ?? row.project)?.level ?? row.level)
    const eased = compareLevel(now, row.level) < 0 ? now : null
    const said = answered.get(`${row.itemId} ${fromDb(row.since)}`)
    // Nobody is asked about the procedures of a project while they are waived; the ladder leaves them out as well.
    const waived = row.procedureId !== null && (waivers.get(row.projectId ?? '')?.includes('D1') ?? false)
    return {
      id: row.id,
      projectId: row.projectId,
      project: row.project?.name ?? null,
      procedureId: row.procedureId,
      matter,
      item: names.get(row.procedure?.code ?? '') ?? null,
      level: row.level,
      eased,
      waived,
      step: row.step as NoticeStep,
      as: row.as as PersonFunction,
      instead: row.instead,
      answerBy: dayOrNull(row.answerBy),
      planBy: dayOrNull(row.planBy),
      on: fromDb(row.on),
      at: row.at.toISOString(),
      seen: row.seenAt !== null,
      over: row.endedOn !== null || (matter?.over ?? false),
      // A problem, a need, a task and a complaint are answered where they stand.
      mayAnswer:
        mayAnswer && !waived && matter === null && row.endedOn === null && compareLevel(eased ?? row.level, 'BLUE') > 0,
      answer: said ? answerLine(said) : null,
    }
  })
  return { rows, ...counts }
}

/**
 * Who was told of a project or a procedure in the warning it stands in, when, and who has looked; what was answered.
 *
 * Who sees what: those who answer for it, of what they see; a project unit reads what came to itself, never the chain.
 */
export async function loadToldOf(
  actor: Actor,
  about: Readonly<{ projectId: string; procedureId?: string }>,
): Promise<ToldOf> {
  if (!SEES_TOLD.has(actor.role)) return { rungs: [], answers: [] }
  const { projectId, procedureId } = about
  const where = {
    projectId,
    project: visibleProjects(actor),
    // Of a project's procedures, problems and needs an agency sees its own.
    OR: [
      { procedure: visibleProcedures(actor) },
      ...(procedureId
        ? []
        : [
            { itemId: projectId },
            { issue: visibleIssues(actor) },
            { factor: visibleFactors(actor) },
            { task: visibleTasks(actor) },
          ]),
    ],
    ...(procedureId ? { procedureId } : {}),
  }
  const rows = await db.notice.findMany({
    where: { ...where, endedOn: null },
    include: columns,
    orderBy: [{ at: 'desc' }, { level: 'desc' }, { id: 'asc' }],
    take: TOLD_READ,
  })
  const [names, answers] = await Promise.all([
    itemNames(actor.districtId, [...new Set(rows.flatMap((row) => row.procedure?.code ?? []))]),
    db.noticeAnswer.findMany({
      where: {
        projectId,
        project: visibleProjects(actor),
        OR: [{ procedure: visibleProcedures(actor) }, ...(procedureId ? [] : [{ procedureId: null }])],
        ...(procedureId ? { procedureId } : {}),
      },
      include: { person: { select: { name: true } } },
      orderBy: { at: 'desc' },
      take: RUNGS_SHOWN,
    }),
  ])
  const rungs = new Map<string, ToldOf['rungs'][number]>()
  for (const row of rows) {
    const key = `${row.itemId} ${row.step} ${fromDb(row.on)}`
    const rung = rungs.get(key)
    const person = {
      id: row.id,
      name: row.person.name,
      as: row.as as PersonFunction,
      instead: row.instead,
      seen: row.seenAt !== null,
    }
    rungs.set(key, {
      key,
      item: procedureId ? null : (names.get(row.procedure?.code ?? '') ?? null),
      matter: matterOf(row),
      level: row.level,
      step: row.step as Step,
      on: fromDb(row.on),
      at: row.at.toISOString(),
      answerBy: dayOrNull(row.answerBy),
      people: [...(rung?.people ?? []), person],
    })
  }
  return { rungs: [...rungs.values()].slice(0, RUNGS_SHOWN), answers: answers.map(answerLine) }
}
