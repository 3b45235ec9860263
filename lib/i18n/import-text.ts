import { columnName } from '@/lib/domain/ledger-grid'
import type { LedgerMend } from '@/lib/domain/ledger-mend'
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

/** A remark with its place in its row: column, why, how to mend. */
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

/**
 * What to write into a copy of the office’s own file: for each row left out which cells are wrong, why, and how to mend them.
 *
 * Cells mended on the way are marked as well: the file still says what it said.
 *
 * The column is called 错误说明 whatever the language: an import has to know it again.
 */
export function markedRows(
  report: Pick<LedgerReport, 'projects' | 'sheets'>,
  mends: readonly LedgerMend[],
  locale: Locale,
  /** Whether the file has several sheets: then a remark says on which it stands, wherever it is copied to. */
  several = false,
) {
  return report.sheets.map((sheet) => ({
    sheet: sheet.name,
    headerRow: sheet.headerRow,
    header: ERROR_COLUMN,
    marks: marksOf(sheet.name, report, mends, locale, several),
  }))
}

/** The header of the column that says what is wrong. */
export const ERROR_COLUMN = '错误说明'

/** Marks by row; a row of a wide table has several things to say. */
function marksOf(
  sheet: string,
  report: Pick<LedgerReport, 'projects' | 'sheets'>,
  mends: readonly LedgerMend[],
  locale: Locale,
  several: boolean,
) {
  const t = translator(locale)
  const marks = new Map<number, { row: number; columns: number[]; text: string }>()
  const mark = (row: number, columns: readonly number[], text: string) => {
    const earlier = marks.get(row)
    marks.set(row, {
      row,
      columns: [...new Set([...(earlier?.columns ?? []), ...columns])],
      text: earlier ? `${earlier.text}\n${text}` : text,
    })
  }
  for (const row of report.projects) {
    if (row.sheet !== sheet || (row.verdict !== 'error' && row.verdict !== 'unknown')) continue
    const wrong = row.notes.filter(({ severity }) => severity !== 'warning')
    const columns = wrong.flatMap((note) => noteCell(note, row, report.sheets).column ?? [])
    const lines = wrong.map((note) => noteLine(note, row, report.sheets, locale))
    const placed = several ? lines.map((text) => t('imports.noteOn', { sheet, row: row.row, text })) : lines
    const text = placed.join('\n')
    mark(row.row, columns, text)
  }
  for (const { sheet: of, row, column, label, text } of mends)
    if (of === sheet) {
      const said = t('imports.mend.marked', { text: text === '' ? t('imports.names.empty') : text })
      mark(row, [column], t('imports.noteAt', { column: columnName(column), label, text: said }))
    }
  return [...marks.values()]
}
