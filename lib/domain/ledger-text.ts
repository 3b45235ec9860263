/** Words offices write when there is nothing to write. */
const NOTHING = new Set([
  '',
  '无',
  '暂无',
  '没有',
  '无问题',
  '暂无问题',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '–',
  '―',
  '待定',
  '未定',
  '空',
  'n/a',
  'na',
  'null',
  '#n/a',
])

/** Longer than any of them, however it is set: a page of full stops is not looked through from each of them. */
const NOTHING_CHARS = 40

/**
 * A cell's text with full-width letters, digits and signs made half-width and spaces collapsed; line breaks stay.
 *
 * @example tidy('　总投资（万元） ') // '总投资(万元)'
 */
export const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()

/** As `tidy`, without any space: what headers and names are compared by. */
export const squeeze = (text: string): string => tidy(text).replace(/\s+/g, '')

/**
 * The text of a cell as it is kept: outer spaces gone, the signs as typed; null where the office wrote “nothing”.
 *
 * @example saidOf(' / ') // null
 */
export function saidOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const said = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
  if (said.length > NOTHING_CHARS) return said
  const word = squeeze(said)
    .replace(/[。.,;]+$/, '')
    .toLowerCase()
  return NOTHING.has(word) ? null : said
}

/**
 * Whether an office wrote that something is still to be settled: nothing to read, but not nothing to say.
 *
 * @example isUndecided(' 待定。') // true
 */
export const isUndecided = (text: string | undefined): boolean => /^[待未]定[。.]?$/.test(squeeze(text ?? ''))

/** Comparison key of a name: `squeeze` in lower case, quotes and brackets of either width alike. */
export const nameKey = (text: string): string =>
  squeeze(text)
    .toLowerCase()
    .replace(/[“”"「」『』]/g, '"')
    .replace(/[‘’]/g, "'")

/** What stands instead of a name where an office wants a row left alone 不导入. */
export const LEFT_OUT = '不导入'

/** @example isLeftOut('（不导入）') // true */
export const isLeftOut = (text: string | null | undefined): boolean =>
  squeeze(text ?? '').replace(/[()]/g, '') === LEFT_OUT
