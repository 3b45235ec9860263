import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { SLIP_KINDS } from '@/lib/domain/meeting/slip'
import { taskClock, taskColour } from '@/lib/domain/meeting/task-level'
import { taskNumber } from '@/lib/domain/meeting/task-number'
import { approverOf, partsIn, type TaskParts, type TaskPeople } from '@/lib/domain/meeting/task-parts'
import { weekKey } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type WorkCalendar, workdaysBetween, workdaysLate } from '@/lib/domain/work-calendar'
import type { TaskProject, TaskRow, TaskWait } from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db, type Tx } from './db'
import { visibleProjects } from './visible'

/** Moves whose words say how far a task is, and the one that says since when it stands. */
const TELLING = ['REPORT', 'SUBMIT', 'RETURN', 'SUSPEND', 'SIGN'] as const

const account = { select: { user: { select: { role: true, disabledAt: true } }, name: true } } as const

/** Who a task belongs to, and whether they can sign in. */
export const peopleColumns = {
  owner: account,
  raisedBy: account,
  leadOrg: {
    select: {
      id: true,
      shortName: true,
      kind: true,
      users: { where: { disabledAt: null }, select: { id: true }, take: 1 },
    },
  },
  project: {
    select: {
      id: true,
      name: true,
      status: true,
      leaderId: true,
      leader: account,
      taskforce: {
        select: {
          id: true,
          shortName: true,
          users: { where: { disabledAt: null, role: 'TASKFORCE' }, select: { id: true }, take: 1 },
        },
      },
    },
  },
} satisfies Prisma.TaskInclude

