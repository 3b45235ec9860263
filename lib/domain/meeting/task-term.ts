import type { PlainDate } from '../plain-date'
import { addWorkdays, type WorkCalendar } from '../work-calendar'

/** Who settles a task 级别. */
export const TASK_TIERS = ['DEPARTMENT', 'TASKFORCE', 'DISTRICT'] as const
export type TaskTier = (typeof TASK_TIERS)[number]

/**
 * Working days a task gets where the meeting names no day.
 *
 * @source domain meetings-and-ranking.md A2 (after M17, M18)
 */
export const TERM_WD: Readonly<Record<TaskTier, number>> = { DEPARTMENT: 3, TASKFORCE: 7, DISTRICT: 15 }

/** The day a task of a tier is due when nobody says another one. */
export const defaultDue = (tier: TaskTier, issuedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  addWorkdays(calendar, issuedOn, TERM_WD[tier])
