import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { closingGaps } from '@/lib/domain/meeting/closing'
import { matterOf } from '@/lib/domain/meeting/decision-matter'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { MeetingInput } from '@/lib/schemas/meeting'
import type { MeetingCloseInput } from '@/lib/schemas/sitting'
import { dayOrNull, toDb } from './date'
import type { Tx } from './db'
import { syncInvitations } from './invitations'
import { runningIssue } from './issue-where'
import { refreshProjects } from './levels'
import { findChairs } from './meeting-chair'
import { loadReading } from './sentence-book'
import { lockMeetingRow, notSitting } from './sitting'
import { closingOf, loadTopics } from './sitting-topics'
import { write } from './write'

const touched = { version: { increment: 1 } }

async function findMeeting(tx: Tx, actor: Actor, weekOf: PlainDate) {
  const where = { districtId_weekOf: { districtId: actor.districtId, weekOf: toDb(weekOf) } }
  const found = await tx.meeting.findUnique({ where, select: { id: true } })
  return found && lockMeetingRow(tx, found.id)
}

/**
 * The meeting begins 开会; whoever presses the button second finds it begun.
 *
 * @returns err NOT_FOUND, AGENDA_UNSENT, MEETING_CLOSED, MEETING_OVER
 */
export const startMeeting = write('meeting.start', async (tx, actor, { weekOf }: MeetingInput, _today) => {
  const meeting = await findMeeting(tx, actor, weekOf)
  if (!meeting) return err({ code: 'NOT_FOUND' })
  if (meeting.state === 'DRAFT') return err({ code: 'AGENDA_UNSENT' })
  const not = notSitting(meeting)
  if (not && not.code !== 'MEETING_NOT_STARTED') return err(not)
  if (not) {
    await syncInvitations(tx, meeting.id)
    await tx.meeting.update({ where: { id: meeting.id }, data: { startedAt: new Date(), ...touched } })
  }
  return ok({ value: { weekOf }, subject: meeting.id })
})

/** What is the district's to solve has seen one more meeting: the colours of its projects follow (D5). */
async function countMeeting(tx: Tx, actor: Actor, today: PlainDate) {
  const projects = await tx.project.findMany({
    where: {
      districtId: actor.districtId,
      issues: { some: { AND: [runningIssue, { tier: { in: ['DISTRICT', 'CITY'] } }] } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  await refreshProjects(
    tx,
    projects.map(({ id }) => id),
    today,
    'FACT',
    actor.userId,
  )
}

/**
 * Closes the meeting 散会: topics get their result, decisions become numbered tasks that wait to be signed for, each with
 * its 交办单 in draft. Who said that he comes was there, who said that he is on leave is; of whoever has no word nothing is
 * claimed, unless the office says that they all were there. All of it or nothing; whoever comes second is told.
 *
 * @returns err NOT_FOUND, MEETING_NOT_STARTED, MEETING_CLOSED, MEETING_OVER, CLOSING_GAPS with how many things are missing,
 *          CHAIR_MISSING, CHAIR_UNKNOWN
 */
export const closeMeeting = write('meeting.close', async (tx, actor, input: MeetingCloseInput, today) => {
  const { weekOf } = input
  const meeting = await findMeeting(tx, actor, weekOf)
  if (!meeting) return err({ code: 'NOT_FOUND' })
  const not = notSitting(meeting)
  if (not) return err(not)
  const topics = await loadTopics(tx, meeting.id)
  const gaps = closingGaps(topics.map(closingOf), today)
  if (gaps.length > 0) return err({ code: 'CLOSING_GAPS', n: gaps.length })
  const chairId = input.chairId || null
  if (chairId === null && !input.noChair) return err({ code: 'CHAIR_MISSING', field: 'chairId' })
  if (chairId !== null && !(await findChairs(tx, actor.districtId)).some(({ id }) => id === chairId))
    return err({ code: 'CHAIR_UNKNOWN', field: 'chairId' })
  const { year, week } = meeting
  // Whoever cannot sign in any more is named in a sentence all the same, and no matter keeps his name.
  const setting = await loadReading(tx, actor.districtId, today, { disabled: true })
  for (const topic of topics)
    for (const decision of topic.decisions) {
      const task = await tx.task.create({
        data: {
          districtId: actor.districtId,
          meetingId: meeting.id,
          itemId: topic.id,
          projectId: topic.projectId,
          year,
          week,
          nth: decision.position,
          // Who and by when have their own places on every paper; the decision keeps the sentence.
          text: matterOf(decision.text, { ...decision, dueOn: dayOrNull(decision.dueOn) }, setting),
          tier: decision.tier,
          leadOrgId: decision.leadOrgId,
          supportIds: decision.supportIds,
          ownerId: decision.ownerId,
          // Who looks after the project confirms; of a matter without one whoever closed the meeting.
          raisedById: topic.project?.stewards[0]?.personId ?? actor.personId,
          issuedOn: toDb(today),
          // closingGaps let none through without a day.
          dueOn: decision.dueOn as Date,
          slips: { create: { kind: 'ASSIGN', draftedOn: toDb(today) } },
        },
      })
      await tx.decision.update({ where: { id: decision.id }, data: { taskId: task.id } })
    }
  const decided = topics.filter((topic) => topic.state === 'OPEN').map((topic) => topic.id)
  await tx.agendaItem.updateMany({ where: { id: { in: decided } }, data: { state: 'DECIDED', ...touched } })
  for (const [coming, state] of [
    [{ coming: false }, 'LEAVE'],
    [input.rest ? {} : { coming: true }, 'PRESENT'],
  ] as const)
    await tx.attendance.updateMany({
      where: { meetingId: meeting.id, state: 'INVITED', ...coming },
      data: { state, ...touched },
    })
  await tx.meeting.update({
    where: { id: meeting.id },
    data: { state: 'HELD', closedAt: new Date(), chairId, place: input.place || null, ...touched },
  })
  await countMeeting(tx, actor, today)
  const tasks = topics.reduce((sum, topic) => sum + topic.decisions.length, 0)
  return ok({ value: { weekOf, tasks }, subject: meeting.id, detail: { topics: topics.length, tasks } })
})
