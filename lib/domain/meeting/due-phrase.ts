import {
  addDays,
  addMonths,
  daysInMonth,
  lastDayOfMonth,
  mondayOf,
  monthNumberOf,
  monthOf,
  type PlainDate,
  yearOf,
  ymd,
} from '../plain-date'
import { err, ok, type Result } from '../result'
import { addWorkdays, countsAsWorkday, leansOnUnpublished, type WorkCalendar } from '../work-calendar'
import { eveOfFestival, FESTIVAL_WORDS } from './festival'
import { NUMBER, numberOf } from './number-word'
import { nextMeetingOn, type WeekRhythm } from './week'

/** The day a phrase means 完成时限. */
export type Due = Readonly<{
  on: PlainDate
  /** Counted through a year whose holidays are not published 暂定. */
  provisional: boolean
  /** Nobody works on that day. */
  dayOff: boolean
}>

type Resolved = PlainDate | 'PAST' | 'NO_SUCH_DAY' | 'FESTIVAL_UNKNOWN'
type Resolve = (parts: readonly string[], from: PlainDate, calendar: WorkCalendar, rhythm: WeekRhythm) => Resolved
type Pattern = Readonly<{
  source: string
  resolve: Resolve
  /** Means a day even where no 前 or 内 follows. */
  alone?: true
  /** Counted from the day it is said on: read later it means another day. */
  relative?: true
  /** A day of the calendar: meant by itself only where the sentence names no other day. */
  dated?: true
  /** A term: meant by itself only right before what is to be handed in, or where it is all a clause says. */
  term?: true
}>

const WEEKDAYS = '一二三四五六日'
const WEEKDAY = '[一二三四五六日天1-7]'
const weekdayOfWord = (word: string): number =>
  word === '天' ? 7 : /\d/.test(word) ? Number(word) : WEEKDAYS.indexOf(word) + 1
const WEEK = '(?:周|星期|礼拜)'
const UNITS: Readonly<Record<string, (from: PlainDate, n: number) => PlainDate>> = {
  天: addDays,
  日: addDays,
  周: (from, n) => addDays(from, 7 * n),
  星期: (from, n) => addDays(from, 7 * n),
  礼拜: (from, n) => addDays(from, 7 * n),
  月: addMonths,
  年: (from, n) => addMonths(from, 12 * n),
}

/** Hours of a working day. */
const WORKING_HOURS = 8

/** A day of a month, where the month has it. */
const dayIn = (month: PlainDate, day: number): Resolved =>
  day >= 1 && day <= daysInMonth(yearOf(month), monthNumberOf(month))
    ? ymd(yearOf(month), monthNumberOf(month), day)
    : 'NO_SUCH_DAY'

/** Months a day without a year may lie behind before it can only be next year's. */
const BEHIND = 6

/** A day without its year: this year's; one long gone is next year's, one just gone is a slip of the tongue. */
function dayOfYear(from: PlainDate, month: number, day: number): Resolved {
  if (month < 1 || month > 12) return 'NO_SUCH_DAY'
  const found = dayIn(ymd(yearOf(from), month, 1), day)
  if (found.length !== 10 || found >= from) return found
  return monthNumberOf(from) - month >= BEHIND ? dayIn(ymd(yearOf(from) + 1, month, 1), day) : 'PAST'
}

const monthEnd = (from: PlainDate, months: number) =>
  lastDayOfMonth(monthOf(addMonths(ymd(yearOf(from), monthNumberOf(from), 1), months)))
const PARTS: Readonly<Record<string, number>> = { 上旬: 10, 月中: 15, 中旬: 20 }
const workdayUpTo = (calendar: WorkCalendar, day: PlainDate) =>
  countsAsWorkday(calendar, day) ? day : addWorkdays(calendar, day, -1)
const weekAway = (word: string): number => (word === '' || /[本这]/.test(word) ? 0 : word.length)

