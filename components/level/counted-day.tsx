import type { PlainDate } from '@/lib/domain/plain-date'
import type { CountedDay as Counted } from '@/lib/domain/provisional'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import { Provisional } from './provisional'

/** A day the system counted, marked where the count is open. */
export function CountedDay({ day, today, t }: { day: Counted; today: PlainDate; t: Translator }) {
  return (
    <>
      <span className="whitespace-nowrap">{dayIn(day.on, today)}</span>
      <Provisional when={day.provisional} t={t} />
    </>
  )
}
