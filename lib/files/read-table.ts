import type { GridSheet } from '@/lib/domain/ledger-grid'
import type { Result } from '@/lib/domain/result'
import { isWorkbook } from './is-workbook'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import type { XlsxRefusal } from './xlsx-limits'

/**
 * Reads a ledger file as grids: a workbook, or a CSV text, told apart by their bytes.
 *
 * @param fileName names the one sheet of a CSV file
 * @returns err with the reason the file is refused; never throws for what is in the file
 */
export const readTable = (bytes: Uint8Array, fileName: string): Promise<Result<readonly GridSheet[], XlsxRefusal>> =>
  isWorkbook(bytes) ? readXlsx(bytes) : readCsv(bytes, fileName.replace(/\.[^.]*$/, ''))