/** Longer and stricter phrases first: `3个工作日` before `3日`, `下月底` before `月底`. */
const PATTERNS: readonly Pattern[] = [
  { source: `(?:昨天|昨日|前天|前日|上(?:个?${WEEK}${WEEKDAY}?|个?月(?:底|末)?))`, resolve: () => 'PAST' },
  { source: '(?:今天|今日|当天|当日|今晚)', resolve: (_, from) => from, alone: true, relative: true },
  { source: '(?:明天|明日|次日|明晚)', resolve: (_, from) => addDays(from, 1), alone: true, relative: true },
  { source: '大后天', resolve: (_, from) => addDays(from, 3), alone: true, relative: true },
  { source: '(?:后天|后日)', resolve: (_, from) => addDays(from, 2), alone: true, relative: true },
  {
    source: `(${NUMBER})个?工作日`,
    term: true,
    resolve: ([n], from, calendar) => addWorkdays(calendar, from, numberOf(n)),
  },
  {
    source: `(下下|下|本|这|)个?${WEEK}(${WEEKDAY})`,
    alone: true,
    relative: true,
    resolve: ([which = '', day = ''], from) => {
      const found = addDays(mondayOf(from), 7 * weekAway(which) + weekdayOfWord(day) - 1)
      if (found >= from) return found
      // “周三” on a Thursday can only be the next one; “本周三” is over.
      return which === '' ? addDays(found, 7) : 'PAST'
    },
  },
  {
    source: `(下一?次|下${WEEK})(?:的)?(?:周?例会|会议|开会)`,
    relative: true,
    resolve: ([which = ''], from, calendar, rhythm) =>
      // The meeting of next week is never one of this week, however soon the next one is.
      nextMeetingOn(which.includes('次') ? from : addDays(mondayOf(from), 6), rhythm, calendar),
  },
  {
    source: `(下下|下|本|这)个?${WEEK}(?:末|内|底)?`,
    relative: true,
    term: true,
    resolve: ([which = ''], from, calendar) => workdayUpTo(calendar, addDays(mondayOf(from), 7 * weekAway(which) + 4)),
  },
  { source: '周末', resolve: (_, from, calendar) => workdayUpTo(calendar, addDays(mondayOf(from), 6)) },
  { source: '半个?月(?=内|以内|之内|$)', resolve: (_, from) => addDays(from, 15) },
  { source: '半年', resolve: (_, from) => addMonths(from, 6) },
  {
    source: '(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})[日号]?',
    dated: true,
    resolve: ([y, m, d]) =>
      Number(m) >= 1 && Number(m) <= 12 ? dayIn(ymd(Number(y), Number(m), 1), Number(d)) : 'NO_SUCH_DAY',
  },
  {
    source: `(明年|今年|本年|)(${NUMBER})月份?(${NUMBER})[日号]`,
    dated: true,
    resolve: ([year, m, d], from) =>
      year === '明年'
        ? dayIn(ymd(yearOf(from) + 1, Math.min(12, numberOf(m)), 1), numberOf(d))
        : dayOfYear(from, numberOf(m), numberOf(d)),
  },
  {
    source: '(\\d{1,2})[./-](\\d{1,2})(?![\\d.])',
    resolve: ([m, d], from) => dayOfYear(from, Number(m), Number(d)),
  },
  {
    source: `(下下|下|本|这|当)个?月份?(${NUMBER})[日号]`,
    dated: true,
    resolve: ([which = '', d], from) => dayIn(monthEnd(from, /[本这当]/.test(which) ? 0 : which.length), numberOf(d)),
  },
  {
    source: '(下下|下|本|这|当|)个?月(?:底|末|内)',
    resolve: ([which = ''], from) => monthEnd(from, /[本这当]/.test(which) ? 0 : which.length),
  },
  {
    source: `(明年|)(${NUMBER})月份?(底|末|内|上旬|中旬|下旬|中)`,
    resolve: ([year, m, part = ''], from) => {
      const month = numberOf(m)
      if (month < 1 || month > 12) return 'NO_SUCH_DAY'
      const next = year === '明年' || month < monthNumberOf(from) ? 1 : 0
      const first = ymd(yearOf(from) + next, month, 1)
      const day = PARTS[part === '中' ? '月中' : part]
      return day ? dayIn(first, day) : lastDayOfMonth(monthOf(first))
    },
  },
  {
    source: '(下|本|这|)个?月?(上旬|中旬|下旬|月中)',
    resolve: ([which = '', part = ''], from) => {
      const end = monthEnd(from, which === '下' ? 1 : 0)
      const day = PARTS[part]
      return day ? dayIn(end, day) : end
    },
  },
  {
    source: '(本|这|下|)个?季度?(?:底|末|内)',
    resolve: ([which], from) => monthEnd(from, ((12 - monthNumberOf(from)) % 3) + (which === '下' ? 3 : 0)),
  },
  {
    source: `(明年|)第?([一二三四1-4])季度(?:底|末|内)?`,
    resolve: ([year, n], from) => {
      const month = 3 * numberOf(n)
      return lastDayOfMonth(
        monthOf(ymd(yearOf(from) + (year === '明年' || month < monthNumberOf(from) ? 1 : 0), month, 1)),
      )
    },
  },
  { source: '(明|)年(?:底|末|内)', resolve: ([next], from) => ymd(yearOf(from) + (next ? 1 : 0), 12, 31) },
  { source: '(?:本|今)年(?:底|末|内)?', resolve: (_, from) => ymd(yearOf(from), 12, 31) },
  {
    source: `(${FESTIVAL_WORDS.join('|')})节?(?:放?假|假期)?(?=之?前|以前|$)`,
    resolve: ([name = ''], from, calendar) => eveOfFestival(name, from, calendar) ?? 'FESTIVAL_UNKNOWN',
  },
  {
    source: `(${NUMBER})个?(天|日|周|星期|礼拜|月|年)(?:之内|以内|内)`,
    resolve: ([n, unit = ''], from) => UNITS[unit]?.(from, numberOf(n)) ?? 'NO_SUCH_DAY',
  },
  {
    // Hours of one working day are today; a day and a night are tomorrow.
    source: `(${NUMBER})个?小时(?:之内|以内|内)`,
    resolve: ([n], from) => addDays(from, numberOf(n) <= WORKING_HOURS ? 0 : Math.ceil(numberOf(n) / 24)),
  },
  {
    source: `(${NUMBER})个?(天|周|星期|礼拜)`,
    term: true,
    resolve: ([n, unit = ''], from) => UNITS[unit]?.(from, numberOf(n)) ?? 'NO_SUCH_DAY',
  },
  {
    source: `(${NUMBER})[日号]`,
    resolve: ([d], from) => {
      const day = numberOf(d)
      const here = dayIn(from, day)
      return here.length === 10 && here >= from ? here : dayIn(monthEnd(from, here === 'NO_SUCH_DAY' ? 0 : 1), day)
    },
  },
]

