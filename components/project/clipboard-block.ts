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

/** A block as rows of tabs, for whatever takes only text. */
export const blockText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\r\n')

/** A block as a table, which WPS and Excel put into cells one by one. */
export const blockHtml = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`

/** The first and last row and column of a block. */
export const boundsOf = ({ from, to }: Block) => ({
  top: Math.min(from[0], to[0]),
  bottom: Math.max(from[0], to[0]),
  left: Math.min(from[1], to[1]),
  right: Math.max(from[1], to[1]),
})
