import { err, ok, type Result } from '@/lib/domain/result'
import type { SheetMarks } from './mark-xlsx'
import { csvRecords, decodeText, delimiterOf } from './read-csv'
import { Refusal, type XlsxRefusal } from './xlsx-limits'

/** Whether a spreadsheet would take a text for a formula; a code kept by its zeros and a signed number are none that acts. */
const acts = (text: string): boolean =>
  /^[=+\-@\t\r]/.test(text) && !/^="[^"]*"$/.test(text) && !/^[+-][\d\s.,()-]*$/.test(text)

/**
 * A copy of the office’s own CSV file with a column that says what is wrong, in UTF-8 with its mark, which every spreadsheet
 * opens. What would act as a formula there begins with ', which reading takes away again.
 *
 * @returns err with the reason the file cannot be read
 */
export async function markCsv(
  bytes: Uint8Array,
  { headerRow, column, header, marks }: SheetMarks,
): Promise<Result<Buffer, XlsxRefusal>> {
  const decoded = decodeText(bytes)
  if (!decoded) return err({ code: 'NOT_XLSX' })
  const sign = delimiterOf(decoded.text)
  const field = (typed: string) => {
    const text = acts(typed) ? `'${typed}` : typed
    return text.includes(sign) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const byRow = new Map(marks.map((mark) => [mark.row, mark.text]))
  const lines: string[] = []
  try {
    for await (const record of csvRecords(decoded.text)) {
      const number = lines.length + 1
      const cells = [...record]
      const said = number === headerRow ? header : byRow.get(number)
      if (said !== undefined) {
        while (cells.length < column) cells.push('')
        cells[column - 1] = said
      } else if (number > headerRow && cells.length >= column) cells[column - 1] = ''
      lines.push(cells.map(field).join(sign))
    }
  } catch (reason) {
    if (reason instanceof Refusal) return err(reason.reason)
    throw reason
  }
  return ok(Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`))
}
