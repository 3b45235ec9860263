import type { PlainDate } from '@/lib/domain/plain-date'

/** A day as Prisma writes it to a `date` column: midnight UTC of that day. */
export const toDb = (day: PlainDate): Date => new Date(`${day}T00:00:00.000Z`)

/** The day a `date` column holds. */
export const fromDb = (value: Date): PlainDate => value.toISOString().slice(0, 10) as PlainDate

/** As `fromDb`, keeping what is not known unknown. */
export const dayOrNull = (value: Date | null): PlainDate | null => value && fromDb(value)

/** As `toDb`, keeping what is not known unknown. */
export const dbDayOrNull = (day: PlainDate | null | undefined): Date | null => (day ? toDb(day) : null)
