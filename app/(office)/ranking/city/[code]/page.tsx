import { forbidden, notFound } from 'next/navigation'
import { DistrictTrend } from '@/components/ranking/district-trend'
import { ShareChart } from '@/components/ranking/share-chart'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { cityTrend, hasDistricts } from '@/lib/data/ranking-city-trend'
import { percentOf } from '@/lib/domain/ranking/month-money'
import { translator } from '@/lib/i18n/translator'
import { cityQuery } from '@/lib/schemas/ranking-bulletin'

export const generateMetadata = pageTitle('bulletin.city.trend')

/** One district of a city over the months it has published 区县走势. */
export default async function DistrictPage({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!(await hasDistricts(actor))) forbidden()
  const { code } = await params
  const trend = await cityTrend(actor)
  const district = trend?.districts.find((each) => each.code === code)
  if (!trend || !district) notFound()
  const t = translator(locale)
  const { month } = cityQuery.parse(await searchParams)
  const shares = district.overalls.map((overall) => overall?.actual ?? null)
  const said = shares.flatMap((share) => (share === null ? [] : [`${percentOf(share)}%`]))
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <header className="mb-4">
        <h1 className="text-2xl font-semibold" lang="zh-CN">
          {t('bulletin.city.trendTitle', { district: district.name })}
        </h1>
        <p className="text-ink-2">{t('bulletin.city.line')}</p>
      </header>
      <Link
        href={`/ranking/city${month ? `?month=${month}` : ''}`}
        className="no-print mb-3 inline-flex min-h-8 items-center text-link max-sm:min-h-11"
      >
        {t('bulletin.city.back')}
      </Link>
      <section tabIndex={0} className="mb-5 overflow-x-auto" aria-label={t('bulletin.city.trend')}>
        <ShareChart
          months={trend.months}
          shares={shares}
          year={district.overalls.map((overall) => overall?.yearShare ?? null)}
          label={t('bulletin.city.chart', { district: district.name, shares: said.join(t('bulletin.comma')) })}
        />
      </section>
      <DistrictTrend months={trend.months} overalls={district.overalls} t={t} />
    </div>
  )
}
