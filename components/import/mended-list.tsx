import { columnName } from '@/lib/domain/ledger-grid'
import type { LedgerMend } from '@/lib/domain/ledger-mend'
import type { Translator } from '@/lib/i18n/translator'

/** Cells that were mended in the preview: what the file says, and what went in instead. */
export function MendedList({ mends, t }: { mends: readonly LedgerMend[]; t: Translator }) {
  const sheets = new Set(mends.map(({ sheet }) => sheet))
  const said = (text: string) => text || t('imports.names.empty')
  return (
    <section>
      <h2>{t('imports.mended.title', { n: mends.length })}</h2>
      <p className="mt-1 text-ink-2">{t('imports.mended.hint')}</p>
      <ul className="mt-2 border-t border-control">
        {mends.map(({ sheet, row, column, label, was, text }) => (
          <li
            key={`${sheet} ${row} ${column}`}
            className="grid gap-x-3 border-b border-divider py-1.5 sm:grid-cols-[220px_minmax(0,1fr)]"
          >
            <span className="min-w-0 break-words text-ink-2">
              {sheets.size > 1 && `${sheet} `}
              {columnName(column)}
              {row} {label}
            </span>
            <span className="min-w-0 break-words">
              <s className="text-ink-3">{said(was)}</s>
              <span className="mx-2 text-ink-3">→</span>
              <b>{said(text)}</b>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
