/**
 * What a ledger workbook may cost. A week's ledger of 500 projects needs about 1 % of this; a file made to hurt needs more.
 * Measured on 2 cores: a file that exhausts every budget is read or refused within a second and 60 MB.
 */
export const XLSX_LIMITS = {
  fileBytes: 5_000_000,
  entries: 200,
  entryBytes: 30_000_000,
  totalBytes: 50_000_000,
  /** Rows with something in them, over all sheets: five thousand projects, and some titles and totals around them. */
  rows: 5_020,
  columns: 60,
  cellChars: 2_000,
  /** Of all cells together, each time they stand somewhere: a text kept once can be the text of 300,000 cells. */
  textChars: 6_000_000,
  sharedStrings: 300_000,
  merges: 50_000,
  /** XML elements of one part, empty rows aside: five thousand rows of sixty cells need nine hundred thousand. */
  elements: 1_000_000,
} as const

/** Why a file is not read; the numbers go into the sentence. */
export type XlsxRefusal = Readonly<
  | {
      code:
        | 'FILE_TOO_LARGE'
        | 'TOO_MANY_ENTRIES'
        | 'UNPACKED_TOO_LARGE'
        | 'TOO_MANY_ROWS'
        | 'TOO_MANY_COLUMNS'
        | 'TEXT_TOO_LONG'
        /** `limit` is the line the quote begins in. */
        | 'CSV_QUOTE'
      limit: number
    }
  | { code: 'TOO_COMPLEX' | 'FILE_BROKEN' | 'FILE_EMPTY' | 'FILE_ENCRYPTED' | 'OLD_XLS' | 'HAS_MACROS' | 'NOT_XLSX' }
>

/** Thrown inside the reader to leave a stream early; becomes a Result at its door. */
export class Refusal extends Error {
  constructor(readonly reason: XlsxRefusal) {
    super(reason.code)
  }
}
