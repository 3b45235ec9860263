import clsx from 'clsx'
import { MonthBars } from '@/components/service/month-bars'
import { Link } from '@/components/ui/link'
import { shareText } from '@/components/walk/walk-figures'
import type { Figure, Period } from '@/lib/domain/figure'
import type { Translator } from '@/lib/i18n/translator'
import type { PackMonth } from '@/lib/schemas/gift-pack'
import { packsHref } from './pack-link'

const th = 'border-b border-control px-2 pb-1 text-xs font-normal whitespace-nowrap text-ink-3'
const td = 'h-10 border-b border-divider px-2'

/** Packs by month: the chart beside its table, each figure opening its rows; and how many new enterprises were reached. */
export function PackFigures({
  months,
  period,
  figures,
  t,
}: {
  months: readonly PackMonth[]
  period: Period
  figures: readonly Figure[]
  t: Translator
}) {
  const reach = figures.find(({ name }) => name === 'packs.newShare')
  const sum = {
    packs: months.reduce((total, { packs }) => total + packs, 0),
    fresh: months.reduce((total, { fresh }) => total + fresh, 0),
  }
  const figure = (n: number, href: string, name: string) =>
    n === 0 ? (
      <span className="text-ink-3">0</span>
    ) : (
      <Link
        href={href}
        aria-label={t('pack.figures.open', { month: name, n })}
        className="inline-flex items-center hover:text-link hover:underline max-sm:min-h-11"
      >
        {n}
      </Link>
    )
  return (
    <div className="space-y-6 px-4 py-5 sm:px-6">
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2">
        <h2 className="text-lg font-semibold">{t('pack.figures.period', period)}</h2>
        {reach?.value.kind === 'share' && (
          <p>
            {t('pack.figures.reach')}{' '}
            {reach.value.whole === 0n ? (
              <span className="text-ink-2">{t('pack.figures.none')}</span>
            ) : (
              <>
                <Link href={reach.href} className="text-lg font-semibold hover:text-link">
                  {shareText(Number(reach.value.part), Number(reach.value.whole))}
                </Link>
                <span className="ml-2 text-ink-2">
                  {t('pack.figures.reachOf', { part: Number(reach.value.part), whole: Number(reach.value.whole) })}
                </span>
              </>
            )}
          </p>
        )}
      </div>
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2">
        <section tabIndex={0} aria-label={t('pack.figures.months')} className="min-w-0 overflow-x-auto">
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr>
                <th scope="col" className={clsx(th, 'text-left')}>
                  {t('pack.figures.month')}
                </th>
                {(['packs', 'fresh', 'share'] as const).map((name) => (
                  <th key={name} scope="col" className={clsx(th, 'text-right')}>
                    {t(`pack.figures.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, from, to, packs, fresh }) => (
                <tr key={month}>
                  <th scope="row" className={clsx(td, 'text-left font-semibold')}>
                    {month}
                  </th>
                  <td className={clsx(td, 'text-right')}>{figure(packs, packsHref({ from, to }), month)}</td>
                  <td className={clsx(td, 'text-right')}>{fresh}</td>
                  <td className={clsx(td, 'text-right text-ink-2')}>{shareText(fresh, packs)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot className="font-semibold">
              <tr>
                <th scope="row" className={clsx(td, 'text-left')}>
                  {t('pack.figures.sum')}
                </th>
                <td className={clsx(td, 'text-right')}>
                  {figure(sum.packs, packsHref({ from: period.from, to: period.to }), t('pack.figures.sum'))}
                </td>
                <td className={clsx(td, 'text-right')}>
                  {figure(
                    sum.fresh,
                    packsHref({ from: period.from, to: period.to, fresh: '1' }),
                    t('pack.figures.fresh'),
                  )}
                </td>
                <td className={clsx(td, 'text-right')}>{shareText(sum.fresh, sum.packs)}</td>
              </tr>
            </tfoot>
          </table>
        </section>
        <section tabIndex={0} aria-label={t('pack.figures.bars')} className="min-w-0 overflow-x-auto">
          <MonthBars
            months={months.map(({ month }) => month)}
            values={months.map(({ packs }) => packs)}
            label={t('pack.figures.chart', { values: months.map(({ packs }) => packs).join(t('shell.comma')) })}
          />
        </section>
      </div>
      <p className="text-sm text-ink-3">{t('pack.figures.hint')}</p>
    </div>
  )
}
