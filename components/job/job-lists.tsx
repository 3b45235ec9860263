import clsx from 'clsx'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { payText } from '@/lib/i18n/enterprise-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { JobEventRow, JobRow } from '@/lib/schemas/job'

const td = 'row-cell h-12'
const NEED_HEADS = [
  ['post', 'w-[15rem]'],
  ['enterprise', 'w-[18rem]'],
  ['number', 'w-[6rem]'],
  ['pay', 'w-[11rem]'],
  ['raised', 'w-[7rem]'],
  ['intended', 'w-[7rem]'],
  ['state', 'w-[7rem]'],
] as const
const EVENT_HEADS = [
  ['theme', 'w-[19rem]'],
  ['on', 'w-[7rem]'],
  ['place', 'w-[13rem]'],
  ['enterprises', 'w-[6rem]'],
  ['offered', 'w-[7rem]'],
  ['intended', 'w-[7rem]'],
  ['state', 'w-[7rem]'],
] as const

type Around = Readonly<{ today: PlainDate; locale: Locale }>

/** Posts looked for as a table. */
export function JobTable({ rows, today, locale }: Around & { rows: readonly JobRow[] }) {
  const t = translator(locale)
  return (
    <table className="w-full min-w-[70rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('job.caption', { n: rows.length })}</caption>
      <RuledHead heads={NEED_HEADS} word={(name) => t(`job.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/services/jobs/${row.id}`}
                lang={languageOf(row.post, locale)}
                className="font-semibold hover:text-link"
              >
                {row.post}
                <span className="sr-only">{`${t('shell.comma')}${row.enterprise.name}${t('shell.comma')}${dayIn(row.raisedOn, today)}${t('shell.comma')}${t('job.people', { n: row.number })}`}</span>
              </Link>
            </th>
            <td className={td} lang={languageOf(row.enterprise.name, locale)}>
              {row.enterprise.name}
            </td>
            <td className={td}>{row.number}</td>
            <td className={td}>{payText(row, t)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.raisedOn, today)}</td>
            <td className={td}>{row.intended > 0 ? row.intended : <span className="text-ink-3">0</span>}</td>
            <td className={clsx(td, 'text-ink-2')}>{t(`job.state.${row.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Posts looked for on a phone. */
export function JobCards({ rows, today, locale }: Around & { rows: readonly JobRow[] }) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/services/jobs/${row.id}`} className="block px-4 py-3.5">
            <b className="block text-lg">
              {row.post} {t('job.people', { n: row.number })}
            </b>
            <span className="block text-ink-2">{row.enterprise.name}</span>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              <span>{payText(row, t)}</span>
              <span>{dayIn(row.raisedOn, today)}</span>
              <span>{t(`job.state.${row.state}`)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Events as a table. */
export function JobEventTable({ rows, today, locale }: Around & { rows: readonly JobEventRow[] }) {
  const t = translator(locale)
  return (
    <table className="w-full min-w-[68rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('job.eventCaption', { n: rows.length })}</caption>
      <RuledHead heads={EVENT_HEADS} word={(name) => t(`job.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/services/jobs/events/${row.id}`}
                lang={languageOf(row.theme, locale)}
                className="font-semibold hover:text-link"
              >
                {row.theme}
              </Link>
            </th>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.on, today)}</td>
            <td className={td}>{row.place ?? <span className="text-ink-3">—</span>}</td>
            <td className={td}>{row.enterprises}</td>
            <td className={td}>{row.offered}</td>
            <td className={td}>{row.intended}</td>
            <td className={clsx(td, 'text-ink-2')}>{t(`job.eventState.${row.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Events on a phone. */
export function JobEventCards({ rows, today, locale }: Around & { rows: readonly JobEventRow[] }) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/services/jobs/events/${row.id}`} className="block px-4 py-3.5">
            <b className="block text-lg">{row.theme}</b>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              <span>{dayIn(row.on, today)}</span>
              {row.place && <span>{row.place}</span>}
              <span>{t(`job.eventState.${row.state}`)}</span>
            </span>
            <span className="block text-ink-2">
              {t('job.event.sums', { firms: row.enterprises, offered: row.offered, intended: row.intended })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
