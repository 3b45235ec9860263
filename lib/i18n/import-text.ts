import { columnName } from '@/lib/domain/ledger-grid'
import { noteField } from '@/lib/domain/ledger-note-field'
import type { LedgerReport, ReportRow } from '@/lib/domain/ledger-report'
import type { LedgerNote } from '@/lib/domain/ledger-row'
import { noteText } from './ledger-text'
import type { Locale } from './locale'
import { translator } from './translator'

/** Where a remark belongs in the office’s own file: `E5`; the row alone where no column is meant or the file has none. */
export function noteCell(
  note: LedgerNote,
  row: Pick<ReportRow, 'sheet' | 'row'>,
  sheets: LedgerReport['sheets'],
): Readonly<{ at: string; column: number | null; label: string | null }> {
  const field = noteField(note)
  const sheet = sheets.find(({ name }) => name === row.sheet)
  const column = field === null ? undefined : sheet?.columns.find((c) => c.field === field)
  return column
    ? { at: `${columnName(column.column)}${row.row}`, column: column.column, label: column.label }
    : { at: String(row.row), column: null, label: null }
}

/** A remark with its place: sheet where there are several, row, column, why, how to mend. */
export function noteLine(
  note: LedgerNote,
  row: Pick<ReportRow, 'sheet' | 'row'>,
  sheets: LedgerReport['sheets'],
  locale: Locale,
): string {
  const { column, label } = noteCell(note, row, sheets)
  const t = translator(locale)
  const text = noteText(note, locale)
  return column === null ? text : t('imports.noteAt', { column: columnName(column), label: label ?? '', text })
}
