import { reportsHref } from '@/components/report/report-link'
import { Link } from '@/components/ui/link'
import { reportFigures } from '@/lib/data/report-list'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

/** How many reports wait for the commission; for everybody else there is no such part. */
export async function ReportsPart({
  actor,
  today,
  locale,
}: Readonly<{ actor: Actor; today: PlainDate; locale: Locale }>) {
  const t = translator(locale)
  const figures = await reportFigures(actor, today)
  const lines = [
    [t('report.view.open'), reportsHref({}), figures.open],
    [t('report.state.RECEIVED'), reportsHref({ view: 'RECEIVED' }), figures.unregistered],
    [t('report.late'), reportsHref({ view: 'open', late: '1' }), figures.late],
  ] as const
  return (
    <section className="border-b border-divider py-5">
      <h2 className="text-lg font-semibold">{t('report.title')}</h2>
      <p className="flex flex-wrap items-baseline gap-x-8 gap-y-1 py-2">
        {lines.map(([word, href, n]) => (
          <Link key={word} href={href} className="inline-flex items-baseline gap-2 hover:text-link max-sm:min-h-11">
            {word}
            <b className="text-xl tabular-nums">{t('report.total', { n })}</b>
          </Link>
        ))}
      </p>
    </section>
  )
}
