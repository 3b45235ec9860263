import { addDays, type PlainDate } from './plain-date'
import { err, ok, type Result } from './result'
import { addWorkdays, type WorkCalendar } from './work-calendar'

/**
 * First day the plan of a new project is proposed from 计划起点: the working day after it is entered. From the day itself,
 * what can be filed at once would be due before its steward has seen the plan he may correct, and late the next morning.
 *
 * @source procedures.md §4 leaves the day open; decided for this product (docs/decisions.md)
 * @example proposedStart(on('2026-11-27'), calendar) // 2026-11-30, a Monday
 */
export const proposedStart = (today: PlainDate, calendar: WorkCalendar): PlainDate => addWorkdays(calendar, today, 1)

// Older projects come in with their ledger, where what is past is known; farther ahead nobody plans by the day.
const DAYS_BACK = 365
const DAYS_AHEAD = 3 * 365

/** Why a first day of a plan may be a slip of the pen: most of the plan would be past, or years away. */
export type StartDoubt = 'PAST' | 'AHEAD'

/**
 * Whether the first day of a new project's plan should be asked about again.
 *
 * @example startDoubt(on('2020-01-01'), on('2026-11-23')) // 'PAST'
 */
export function startDoubt(startOn: PlainDate, today: PlainDate): StartDoubt | null {
  if (startOn < addDays(today, -DAYS_BACK)) return 'PAST'
  return startOn > addDays(today, DAYS_AHEAD) ? 'AHEAD' : null
}

/**
 * A plan from an unusual day goes in only with a reason.
 *
 * @returns err START_DOUBTFUL
 */
export function decideStart(startOn: PlainDate, reason: string | undefined, today: PlainDate): Result<null> {
  return startDoubt(startOn, today) && !reason ? err({ code: 'START_DOUBTFUL', startOn }) : ok(null)
}
