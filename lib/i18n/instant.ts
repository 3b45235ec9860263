import { dayOfInstant, recordedDay, timeOfInstant } from '@/lib/clock'

/**
 * `2026-11-23 09:30` in Asia/Shanghai: when somebody signed in, uploaded or was recorded, in real time. With its year,
 * always, so that nobody takes it for a day of the business calendar, which is shortened.
 */
export const instantText = (instant: Date): string => `${dayOfInstant(instant)} ${timeOfInstant(instant)}`

/** As `instantText` for what belongs to the business day, as an agenda that was sent: where the day is held back, on that day. */
export const recordedText = (instant: Date): string => `${recordedDay(instant)} ${timeOfInstant(instant)}`
