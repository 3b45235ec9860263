import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { addDays, isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import { SEES_MEETINGS } from '@/lib/domain/sight'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'

/** Days looked ahead for a meeting: its weekday says which one is meant. */
const AHEAD = 6

/** Topics that call an actor: him, whom he stands in for, his unit, or the leader of the project. */
export function callsTo(actor: Actor): Prisma.AgendaItemWhereInput[] {
  const people = [...actor.standsInFor]
  return [
    { personIds: { hasSome: people } },
    ...(actor.orgId ? [{ orgIds: { has: actor.orgId } }] : []),
    ...(actor.role === 'LEADER'
      ? [
          { project: { leaderId: { in: people } } },
          { merged: { some: { state: 'MERGED' as const, project: { leaderId: { in: people } } } } },
        ]
      : []),
  ]
}

/** A meeting within the week and what it wants of somebody. */
export type MeetingAhead = Readonly<{
  weekOf: PlainDate
  week: number
  on: PlainDate
  hour: number
  /** Topics that call him; null for whoever has to send the agenda still. */
  calls: number | null
}>

/** A meeting that was called off after somebody had been invited, and why. */
export type MeetingOff = Readonly<{ weekOf: PlainDate; week: number; on: PlainDate; why: string }>

/** Meetings of the days ahead. */
const soon = (actor: Actor, today: PlainDate) => ({
  districtId: actor.districtId,
  on: { gte: toDb(today), lte: toDb(addDays(today, AHEAD)) },
})

/**
 * A meeting of the next days that will not take place, for whoever its agenda had called 取消.
 *
 * @returns null when there is none, or nobody had been told of it
 */
export async function meetingCalledOff(actor: Actor, today: PlainDate): Promise<MeetingOff | null> {
  if (!SEES_MEETINGS.has(actor.role)) return null
  const called = [{ personId: { in: [...actor.standsInFor] } }, ...(actor.orgId ? [{ orgId: actor.orgId }] : [])]
  const meeting = await db.meeting.findFirst({
    where: {
      ...soon(actor, today),
      state: { in: ['CANCELLED', 'REPORT_ONLY'] },
      sentAt: { not: null },
      attendance: { some: { OR: called } },
    },
    orderBy: { on: 'asc' },
    select: { weekOf: true, on: true, reason: true },
  })
  if (!meeting) return null
  const weekOf = fromDb(meeting.weekOf)
  return { weekOf, week: isoWeekOf(weekOf).week, on: fromDb(meeting.on), why: meeting.reason ?? '' }
}

/**
 * The meeting of today, for whoever runs it: the way into the meeting mode 开会.
 *
 * @returns null on any other day, and for anybody else
 */
export async function meetingToday(actor: Actor, today: PlainDate): Promise<Omit<MeetingAhead, 'calls'> | null> {
  if (relationFor(actor.role, 'meeting.start') === null) return null
  const meeting = await db.meeting.findFirst({
    where: { districtId: actor.districtId, on: toDb(today), state: 'SENT' },
    select: { weekOf: true, on: true, hour: true },
  })
  if (!meeting) return null
  const weekOf = fromDb(meeting.weekOf)
  return { weekOf, week: isoWeekOf(weekOf).week, on: fromDb(meeting.on), hour: meeting.hour }
}

/**
 * The next meeting, for the office while its agenda has not been sent, for the others once it calls them.
 *
 * @returns null when there is nothing to say
 */
export async function meetingAhead(actor: Actor, today: PlainDate): Promise<MeetingAhead | null> {
  if (!SEES_MEETINGS.has(actor.role)) return null
  const sends = relationFor(actor.role, 'agenda.send') !== null
  const meeting = await db.meeting.findFirst({
    where: { ...soon(actor, today), state: sends ? 'DRAFT' : 'SENT' },
    orderBy: { on: 'asc' },
    select: {
      weekOf: true,
      on: true,
      hour: true,
      _count: { select: { items: { where: { state: 'OPEN', OR: callsTo(actor) } } } },
    },
  })
  if (!meeting || (!sends && meeting._count.items === 0)) return null
  const weekOf = fromDb(meeting.weekOf)
  return {
    weekOf,
    week: isoWeekOf(weekOf).week,
    on: fromDb(meeting.on),
    hour: meeting.hour,
    calls: sends ? null : meeting._count.items,
  }
}
