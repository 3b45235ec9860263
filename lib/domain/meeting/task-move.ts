import type { PlainDate } from '../plain-date'
import { err, ok, type Result } from '../result'
import { type WorkCalendar, workdaysBetween } from '../work-calendar'

/** Where a task of a meeting stands 办理状态. */
export const TASK_STATES = [
  'TO_SIGN', // 待签收
  'IN_HAND', // 办理中
  'REPORTED', // 已反馈
  'REVIEW', // 销号审核
  'SUSPENDED', // 挂起
  'CLOSED', // 已销号
  'WITHDRAWN', // 撤回
] as const
export type TaskState = (typeof TASK_STATES)[number]

export const TASK_MOVES = [
  'SIGN', // 签收
  'OBJECT', // 异议
  'UPHOLD', // 维持交办
  'REASSIGN', // 改派
  'REPORT', // 反馈
  'SUBMIT', // 报请销号
  'RETURN', // 退回重办
  'CLOSE', // 销号
  'SUSPEND', // 挂起
  'RESUME', // 恢复
  'WITHDRAW', // 撤回
] as const
export type TaskMove = (typeof TASK_MOVES)[number]

const FROM: Readonly<Record<TaskMove, Readonly<Partial<Record<TaskState, TaskState>>>>> = {
  SIGN: { TO_SIGN: 'IN_HAND' },
  OBJECT: { TO_SIGN: 'TO_SIGN' },
  UPHOLD: { TO_SIGN: 'TO_SIGN' },
  REASSIGN: { TO_SIGN: 'TO_SIGN', IN_HAND: 'TO_SIGN' },
  REPORT: { IN_HAND: 'REPORTED', REPORTED: 'REPORTED' },
  SUBMIT: { IN_HAND: 'REVIEW', REPORTED: 'REVIEW' },
  RETURN: { REPORTED: 'IN_HAND', REVIEW: 'IN_HAND' },
  CLOSE: { REVIEW: 'CLOSED' },
  SUSPEND: { IN_HAND: 'SUSPENDED', REPORTED: 'SUSPENDED' },
  RESUME: { SUSPENDED: 'IN_HAND' },
  WITHDRAW: { TO_SIGN: 'WITHDRAWN', IN_HAND: 'WITHDRAWN', REPORTED: 'WITHDRAWN', SUSPENDED: 'WITHDRAWN' },
}

/** States in which a task still waits for somebody. */
export const isOpenTask = (state: TaskState): boolean => state !== 'CLOSED' && state !== 'WITHDRAWN'

/** States in which the clock of a task runs: it is somebody's to do and has not been handed in. */
export const RUNNING_TASKS = ['TO_SIGN', 'IN_HAND', 'REPORTED'] as const satisfies readonly TaskState[]

/** Whether the clock of a task runs. */
export const runsTask = (state: TaskState): boolean => RUNNING_TASKS.some((running) => running === state)

/** The states a move is made from. */
export const mayMoveFrom = (move: TaskMove, state: TaskState): boolean => FROM[move][state] !== undefined

/** Moves of a receiver that answer his paper: he makes them once it has been issued. */
const ANSWERS_PAPER: ReadonlySet<TaskMove> = new Set(['SIGN', 'OBJECT'])

/** Whether a move waits until the paper of the task is issued 待交办. */
export const waitsForPaper = (move: TaskMove, handed: boolean): boolean => !handed && ANSWERS_PAPER.has(move)

/** Working days a receiver has to object to a task that is not his; then it is not passed on any more. */
export const OBJECTION_WD = 1

/** What a move of a task says. */
export type TaskMoveFacts = Readonly<{
  on: PlainDate
  /** Result, or reason. */
  text: string
  /** Whether a document or a procedure in the system proves the result. */
  evidence: boolean
  /** Whether whoever moves is the one who raised the matter. */
  raiser: boolean
}>

const WANTS_TEXT: ReadonlySet<TaskMove> = new Set([
  'OBJECT',
  'UPHOLD',
  'REASSIGN',
  'REPORT',
  'SUBMIT',
  'RETURN',
  'SUSPEND',
  'WITHDRAW',
])

/**
 * Where a move takes a task 任务流转.
 *
 * A task is closed by whoever raised it, and only with a result and something in the system that proves it: no photo is
 * asked for.
 *
 * @returns err TASK_MOVE_ILLEGAL, TASK_TEXT_MISSING, TASK_EVIDENCE_MISSING, TASK_NOT_RAISER, TASK_OBJECTION_LATE
 * @source domain meetings-and-ranking.md A2 (after M17)
 */
export function moveTask(
  task: Readonly<{ state: TaskState; issuedOn: PlainDate }>,
  move: TaskMove,
  facts: TaskMoveFacts,
  calendar: WorkCalendar,
): Result<TaskState> {
  const next = FROM[move][task.state]
  if (!next) return err({ code: 'TASK_MOVE_ILLEGAL', taskState: task.state, taskMove: move })
  if (WANTS_TEXT.has(move) && !facts.text.trim()) return err({ code: 'TASK_TEXT_MISSING', of: move })
  if (move === 'OBJECT' && workdaysBetween(calendar, task.issuedOn, facts.on) > OBJECTION_WD)
    return err({ code: 'TASK_OBJECTION_LATE', days: OBJECTION_WD })
  if (move === 'SUBMIT' && !facts.evidence) return err({ code: 'TASK_EVIDENCE_MISSING' })
  if (move === 'CLOSE' && !facts.raiser) return err({ code: 'TASK_NOT_RAISER' })
  return ok(next)
}