const AFTER = '(?:之前|以前|之内|以内|前|内|为止)?'
const FINISH = '(?:完成|办结|办理|答复|反馈|报送|到位)?'
const WHOLE = PATTERNS.map(({ source, resolve }) => ({
  resolve,
  re: new RegExp(`^(?:请|务必|务)?(?:在|于|最迟|限|限于|到|截至)?${source}${AFTER}${FINISH}$`, 'u'),
}))
const BOUND = '(?:之前|以前|之内|以内|前|内|(?<=[内底末])|(?<=[上中下]旬))'
/** `每周五` and `上周五` name no day that is to come. */
const NOT_AFTER = '(?<![每逐隔上])'
/** Inside a sentence a day is only meant where a word says so: `下周一前核发`, `3个工作日内答复`. */
const WITHIN = PATTERNS.map(({ source, resolve, alone, relative }) => ({
  resolve,
  relative: relative ?? false,
  re: new RegExp(`${NOT_AFTER}${source}${BOUND}${alone ? '?' : ''}`, 'u'),
}))
const DATED = PATTERNS.filter(({ dated }) => dated).map(({ source, resolve }) => ({
  resolve,
  re: new RegExp(`(?<!\\d)${source}(?!\\d)`, 'u'),
}))
/** What is to be handed in or done by the end of a term: `5个工作日答复`; `3天报一次` is a habit. */
const DELIVERS =
  '(?:完成|办结|办理|办好|办完|答复|回复|反馈|报送|报|提交|提出|拿出|出具|给出|核发|签订|交|落实|整改|到位|解决|清运|移交|送)(?![一每1][次回])'
