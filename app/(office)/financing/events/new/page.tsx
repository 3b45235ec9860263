import { forbidden } from 'next/navigation'
import { EventForm } from '@/components/finance-event/event-forms'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { eventChoices } from '@/lib/data/finance-event-list'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('financeEvent.form.new')

export default async function NewEventPage() {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'financeEvent.create') === null) forbidden()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/financing/events" className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11">
        {t('financeEvent.title')}
      </Link>
      <h1 className="mb-5 text-xl font-semibold">{t('financeEvent.form.new')}</h1>
      <EventForm
        event={null}
        choices={await eventChoices(actor)}
        formKey={issueFormKey(actor.userId)}
        today={businessDay()}
        t={t}
      />
    </div>
  )
}
