import clsx from 'clsx'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { RuledHead } from '@/components/level/ruled-head'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { standingText } from '@/lib/i18n/issue-ledger-cells'
import { issueNumberText } from '@/lib/i18n/issue-text'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { LedgerIssue } from '@/lib/schemas/issue-list'
import { dayText, handsText, notesOf, whyText } from './ledger-words'

const td = 'row-cell h-14'
const HEADS = [
  ['text', 'w-[22rem] sticky left-0 z-10 shadow-[1px_0_0_var(--line-control)]'],
  ['colour', 'w-[13.5rem] lang-en:w-[16rem]'],
  ['clock', 'w-[204px]'],
  ['holder', 'w-[11rem]'],
  ['due', 'w-[6.5rem]'],
  ['state', 'w-[10rem]'],
] as const

/** The ledger of problems as a table, what is due first on top. */
export function IssueLedgerTable({
  rows,
  withSource,
  today,
  locale,
}: {
  rows: readonly LedgerIssue[]
  /** Whether each row says of which ledger it is: several are shown. */
  withSource: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <table className="w-full min-w-[76rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('issueLedger.caption', { n: rows.length })}</caption>
      <RuledHead heads={HEADS} word={(name) => t(`issueLedger.column.${name}`)} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} withSource={withSource} today={today} locale={locale} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row,
  withSource,
  today,
  locale,
}: {
  row: LedgerIssue
  withSource: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { who, since } = handsText(row, t)
  const notes = notesOf(row, t)
  const about = row.project?.name ?? row.enterprise?.name
  return (
    <tr className="group">
      <th scope="row" className={clsx(td, 'sticky left-0 text-left font-normal shadow-[1px_0_0_var(--line-control)]')}>
        <Link
          href={`/issues/${row.id}`}
          aria-label={[row.title, about, issueNumberText(row, t)].filter(Boolean).join(t('shell.comma'))}
          className="flex min-h-6 items-center font-semibold hover:text-link"
        >
          <span className="two-lines">{row.title}</span>
        </Link>
        <span className="flex gap-2 text-sm leading-6 text-ink-2">
          {row.project?.open ? (
            <Link href={`/projects/${row.project.id}`} className="min-w-0 truncate hover:text-link">
              {row.project.name}
            </Link>
          ) : (
            about && <span className="min-w-0 truncate">{about}</span>
          )}
          {row.district && <span className="flex-none">{row.district}</span>}
          {withSource && <span className="flex-none text-ink-3">{t(`issueLedger.source.${row.source}`)}</span>}
        </span>
      </th>
      <td className={td}>
        <span className="flex items-center gap-2">
          <Lamp level={row.level} quiet={row.level === 'GREY'} t={t} />
          <span className={`two-lines why-${row.level}`}>{whyText(row, today, locale)}</span>
        </span>
      </td>
      <td className={clsx(td, 'px-2')}>
        {row.clock ? <ClockRuler clock={row.clock} t={t} /> : <span className="text-ink-3">—</span>}
      </td>
      <td className={td}>
        <span className={clsx('block truncate', row.holder ? undefined : 'text-ink-3')}>{who}</span>
        {since && <span className="block text-sm leading-5 text-ink-3">{since}</span>}
      </td>
      <td className={clsx(td, 'whitespace-nowrap')}>{dayText(row, today, t)}</td>
      <td className={clsx(td, 'text-ink-2')}>
        {standingText(row, t)}
        {notes.length > 0 && (
          <span className="block text-sm leading-[1.0625rem] whitespace-normal text-ink-3">{listed(notes, t)}</span>
        )}
      </td>
    </tr>
  )
}
