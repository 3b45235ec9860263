import { forbidden } from 'next/navigation'
import { PlaceTabs } from '@/components/financing/place-tabs'
import { HarbourFilterBar } from '@/components/harbour/harbour-filter'
import { harbourQuery, harboursHref } from '@/components/harbour/harbour-link'
import { HarbourCards, HarbourTable } from '@/components/harbour/harbour-table'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { harbourChoices, listHarbours } from '@/lib/data/harbours'
import { relationFor } from '@/lib/domain/access'
import { SEES_HARBOUR_FIGURES, SEES_HARBOURS } from '@/lib/domain/harbour-sight'
import { translator } from '@/lib/i18n/translator'
import { HARBOUR_TABS, harbourFilter } from '@/lib/schemas/harbour'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('harbour.title')

export default async function HarboursPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_HARBOURS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = harbourFilter.parse(asks)
  const [page, choices] = await Promise.all([listHarbours(actor, filter, today), harbourChoices(actor)])
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('harbour.title')}</h1>
        <PlaceTabs at="harbours" role={actor.role} t={t} />
        {relationFor(actor.role, 'harbour.create') !== null && (
          <Link href="/financing/harbours/new" className="btn mb-2">
            {t('harbour.new')}
          </Link>
        )}
      </header>
      <Misread parts={misread(harbourFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <div className="flex flex-wrap px-4 pt-1 sm:px-6">
        <TaskTabs
          label={t('harbour.tabs')}
          tabs={HARBOUR_TABS.map((tab) => ({
            name: tab,
            text: tab === 'all' ? t('harbour.all') : t(`harbour.state.${tab}`),
            href: harboursHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
      </div>
      <HarbourFilterBar filter={filter} choices={choices} t={t} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t('harbour.empty')}</p>
          <p className="mt-1 text-ink-2">{t('harbour.emptyHint')}</p>
          <Link href="/financing/harbours" className="btn mt-5">
            {t('harbour.showAll')}
          </Link>
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.78]"
            aria-label={t('harbour.title')}
          >
            <HarbourTable page={page} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <HarbourCards page={page} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('harbour.total', { n: page.rows.length }),
          ...(page.sum ? [t('harbour.months', { from: page.months.from, to: page.months.to })] : []),
        ]}
        doors={
          SEES_HARBOUR_FIGURES.has(actor.role)
            ? [
                { href: `/financing/harbours/print${harbourQuery(filter)}`, label: t('harbour.print') },
                { href: `/api/export/harbours${harbourQuery(filter)}`, label: t('harbour.export'), file: true },
              ]
            : []
        }
        page={1}
        total={page.rows.length}
        paged={false}
        hrefOf={() => harboursHref(filter)}
        t={t}
      />
    </div>
  )
}
