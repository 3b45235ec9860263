import { type PlainDate, yearOf } from './plain-date'
import type { Failure } from './result'
import type { WorkCalendar } from './work-calendar'

/**
 * Whether a planned day lies in years the calendar can count: of one before them nobody can say by how much it has passed.
 *
 * @returns PLAN_BEFORE_CALENDAR, naming its field
 * @source four-colours §11: dates inside an unpublished year are refused, never silently computed
 * @example planDayRefusal(on('2020-02-05'), 'planFinishOn', calendar) // calendar from 2024 on: refused
 */
export function planDayRefusal(
  on: PlainDate | null | undefined,
  field: string,
  { years }: Pick<WorkCalendar, 'years'>,
): Failure | null {
  const year = Math.min(...years)
  return on && years.size > 0 && yearOf(on) < year ? { code: 'PLAN_BEFORE_CALENDAR', field, on, year } : null
}

/**
 * Whether a plan that stands is moved to a day that has passed: a re-plan raises the plan date, and nothing unfinished can
 * still be finished then. A first plan that has passed is only asked about: it may be entered late.
 *
 * @returns PLAN_PAST, naming its field
 * @source four-colours §7.2
 */
export const pastPlanRefusal = (on: PlainDate, field: string, today: PlainDate): Failure | null =>
  on < today ? { code: 'PLAN_PAST', field, on } : null
