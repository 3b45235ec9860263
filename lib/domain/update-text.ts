import { exactWan } from './money'
import { readTypedMoney } from './money-entry'
import { inFigures } from './spoken-amount'

/** What a sentence says of a week: what was done, what comes next, and the money completed in 万元. */
export type UpdateText = Readonly<{
  text: string
  nextPlan: string
  completedWan: string
  /** The sentence says that nothing changed, and nothing else. */
  unchanged: boolean
}>

// A clause that says the money and nothing else: its field says it.
const ONLY_MONEY =
  /^(?:本周|这周|这一周)?(?:又|共|新增)?(?:(?:完成|投入)(?:了)?(?:固定资产)?(?:投资|资金)?|投资)(?:了)?(?:约|近)? ?[0-9][0-9,]*(?:\.[0-9]+)? ?(?:千万|百万|亿|万|元)(?:元|人民币)*$/
// A running total is not this week's money.
const MONEY =
  /^(?!.*(?:累计|总投资|年度|计划))(?:.*?)(?:完成|投入)(?:了)?(?:固定资产)?(?:投资|资金)?(?:约|近)? ?([0-9][0-9,]*(?:\.[0-9]+)?) ?(千万|百万|亿|万|元)/
/** The last amount of what was found. */
const AMOUNT = /([0-9][0-9,]*(?:\.[0-9]+)?) ?(千万|百万|亿|万|元)(?:元|人民币)*$/
const AHEAD =
  /下周|下个?月|下一步|接下来|明天|后天|预计|计划|拟|准备|即将|将(?:于|在|要|进|开)|争取|力争|(?:本)?(?:周|月|年)底(?:前|完|进|开)|月(?:[0-9]+[日号])?前/
const UNCHANGED =
  /^(?:本周|这周|这一周|目前|现场)*(?:暂时?|还是?|仍然?)?(?:没有?|无)(?:什么|任何|太大|新的?)?(?:变化|变动|进展|动静)$|^(?:一切)?(?:照旧|如旧|不变|(?:跟|和|同)上周(?:一样|相同)?)$/
/** Signs that part clauses, and brackets, as they were typed. */
const SIGNS = ',，。;；\n!！()（）'
const HIDDEN_FROM = 0xe000
/** Signs that stand for others while the sentence is parted: the comma in 12,000, and whatever is in brackets. */
const hide = (text: string) =>
  text.replace(/[,，。;；\n!！()（）]/g, (sign) => String.fromCharCode(HIDDEN_FROM + SIGNS.indexOf(sign)))
const show = (text: string) =>
  text.replace(/[\ue000-\ue00b]/g, (sign) => SIGNS[sign.charCodeAt(0) - HIDDEN_FROM] as string)
const BEHIND = /已|完成了|办结了|结束了/

/**
 * Reads a dictated or pasted sentence 一段话: money completed this week, what lies ahead, and what was done. Every part stays
 * in its own words, and a person confirms it. What a field says by itself the sentence does not repeat, also where nothing
 * else was done: then the money makes the sentence (`moneySentence`).
 *
 * @returns completedWan in 万元 as a plain decimal, '' when the sentence names none (a running total is none)
 * @example readUpdateText('完成投资3200万,外立面下周进场') // { text: '', nextPlan: '外立面下周进场', completedWan: '3200', … }
 */
export function readUpdateText(said: string): UpdateText {
  // A comma within a number or in brackets parts nothing.
  const clauses = said
    .replace(/(?<![\d,.])\d{1,3}(?:,\d{3})+(?!\d)/g, hide)
    .replace(/[(（][^()（）]*[)）]/g, hide)
    .normalize('NFKC')
    .split(/[,，。;；\n!！]+/)
    .map((clause) => show(clause.trim()))
    .filter((clause) => clause !== '')
  if (clauses.length > 0 && clauses.every((clause) => UNCHANGED.test(clause)))
    return { text: '', nextPlan: '', completedWan: '', unchanged: true }
  const ahead = clauses.filter((clause) => AHEAD.test(clause) && !BEHIND.test(clause))
  const behind = clauses.filter((clause) => !ahead.includes(clause))
  const moneyIn = (clause: string) => MONEY.exec(inFigures(clause)) ?? ONLY_MONEY.exec(inFigures(clause))
  const paid = behind.find((clause) => moneyIn(clause))
  const amount = paid === undefined ? null : AMOUNT.exec(moneyIn(paid)?.[0] ?? '')
  const done = behind.filter((clause) => clause !== paid || !ONLY_MONEY.test(inFigures(clause)))
  return {
    text: done.join('，'),
    nextPlan: ahead.join('，'),
    completedWan: amount ? wanOf(`${amount[1]}${amount[2]}`) : '',
    unchanged: false,
  }
}

/**
 * What a week's progress says where somebody stated its money and no words: every list has a sentence, and nobody types the
 * figure twice.
 *
 * @param wan the week's figure in 万元
 * @example moneySentence('3200') // '本周完成投资3200万元'
 */
export const moneySentence = (wan: string): string => `本周完成投资${wan}万元`

function wanOf(amount: string): string {
  const read = readTypedMoney(amount)
  return read.ok ? exactWan(read.value) : ''
}
