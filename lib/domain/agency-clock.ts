import type { PlainDate } from './plain-date'
import type { ProcedureFacts } from './procedure'
import { dayWithPassed, type WorkCalendar, workdaysBetween } from './work-calendar'

/** The facts the agency's clock depends on. */
export type ClockFacts = Pick<ProcedureFacts, 'state' | 'supplementSince' | 'specialSince' | 'pauses'>

type Stretch = Readonly<{ from: PlainDate; to: PlainDate | null }>

/** Stretches in which the clock stands still from `start` on, in order and without overlap; null: to this day. */
function standstills(facts: ClockFacts, start: PlainDate): readonly Stretch[] {
  const running =
    facts.state === 'SUPPLEMENT' ? facts.supplementSince : facts.state === 'SPECIAL' ? facts.specialSince : null
  const all: Stretch[] = running ? [...facts.pauses, { from: running, to: null }] : [...facts.pauses]
  const clipped = all
    .filter(({ to }) => to === null || to > start)
    .map(({ from, to }) => ({ from: from < start ? start : from, to }))
  if (clipped.length < 2) return clipped
  // A day is paused once, however many papers were out.
  const merged: Stretch[] = []
  for (const next of clipped.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1)
    if (!last || (last.to !== null && next.from > last.to)) merged.push(next)
    else if (last.to !== null && (next.to === null || next.to > last.to))
      merged[merged.length - 1] = { from: last.from, to: next.to }
  }
  return merged
}

/**
 * Working days the agency has had the papers up to `until` 已用工作日, pauses left out.
 *
 * The day of acceptance is day 0; the day a notice goes out still counts, the day the papers come back does not.
 *
 * @param start day of acceptance, or of receipt when it is deemed accepted
 * @source 行政许可法-45, 民法典-201; K2, K10 of the colour rules
 * @example usedDays(facts, on('2024-05-13'), on('2024-05-30'), calendar) // 6 with a pause (05-16, 05-27]
 */
export function usedDays(facts: ClockFacts, start: PlainDate, until: PlainDate, calendar: WorkCalendar): number {
  let used = workdaysBetween(calendar, start, until)
  for (const { from, to } of standstills(facts, start))
    used -= workdaysBetween(calendar, from, to === null || to > until ? until : to)
  return used
}

/** A stretch that did not count: the day it begins with, the last one of it, and the working days between. */
export type Stood = Readonly<{ firstOn: PlainDate; to: PlainDate; days: number }>

/** What `usedDays` leaves out, stretch by stretch 暂停. */
export function stoodStill(facts: ClockFacts, start: PlainDate, until: PlainDate, calendar: WorkCalendar): Stood[] {
  return standstills(facts, start).flatMap(({ from, to }) => {
    const end = to === null || to > until ? until : to
    const days = workdaysBetween(calendar, from, end)
    return days > 0 ? [{ firstOn: dayWithPassed(calendar, from, 1), to: end, days }] : []
  })
}

/**
 * First day on which the agency has used `count` working days; the inverse of `usedDays`.
 *
 * @returns null when a pause without an end comes first: the clock never gets there
 */
export function dayWithUsed(
  facts: ClockFacts,
  start: PlainDate,
  count: number,
  calendar: WorkCalendar,
): PlainDate | null {
  let passed = Math.max(count, 0)
  for (const { from, to } of standstills(facts, start)) {
    if (dayWithPassed(calendar, start, passed) <= from) break
    if (to === null) return null
    passed += workdaysBetween(calendar, from, to)
  }
  return dayWithPassed(calendar, start, passed)
}
