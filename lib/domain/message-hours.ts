import { addDays, type PlainDate } from './plain-date'
import { addWorkdays, countsAsWorkday, type WorkCalendar, workdayFrom } from './work-calendar'

/** A minute of a day of Asia/Shanghai: minutes since midnight, 0 to 1439. China keeps one time, all year. 时刻 */
export type Moment = Readonly<{ day: PlainDate; minute: number }>

/** Nobody is written to before 08:00 or from 20:00 on; the digest goes out at 08:30. */
export const OPENS_AT = 8 * 60
export const CLOSES_AT = 20 * 60
export const DIGEST_AT = 8 * 60 + 30

/** Negative when `a` comes first. */
export const compareMoments = (a: Moment, b: Moment): number =>
  a.day === b.day ? a.minute - b.minute : a.day < b.day ? -1 : 1

/**
 * Whether anybody may be written to 免打扰: on a working day between 08:00 and 20:00.
 *
 * @source four-colours §6, rules
 */
export const mayWrite = ({ day, minute }: Moment, calendar: WorkCalendar): boolean =>
  minute >= OPENS_AT && minute < CLOSES_AT && countsAsWorkday(calendar, day)

/**
 * First moment at or after another one at which somebody may be written to.
 *
 * @example writableFrom({ day: on('2026-09-30'), minute: 1230 }, calendar) // 2026-10-08 08:00
 */
export function writableFrom(moment: Moment, calendar: WorkCalendar): Moment {
  if (mayWrite(moment, calendar)) return moment
  const later = moment.minute >= CLOSES_AT || !countsAsWorkday(calendar, moment.day)
  return { day: later ? addWorkdays(calendar, moment.day, 1) : moment.day, minute: OPENS_AT }
}

/** First 08:30 of a working day at or after a moment. */
export function digestFrom({ day, minute }: Moment, calendar: WorkCalendar): Moment {
  return { day: workdayFrom(calendar, minute > DIGEST_AT ? addDays(day, 1) : day), minute: DIGEST_AT }
}
