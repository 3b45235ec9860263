import clsx from 'clsx'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { limitText, nameText } from '@/lib/i18n/report-text'
import type { Translator } from '@/lib/i18n/translator'
import type { ReportRow } from '@/lib/schemas/sealed-report'
import { LetterLine } from './sealed'

const td = 'row-cell h-14'
const HEADS = [
  ['about', 'w-[24rem]'],
  ['colour', 'w-[14rem] lang-en:w-[18rem]'],
  ['clock', 'w-[204px]'],
  ['name', 'w-[6rem] lang-en:w-[8rem]'],
  ['filed', 'w-[8rem]'],
  ['register', 'w-[9rem]'],
  ['state', 'w-[8rem] lang-en:w-[10rem]'],
] as const

type Props = Readonly<{ rows: readonly ReportRow[]; today: PlainDate; t: Translator }>

/** When a report came: the day, and the hour where it came by the code. */
export const filedText = ({ filedOn, filedHour }: ReportRow, today: PlainDate, t: Translator): string =>
  filedHour === null ? dayIn(filedOn, today) : t('report.filedAt', { day: dayIn(filedOn, today), hour: filedHour })

/** Its number in the commission's register; a dash before it has one. */
export const registerText = ({ register }: ReportRow, t: Translator): string =>
  register ? t('report.register', { year: String(register.year), n: register.number }) : '—'

/** What tells a report from the others for whoever hears the list, while all of them are sealed. */
const apart = (row: ReportRow, nth: number, today: PlainDate, t: Translator): string =>
  `${t('shell.comma')}${row.register ? registerText(row, t) : `${nth + 1} ${filedText(row, today, t)}`}`

/** Reports as a list: what was told stays sealed until the commission opens its key. */
export function ReportTable({ rows, today, t }: Props) {
  return (
    <table className="w-full min-w-[74rem] lang-en:min-w-[84rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('report.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`report.column.${name}`)} />
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link href={`/supervision/reports/${row.id}`} className="block hover:text-link">
                <LetterLine keyId={row.keyId} sealed={row.sealed} lines={1} />
                <span className="sr-only">{apart(row, i, today, t)}</span>
              </Link>
            </th>
            <td className={td}>
              <span className="flex items-center gap-2">
                <Lamp level={row.level} quiet={row.limit === null} t={t} />
                <span className={`min-w-0 why-${row.level}`}>{limitText(row, t)}</span>
              </span>
            </td>
            <td className={clsx(td, 'px-2')}>
              {row.clock ? <ClockRuler clock={row.clock} t={t} /> : <span className="text-ink-3">—</span>}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{nameText(row, t)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{filedText(row, today, t)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{registerText(row, t)}</td>
            <td className={clsx(td, 'text-ink-2')}>{t(`report.state.${row.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Reports on a phone: a card each. */
export function ReportCards({ rows, today, t }: Props) {
  return (
    <ul className="bg-page">
      {rows.map((row, i) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/supervision/reports/${row.id}`} className="block px-4 py-3.5">
            <span className="flex items-center gap-2">
              <Lamp level={row.level} size="m" quiet={row.limit === null} t={t} />
              <span className={`min-w-0 flex-1 why-${row.level}`}>{limitText(row, t)}</span>
              <span className="text-ink-2">{t(`report.state.${row.state}`)}</span>
            </span>
            <span className="mt-1 block">
              <LetterLine keyId={row.keyId} sealed={row.sealed} lines={2} />
              <span className="sr-only">{apart(row, i, today, t)}</span>
            </span>
            <span className="mt-1 flex flex-wrap gap-x-3 text-ink-2">
              <span className="flex-1">{nameText(row, t)}</span>
              <span className="whitespace-nowrap">{filedText(row, today, t)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
