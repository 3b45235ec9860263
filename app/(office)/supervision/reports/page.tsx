import { notFound } from 'next/navigation'
import { ReportFilterBar } from '@/components/report/report-filter'
import { reportsHref } from '@/components/report/report-link'
import { ReportCards, ReportTable } from '@/components/report/report-table'
import { Unlock } from '@/components/report/unlock'
import { SupervisionHead } from '@/components/supervision/supervision-head'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { PageSteps } from '@/components/ui/page-links'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadReportKeys } from '@/lib/data/report-keys'
import { listReports } from '@/lib/data/report-list'
import { SEES_REPORTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { REPORT_PAGE, reportFilter } from '@/lib/schemas/sealed-report'

export const generateMetadata = pageTitle('report.title')

export default async function ReportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_REPORTS.has(actor.role)) notFound()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = reportFilter.parse(asks)
  const [page, keys] = await Promise.all([listReports(actor, filter, today), loadReportKeys(actor)])
  const asked = reportsHref(filter) !== reportsHref({})
  const pages = Math.max(1, Math.ceil(page.total / REPORT_PAGE))
  return (
    <div className="flex flex-col sm:h-full print:block print:h-auto">
      <SupervisionHead title={t('report.title')} at="reports" role={actor.role} t={t}>
        <Link href="/supervision/reports/key" className="no-print mb-2.5 text-link max-sm:py-2">
          {t('report.doors.key')}
        </Link>
        {keys.length > 0 && (
          <Link href="/supervision/reports/new" className="btn no-print mb-2">
            {t('report.doors.record')}
          </Link>
        )}
      </SupervisionHead>
      <div className="border-b border-divider px-4 pt-2.5 sm:px-6">
        <TaskTabs
          label={t('report.filter.view')}
          tabs={(['open', 'all'] as const).map((view) => ({
            name: view,
            text: t(`report.view.${view}`),
            href: reportsHref({ view }),
            on: filter.view === view,
            n: page.counts[view],
          }))}
        />
      </div>
      <Misread parts={misread(reportFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <p className="no-print px-4 pt-3 text-ink-2 sm:px-6">{t('report.hint')}</p>
      {keys.length === 0 && (
        <p className="px-4 pt-2 sm:px-6">
          {t('report.vault.noKey')}{' '}
          <Link href="/supervision/reports/key" className="text-link">
            {t('report.vault.makeKey')}
          </Link>
        </p>
      )}
      <Unlock />
      <ReportFilterBar filter={filter} t={t} />
      {page.total === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(asked || page.counts.all > 0 ? 'report.empty' : 'report.noneYet')}</p>
          <p className="mt-1 text-ink-2">{t(asked ? 'report.emptyHint' : 'report.noneYetHint')}</p>
          {page.counts.all > 0 && (
            <Link href={reportsHref({ view: 'all' })} className="btn mt-5">
              {t('report.showAll')}
            </Link>
          )}
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible"
            aria-label={t('report.title')}
          >
            <ReportTable rows={page.rows} today={today} t={t} />
          </section>
          <div className="sm:hidden">
            <ReportCards rows={page.rows} today={today} t={t} />
          </div>
        </>
      )}
      <nav
        aria-label={t('task.pages')}
        className="no-print flex min-h-10 flex-wrap items-center gap-4 border-t border-divider px-4 text-sm text-ink-2 max-sm:py-2 sm:px-6"
      >
        <span>{t('report.total', { n: page.total })}</span>
        {page.late > 0 && <span>{t('report.lateTotal', { n: page.late })}</span>}
        <span className="flex-1" />
        <PageSteps
          page={filter.page}
          pages={pages}
          hrefOf={(n) => reportsHref(filter, { page: n })}
          words={{
            previous: t('task.previous'),
            here: t('task.page', { page: filter.page, pages }),
            next: t('task.next'),
          }}
        />
      </nav>
    </div>
  )
}
