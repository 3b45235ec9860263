import type { PlainDate } from '@/lib/domain/plain-date'
import type { CountedDay as Counted } from '@/lib/domain/provisional'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import { Provisional } from './provisional'

/** A day the system counted, marked where the count is open. */
export function CountedDay({ day, today, t }: { day: Counted; today: PlainDate; t: Translator }) {
  return (
    <>
      {dayIn(day.on, today)}
      <Provisional when={day.provisional} t={t} />
    </>
  )
}
