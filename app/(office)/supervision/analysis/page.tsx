import { forbidden } from 'next/navigation'
import { MonthBars } from '@/components/service/month-bars'
import { PeriodForm } from '@/components/service/period-form'
import { AnalysisTable } from '@/components/supervision/analysis-table'
import { SlipSums } from '@/components/supervision/slip-sums'
import { SupervisionHead } from '@/components/supervision/supervision-head'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadAnalysis } from '@/lib/data/supervision-analysis'
import { yearOf, ymd } from '@/lib/domain/plain-date'
import { halfYearOf, lastHalfYear } from '@/lib/domain/supervision/analysis'
import { analysisScope, OPENS_COMPLAINTS, SEES_ANALYSIS, SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { analysisPeriod, analysisQuery } from '@/lib/schemas/supervision'

export const generateMetadata = pageTitle('supervisionSlip.analysis.title')

export default async function AnalysisPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_ANALYSIS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const { period, reversed } = analysisPeriod(analysisQuery.parse(asks), today)
  const analysis = await loadAnalysis(actor, period, today)
  const opens = OPENS_COMPLAINTS.has(actor.role)
  const days = `from=${period.from}&to=${period.to}`
  const halves = [
    { name: t('supervisionSlip.analysis.thisHalf'), ...halfYearOf(today) },
    { name: t('supervisionSlip.analysis.lastHalf'), ...lastHalfYear(today) },
    { name: t('supervisionSlip.analysis.year'), from: ymd(yearOf(today), 1, 1), to: today },
  ]
  return (
    <div className="print:block">
      <SupervisionHead
        title={t(`supervisionSlip.analysis.scope.${analysisScope(actor.role)}`)}
        at="analysis"
        role={actor.role}
        t={t}
      >
        <a
          href={`/api/papers/supervision?${days}`}
          className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11"
        >
          {t('supervisionSlip.analysis.docx')}
        </a>
      </SupervisionHead>
      <Misread parts={misread(analysisQuery, asks)} words={(parts) => t('shell.misread', { parts })} />
      <div className="max-w-[1144px] px-4 pt-4 pb-8 sm:px-6">
        <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
          <PeriodForm path="/supervision/analysis" period={period} t={t} />
          <nav aria-label={t('supervisionSlip.analysis.chips')} className="no-print flex flex-wrap gap-x-5">
            {halves.map(({ name, from, to }) => (
              <Link
                key={name}
                href={`/supervision/analysis?from=${from}&to=${to}`}
                aria-current={from === period.from && to === period.to ? 'page' : undefined}
                className="inline-flex min-h-8 items-center text-link aria-[current=page]:font-semibold aria-[current=page]:text-ink max-sm:min-h-11"
              >
                {name}
              </Link>
            ))}
          </nav>
        </div>
        {reversed && <p className="pt-3 text-ink-2">{t('supervisionSlip.analysis.reversed')}</p>}
        <p className="pt-4 text-lg font-semibold">{t('supervisionSlip.analysis.heading', period)}</p>
        {!opens && <p className="text-sm text-ink-2">{t('supervisionSlip.analysis.totalsOnly')}</p>}
        {analysis.total.received === 0 && <p className="pt-2 text-ink-2">{t('supervisionSlip.analysis.empty')}</p>}
        <div className="pt-4">
          <h2 className="mb-2 text-lg font-semibold">{t('supervisionSlip.analysis.months')}</h2>
          <section tabIndex={0} aria-label={t('supervisionSlip.analysis.months')} className="min-w-0 overflow-x-auto">
            <MonthBars
              months={analysis.months.map(({ month }) => month)}
              values={analysis.months.map(({ received }) => received)}
              label={t('supervisionSlip.analysis.chart', {
                values: analysis.months.map(({ month, received }) => `${month} ${received}`).join(t('shell.comma')),
              })}
            />
          </section>
        </div>
        <AnalysisTable by="point" rows={analysis.byPoint} total={analysis.total} period={period} opens={opens} t={t} />
        <AnalysisTable
          by="agency"
          rows={analysis.byAgency}
          total={analysis.total}
          period={period}
          opens={opens}
          t={t}
        />
        <AnalysisTable by="kind" rows={analysis.byKind} total={analysis.total} period={period} opens={opens} t={t} />
        <p className="pt-3 text-sm text-ink-3">{t('supervisionSlip.analysis.hint')}</p>
        {SEES_SLIPS.has(actor.role) && <SlipSums sums={analysis.slips} period={period} t={t} />}
      </div>
    </div>
  )
}
