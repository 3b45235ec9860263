import clsx from 'clsx'
import { MonthBars } from '@/components/service/month-bars'
import { Link } from '@/components/ui/link'
import type { Figure, Period } from '@/lib/domain/figure'
import type { Translator } from '@/lib/i18n/translator'
import type { WalkMonth } from '@/lib/schemas/walk'
import { walksHref } from './walk-link'

const th = 'border-b border-control px-2 pb-1 text-xs font-normal whitespace-nowrap text-ink-3'
const td = 'h-10 border-b border-divider px-2'

/** A share to one place; of nothing there is none. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`

const COLUMNS = ['walks', 'findings', 'closed', 'papers', 'days', 'trips'] as const
type Column = (typeof COLUMNS)[number]

const figureOf = (month: WalkMonth, column: Column): number =>
  column === 'walks' || column === 'findings' || column === 'closed' ? month[column] : month.saved[column]

const hrefOf = (column: Column, days: Readonly<Period>): string =>
  column === 'walks'
    ? walksHref({ stand: 'DONE', ...days })
    : column === 'findings'
      ? walksHref({ tab: 'findings', ...days })
      : walksHref({ tab: 'findings', state: 'CLOSED', by: 'closed', ...days })

/** Walks, findings and what was saved by month: the chart beside its table, each figure opening its rows. */
export function WalkFigures({
  months,
  period,
  figures,
  t,
}: {
  months: readonly WalkMonth[]
  period: Period
  figures: readonly Figure[]
  t: Translator
}) {
  const solved = figures.find(({ name }) => name === 'walks.issuesSolved')
  const share = figures.find(({ name }) => name === 'walks.closedShare')
  const sum = (column: Column) => months.reduce((total, month) => total + figureOf(month, column), 0)
  const cell = (column: Column, n: number, days: Period, name: string) => (
    <td key={column} className={clsx(td, 'text-right')}>
      {n === 0 ? (
        <span className="text-ink-3">0</span>
      ) : (
        <Link
          href={hrefOf(column, { from: days.from, to: days.to })}
          aria-label={t('walk.figures.open', { month: name, what: t(`walk.figures.${column}`), n })}
          className="inline-flex items-center hover:text-link hover:underline max-sm:min-h-11"
        >
          {n}
        </Link>
      )}
    </td>
  )
  return (
    <div className="space-y-6 px-4 py-5 sm:px-6">
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2">
        <h2 className="text-lg font-semibold">{t('walk.figures.period', period)}</h2>
        {share?.value.kind === 'share' && (
          <p>
            {t('walk.figures.share')}{' '}
            <Link href={share.href} className="text-lg font-semibold hover:text-link">
              {shareText(Number(share.value.part), Number(share.value.whole))}
            </Link>
          </p>
        )}
        {solved?.value.kind === 'count' && (
          <p>
            {t('walk.figures.solved')}{' '}
            <Link href={solved.href} className="text-lg font-semibold hover:text-link">
              {solved.value.n}
            </Link>
          </p>
        )}
      </div>
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2">
        <section tabIndex={0} aria-label={t('walk.figures.months')} className="min-w-0 overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr>
                <th scope="col" className={clsx(th, 'text-left')}>
                  {t('walk.figures.month')}
                </th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={clsx(th, 'text-right')}>
                    {t(`walk.figures.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((month) => (
                <tr key={month.month}>
                  <th scope="row" className={clsx(td, 'text-left font-semibold')}>
                    {month.month}
                  </th>
                  {COLUMNS.map((column) => cell(column, figureOf(month, column), month, month.month))}
                </tr>
              ))}
            </tbody>
            <tfoot className="font-semibold">
              <tr>
                <th scope="row" className={clsx(td, 'text-left')}>
                  {t('walk.figures.sum')}
                </th>
                {COLUMNS.map((column) => cell(column, sum(column), period, t('walk.figures.sum')))}
              </tr>
            </tfoot>
          </table>
        </section>
        <section tabIndex={0} aria-label={t('walk.figures.bars')} className="min-w-0 overflow-x-auto">
          <MonthBars
            months={months.map(({ month }) => month)}
            values={months.map(({ walks }) => walks)}
            label={t('walk.figures.chart', { values: months.map(({ walks }) => walks).join(t('shell.comma')) })}
          />
        </section>
      </div>
      <p className="text-sm text-ink-3">{t('walk.figures.hint')}</p>
    </div>
  )
}
