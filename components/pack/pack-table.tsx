import clsx from 'clsx'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { standText } from '@/lib/i18n/pack-cells'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { BatchRow, PackRow } from '@/lib/schemas/gift-pack'
import { ReturnForm } from './pack-forms'
import { packsHref } from './pack-link'

const td = 'row-cell h-12'
const HEADS = [
  ['enterprise', 'w-[18rem]'],
  ['batch', 'w-[12rem]'],
  ['channel', 'w-[5.5rem]'],
  ['on', 'w-[6.5rem]'],
  ['by', 'w-[7rem]'],
  ['stand', 'w-[13rem]'],
  ['code', 'w-[6.5rem]'],
  ['do', 'w-[12rem]'],
] as const
const BATCH_HEADS = [
  ['name', 'w-[14rem]'],
  ['prepareOn', 'w-[6.5rem]'],
  ['contents', 'w-[22rem]'],
  ['prepared', 'w-[5.5rem]'],
  ['out', 'w-[5.5rem]'],
  ['confirmed', 'w-[5.5rem]'],
  ['returned', 'w-[5.5rem]'],
  ['stock', 'w-[5.5rem]'],
  ['cost', 'w-[8rem]'],
] as const

type Props = Readonly<{ rows: readonly PackRow[]; formKey: () => string; today: PlainDate; t: Translator }>

/** Packs as a table, the latest at the top. */
export function PackTable({ rows, formKey, today, t }: Props) {
  return (
    <table className="w-full min-w-[80rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('pack.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`pack.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <b lang="zh-CN" className="font-semibold">
                {row.enterprise.name}
              </b>
              {row.fresh && <span className="ml-2 text-sm text-ink-2">{t('pack.fresh')}</span>}
            </th>
            <td className={td}>
              <span lang="zh-CN">{row.batch.name}</span>
            </td>
            <td className={clsx(td, 'text-ink-2')}>{t(`pack.channel.${row.channel}`)}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.on, today)}</td>
            <td className={clsx(td, 'text-ink-2')}>{row.by}</td>
            <td className={td}>{standText(row, today, t)}</td>
            <td className={clsx(td, 'text-ink-2')}>{row.code || '—'}</td>
            <td className={td}>
              {row.mayReturn ? (
                <ReturnForm pack={row} formKey={formKey} t={t} />
              ) : (
                <span className="text-ink-3">—</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Packs on a phone. */
export function PackCards({ rows, formKey, today, t }: Props) {
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card px-4 py-3">
          <b lang="zh-CN" className="block">
            {row.enterprise.name}
          </b>
          <span className="block text-ink-2">
            {listed([row.batch.name, t(`pack.channel.${row.channel}`), dayIn(row.on, today), row.by], t)}
          </span>
          <span className="block">{standText(row, today, t)}</span>
          {row.mayReturn && <ReturnForm pack={row} formKey={formKey} t={t} />}
        </li>
      ))}
    </ul>
  )
}

/** Batches with what is left of them. */
export function BatchTable({ rows, today, locale }: { rows: readonly BatchRow[]; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const figure = (row: BatchRow, stand: 'kept' | 'confirmed' | 'returned', n: number) =>
    n === 0 ? (
      <span className="text-ink-3">0</span>
    ) : (
      <Link
        href={packsHref({ batch: row.id, stand })}
        aria-label={`${row.name}${t('shell.comma')}${t(`pack.stand.${stand}`)} ${n}`}
        className="inline-flex items-center hover:text-link hover:underline max-sm:min-h-11"
      >
        {n}
      </Link>
    )
  return (
    <table className="w-full min-w-[72rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('pack.captionBatches', { n: rows.length })}</caption>
      <RuledHead heads={BATCH_HEADS} word={(name) => t(`pack.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={clsx(td, 'text-left font-semibold')}>
              <span lang="zh-CN">{row.name}</span>
            </th>
            <td className={clsx(td, 'whitespace-nowrap')}>{dayIn(row.on, today)}</td>
            <td className={clsx(td, 'text-ink-2')}>
              {listed(
                row.contents.map((content) => t(`pack.content.${content}`)),
                t,
              )}
            </td>
            <td className={td}>{row.prepared}</td>
            <td className={td}>{figure(row, 'kept', row.out)}</td>
            <td className={td}>{figure(row, 'confirmed', row.confirmed)}</td>
            <td className={td}>{figure(row, 'returned', row.returned)}</td>
            <td className={clsx(td, row.stock === 0 ? 'text-ink-3' : 'font-medium')}>{row.stock}</td>
            <td className={clsx(td, 'whitespace-nowrap')}>{amountText(BigInt(row.costFen), locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
