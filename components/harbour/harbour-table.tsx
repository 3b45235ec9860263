import clsx from 'clsx'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { HarbourPage, HarbourRow } from '@/lib/schemas/harbour'

const td = 'row-cell h-14'
const HEADS = [
  ['name', 'w-[15rem]'],
  ['state', 'w-[6rem] lang-en:w-[7.5rem]'],
  ['bank', 'w-[9rem]'],
  ['streets', 'w-[12rem]'],
  ['managers', 'w-[10rem]'],
  ['openedOn', 'w-[8rem]'],
  ['visits', 'w-[7rem]'],
  ['needs', 'w-[7rem]'],
  ['granted', 'w-[9rem]'],
] as const

type Props = Readonly<{ page: HarbourPage; today: PlainDate; locale: Locale }>

/** When a harbour opened, or since when it is closed. */
export const harbourDayText = (row: HarbourRow, today: PlainDate, t: Translator): string =>
  row.state === 'CLOSED' && row.closedOn
    ? t('harbour.closedOn', { day: dayIn(row.closedOn, today) })
    : row.openedOn
      ? t('harbour.openedOn', { day: dayIn(row.openedOn, today) })
      : t('harbour.notOpened')

/** What it did; one that has not opened did nothing. */
const did = (row: HarbourRow) => (row.state === 'PLANNED' ? null : row.sum)
const grantedOf = (row: HarbourRow): string => {
  const sum = did(row)
  return sum ? wanText(sum.grantedFen) : '—'
}

const streetsText = (row: HarbourRow, t: Translator) =>
  listed(
    row.streets.map(({ name }) => name),
    t,
  )

/** The register as a table, what opened first at the top; the foot sums what is shown. */
export function HarbourTable({ page: { rows, sum }, today, locale }: Props) {
  const t = translator(locale)
  const heads = HEADS.filter(([name]) => sum !== null || !['visits', 'needs', 'granted'].includes(name))
  return (
    <table className="w-full min-w-[72rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('harbour.caption', { n: rows.length })}</caption>
      <RuledHead heads={heads} word={(name) => t(`harbour.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/financing/harbours/${row.id}`}
                lang={languageOf(row.name, locale)}
                className="line-clamp-2 leading-6 font-semibold hover:text-link"
              >
                {row.name}
              </Link>
              <span className="block truncate text-sm text-ink-3">{row.address}</span>
            </th>
            <td className={td}>{t(`harbour.state.${row.state}`)}</td>
            <td className={td}>{row.bank.name}</td>
            <td className={clsx(td, 'text-ink-2')}>
              <span className="line-clamp-2 leading-6">{streetsText(row, t)}</span>
            </td>
            <td className={clsx(td, 'text-ink-2')}>
              {row.managers.map(({ name }) => name).join(t('shell.comma')) || '—'}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{harbourDayText(row, today, t)}</td>
            {sum !== null && (
              <>
                <td className={clsx(td, 'tabular-nums')}>{did(row)?.visits ?? '—'}</td>
                <td className={clsx(td, 'tabular-nums')}>{did(row)?.needs ?? '—'}</td>
                <td className={clsx(td, 'tabular-nums')}>{grantedOf(row)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
      {sum !== null && (
        <tfoot>
          <tr>
            <th scope="row" className={clsx(td, 'text-left font-semibold')} colSpan={6}>
              {t('harbour.sum')}
            </th>
            <td className={clsx(td, 'font-semibold tabular-nums')}>{sum.visits}</td>
            <td className={clsx(td, 'font-semibold tabular-nums')}>{sum.needs}</td>
            <td className={clsx(td, 'font-semibold tabular-nums')}>{wanText(sum.grantedFen)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** The register on a phone: a card each, with somebody to call. */
export function HarbourCards({ page: { rows }, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card px-4 py-3.5">
          <Link href={`/financing/harbours/${row.id}`} className="block">
            <span className="flex items-baseline gap-3">
              <b lang={languageOf(row.name, locale)} className="min-w-0 flex-1 text-lg">
                {row.name}
              </b>
              <span className="text-ink-2">{t(`harbour.state.${row.state}`)}</span>
            </span>
            <span className="block text-ink-2">{row.address}</span>
            <span className="flex flex-wrap gap-x-3 text-sm text-ink-2">
              <span>{row.bank.name}</span>
              <span>{harbourDayText(row, today, t)}</span>
              {row.streets.length > 0 && <span>{t('harbour.serves', { names: streetsText(row, t) })}</span>}
            </span>
          </Link>
          {row.managers.flatMap(({ id, name, phone }) =>
            phone
              ? [
                  <a key={id} href={`tel:${phone}`} className="mt-1 inline-flex min-h-11 items-center pr-4 text-link">
                    {t('harbour.call', { name })}
                  </a>,
                ]
              : [],
          )}
        </li>
      ))}
    </ul>
  )
}
