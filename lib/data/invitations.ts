import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import { SEES_ALL_TOPICS } from '@/lib/domain/sight'
import type { AttendanceMarkInput, Attender, InvitationAnswerInput } from '@/lib/schemas/sitting'
import type { Meeting, Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db, type Tx } from './db'
import { draftPaperOf } from './paper-writes'
import { lockMeetingRow } from './sitting'
import { write } from './write'

/** Whom the open topics of a meeting call: their units and people, and the leader of each project, of those merged in too. */
export async function calledBy(tx: Tx, meetingId: string) {
  const topics = await tx.agendaItem.findMany({
    // A topic that was put off in the meeting had called its people all the same.
    where: { meetingId, state: { in: ['OPEN', 'NEXT_TIME'] } },
    select: {
      orgIds: true,
      personIds: true,
      project: { select: { leaderId: true } },
      merged: { where: { state: 'MERGED' }, select: { project: { select: { leaderId: true } } } },
    },
  })
  const units = [...new Set(topics.flatMap((topic) => topic.orgIds))].sort()
  const leaders = [
    ...new Set(
      topics.flatMap(({ project, merged }) =>
        [project, ...merged.map((one) => one.project)].flatMap((one) => one?.leaderId ?? []),
      ),
    ),
  ].sort()
  const people = [...new Set(topics.flatMap((topic) => topic.personIds))].filter((id) => !leaders.includes(id)).sort()
  return { topics: topics.length, units, people, leaders }
}

/**
 * Brings the invitations of a meeting in line with its open topics 通知参会: who is called now is invited, and who is not
 * any more is let off, unless he has answered or the office has written something down about him.
 *
 * @returns whom the agenda calls now
 */
export async function syncInvitations(tx: Tx, meetingId: string) {
  const called = await calledBy(tx, meetingId)
  const people = [...called.people, ...called.leaders]
  await tx.attendance.deleteMany({
    where: {
      meetingId,
      state: 'INVITED',
      coming: null,
      OR: [{ orgId: { not: null, notIn: called.units } }, { personId: { not: null, notIn: people } }],
    },
  })
  await tx.attendance.createMany({
    data: [
      ...called.units.map((orgId) => ({ meetingId, orgId })),
      ...people.map((personId) => ({ meetingId, personId })),
    ],
    skipDuplicates: true,
  })
  return called
}

/** As `syncInvitations`, for a meeting whose agenda has gone out and has just been changed. */
export async function syncSent(tx: Tx, meeting: Pick<Meeting, 'id' | 'state'>): Promise<void> {
  if (meeting.state === 'SENT') await syncInvitations(tx, meeting.id)
}

/** Invitations an actor may answer: his own, those of whom he stands in for, and his unit's. */
const answerable = (actor: Actor): Prisma.AttendanceWhereInput => ({
  OR: [{ personId: { in: [...actor.standsInFor] } }, ...(actor.orgId ? [{ orgId: actor.orgId }] : [])],
})

/**
 * Whoever is called says that he comes, or that he is on leave, why, and who comes instead 参加、请假.
 *
 * @returns err NOT_FOUND when it is somebody else's invitation, MEETING_OVER once it is held or cancelled
 */
export const answerInvitation = write('attendance.answer', async (tx, actor, input: InvitationAnswerInput, _today) => {
  const row = await tx.attendance.findFirst({
    where: { AND: [{ id: input.attendanceId, meeting: { districtId: actor.districtId } }, answerable(actor)] },
    include: { meeting: true },
  })
  if (!row) return err({ code: 'NOT_FOUND' })
  const meeting = await lockMeetingRow(tx, row.meetingId)
  if (meeting.state !== 'SENT') return err({ code: 'MEETING_OVER' })
  const coming = input.coming === 'yes'
  await tx.attendance.update({
    where: { id: row.id },
    data: {
      coming,
      // What the office has written down at the meeting stays.
      state: coming ? (row.state === 'LEAVE' ? 'INVITED' : row.state) : 'LEAVE',
      note: coming ? null : input.reason,
      instead: coming ? null : input.instead || null,
      answeredById: actor.personId,
      answeredAt: new Date(),
      version: { increment: 1 },
    },
  })
  return ok({
    value: { attendanceId: row.id, coming },
    subject: row.id,
    detail: { after: coming ? 'yes' : 'no', ...(coming ? {} : { reason: input.reason }) },
  })
})

