import { forbidden } from 'next/navigation'
import { FigureList } from '@/components/service/figure-list'
import { PeriodForm } from '@/components/service/period-form'
import { ServiceHead } from '@/components/service/service-tabs'
import { ShareBar } from '@/components/service/share-bar'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { servicesOverview } from '@/lib/data/services-overview'
import { reportDays } from '@/lib/domain/report-year'
import { SEES_OVERVIEW } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { issueFilter } from '@/lib/schemas/issue-list'

export const generateMetadata = pageTitle('service.title')

export default async function ServicesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_OVERVIEW.has(actor.role)) forbidden()
  const t = translator(locale)
  const { period, reversed } = reportDays(issueFilter.parse(await searchParams), businessDay())
  const lines = await servicesOverview(actor, period)
  return (
    <div className="flex flex-col print:block">
      <ServiceHead title={t('service.title')} on="overview" role={actor.role} t={t} />
      <div className="px-4 py-5 sm:px-6">
        <PeriodForm path="/services" period={period} reversed={reversed} t={t} />
        <ul className="mt-4 border-t border-control">
          {lines.map(({ name, href, figures, share }) => (
            <li
              key={name}
              className="grid gap-x-8 gap-y-2 border-b border-divider py-4 sm:grid-cols-[12rem_minmax(0,1fr)_13rem] sm:items-center"
            >
              <div>
                <h2>
                  <Link
                    href={href}
                    className="inline-flex items-center text-lg font-semibold hover:text-link max-sm:min-h-11"
                  >
                    {t(`service.line.${name}`)}
                  </Link>
                </h2>
                <p className="text-sm text-ink-3">{t(`service.about.${name}`)}</p>
              </div>
              <FigureList figures={figures} label={t(`service.line.${name}`)} locale={locale} />
              {share && <ShareBar part={share.part} whole={share.whole} of={share.of} locale={locale} />}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
