/** Words longer than this, or more of them, find nothing more. */
const MOST_WORDS = 6

/**
 * What was typed as words that must all be found, in any order.
 *
 * @example searchWords('云创  SGXK') // ['云创', 'sgxk']
 */
export const searchWords = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)

/** A number that stands alone, as a project has it in the library 库内编号. */
export function soleNumber(words: readonly string[]): number | null {
  const [word = ''] = words
  return words.length === 1 && /^\d{1,7}$/.test(word) ? Number(word) : null
}
