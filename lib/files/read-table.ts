import type { GridSheet } from '@/lib/domain/ledger-grid'
import { err, type Result } from '@/lib/domain/result'
import { isWorkbook } from './is-workbook'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import type { XlsxRefusal } from './xlsx-limits'

/** A header stands among the first rows; a title or two may come before it. */
const SEARCHED_ROWS = 15

/** Whether some row near the top has columns: any text at all can be read as a table of one. */
const hasColumns = (sheets: readonly GridSheet[]): boolean =>
  sheets.some(({ rows }) => rows.slice(0, SEARCHED_ROWS).some(({ cells }) => cells.size > 1))

/**
 * Reads a ledger file as grids: a workbook, or a CSV text, told apart by their bytes, whatever the file is called.
 *
 * @param fileName names the one sheet of a CSV file
 * @returns err with the reason the file is refused; never throws for what is in the file
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<readonly GridSheet[], XlsxRefusal>> {
  if (isWorkbook(bytes)) return readXlsx(bytes)
  const read = await readCsv(bytes, fileName.replace(/\.[^.]*$/, ''))
  return read.ok && !hasColumns(read.value) ? err({ code: 'NOT_XLSX' }) : read
}
