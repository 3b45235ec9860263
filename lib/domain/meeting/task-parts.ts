import type { Actor } from '../access'
import type { TaskMove } from './task-move'

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
}>

/** What somebody is to a task. */
export type TaskParts = Readonly<{ receiver: boolean; raiser: boolean; office: boolean }>

/**
 * What an actor is to a task: its receiver, who raised it, the office.
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
    office,
  }
}

const RECEIVERS: ReadonlySet<TaskMove> = new Set(['SIGN', 'OBJECT', 'REPORT', 'SUBMIT'])

/** Whether a move is somebody's, whatever the state of the task: his who has it, his who raised it, or the office's. */
export function isPartOf(move: TaskMove, parts: TaskParts): boolean {
  if (RECEIVERS.has(move)) return parts.receiver
  if (move === 'CLOSE') return parts.raiser
  if (move === 'RETURN') return parts.raiser || parts.office
  return parts.office
}
