import type { Level } from './level-scale'
import type { PlainDate } from './plain-date'
import { leaning } from './provisional'
import { type Reason, STEWARD } from './reason'
import { type WorkCalendar, workdaysBetween } from './work-calendar'

/**
 * The reminder that an item is going to miss its plan 趋势, while everything about it is still in order.
 *
 * A forecast alone is never worse than blue, and where something is wrong already it adds nothing.
 *
 * @param level      the item's colour from its facts
 * @param forecastOn day the forecast expects it to be finished
 * @returns null when the plan can be kept, there is none, or the item has a warning of its own
 * @source four-colours P18
 * @example trendReason('GREEN', on('2026-03-06'), on('2026-03-11'), calendar) // BLUE, 3 working days
 */
export function trendReason(
  level: Level,
  planFinishOn: PlainDate | null,
  forecastOn: PlainDate,
  calendar: WorkCalendar,
): Reason | null {
  if (!planFinishOn || (level !== 'GREEN' && level !== 'GREY')) return null
  const days = workdaysBetween(calendar, planFinishOn, forecastOn)
  return days > 0
    ? {
        rule: 'P18',
        code: 'TREND',
        level: 'BLUE',
        owner: STEWARD,
        params: { days },
        ...leaning(calendar, planFinishOn, forecastOn),
      }
    : null
}
