import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { type Fraction, toFixedDecimal } from '@/lib/domain/decimal'
import { agencyText } from '@/lib/i18n/agency-text'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { TimePair, TimeQuery, TimeTable } from '@/lib/schemas/time-table'
import { timeHref } from './time-link'
import { partsText } from './time-rows'

/** A middle value as people write it: a whole number, or one that ends in a half. */
const medianText = (median: Fraction): string => toFixedDecimal(median, 1).replace(/\.0$/, '')

/** Agency by agency, item by item: how many were finished, the middle one, four of five, and whose days they were. */
export function PairTable({ table, query, locale }: { table: TimeTable; query: TimeQuery; locale: Locale }) {
  const t = translator(locale)
  const isOpen = (pair: TimePair) => pair.code === query.item && pair.agency === query.agency
  return (
    <section tabIndex={0} aria-label={t('time.title')} className="overflow-x-auto border-t border-control">
      <table className="w-full min-w-[640px] [&_td]:px-2 [&_td]:py-2 [&_th]:px-2 [&_th]:py-2">
        <thead className="bg-thead text-sm whitespace-nowrap [&_th]:text-left">
          <tr>
            <th scope="col">{t('time.column.item')}</th>
            <th scope="col" className="text-right!">
              {t(query.of ? 'time.column.open' : 'time.column.n')}
            </th>
            <th scope="col" className="text-right!">
              {t('time.column.median')}
            </th>
            <th scope="col" className="text-right!">
              {t('time.column.p80')}
            </th>
            <th scope="col">{t('time.column.whose')}</th>
          </tr>
        </thead>
        {table.agencies.map(({ agency, n, account, pairs }) => (
          <tbody key={agency}>
            <tr className="border-t border-divider bg-zebra">
              <th scope="rowgroup" className="text-left">
                {agencyText(agency, locale)}
              </th>
              <td className="text-right">{n}</td>
              <td />
              <td />
              <td className="text-sm text-ink-2">{partsText(account, t)}</td>
            </tr>
            {pairs.map((pair) => (
              <tr key={pair.code} className={clsx('border-t border-divider', isOpen(pair) && 'bg-selected')}>
                <th scope="row" className="text-left font-normal">
                  {itemName(pair, locale)}
                </th>
                <td className="text-right">
                  <Link
                    href={`${timeHref(query, { item: pair.code, agency: pair.agency })}#rows`}
                    aria-label={t('time.openRows', { item: itemName(pair, locale), n: pair.n })}
                    aria-current={isOpen(pair) ? 'true' : undefined}
                    className="inline-flex min-h-6 min-w-6 items-center justify-end font-semibold underline max-sm:min-h-11"
                  >
                    {pair.n}
                  </Link>
                </td>
                {pair.usual.enough ? (
                  <>
                    <td className="text-right">{medianText(pair.usual.median)}</td>
                    <td className="text-right">{pair.usual.p80}</td>
                  </>
                ) : (
                  <td colSpan={2} className="text-right text-ink-3">
                    {query.of ? t('time.fewBegun', { n: pair.usual.n }) : t('time.few')}
                  </td>
                )}
                <td className="text-sm text-ink-2">{partsText(pair.account, t)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
