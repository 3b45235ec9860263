import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { wanText } from '@/lib/i18n/money'
import type { Translator } from '@/lib/i18n/translator'
import type { HarbourMonthRow } from '@/lib/schemas/harbour'
import { MonthChart } from './month-chart'

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-11 border-b border-divider px-2.5 whitespace-nowrap'
/** Months a chart has room for. */
const DRAWN = 12

const figuresText = (of: Pick<HarbourMonthRow, 'visits' | 'needs' | 'grantedFen'>, t: Translator) =>
  listed(
    [
      t('harbour.month.visitsOf', { n: of.visits }),
      t('harbour.month.needsOf', { n: of.needs }),
      t('harbour.month.grantedOf', { sum: wanText(of.grantedFen) }),
    ],
    t,
  )

/** What a harbour did month by month: charts beside their table, and what was said before it was corrected. */
export function HarbourMonths({
  months,
  id,
  mends,
  today,
  t,
}: {
  months: readonly HarbourMonthRow[]
  id: string
  /** Whether the reader may correct a month. */
  mends: boolean
  today: PlainDate
  t: Translator
}) {
  if (months.length === 0) return <p className="py-2 text-ink-2">{t('harbour.month.none')}</p>
  const drawn = months.slice(0, DRAWN).toReversed()
  return (
    <div className="grid gap-x-8 gap-y-4 pt-3 xl:grid-cols-[minmax(0,1fr)_minmax(0,480px)]">
      <section tabIndex={0} aria-label={t('harbour.month.caption')} className="min-w-0 overflow-x-auto">
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{t('harbour.month.caption')}</caption>
          <thead>
            <tr>
              {(['month', 'visits', 'needs', 'granted', 'said'] as const).map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={clsx(th, name === 'month' || name === 'said' ? 'text-left' : 'text-right')}
                >
                  {t(`harbour.month.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((row) => (
              <tr key={row.month}>
                <th scope="row" className={clsx(td, 'text-left font-semibold')}>
                  {row.month}
                </th>
                <td className={clsx(td, 'text-right tabular-nums')}>{row.visits}</td>
                <td className={clsx(td, 'text-right tabular-nums')}>{row.needs}</td>
                <td className={clsx(td, 'text-right tabular-nums')}>{wanText(row.grantedFen)}</td>
                <td className={clsx(td, 'whitespace-normal!')}>
                  {row.steps.length > 1 && (
                    <details>
                      <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                        {t('harbour.month.corrected', { n: row.steps.length - 1 })}
                      </summary>
                      <ol>
                        {row.steps.map((step) => (
                          <li key={step.id} className="border-t border-divider py-1 text-sm">
                            <span className="text-ink-3">{dayIn(step.on, today)}</span>{' '}
                            {listed([step.by, figuresText(step, t), step.text], t)}
                          </li>
                        ))}
                      </ol>
                    </details>
                  )}
                  {mends && (
                    <Link
                      href={`/financing/harbours/${id}?month=${row.month}#month`}
                      aria-label={t('harbour.month.correctOf', { month: row.month })}
                      className="no-print inline-flex min-h-8 items-center whitespace-nowrap text-link max-sm:min-h-11"
                    >
                      {t('harbour.month.correct')}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="space-y-4">
        {(['visits', 'granted'] as const).map((name) => (
          <figure key={name}>
            <figcaption className="text-sm text-ink-2">{t(`harbour.month.${name}`)}</figcaption>
            <MonthChart
              months={drawn}
              of={(row) => (name === 'visits' ? row.visits : Number(row.grantedFen / 1_000_000n))}
              say={(row) => (name === 'visits' ? String(row.visits) : wanText(row.grantedFen).replace(/\.00$/, ''))}
              label={t('harbour.month.chart', { what: t(`harbour.month.${name}`), n: drawn.length })}
            />
          </figure>
        ))}
      </div>
    </div>
  )
}
