/** Two corners of a block of cells, in either order; rows and columns count from 0. */
export type Block = Readonly<{
  from: readonly [row: number, column: number]
  to: readonly [row: number, column: number]
}>

const grouped = /^[+−-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const number = /^[+-]?\d+(\.\d+)?$/

/**
 * What a cell of the screen says as a spreadsheet reads it: numbers without separators and with a plain minus, a dash as
 * nothing, and no text that a spreadsheet would run as a formula.
 *
 * @example cellText('−18,300.00') // '-18300.00'
 */
export function cellText(shown: string): string {
  const text = shown.replace(/\s+/g, ' ').trim()
  if (text === '—') return ''
  const plain = (grouped.test(text) ? text.replaceAll(',', '') : text).replace(/^−(?=\d)/, '-')
  if (number.test(plain)) return plain
  return /^[=+\-@]/.test(text) ? `'${text}` : text
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A cell between tabs: one that begins with a quotation mark would be read as quoted up to the next one. */
const tabbed = (cell: string): string => (cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A block as rows of tabs, for whatever takes only text. */
export const blockText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(tabbed).join('\t')).join('\r\n')

/** Digits a spreadsheet keeps; a longer number, or one that begins with a nought, is a code. */
const DIGITS = 15
const sums = (cell: string): boolean =>
  number.test(cell) && !/^[+-]?0\d/.test(cell) && cell.replace(/\D/g, '').length <= DIGITS

/** What can be summed is a number; anything else is text, or 11-30 would become a day of this year. */
const cellHtml = (cell: string): string =>
  sums(cell) ? `<td>${cell}</td>` : `<td style="mso-number-format:'\\@'">${escaped(cell)}</td>`

/** A block as a table, which WPS and Excel put into cells one by one. */
export const blockHtml = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')}</table>`

/** The first and last row and column of a block. */
export const boundsOf = ({ from, to }: Block) => ({
  top: Math.min(from[0], to[0]),
  bottom: Math.max(from[0], to[0]),
  left: Math.min(from[1], to[1]),
  right: Math.max(from[1], to[1]),
})
