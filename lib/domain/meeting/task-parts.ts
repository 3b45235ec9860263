import type { Actor } from '../access'
import type { TaskMove } from './task-move'
import type { TaskTier } from './task-term'

/** Who decides about the tasks of a level 审批人: the task force of the project, or the leader it is shared out to. */
export type TaskApprover = Readonly<{ kind: 'TEAM' | 'LEADER'; id: string }>

/** A task force or a leader of a project, and whether somebody can sign in for it. */
type Seat = Readonly<{ id: string; works: boolean }> | null

/**
 * Who decides whether a task of a level gets more time, besides the office: 专班级 its task force, 区级 the leader of the
 * project. Null where it is the office's alone: of 部门级, without such a project or account, and where one of them has the
 * task himself, as nobody grants himself time.
 *
 * @source domain roles.md §1, column 问题/任务: 专班负责人 “A 专班级”, 分包区领导 “A 区级”
 */
export function approverOf(
  task: Readonly<{ tier: TaskTier | 'CITY'; team: Seat; leader: Seat; doneByTeam: boolean; doneByLeader: boolean }>,
): TaskApprover | null {
  const { tier, team, leader } = task
  if (tier === 'TASKFORCE' && team?.works && !task.doneByTeam) return { kind: 'TEAM', id: team.id }
  if (tier === 'DISTRICT' && leader?.works && !task.doneByLeader) return { kind: 'LEADER', id: leader.id }
  return null
}

/** Who a task belongs to. */
export type TaskPeople = Readonly<{
  leadOrgId: string | null
  ownerId: string | null
  raisedById: string | null
  /** Whoever raised it works in the office. */
  raisedByOffice: boolean
  /** Nobody of those who have to do it can sign in any more. */
  receiverGone: boolean
  /** Whoever raised it cannot sign in any more. */
  raiserGone: boolean
  /** Who decides about it; null where the office does. */
  approver: TaskApprover | null
}>

/** What somebody is to a task. */
export type TaskParts = Readonly<{ receiver: boolean; raiser: boolean; approver: boolean; office: boolean }>

const holds = ({ role, orgId, standsInFor }: Pick<Actor, 'role' | 'orgId' | 'standsInFor'>, seat: TaskApprover) =>
  seat.kind === 'TEAM' ? role === 'TASKFORCE' && orgId === seat.id : role === 'LEADER' && standsInFor.includes(seat.id)

/**
 * What an actor is to a task: its receiver, who raised it, who decides about it, the office.
 *
 * The office stands in where nobody else can: for a receiver or a raiser without an account that works, and for whoever
 * raised it among its own people.
 *
 * @source domain roles.md §1, column 问题/任务; meetings-and-ranking.md A2
 */
export function partsIn(actor: Pick<Actor, 'role' | 'orgId' | 'standsInFor'>, task: TaskPeople): TaskParts {
  const office = actor.role === 'OFFICE'
  const named = task.ownerId !== null && actor.standsInFor.includes(task.ownerId)
  const own = named || (task.leadOrgId !== null && actor.orgId === task.leadOrgId)
  const raised = task.raisedById !== null && actor.standsInFor.includes(task.raisedById)
  return {
    receiver: own || (office && task.receiverGone),
    raiser: raised || (office && (task.raisedById === null || task.raisedByOffice || task.raiserGone)),
    approver: task.approver === null ? office : holds(actor, task.approver),
    office,
  }
}

const RECEIVERS: ReadonlySet<TaskMove> = new Set(['SIGN', 'OBJECT', 'REPORT', 'SUBMIT'])

/** Whether a move is somebody's, whatever the state of the task: his who has it, who raised it, who decides, or the office's. */
export function isPartOf(move: TaskMove, parts: TaskParts): boolean {
  if (RECEIVERS.has(move)) return parts.receiver
  if (move === 'CLOSE') return parts.raiser
  if (move === 'RETURN') return parts.raiser || parts.approver || parts.office
  return parts.office
}

/** Whether somebody may grant or refuse more time: whose level it is, and the office, which answers for all of them. */
export const mayExtend = (parts: TaskParts): boolean => parts.approver || parts.office
