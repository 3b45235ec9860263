import 'server-only'
import type { Action, Actor } from '@/lib/domain/access'
import { mentionsIn } from '@/lib/domain/meeting/decision-mention'
import { readSentence } from '@/lib/domain/meeting/decision-sentence'
import { dueSaidIn } from '@/lib/domain/meeting/due-phrase'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type {
  AgendaSendInput,
  MeetingCancelInput,
  TopicAddInput,
  TopicEditInput,
  TopicInput,
  TopicMergeInput,
  TopicMoveInput,
  TopicReasonInput,
} from '@/lib/schemas/meeting'
import type { AgendaItem, Meeting } from '@/prisma/generated/client'
import { ownerUnits } from './agenda-facts'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { syncInvitations, syncSent } from './invitations'
import { loadLevelContext } from './level-context'
import { lockProject } from './lock-project'
import { loadRhythm } from './meeting-rhythm'
import { loadReading } from './sentence-book'
import { visibleProjects } from './visible'
import { write } from './write'

/** States in which topics may still be changed: also after the agenda went out, until the meeting is held. */
const CHANGEABLE: ReadonlySet<Meeting['state']> = new Set(['DRAFT', 'SENT'])

/** Locks a meeting of the actor's district: changes of one agenda never interleave. */
async function lockMeeting(tx: Tx, meeting: Meeting | null): Promise<Result<Meeting>> {
  if (!meeting) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE id = ${meeting.id}::uuid FOR UPDATE`
  const now = await tx.meeting.findUniqueOrThrow({ where: { id: meeting.id } })
  return CHANGEABLE.has(now.state) ? ok(now) : err({ code: 'MEETING_OVER' })
}

/** A topic of the actor's district, its agenda locked; refuses one somebody else changed meanwhile. */
async function lockTopic(
  tx: Tx,
  actor: Actor,
  { itemId, version }: { itemId: string; version: number },
): Promise<Result<{ item: AgendaItem; meeting: Meeting }>> {
  const found = await tx.agendaItem.findFirst({
    where: { id: itemId, meeting: { districtId: actor.districtId } },
    include: { meeting: true },
  })
  const locked = await lockMeeting(tx, found?.meeting ?? null)
  if (!locked.ok) return locked
  const item = await tx.agendaItem.findUniqueOrThrow({ where: { id: itemId } })
  if (item.version !== version) return err({ code: 'CONFLICT', version: item.version })
  return ok({ item, meeting: locked.value })
}

const done = (item: AgendaItem, detail: Record<string, string | number | null | readonly string[]>) =>
  ok({
    value: { itemId: item.id },
    subject: item.id,
    ...(item.projectId ? { projectId: item.projectId } : {}),
    detail: detail as Record<string, string>,
  })

const touched = { version: { increment: 1 } }
const isOpen = (item: AgendaItem): Result<null> => (item.state === 'OPEN' ? ok(null) : err({ code: 'TOPIC_NOT_OPEN' }))

/** As `isOpen`, of a topic that may leave the agenda: nothing has been decided about it while the meeting sits. */
async function mayLeave(tx: Tx, item: AgendaItem): Promise<Result<null>> {
  const open = isOpen(item)
  if (!open.ok) return open
  const n = await tx.decision.count({ where: { itemId: item.id } })
  return n === 0 ? open : err({ code: 'TOPIC_HAS_DECISIONS', n })
}

/** Units of the actor's district among some ids. */
const unitsAmong = async (tx: Tx, actor: Actor, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.org.findMany({
      where: { id: { in: [...ids] }, districtId: actor.districtId, dissolvedOn: null },
      select: { id: true },
      orderBy: { name: 'asc' },
    })
  ).map((org) => org.id)

/** A day that does not exist 11月31日 is refused before it is read out; any other day may be one that is only told. */
async function noSuchDay(tx: Tx, actor: Actor, text: string | undefined, today: PlainDate): Promise<Result<null>> {
  if (!text) return ok(null)
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const due = dueSaidIn(text, today, calendar, await loadRhythm(tx, actor.districtId))?.due
  return due && !due.ok && due.error.code === 'DUE_NO_SUCH_DAY' ? err({ ...due.error, field: 'ask' }) : ok(null)
}

/**
 * The office words a topic: what to decide, how long, who has to be there.
 *
 * @returns err NOT_FOUND, MEETING_OVER, CONFLICT, TOPIC_NOT_OPEN, DUE_NO_SUCH_DAY
 */
export const editTopic = write('agenda.edit', async (tx, actor, input: TopicEditInput, today) => {
  const locked = await lockTopic(tx, actor, input)
  if (!locked.ok) return locked
  const { item, meeting } = locked.value
  const open = isOpen(item)
  if (!open.ok) return open
  const day = await noSuchDay(tx, actor, input.ask, today)
  if (!day.ok) return day
  const ask = input.ask || null
  const orgIds = await unitsAmong(tx, actor, input.orgIds)
  await tx.agendaItem.update({ where: { id: item.id }, data: { ask, minutes: input.minutes, orgIds, ...touched } })
  await syncSent(tx, meeting)
  return done(item, { before: item.ask, after: ask, minutes: input.minutes })
})

/** What a topic about a project that turned red after the line starts with. */
async function lateRedTopic(tx: Tx, actor: Actor, projectId: string, weekOf: PlainDate) {
  const project = await tx.project.findFirst({
    where: { AND: [visibleProjects(actor), { id: projectId }] },
    select: {
      id: true,
      taskforceId: true,
      streetId: true,
      stewards: { where: { toOn: null }, select: { personId: true } },
      levelChanges: {
        where: { procedureId: null },
        orderBy: [{ on: 'desc' }, { at: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { on: true, from: true, to: true, owner: true, reasons: true },
      },
      weeks: { where: { snapshot: { weekOf: toDb(weekOf) } }, select: { level: true } },
    },
  })
  if (!project) return null
  const [turned] = project.levelChanges
  const owner = turned ? await ownerUnits(tx, actor.districtId, [{ projectId, ...turned }]) : new Map<string, string>()
  const { taskforceId, streetId } = project
  return {
    projectId,
    level: project.weeks[0]?.level ?? null,
    ...(turned?.to === 'RED' ? { history: { code: 'TURNED_RED', from: turned.from, on: fromDb(turned.on) } } : {}),
    orgIds: [...new Set([owner.get(projectId), streetId, taskforceId].flatMap((id) => id ?? []))],
    personIds: project.stewards.map(({ personId }) => personId).slice(0, 1),
  }
}

/** Units a topic somebody added names, whoever would have to move first: they are called. */
async function unitsNamed(tx: Tx, districtId: string, text: string, today: PlainDate): Promise<string[]> {
  const reading = await loadReading(tx, districtId, today)
  const { lead } = readSentence(text, {}, { ...reading, tier: 'DISTRICT' })
  // Named together nobody leads yet; all of them are called.
  const named = mentionsIn(text, reading.book).flatMap(({ units }) => (units.length === 1 ? units : []))
  return [...new Set([...named.map(({ id }) => id), ...(lead.id ? [lead.id] : [])])]
}

/**
 * Adds a topic the rules do not know, at the end, and calls the units it names; a project that is on the agenda already is not added again.
 *
 * @returns err NOT_FOUND when the week has no agenda, or the project is out of sight, MEETING_OVER, DUE_NO_SUCH_DAY
 */
export const addTopic = write('agenda.add', async (tx, actor, input: TopicAddInput, today) => {
  const { districtId } = actor
  const where = { districtId_weekOf: { districtId, weekOf: toDb(input.weekOf) } }
  const locked = await lockMeeting(tx, await tx.meeting.findUnique({ where }))
  if (!locked.ok) return locked
  const meetingId = locked.value.id
  const { projectId } = input
  const there = projectId ? await tx.agendaItem.findFirst({ where: { meetingId, projectId } }) : null
  if (there) return done(there, { after: input.title })
  const day = await noSuchDay(tx, actor, input.ask, today)
  if (!day.ok) return day
  const about = projectId
    ? await lateRedTopic(tx, actor, projectId, input.weekOf)
    : { orgIds: await unitsNamed(tx, districtId, `${input.ask}，${input.title}`, today) }
  if (!about) return err({ code: 'NOT_FOUND' })
  const last = await tx.agendaItem.aggregate({ where: { meetingId }, _max: { position: true } })
  const item = await tx.agendaItem.create({
    data: {
      meetingId,
      position: (last._max.position ?? 0) + 1,
      rule: 'MANUAL',
      title: input.title,
      ask: input.ask || null,
      ...about,
    },
  })
  await syncSent(tx, locked.value)
  return done(item, { after: input.title })
})

/**
 * Takes a topic off the agenda, with the reason.
 *
 * @returns err NOT_FOUND, MEETING_OVER, CONFLICT, TOPIC_NOT_OPEN, TOPIC_HAS_DECISIONS while the meeting sits
 */
export const dropTopic = write('agenda.drop', async (tx, actor, input: TopicReasonInput, _today) => {
  const locked = await lockTopic(tx, actor, input)
  if (!locked.ok) return locked
  const { item, meeting } = locked.value
  const open = await mayLeave(tx, item)
  if (!open.ok) return open
  await tx.agendaItem.update({ where: { id: item.id }, data: { state: 'DROPPED', reason: input.reason, ...touched } })
  await syncSent(tx, meeting)
  return done(item, { reason: input.reason })
})

/**
 * A matter is settled before the meeting 会前解决: by the project's leader, or by the office for whoever did.
 *
 * @returns err NOT_FOUND, FORBIDDEN when it is another leader's, MEETING_OVER, CONFLICT, TOPIC_NOT_OPEN
 */
export const settleTopic = write('agenda.settle', async (tx, actor, input: TopicReasonInput, _today) => {
  const locked = await lockTopic(tx, actor, input)
  if (!locked.ok) return locked
  const { item, meeting } = locked.value
  const action: Action = 'agenda.settle'
  if (item.projectId) {
    const project = await lockProject(tx, actor, action, item.projectId)
    if (!project.ok) return project
  } else if (actor.role === 'LEADER') return err({ code: 'FORBIDDEN', action })
  const open = await mayLeave(tx, item)
  if (!open.ok) return open
  await tx.agendaItem.update({
    where: { id: item.id },
    data: { state: 'SETTLED', reason: input.reason, settledId: actor.personId, ...touched },
  })
  await syncSent(tx, meeting)
  return ok({
    value: { itemId: item.id, weekOf: fromDb(meeting.weekOf) },
    subject: item.id,
    ...(item.projectId ? { projectId: item.projectId } : {}),
    detail: { reason: input.reason },
  })
})

/** Puts a topic back that was dropped, merged or settled. @returns err NOT_FOUND, MEETING_OVER, CONFLICT, TOPIC_OPEN */
export const restoreTopic = write('agenda.restore', async (tx, actor, input: TopicInput, _today) => {
  const locked = await lockTopic(tx, actor, input)
  if (!locked.ok) return locked
  const { item, meeting } = locked.value
  if (item.state === 'OPEN') return err({ code: 'TOPIC_OPEN' })
  await tx.agendaItem.update({
    where: { id: item.id },
    data: { state: 'OPEN', reason: null, intoId: null, settledId: null, ...touched },
  })
  await syncSent(tx, meeting)
  return done(item, { before: item.state, reason: item.reason })
})

/**
 * Lets one topic be discussed with another; who has to be there for it, has to be there for the other.
 *
 * @returns err NOT_FOUND, MEETING_OVER, CONFLICT, TOPIC_NOT_OPEN, MERGE_TOPIC_MISSING
 */
export const mergeTopic = write('agenda.merge', async (tx, actor, input: TopicMergeInput, _today) => {
  const locked = await lockTopic(tx, actor, input)
  if (!locked.ok) return locked
  const { item, meeting } = locked.value
  const open = await mayLeave(tx, item)
  if (!open.ok) return open
  const into = await tx.agendaItem.findFirst({
    where: { id: input.intoId, meetingId: meeting.id, state: 'OPEN', NOT: { id: item.id } },
  })
  if (!into) return err({ code: 'MERGE_TOPIC_MISSING' })
  const both = <T>(a: readonly T[], b: readonly T[]) => [...new Set([...a, ...b])]
  // What had been merged into it goes along, so that nothing hangs on a topic that is not discussed.
  await tx.agendaItem.updateMany({ where: { intoId: item.id }, data: { intoId: into.id, ...touched } })
  await tx.agendaItem.update({ where: { id: item.id }, data: { state: 'MERGED', intoId: into.id, ...touched } })
  await tx.agendaItem.update({
    where: { id: into.id },
    data: { orgIds: both(into.orgIds, item.orgIds), personIds: both(into.personIds, item.personIds), ...touched },
  })
  await syncSent(tx, meeting)
  return done(item, { into: into.id })
})

/** Moves a topic past its neighbour. At the end of the list nothing happens. @returns err NOT_FOUND, MEETING_OVER, CONFLICT */
export const moveTopic = write('agenda.move', async (tx, actor, input: TopicMoveInput, _today) => {
  const locked = await lockTopic(tx, actor, input)
  if (!locked.ok) return locked
  const { item, meeting } = locked.value
  const open = isOpen(item)
  if (!open.ok) return open
  const up = input.to === 'UP'
  const other = await tx.agendaItem.findFirst({
    where: { meetingId: meeting.id, state: 'OPEN', position: up ? { lt: item.position } : { gt: item.position } },
    orderBy: { position: up ? 'desc' : 'asc' },
  })
  if (other) {
    // Where a topic stands is no change of what it says: its version stays.
    await tx.agendaItem.update({ where: { id: item.id }, data: { position: other.position, ...touched } })
    await tx.agendaItem.update({ where: { id: other.id }, data: { position: item.position } })
  }
  return done(item, { to: input.to })
})

/** A meeting of a week, locked, as the sender saw it. */
async function lockAgenda(
  tx: Tx,
  actor: Actor,
  { weekOf, version }: { weekOf: AgendaSendInput['weekOf']; version: number },
): Promise<Result<Meeting>> {
  const where = { districtId_weekOf: { districtId: actor.districtId, weekOf: toDb(weekOf) } }
  const locked = await lockMeeting(tx, await tx.meeting.findUnique({ where }))
  if (!locked.ok) return locked
  return locked.value.version === version ? locked : err({ code: 'CONFLICT', version: locked.value.version })
}

/**
 * Sends the agenda 发议程: units and people of its topics and the leaders of their projects are invited, nobody else.
 *
 * @returns err NOT_FOUND, MEETING_OVER, CONFLICT, AGENDA_SENT, AGENDA_EMPTY, AGENDA_OVER without a reason for more topics
 */
export const sendAgenda = write('agenda.send', async (tx, actor, input: AgendaSendInput, _today) => {
  const locked = await lockAgenda(tx, actor, input)
  if (!locked.ok) return locked
  const meeting = locked.value
  if (meeting.state === 'SENT') return err({ code: 'AGENDA_SENT' })
  const topics = await tx.agendaItem.findMany({ where: { meetingId: meeting.id, state: 'OPEN' } })
  if (topics.length === 0) return err({ code: 'AGENDA_EMPTY' })
  const { maxTopics } = await loadRhythm(tx, actor.districtId)
  if (topics.length > maxTopics && !input.overReason)
    return err({ code: 'AGENDA_OVER', n: topics.length, max: maxTopics })
  const called = await syncInvitations(tx, meeting.id)
  await tx.meeting.update({
    where: { id: meeting.id },
    data: { state: 'SENT', sentAt: new Date(), overReason: input.overReason || null, ...touched },
  })
  return ok({
    value: {
      weekOf: input.weekOf,
      units: called.units.length,
      people: called.people.length,
      leaders: called.leaders.length,
    },
    subject: meeting.id,
    detail: {
      topics: topics.length,
      units: called.units.length,
      people: called.people.length,
      leaders: called.leaders.length,
      reason: input.overReason,
    },
  })
})

/**
 * The week has no meeting 本周不开会: it is cancelled, also after the agenda went out, or a report takes its place. Whoever
 * was invited reads it on his first page.
 *
 * @returns err NOT_FOUND, MEETING_OVER, MEETING_SITTING once it has begun, CONFLICT
 */
export const cancelMeeting = write('meeting.cancel', async (tx, actor, input: MeetingCancelInput, _today) => {
  const locked = await lockAgenda(tx, actor, input)
  if (!locked.ok) return locked
  const meeting = locked.value
  if (meeting.startedAt) return err({ code: 'MEETING_SITTING' })
  await tx.meeting.update({ where: { id: meeting.id }, data: { state: input.to, reason: input.reason, ...touched } })
  return ok({
    value: { meetingId: meeting.id },
    subject: meeting.id,
    detail: { before: meeting.state, after: input.to, reason: input.reason },
  })
})
