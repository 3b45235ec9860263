import { Lamp } from '@/components/level/lamp'
import { cellScale } from '@/components/procedure/cell-scale'
import { ClockCells } from '@/components/procedure/clock-cells'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { standingText } from '@/lib/i18n/issue-ledger-cells'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { LedgerIssue } from '@/lib/schemas/issue-list'
import { dayText, handsText, notesOf, whyText } from './ledger-words'

/** The ledger of problems on a phone: a card each, the whole of it one way in. */
export function IssueLedgerCards({
  rows,
  withSource,
  today,
  locale,
}: {
  rows: readonly LedgerIssue[]
  withSource: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const days = cellScale(rows)
  return (
    <ul className="bg-page">
      {rows.map((row) => {
        const { who, since } = handsText(row, t)
        const notes = notesOf(row, t)
        return (
          <li key={row.id} className="mb-2 border-y border-divider bg-card">
            <Link href={`/issues/${row.id}`} className="block px-4 py-3.5">
              <span className="flex items-center gap-2">
                <Lamp level={row.level} size="m" t={t} />
                <span className={`min-w-0 flex-1 why-${row.level}`}>{whyText(row, today, locale)}</span>
                <span className="text-ink-2">{standingText(row, t)}</span>
              </span>
              <b className="mt-1 block text-lg">{row.title}</b>
              <span className="block truncate text-ink-2">
                {[
                  row.district,
                  row.project?.name ?? row.enterprise?.name,
                  withSource && t(`issueLedger.source.${row.source}`),
                ]
                  .filter(Boolean)
                  .join(t('shell.comma'))}
              </span>
              <span className="flex gap-3 text-ink-2">
                <span className="min-w-0 flex-1 truncate">{[who, since].filter(Boolean).join(t('shell.comma'))}</span>
                <span className="whitespace-nowrap">{dayText(row, today, t)}</span>
              </span>
              {notes.length > 0 && <span className="block text-sm text-ink-3">{listed(notes, t)}</span>}
              {row.clock && (
                <span className="mt-2 block">
                  <ClockCells clock={row.clock} days={days} t={t} />
                </span>
              )}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
