import { tidy } from './ledger-text'

const DIGITS = '〇一二三四五六七八九'
const digitOf = (sign: string): string => String(Math.max(0, DIGITS.indexOf(sign)))

/** 1–39 as Chinese writes days and months: 十二, 二十五. */
function smallNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? Number(tens ? digitOf(tens) : 1) : 0
  return ten * 10 + (ones ? Number(digitOf(ones)) : 0)
}

const CLOCK = /(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?/g
const YEAR_SIGNS = /[一二][〇零○九][〇零○一二三四五六七八九]{2}(?=年)/g
const MONTH_SIGNS = /(?<![\d一二三四五六七八九十])(十[一二]?|[一二三四五六七八九元])(?=月)/g
const DAY_SIGNS = /(?<=月)([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[日号])/g
const QUARTER = /第?([1-4])季度?/g

const YEARS_AWAY: Readonly<Record<string, number>> = {
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  来年: 1,
  后年: 2,
}
const FROM_TODAY = new RegExp(`(?<![今明去前后大])(?:${Object.keys(YEARS_AWAY).join('|')})`, 'g')
const FROM_BEFORE = /次年|翌年|第二年|当年/g

// A year of two digits is one only where a month or a part of the year follows: “24年” alone may be how long it takes.
const SHORT_YEAR =
  /(?<![\d.])(\d{2})年(?=度?(?:\d{1,2}月|年?[底末初]|[一二三四]季度|[上下]半年|q[1-4]))|(?<=年[-–—~〜至到]+)(\d{2})年/gi
const SHORT_END = /(?<=(?:19|20)\d{2}[./年]\d{1,2}月?[底末初]?[-–—~〜至到]+)(\d{2})[./](?=\d{1,2}(?![\d./]))/g
const wholeYear = (short: string): number => Number(short) + (Number(short) >= 80 ? 1900 : 2000)

/**
 * A date as ledgers say it, in figures: Chinese numerals, 明年 and 次年, years of two digits, without spaces or a time.
 *
 * What it does not know stays as it is, so that whoever reads the figures sees there is more.
 *
 * @param thisYear year of the day the ledger speaks of; 次年 and 当年 follow the year written before them
 * @example inFigures('2025年三月-次年5月', 2026) // '2025年3月-2026年5月'
 */
export function inFigures(said: string, thisYear: number): string {
  return tidy(said)
    .replace(CLOCK, '')
    .replace(/\s+/g, '')
    .replace(YEAR_SIGNS, (signs) => [...signs].map(digitOf).join(''))
    .replace(MONTH_SIGNS, (signs) => (signs === '元' ? '1' : String(smallNumber(signs))))
    .replace(DAY_SIGNS, (signs) => String(smallNumber(signs)))
    .replace(QUARTER, (_, nth: string) => `${DIGITS[Number(nth)]}季度`)
    .replace(FROM_TODAY, (word) => `${thisYear + (YEARS_AWAY[word] ?? 0)}年`)
    .replace(SHORT_YEAR, (_, before?: string, after?: string) => `${wholeYear(before ?? after ?? '')}年`)
    .replace(SHORT_END, (_, year: string) => `${wholeYear(year)}.`)
    .replace(FROM_BEFORE, (word, at: number, text: string) => {
      const before = [...text.slice(0, at).matchAll(/(?<!\d)(?:19|20)\d{2}(?=\D)/g)].pop()
      return `${Number(before?.[0] ?? thisYear) + (word === '当年' ? 0 : 1)}年`
    })
}
