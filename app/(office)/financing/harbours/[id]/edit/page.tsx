import { forbidden, notFound } from 'next/navigation'
import { HarbourForm } from '@/components/harbour/harbour-forms'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findHarbour, harbourChoices } from '@/lib/data/harbours'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('harbour.form.edit')

export default async function EditHarbourPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'harbour.edit') === null) forbidden()
  const { id } = await params
  const today = businessDay()
  const harbour = isUuid(id) ? await findHarbour(actor, id, today) : null
  if (!harbour) notFound()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link
        href={`/financing/harbours/${harbour.id}`}
        className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11"
      >
        {harbour.name}
      </Link>
      <h1 className="mb-5 text-xl font-semibold">{t('harbour.form.edit')}</h1>
      <HarbourForm
        harbour={harbour}
        choices={await harbourChoices(actor)}
        formKey={issueFormKey(actor.userId)}
        today={today}
        t={t}
      />
    </div>
  )
}
