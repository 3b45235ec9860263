import type { Turn } from './level-history'
import type { Level } from './level-scale'
import type { PlainDate } from './plain-date'
import { dayWithPassed, dayWithRemaining, type WorkCalendar } from './work-calendar'

/** A problem, a need or a task as far as its colour follows from one day 按一个日期计色. */
export type DueMatter = Readonly<{
  /** Since when it is measured by this day. */
  from: PlainDate
  dueOn: PlainDate
  /** Working days ahead of its day from which it is blue, and past it from which it is red. */
  blueWd: number
  redWd: number
  /** It is red whatever its day is: the district's meetings did not settle it. */
  redFrom?: PlainDate | null
}>

/**
 * The changes of colour of a matter by now, as the log of a procedure would have them: blue ahead of its day, yellow once that has
 * passed, red some working days later. Nobody writes them down; they follow from the day.
 *
 * @param today the last day that counts
 * @source four-colours D5, D6, §2
 */
export function dueTurns({ from, dueOn, blueWd, redWd, redFrom }: DueMatter, today: PlainDate, calendar: WorkCalendar) {
  const starts: readonly (readonly [Level, PlainDate])[] = [
    ['BLUE', dayWithRemaining(calendar, dueOn, blueWd)],
    ['YELLOW', dayWithPassed(calendar, dueOn, 1)],
    [
      'RED',
      redFrom && redFrom < dayWithPassed(calendar, dueOn, redWd) ? redFrom : dayWithPassed(calendar, dueOn, redWd),
    ],
  ]
  const turns: Turn[] = []
  for (const [to, day] of starts) {
    const on = day < from ? from : day
    if (on > today) continue
    const last = turns.at(-1)
    // What it was already when it came to be measured, it was at once.
    if (last && last.on >= on) turns.pop()
    turns.push({ on, from: turns.at(-1)?.to ?? 'GREEN', to })
  }
  return turns
}
