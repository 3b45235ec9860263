import { forbidden, notFound } from 'next/navigation'
import { deviationText } from '@/components/ranking/project-table'
import { originHref, rankingHref } from '@/components/ranking/ranking-link'
import { TrendChart } from '@/components/ranking/trend-chart'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { rankingTrend } from '@/lib/data/ranking-trend'
import { SEES_RANKINGS } from '@/lib/domain/ranking/sight'
import { monthText, tenthsText } from '@/lib/i18n/ranking-text'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { tableOf } from '@/lib/schemas/ranking-address'

export const generateMetadata = pageTitle('ranking.trend.nav')

const th = 'border-b border-control px-2 pb-1 text-right text-xs font-normal whitespace-nowrap text-ink-3'
const td = 'h-11 border-b border-divider px-2 text-right whitespace-nowrap'

export default async function TrendPage({ params }: { params: Promise<{ table: string; subjectId: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_RANKINGS.has(actor.role)) forbidden()
  const { subjectId, ...named } = await params
  const table = tableOf(named.table)
  const trend = table && isUuid(subjectId) ? await rankingTrend(actor, { table, subjectId }) : null
  if (!trend || !table) notFound()
  const t = translator(locale)
  const say = table === 'PROJECT' ? deviationText : tenthsText
  const { months } = trend
  return (
    <article className="px-4 pt-5 pb-10 sm:px-8">
      <p className="no-print pb-1">
        <Link href={rankingHref({ table })} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('ranking.trend.back')}
        </Link>
      </p>
      <h1 className="text-2xl font-semibold">{t('ranking.trend.title', { name: trend.name })}</h1>
      <p className="mb-3 text-ink-2">{t(table === 'PROJECT' ? 'ranking.trend.projectHint' : 'ranking.trend.hint')}</p>
      <section tabIndex={0} className="overflow-x-auto" aria-label={t('ranking.trend.nav')}>
        <TrendChart months={months} of={table === 'PROJECT' ? 'SHARE' : 'SCORE'} say={say} t={t} />
      </section>
      <section tabIndex={0} className="mt-5 overflow-x-auto" aria-label={t('ranking.months')}>
        <table className="w-full max-w-[860px] border-separate border-spacing-0">
          <caption className="sr-only">{t('ranking.trend.title', { name: trend.name })}</caption>
          <thead>
            <tr>
              <th scope="col" className={`${th} text-left!`}>
                {t('ranking.column.month')}
              </th>
              <th scope="col" className={th}>
                {t('ranking.column.rank')}
              </th>
              <th scope="col" className={th}>
                {t(table === 'PROJECT' ? 'ranking.column.deviation' : 'ranking.column.score')}
              </th>
              {table !== 'PROJECT' && (
                <th scope="col" className={th}>
                  {t('ranking.column.median')}
                </th>
              )}
              <th scope="col" className={`${th} max-sm:hidden`}>
                {t('ranking.column.version')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map(({ month, rank, score, median, number }) => (
              <tr key={month}>
                <th scope="row" className={`${td} text-left! font-normal`}>
                  <Link
                    href={
                      table === 'PROJECT'
                        ? rankingHref({ month, table, show: subjectId })
                        : originHref({ month, table, subjectId })
                    }
                    className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
                  >
                    {monthText(month, t)}
                  </Link>
                </th>
                <td className={td}>
                  {rank ?? (
                    <span className="text-ink-3">{t(table === 'PROJECT' ? 'ranking.noPlan' : 'ranking.fewShort')}</span>
                  )}
                </td>
                <td className={`${td} font-semibold`}>{score === null ? '—' : say(score)}</td>
                {table !== 'PROJECT' && <td className={td}>{median === null ? '—' : tenthsText(median)}</td>}
                <td className={`${td} max-sm:hidden`}>{t('ranking.state.version', { nth: String(number) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </article>
  )
}
