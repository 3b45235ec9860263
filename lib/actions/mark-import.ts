import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { markTableApart } from '@/lib/files/apart'
import { isWorkbook } from '@/lib/files/is-workbook'
import type { SheetMarks } from '@/lib/files/mark-xlsx'
import { ERROR_COLUMN, markedRows } from '@/lib/i18n/import-text'
import type { Locale } from '@/lib/i18n/locale'
import { viewImport } from './held-import'
import type { OpenImport } from './read-import'

/** Where the marks go: the column of an earlier round, else the first free one. */
function columnOf(name: string, { grids, sheets }: OpenImport): number {
  const earlier = sheets.find((s) => s.name === name)?.columns.find(({ label }) => label === ERROR_COLUMN)
  if (earlier) return earlier.column
  const rows = grids.find((grid) => grid.name === name)?.rows ?? []
  return rows.reduce((widest, row) => Math.max(widest, ...row.cells.keys()), 0) + 1
}

/**
 * A copy of an uploaded ledger with every row that was left out marked in it 标好错的原表.
 *
 * @returns err NOT_FOUND, or why the file cannot be read
 */
export async function markImport(
  actor: Actor,
  draftId: string,
  today: PlainDate,
  locale: Locale,
): Promise<Result<{ bytes: Buffer; fileName: string; workbook: boolean }>> {
  const open = await viewImport(actor, draftId, today)
  if (!open.ok) return open
  const { draft, report } = open.value
  if (!report) return err({ code: 'NO_LEDGER' })
  const sheets: SheetMarks[] = markedRows(report, draft.mends, locale, open.value.grids.length > 1)
    .filter(({ marks }) => marks.length > 0)
    .map((sheet) => ({ ...sheet, column: columnOf(sheet.sheet, open.value) }))
  const made = await markTableApart(draft.bytes, sheets)
  if (!made.ok) return made
  const workbook = isWorkbook(draft.bytes)
  const dot = draft.fileName.lastIndexOf('.')
  const stem = dot > 0 ? draft.fileName.slice(0, dot) : draft.fileName
  return ok({ bytes: made.value, fileName: `${stem}_${ERROR_COLUMN}.${workbook ? 'xlsx' : 'csv'}`, workbook })
}
