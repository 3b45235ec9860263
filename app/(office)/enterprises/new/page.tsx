import { forbidden } from 'next/navigation'
import { CreateForm } from '@/components/enterprise/enterprise-forms'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listStreets } from '@/lib/data/enterprise-list'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('enterprise.form.create')

export default async function NewEnterprisePage() {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'enterprise.create') === null) forbidden()
  const t = translator(locale)
  return (
    <div>
      <BackBar href="/enterprises" title={t('enterprise.form.create')} t={t} />
      <div className="max-w-3xl px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/enterprises" className="text-link">
            {t('enterprise.back')}
          </Link>
        </p>
        <h1 className="pb-4 text-2xl font-semibold max-sm:sr-only">{t('enterprise.form.create')}</h1>
        <CreateForm
          streets={await listStreets(actor)}
          formKey={issueFormKey(actor.userId)}
          today={businessDay()}
          t={t}
        />
      </div>
    </div>
  )
}
