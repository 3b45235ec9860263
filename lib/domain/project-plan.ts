import { addMonths, daysBetween, earliest, lastDayOfMonth, latest, monthOf, on, type PlainDate } from './plain-date'
import type { MilestoneKind } from './project'

/** A milestone 里程碑 as a project's line in the Gantt shows it. */
export type ProjectMilestone = Readonly<{
  kind: MilestoneKind
  plannedOn: PlainDate | null
  actualOn: PlainDate | null
  /** Promised as a month: counted as its last day. */
  monthOnly: boolean
}>

/** Where a milestone stands: reached, due, past its day; `days` are calendar days after the plan, negative before it. */
export type MilestoneStanding =
  | Readonly<{ kind: 'reached'; days: number | null }>
  | Readonly<{ kind: 'ahead'; days: number }>
  | Readonly<{ kind: 'overdue'; days: number }>
  | Readonly<{ kind: 'unplanned' }>

/**
 * Planned against actual 计划与实际. A milestone is overdue from the day after its plan.
 *
 * @example standingOf({ kind: 'START', plannedOn: '2026-11-20', actualOn: null, … }, '2026-11-23') // overdue, 3 days
 */
export function standingOf({ plannedOn, actualOn }: ProjectMilestone, today: PlainDate): MilestoneStanding {
  if (actualOn) return { kind: 'reached', days: plannedOn && daysBetween(plannedOn, actualOn) }
  if (!plannedOn) return { kind: 'unplanned' }
  const days = daysBetween(plannedOn, today)
  return days > 0 ? { kind: 'overdue', days } : { kind: 'ahead', days }
}

/** Months a Gantt of projects shows at most around today, and at least. */
const MONTHS = { before: 12, atLeastBefore: 3, after: 12, atLeastAfter: 3 }

/** The months of a Gantt: its first and last day, and each month as `YYYY-MM`. */
export type MonthAxis = Readonly<{ from: PlainDate; to: PlainDate; months: readonly string[] }>

/** Months from the first of the days to the last one, and today with room around it. */
export function monthAxis(days: readonly PlainDate[], today: PlainDate): MonthAxis {
  const first = latest(
    addMonths(today, -MONTHS.before),
    earliest(addMonths(today, -MONTHS.atLeastBefore), days.reduce(earliest, today)),
  )
  const last = earliest(
    addMonths(today, MONTHS.after),
    latest(addMonths(today, MONTHS.atLeastAfter), days.reduce(latest, today)),
  )
  const from = on(`${monthOf(first)}-01`)
  const months: string[] = []
  for (let month = from; month <= last; month = addMonths(month, 1)) months.push(monthOf(month))
  return { from, to: lastDayOfMonth(monthOf(last)), months }
}

/**
 * How far along the axis the end of a day lies, 0 to 1; days beyond it stand at its edge.
 *
 * @example shareOf({ from: '2026-11-01', to: '2026-11-30', … }, '2026-11-15') // 0.5
 */
export function shareOf({ from, to }: MonthAxis, day: PlainDate): number {
  const length = daysBetween(from, to) + 1
  return Math.max(0, Math.min(length, daysBetween(from, day) + 1)) / length
}

/** Whether a day lies on the axis, before it or after it. */
export const sideOf = ({ from, to }: MonthAxis, day: PlainDate): 'before' | 'on' | 'after' =>
  day < from ? 'before' : day > to ? 'after' : 'on'
