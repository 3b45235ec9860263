import { ok, type Result } from '@/lib/domain/result'
import { isWorkbook } from './is-workbook'
import { markCsv } from './mark-csv'
import { markXlsx, type SheetMarks } from './mark-xlsx'
import type { XlsxRefusal } from './xlsx-limits'

/**
 * A copy of the office’s own file with its errors marked, a workbook or a CSV text as the file is.
 *
 * @returns err with the reason the file cannot be read
 */
export async function markTable(
  bytes: Uint8Array,
  sheets: readonly SheetMarks[],
): Promise<Result<Buffer, XlsxRefusal>> {
  if (isWorkbook(bytes)) return markXlsx(bytes, sheets)
  const [first] = sheets
  return first ? markCsv(bytes, first) : ok(Buffer.from(bytes))
}
