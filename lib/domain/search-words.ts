/** Words longer than this, or more of them, find nothing more. */
const MOST_WORDS = 6

/** What is printed before a number of the library 库内编号. */
const BEFORE_NUMBER = /(?<=^|\s)(?:#|no\.?|编号:?)\s*(?=\d{1,7}(?:\s|$))/g

/** A number as pages print it 第12号. */
const PRINTED = /(?<=^|\s)第\s*(\d{1,7})\s*(?:号|监测点)(?=\s|$)/g

/**
 * What was typed as words that must all be found, in any order, however many they are.
 *
 * @example allWords('编号12  SGXK') // ['12', 'sgxk']
 */
export const allWords = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(BEFORE_NUMBER, '')
    .replace(PRINTED, '$1')
    .split(/\s+/)
    .filter((word) => word !== '')

/**
 * As `allWords`, as many as a search goes by.
 *
 * @example searchWords('云创  SGXK') // ['云创', 'sgxk']
 */
export const searchWords = (text: string): readonly string[] => allWords(text).slice(0, MOST_WORDS)

/** Digits by which somebody is found by his telephone: the last four are what people remember. */
const PHONE = /^\d{4,13}$/

/**
 * A telephone number as it may be typed, with its spaces, dashes and country code, as the forms it can be stored in; empty
 * when what was typed is none.
 *
 * @example phoneForms(['138', '0000-1234']) // ['13800001234']
 * @example phoneForms(['037168180000']) // ['037168180000', '0371-68180000', '037-168180000']
 */
export function phoneForms(words: readonly string[]): readonly string[] {
  if (!words.every((word) => /^[+()\d-]+$/.test(word))) return []
  const digits = words
    .join('')
    .replace(/^\(?\+?86(?=-?1\d)/, '')
    .replace(/\D/g, '')
  if (!PHONE.test(digits)) return []
  const areas = digits.startsWith('0') ? [4, 3].map((n) => `${digits.slice(0, n)}-${digits.slice(n)}`) : []
  return [digits, ...areas]
}

/** A number that stands alone, as a project has it in the library 库内编号. */
export function soleNumber(words: readonly string[]): number | null {
  const [word = ''] = words
  return words.length === 1 && /^\d{1,7}$/.test(word) ? Number(word) : null
}
