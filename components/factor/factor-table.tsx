import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { RuledHead } from '@/components/level/ruled-head'
import { RulerCell } from '@/components/level/ruler-cell'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { factorReason, gapText } from '@/lib/i18n/factor-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { FactorRow } from '@/lib/schemas/factor'

const td = 'row-cell h-14'
const HEADS = [
  ['project', 'w-[15rem]'],
  ['kind', 'w-[6.5rem] lang-en:w-[9rem]'],
  ['quantity', 'w-[8rem]'],
  ['gap', 'w-[9rem]'],
  ['colour', 'w-[12.5rem] lang-en:w-[16rem]'],
  ['clock', 'w-[204px]'],
  ['lead', 'w-[7.5rem]'],
  ['committed', 'w-[8.5rem]'],
  ['state', 'w-[6rem] lang-en:w-[7.5rem]'],
] as const

type Props = Readonly<{ rows: readonly FactorRow[]; today: PlainDate; locale: Locale }>

/** Needs as a table, what is needed first at the top. */
export function FactorTable({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <table className="w-full min-w-[80rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('factor.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`factor.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/factors/${row.id}`}
                lang={languageOf(row.project.name, locale)}
                className="line-clamp-2 leading-6 font-semibold hover:text-link"
              >
                {row.project.name}
                <span className="sr-only">{`${t('shell.comma')}${t(`factor.kind.${row.kind}`)}`}</span>
              </Link>
            </th>
            <td className={td}>{t(`factor.kind.${row.kind}`)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{t('factor.amount', { n: row.quantity, unit: row.unit })}</td>
            <td className={clsx(td, row.gap === '0' ? 'text-ink-3' : 'font-medium')}>{gapText(row, locale)}</td>
            <td className={td}>
              <span className="flex items-center gap-2">
                <Lamp level={row.level} quiet={row.level === 'GREY'} t={t} />
                <span className={`min-w-0 why-${row.level}`}>{factorReason(row, locale)}</span>
              </span>
            </td>
            <td className={clsx(td, 'px-2')}>
              {row.ruler ? (
                <RulerCell ruler={row.ruler} today={today} t={t} />
              ) : (
                <span className="text-sm text-ink-3">{t('factor.needBy', { day: dayIn(row.needBy, today) })}</span>
              )}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{row.lead?.name ?? t('factor.noLead')}</td>
            <td className={td}>
              {row.committedOn ? dayIn(row.committedOn, today) : <span className="text-ink-3">—</span>}
              {row.tooLate && <span className="block text-sm text-yellow-ink">{t('factor.tooLate')}</span>}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{t(`factor.state.${row.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Needs on a phone: a card each, the whole of it one way in. */
export function FactorCards({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/factors/${row.id}`} className="block px-4 py-3.5">
            <span className="flex items-center gap-2">
              <Lamp level={row.level} size="m" t={t} />
              <span className={`min-w-0 flex-1 why-${row.level}`}>{factorReason(row, locale)}</span>
              <span className="text-ink-2">{t(`factor.state.${row.state}`)}</span>
            </span>
            <b className="mt-1 block text-lg">
              {t(`factor.kind.${row.kind}`)} {t('factor.amount', { n: row.quantity, unit: row.unit })}
            </b>
            <span lang={languageOf(row.project.name, locale)} className="block truncate text-ink-2">
              {row.project.name}
            </span>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              <span className="min-w-0 flex-1 truncate">{row.lead?.name ?? t('factor.noLead')}</span>
              <span className="whitespace-nowrap">{t('factor.needBy', { day: dayIn(row.needBy, today) })}</span>
            </span>
            <span className="block text-ink-2">{gapText(row, locale)}</span>
            {row.tooLate && <span className="block text-sm text-yellow-ink">{t('factor.tooLate')}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
