import { inFigures } from './ledger-date-words'
import type { GridCell } from './ledger-grid'
import { saidOf } from './ledger-text'
import { dayOfEpoch, daysInMonth, lastDayOfMonth, type PlainDate, yearOf, ymd } from './plain-date'
import { err, ok, type Result } from './result'

/**
 * A day read from a ledger; `monthOnly` when only the month was written and its last day is taken, `assumed` when a part of
 * the month was (“上旬”, “月底”) or of the year (“上半年”, the year alone) and the last day of that part is. 推定
 *
 * @source formats.md §6 (月底 → last day with a mark 推定)
 */
export type LedgerDay = Readonly<{ on: PlainDate; monthOnly: boolean; assumed?: true }>

/** 建设起止年限: months as `YYYY-MM`, either may be open. */
export type LedgerSpan = Readonly<{ from: string | null; to: string | null }>

/** Longer than any way to write two days and a remark: a page of figures is not looked through for one. */
const DATE_CHARS = 200
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107

/**
 * Day of a spreadsheet's serial number 序列值.
 *
 * The 1900 calendar has a 29 February 1900 that never was, so its first two months are one day off.
 *
 * @returns null outside 1900–2199: then the number is no date
 * @example dayOfSerial(45597, false) // '2024-11-01'
 */
export function dayOfSerial(serial: number, date1904: boolean): PlainDate | null {
  const day = Math.floor(serial)
  if (!Number.isFinite(serial) || day < 1 || day > 109_574) return null
  return dayOfEpoch(day + (date1904 ? EPOCH_1904 : EPOCH_1900 + (day < 60 ? 1 : 0)))
}

type Point = Readonly<{ year: number; month: number | null; day: number | null }>
/** `inYear` when no month was written, but a part of the year or the year alone. */
type Found = Readonly<{ point: Point; start: number; end: number; inYear: boolean }>

// A day needs the separator of its own date: "2025.3-12" is March to December, "2025-3-12" a day.
const POINT = new RegExp(
  [
    '(?<!\\d)(?<y>(?:19|20)\\d{2})(?:',
    '年(?:度)?(?:(?<m>\\d{1,2})(?:月(?:份)?(?:(?<d>\\d{1,2})(?:[日号]|(?=$|[-–—~〜至到])))?|(?=$|[-–—~〜至到)底末初])))?',
    '|(?<s>[./\\-])(?<m2>\\d{1,2})(?!\\d)(?:月|\\k<s>(?<d2>\\d{1,2})(?!\\d)(?:日)?)?',
    '|(?<m3>0[1-9]|1[0-2])(?<d3>[0-3]\\d)?(?!\\d)',
    '|(?!\\d))',
  ].join(''),
  'gu',
)
const MONTH = /(?<!\d)(\d{1,2})月(?:份)?(?:(\d{1,2})(?:[日号]|$))?/gu
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:上半年|二季度|第二季度|q2)/i, 6],
  [/^(?:一季度|第一季度|q1|年?初)/i, 3],
  [/^(?:三季度|第三季度|q3)/i, 9],
  [/^(?:下半年|年?底|年?末|四季度|第四季度|q4)/i, 12],
]

/** The month a part of the year ends with, and the part's length: “年底”, “上半年”, “三季度”. */
function partOfYear(rest: string): { month: number; length: number } | null {
  for (const [word, month] of PARTS) {
    const said = word.exec(rest)?.[0]
    if (said) return { month, length: said.length }
  }
  return null
}

function findPoints(text: string): Found[] {
  return [...text.matchAll(POINT)].map((match) => {
    const g = match.groups ?? {}
    const number = (value: string | undefined) => (value === undefined ? null : Number(value))
    const end = match.index + match[0].length
    const month = number(g.m ?? g.m2 ?? g.m3)
    const part = month === null ? partOfYear(text.slice(end)) : null
    const point = { year: Number(g.y), month: month ?? part?.month ?? null, day: number(g.d ?? g.d2 ?? g.d3) }
    return { point, start: match.index, end: end + (part?.length ?? 0), inYear: month === null }
  })
}

