import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { dutyText, leftText, termsText } from '@/lib/i18n/financing-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { FinancingRow } from '@/lib/schemas/financing'

const th =
  'border-b border-control bg-thead px-2.5 py-1 text-left align-bottom text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'row-cell h-14'
const number = 'text-right tabular-nums whitespace-nowrap'

type Props = Readonly<{ rows: readonly FinancingRow[]; today: PlainDate; locale: Locale }>

/** What banks made of a need, each level by itself; null where the reader is not told. */
const moneyOf = ({ offers }: FinancingRow) => {
  const sum = (of: (offer: FinancingRow['offers'][number]) => bigint | null) =>
    offers.reduce((all, offer) => all + (offer.state === 'WITHDRAWN' ? 0n : (of(offer) ?? 0n)), 0n)
  return {
    granted: sum((offer) => offer.grantedFen),
    signed: sum((offer) => offer.signedFen),
    paidNew: sum((offer) => offer.paidNewFen),
    paidRenewed: sum((offer) => offer.paidRenewedFen),
  }
}
const LEVELS = ['granted', 'signed', 'paidNew', 'paidRenewed'] as const

/** Needs as a table; applied, granted, signed and paid stand in columns of their own. */
export function NeedTable({ rows, today, locale }: Props) {
  const t = translator(locale)
  const head = (name: Parameters<typeof t>[0], width: string, right = false) => (
    <th scope="col" className={clsx(th, width, right && 'text-right')}>
      {t(name)}
    </th>
  )
  return (
    <table className="w-full min-w-[84rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('financing.caption', { n: rows.length })}</caption>
      <thead className="sticky top-0 z-10">
        <tr>
          {head('financing.column.number', 'w-[3.5rem]')}
          {head('financing.column.need', 'w-[13rem]')}
          {head('financing.column.project', 'w-[10.5rem]')}
          {head('financing.column.colour', 'w-[5.5rem] lang-en:w-[7rem]')}
          {head('financing.column.next', 'w-[9.5rem]')}
          {head('financing.column.terms', 'w-[8.5rem]')}
          {head('financing.column.applied', 'w-[6.5rem]', true)}
          {LEVELS.map((level) => (
            <th key={level} scope="col" className={clsx(th, 'w-[5.75rem] text-right')}>
              {t(`financing.column.${level}`)}
            </th>
          ))}
          {head('financing.column.state', 'w-[6.5rem] lang-en:w-[8rem]')}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const money = moneyOf(row)
          const terms = termsText(row, t)
          return (
            <tr key={row.id} className="group">
              <td className={clsx(td, 'text-ink-3')}>{row.number}</td>
              <th scope="row" className={clsx(td, 'text-left font-normal')}>
                <Name row={row} locale={locale} />
                {row.purpose && (
                  <span className="block text-sm text-ink-2">{t(`financing.purpose.${row.purpose}`)}</span>
                )}
              </th>
              <td className={clsx(td, 'text-ink-2')}>
                <Project row={row} locale={locale} />
              </td>
              <td className={td}>
                <Lamp level={row.level} quiet={row.level === 'GREY'} t={t} />
              </td>
              <td className={td}>
                {dutyText(row.duty, today, t)}
                <span className={`block text-sm why-${row.level}`}>{leftText(row.duty, t)}</span>
              </td>
              <td className={td}>
                {terms && (
                  <>
                    {terms.first}
                    <span className="block text-sm text-ink-2">{terms.second}</span>
                  </>
                )}
              </td>
              <td className={clsx(td, number, 'font-semibold')}>{wanText(row.amountFen)}</td>
              {LEVELS.map((level) => (
                <td key={level} className={clsx(td, number)}>
                  {money[level] > 0n ? wanText(money[level]) : <span className="text-ink-3">—</span>}
                </td>
              ))}
              <td className={clsx(td, 'text-ink-2')}>
                {t(`financing.state.${row.state}`)}
                <span className="block text-sm text-ink-3">{dayIn(row.filedOn, today)}</span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Name({ row, locale }: { row: FinancingRow; locale: Locale }) {
  const name = (
    <span lang={languageOf(row.enterprise.name, locale)} className="line-clamp-2 leading-6 font-semibold">
      {row.enterprise.name}
    </span>
  )
  return row.open ? (
    <Link href={`/financing/${row.id}`} className="block hover:text-link">
      {name}
    </Link>
  ) : (
    name
  )
}

function Project({ row: { project }, locale }: { row: FinancingRow; locale: Locale }) {
  const t = translator(locale)
  if (!project) return t('financing.noProject')
  const name = (
    <span lang={languageOf(project.name, locale)} className="line-clamp-2">
      {project.name}
    </span>
  )
  return project.open ? (
    <Link href={`/projects/${project.id}`} className="block hover:text-link">
      {name}
    </Link>
  ) : (
    name
  )
}

/** Needs on a phone: a card each, the whole of it one way in. */
export function NeedCards({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => {
        const terms = termsText(row, t)
        const card = (
          <>
            <span className="flex items-center gap-2">
              <Lamp level={row.level} size="m" t={t} />
              <span className={`min-w-0 flex-1 why-${row.level}`}>{dutyText(row.duty, today, t)}</span>
              <span className="text-ink-2">{t(`financing.state.${row.state}`)}</span>
            </span>
            <b className="mt-1 block text-lg" lang={languageOf(row.enterprise.name, locale)}>
              {row.enterprise.name}
            </b>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              <span className="min-w-0 flex-1 truncate">{row.project?.name ?? t('financing.noProject')}</span>
              <span className="font-semibold text-ink">
                {wanText(row.amountFen)} {t('financing.unit')}
              </span>
            </span>
            {terms && (
              <span className="block text-ink-2">
                {terms.first}
                {t('shell.comma')}
                {terms.second}
              </span>
            )}
          </>
        )
        return (
          <li key={row.id} className="mb-2 border-y border-divider bg-card">
            {row.open ? (
              <Link href={`/financing/${row.id}`} className="block px-4 py-3.5">
                {card}
              </Link>
            ) : (
              <div className="px-4 py-3.5">{card}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
