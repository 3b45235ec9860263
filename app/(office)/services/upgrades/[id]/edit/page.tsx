import { forbidden, notFound } from 'next/navigation'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { UpgradeFields } from '@/components/upgrade/upgrade-fields'
import { editUpgrade } from '@/lib/actions/upgrades'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findUpgrade, policiesOn } from '@/lib/data/upgrade-detail'
import { listPolicies, projectsForUpgrade } from '@/lib/data/upgrade-list'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('upgrade.edit')

export default async function EditUpgradePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const upgrade = isUuid(id) ? await findUpgrade(actor, id) : null
  if (!upgrade) notFound()
  if (!upgrade.edits) forbidden()
  const t = translator(locale)
  const [policies, projects] = await Promise.all([
    listPolicies(actor.districtId),
    projectsForUpgrade(actor, upgrade.enterprise.id),
  ])
  const offered = policiesOn(policies, businessDay())
  const own = policies.find((policy) => policy.id === upgrade.policy?.id)
  return (
    <div className="max-w-3xl px-4 pt-5 pb-8 sm:px-8">
      <Link href={`/services/upgrades/${id}`} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
        {upgrade.name}
      </Link>
      <h1 className="mb-4 text-2xl font-semibold">{t('upgrade.edit')}</h1>
      <Form action={editUpgrade} formKey={issueFormKey(actor.userId)} label={t('upgrade.edit')} className="space-y-4">
        <input type="hidden" name="upgradeId" value={id} />
        <input type="hidden" name="version" value={upgrade.version} />
        <UpgradeFields
          upgrade={upgrade}
          policies={own && !offered.includes(own) ? [own, ...offered] : offered}
          projects={projects}
          t={t}
        />
        <Submit>{t('upgrade.editDo')}</Submit>
      </Form>
    </div>
  )
}
