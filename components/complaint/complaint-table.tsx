import clsx from 'clsx'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { complaintReason, complaintStateText, pointText, starsText } from '@/lib/i18n/complaint-text'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ComplaintRow } from '@/lib/schemas/complaint'
import { ComplaintState } from './complaint-state'

const td = 'row-cell h-14'
const HEADS = [
  ['text', ''],
  ['kind', 'w-[6rem] lang-en:w-[10rem]'],
  ['point', 'w-[7rem] lang-en:w-[9rem]'],
  ['colour', 'w-[11rem] lang-en:w-[16rem]'],
  ['clock', 'w-[204px]'],
  ['lead', 'w-[6.5rem] lang-en:w-[8rem]'],
  ['filed', 'w-[5.5rem]'],
  ['due', 'w-[5.5rem]'],
  ['rating', 'w-[6rem] lang-en:w-[9rem]'],
  ['state', 'w-[5rem] lang-en:w-[8.5rem]'],
] as const

type Props = Readonly<{ rows: readonly ComplaintRow[]; today: PlainDate; locale: Locale }>

/** Urged, said before, done anew: what makes one of many. */
const marksOf = ({ urged, repeatOf, merged, reopened }: ComplaintRow, t: Translator): string[] => [
  ...(repeatOf && !merged ? [t('complaint.repeat')] : []),
  ...(reopened > 0 ? [t('complaint.reopened', { n: reopened })] : []),
  ...(urged > 0 ? [t('complaint.urged', { n: urged })] : []),
]

const ratingText = ({ rating, answeredOn }: ComplaintRow, locale: Locale, t: Translator): string =>
  starsText(rating, locale) ?? (answeredOn ? t('complaint.notRated') : '—')

/** Complaints as a table, what is nearest to its day first. */
export function ComplaintTable({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <table className="w-full min-w-[80rem] table-fixed border-separate border-spacing-0 lang-en:min-w-[104rem]">
      <caption className="sr-only">{t('complaint.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`complaint.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/supervision/complaints/${row.id}`}
                className="block truncate leading-6 font-semibold hover:text-link"
              >
                <span className="sr-only">{t('complaint.no', { n: row.number })}</span>
                <span lang="zh-CN">{row.text}</span>
              </Link>
              <span className="block truncate text-sm leading-6 text-ink-2">
                {t('complaint.no', { n: row.number })}{' '}
                <span lang="zh-CN" className="ml-1">
                  {row.place}
                </span>
                {marksOf(row, t).map((mark) => (
                  <span key={mark} className="ml-2 text-yellow-ink">
                    {mark}
                  </span>
                ))}
              </span>
            </th>
            <td className={td}>{t(`complaint.kind.${row.kind}`)}</td>
            <td className={clsx(td, 'text-ink-2')} title={row.point?.name}>
              {pointText(row.point, locale)}
            </td>
            <td className={td}>
              <span className="flex items-center gap-2">
                <Lamp level={row.level} quiet={row.level === 'GREY'} t={t} />
                <span className={`min-w-0 why-${row.level}`}>{complaintReason(row, locale)}</span>
              </span>
            </td>
            <td className={clsx(td, 'px-2')}>
              {row.clock ? <ClockRuler clock={row.clock} t={t} /> : <span className="text-ink-3">—</span>}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{row.lead?.name ?? t('complaint.noLead')}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.filedOn, today)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>
              {row.clockOn ? dayIn(row.clockOn, today) : <span className="text-ink-3">—</span>}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{ratingText(row, locale, t)}</td>
            <td className={clsx(td, 'text-ink-2')}>
              <ComplaintState row={row} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Complaints on a phone: a card each, the whole of it one way in. */
export function ComplaintCards({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/supervision/complaints/${row.id}`} className="block px-4 py-3.5">
            <span className="flex items-center gap-2">
              <Lamp level={row.level} size="m" t={t} />
              <span className={`min-w-0 flex-1 why-${row.level}`}>{complaintReason(row, locale)}</span>
              <span className="text-ink-2">{complaintStateText(row, locale)}</span>
            </span>
            <b lang="zh-CN" className="mt-1 line-clamp-3">
              {row.text}
            </b>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              <span>{t('complaint.no', { n: row.number })}</span>
              <span>{t(`complaint.kind.${row.kind}`)}</span>
              <span className="min-w-0 flex-1 truncate">{pointText(row.point, locale)}</span>
              <span>{row.lead?.name ?? t('complaint.noLead')}</span>
              <span className="whitespace-nowrap">{dayIn(row.clockOn ?? row.filedOn, today)}</span>
            </span>
            {marksOf(row, t).length > 0 && (
              <span className="block text-sm text-yellow-ink">{marksOf(row, t).join(' ')}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