/**
 * The office writes down who was there, who is on leave, who listens 出席、请假、列席; before the meeting, while
 * it sits, or after it until the minutes are signed: a draft of them says then who was there.
 *
 * @returns err NOT_FOUND, MEETING_OVER while there is no agenda out or once the minutes are signed
 */
export const markAttendance = write('attendance.mark', async (tx, actor, input: AttendanceMarkInput, _today) => {
  const where = { districtId_weekOf: { districtId: actor.districtId, weekOf: toDb(input.weekOf) } }
  const found = await tx.meeting.findUnique({ where })
  if (!found) return err({ code: 'NOT_FOUND' })
  const meeting = await lockMeetingRow(tx, found.id)
  if (meeting.state !== 'SENT' && meeting.state !== 'HELD') return err({ code: 'MEETING_OVER' })
  const rows = await tx.attendance.findMany({ where: { meetingId: meeting.id } })
  const wanted = rows.flatMap((row) => {
    const mark = input.marks[row.id]
    const state = mark === undefined || mark === input.was?.[row.id] ? row.state : mark
    const marked = input.rest && state === 'INVITED' ? input.rest : state
    return marked === row.state ? [] : [{ id: row.id, state: marked }]
  })
  for (const { id, state } of wanted)
    await tx.attendance.update({ where: { id }, data: { state, version: { increment: 1 } } })
  const listening = input.listening
    ? await tx.org.findFirst({ where: { id: input.listening, districtId: actor.districtId, dissolvedOn: null } })
    : null
  if (input.listening && !listening) return err({ code: 'UNIT_MISSING' })
  if (listening)
    await tx.attendance.upsert({
      where: { meetingId_orgId: { meetingId: meeting.id, orgId: listening.id } },
      create: { meetingId: meeting.id, orgId: listening.id, state: 'LISTENING' },
      update: { state: 'LISTENING', version: { increment: 1 } },
    })
  const paper = { meetingId: meeting.id, kind: 'MINUTES', signedAt: null } as const
  if (meeting.state === 'HELD' && (await tx.meetingPaper.findFirst({ where: paper, select: { id: true } })))
    await draftPaperOf(tx, meeting, 'MINUTES', () => '')
  return ok({
    value: { weekOf: input.weekOf, marked: wanted.length + (listening ? 1 : 0) },
    subject: meeting.id,
    detail: { marked: wanted.length + (listening ? 1 : 0) },
  })
})

const ORDER = ['LEADER', 'UNIT', 'PERSON']

/**
 * Who is called to the meeting of a week or was there: leaders, units, people.
 *
 * Who sees what: whoever sees all topics sees everybody; the others themselves and their unit.
 */
export async function findAttenders(actor: Actor, weekOf: PlainDate): Promise<Attender[]> {
  const meeting = { districtId: actor.districtId, weekOf: toDb(weekOf), state: { not: 'DRAFT' as const } }
  const rows = await db.attendance.findMany({
    where: { AND: [{ meeting }, SEES_ALL_TOPICS.has(actor.role) ? {} : answerable(actor)] },
    include: {
      org: { select: { shortName: true } },
      person: { select: { name: true, user: { select: { role: true } }, org: { select: { kind: true } } } },
    },
  })
  const answers = relationFor(actor.role, 'attendance.answer') !== null
  return rows
    .map((row): Attender => {
      const leads = row.person?.user?.role === 'LEADER' || row.person?.org?.kind === 'LEADERSHIP'
      return {
        id: row.id,
        kind: row.orgId ? 'UNIT' : leads ? 'LEADER' : 'PERSON',
        name: row.org?.shortName ?? row.person?.name ?? '',
        state: row.state,
        coming: row.coming,
        note: row.note,
        instead: row.instead,
        mine:
          answers &&
          ((row.orgId !== null && row.orgId === actor.orgId) ||
            (row.personId !== null && actor.standsInFor.includes(row.personId))),
      }
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.localeCompare(b.name, 'zh-CN'))
}
