import { aheadOf, percentOf, yiOf } from '@/lib/domain/ranking/month-money'
import type { Translator } from '@/lib/i18n/translator'
import type { CityTrend } from '@/lib/schemas/ranking-bulletin'

const th = 'border-b border-control px-2 pb-1 text-right text-xs font-normal whitespace-nowrap text-ink-3'
const td = 'h-11 border-b border-divider px-2 text-right whitespace-nowrap tabular-nums'

const WORDS = ['projects', 'plan', 'done', 'share', 'ahead', 'new', 'red'] as const

type Overall = NonNullable<CityTrend['districts'][number]['overalls'][number]>

const cellsOf = ({ projects, yearPlanFen, doneFen, newFen, actual, yearShare, levels }: Overall): string[] => [
  String(projects),
  yiOf(BigInt(yearPlanFen)),
  yiOf(BigInt(doneFen)),
  actual === null ? '—' : percentOf(actual),
  aheadOf(actual === null ? null : actual - yearShare),
  yiOf(BigInt(newFen)),
  String(levels.RED),
]

/** The months of a district as a table, the latest first; what the chart draws, to be read. */
export function DistrictTrend({
  months,
  overalls,
  t,
}: {
  months: readonly string[]
  overalls: readonly (Overall | null)[]
  t: Translator
}) {
  const rows = months.map((month, i) => ({ month, overall: overalls[i] ?? null })).reverse()
  return (
    <section tabIndex={0} className="overflow-x-auto" aria-label={t('bulletin.city.monthColumn')}>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={`${th} text-left!`}>
              {t('bulletin.city.monthColumn')}
            </th>
            {WORDS.map((word) => (
              <th key={word} scope="col" className={th}>
                {t(`bulletin.city.${word}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month, overall }) => (
            <tr key={month}>
              <th scope="row" className="h-11 border-b border-divider px-2 text-left font-normal">
                {month}
              </th>
              {overall ? (
                cellsOf(overall).map((text, i) => (
                  <td key={WORDS[i]} className={td}>
                    {text}
                  </td>
                ))
              ) : (
                <td colSpan={WORDS.length} className={`${td} text-ink-3`}>
                  {t('bulletin.city.unpublished')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
