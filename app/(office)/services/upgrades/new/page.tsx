import { forbidden } from 'next/navigation'
import { EnterpriseField } from '@/components/service/name-field'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { UpgradeFields } from '@/components/upgrade/upgrade-fields'
import { enterUpgrade } from '@/lib/actions/upgrades'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { enterpriseNameOf, enterpriseOffers } from '@/lib/data/enterprise-choice'
import { policiesOn } from '@/lib/data/upgrade-detail'
import { listPolicies } from '@/lib/data/upgrade-list'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('upgrade.enter')

export default async function NewUpgradePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'upgrade.enter')) forbidden()
  const t = translator(locale)
  const { enterprise } = await searchParams
  const [offers, policies, named] = await Promise.all([
    enterpriseOffers(actor.districtId),
    listPolicies(actor.districtId),
    enterpriseNameOf(actor.districtId, enterprise),
  ])
  return (
    <div className="max-w-3xl px-4 pt-5 pb-8 sm:px-8">
      <Link href="/services/upgrades" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
        {t('upgrade.back')}
      </Link>
      <h1 className="mb-4 text-2xl font-semibold">{t('upgrade.enter')}</h1>
      <Form action={enterUpgrade} formKey={issueFormKey(actor.userId)} label={t('upgrade.enter')} className="space-y-4">
        <EnterpriseField
          label={t('upgrade.column.enterprise')}
          hint={t('service.enterpriseHint')}
          initial={named}
          offers={offers}
        />
        <UpgradeFields upgrade={null} policies={policiesOn(policies, businessDay())} projects={[]} t={t} />
        <Submit>{t('upgrade.enterDo')}</Submit>
      </Form>
    </div>
  )
}