/** `超期3天`, `公示5个工作日`, `每3天` tell how long something took or takes. */
const NO_LENGTH =
  '(?<![每逐隔上第超晚早迟停满共用了示延缓宽近前后已足达长约过工\\d一二三四五六七八九十百半-]|(?<!限)期)'
const TERMS = PATTERNS.filter(({ term }) => term).map(({ source, resolve, relative }) => ({
  resolve,
  relative: relative ?? false,
  before: new RegExp(`${NO_LENGTH}${source}(?=${DELIVERS})`, 'u'),
  alone: new RegExp(source, 'gu'),
}))
/** Where a clause begins, or says that a term follows. */
const TERM_BEFORE = /(?:^|[，,。；;：:、\s]|限期?|时限|期限|在|于)$/u
const CLAUSE_END = /^\s*(?:[，,。；;]|$)/u
const BOUNDED = new RegExp(`${BOUND}$`, 'u')

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,，。；;、]+/gu, '')
    .replace(/两/g, '二')

function settle(said: string, found: Resolved, from: PlainDate, calendar: WorkCalendar): Result<Due> {
  if (found === 'PAST') return err({ code: 'DUE_PAST', said })
  if (found === 'NO_SUCH_DAY') return err({ code: 'DUE_NO_SUCH_DAY', said })
  if (found === 'FESTIVAL_UNKNOWN') return err({ code: 'DUE_FESTIVAL_UNKNOWN', said })
  if (found < from) return err({ code: 'DUE_PAST', said })
  return ok({
    on: found,
    provisional: leansOnUnpublished(calendar, from, found),
    dayOff: !countsAsWorkday(calendar, found),
  })
}

/**
 * The day somebody means when he says when something is to be done by 时限.
 *
 * Days counted within (3个工作日内, 10天内) begin the day after `from`; a day named with 前 counts itself. Of several
 * readings the nearest one that is not over is taken; it is shown as a date before anything is accepted.
 *
 * @param rhythm when the meetings are that 下次例会 means
 * @returns err DUE_UNSAID, DUE_UNCLEAR, DUE_PAST, DUE_NO_SUCH_DAY or DUE_FESTIVAL_UNKNOWN, each with what was said
 * @source design UX.md §7 (28)
 * @example parseDue('下周五', on('2026-11-23'), calendar, rhythm) // ok({ on: '2026-12-04', … })
 */
export function parseDue(text: string, from: PlainDate, calendar: WorkCalendar, rhythm: WeekRhythm): Result<Due> {
  const said = text.trim()
  if (!said) return err({ code: 'DUE_UNSAID' })
  for (const { re, resolve } of WHOLE) {
    const match = re.exec(plain(said))
    if (match) return settle(said, resolve(match.slice(1), from, calendar, rhythm), from, calendar)
  }
  return err({ code: 'DUE_UNCLEAR', said })
}

/** A day a sentence names, and where it stands. */
export type DueSpan = Readonly<{
  at: number
  end: number
  said: string
  due: Result<Due>
  /** 前 or 内 follows: until then, not on the day itself. */
  until: boolean
  /** Said from the day of the meeting, as 明天 and 下周五 are. */
  relative: boolean
}>

