/** 用工需求的状态 */
export const JOB_NEED_STATES = ['OPEN', 'FILLED', 'WITHDRAWN'] as const
export type JobNeedState = (typeof JOB_NEED_STATES)[number]

/** 用工对接活动的状态 */
export const JOB_EVENT_STATES = ['PLANNED', 'HELD', 'CANCELLED'] as const
export type JobEventState = (typeof JOB_EVENT_STATES)[number]

/** A plan becomes an event or is called off; what has been called off may be planned again. */
const NEXT: Readonly<Record<JobEventState, readonly JobEventState[]>> = {
  PLANNED: ['HELD', 'CANCELLED'],
  HELD: ['PLANNED'],
  CANCELLED: ['PLANNED'],
}

/** States an event may go to from where it is. */
export const eventMovesFrom = (state: JobEventState): readonly JobEventState[] => NEXT[state]
