import clsx from 'clsx'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { slipNumberText } from '@/lib/i18n/slip-number-text'
import type { Translator } from '@/lib/i18n/translator'
import type { SupervisionRow } from '@/lib/schemas/supervision'
import { aboutText, standText } from './slip-words'

const td = 'row-cell h-14'
const HEADS = [
  ['no', 'w-[9rem]'],
  ['matter', 'w-[22rem]'],
  ['colour', 'w-[13rem] lang-en:w-[18rem]'],
  ['clock', 'w-[204px]'],
  ['unit', 'w-[8rem]'],
  ['due', 'w-[6rem]'],
  ['state', 'w-[10rem] lang-en:w-[14rem]'],
  ['result', 'w-[7rem] lang-en:w-[12rem]'],
] as const

type Props = Readonly<{ rows: readonly SupervisionRow[]; today: PlainDate; t: Translator }>

const hrefOf = (row: SupervisionRow): `/supervision/slips/${string}` => `/supervision/slips/${row.id}`

/** Where a slip came from, and what that is about where its words do not say it already. */
const sourceOf = (row: SupervisionRow, t: Translator): string =>
  listed(
    [
      t(`supervisionSlip.source.${row.source}`),
      row.about && aboutText(row, t) !== row.matter ? aboutText(row, t) : null,
      row.point,
    ],
    t,
  )

/** Slips as a table, what is open first, and of that what is due first. */
export function SupervisionTable({ rows, today, t }: Props) {
  return (
    <table className="w-full min-w-[88rem] lang-en:min-w-[102rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('supervisionSlip.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`supervisionSlip.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <td className={clsx(td, 'whitespace-nowrap text-ink-2')}>{slipNumberText(row, t)}</td>
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link href={hrefOf(row)} className="line-clamp-2 leading-6 font-semibold hover:text-link">
                <span lang="zh-CN">{row.matter}</span>
              </Link>
              <span className="block truncate text-sm leading-6 text-ink-2">{sourceOf(row, t)}</span>
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
            <td className={clsx(td, 'text-ink-2')}>{row.unit.name}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.closedOn ?? row.dueOn, today)}</td>
            <td className={clsx(td, 'text-ink-2')}>{standText(row, t)}</td>
            <td className={td}>
              {row.result ? t(`supervisionSlip.result.${row.result}`) : <span className="text-ink-3">—</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Slips on a phone: a card each. */
export function SupervisionCards({ rows, today, t }: Props) {
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={hrefOf(row)} className="block px-4 py-3.5">
            <span className="flex items-center gap-2">
              <Lamp level={row.level} size="m" t={t} />
              <span className={`min-w-0 flex-1 why-${row.level}`}>
                {t(`task.reason.${row.reason.code}`, row.reason)}
              </span>
              <span className="text-ink-2">{standText(row, t)}</span>
            </span>
            <b lang="zh-CN" className="mt-1 line-clamp-3">
              {row.matter}
            </b>
            <span className="flex flex-wrap gap-x-3 text-ink-2">
              <span className="min-w-0 flex-1 truncate">
                {slipNumberText(row, t)} {t(`supervisionSlip.source.${row.source}`)}
              </span>
              <span>{row.unit.name}</span>
              <span className="whitespace-nowrap">{dayIn(row.closedOn ?? row.dueOn, today)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
