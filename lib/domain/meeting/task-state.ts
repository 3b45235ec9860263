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

/** States in which a task still waits for somebody. */
export const isOpenTask = (state: TaskState): boolean => state !== 'CLOSED' && state !== 'WITHDRAWN'
