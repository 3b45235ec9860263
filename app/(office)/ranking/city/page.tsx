import { forbidden } from 'next/navigation'
import { CityMonths, CityTable } from '@/components/ranking/city-table'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { cityMonth } from '@/lib/data/ranking-city'
import { hasDistricts } from '@/lib/data/ranking-city-trend'
import { percentOf } from '@/lib/domain/ranking/month-money'
import { translator } from '@/lib/i18n/translator'
import { cityQuery } from '@/lib/schemas/ranking-bulletin'

export const generateMetadata = pageTitle('bulletin.city.nav')

/** The districts of a city in a month 区县对比. */
export default async function CityPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!(await hasDistricts(actor))) forbidden()
  const t = translator(locale)
  const { month } = cityQuery.parse(await searchParams)
  const found = await cityMonth(actor, month)
  if (!found)
    return (
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <h1 className="text-2xl font-semibold">{t('bulletin.city.nav')}</h1>
        <p className="mt-2 text-ink-2">{t('bulletin.city.none')}</p>
      </div>
    )
  const yearShare = found.districts[0]?.overall.yearShare ?? 0
  const words = { city: found.city, year: found.month.slice(0, 4), month: Number(found.month.slice(5)) }
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <header className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold" lang="zh-CN">
            {t('bulletin.city.head', words)}
          </h1>
          <p className="text-ink-2">{t('bulletin.city.hint', { share: percentOf(yearShare) })}</p>
        </div>
        <a href={`/api/export/districts?month=${found.month}`} className="btn no-print">
          {t('bulletin.city.export')}
        </a>
      </header>
      <CityMonths month={found.month} months={found.months} t={t} />
      <CityTable month={found.month} districts={found.districts} t={t} />
    </div>
  )
}
