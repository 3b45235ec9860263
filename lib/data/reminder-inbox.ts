import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import type { InboxLine, ProjectReminder, SentLine } from '@/lib/schemas/reminder'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { itemNames } from './live-reasons'
import { isUnreported } from './reminder-facts'
import { toActor } from './reminders'
import { visibleProjects } from './visible'

/** Days a reminder is looked at for; what is older has been said again or has passed. */
const INBOX_DAYS = 30
const SENT_DAYS = 14
const READ = 60
const SENT_SHOWN = 12
const PROJECT_SHOWN = 8

const last = { orderBy: { at: 'desc' }, take: 1, select: { at: true } } as const
const lastReport = { ...last, where: { withdrawnAt: null } } as const
const columns = {
  id: true,
  kind: true,
  projectId: true,
  procedureId: true,
  text: true,
  dueOn: true,
  on: true,
  at: true,
  seenAt: true,
  answer: true,
  answeredAt: true,
  from: { select: { name: true } },
  to: { select: { name: true } },
  toOrg: { select: { shortName: true } },
  procedure: { select: { code: true, level: true, finishedOn: true, events: last } },
  project: {
    select: { name: true, level: true, status: true, stage: true, lastVerifiedOn: true, updates: lastReport },
  },
} satisfies Prisma.ReminderSelect
type Row = Prisma.ReminderGetPayload<{ select: typeof columns }>

/**
 * Whether a fact was recorded after it was said: the procedure moved on, or somebody reported about the project. A
 * leader's sentence wants an answer, not a fact.
 */
const isSettled = ({ kind, at, procedure, project }: Row): boolean => {
  if (kind === 'INSTRUCTION') return false
  const fact = procedure ? procedure.events[0] : project.updates[0]
  return fact !== undefined && fact.at > at
}

async function told(actor: Actor, rows: readonly Row[]) {
  const names = await itemNames(actor.districtId, [...new Set(rows.flatMap((row) => row.procedure?.code ?? []))])
  return (row: Row) => ({
    id: row.id,
    kind: row.kind,
    projectId: row.projectId,
    project: row.project.name,
    procedureId: row.procedureId,
    item: names.get(row.procedure?.code ?? '') ?? null,
    level: row.procedure?.level ?? row.project.level,
    text: row.text,
    dueOn: dayOrNull(row.dueOn),
    on: fromDb(row.on),
    at: row.at.toISOString(),
  })
}

/**
 * What the actor was told and has neither answered nor settled by a fact since; unread first, latest first.
 *
 * Who sees what: what went to him, to somebody he stands in for or to his unit, of projects he sees.
 */
export async function loadInbox(actor: Actor, today: PlainDate): Promise<InboxLine[]> {
  const rows = await db.reminder.findMany({
    where: {
      AND: [
        toActor(actor),
        { answeredAt: null, on: { gte: toDb(addDays(today, -INBOX_DAYS)) }, project: visibleProjects(actor) },
      ],
    },
    select: columns,
    orderBy: { at: 'desc' },
    take: READ,
  })
  const open = rows.filter((row) => !isSettled(row))
  const common = await told(actor, open)
  return open
    .map((row) => ({
      ...common(row),
      from: row.from.name,
      seen: row.seenAt !== null,
      unreported: isUnreported(row.project, today),
    }))
    .sort((a, b) => Number(a.seen) - Number(b.seen))
}

const stateOf = (row: Row): SentLine['state'] =>
  row.answeredAt ? 'ANSWERED' : isSettled(row) ? 'SETTLED' : row.seenAt ? 'SEEN' : 'UNSEEN'

async function sentLines(actor: Actor, rows: readonly Row[], today: PlainDate): Promise<ProjectReminder[]> {
  const common = await told(actor, rows)
  return rows.map((row) => {
    const line = common(row)
    const state = stateOf(row)
    return {
      ...line,
      from: row.from.name,
      to: row.to?.name ?? row.toOrg?.shortName ?? '',
      state,
      answer: row.answer,
      late: line.dueOn !== null && line.dueOn < today && (state === 'SEEN' || state === 'UNSEEN'),
    }
  })
}

/** What the actor told whom lately and what became of it: what is open first, then the latest. */
export async function loadSent(actor: Actor, today: PlainDate): Promise<SentLine[]> {
  const rows = await db.reminder.findMany({
    where: {
      districtId: actor.districtId,
      fromId: { in: [...actor.standsInFor] },
      on: { gte: toDb(addDays(today, -SENT_DAYS)) },
      project: visibleProjects(actor),
    },
    select: columns,
    orderBy: { at: 'desc' },
    take: READ,
  })
  return (await sentLines(actor, rows, today))
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
    .slice(0, SENT_SHOWN)
}

const isOpen = ({ state }: SentLine): boolean => state === 'SEEN' || state === 'UNSEEN'

/**
 * Who was told what about a project, when, and who has seen it; latest first.
 *
 * Who sees what: whoever may remind at all, of projects he sees. A project unit reads what came to itself, not this.
 */
export async function loadProjectReminders(
  actor: Actor,
  projectId: string,
  today: PlainDate,
): Promise<ProjectReminder[]> {
  if (relationFor(actor.role, 'reminder.send') === null) return []
  const rows = await db.reminder.findMany({
    where: { projectId, project: visibleProjects(actor) },
    select: columns,
    orderBy: { at: 'desc' },
    take: PROJECT_SHOWN,
  })
  return sentLines(actor, rows, today)
}
