import type { Level } from '../level-scale'
import type { Clock } from '../ruler'
import { SOON_WD } from './task-level'
import { OBJECTION_WD } from './task-move'
import { SUPERVISE_WD, TERM_WD, URGE_WD } from './task-term'

/** A rule of what meetings decided, with a clock that shows it. */
export type TaskRule = Readonly<{
  id: 'term' | 'sign' | 'soon' | 'over' | 'supervise' | 'review' | 'suspended' | 'extension'
  level: Level | null
  clock: Clock | null
}>

/** Numbers the sentences of the rules quote, in working days. */
export const TASK_NUMBERS = {
  department: TERM_WD.DEPARTMENT,
  taskforce: TERM_WD.TASKFORCE,
  district: TERM_WD.DISTRICT,
  sign: OBJECTION_WD,
  soon: SOON_WD,
  urge: URGE_WD,
  supervise: SUPERVISE_WD,
} as const

const term = TERM_WD.TASKFORCE
const clock = (used: number, level: Level, paused = false): Clock => ({
  kind: 'clock',
  whose: 'SPECIAL',
  used,
  promised: term,
  statutory: term + SUPERVISE_WD,
  level,
  paused,
})
const rule = (id: TaskRule['id'], level: Level | null = null, shown: Clock | null = null): TaskRule => ({
  id,
  level,
  clock: shown,
})

/**
 * How tasks of meetings are timed and coloured 议定事项的规则, the clock of each on a task of a task force.
 *
 * @source domain meetings-and-ranking.md A2; four-colours.md §2, §5 (D5), row 12
 */
export const TASK_RULES: readonly TaskRule[] = [
  rule('term'),
  rule('sign', 'BLUE', clock(2, 'BLUE')),
  rule('soon', 'BLUE', clock(term - SOON_WD, 'BLUE')),
  rule('over', 'YELLOW', clock(term + URGE_WD, 'YELLOW')),
  rule('supervise', 'RED', clock(term + SUPERVISE_WD, 'RED')),
  rule('review', 'GREEN', clock(term - 1, 'GREEN', true)),
  rule('suspended', 'GREY', clock(3, 'GREY', true)),
  rule('extension'),
]
