import clsx from 'clsx'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { EventMoney, EventPage } from '@/lib/schemas/finance-event'

const td = 'row-cell h-14'
const right = clsx(td, 'text-right tabular-nums')
const HEADS = [
  ['theme', 'w-[15rem]'],
  ['day', 'w-[7.5rem]'],
  ['state', 'w-[6rem] lang-en:w-[7.5rem]'],
  ['place', 'w-[12rem]'],
  ['invited', 'w-[4rem] text-right!'],
  ['firms', 'w-[4rem] text-right!'],
  ['banks', 'w-[4rem] text-right!'],
  ['intended', 'w-[6.5rem] text-right! lang-en:w-[7.5rem]'],
  ['granted', 'w-[6.5rem] text-right! lang-en:w-[7.5rem]'],
  ['paidNew', 'w-[6.5rem] text-right! lang-en:w-[7.5rem]'],
  ['paidRenewed', 'w-[6.5rem] text-right! lang-en:w-[7.5rem]'],
] as const

type Props = Readonly<{
  page: EventPage
  /** Whether the reader sees how many were asked and came. */
  counts: boolean
  today: PlainDate
  locale: Locale
}>

/** Four columns of money, none added to another; a dash where there is none. */
export function MoneyCells({ money, className }: { money: EventMoney; className?: string }) {
  return [money.intendedFen, money.grantedFen, money.paidNewFen, money.paidRenewedFen].map((fen, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: four columns in their fixed order
    <td key={i} className={clsx(right, className, fen === 0n && 'text-ink-3')}>
      {fen === 0n ? '—' : wanText(fen)}
    </td>
  ))
}

/** Events as a table, the latest at the top; the foot sums the whole filter. */
export function EventTable({ page: { rows, sum, total }, counts, today, locale }: Props) {
  const t = translator(locale)
  const heads = HEADS.filter(([name]) => counts || !['invited', 'firms', 'banks'].includes(name))
  return (
    <table className="w-full min-w-[76rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('financeEvent.caption', { n: rows.length })}</caption>
      <RuledHead heads={heads} word={(name) => t(`financeEvent.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/financing/events/${row.id}`}
                lang={languageOf(row.theme, locale)}
                className="line-clamp-2 leading-6 font-semibold hover:text-link"
              >
                {row.theme}
              </Link>
              <span className="block truncate text-sm text-ink-3">{t(`financeEvent.kind.${row.kind}`)}</span>
            </th>
            <td className={td}>
              {dayIn(row.heldOn, today)} <span className="text-ink-2">{row.startsAt}</span>
            </td>
            <td className={td}>{t(`financeEvent.state.${row.state}`)}</td>
            <td className={clsx(td, 'text-ink-2')}>
              <span className="block truncate">{row.place}</span>
            </td>
            {counts && (
              <>
                <td className={right}>{row.counts.invited}</td>
                <td className={right}>{row.state === 'HELD' ? row.counts.firms : '—'}</td>
                <td className={right}>{row.state === 'HELD' ? row.counts.banks : '—'}</td>
              </>
            )}
            <MoneyCells money={row.money} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4} className={clsx(td, 'text-left font-semibold')}>
            {t('financeEvent.sum', { n: total })}
          </th>
          {counts && (
            <>
              <td className={clsx(right, 'font-semibold')}>{sum.invited}</td>
              <td className={clsx(right, 'font-semibold')}>{sum.firms}</td>
              <td className={clsx(right, 'font-semibold')}>{sum.banks}</td>
            </>
          )}
          <MoneyCells money={sum} className="font-semibold" />
        </tr>
      </tfoot>
    </table>
  )
}

/** Events on a phone: a card each, the whole of it one way in. */
export function EventCards({ page: { rows }, counts, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/financing/events/${row.id}`} className="block px-4 py-3.5">
            <span className="flex items-baseline gap-3">
              <b lang={languageOf(row.theme, locale)} className="min-w-0 flex-1 text-lg">
                {row.theme}
              </b>
              <span className="text-ink-2">{t(`financeEvent.state.${row.state}`)}</span>
            </span>
            <span className="block text-ink-2">
              {dayIn(row.heldOn, today)} {row.startsAt} {row.place}
            </span>
            {counts && row.state === 'HELD' && (
              <span className="block text-ink-2">
                {t('financeEvent.came', { firms: row.counts.firms, banks: row.counts.banks })}
              </span>
            )}
            {row.money.intentions > 0 && (
              <span className="flex flex-wrap gap-x-4 text-sm text-ink-2">
                <span>{t('financeEvent.money.intendedOf', { sum: wanText(row.money.intendedFen) })}</span>
                <span>{t('financeEvent.money.grantedOf', { sum: wanText(row.money.grantedFen) })}</span>
                <span>{t('financeEvent.money.paidNewOf', { sum: wanText(row.money.paidNewFen) })}</span>
                <span>{t('financeEvent.money.paidRenewedOf', { sum: wanText(row.money.paidRenewedFen) })}</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
