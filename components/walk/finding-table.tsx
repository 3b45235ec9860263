import clsx from 'clsx'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { costText, savedText } from '@/lib/i18n/walk-text'
import type { FindingRow } from '@/lib/schemas/walk'

const td = 'row-cell h-14'
const HEADS = [
  ['text', 'w-[24rem]'],
  ['colour', 'w-[13rem] lang-en:w-[18rem]'],
  ['clock', 'w-[204px]'],
  ['owner', 'w-[8rem]'],
  ['due', 'w-[6rem]'],
  ['saved', 'w-[13rem] lang-en:w-[20rem]'],
  ['state', 'w-[7rem] lang-en:w-[9rem]'],
] as const

type Props = Readonly<{ rows: readonly FindingRow[]; today: PlainDate; locale: Locale }>

/** What was found, what is open first; what was struck off says what it saved. */
export function FindingTable({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <table className="w-full min-w-[80rem] lang-en:min-w-[94rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('walk.captionFindings', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`walk.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/services/walks/findings/${row.id}`}
                className="line-clamp-2 leading-6 font-semibold hover:text-link"
              >
                <span lang="zh-CN">{row.text}</span>
              </Link>
              <span className="block truncate text-sm leading-6 text-ink-2">
                {t(`walk.kind.${row.kind}`)} <span lang="zh-CN">{listed([row.walk.item, row.step], t)}</span>
              </span>
            </th>
            <td className={td}>
              <span className="flex items-center gap-2">
                <Lamp level={row.level} quiet={row.level === 'GREY'} t={t} />
                <span className={`min-w-0 why-${row.level}`}>{t(`task.reason.${row.reason.code}`, row.reason)}</span>
              </span>
            </td>
            <td className={clsx(td, 'px-2')}>
              {row.clock ? <ClockRuler clock={row.clock} t={t} /> : <span className="text-ink-3">—</span>}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{row.owner.name}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.closedOn ?? row.dueOn, today)}</td>
            <td className={td}>
              {row.state === 'CLOSED' ? (
                savedText(row.saved, locale) || costText(row.after, locale)
              ) : (
                <span className="text-ink-2">{costText(row.before, locale)}</span>
              )}
            </td>
            <td className={clsx(td, 'text-ink-2')}>{t(`walk.finding.${row.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Findings on a phone: a card each. */
export function FindingCards({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/services/walks/findings/${row.id}`} className="block px-4 py-3.5">
            <span className="flex items-center gap-2">
              <Lamp level={row.level} size="m" t={t} />
              <span className={`min-w-0 flex-1 why-${row.level}`}>
                {t(`task.reason.${row.reason.code}`, row.reason)}
              </span>
              <span className="text-ink-2">{t(`walk.finding.${row.state}`)}</span>
            </span>
            <b lang="zh-CN" className="mt-1 line-clamp-3">
              {row.text}
            </b>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              <span lang="zh-CN" className="min-w-0 flex-1 truncate">
                {row.walk.item}
              </span>
              <span>{row.owner.name}</span>
              <span className="whitespace-nowrap">{dayIn(row.closedOn ?? row.dueOn, today)}</span>
            </span>
            {row.state === 'CLOSED' && <span className="block text-ink-2">{savedText(row.saved, locale)}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
