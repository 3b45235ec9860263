import { on, type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day an instant falls on in Asia/Shanghai. */
export const dayOfInstant = (instant: Date): PlainDate => on(shanghai.format(instant))

/**
 * The business day something was recorded on. Where `APP_TODAY` holds the day back, what is written now is written on that
 * day: no page may speak of a day that has not come.
 */
export const recordedDay = (instant: Date): PlainDate => {
  const [day, today] = [dayOfInstant(instant), businessDay()]
  return day > today ? today : day
}

/** Clock time of an instant in Asia/Shanghai, `HH:MM`. */
export const timeOfInstant = (instant: Date): string =>
  instant.toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

/** Hour of the clock in Asia/Shanghai, 0–23: what a data line of the business day is measured by. */
export const businessHour = (): number => Number(timeOfInstant(new Date()).slice(0, 2))

/**
 * The business day 业务日: today in Asia/Shanghai, or `APP_TODAY` in a demo or a test.
 *
 * @throws when APP_TODAY is no day, or is set beside a real database without ALLOW_FAKE_DAY=1: a forgotten variable must
 *         not stop the clocks of a district
 */
export function businessDay(): PlainDate {
  const fixed = process.env.APP_TODAY
  if (!fixed) return dayOfInstant(new Date())
  const day = parsePlainDate(fixed)
  if (!day) throw new Error(`APP_TODAY is not a day: ${fixed}`)
  const external = process.env.DATABASE_URL && process.env.EMBEDDED_DATABASE !== '1'
  if (external && process.env.ALLOW_FAKE_DAY !== '1')
    throw new Error('APP_TODAY is refused with DATABASE_URL; set ALLOW_FAKE_DAY=1 to allow it')
  return day
}
