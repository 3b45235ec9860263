import 'server-only'
import { type Actor, allows, relationFor } from '@/lib/domain/access'
import type { AgendaHistory, AgendaProposal, AgendaRule } from '@/lib/domain/meeting/agenda'
import { lateBefore } from '@/lib/domain/meeting/task-level'
import { runsTask } from '@/lib/domain/meeting/task-move'
import { type MeetingWeek, type Moment, weekKey, weekOfMeeting } from '@/lib/domain/meeting/week'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import { SEES_ALL_TOPICS, SEES_DRAFT_AGENDA } from '@/lib/domain/sight'
import type { Agenda, AgendaLine, LateRed, MeetingRow } from '@/lib/schemas/meeting'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { frozenReasons } from './frozen-reasons'
import { loadLevelContext } from './level-context'
import { itemNames, liveReasons } from './live-reasons'
import { scopeColumns, scopeOf } from './lock-project'
import { callsTo } from './meeting-ahead'
import { visibleTasks } from './meeting-decisions'
import { loadRhythm } from './meeting-rhythm'
import { issueOf, topicIssues } from './topic-issues'
import { visibleProjects } from './visible'
import { instantOf } from './week-picture'
import { listFrozenWeeks } from './week-snapshots'

const WEEKS_SHOWN = 26

/** Topics that come before the meeting: not dropped, merged or settled. */
const ON = ['OPEN', 'DECIDED', 'NEXT_TIME'] as const

/** States of a meeting a reader may know: a draft is the office's and the leaders'. */
const shown = (actor: Actor): Prisma.MeetingWhereInput =>
  SEES_DRAFT_AGENDA.has(actor.role) ? {} : { state: { not: 'DRAFT' } }

/**
 * The topics of an agenda an actor sees: all of them, or those about his projects and those his unit is called to;
 * an agency's head those that call his unit or gave it something to do.
 *
 * @source domain roles.md §1: 本单位
 */
export function visibleTopics(actor: Actor): Prisma.AgendaItemWhereInput {
  if (SEES_ALL_TOPICS.has(actor.role)) return {}
  // What is said of a project his unit only takes part in is not his unit's.
  if (actor.role === 'AGENCY_HEAD') return { OR: [...callsTo(actor), { tasks: { some: visibleTasks(actor) } }] }
  return { OR: [{ project: visibleProjects(actor) }, ...callsTo(actor)] }
}

/** Calendar and rhythm of the actor's district: when its weeks are. */
export async function loadWeekSetting(actor: Actor, today: PlainDate) {
  const [rhythm, { calendar }] = await Promise.all([
    loadRhythm(db, actor.districtId),
    loadLevelContext(db, actor.districtId, today),
  ])
  return { rhythm, calendar }
}

/**
 * The weeks of the district, latest first: frozen ones and their meetings.
 *
 * Who sees what: topics and tasks are counted over what the reader sees.
 */
