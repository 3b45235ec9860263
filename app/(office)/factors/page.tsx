import { forbidden } from 'next/navigation'
import { FactorBoardView } from '@/components/factor/factor-board'
import { FactorFilterBar } from '@/components/factor/factor-filter'
import { factorQuery, factorsHref } from '@/components/factor/factor-link'
import { FactorCards, FactorTable } from '@/components/factor/factor-table'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { factorChoices, listFactors, loadFactorBoard } from '@/lib/data/factor-list'
import { SEES_FACTORS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { FACTOR_TABS, type FactorTab, factorFilter } from '@/lib/schemas/factor'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('factor.title')

export default async function FactorsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_FACTORS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = factorFilter.parse(asks)
  const onBoard = filter.state === 'board'
  const [page, board, { leads }] = await Promise.all([
    listFactors(actor, filter, today),
    onBoard ? loadFactorBoard(actor, filter, today) : null,
    factorChoices(actor),
  ])
  const asked = factorQuery(filter, { state: undefined }) !== ''
  const word = (tab: FactorTab) =>
    tab === 'board' || tab === 'open' || tab === 'all' ? t(`factor.tab.${tab}`) : t(`factor.state.${tab}`)
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('factor.title')}</h1>
        <TaskTabs
          label={t('factor.tabs')}
          tabs={FACTOR_TABS.map((tab) => ({
            name: tab,
            text: word(tab),
            href: factorsHref(filter, { state: tab }),
            on: filter.state === tab,
            ...(tab !== 'board' && { n: page.counts[tab] }),
          }))}
        />
      </header>
      <Misread parts={misread(factorFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <FactorFilterBar filter={filter} leads={leads} t={t} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(asked || page.counts.all > 0 ? 'factor.empty' : 'factor.none')}</p>
          <p className="mt-1 text-ink-2">{t(asked || page.counts.all > 0 ? 'factor.emptyHint' : 'factor.noneHint')}</p>
          {(asked || page.counts.all > 0) && (
            <Link href={factorsHref({ state: 'all' })} className="btn mt-5">
              {t('factor.showAll')}
            </Link>
          )}
        </div>
      ) : board ? (
        <div className="min-h-0 flex-1 overflow-auto border-t border-control print:overflow-visible">
          <FactorBoardView board={board} filter={filter} t={t} />
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.78]"
            aria-label={t('factor.title')}
          >
            <FactorTable rows={page.rows} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <FactorCards rows={page.rows} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('factor.total', { n: page.total }),
          ...(page.late > 0 ? [t('factor.lateTotal', { n: page.late })] : []),
        ]}
        doors={[
          { href: `/factors/print${factorQuery(filter)}`, label: t('factor.print') },
          { href: `/api/export/factors${factorQuery(filter)}`, label: t('factor.export'), file: true },
        ]}
        page={onBoard ? 1 : filter.page}
        total={page.total}
        paged={!onBoard}
        hrefOf={(n) => factorsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
