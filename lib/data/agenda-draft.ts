import 'server-only'
import { type AgendaHistory, type AgendaTopic, proposeAgenda, proposeLoose } from '@/lib/domain/meeting/agenda'
import { orderAgain } from '@/lib/domain/meeting/agenda-order'
import { hasCome, type MeetingWeek, type Moment, neighbourWeek, weekOfMeeting } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import { addDays } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { MeetingInput } from '@/lib/schemas/meeting'
import type { AgendaItem, Prisma } from '@/prisma/generated/client'
import { levelsOfWeek, loadAgendaProjects, looseTasks } from './agenda-facts'
import { fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { loadRhythm } from './meeting-rhythm'
import { findFrozenWeeks } from './week-snapshots'
import { write } from './write'

/** What became of a draft. */
export type Drafted = Readonly<{ meetingId: string; topics: number; added: number; removed: number }>

/** How the rules' line stands in a row. */
const rowOf = (topic: AgendaTopic) => ({
  rule: topic.rule,
  also: [...topic.also],
  projectId: topic.projectId,
  title: topic.title,
  level: topic.level,
  history: topic.history as unknown as Prisma.InputJsonValue,
  proposal: topic.proposal as unknown as Prisma.InputJsonValue,
  orgIds: [...topic.orgIds],
  personIds: [...topic.personIds],
})

/** What the rules propose for a frozen week; null when it is not frozen. */
async function proposedTopics(tx: Tx, districtId: string, week: MeetingWeek): Promise<readonly AgendaTopic[] | null> {
  const { week: frozen, before } = await findFrozenWeeks(tx, districtId, week.weekOf)
  if (!frozen) return null
  const { calendar } = await loadLevelContext(tx, districtId, week.dataLine.on)
  const rhythm = await loadRhythm(tx, districtId)
  const since = before?.dataLine.on ?? addDays(week.dataLine.on, -7)
  const snapshot = { id: frozen.id, lastLevels: await levelsOfWeek(tx, before?.id ?? null) }
  const projects = await loadAgendaProjects(tx, districtId, week, snapshot, since)
  const setting = {
    dataLineOn: week.dataLine.on,
    lastLineOn: since,
    meetingOn: week.meeting.on,
    nextDataLineOn: neighbourWeek(week, 1, rhythm, calendar).dataLine.on,
    calendar,
  }
  const topics = proposeAgenda(projects, setting)
  const first = topics.filter(({ rule }) => rule === 'UNFINISHED')
  // What the last meeting left comes first, also where it belongs to no project.
  return [...first, ...proposeLoose(await looseTasks(tx, districtId), setting), ...topics.slice(first.length)]
}

/** What tells a topic of the rules from the others: its project, or the number of its task. */
function keyOf({ projectId, history }: Readonly<{ projectId: string | null; history: unknown }>): string {
  const said = history as AgendaHistory | null
  return projectId ?? (said?.code === 'TASK' ? said.no : '')
}

/**
 * Writes what the rules propose into the draft of a week's meeting 议程草案. What somebody touched stays as and where he left
 * it; what the rules no longer propose and nobody touched goes; the others stand as in a fresh draft.
 *
 * @param newId of new rows; the demo district numbers its own
 * @returns err WEEK_NOT_FROZEN before the data line, AGENDA_SENT once it has gone out
 */
export async function draftAgenda(
  tx: Tx,
  districtId: string,
  week: MeetingWeek,
  newId?: () => string,
): Promise<Result<Drafted>> {
  const topics = await proposedTopics(tx, districtId, week)
  if (!topics) return err({ code: 'WEEK_NOT_FROZEN', on: week.dataLine.on, hour: week.dataLine.hour })
  const { year, week: number } = week
  const common = { districtId, weekOf: toDb(week.weekOf), year, week: number }
  const when = { on: toDb(week.meeting.on), hour: week.meeting.hour }
  const id = newId ? { id: newId() } : {}
  await tx.meeting.createMany({ data: { ...id, ...common, ...when }, skipDuplicates: true })
  await tx.$queryRaw`
    SELECT 1 FROM "Meeting" WHERE "districtId" = ${districtId}::uuid AND "weekOf" = ${week.weekOf}::date FOR UPDATE`
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { districtId_weekOf: { districtId, weekOf: common.weekOf } },
    include: { items: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
  })
  if (meeting.state !== 'DRAFT') return err({ code: 'AGENDA_SENT' })
  const proposed = new Map(topics.map((topic) => [keyOf(topic), topic]))
  const rows = meeting.items.map((item) => ({ item, key: keyOf(item) || item.id }))
  const isUntouched = ({ version, state, rule }: AgendaItem) => version === 1 && state === 'OPEN' && rule !== 'MANUAL'
  const placedBy = (item: AgendaItem) => (isUntouched(item) ? 'RULES' : item.version === 1 ? 'LAST' : 'OFFICE')
  const order = orderAgain(
    rows.map(({ item, key }) => ({ key, placed: placedBy(item) })),
    [...proposed.keys()],
  )
  const positionOf = new Map(order.map((key, i) => [key, i + 1]))
  const gone = rows.filter(({ key }) => !positionOf.has(key))
  await tx.agendaItem.deleteMany({ where: { id: { in: gone.map(({ item }) => item.id) } } })
  for (const { item, key } of rows) {
    const position = positionOf.get(key)
    if (position === undefined) continue
    const topic = isUntouched(item) ? proposed.get(key) : undefined
    // Where a topic stands is no change of what it says: its version stays.
    if (topic || position !== item.position)
      await tx.agendaItem.update({ where: { id: item.id }, data: { ...(topic && rowOf(topic)), position } })
  }
  const there = new Set(rows.map(({ key }) => key))
  const fresh = topics.filter((topic) => !there.has(keyOf(topic)))
  await tx.agendaItem.createMany({
    data: fresh.map((topic) => ({
      ...(newId ? { id: newId() } : {}),
      ...rowOf(topic),
      meetingId: meeting.id,
      position: positionOf.get(keyOf(topic)) ?? order.length,
    })),
  })
  await tx.meeting.update({ where: { id: meeting.id }, data: { builtAt: new Date(), version: { increment: 1 } } })
  return ok({ meetingId: meeting.id, topics: topics.length, added: fresh.length, removed: gone.length })
}