export async function listMeetings(actor: Actor, today: PlainDate): Promise<MeetingRow[]> {
  const { districtId } = actor
  const [frozen, meetings, { rhythm, calendar }] = await Promise.all([
    listFrozenWeeks(db, districtId, WEEKS_SHOWN),
    db.meeting.findMany({
      where: { AND: [{ districtId }, shown(actor)] },
      orderBy: { weekOf: 'desc' },
      take: WEEKS_SHOWN,
      select: {
        weekOf: true,
        on: true,
        state: true,
        _count: {
          select: {
            items: { where: { AND: [{ state: { in: ['OPEN', 'DECIDED', 'NEXT_TIME'] } }, visibleTopics(actor)] } },
          },
        },
        tasks: {
          where: visibleTasks(actor),
          select: { state: true, dueOn: true },
        },
      },
    }),
    loadWeekSetting(actor, today),
  ])
  const byWeek = new Map(meetings.map((m) => [fromDb(m.weekOf), m]))
  const weeks = [...new Set([...frozen.map((w) => w.weekOf), ...byWeek.keys()])].sort().reverse()
  return weeks.slice(0, WEEKS_SHOWN).flatMap((weekOf): MeetingRow[] => {
    const line = frozen.find((w) => w.weekOf === weekOf)
    const meeting = byWeek.get(weekOf)
    const planned = weekOfMeeting(weekOf, rhythm, calendar)
    const dataLine: Moment | undefined = line?.dataLine ?? planned?.dataLine
    const on = meeting ? fromDb(meeting.on) : planned?.meeting.on
    if (!dataLine || !on) return []
    const tasks = meeting?.tasks.filter((task) => task.state !== 'WITHDRAWN') ?? []
    const { year, week } = isoWeekOf(weekOf)
    return [
      {
        weekOf,
        key: weekKey({ year, week }),
        year,
        week,
        on,
        dataLine,
        frozen: line !== undefined,
        state: meeting?.state ?? null,
        topics: meeting?._count.items ?? 0,
        tasks: {
          total: tasks.length,
          closed: tasks.filter((task) => task.state === 'CLOSED').length,
          late: tasks.filter((task) => runsTask(task.state) && fromDb(task.dueOn) < lateBefore(calendar, today, 1))
            .length,
        },
      },
    ]
  })
}

const itemColumns = {
  project: {
    select: { ...scopeColumns, id: true, name: true, status: true, leader: { select: { id: true, name: true } } },
  },
  into: { select: { title: true, project: { select: { name: true } } } },
  settledBy: { select: { name: true } },
} satisfies Prisma.AgendaItemInclude

/** Names of units and people by id. */
async function namesOf(orgIds: readonly string[], personIds: readonly string[]) {
  const [orgs, people] = await Promise.all([
    db.org.findMany({ where: { id: { in: [...orgIds] } }, select: { id: true, shortName: true } }),
    db.person.findMany({ where: { id: { in: [...personIds] } }, select: { id: true, name: true } }),
  ])
  return new Map([
    ...orgs.map((o) => [o.id, { id: o.id, name: o.shortName }] as const),
    ...people.map((p) => [p.id, p] as const),
  ])
}

/** Colour and reason today of the projects of an agenda the actor sees. */
async function reasonsToday(actor: Actor, ids: readonly string[], today: PlainDate) {
  await freshenLevels(actor.districtId, today)
  const rows = await db.project.findMany({
    where: { AND: [visibleProjects(actor), { id: { in: [...ids] } }] },
    select: { id: true, level: true, levelReasons: true },
  })
  const live = await liveReasons(actor.districtId, rows, today)
  return new Map(
    rows.map(({ id, level }) => {
      const { reasons, lead, ruler } = live.get(id) ?? { reasons: [], lead: null, ruler: null }
      return [id, { level, reason: reasons[0] ?? null, lead, ruler }]
    }),
  )
}

/** What spoke for the colours of some projects at the line of a week. */
async function reasonsAtLine(districtId: string, weekOf: PlainDate, ids: readonly string[]) {
  const rows = await db.weekProject.findMany({
    where: { snapshot: { districtId, weekOf: toDb(weekOf) }, projectId: { in: [...ids] } },
    select: { projectId: true, reasons: true },
  })
  return frozenReasons(
    db,
    districtId,
    rows.map((row) => ({ id: row.projectId, reasons: row.reasons })),
  )
}

/**
 * The agenda of a week's meeting in its order, with what was taken off at the end 议程.
 *
 * Who sees what: a draft only whoever makes or settles it; then everybody the topics that concern him.
 *
 * @returns null when there is none the actor may see
 */
