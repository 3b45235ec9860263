import { exactWan } from './money'
import { readTypedMoney } from './money-entry'

/** What a sentence says of a week: what was done, what comes next, and the money completed in 万元. */
export type UpdateText = Readonly<{ text: string; nextPlan: string; completedWan: string }>

// A clause that says the money and nothing else: its field says it.
const ONLY_MONEY =
  /^(?:本周|这周|这一周)?(?:又|共|新增)?(?:完成|投入)(?:了)?(?:固定资产)?(?:投资|资金)?(?:约|近)? ?[0-9][0-9,]*(?:\.[0-9]+)? ?(?:千万|百万|亿|万|元)(?:元|人民币)*$/
// A running total is not this week's money.
const MONEY =
  /^(?!.*(?:累计|总投资|年度|计划))(?:.*?)(?:完成|投入)(?:了)?(?:固定资产)?(?:投资|资金)?(?:约|近)? ?([0-9][0-9,]*(?:\.[0-9]+)?) ?(千万|百万|亿|万|元)/
const AHEAD =
  /下周|下个?月|下一步|接下来|明天|后天|预计|计划|拟|准备|即将|将(?:于|在|要|进|开)|争取|力争|(?:本)?(?:周|月|年)底(?:前|完|进|开)|月(?:[0-9]+[日号])?前/
/** Stands for the comma in 12,000 while the sentence is parted. */
const GROUPED = '\u0001'
const BEHIND = /已|完成了|办结了|结束了/

/**
 * Reads a dictated or pasted sentence 一段话: money completed this week, what lies ahead, and what was done. Every part stays
 * in its own words, and a person confirms it. What a field says by itself the sentence does not repeat; where it would have
 * nothing left, it is the whole as it was said, for a week's progress is never without words.
 *
 * @returns completedWan in 万元 as a plain decimal, '' when the sentence names none (a running total is none)
 * @example readUpdateText('完成投资3200万,外立面下周进场') // { text: '完成投资3200万,外立面下周进场', nextPlan: '外立面下周进场', completedWan: '3200' }
 */
export function readUpdateText(said: string): UpdateText {
  // A comma within a number parts nothing.
  const clauses = said
    .replace(/(?<![\d,.])\d{1,3}(?:,\d{3})+(?!\d)/g, (figure) => figure.replaceAll(',', GROUPED))
    .normalize('NFKC')
    .split(/[,，。;；\n!！]+/)
    .map((clause) => clause.trim().replaceAll(GROUPED, ','))
    .filter((clause) => clause !== '')
  const ahead = clauses.filter((clause) => AHEAD.test(clause) && !BEHIND.test(clause))
  const behind = clauses.filter((clause) => !ahead.includes(clause))
  const paid = behind.find((clause) => MONEY.test(clause))
  const money = paid === undefined ? null : MONEY.exec(paid)
  const done = behind.filter((clause) => clause !== paid || !ONLY_MONEY.test(clause))
  return {
    text: done.length > 0 || paid === undefined ? done.join('，') : said.trim(),
    nextPlan: ahead.join('，'),
    completedWan: money ? wanOf(`${money[1]}${money[2]}`) : '',
  }
}

function wanOf(amount: string): string {
  const read = readTypedMoney(amount)
  return read.ok ? exactWan(read.value) : ''
}