/** What is written around the dates that were read. */
function around(text: string, read: readonly Pick<Found, 'start' | 'end'>[]): string {
  let [rest, from] = ['', 0]
  for (const { start, end } of read) {
    rest += `${text.slice(from, start)} `
    from = end
  }
  return rest + text.slice(from)
}

const AFTER_YEAR = /^(?:$|[)。]|内|全年|开工|动工|竣工|完工|建成|投产|投用|运营|开业)/
const AFTER_YEAR_OF_SPAN = /^(?:$|[)。]|[-–—~〜至到起])/

/** A year stands for its end only when nothing unread follows: “2026年春节前” is no December. */
const isWhole = (text: string, { point, end }: Found, after: RegExp) =>
  point.month !== null || after.test(text.slice(end))

/** Words that speak of a time nobody has read: then what was read is not all that is meant. */
const speaksOfTime = (rest: string) => /\d|月|季度|半年|年(?![限度])/.test(rest)

const valid = ({ year, month, day }: Point): boolean =>
  month === null
    ? day === null
    : month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= daysInMonth(year, month)))

const monthText = (point: Point, fallback: number) =>
  `${point.year}-${String(point.month ?? fallback).padStart(2, '0')}`

/** The end of a span written without its year: “2025年3月-12月”, “2025年3月-年底”. */
function shortEnd(text: string, { point, end: start }: Found): Found | null {
  const rest = text.slice(start)
  const sign = /^(?:[底末初]|[上中下]旬)?[-–—~〜至到]+/u.exec(rest)?.[0]
  if (!sign) return null
  const month = /^(\d{1,2})(?:月份?|(?![\d.年/]))/u.exec(rest.slice(sign.length))
  const part = month ? { month: Number(month[1]), length: month[0].length } : partOfYear(rest.slice(sign.length))
  return (
    part && {
      point: { ...point, month: part.month, day: null },
      start,
      end: start + sign.length + part.length,
      inYear: !month,
    }
  )
}

/**
 * Parts of a month that end before it does, as decisions of meetings read them too; 下旬 and 月底 end with it.
 *
 * One sign alone is a part only where nothing follows that could be its word: “3月中标”, “3月初步设计”.
 */
const PARTS_OF_MONTH: readonly (readonly [RegExp, number])[] = [
  [/^(?:上旬|初(?=$|[)。前内]))/, 10],
  [/^中(?=$|[)。前内])/, 15],
  [/^中旬/, 20],
]

/** 月底 and 下旬 end with the month: it is kept as a month, and told to be assumed. */
const END_OF_MONTH = /^(?:[底末]|下旬)/

const DURATION = /[\d.一二两三四五六七八九十半]+(?:个月|个?工作日|日历天|天|周|年半?)/g

/**
 * Reads 建设起止年限 in every form ledgers use: 2024.8-2026.7, 2025-08-2026-05, 2026年11月底至2028年8月底, 2025.3-12.
 *
 * @param thisYear year of the day the ledger speaks of, for 明年
 * @returns ok null for an empty cell; err MONTH_INVALID, SPAN_REVERSED, SPAN_UNREADABLE, SPAN_DURATION (“24个月” says no date)
 * @example readSpan('2026年2月底~2027年8月底', 2026) // ok({ from: '2026-02', to: '2027-08' })
 */
