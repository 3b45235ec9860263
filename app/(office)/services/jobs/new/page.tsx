import { forbidden } from 'next/navigation'
import { RaiseJobForm } from '@/components/job/job-forms'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { enterpriseName } from '@/lib/data/enterprise-detail'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('job.raise')

export default async function NewJobPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'job.raise') === null) forbidden()
  const { enterprise } = await searchParams
  const named = typeof enterprise === 'string' && isUuid(enterprise) ? await enterpriseName(actor, enterprise) : null
  const t = translator(locale)
  return (
    <div>
      <BackBar href="/services/jobs" title={t('job.raise')} t={t} />
      <div className="max-w-3xl px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/services/jobs" className="text-link">
            {t('job.back')}
          </Link>
        </p>
        <h1 className="pb-4 text-2xl font-semibold max-sm:sr-only">{t('job.raise')}</h1>
        <RaiseJobForm
          enterprise={named?.name ?? ''}
          own={actor.role === 'CONTACT'}
          formKey={issueFormKey(actor.userId)}
          t={t}
        />
      </div>
    </div>
  )
}
