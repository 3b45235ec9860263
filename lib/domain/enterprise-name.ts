/** Why two enterprises may be one and the same. */
export type DuplicateReason = 'CODE' | 'NAME' | 'CONTAINED'

/** A core shorter than this is in too many names to mean anything. */
const SHORTEST_CORE = 4

/**
 * A name as duplicates are found by it: without punctuation, legal form, and the words 省 and 市 of its place. The database
 * keeps the same of every row (`enterprise_key`), and a test holds the two together.
 *
 * @example enterpriseKey('河南省郑州市致政家居（集团）股份有限公司') // '河南郑州致政家居'
 */
export const enterpriseKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()[\]{}<>《》〈〉【】“”‘’"'·•.,、。;:!?\-_/\\&+*—]/g, '')
    .replace(/(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$/, '')
    .replace(/集团$/, '')
    .replace(/^(..)[省市]/u, '$1')
    .replace(/^(....)市/u, '$1')

type Known = Readonly<{ name: string; creditCode: string | null }>

/**
 * Why two rows look like one enterprise; null when they do not, as when both have a credit code and they differ.
 *
 * @example duplicateReason({ name: '致政家居', creditCode: null }, { name: '郑州致政家居有限公司', creditCode: null }) // 'CONTAINED'
 */
export function duplicateReason(a: Known, b: Known): DuplicateReason | null {
  if (a.creditCode && b.creditCode) return a.creditCode === b.creditCode ? 'CODE' : null
  const [short = '', long = ''] = [enterpriseKey(a.name), enterpriseKey(b.name)].toSorted((x, y) => x.length - y.length)
  if (short !== '' && short === long) return 'NAME'
  return [...short].length >= SHORTEST_CORE && long.includes(short) ? 'CONTAINED' : null
}
