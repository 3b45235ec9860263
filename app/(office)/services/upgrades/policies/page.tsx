import { forbidden } from 'next/navigation'
import { ServiceHead } from '@/components/service/service-tabs'
import { Link } from '@/components/ui/link'
import { PolicyForm } from '@/components/upgrade/policy-form'
import { PolicyTable } from '@/components/upgrade/policy-table'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listPolicies } from '@/lib/data/upgrade-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_UPGRADES } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('upgrade.policies')

export default async function PoliciesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_UPGRADES.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const { policy } = await searchParams
  const policies = await listPolicies(actor.districtId)
  const writes = relationFor(actor.role, 'upgrade.policy') !== null
  const before = policies.find(({ id, older }) => id === policy && !older) ?? null
  return (
    <div className="flex flex-col print:block">
      <ServiceHead title={t('upgrade.policies')} on="upgrades" role={actor.role} t={t}>
        <Link href="/services/upgrades" className="text-link">
          {t('upgrade.back')}
        </Link>
      </ServiceHead>
      <p className="px-4 py-3 text-ink-2 sm:px-6">{t('upgrade.policyHint')}</p>
      <PolicyTable policies={policies} writes={writes} today={today} locale={locale} />
      {writes && (
        <section id="write" className="max-w-3xl px-4 py-6 sm:px-6">
          <h2 className="mb-3 text-lg font-semibold">
            {before ? t('upgrade.policyNext', { name: before.name, n: before.number + 1 }) : t('upgrade.policyNew')}
          </h2>
          <PolicyForm
            key={before?.id ?? 'new'}
            before={before}
            formKey={issueFormKey(actor.userId)}
            today={today}
            t={t}
          />
        </section>
      )}
    </div>
  )
}