/** `plain`, with the place in the sentence each sign comes from. */
function plainWithPlaces(sentence: string): Readonly<{ text: string; places: readonly number[] }> {
  let text = ''
  const places: number[] = []
  for (let at = 0; at < sentence.length; at += 1) {
    const signs = plain(sentence.charAt(at))
    for (let i = 0; i < signs.length; i += 1) places.push(at)
    text += signs
  }
  return { text, places }
}

/**
 * Every day a sentence names, in its order, as `parseDue` reads them. A date without 前 counts only where nothing else is
 * said and it lies ahead.
 */
export function dueSpansIn(
  sentence: string,
  from: PlainDate,
  calendar: WorkCalendar,
  rhythm: WeekRhythm,
): readonly DueSpan[] {
  const { text, places } = plainWithPlaces(sentence)
  const spanOf = (start: number, said: string, resolved: Resolved, relative: boolean): DueSpan => ({
    at: places[start] ?? 0,
    end: (places[start + said.length - 1] ?? sentence.length - 1) + 1,
    said,
    due: settle(said, resolved, from, calendar),
    until: BOUNDED.test(said),
    relative,
  })
  const spans: DueSpan[] = []
  let start = 0
  while (start < text.length) {
    const rest = text.slice(start)
    const found = WITHIN.flatMap(({ re, resolve, relative }, order) => {
      const match = re.exec(rest)
      return match ? [{ match, resolve, relative, order }] : []
    }).sort((a, b) => a.match.index - b.match.index || a.order - b.order)[0]
    if (!found) break
    const [said] = found.match
    spans.push(
      spanOf(
        start + found.match.index,
        said,
        found.resolve(found.match.slice(1), from, calendar, rhythm),
        found.relative,
      ),
    )
    start += found.match.index + said.length
  }
  if (spans.length > 0) return spans
  for (const { re, resolve } of DATED) {
    const match = re.exec(text)
    const span = match && spanOf(match.index, match[0], resolve(match.slice(1), from, calendar, rhythm), false)
    if (span?.due.ok) return [span]
  }
  for (const { before, alone, resolve, relative } of TERMS) {
    const ends = (match: RegExpExecArray) => {
      const [at, end] = [places[match.index] ?? 0, (places[match.index + match[0].length - 1] ?? 0) + 1]
      return TERM_BEFORE.test(sentence.slice(0, at)) && CLAUSE_END.test(sentence.slice(end))
    }
    const match = before.exec(text) ?? [...text.matchAll(alone)].find(ends)
    const span = match && spanOf(match.index, match[0], resolve(match.slice(1), from, calendar, rhythm), relative)
    // As 内 would say: until then.
    if (span?.due.ok) return [{ ...span, until: true }]
  }
  return []
}

/**
 * What a whole sentence says about when something is to be done, and the day that is: the first it names.
 *
 * @returns null when the sentence names no day
 * @example dueSaidIn('自规局下周一前核发规划许可证', on('2026-11-23'), calendar, rhythm) // { said: '下周一前', due: ok({ on: '2026-11-30', … }) }
 */
export function dueSaidIn(
  sentence: string,
  from: PlainDate,
  calendar: WorkCalendar,
  rhythm: WeekRhythm,
): Readonly<{ said: string; due: Result<Due> }> | null {
  const [first] = dueSpansIn(sentence, from, calendar, rhythm)
  return first ? { said: first.said, due: first.due } : null
}

/** Words of haste that name no day, and days named too loosely to count to. */
const VAGUE =
  /尽快|尽早|立即|马上|抓紧|即刻|第一时间|近期|近日|适时|早日|年前|月初|月中|(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?(?!\d)/u

/** What a sentence says about time that is no day 尽快、立即、月中; null without such a word. */
export const vagueTimeIn = (sentence: string): string | null => VAGUE.exec(sentence.normalize('NFKC'))?.[0] ?? null
