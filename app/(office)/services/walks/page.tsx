import { forbidden } from 'next/navigation'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { FindingCards, FindingTable } from '@/components/walk/finding-table'
import { WalkFigures } from '@/components/walk/walk-figures'
import { WalkFilterBar } from '@/components/walk/walk-filter'
import { walkQuery, walksHref } from '@/components/walk/walk-link'
import { WalkCards, WalkTable } from '@/components/walk/walk-table'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listWalks, loadWalkMonths, walkChoices } from '@/lib/data/walk-list'
import { walksFigures } from '@/lib/data/walks-figures'
import { relationFor } from '@/lib/domain/access'
import { yearOf, ymd } from '@/lib/domain/plain-date'
import { SEES_OVERVIEW, SEES_WALKS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { WALK_TABS, walkFilter } from '@/lib/schemas/walk'

export const generateMetadata = pageTitle('walk.title')

export default async function WalksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_WALKS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = walkFilter.parse(asks)
  const period = { from: filter.from ?? ymd(yearOf(today), 1, 1), to: filter.to ?? today }
  const counting = filter.tab === 'figures'
  const [page, choices, months, figures] = await Promise.all([
    listWalks(actor, filter, today),
    counting ? { units: [], codes: [] } : walkChoices(actor),
    counting ? loadWalkMonths(actor, period) : [],
    counting ? walksFigures(actor, period, { taskforceId: null }) : [],
  ])
  const { counts, sums } = page
  const findings = filter.tab === 'findings'
  const asked = walkQuery(filter, { tab: undefined }) !== ''
  const saved = sums.papers + sums.days + sums.trips !== 0
  return (
    <div className="flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        {SEES_OVERVIEW.has(actor.role) && (
          <Link href="/services" className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11">
            {t('service.nav')}
          </Link>
        )}
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('walk.title')}</h1>
        <TaskTabs
          label={t('walk.tabs')}
          tabs={WALK_TABS.map((tab) => ({
            name: tab,
            text: t(`walk.tab.${tab}`),
            href: walksHref({ from: filter.from, to: filter.to }, { tab }),
            on: filter.tab === tab,
            ...(tab !== 'figures' && { n: counts[tab] }),
          }))}
        />
        {relationFor(actor.role, 'walk.start') !== null && (
          <Link href="/services/walks/new" className="btn btn-primary mb-2">
            {t('walk.start')}
          </Link>
        )}
      </header>
      <Misread parts={misread(walkFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {counting ? (
        <div className="min-h-0 flex-1 overflow-auto print:overflow-visible">
          <WalkFigures months={months} period={period} figures={figures} t={t} />
        </div>
      ) : (
        <>
          <WalkFilterBar filter={filter} choices={choices} t={t} />
          {page.total === 0 ? (
            <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
              <p className="text-lg font-semibold">
                {t(findings ? 'walk.emptyFindings' : asked ? 'walk.empty' : 'walk.noneYet')}
              </p>
              <p className="mt-1 text-ink-2">{t(asked ? 'walk.emptyHint' : 'walk.noneYetHint')}</p>
              {asked && (
                <Link href={walksHref({ tab: filter.tab })} className="btn mt-5">
                  {t('walk.showAll')}
                </Link>
              )}
            </div>
          ) : (
            <>
              <section
                tabIndex={0}
                className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible"
                aria-label={t(`walk.tab.${filter.tab}`)}
              >
                {findings ? (
                  <FindingTable rows={page.findings} today={today} locale={locale} />
                ) : (
                  <WalkTable rows={page.walks} today={today} locale={locale} />
                )}
              </section>
              <div className="sm:hidden">
                {findings ? (
                  <FindingCards rows={page.findings} today={today} locale={locale} />
                ) : (
                  <WalkCards rows={page.walks} today={today} locale={locale} />
                )}
              </div>
            </>
          )}
          <ListFoot
            totals={[
              t(findings ? 'walk.totalFindings' : 'walk.total', { n: page.total }),
              ...(findings && page.late > 0 ? [t('walk.lateTotal', { n: page.late })] : []),
              ...(findings && saved ? [t('walk.savedTotal', sums)] : []),
            ]}
            doors={[
              {
                href: `/services/print/${findings ? 'findings' : 'walks'}${walkQuery(filter)}`,
                label: t('service.printed.print'),
              },
              {
                href: `/api/export/${findings ? 'findings' : 'walks'}${walkQuery(filter)}`,
                label: t('walk.export'),
                file: true,
              },
            ]}
            page={filter.page}
            total={page.total}
            hrefOf={(n) => walksHref(filter, { page: n })}
            t={t}
          />
        </>
      )}
    </div>
  )
}
