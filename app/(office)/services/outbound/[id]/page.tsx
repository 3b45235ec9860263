import { forbidden, notFound } from 'next/navigation'
import { FactList } from '@/components/enterprise/enterprise-facts'
import { OutboundForm } from '@/components/outbound/outbound-parts'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findOutbound } from '@/lib/data/outbound-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_SERVICES } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { foreignText } from '@/lib/i18n/enterprise-text'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('outbound.title')

export default async function OutboundCasePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_SERVICES.has(actor.role)) forbidden()
  const { id } = await params
  const row = isUuid(id) ? await findOutbound(actor, id) : null
  if (!row) notFound()
  const t = translator(locale)
  const today = businessDay()
  return (
    <div>
      <BackBar href="/services/outbound" title={t('outbound.title')} t={t} />
      <div className="grid gap-x-10 px-4 pt-4 pb-8 sm:px-8 sm:pt-5 lg:grid-cols-2">
        <header className="pb-4 lg:col-span-2">
          <p className="no-print pb-1 max-sm:hidden">
            <Link href="/services/outbound" className="text-link">
              {t('outbound.back')}
            </Link>
          </p>
          <h1 className="text-2xl font-semibold">{t(`outbound.kind.${row.kind}`)}</h1>
        </header>
        <FactList
          facts={[
            [
              t('outbound.column.enterprise'),
              <Link key="enterprise" href={`/enterprises/${row.enterprise.id}`} className="text-link">
                {row.enterprise.name}
              </Link>,
            ],
            [t('outbound.column.country'), row.country && t(`outbound.country.${row.country}`)],
            [t('outbound.column.amount'), row.amount ? foreignText(row.amount, locale) : t('outbound.noAmount')],
            [t('outbound.column.filingNo'), row.filingNo],
            [t('outbound.column.on'), dayIn(row.on, today)],
            [t('outbound.column.note'), row.note],
            [t('outbound.tab.revoked'), row.revokedOn && dayIn(row.revokedOn, today)],
          ]}
        />
        {relationFor(actor.role, 'outbound.edit') !== null && (
          <section className="no-print max-lg:pt-6">
            <h2 className="mb-2 text-lg font-semibold">{t('outbound.edit')}</h2>
            <OutboundForm key={row.version} row={row} formKey={issueFormKey(actor.userId)} today={today} t={t} />
          </section>
        )}
      </div>
    </div>
  )
}
