import { reportsHref } from '@/components/report/report-link'
import { DaySection } from '@/components/today/day-section'
import { businessDay } from '@/lib/clock'
import { reportFigures } from '@/lib/data/report-list'
import { SEES_REPORTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What was told to the commission alone and waits for it; for everybody else there is nothing of it. */
export async function ReportLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (!SEES_REPORTS.has(actor.role)) return null
  const t = translator(locale)
  const { open, unregistered, late } = await reportFigures(actor, businessDay())
  if (open === 0) return null
  const figures = [
    { n: late, text: t('report.today.late', { n: late }), href: reportsHref({ late: '1' }) },
    {
      n: unregistered,
      text: t('report.today.unregistered', { n: unregistered }),
      href: reportsHref({ view: 'RECEIVED' }),
    },
    { n: open, text: t('report.today.open', { n: open }), href: reportsHref({}) },
  ]
  return <DaySection title={t('report.title')} figures={figures} locale={locale} />
}
