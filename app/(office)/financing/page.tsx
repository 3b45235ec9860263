import { forbidden } from 'next/navigation'
import { FinancingHead } from '@/components/financing/financing-head'
import { needQuery, needsHref } from '@/components/financing/financing-link'
import { sumTexts } from '@/components/financing/money-totals'
import { NeedFilterBar } from '@/components/financing/need-filter'
import { NeedCards, NeedTable } from '@/components/financing/need-table'
import { FinancingTotals } from '@/components/financing/totals'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { financingFigures } from '@/lib/data/financing-figures'
import { financingChoices, listNeeds } from '@/lib/data/financing-list'
import { type Actor, relationFor } from '@/lib/domain/access'
import { yearOf, ymd } from '@/lib/domain/plain-date'
import { OPENS_NEEDS, SEES_FINANCING } from '@/lib/domain/sight'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { FINANCING_VIEWS, type FinancingView, financingFilter } from '@/lib/schemas/financing'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('financing.title')

export default async function FinancingPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_FINANCING.has(actor.role)) forbidden()
  if (actor.role === 'HEAD' || actor.role === 'LEADER') return <Totals actor={actor} locale={locale} />
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = financingFilter.parse(asks)
  const [page, { banks }] = await Promise.all([listNeeds(actor, filter, today), financingChoices(actor, today)])
  const detailed = OPENS_NEEDS.has(actor.role)
  const asked = needQuery(filter, { state: undefined }) !== ''
  const word = (view: FinancingView) =>
    view === 'open' || view === 'all' || view === 'listed' ? t(`financing.view.${view}`) : t(`financing.state.${view}`)
  const views = FINANCING_VIEWS.filter(
    (view) =>
      view !== 'listed' && (view === 'open' || view === 'all' || view === filter.state || page.counts[view] > 0),
  )
  const empty = asked || page.counts.all > 0
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <FinancingHead role={actor.role} here={filter.state === 'listed' ? 'listed' : 'needs'} t={t} />
      {filter.state !== 'listed' && (
        <div className="no-print px-2 pt-1 sm:px-4">
          <TaskTabs
            label={t('financing.views')}
            tabs={views.map((view) => ({
              name: view,
              text: word(view),
              href: needsHref(filter, { state: view }),
              on: filter.state === view,
              n: page.counts[view],
            }))}
          />
        </div>
      )}
      <Misread parts={misread(financingFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <NeedFilterBar filter={filter} banks={banks} detailed={detailed} t={t} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(empty ? 'financing.empty' : 'financing.none')}</p>
          <p className="mt-1 text-ink-2">
            {t(empty ? 'financing.emptyHint' : actor.role === 'BANK' ? 'financing.bankHint' : 'financing.noneHint')}
          </p>
          {empty && (
            <Link href={needsHref({ state: 'all' })} className="btn mt-5">
              {t('financing.showAll')}
            </Link>
          )}
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.7]"
            aria-label={t('financing.title')}
          >
            <NeedTable rows={page.rows} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <NeedCards rows={page.rows} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('financing.total', { n: page.total }),
          ...(page.projects === null ? [] : [t('financing.projects', { n: page.projects })]),
          ...sumTexts(page.sums, t, detailed),
          t('financing.notSummed'),
        ]}
        doors={
          relationFor(actor.role, 'financing.export') === null
            ? []
            : [{ href: `/api/export/financing${needQuery(filter)}`, label: t('financing.export'), file: true }]
        }
        page={filter.page}
        total={page.total}
        hrefOf={(n) => needsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}

/** Leaders read totals: of the district, or of the projects they answer for. */
async function Totals({ actor, locale }: { actor: Actor; locale: Locale }) {
  const t = translator(locale)
  const today = businessDay()
  const period = { from: ymd(yearOf(today), 1, 1), to: today }
  const figures = await financingFigures(actor, period, { taskforceId: null }, today)
  // Zeros would read as a finding about projects somebody does not have.
  const coverage = figures.find(({ name }) => name === 'financing.coverage')?.value
  const hasProjects = actor.role === 'HEAD' || (coverage?.kind === 'share' && coverage.whole > 0n)
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold">
        {t(actor.role === 'HEAD' ? 'financing.totals.title' : 'financing.totals.own')}
      </h1>
      {hasProjects ? (
        <>
          <p className="mb-2 text-ink-2">{t('financing.totals.hint')}</p>
          <FinancingTotals figures={figures} locale={locale} />
        </>
      ) : (
        <p className="mt-2 text-ink-2">{t('financing.totals.noProjects')}</p>
      )}
    </div>
  )
}
