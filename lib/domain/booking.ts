import { addDays, mondayOf, type PlainDate } from './plain-date'

/** What a firm is booked for by the district: an event it is invited to, or a visit that is planned. */
export const BOOKING_KINDS = [
  'EVENT', // 政银企对接活动
  'VISIT', // 走访
] as const
export type BookingKind = (typeof BOOKING_KINDS)[number]

/** One thing a firm is booked for, with the page that shows it. */
export type Booking = Readonly<{ kind: BookingKind; id: string; on: PlainDate; title: string }>

/**
 * The days a booking keeps others away from a firm 无事不扰: from Monday to Sunday of its week, holidays included.
 *
 * @source other-mechanisms §9 (X32): light on when the firm is already booked that week
 * @example bookedWeek(on('2026-11-25')) // { from: '2026-11-23', to: '2026-11-29' }
 */
export const bookedWeek = (day: PlainDate): Readonly<{ from: PlainDate; to: PlainDate }> => ({
  from: mondayOf(day),
  to: addDays(mondayOf(day), 6),
})
