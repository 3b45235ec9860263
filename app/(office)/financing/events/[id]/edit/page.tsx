import { forbidden, notFound } from 'next/navigation'
import { EventForm } from '@/components/finance-event/event-forms'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findEvent } from '@/lib/data/finance-event-detail'
import { eventChoices } from '@/lib/data/finance-event-list'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('financeEvent.form.edit')

export default async function EditEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'financeEvent.edit') === null) forbidden()
  const { id } = await params
  const today = businessDay()
  const event = isUuid(id) ? await findEvent(actor, id, today) : null
  if (!event?.may.edit) notFound()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link
        href={`/financing/events/${event.id}`}
        className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11"
      >
        {event.theme}
      </Link>
      <h1 className="mb-5 text-xl font-semibold">{t('financeEvent.form.edit')}</h1>
      <EventForm
        event={event}
        choices={await eventChoices(actor)}
        formKey={issueFormKey(actor.userId)}
        today={today}
        t={t}
      />
    </div>
  )
}
