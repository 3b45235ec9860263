import { Check, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { pickGuests } from '@/lib/actions/finance-events'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { type Candidate, EVENT_TEXT_MAX } from '@/lib/schemas/finance-event'
import { BookingMark } from './booking-mark'

/** Firms of the ledger to tick; those booked for something else that week say for what. */
export function CandidateForm({
  eventId,
  rows,
  formKey,
  today,
  t,
}: {
  eventId: string
  rows: readonly Candidate[]
  formKey: string
  today: PlainDate
  t: Translator
}) {
  const booked = rows.some(({ bookings, picked }) => bookings.length > 0 && !picked)
  return (
    <Form action={pickGuests} formKey={formKey} label={t('financeEvent.pick.title')} className="px-4 sm:px-6">
      <input type="hidden" name="eventId" value={eventId} />
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 border-b border-divider py-1.5">
            <div className="min-w-0 flex-1 basis-72">
              {row.picked ? (
                <span className="flex min-h-8 items-center gap-2 text-ink-2 max-sm:min-h-11">
                  {row.name}
                  <span className="text-sm text-ink-3">{t('financeEvent.pick.picked')}</span>
                </span>
              ) : (
                <Check name="enterpriseIds[]" value={row.id} label={row.name} />
              )}
              <BookingMark bookings={row.bookings} today={today} t={t} />
            </div>
            <span className="text-sm text-ink-2">{row.industry && t(`enterprise.industry.${row.industry}`)}</span>
            <span className="w-16 text-sm text-ink-2">{row.size && t(`enterprise.size.${row.size}`)}</span>
            <span className="w-24 text-sm text-ink-2">{row.street}</span>
          </li>
        ))}
      </ul>
      {booked && (
        <TextField
          name="despite"
          label={t('financeEvent.pick.despite')}
          hint={t('financeEvent.pick.despiteHint')}
          maxLength={EVENT_TEXT_MAX}
          className="mt-3 max-w-[36rem]"
        />
      )}
      <div className="sticky bottom-0 bg-card py-3">
        <Submit>{t('financeEvent.pick.do')}</Submit>
      </div>
    </Form>
  )
}
