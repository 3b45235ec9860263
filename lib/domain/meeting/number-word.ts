const DIGITS = '〇一二三四五六七八九'

/** A number up to 99 as people write it in a term: figures or signs. */
export const NUMBER = '(?:\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])'

/** What such a number is: `十五` → 15; 0 for what is none. */
export function numberOf(word: string | undefined): number {
  if (!word) return 0
  if (/^\d+$/.test(word)) return Number(word)
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word]
  const ten = word.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) : 0
  return ten * 10 + (ones ? Math.max(0, DIGITS.indexOf(ones)) : 0)
}
