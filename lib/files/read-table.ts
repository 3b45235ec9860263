import type { GridSheet } from '@/lib/domain/ledger-grid'
import type { Result } from '@/lib/domain/result'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import type { XlsxRefusal } from './xlsx-limits'

/** Whether the bytes begin as a workbook does, new, old or locked; what is in a file counts, not what it is called. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)

/**
 * Reads a ledger file as grids: a workbook, or a CSV text, told apart by their bytes.
 *
 * @param fileName names the one sheet of a CSV file
 * @returns err with the reason the file is refused; never throws for what is in the file
 */
export const readTable = (bytes: Uint8Array, fileName: string): Promise<Result<readonly GridSheet[], XlsxRefusal>> =>
  isWorkbook(bytes) ? readXlsx(bytes) : readCsv(bytes, fileName.replace(/\.[^.]*$/, ''))
