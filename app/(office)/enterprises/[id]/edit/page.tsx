import { forbidden, notFound } from 'next/navigation'
import { EditForm } from '@/components/enterprise/enterprise-forms'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findEnterprise } from '@/lib/data/enterprise-detail'
import { listStreets } from '@/lib/data/enterprise-list'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('enterprise.form.edit')

export default async function EditEnterprisePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'enterprise.edit') === null) forbidden()
  const { id } = await params
  const enterprise = isUuid(id) ? await findEnterprise(actor, id) : null
  if (!enterprise) notFound()
  if (!enterprise.mayEdit) forbidden()
  const t = translator(locale)
  return (
    <div>
      <BackBar href={`/enterprises/${id}`} title={t('enterprise.form.edit')} t={t} />
      <div className="max-w-3xl px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href={`/enterprises/${id}`} className="text-link">
            {enterprise.name}
          </Link>
        </p>
        <h1 className="pb-4 text-2xl font-semibold max-sm:sr-only">{t('enterprise.form.edit')}</h1>
        <EditForm
          key={enterprise.version}
          enterprise={enterprise}
          streets={await listStreets(actor)}
          office={actor.role === 'OFFICE'}
          formKey={issueFormKey(actor.userId)}
          today={businessDay()}
          t={t}
        />
      </div>
    </div>
  )
}