export function readSpan(cell: string | undefined, thisYear: number): Result<LedgerSpan | null> {
  const said = saidOf(cell)
  if (said === null) return ok(null)
  if (said.length > DATE_CHARS) return err({ code: 'SPAN_UNREADABLE' })
  const text = inFigures(said, thisYear)
  const points = findPoints(text)
  const [first, second] = points
  if (!first && /^\d{1,3}(?:个月|月|天|日|年|工作日)$/.test(text)) return err({ code: 'SPAN_DURATION' })
  if (!first || points.length > 2) return err({ code: 'SPAN_UNREADABLE' })
  const last = second ?? shortEnd(text, first)
  const read = last ? [first, last] : [first]
  const rest = around(text, read).replace(DURATION, '')
  if (speaksOfTime(rest) || !read.every((found) => isWhole(text, found, AFTER_YEAR_OF_SPAN)))
    return err({ code: 'SPAN_UNREADABLE' })
  const end = last?.point
  if (!valid(first.point) || (end && !valid(end))) return err({ code: 'MONTH_INVALID' })
  const onlyEnd = !end && /^(?:至|到|-|—|~)/.test(text)
  const from = onlyEnd ? null : monthText(first.point, 1)
  const to = onlyEnd ? monthText(first.point, 12) : end ? monthText(end, 12) : null
  if (from && to && to < from) return err({ code: 'SPAN_REVERSED', from, to })
  return ok({ from, to })
}

/**
 * Reads one day: a date, a serial number, a month (“6月底”, its last day is taken), a part of one (“3月上旬”, the 10th) or
 * of a year (“三季度”).
 *
 * @param year the ledger's year, for days written without one
 * @param thisYear year of the day the ledger speaks of, for 明年
 * @returns ok null for an empty cell; err DATE_UNREADABLE, MONTH_INVALID
 * @example readDay('2026.6', 2026, false, 2026) // ok({ on: '2026-06-30', monthOnly: true })
 */
export function readDay(
  cell: string | undefined,
  year: number,
  date1904: boolean,
  thisYear: number,
): Result<LedgerDay | null> {
  const said = saidOf(cell)
  if (said === null) return ok(null)
  if (said.length > DATE_CHARS) return err({ code: 'DATE_UNREADABLE' })
  const text = inFigures(said, thisYear)
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const on = dayOfSerial(Number(text), date1904)
    return on && yearOf(on) >= 1990 ? ok({ on, monthOnly: false }) : err({ code: 'DATE_UNREADABLE' })
  }
  const points = findPoints(text)
  const found = points.length > 1 ? null : (points[0] ?? yearless(text, year))
  if (!found || speaksOfTime(around(text, [found])) || !isWhole(text, found, AFTER_YEAR))
    return err({ code: 'DATE_UNREADABLE' })
  const { point } = found
  if (!valid(point)) return err({ code: 'MONTH_INVALID' })
  if (point.month !== null && point.day !== null)
    return ok({ on: ymd(point.year, point.month, point.day), monthOnly: false })
  const rest = text.slice(found.end)
  const part = found.inYear ? undefined : PARTS_OF_MONTH.find(([word]) => word.test(rest))
  if (part && point.month !== null)
    return ok({ on: ymd(point.year, point.month, part[1]), monthOnly: false, assumed: true })
  const on = lastDayOfMonth(monthText(point, 12))
  return ok({ on, monthOnly: true, ...(found.inYear || END_OF_MONTH.test(rest) ? { assumed: true } : {}) })
}

function yearless(text: string, year: number): Found | null {
  const month = [...text.matchAll(MONTH)]
  const only = month[0]
  if (month.length === 1 && only) {
    const point = { year, month: Number(only[1]), day: only[2] === undefined ? null : Number(only[2]) }
    return { point, start: only.index, end: only.index + only[0].length, inYear: false }
  }
  const part = month.length === 0 ? partOfYear(text) : null
  return part && { point: { year, month: part.month, day: null }, start: 0, end: part.length, inYear: true }
}

/**
 * A day of a cell; one that cannot be read keeps its row out: a promise is not guessed.
 *
 * @param exact what has happened has its day; only a plan may be a month or a part of one, whose last day counts
 */
export function dayIn(
  cell: Pick<GridCell, 'text'> | undefined,
  date1904: boolean,
  today: PlainDate,
  exact: boolean,
): PlainDate | null | 'unreadable' {
  const year = yearOf(today)
  const read = readDay(cell?.text, year, date1904, year)
  if (!read.ok || (exact && (read.value?.monthOnly || read.value?.assumed))) return 'unreadable'
  return read.value?.on ?? null
}
