import { Form, Submit } from '@/components/ui/form'
import { dropGuest } from '@/lib/actions/finance-events'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { EventDetail } from '@/lib/schemas/finance-event'
import { AnswerForm } from './answer-form'
import { BookingMark } from './booking-mark'

/** Firms of an event with their answers; the office records what it was told by telephone. */
export function GuestList({
  event,
  formKey,
  today,
  t,
}: {
  event: EventDetail
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  if (event.guests.length === 0) return <p className="py-2 text-ink-2">{t('financeEvent.guests.none')}</p>
  return (
    <ul>
      {event.guests.map((guest) => (
        <li key={guest.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-divider py-2">
          <div className="min-w-0 flex-1 basis-60">
            <b>{guest.enterprise.name}</b>
            <span className="ml-3 text-sm text-ink-2">
              {event.state === 'HELD' && guest.attended !== null
                ? t(guest.attended ? 'financeEvent.guests.came' : 'financeEvent.guests.absent')
                : event.state === 'PREPARING'
                  ? t('financeEvent.guests.picked')
                  : t(`financeEvent.guests.${guest.answer}`)}
              {guest.answeredOn && event.state === 'INVITED' && ` ${dayIn(guest.answeredOn, today)}`}
            </span>
            {guest.recordedBy && (
              <span className="ml-3 text-sm text-ink-2">
                {t('financeEvent.guests.onBehalf', { name: guest.recordedBy })}
              </span>
            )}
            {guest.word && <span className="block text-sm">{t('financeEvent.guests.word', { word: guest.word })}</span>}
            {event.state !== 'HELD' && <BookingMark bookings={guest.bookings} today={today} t={t} />}
            {guest.despite && (
              <span className="block text-sm text-ink-2">
                {t('financeEvent.guests.despite', { word: guest.despite })}
              </span>
            )}
          </div>
          {event.may.answer && (
            <AnswerForm
              quiet
              guestId={guest.id}
              answer={guest.answer}
              name={guest.enterprise.name}
              formKey={formKey}
              t={t}
            />
          )}
          {event.state === 'PREPARING' && event.may.pick && (
            <Form
              action={dropGuest}
              formKey={formKey()}
              label={t('financeEvent.guests.dropOf', { name: guest.enterprise.name })}
            >
              <input type="hidden" name="guestId" value={guest.id} />
              <Submit quiet label={t('financeEvent.guests.dropOf', { name: guest.enterprise.name })}>
                {t('financeEvent.guests.drop')}
              </Submit>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
