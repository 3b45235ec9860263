import { columnName } from '@/lib/domain/ledger-grid'
import { epochDayOf, type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'

/** What a column holds; every cell of it is written as that and as nothing else. */
export type CellKind = 'text' | 'whole' | 'money' | 'share' | 'day'
/** A value on its way into a cell. Days are `YYYY-MM-DD`. */
export type CellValue = string | number | null

export const FORMATS: Readonly<Record<CellKind, string>> = {
  text: '@',
  whole: '0',
  money: '#,##0.00',
  share: '0.0',
  day: 'yyyy-mm-dd',
}

/** What a spreadsheet holds in one cell at most. */
const MOST_CHARS = 32_767
/** Days between the serial numbers' day 0 and 1 January 1970. */
const SERIAL_OF_EPOCH = 25_569

/**
 * Text for an XML part: what XML cannot hold is gone, line breaks are one kind, and what a spreadsheet would take for a
 * coded sign (`_x0041_`) is coded itself.
 */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, MOST_CHARS)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** The number of a day in a workbook. */
export const serialOf = (day: PlainDate): number => epochDayOf(day) + SERIAL_OF_EPOCH

/** Texts of a workbook, each kept once. */
export class StringBook {
  private readonly ids = new Map<string, number>()
  private uses = 0

  id(text: string): number {
    this.uses += 1
    const known = this.ids.get(text)
    if (known !== undefined) return known
    this.ids.set(text, this.ids.size)
    return this.ids.size - 1
  }

  /** The part `xl/sharedStrings.xml`. */
  xml(): string {
    const items = [...this.ids.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`)
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`
  }
}

/**
 * One cell as XML. What does not fit the kind of its column is left empty; a text is a text whatever sign it begins with.
 *
 * There is no way from a value to a formula: only `sumCell` writes one.
 */
export function cellXml(at: string, kind: CellKind, value: unknown, style: number, strings: StringBook): string {
  const empty = `<c r="${at}" s="${style}"/>`
  if (kind === 'text') {
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
    return text === '' ? empty : `<c r="${at}" s="${style}" t="s"><v>${strings.id(text)}</v></c>`
  }
  const number = kind === 'day' ? dayNumber(value) : value
  return typeof number === 'number' && Number.isFinite(number)
    ? `<c r="${at}" s="${style}"><v>${number}</v></c>`
    : empty
}

const dayNumber = (value: unknown): number | null => {
  const day = typeof value === 'string' ? parsePlainDate(value) : null
  return day && serialOf(day)
}

/** The one formula there is: the sum of a stretch of the cell's own column, with its result kept beside it. */
export const sumCell = (column: number, from: number, to: number, at: number, sum: number, style: number): string => {
  const name = columnName(column)
  return `<c r="${name}${at}" s="${style}"><f>SUM(${name}${from}:${name}${to})</f><v>${sum}</v></c>`
}
