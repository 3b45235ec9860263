import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { lateBefore } from '@/lib/domain/meeting/task-level'
import { RUNNING_TASKS } from '@/lib/domain/meeting/task-move'
import { readTaskWeek } from '@/lib/domain/meeting/task-number'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { TaskFilter, TaskTab, TaskWait } from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { visibleTasks } from './meeting-decisions'
import { visibleProjects } from './visible'

const NONE = { id: { in: [] as string[] } } satisfies Prisma.TaskWhereInput

/** Tasks an actor, his unit, or whom he stands in for has to do. */
export const handedTo = (actor: Actor): Prisma.TaskWhereInput => ({
  OR: [{ ownerId: { in: [...actor.standsInFor] } }, ...(actor.orgId ? [{ leadOrgId: actor.orgId }] : [])],
})

/** Tasks whose result an actor confirms: what he raised, and for the office what nobody else can. */
const confirmedBy = (actor: Actor): Prisma.TaskWhereInput => ({
  OR: [
    { raisedById: { in: [...actor.standsInFor] } },
    ...(actor.role === 'OFFICE'
      ? [
          { raisedById: null },
          { raisedBy: { user: null } },
          { raisedBy: { user: { OR: [{ role: 'OFFICE' as const }, { disabledAt: { not: null } }] } } },
        ]
      : []),
  ],
})

/** Tasks of a level somebody besides the office decides about, as `approverOf`. */
const ofTeam = {
  tier: 'TASKFORCE',
  project: { taskforce: { users: { some: { role: 'TASKFORCE', disabledAt: null } } } },
  NOT: { OR: [{ leadOrg: { kind: 'TASKFORCE' } }, { owner: { user: { role: 'TASKFORCE' } } }] },
} satisfies Prisma.TaskWhereInput
const ofLeader = {
  tier: 'DISTRICT',
  project: { leader: { user: { role: 'LEADER', disabledAt: null } } },
  NOT: { owner: { user: { role: 'LEADER' } } },
} satisfies Prisma.TaskWhereInput

/** Tasks whose approver an actor is: a task force and a leader of their level and projects, the office of all the others. */
function approvedBy({ role, orgId, standsInFor }: Actor): Prisma.TaskWhereInput {
  if (role === 'OFFICE') return { NOT: { OR: [ofTeam, ofLeader] } }
  if (role === 'LEADER') return { AND: [ofLeader, { project: { leaderId: { in: [...standsInFor] } } }] }
  return role === 'TASKFORCE' && orgId ? { AND: [ofTeam, { project: { taskforceId: orgId } }] } : NONE
}

/** Tasks that concern an actor himself: what he has to do, what he raised, and what is about his own projects. */
export function mineWhere(actor: Actor): Prisma.TaskWhereInput {
  const own: Prisma.TaskWhereInput[] = [handedTo(actor), { raisedById: { in: [...actor.standsInFor] } }]
  if (actor.orgId) own.push({ supportIds: { has: actor.orgId } })
  if (actor.role === 'STEWARD') own.push({ project: visibleProjects(actor) })
  if (actor.role === 'LEADER') own.push({ project: { leaderId: { in: [...actor.standsInFor] } } })
  return { OR: own }
}

/** Tasks whose paper nobody has issued yet: their receivers wait for it. */
const NOT_HANDED = { slips: { some: { kind: 'ASSIGN', issuedOn: null } } } satisfies Prisma.TaskWhereInput

/** Tasks that wait for a word of the actor's, or of others he watches. */
export function waitingFor(
  actor: Actor,
  wait: TaskWait,
  today: PlainDate,
  calendar: WorkCalendar,
): Prisma.TaskWhereInput {
  switch (wait) {
    case 'sign':
      return { AND: [{ state: 'TO_SIGN', objectedOn: null, NOT: NOT_HANDED }, handedTo(actor)] }
    case 'hand':
      return { AND: [{ state: { in: ['IN_HAND', 'REPORTED'] } }, handedTo(actor)] }
    case 'confirm':
      return { AND: [{ state: 'REVIEW' }, confirmedBy(actor)] }
    case 'extension':
      return { AND: [{ askedUntilOn: { not: null } }, approvedBy(actor)] }
    case 'objection':
      return actor.role === 'OFFICE' ? { state: 'TO_SIGN', objectedOn: { not: null } } : NONE
    case 'unsigned': {
      const replyDueOn = { lt: toDb(lateBefore(calendar, today, 1)) }
      const slips = { some: { kind: 'ASSIGN' as const, issuedOn: { not: null }, replyDueOn } }
      return actor.role === 'OFFICE' ? { state: 'TO_SIGN', objectedOn: null, slips } : NONE
    }
  }
}

/** Tasks that are late by so many working days. */
export const lateTasks = (today: PlainDate, calendar: WorkCalendar, days: number): Prisma.TaskWhereInput => ({
  state: { in: [...RUNNING_TASKS] },
  dueOn: { lt: toDb(lateBefore(calendar, today, days)) },
})

/** What a tab of the list holds. */
export const inTab = (tab: TaskTab): Prisma.TaskWhereInput =>
  tab === 'all' ? {} : tab === 'open' ? { state: { notIn: ['CLOSED', 'WITHDRAWN'] } } : { state: tab }

/** The tasks somebody means by what he typed: a number with or without its year, a week, or words. */
export function saying(q: string): Prisma.TaskWhereInput {
  const text = { contains: q, mode: 'insensitive' as const }
  const words = [{ text }, { project: { name: text } }, { leadOrg: { shortName: text } }, { owner: { name: text } }]
  const number = readTaskWeek(q)
  // A whole number means its task; a bare one may stand in a text as well. What every number begins with finds them all.
  if (number?.nth) return number
  if (/^双轮[催督]?$/u.test(q.trim())) return {}
  return { OR: [...words, ...(number ? [number] : [])] }
}

/** The meeting an address names, as `2026-48`. */
export const weekOfKey = (key: string) => {
  const [year = 0, week = 0] = key.split('-').map(Number)
  return { year, week }
}

/** The tasks of a filter that the actor sees, whatever state they are in; lists, counts and exports all use it. */
export function tasksWhere(
  actor: Actor,
  filter: TaskFilter,
  today: PlainDate,
  calendar: WorkCalendar,
): Prisma.TaskWhereInput {
  const { q, unit, late, meeting, project, wait } = filter
  return {
    AND: [
      visibleTasks(actor),
      ...(q ? [saying(q)] : []),
      ...(filter.mine ? [mineWhere(actor)] : []),
      ...(unit ? [{ OR: [{ leadOrgId: unit }, { supportIds: { has: unit } }] }] : []),
      ...(late ? [lateTasks(today, calendar, Number(late))] : []),
      ...(meeting ? [weekOfKey(meeting)] : []),
      ...(project ? [{ projectId: project }] : []),
      ...(wait ? [waitingFor(actor, wait, today, calendar)] : []),
    ],
  }
}