export async function findAgenda(actor: Actor, weekOf: PlainDate, today: PlainDate): Promise<Agenda | null> {
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ districtId: actor.districtId, weekOf: toDb(weekOf) }, shown(actor)] },
  })
  if (!meeting) return null
  const [items, all, { maxTopics }, line] = await Promise.all([
    db.agendaItem.findMany({
      where: { AND: [{ meetingId: meeting.id }, visibleTopics(actor)] },
      include: itemColumns,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    db.agendaItem.count({ where: { meetingId: meeting.id, state: { in: [...ON] } } }),
    loadRhythm(db, actor.districtId),
    db.weekSnapshot.findUnique({
      where: { districtId_weekOf: { districtId: actor.districtId, weekOf: meeting.weekOf } },
      select: { dataLineOn: true, dataLineHour: true },
    }),
  ])
  const projectIds = items.flatMap((item) => item.projectId ?? [])
  const histories = items.map((item) => item.history as unknown as AgendaHistory | null)
  const [names, reasons, catalogue, now, issues] = await Promise.all([
    namesOf(
      items.flatMap((i) => i.orgIds),
      items.flatMap((i) => i.personIds),
    ),
    reasonsAtLine(actor.districtId, weekOf, projectIds),
    itemNames(
      actor.districtId,
      histories.flatMap((h) => (h?.code === 'EXPIRES' ? [h.item] : [])),
    ),
    reasonsToday(actor, projectIds, today),
    topicIssues(actor, projectIds, today),
  ])
  const mergedInto = (id: string): AgendaLine['merged'] =>
    items.flatMap((item, i) => {
      if (item.state !== 'MERGED' || item.intoId !== id) return []
      const history = histories[i] ?? null
      return {
        id: item.id,
        name: item.project?.name ?? item.title ?? '',
        unit: names.get(item.orgIds[0] ?? '')?.name ?? null,
        projectId: now.has(item.projectId ?? '') ? item.projectId : null,
        history,
        item: history?.code === 'EXPIRES' ? (catalogue.get(history.item) ?? null) : null,
        leader: item.project?.leader ?? null,
      }
    })
  let place = 0
  const lines = items.map((item, i): AgendaLine => {
    const history = histories[i] ?? null
    if (item.state === 'OPEN') place += 1
    const { project } = item
    const reason = reasons.get(item.projectId ?? '') ?? null
    const merged = mergedInto(item.id)
    return {
      id: item.id,
      version: item.version,
      position: item.position,
      rule: item.rule as AgendaRule | 'MANUAL',
      also: item.also as AgendaRule[],
      projectId: item.projectId,
      name: project?.name ?? item.title ?? '',
      gone: project !== null && project.status !== 'ACTIVE' && project.status !== 'SUSPENDED',
      level: item.level,
      reason,
      now: now.get(item.projectId ?? '') ?? null,
      issue: issueOf(issues.get(item.projectId ?? '') ?? [], { history, reason, rules: [item.rule, ...item.also] }),
      history,
      item: history?.code === 'EXPIRES' ? (catalogue.get(history.item) ?? null) : null,
      proposal: item.proposal as unknown as AgendaProposal | null,
      ask: item.ask,
      orgs: item.orgIds.flatMap((id) => names.get(id) ?? []),
      people: item.personIds.flatMap((id) => names.get(id) ?? []),
      leader: project?.leader ?? null,
      merged,
      minutes: item.minutes,
      state: item.state,
      why: item.reason,
      into: item.into ? (item.into.project?.name ?? item.into.title) : null,
      settledBy: item.settledBy?.name ?? null,
      overflow: item.state === 'OPEN' && place > maxTopics,
      open: now.has(item.projectId ?? ''),
      maySettle: project
        ? allows(actor, 'agenda.settle', scopeOf(project))
        : relationFor(actor.role, 'agenda.settle') === 'district',
      calls:
        (actor.orgId !== null && item.orgIds.includes(actor.orgId)) ||
        item.personIds.some((id) => actor.standsInFor.includes(id)) ||
        (actor.role === 'LEADER' &&
          [project?.leader, ...merged.map(({ leader }) => leader)].some(
            (one) => one && actor.standsInFor.includes(one.id),
          )),
    }
  })
  return {
    meetingId: meeting.id,
    version: meeting.version,
    state: meeting.state,
    on: fromDb(meeting.on),
    hour: meeting.hour,
    builtAt: meeting.builtAt.toISOString(),
    sentAt: meeting.sentAt?.toISOString() ?? null,
    startedAt: meeting.startedAt?.toISOString() ?? null,
    why: meeting.reason ?? meeting.overReason,
    dataLine: line && { on: fromDb(line.dataLineOn), hour: line.dataLineHour },
    maxTopics,
    lines: [...lines.filter((line) => line.state === 'OPEN'), ...lines.filter((line) => line.state !== 'OPEN')],
    hidden: all - items.filter(({ state }) => ON.some((one) => one === state)).length,
  }
}

/** Projects that turned red after the data line of a week and are not on its agenda 截数后转红. */
export async function lateReds(actor: Actor, agenda: Agenda): Promise<LateRed[]> {
  if (!agenda.dataLine) return []
  const { on, hour } = agenda.dataLine
  const items = await db.agendaItem.findMany({ where: { meetingId: agenda.meetingId }, select: { projectId: true } })
  const since = { procedureId: null, to: 'RED', on: { gt: toDb(on) } } satisfies Prisma.LevelChangeWhereInput
  const late = { ...since, on: toDb(on), at: { gt: instantOf({ on, hour }) }, cause: 'FACT' } as const
  const rows = await db.project.findMany({
    where: {
      AND: [
        visibleProjects(actor),
        { level: 'RED', status: 'ACTIVE', id: { notIn: items.flatMap((item) => item.projectId ?? []) } },
        { levelChanges: { some: { OR: [since, late] } } },
      ],
    },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      name: true,
      levelChanges: {
        where: { procedureId: null },
        orderBy: [{ on: 'desc' }, { at: 'desc' }, { id: 'desc' }],
        take: 1,
      },
    },
  })
  return rows.flatMap(({ id, name, levelChanges: [turned] }) =>
    turned?.to === 'RED' ? [{ projectId: id, name, from: turned.from, on: fromDb(turned.on) }] : [],
  )
}

