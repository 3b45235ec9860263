import { forbidden, notFound } from 'next/navigation'
import { PointForm } from '@/components/point/point-form'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findPoint, pointChoices } from '@/lib/data/monitor-points'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('point.form.edit')

export default async function EditPointPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'point.edit') === null) forbidden()
  const { id } = await params
  const today = businessDay()
  const point = isUuid(id) ? await findPoint(actor, id, today) : null
  if (!point) notFound()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link
        href={`/supervision/points/${point.id}`}
        className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11"
      >
        {point.name}
      </Link>
      <h1 className="mb-5 text-xl font-semibold">{t('point.form.edit')}</h1>
      <PointForm
        point={point}
        choices={await pointChoices(actor)}
        formKey={issueFormKey(actor.userId)}
        today={today}
        t={t}
      />
    </div>
  )
}