/** The days of the meeting of a week in a district; null when holidays leave it none. */
export async function meetingWeekOf(tx: Tx, districtId: string, weekOf: PlainDate): Promise<MeetingWeek | null> {
  const rhythm = await loadRhythm(tx, districtId)
  const { calendar } = await loadLevelContext(tx, districtId, weekOf)
  return weekOfMeeting(weekOf, rhythm, calendar)
}

/**
 * The office lets the rules propose the agenda again: before the job has, or after facts were mended.
 *
 * @returns err NOT_FOUND, WEEK_NOT_FROZEN, AGENDA_SENT
 */
export const buildAgenda = write('agenda.build', async (tx, actor, { weekOf }: MeetingInput, _today) => {
  const week = await meetingWeekOf(tx, actor.districtId, weekOf)
  if (!week) return err({ code: 'NOT_FOUND' })
  const drafted = await draftAgenda(tx, actor.districtId, week)
  if (!drafted.ok) return drafted
  const { meetingId, topics, added, removed } = drafted.value
  return ok({ value: drafted.value, subject: meetingId, detail: { topics, added, removed } })
})

/** Frozen weeks whose agenda is due and that have no meeting yet, oldest first. */
export async function undraftedWeeks(districtId: string, now: Moment): Promise<MeetingWeek[]> {
  const [frozen, meetings] = await Promise.all([
    db.weekSnapshot.findMany({ where: { districtId }, orderBy: { weekOf: 'desc' }, take: 2, select: { weekOf: true } }),
    db.meeting.findMany({ where: { districtId }, orderBy: { weekOf: 'desc' }, take: 4, select: { weekOf: true } }),
  ])
  const there = new Set(meetings.map((m) => fromDb(m.weekOf)))
  const weeks: MeetingWeek[] = []
  for (const weekOf of frozen.map((row) => fromDb(row.weekOf)).reverse()) {
    if (there.has(weekOf)) continue
    const week = await meetingWeekOf(db, districtId, weekOf)
    if (week && hasCome(week.agenda, now)) weeks.push(week)
  }
  return weeks
}

/** As `draftAgenda`, in a transaction of its own; what has gone out already is left alone. */
export async function draftAgendaNow(districtId: string, week: MeetingWeek): Promise<number> {
  const drafted = await db.$transaction((tx) => draftAgenda(tx, districtId, week), {
    maxWait: 10_000,
    timeout: 120_000,
  })
  return drafted.ok ? drafted.value.topics : 0
}
