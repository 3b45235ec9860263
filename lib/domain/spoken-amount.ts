const DIGITS = '零一二三四五六七八九'
const digitOf = (sign: string): number => (sign === '两' ? 2 : DIGITS.indexOf(sign === '〇' ? '零' : sign))
const TENS: Readonly<Record<string, number>> = { 千: 1_000, 百: 100, 十: 10 }

/** 三千二百, 三千二, 一点二, below ten thousand. */
function below(text: string): number {
  const [whole = '', fraction] = text.split('点')
  if (fraction !== undefined) return Number(`${below(whole)}.${[...fraction].map(digitOf).join('')}`)
  let [sum, digit, last] = [0, 0, 10]
  for (const sign of whole) {
    const ten = TENS[sign]
    if (ten === undefined) {
      digit = digitOf(sign)
      if (digit === 0) last = 10
    } else {
      sum += (digit || 1) * ten
      last = ten
      digit = 0
    }
  }
  // 三千二 is 三千二百.
  return sum + digit * (last / 10)
}

function parted(text: string, sign: string, size: number, rest: (text: string) => number): number {
  const at = text.indexOf(sign)
  if (at < 0) return rest(text)
  const after = text.slice(at + 1)
  // 一亿二 is 一亿二千万.
  const short = /^[一二两三四五六七八九]$/.test(after) ? (digitOf(after) * size) / 10 : null
  return below(text.slice(0, at)) * size + (short ?? rest(after))
}

const yuanOf = (text: string): number =>
  Math.round(parted(text, '亿', 100_000_000, (left) => parted(left, '万', 10_000, below)))

// Only what has a unit of money is one: 三栋楼 is none, 三万平方米 has another.
const SPOKEN =
  /[零〇一二两三四五六七八九十百千](?:[零〇一二两三四五六七八九十百千万亿点]*[万亿][零〇一二两三四五六七八九十百千]*元?|[零〇一二两三四五六七八九十百千点]*元)(?!平|立|吨|亩|米|人|棵|套|千瓦)/g

/**
 * A sentence with the amounts said in Chinese numerals as figures in 元; everything else as it was.
 *
 * @example inFigures('完成投资三千二百万') // '完成投资32000000元'
 */
export const inFigures = (sentence: string): string =>
  sentence.replace(SPOKEN, (said) => `${yuanOf(said.replace('元', ''))}元`)
