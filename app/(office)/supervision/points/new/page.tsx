import { forbidden } from 'next/navigation'
import { PointForm } from '@/components/point/point-form'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { pointChoices } from '@/lib/data/monitor-points'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('point.form.new')

export default async function NewPointPage() {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'point.create') === null) forbidden()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/supervision/points" className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11">
        {t('point.title')}
      </Link>
      <h1 className="mb-5 text-xl font-semibold">{t('point.form.new')}</h1>
      <PointForm
        point={null}
        choices={await pointChoices(actor)}
        formKey={issueFormKey(actor.userId)}
        today={businessDay()}
        t={t}
      />
    </div>
  )
}
