import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { GridCell, GridRow, GridSheet } from '@/lib/domain/ledger-grid'
import { err, ok, type Result } from '@/lib/domain/result'
import { Refusal, XLSX_LIMITS, type XlsxRefusal } from './xlsx-limits'

/** How the bytes of a text file stand for its letters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030'

const tryDecode = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of a file as offices save it: UTF-8 with or without its mark, what a spreadsheet calls Unicode, or GB18030,
 * which every Chinese PC writes by itself. Bytes that fit neither are no text.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const candidates: readonly Encoding[] =
    bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : bytes.includes(0) ? [] : ['utf-8', 'gb18030']
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding)
    if (text !== null) return { text, encoding }
  }
  return null
}

const DELIMITERS = [',', '\t', ';'] as const
const SNIFFED = 4_000

/** The sign that parts the columns: the one the first lines have most of, outside quotes. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, SNIFFED).replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((sign) => head.split(sign).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string
}

/**
 * A spreadsheet keeps the zeros of a code by writing it as a formula, `="00123"`, and a marked copy keeps a text from being
 * one by a sign before it: the text is what was meant.
 */
const unwrapped = (raw: string): string => /^="([^"]*)"$/.exec(raw)?.[1] ?? raw.replace(/^'(?=[=+\-@\t\r])/, '')

function toCell(raw: string): GridCell | null {
  const said = unwrapped(raw)
  if (said.trim() === '') return null
  return {
    kind: 'text',
    text: said.slice(0, XLSX_LIMITS.cellChars).toWellFormed(),
    formula: false,
    long: said.length > XLSX_LIMITS.cellChars,
  }
}

function toRow(record: readonly string[], number: number): GridRow {
  const cells = new Map<number, GridCell>()
  record.forEach((raw, i) => {
    const cell = toCell(raw)
    if (!cell) return
    if (i >= XLSX_LIMITS.columns) throw new Refusal({ code: 'TOO_MANY_COLUMNS', limit: XLSX_LIMITS.columns })
    cells.set(i + 1, cell)
  })
  return { number, hidden: false, cells }
}

/** One line of sixty full cells, their quotes doubled; a longer one is no line of a ledger. */
const RECORD_CHARS = 2 * XLSX_LIMITS.columns * XLSX_LIMITS.cellChars
const PIECE = 65_536
/** Lines, empty ones too: a sheet saved down to its end has many, nobody's ledger has this many. */
const MOST_LINES = 200_000

const piecesOf = (text: string) =>
  Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) => text.slice(i * PIECE, (i + 1) * PIECE))

/**
 * The lines of a CSV text, empty ones too: a spreadsheet numbers them as well.
 *
 * @throws Refusal on a quote that is never closed, and past the row budget
 */
export async function* csvRecords(text: string): AsyncGenerator<string[]> {
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(text),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: RECORD_CHARS,
    }),
  )
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      if (number > MOST_LINES) throw new Refusal({ code: 'TOO_COMPLEX' })
      yield record
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal(
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? { code: 'CSV_QUOTE', limit: number + 1 } : { code: 'TOO_COMPLEX' },
    )
  }
}

/**
 * Reads a CSV file as one sheet, within the budgets of a workbook.
 *
 * @param name what the sheet is called: a file has no sheet names, its own stands for one
 * @returns err with the reason the file is refused; never throws for what is in the file
 */
export async function readCsv(bytes: Uint8Array, name: string): Promise<Result<readonly GridSheet[], XlsxRefusal>> {
  if (bytes.length === 0) return err({ code: 'FILE_EMPTY' })
  if (bytes.length > XLSX_LIMITS.fileBytes) return err({ code: 'FILE_TOO_LARGE', limit: XLSX_LIMITS.fileBytes })
  const decoded = decodeText(bytes)
  if (!decoded) return err({ code: 'NOT_XLSX' })
  try {
    const rows: GridRow[] = []
    let number = 0
    for await (const record of csvRecords(decoded.text)) {
      number += 1
      const row = toRow(record, number)
      if (row.cells.size === 0) continue
      rows.push(row)
      if (rows.length > XLSX_LIMITS.rows) throw new Refusal({ code: 'TOO_MANY_ROWS', limit: XLSX_LIMITS.rows })
    }
    return ok([{ name, hidden: false, date1904: false, rows, merges: [] }])
  } catch (reason) {
    if (reason instanceof Refusal) return err(reason.reason)
    throw reason
  }
}
