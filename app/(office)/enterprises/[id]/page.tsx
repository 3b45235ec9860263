import { forbidden, notFound, redirect } from 'next/navigation'
import { EnterpriseFactList } from '@/components/enterprise/enterprise-facts'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findEnterprise, mergedIntoOf } from '@/lib/data/enterprise-detail'
import { relationFor } from '@/lib/domain/access'
import { OPENS_ENTERPRISES } from '@/lib/domain/sight'
import { languageOf } from '@/lib/i18n/language-of'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { CreditPart } from './_parts/credit'
import { EventsPart } from './_parts/events'
import { FactorsPart } from './_parts/factors'
import { FinancingPart } from './_parts/financing'
import { HistoryPart } from './_parts/history'
import { IssuesPart } from './_parts/issues'
import { JobsPart } from './_parts/jobs'
import { OutboundPart } from './_parts/outbound'
import { PacksPart } from './_parts/packs'
import { ProjectsPart } from './_parts/projects'
import { UpgradesPart } from './_parts/upgrades'
import { VisitsPart } from './_parts/visits'

export const generateMetadata = pageTitle('enterprise.one')

export default async function EnterprisePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!OPENS_ENTERPRISES.has(actor.role)) forbidden()
  const { id } = await params
  const enterprise = isUuid(id) ? await findEnterprise(actor, id, businessDay()) : null
  if (!enterprise) {
    const into = isUuid(id) ? await mergedIntoOf(actor, id) : null
    return into ? redirect(`/enterprises/${into}`) : notFound()
  }
  const t = translator(locale)
  const about = { actor, enterprise, today: businessDay(), locale }
  const contact = actor.role === 'CONTACT'
  const bank = actor.role === 'BANK'
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <BackBar href={contact || bank ? '/' : '/enterprises'} title={t('enterprise.one')} t={t} />
      <div className="px-4 pt-4 pb-8 sm:px-8 sm:pt-5">
        {!contact && !bank && (
          <p className="no-print pb-1 max-sm:hidden">
            <Link href="/enterprises" className="text-link">
              {t('enterprise.back')}
            </Link>
          </p>
        )}
        <header className="flex flex-wrap items-baseline gap-x-5 gap-y-1 pb-4">
          <h1 className="text-2xl font-semibold" lang={languageOf(enterprise.name, locale)}>
            {enterprise.name}
          </h1>
          <p className="text-ink-2">{enterprise.creditCode ?? t('enterprise.noCode')}</p>
          <span className="flex-1" />
          <span className="no-print flex gap-4">
            {enterprise.mayEdit && (
              <Link href={`/enterprises/${id}/edit`} className="inline-flex items-center text-link max-sm:min-h-11">
                {t('enterprise.detail.edit')}
              </Link>
            )}
            {(contact || actor.role === 'OFFICE' || actor.role === 'BIZENV') &&
              relationFor(actor.role, 'issue.enter') !== null && (
                <Link
                  href={contact ? '/issues/new' : `/issues/new?enterprise=${id}`}
                  className="inline-flex items-center text-link max-sm:min-h-11"
                >
                  {t('enterprise.detail.raiseIssue')}
                </Link>
              )}
          </span>
        </header>
        {enterprise.card && <p className="pb-3 text-ink-2">{t('enterprise.detail.card')}</p>}
        {/* One line a service: each reads its own rows, through its own clause. */}
        {bank ? (
          <FinancingPart {...about} />
        ) : (
          <>
            <ProjectsPart {...about} />
            <IssuesPart {...about} />
            <FactorsPart {...about} />
            <FinancingPart {...about} />
            <EventsPart {...about} />
            <JobsPart {...about} />
            <OutboundPart {...about} />
            <PacksPart {...about} />
            <VisitsPart {...about} />
            <UpgradesPart {...about} />
            <HistoryPart {...about} />
          </>
        )}
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('enterprise.detail.facts')}</h2>
        <EnterpriseFactList enterprise={enterprise} today={about.today} t={t} />
        <CreditPart {...about} />
      </aside>
    </article>
  )
}
