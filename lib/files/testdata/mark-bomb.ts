import { sheetParts, zip } from './make-package'

/**
 * A small workbook that reads well and cannot be marked: behind its rows stands a comment full of rows that never end, and
 * whoever looks for rows with a pattern looks from each of them to the end.
 */
export const markBomb = (sheet: string): Buffer =>
  zip(sheetParts(sheet.replace('</worksheet>', `<!-- ${'<row '.repeat(1_000_000)} --></worksheet>`)))
