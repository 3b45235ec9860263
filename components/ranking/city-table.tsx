import { Link } from '@/components/ui/link'
import { cityTotal, districtsInOrder, meanShare } from '@/lib/domain/ranking/city'
import { aheadOf, percentOf, yiOf } from '@/lib/domain/ranking/month-money'
import type { Translator } from '@/lib/i18n/translator'
import type { DistrictMonth } from '@/lib/schemas/ranking'

// Words of a column break in two at most.
const th = 'border-b border-control min-w-[5.5em] px-2 pb-1 text-right align-bottom text-xs font-normal text-ink-3'
const td = 'h-11 border-b border-divider px-2 text-right whitespace-nowrap tabular-nums'

const percent = (bp: number | null): string => (bp === null ? '—' : percentOf(bp))
const yi = (fen: string): string => yiOf(BigInt(fen))

/** The months there is something of, newest first. */
export function CityMonths({ month, months, t }: { month: string; months: readonly string[]; t: Translator }) {
  return (
    <nav aria-label={t('bulletin.city.month')} className="no-print mb-3 flex flex-wrap gap-x-4">
      {months.map((each) => (
        <Link
          key={each}
          href={`/ranking/city?month=${each}`}
          aria-current={each === month ? 'page' : undefined}
          className="inline-flex min-h-8 items-center text-link aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-11"
        >
          {each}
        </Link>
      ))}
    </nav>
  )
}

const WORDS = ['projects', 'total', 'plan', 'done', 'share', 'new', 'ahead', 'red', 'agency', 'issue', 'start'] as const

/** Cells of money, of a district or of all of them. */
const moneyOf = (overall: ReturnType<typeof cityTotal>): string[] => [
  String(overall.projects),
  yi(overall.totalFen),
  yi(overall.yearPlanFen),
  yi(overall.doneFen),
  percent(overall.actual),
  yi(overall.newFen),
  aheadOf(overall.actual === null ? null : overall.actual - overall.yearShare),
]

/** The districts of a city side by side, from low to high; each leads to its twelve months. */
export function CityTable({
  month,
  districts,
  t,
}: {
  month: string
  districts: readonly DistrictMonth[]
  t: Translator
}) {
  const red = districts.reduce((all, { overall }) => all + overall.levels.RED, 0)
  const cells = (texts: readonly string[]) =>
    texts.map((text, i) => (
      <td key={WORDS[i]} className={td}>
        {text}
      </td>
    ))
  return (
    <>
      {/* Beside the table, not in it: what scrolls sideways is cut off on a phone. */}
      <p id="city-order" className="flex flex-wrap gap-x-1 pb-2 text-sm text-ink-2">
        <span>{t('bulletin.city.order')}</span>
        <span>{t('bulletin.city.rounded')}</span>
      </p>
      <section tabIndex={0} className="overflow-x-auto" aria-label={t('bulletin.city.nav')}>
        <table aria-describedby="city-order" className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{t('bulletin.city.nav')}</caption>
          <thead>
            <tr>
              <th scope="col" className={`${th} text-left!`}>
                {t('bulletin.city.district')}
              </th>
              {WORDS.map((word) => (
                <th key={word} scope="col" className={th}>
                  {t(`bulletin.city.${word}`)}
                </th>
              ))}
              <th scope="col" className={th}>
                {t('bulletin.city.edition')}
              </th>
            </tr>
          </thead>
          <tbody>
            {districtsInOrder(districts).map((line) => (
              <tr key={line.code}>
                <th scope="row" className="h-11 border-b border-divider px-2 text-left font-normal" lang="zh-CN">
                  <Link
                    href={`/ranking/city/${line.code}?month=${month}`}
                    className="inline-flex min-h-8 items-center whitespace-nowrap text-link max-sm:min-h-11"
                  >
                    {line.district}
                  </Link>
                </th>
                {cells([
                  ...moneyOf(line.overall),
                  String(line.overall.levels.RED),
                  percent(meanShare(line.means.AGENCY.A)),
                  percent(meanShare(line.means.AREA.C)),
                  percent(meanShare(line.means.AREA.A)),
                ])}
                <td className={td}>{t('bulletin.nth', { nth: line.number })}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="h-11 border-b border-divider px-2 text-left font-semibold">
                {t('bulletin.city.sum')}
              </th>
              {cells([...moneyOf(cityTotal(districts)), String(red), '—', '—', '—'])}
              <td className={td}>—</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  )
}
