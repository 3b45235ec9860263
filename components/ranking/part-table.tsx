import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { Means, RankingRow, RowPart } from '@/lib/domain/ranking/row'
import { INDICATORS, type Indicator, type ScoreTable } from '@/lib/domain/score'
import { countUnit, rateText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import { goodOf } from './shrink-example'

const th = 'border-b border-control pb-1 pl-2 text-right align-bottom text-xs font-normal text-ink-3'
const line = 'border-b border-divider py-1.5 align-top'
const td = `${line} pl-2 text-right whitespace-nowrap`

/** `16/17件，94.1%`; without the numerator where items count in part. */
function factText(table: ScoreTable, indicator: Indicator, part: RowPart, rate: string, t: Translator): string {
  const good = goodOf(part)
  const unit = countUnit(table, indicator)
  const shown = unit === 'ITEMS' && good.includes('.') ? 'PARTS' : unit
  return t('ranking.why.fact', { unit: shown, good, n: part.n, rate: rateText(rate) })
}

/** What of a score each indicator brought, what was taken off, and what that makes. */
export function PartTable({
  table,
  row,
  means,
  hrefOf,
  wide = false,
  t,
}: {
  table: ScoreTable
  row: RankingRow
  means: Means
  /** Where the rows of an indicator are; null where the reader may not see them. */
  hrefOf: ((indicator: string) => string) | null
  /** With the district's mean and the number of observations in columns of their own. */
  wide?: boolean
  t: Translator
}) {
  const off = t('ranking.why.off', { what: t(`ranking.deduction.${table}`), n: row.deduction.events })
  const shown = INDICATORS.reduce((total, i) => total + Number(row.parts[i].points), 0)
  // Whole points are taken off: before that the score was that much higher, unless nothing was left of it.
  const sum = Number(row.score) > 0 ? Number(row.score) + row.deduction.points : shown
  const opened = (indicator: string, name: string, text: string) =>
    hrefOf ? (
      <Link
        href={hrefOf(indicator)}
        aria-label={name === text ? undefined : `${name} ${text}`}
        className="inline-flex min-h-6 items-center text-link max-sm:min-h-11"
      >
        {text}
      </Link>
    ) : (
      <span className="text-ink-3">{text}</span>
    )
  return (
    <section tabIndex={0} className="overflow-x-auto" aria-label={t('ranking.why.part')}>
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('ranking.why.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className={clsx(th, 'pl-0! text-left!')}>
              {t('ranking.why.part')}
            </th>
            {wide && (
              <>
                <th scope="col" className={clsx(th, 'max-sm:hidden')}>
                  {t('ranking.why.raw')}
                </th>
                <th scope="col" className={clsx(th, 'max-sm:hidden')}>
                  {t('ranking.why.n')}
                </th>
                <th scope="col" className={clsx(th, 'max-sm:hidden')}>
                  {t('ranking.why.mean')}
                </th>
              </>
            )}
            <th scope="col" className={th}>
              {t('ranking.why.adjusted')}
            </th>
            <th scope="col" className={clsx(th, 'w-[52px]')}>
              {t('ranking.why.full')}
            </th>
            <th scope="col" className={clsx(th, 'w-[52px]')}>
              {t('ranking.why.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {INDICATORS.map((indicator) => {
            const part = row.parts[indicator]
            const mean = means[indicator]
            return (
              <tr key={indicator}>
                <th scope="row" className={clsx(line, 'text-left font-normal')}>
                  {t(`ranking.indicator.${table}.${indicator}`)}
                  <span className="block text-xs">
                    {part.rate === null ? (
                      <span className="text-ink-3">{t(mean.n === 0 ? 'ranking.why.start' : 'ranking.why.unseen')}</span>
                    ) : (
                      opened(
                        indicator,
                        t(`ranking.indicator.${table}.${indicator}`),
                        factText(table, indicator, part, part.rate, t),
                      )
                    )}
                  </span>
                </th>
                {wide && (
                  <>
                    <td className={clsx(td, 'max-sm:hidden')}>{part.rate === null ? '—' : rateText(part.rate)}</td>
                    <td className={clsx(td, 'max-sm:hidden')}>{part.n}</td>
                    <td className={clsx(td, 'max-sm:hidden')}>{rateText(part.mean)}</td>
                  </>
                )}
                <td className={td}>{rateText(part.adjusted)}</td>
                <td className={clsx(td, 'text-ink-3')}>{part.weight}</td>
                <td className={td}>{part.points}</td>
              </tr>
            )
          })}
          <Sum label={t('ranking.why.sum')} span={wide} full="100" points={sum.toFixed(1)} />
          {row.deduction.events > 0 && (
            <tr className="text-red-ink">
              <th scope="row" className="py-1 text-left font-normal">
                {hrefOf ? opened('EVENT', off, off) : off}
              </th>
              {wide && <td colSpan={3} className="max-sm:hidden" />}
              <td colSpan={2} />
              <td className="py-1 text-right whitespace-nowrap">−{row.deduction.points.toFixed(1)}</td>
            </tr>
          )}
          <tr className="text-lg font-semibold">
            <th scope="row" className="border-t border-control py-1.5 text-left">
              {t('ranking.why.total')}
            </th>
            {wide && <td colSpan={3} className="border-t border-control max-sm:hidden" />}
            <td colSpan={2} className="border-t border-control" />
            <td className="border-t border-control text-right">{row.score}</td>
          </tr>
        </tbody>
      </table>
      <p className="text-xs text-ink-3">{t('ranking.why.rounded')}</p>
    </section>
  )
}

function Sum({ label, span, full, points }: { label: string; span: boolean; full: string; points: string }) {
  return (
    <tr className="font-semibold">
      <th scope="row" className="py-1 text-left">
        {label}
      </th>
      {span && <td colSpan={3} className="max-sm:hidden" />}
      <td />
      <td className="text-right">{full}</td>
      <td className="text-right">{points}</td>
    </tr>
  )
}
