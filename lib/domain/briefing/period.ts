import type { Period } from '../figure'
import {
  dayOfMonth,
  daysBetween,
  daysInMonth,
  mondayOf,
  monthNumberOf,
  type PlainDate,
  yearOf,
  ymd,
} from '../plain-date'
import { err, ok, type Result } from '../result'

/** Periods an office reports on: they begin where the calendar does and end today. */
export const PERIOD_PRESETS = ['YEAR', 'HALF', 'QUARTER', 'MONTH', 'WEEK'] as const
export type PeriodPreset = (typeof PERIOD_PRESETS)[number]

const MONTHS = { YEAR: 12, HALF: 6, QUARTER: 3, MONTH: 1 } as const

/** The running year, half, quarter, month or week up to a day, that day included. */
export function presetPeriod(preset: PeriodPreset, today: PlainDate): Period {
  if (preset === 'WEEK') return { from: mondayOf(today), to: today }
  const months = MONTHS[preset]
  const first = Math.floor((monthNumberOf(today) - 1) / months) * months + 1
  return { from: ymd(yearOf(today), first, 1), to: today }
}

/** Years a report can go back. */
const LONGEST_DAYS = 366 * 5

/**
 * Whether a report can speak of a period.
 *
 * @returns err BRIEFING_PERIOD_REVERSED, BRIEFING_PERIOD_FUTURE, BRIEFING_PERIOD_LONG
 */
export function checkPeriod({ from, to }: Period, today: PlainDate): Result<Period> {
  if (from > to) return err({ code: 'BRIEFING_PERIOD_REVERSED', field: 'from' })
  if (to > today) return err({ code: 'BRIEFING_PERIOD_FUTURE', field: 'to', today })
  if (daysBetween(from, to) > LONGEST_DAYS) return err({ code: 'BRIEFING_PERIOD_LONG', field: 'from' })
  return ok({ from, to })
}

const dayWords = (day: PlainDate): string => `${monthNumberOf(day)}月${dayOfMonth(day)}日`
const isLastOfMonth = (day: PlainDate): boolean => dayOfMonth(day) === daysInMonth(yearOf(day), monthNumberOf(day))

/** A period as a text says it: 2026年, 2026年9月, 2026年1月1日至11月23日. */
export function periodWords({ from, to }: Period): string {
  const [year, first, last] = [yearOf(from), monthNumberOf(from), monthNumberOf(to)]
  const whole = year === yearOf(to) && dayOfMonth(from) === 1 && isLastOfMonth(to)
  if (whole && first === last) return `${year}年${first}月`
  if (whole && first === 1 && last === 12) return `${year}年`
  if (whole) return `${year}年${first}月至${last}月`
  const start = `${year}年${dayWords(from)}`
  if (from === to) return start
  return `${start}至${year === yearOf(to) ? '' : `${yearOf(to)}年`}${dayWords(to)}`
}

/** Words of a paper's own that a template can name. */
export const OWN_WORDS = ['period.name', 'period.year', 'period.from', 'period.to', 'scope.name'] as const

/** What the words of a paper are. @param scope whose projects it is about: 全区, or a task force */
export function ownWords(period: Period, scope: string): ReadonlyMap<string, string> {
  const long = (day: PlainDate) => `${yearOf(day)}年${dayWords(day)}`
  return new Map<(typeof OWN_WORDS)[number], string>([
    ['period.name', periodWords(period)],
    ['period.year', String(yearOf(period.to))],
    ['period.from', long(period.from)],
    ['period.to', long(period.to)],
    ['scope.name', scope],
  ])
}
