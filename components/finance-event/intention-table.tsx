import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { dueMark } from '@/lib/domain/event-intention'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { IntentionRow } from '@/lib/schemas/event-intention'
import type { EventMoney } from '@/lib/schemas/finance-event'
import { MoneyCells } from './event-table'

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-12 border-b border-divider px-2.5'

type Props = Readonly<{
  rows: readonly IntentionRow[]
  /** Of the whole filter, where the list has a foot. */
  sum?: EventMoney
  /** Whether each row says of which event it is. */
  ofEvent: boolean
  today: PlainDate
  locale: Locale
}>

/** What an intention waits for: the day that is due, else the next one, else where it ended. */
export function markText({ marks, stand }: IntentionRow, today: PlainDate, t: Translator): string {
  const due = dueMark(marks)
  if (due) return t('financeEvent.mark.due', { days: due.days, day: dayIn(due.dueOn, today) })
  const next = marks.find(({ doneOn, dueOn }) => doneOn === null && dueOn > today)
  return next && stand.state !== 'LAPSED'
    ? t('financeEvent.mark.next', { days: next.days, day: dayIn(next.dueOn, today) })
    : t('financeEvent.mark.over')
}

const moneyOf = ({ intendedFen, stand }: IntentionRow): EventMoney => ({ intentions: 1, intendedFen, ...stand })
const bankText = (row: IntentionRow, t: Translator) => row.bank?.name ?? t('financeEvent.noBank')

/** Intentions with what became of them, each kind of money in a column of its own. */
export function IntentionTable({ rows, sum, ofEvent, today, locale }: Props) {
  const t = translator(locale)
  const heads = ['firm', 'bank', ...(ofEvent ? (['event'] as const) : []), 'signedOn', 'state'] as const
  const money = ['intended', 'granted', 'paidNew', 'paidRenewed'] as const
  return (
    <table className={clsx('w-full border-separate border-spacing-0', ofEvent ? 'min-w-[68rem]' : 'min-w-[54rem]')}>
      <caption className="sr-only">{t('financeEvent.intention.caption', { n: rows.length })}</caption>
      <thead>
        <tr>
          {heads.map((name) => (
            <th key={name} scope="col" className={clsx(th, 'text-left')}>
              {t(`financeEvent.column.${name}`)}
            </th>
          ))}
          {money.map((name) => (
            <th key={name} scope="col" className={clsx(th, 'text-right')}>
              {t(`financeEvent.column.${name}`)}
            </th>
          ))}
          <th scope="col" className={clsx(th, 'text-left')}>
            {t('financeEvent.column.follow')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/financing/events/intentions/${row.id}`}
                lang={languageOf(row.enterprise.name, locale)}
                className="font-semibold hover:text-link"
              >
                {row.enterprise.name}
                <span className="sr-only">{`${t('shell.comma')}${bankText(row, t)}`}</span>
              </Link>
            </th>
            <td className={clsx(td, !row.bank && 'text-ink-3')}>{bankText(row, t)}</td>
            {ofEvent && <td className={clsx(td, 'text-ink-2')}>{row.event.theme}</td>}
            <td className={clsx(td, 'whitespace-nowrap text-ink-2')}>{dayIn(row.signedOn, today)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{t(`financeEvent.intention.state.${row.stand.state}`)}</td>
            <MoneyCells money={moneyOf(row)} />
            <td className={clsx(td, 'whitespace-nowrap', dueMark(row.marks) ? 'text-yellow-ink' : 'text-ink-2')}>
              {markText(row, today, t)}
            </td>
          </tr>
        ))}
      </tbody>
      {sum && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={heads.length} className={clsx(td, 'text-left font-semibold')}>
              {t('financeEvent.intention.sum', { n: sum.intentions })}
            </th>
            <MoneyCells money={sum} className="font-semibold" />
            <td className={td} />
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** Intentions on a phone. */
export function IntentionCards({ rows, ofEvent, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/financing/events/intentions/${row.id}`} className="block px-4 py-3.5">
            <span className="flex items-baseline gap-3">
              <b lang={languageOf(row.enterprise.name, locale)} className="min-w-0 flex-1 text-lg">
                {row.enterprise.name}
              </b>
              <span className="text-ink-2">{t(`financeEvent.intention.state.${row.stand.state}`)}</span>
            </span>
            <span className="block text-ink-2">
              {bankText(row, t)} {dayIn(row.signedOn, today)}
            </span>
            {ofEvent && <span className="block truncate text-sm text-ink-2">{row.event.theme}</span>}
            <span className="flex flex-wrap gap-x-4 text-sm text-ink-2">
              <span>{t('financeEvent.money.intendedOf', { sum: wanText(row.intendedFen) })}</span>
              {row.stand.grantedFen > 0n && (
                <span>{t('financeEvent.money.grantedOf', { sum: wanText(row.stand.grantedFen) })}</span>
              )}
              {row.stand.paidNewFen > 0n && (
                <span>{t('financeEvent.money.paidNewOf', { sum: wanText(row.stand.paidNewFen) })}</span>
              )}
              {row.stand.paidRenewedFen > 0n && (
                <span>{t('financeEvent.money.paidRenewedOf', { sum: wanText(row.stand.paidRenewedFen) })}</span>
              )}
            </span>
            <span className={clsx('block text-sm', dueMark(row.marks) ? 'text-yellow-ink' : 'text-ink-2')}>
              {markText(row, today, t)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
