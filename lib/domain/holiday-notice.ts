import { addDays, daysBetween, type PlainDate, parsePlainDate, weekdayOf, ymd } from './plain-date'
import { err, ok, type Result } from './result'
import type { PublishedYear } from './work-calendar'

/** Holidays every notice must settle; one that is missing means the text was cut off. */
const EXPECTED = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'] as const

const TITLE_YEAR = /(\d{4})年(?:部分)?节假日安排|现将(\d{4})年/
const HEADING = /(?:^|\n|。)(?:[一二三四五六七八九十\d]{1,3}[、.])?([\p{Script=Han}、]{2,30}):/gu
const HOLIDAY_NAME = /^(?:元旦|\p{Script=Han}+(?:节|日))$/u
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/g
// A sentence with its days cut out: # is one day.
const HOLIDAY = /^#(?:(?:至|到|[-—–~])#)?(?:[、和]#)*放假(?:(\d+)天)?(?:调休)?(?:,(?:共(\d+)天|与周末连休|不调休))*$/
const MAKE_UP = /^#(?:[、,和]#)*(?:照常|正常)?上班$/
const SIGNATURE = /^(?:国务院办公厅)?#$/
/** Advice to employers, which binds nobody's calendar. */
const ADVICE = /^鼓励/
const SPAN = /^#(?:至|到|[-—–~])#/
const WEEKDAY = /(?:周|星期)([一二三四五六日天])/
const WEEKDAYS = '一二三四五六日'

type Section = Readonly<{ name: string; sentences: readonly string[] }>

/** The text with one width of digits and punctuation and without blanks; line ends stay. */
const normalised = (text: string): string => text.normalize('NFKC').replace(/[^\S\n]+/g, '')

function sectionsOf(text: string): Section[] {
  const headings = [...text.matchAll(HEADING)].filter((match) =>
    (match[1] ?? '').split(/[、和]/).every((name) => HOLIDAY_NAME.test(name)),
  )
  return headings.map((match, i) => {
    const body = text.slice(match.index + match[0].length, headings[i + 1]?.index ?? text.length)
    return { name: match[1] ?? '', sentences: body.split(/[。;\n]/).filter((sentence) => sentence !== '') }
  })
}

/** The days a sentence names, in full; a day without month or year takes those of the day before it. */
function daysIn(sentence: string, year: number, name: string): Result<PlainDate[]> {
  const days: PlainDate[] = []
  let [lastYear, lastMonth] = [0, 0]
  for (const match of sentence.matchAll(DAY)) {
    const month = match[2] ? Number(match[2]) : lastMonth
    // 元旦 may begin in the old year: 12月 named without a year is last December.
    const assumed = name.includes('元旦') && month === 12 ? year - 1 : year
    lastYear = match[1] ? Number(match[1]) : match[2] ? assumed : lastYear
    lastMonth = month
    const day = month >= 1 && month <= 12 ? parsePlainDate(ymd(lastYear, month, Number(match[3]))) : null
    if (!day) return err({ code: 'NOTICE_UNREADABLE', text: sentence })
    const said = WEEKDAY.exec(match[4] ?? '')?.[1]?.replace('天', '日')
    if (said && WEEKDAYS.indexOf(said) + 1 !== weekdayOf(day))
      return err({ code: 'NOTICE_WEEKDAY', day, said: `周${said}` })
    days.push(day)
  }
  return ok(days)
}

/** Days off that a sentence grants; what it says about their number must be true. */
function daysOff(sentence: string, shape: string, days: readonly PlainDate[], name: string): Result<PlainDate[]> {
  const match = HOLIDAY.exec(shape)
  const [first, last] = days
  if (!match || !first) return err({ code: 'NOTICE_UNREADABLE', text: sentence })
  let off = [...days]
  if (SPAN.test(shape) && last) {
    const length = daysBetween(first, last)
    if (length < 1 || length > 31) return err({ code: 'NOTICE_UNREADABLE', text: sentence })
    off = [...Array.from({ length: length + 1 }, (_, n) => addDays(first, n)), ...days.slice(2)]
  }
  const said = match[1] ?? match[2]
  if (said && Number(said) !== off.length)
    return err({ code: 'NOTICE_COUNT', name, said: Number(said), found: off.length })
  return ok(off)
}

/**
 * Reads the pasted text of a State Council holiday notice 国务院办公厅关于部分节假日安排的通知.
 *
 * Understands the forms of the notices since 2019 in full or half width: “放假”, “放假1天，不调休”, “放假，与周末连休”,
 * “放假调休，共8天”, make-up days in lists, spans across months and across New Year. It checks what the text says about
 * itself: weekdays, “共n天”, every make-up day a weekend, no day named twice, all seven holidays present.
 *
 * @returns err NOTICE_YEAR_MISSING; NOTICE_UNREADABLE with the sentence; NOTICE_COUNT, NOTICE_WEEKDAY, NOTICE_DAY_TWICE,
 *          NOTICE_NOT_WEEKEND with the day; NOTICE_INCOMPLETE with the holiday that is missing
 * @source holiday-notice-2024, holiday-notice-2025, holiday-notice-2026
 * @example parseHolidayNotice('…关于2026年部分节假日安排的通知… 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。…')
 */
export function parseHolidayNotice(pasted: string): Result<PublishedYear> {
  const text = normalised(pasted)
  const title = TITLE_YEAR.exec(text)
  const year = Number(title?.[1] ?? title?.[2] ?? 0)
  if (year === 0) return err({ code: 'NOTICE_YEAR_MISSING' })
  const off: Record<string, string> = {}
  const work: Record<string, string> = {}
  const sections = sectionsOf(text)
  for (const { name, sentences } of sections) {
    for (const sentence of sentences) {
      const shape = sentence.replace(DAY, '#')
      if (!shape.includes('#') || ADVICE.test(shape) || SIGNATURE.test(shape)) continue
      const named = daysIn(sentence, year, name)
      if (!named.ok) return named
      const works = MAKE_UP.test(shape)
      const days = works ? named : daysOff(sentence, shape, named.value, name)
      if (!days.ok) return days
      for (const day of days.value) {
        if (day in off || day in work) return err({ code: 'NOTICE_DAY_TWICE', day })
        if (works && weekdayOf(day) <= 5) return err({ code: 'NOTICE_NOT_WEEKEND', day })
        ;(works ? work : off)[day] = name
      }
    }
  }
  const settled = Object.values(off)
  for (const name of EXPECTED)
    if (!settled.some((holiday) => holiday.includes(name))) return err({ code: 'NOTICE_INCOMPLETE', name })
  return ok({ year, off, work })
}
