import { dayOfInstant, timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from './day'

/** `11-23 09:30` in Asia/Shanghai, with its year when that is not the year of `today`. */
export const instantIn = (instant: Date, today: PlainDate): string =>
  `${dayIn(dayOfInstant(instant), today)} ${timeOfInstant(instant)}`
