import { forbidden } from 'next/navigation'
import { PlanEventForm } from '@/components/job/job-forms'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('job.plan')

export default async function NewJobEventPage() {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'job.planEvent') === null) forbidden()
  const t = translator(locale)
  return (
    <div>
      <BackBar href="/services/jobs/events" title={t('job.plan')} t={t} />
      <div className="max-w-3xl px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/services/jobs/events" className="text-link">
            {t('job.event.back')}
          </Link>
        </p>
        <h1 className="pb-4 text-2xl font-semibold max-sm:sr-only">{t('job.plan')}</h1>
        <PlanEventForm formKey={issueFormKey(actor.userId)} t={t} />
      </div>
    </div>
  )
}
