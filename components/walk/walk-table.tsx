import clsx from 'clsx'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { foundText } from '@/lib/i18n/walk-text'
import type { WalkRow } from '@/lib/schemas/walk'

const td = 'row-cell h-14'
const HEADS = [
  ['item', 'w-[17rem]'],
  ['unit', 'w-[8rem]'],
  ['leader', 'w-[7rem]'],
  ['way', 'w-[9.5rem] lang-en:w-[14rem]'],
  ['on', 'w-[6rem]'],
  ['minutes', 'w-[6.5rem]'],
  ['cost', 'w-[10rem]'],
  ['found', 'w-[12rem]'],
  ['state', 'w-[6.5rem]'],
] as const

type Props = Readonly<{ rows: readonly WalkRow[]; today: PlainDate; locale: Locale }>

/** Walks as a table, the latest at the top. */
export function WalkTable({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <table className="w-full min-w-[80rem] lang-en:min-w-[88rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('walk.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`walk.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/services/walks/${row.id}`}
                lang={languageOf(row.item, locale)}
                className="line-clamp-2 leading-6 font-semibold hover:text-link"
              >
                {row.item}
                <span className="sr-only">{`${t('shell.comma')}${t('walk.no', { n: row.number })}`}</span>
              </Link>
              {row.again && <span className="block text-sm text-ink-2">{t('walk.again')}</span>}
            </th>
            <td className={clsx(td, 'text-ink-2')}>{row.unit.name}</td>
            <td className={td}>{row.leader}</td>
            <td className={clsx(td, 'text-ink-2')}>
              {listed([t(`walk.mode.${row.mode}`), t(`walk.place.${row.place}`)], t)}
            </td>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.on, today)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{t('walk.minutes', { n: row.minutes })}</td>
            <td className={td}>
              {listed([t('walk.papers', { n: row.papers }), t('walk.trips', { n: row.trips })], t)}
            </td>
            <td className={td}>
              {row.findings === 0 ? (
                <span className="text-ink-3">{t('walk.foundNone')}</span>
              ) : (
                <span className={clsx(row.openFindings > 0 && 'font-medium')}>{foundText(row, locale)}</span>
              )}
            </td>
            <td className={clsx(td, row.state === 'WALKING' ? 'font-medium' : 'text-ink-2')}>
              {t(`walk.state.${row.state}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Walks on a phone: a card each, the whole of it one way in. */
export function WalkCards({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/services/walks/${row.id}`} className="block px-4 py-3.5">
            <span className="flex gap-x-3 text-ink-2">
              <span className="min-w-0 flex-1 truncate">{listed([row.unit.name, row.leader], t)}</span>
              <span className="whitespace-nowrap">{dayIn(row.on, today)}</span>
            </span>
            <b lang={languageOf(row.item, locale)} className="mt-1 block text-lg">
              {row.item}
            </b>
            <span className="block text-ink-2">
              {listed(
                [
                  t(`walk.state.${row.state}`),
                  t('walk.minutes', { n: row.minutes }),
                  t('walk.papers', { n: row.papers }),
                  t('walk.trips', { n: row.trips }),
                ],
                t,
              )}
            </span>
            <span className="block">{foundText(row, locale)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
