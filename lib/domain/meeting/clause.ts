/** Signs a clause may end at, and brackets that open another one. */
const ENDS = /[，,、；;：:。（(\s]/u

const balanced = (text: string): boolean =>
  (text.match(/[（(]/gu)?.length ?? 0) === (text.match(/[）)]/gu)?.length ?? 0)

/**
 * A text as far as its last whole clause within some signs, so that what is left is a sentence; `…` only where one clause
 * alone is longer.
 *
 * @example clauseOf('施工许可证承诺超期6工作日，图审意见未回，等省级批复', 20) // '施工许可证承诺超期6工作日，图审意见未回'
 */
export function clauseOf(text: string, most: number): string {
  const said = text.replace(/\s+/gu, ' ').replace(/[。；;，,、\s]+$/u, '')
  if (said.length <= most) return said
  // A clause shorter than a third of the room says too little.
  for (let at = most; at >= most / 3; at--) {
    const part = said.slice(0, at)
    if (ENDS.test(said[at] ?? '') && !ENDS.test(part.at(-1) ?? '') && balanced(part)) return part
  }
  return `${said.slice(0, most - 1)}…`
}
