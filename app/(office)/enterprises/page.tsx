import { forbidden, redirect } from 'next/navigation'
import { EnterpriseFilterBar } from '@/components/enterprise/enterprise-filter'
import { enterpriseQuery, enterprisesHref } from '@/components/enterprise/enterprise-link'
import { EnterpriseCards, EnterpriseTable } from '@/components/enterprise/enterprise-table'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listEnterprises, listStreets } from '@/lib/data/enterprise-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_ENTERPRISES } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { ENTERPRISE_TABS, enterpriseFilter } from '@/lib/schemas/enterprise'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('enterprise.title')

export default async function EnterprisesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_ENTERPRISES.has(actor.role)) forbidden()
  // Who speaks for an enterprise has one.
  if (actor.role === 'CONTACT' && actor.enterpriseId) redirect(`/enterprises/${actor.enterpriseId}`)
  const t = translator(locale)
  const asks = await searchParams
  const filter = enterpriseFilter.parse(asks)
  const [page, streets] = await Promise.all([listEnterprises(actor, filter), listStreets(actor)])
  const some = page.counts.all > 0 || enterpriseQuery(filter, { state: undefined }) !== ''
  return (
    <div className="flex flex-col sm:h-full">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('enterprise.title')}</h1>
        <TaskTabs
          label={t('enterprise.tabs')}
          tabs={ENTERPRISE_TABS.map((tab) => ({
            name: tab,
            text: t(`enterprise.tab.${tab}`),
            href: enterprisesHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
        <span className="no-print flex gap-4 pb-2.5">
          {relationFor(actor.role, 'enterprise.merge') && (
            <Link href="/enterprises/duplicates" className="inline-flex items-center text-link max-sm:min-h-11">
              {t('enterprise.duplicates')}
            </Link>
          )}
          {relationFor(actor.role, 'enterprise.create') && (
            <Link href="/enterprises/new" className="inline-flex items-center text-link max-sm:min-h-11">
              {t('enterprise.new')}
            </Link>
          )}
        </span>
      </header>
      <Misread parts={misread(enterpriseFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <EnterpriseFilterBar filter={filter} streets={streets} t={t} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(some ? 'enterprise.empty' : 'enterprise.none')}</p>
          <p className="mt-1 text-ink-2">{t(some ? 'enterprise.emptyHint' : 'enterprise.noneHint')}</p>
          {some && (
            <Link href={enterprisesHref({ state: 'all' })} className="btn mt-5">
              {t('enterprise.showAll')}
            </Link>
          )}
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block"
            aria-label={t('enterprise.title')}
          >
            <EnterpriseTable rows={page.rows} locale={locale} />
          </section>
          <div className="sm:hidden">
            <EnterpriseCards rows={page.rows} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[t('enterprise.total', { n: page.total })]}
        doors={[
          { href: `/enterprises/print${enterpriseQuery(filter)}`, label: t('enterprise.print') },
          { href: `/api/export/enterprises${enterpriseQuery(filter)}`, label: t('enterprise.export'), file: true },
        ]}
        page={filter.page}
        total={page.total}
        hrefOf={(n) => enterprisesHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
