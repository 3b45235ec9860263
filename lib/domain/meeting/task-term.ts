import type { PlainDate } from '../plain-date'
import { err, ok, type Result } from '../result'
import { addWorkdays, type WorkCalendar, workdaysBetween, workdaysLate } from '../work-calendar'

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

/** What an extension depends on. */
export type Term = Readonly<{ issuedOn: PlainDate; dueOn: PlainDate; extensions: number }>

/** The latest day a task may be extended to: half of its term more. */
export const extensionEnd = (
  { issuedOn, dueOn }: Pick<Term, 'issuedOn' | 'dueOn'>,
  calendar: WorkCalendar,
): PlainDate => addWorkdays(calendar, dueOn, Math.floor(workdaysBetween(calendar, issuedOn, dueOn) / 2))

/**
 * Whether a task may be extended to a day 申请延期: asked a working day ahead at least, once, by half of its term at most.
 *
 * @returns err TASK_EXTENDED_BEFORE, TASK_EXTENSION_LATE, TASK_EXTENSION_BACK, TASK_EXTENSION_LONG with the latest day
 * @source domain meetings-and-ranking.md A2 (after M17)
 */
export function decideExtension(
  { issuedOn, dueOn, extensions }: Term,
  askedOn: PlainDate,
  until: PlainDate,
  calendar: WorkCalendar,
): Result<{ dueOn: PlainDate; days: number }> {
  if (extensions > 0) return err({ code: 'TASK_EXTENDED_BEFORE' })
  if (workdaysBetween(calendar, askedOn, dueOn) < 1) return err({ code: 'TASK_EXTENSION_LATE', dueOn })
  const latest = extensionEnd({ issuedOn, dueOn }, calendar)
  const days = workdaysBetween(calendar, dueOn, until)
  if (until <= dueOn || days < 1) return err({ code: 'TASK_EXTENSION_BACK', dueOn })
  if (until > latest) return err({ code: 'TASK_EXTENSION_LONG', latest })
  return ok({ dueOn: until, days })
}

/** Working days past its day at which the office is handed a slip to sign. */
export const URGE_WD = 1
export const SUPERVISE_WD = 5

/**
 * The slip an open task has grown up to 催办单、督办单.
 *
 * @returns null while it is in time
 * @source domain meetings-and-ranking.md A2 (after M15, M16)
 */
export function slipDue(dueOn: PlainDate, today: PlainDate, calendar: WorkCalendar): 'URGE' | 'SUPERVISE' | null {
  const late = workdaysLate(calendar, dueOn, today)
  return late >= SUPERVISE_WD ? 'SUPERVISE' : late >= URGE_WD ? 'URGE' : null
}