/** Units a topic may call in, for the office's picker. */
export const invitableUnits = async (actor: Actor): Promise<{ id: string; name: string }[]> =>
  (
    await db.org.findMany({
      where: {
        districtId: actor.districtId,
        dissolvedOn: null,
        kind: { notIn: ['ADMIN', 'BANK', 'LEADERSHIP', 'OFFICE'] },
      },
      select: { id: true, shortName: true },
      orderBy: [{ kind: 'asc' }, { shortName: 'asc' }],
    })
  ).map(({ id, shortName }) => ({ id, name: shortName }))

/**
 * When the meeting of a week is; null when the district has none then. A week that is frozen, or has its meeting, keeps its
 * own times: a rhythm that was changed since moves neither, and when its draft was due is told no more.
 */
export async function findWeek(actor: Actor, weekOf: PlainDate, today: PlainDate): Promise<WeekTimes | null> {
  const { districtId } = actor
  const [{ rhythm, calendar }, line, meeting] = await Promise.all([
    loadWeekSetting(actor, today),
    db.weekSnapshot.findUnique({
      where: { districtId_weekOf: { districtId, weekOf: toDb(weekOf) } },
      select: { dataLineOn: true, dataLineHour: true },
    }),
    db.meeting.findFirst({ where: { districtId, weekOf: toDb(weekOf) }, select: { on: true, hour: true } }),
  ])
  const week = weekOfMeeting(weekOf, rhythm, calendar)
  if (!week) return null
  const dataLine = line ? { on: fromDb(line.dataLineOn), hour: line.dataLineHour } : week.dataLine
  const held = meeting ? { on: fromDb(meeting.on), hour: meeting.hour } : week.meeting
  const same = (a: Moment, b: Moment) => a.on === b.on && a.hour === b.hour
  const ownTimes = !same(dataLine, week.dataLine) || !same(held, week.meeting)
  return { ...week, dataLine, meeting: held, shifted: week.shifted && !ownTimes, ownTimes }
}

/** The days of a meeting; `ownTimes` where they are not those the rhythm would give it now. */
export type WeekTimes = MeetingWeek & Readonly<{ ownTimes: boolean }>
