import clsx from 'clsx'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { PointRow } from '@/lib/schemas/monitor-point'

const td = 'row-cell h-14'
const HEADS = [
  ['number', 'w-[4.5rem]'],
  ['name', 'w-[20rem]'],
  ['kind', 'w-[7rem]'],
  ['supervisor', 'w-[12rem]'],
  ['contact', 'w-[9rem]'],
  ['plate', 'w-[10rem]'],
  ['openedOn', 'w-[9rem]'],
] as const

type Props = Readonly<{ rows: readonly PointRow[]; today: PlainDate; locale: Locale }>

/** When a point opened, or since when it is closed. */
const dayText = (row: PointRow, today: PlainDate, t: Translator): string => {
  if (row.state === 'CLOSED' && row.closedOn) return t('point.closedOn', { day: dayIn(row.closedOn, today) })
  return row.openedOn ? t('point.openedOn', { day: dayIn(row.openedOn, today) }) : t('point.notOpened')
}

/** How a point is off for plates: what needs a hand is said in full ink. */
function Plate({ row, today, t }: { row: PointRow; today: PlainDate; t: Translator }) {
  const fine = row.stand === 'POSTED' || row.state !== 'OPEN'
  return (
    <>
      <span className={clsx('block', fine ? 'text-ink-2' : 'font-semibold')}>{t(`point.stand.${row.stand}`)}</span>
      {row.unsigned && <span className="block text-sm font-semibold text-red-ink">{t('point.unsigned')}</span>}
      {row.postedOn && (
        <span className="block text-sm text-ink-3">{t('point.postedOn', { day: dayIn(row.postedOn, today) })}</span>
      )}
    </>
  )
}

/** The register as a table, by number. */
export function PointTable({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <table className="w-full min-w-[70rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('point.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`point.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <td className={clsx(td, 'tabular-nums')}>{row.number}</td>
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/supervision/points/${row.id}`}
                lang={languageOf(row.name, locale)}
                className="line-clamp-2 leading-6 font-semibold hover:text-link"
              >
                {row.name}
              </Link>
              <span className="block truncate text-sm text-ink-3">{row.address}</span>
            </th>
            <td className={td}>{t(`point.kind.${row.kind}`)}</td>
            <td className={td}>
              {row.supervisor.name}
              {row.supervisor.unit && <span className="block truncate text-sm text-ink-3">{row.supervisor.unit}</span>}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{row.contact.name}</td>
            <td className={td}>
              <Plate row={row} today={today} t={t} />
            </td>
            <td className={clsx(td, 'text-ink-2')}>{dayText(row, today, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The register on a phone: a card each, with somebody to call. */
export function PointCards({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card px-4 py-3.5">
          <Link href={`/supervision/points/${row.id}`} className="block">
            <span className="flex items-baseline gap-3">
              <b lang={languageOf(row.name, locale)} className="min-w-0 flex-1 text-lg">
                {row.name}
              </b>
              <span className="text-ink-2">{t('point.no', { n: row.number })}</span>
            </span>
            <span className="block text-ink-2">{row.address}</span>
            <span className="flex flex-wrap gap-x-3 text-sm text-ink-2">
              <span>{t(`point.kind.${row.kind}`)}</span>
              <span>{dayText(row, today, t)}</span>
            </span>
            <span className="mt-1 block">
              <Plate row={row} today={today} t={t} />
            </span>
          </Link>
          {row.supervisor.phone && (
            <a href={`tel:${row.supervisor.phone}`} className="mt-1 inline-flex min-h-11 items-center pr-4 text-link">
              {t('point.call', { name: row.supervisor.name })}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