export const taskColumns = {
  ...peopleColumns,
  meeting: { select: { year: true, week: true, on: true } },
  slips: { select: { kind: true, issuedOn: true, replyDueOn: true } },
  moves: {
    where: { kind: { in: [...TELLING] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { kind: true, text: true, on: true },
  },
} satisfies Prisma.TaskInclude
export type TaskRecord = Prisma.TaskGetPayload<{ include: typeof taskColumns }>

const works = (person: { user: { disabledAt: Date | null } | null } | null): boolean =>
  person?.user != null && person.user.disabledAt === null

/** Who a task belongs to, as the rules ask. */
export function peopleOf(task: Prisma.TaskGetPayload<{ include: typeof peopleColumns }>): TaskPeople {
  const { taskforce: team = null, leaderId = null, leader = null } = task.project ?? {}
  return {
    leadOrgId: task.leadOrgId,
    ownerId: task.ownerId,
    raisedById: task.raisedById,
    raisedByOffice: task.raisedBy?.user?.role === 'OFFICE',
    receiverGone: !works(task.owner) && (task.leadOrg?.users.length ?? 0) === 0,
    raiserGone: task.raisedById !== null && !works(task.raisedBy),
    approver: approverOf({
      tier: task.tier,
      team: team && { id: team.id, works: team.users.length > 0 },
      leader: leaderId ? { id: leaderId, works: works(leader) && leader?.user?.role === 'LEADER' } : null,
      doneByTeam: task.leadOrg?.kind === 'TASKFORCE' || task.owner?.user?.role === 'TASKFORCE',
      doneByLeader: task.owner?.user?.role === 'LEADER',
    }),
  }
}

/** Since when a task stands still; null while it does not. */
const suspendedOn = ({ state, moves }: TaskRecord): PlainDate | null => {
  const move = state === 'SUSPENDED' ? moves.find(({ kind }) => kind === 'SUSPEND') : undefined
  return move ? fromDb(move.on) : null
}

function waitOf(task: TaskRecord, parts: TaskParts): TaskWait | null {
  if (task.state === 'REVIEW') return parts.raiser ? 'confirm' : null
  if (task.askedUntilOn && parts.approver) return 'extension'
  if (task.state !== 'TO_SIGN') return null
  if (task.objectedOn) return parts.office ? 'objection' : null
  return parts.receiver && isHanded(task) ? 'sign' : null
}

/** Whether the paper of a task has been issued; one without a paper was handed out by word. */
const isHanded = ({ slips }: TaskRecord): boolean => slips.every(({ kind, issuedOn }) => kind !== 'ASSIGN' || issuedOn)

/** Working days a task has waited for a signature beyond the one there is for it; none while an objection is open. */
export function unsignedWd(
  { state, objectedOn, slips }: Pick<TaskRecord, 'state' | 'objectedOn' | 'slips'>,
  today: PlainDate,
  calendar: WorkCalendar,
): number {
  const due = slips.find(({ kind, issuedOn }) => kind === 'ASSIGN' && issuedOn)?.replyDueOn
  if (state !== 'TO_SIGN' || objectedOn || !due) return 0
  return Math.max(0, workdaysLate(calendar, fromDb(due), today))
}

/** What rows need that is not theirs: names of units, projects the reader may open. */
export type TaskSurroundings = Readonly<{ names: ReadonlyMap<string, string>; opens: ReadonlySet<string> }>

/** Names and rights around some tasks, in two questions however many there are. */
export async function surroundingsOf(
  actor: Actor,
  tasks: readonly Readonly<{ supportIds: readonly string[]; projectId: string | null }>[],
): Promise<TaskSurroundings> {
  const orgIds = [...new Set(tasks.flatMap((task) => task.supportIds))]
  const projectIds = [...new Set(tasks.flatMap((task) => task.projectId ?? []))]
  const [orgs, projects] = await Promise.all([
    db.org.findMany({ where: { id: { in: orgIds } }, select: { id: true, shortName: true } }),
    db.project.findMany({
      where: { AND: [visibleProjects(actor), { id: { in: projectIds } }] },
      select: { id: true },
    }),
  ])
  return {
    names: new Map(orgs.map((org) => [org.id, org.shortName])),
    opens: new Set(projects.map((project) => project.id)),
  }
}

/** A project as a task names it. */
export const taskProject = (
  project: Readonly<{ id: string; name: string; status: string }> | null,
  opens: ReadonlySet<string>,
): TaskProject | null =>
  project && {
    id: project.id,
    name: project.name,
    open: opens.has(project.id),
    gone: project.status !== 'ACTIVE' && project.status !== 'SUSPENDED',
  }

/** The facts a task's colour follows from. */
export const taskFactsOf = (task: TaskRecord, today: PlainDate, calendar: WorkCalendar) => ({
  state: task.state,
  issuedOn: fromDb(task.issuedOn),
  dueOn: fromDb(task.dueOn),
  submittedOn: dayOrNull(task.submittedOn),
  suspendedOn: suspendedOn(task),
  unsignedWd: unsignedWd(task, today, calendar),
})

/** A task as a line of a list. */
export function taskRowOf(
  task: TaskRecord,
  actor: Actor,
  { names, opens }: TaskSurroundings,
  today: PlainDate,
  calendar: WorkCalendar,
): TaskRow {
  const facts = taskFactsOf(task, today, calendar)
  const parts = partsIn(actor, peopleOf(task))
  const { level, reason } = taskColour(facts, today, calendar)
  const { year, week } = task.meeting
  return {
    id: task.id,
    version: task.version,
    no: taskNumber(task),
    text: task.text,
    tier: task.tier,
    project: taskProject(task.project, opens),
    meeting: { key: weekKey({ year, week }), year, week, on: fromDb(task.meeting.on) },
    lead: task.leadOrg && { id: task.leadOrg.id, name: task.leadOrg.shortName },
    supports: task.supportIds.flatMap((id) => names.get(id) ?? []),
    owner: task.owner?.name ?? null,
    issuedOn: facts.issuedOn,
    dueOn: facts.dueOn,
    closedOn: dayOrNull(task.closedOn),
    state: task.state,
    handed: isHanded(task),
    unsignedWd: facts.unsignedWd,
    level,
    reason,
    clock: taskClock(facts, today, calendar),
    extensions: task.extensions,
    askedUntilOn: dayOrNull(task.askedUntilOn),
    objectedOn: dayOrNull(task.objectedOn),
    objectedWd: task.objectedOn ? workdaysBetween(calendar, fromDb(task.objectedOn), today) : 0,
    progress: task.result ?? task.moves.find((move) => move.kind !== 'SIGN' && move.text)?.text ?? null,
    slip: SLIP_KINDS.findLast((kind) => task.slips.some((slip) => slip.kind === kind && slip.issuedOn)) ?? null,
    parts,
    wait: waitOf(task, parts),
  }
}

/** Tasks as lines of a list, in the order they come. */
export async function taskRows(
  tx: Tx,
  actor: Actor,
  query: Pick<Prisma.TaskFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
  today: PlainDate,
  calendar: WorkCalendar,
): Promise<TaskRow[]> {
  const tasks = await tx.task.findMany({ ...query, include: taskColumns })
  const around = await surroundingsOf(actor, tasks)
  return tasks.map((task) => taskRowOf(task, actor, around, today, calendar))
}
