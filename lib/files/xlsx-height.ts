/** Points of one line of the body font, and of the air around a cell's text. */
const LINE = 13
const AIR = 5
/** What a spreadsheet allows a row at most. */
const MOST = 409

/** Width of a text in characters of the body font: a Chinese one takes two. */
const widthOf = (line: string): number => {
  let width = 0
  for (const sign of line) width += sign.charCodeAt(0) < 0x2e80 ? 1 : 2
  return width
}

/** Lines a text takes in a column so wide; a number or a day takes one. */
const linesOf = (text: string, width: number): number =>
  // A column keeps about one character for its margins.
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0)

/**
 * Height a row needs for its texts, in points. Spreadsheets fit rows only while somebody edits them; a file that does not
 * say its heights opens, and prints, with texts cut off.
 *
 * @param texts with the width of their columns
 */
export const heightOf = (texts: readonly (readonly [text: string, width: number])[]): number =>
  Math.min(MOST, Math.max(1, ...texts.map(([text, width]) => linesOf(text, width))) * LINE + AIR)
