import type { PlainDate } from '../plain-date'
import { addDays } from '../plain-date'
import { addWorkdays, countsAsWorkday, type WorkCalendar } from '../work-calendar'

/** Times a clock stood still; open while `to` is null. */
export type Standing = Readonly<{ from: PlainDate; to: PlainDate | null }>

const stands = (pauses: readonly Standing[], day: PlainDate) =>
  pauses.some(({ from, to }) => day > from && (to === null || day <= to))

/** Never walked further back than this. */
const LOOKED_BACK = 800

/**
 * The days a clock counted and will count, day 1 first: used ones back from today over its pauses, the others ahead.
 *
 * @param used working days on the clock today
 * @param end  how many days are wanted
 */
export function clockDays(
  used: number,
  end: number,
  pauses: readonly Standing[],
  today: PlainDate,
  calendar: WorkCalendar,
): readonly PlainDate[] {
  const counted: PlainDate[] = []
  for (let i = 0, day = today; counted.length < used && i < LOOKED_BACK; i++, day = addDays(day, -1))
    if (countsAsWorkday(calendar, day) && !stands(pauses, day)) counted.unshift(day)
  const ahead = Array.from({ length: Math.max(0, end - used) }, (_, i) => addWorkdays(calendar, today, i + 1))
  return [...counted, ...ahead].slice(0, Math.max(end, used))
}
