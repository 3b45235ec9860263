import type { Booking } from '@/lib/domain/booking'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'

/** What else a firm is booked for that week 无事不扰; nothing where there is nothing. */
export function BookingMark({ bookings, today, t }: { bookings: readonly Booking[]; today: PlainDate; t: Translator }) {
  if (bookings.length === 0) return null
  return (
    <span className="block text-sm text-yellow-ink">
      {t('financeEvent.booked.mark', {
        what: bookings
          .map(({ kind, on, title }) => t(`financeEvent.booked.${kind}`, { day: dayIn(on, today), title }))
          .join(t('shell.comma')),
      })}
    </span>
  )
}
