/** A remark in brackets, of either width. */
const REMARK = /[(（][^()（）]*[)）]/g
const ARTICLE = /第[零〇一二三四五六七八九十百千\d]+条/

/**
 * The articles of a law and nothing else of what the catalogue notes beside them; null when it names none.
 *
 * @example lawArticle('第九条、第十一条(无天数规定)') // '第九条、第十一条'
 */
export function lawArticle(noted: string | null): string | null {
  const named = (noted ?? '')
    .replace(REMARK, '')
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => ARTICLE.test(part))
  return named.length > 0 ? named.join('；') : null
}

/** A text of the catalogue without what its keepers still have to check: that is theirs, not the reader's. */
export const withoutWorkingNotes = (text: string): string =>
  text.replace(REMARK, (remark) => (/待核|凭记忆/.test(remark) ? '' : remark)).trim()
