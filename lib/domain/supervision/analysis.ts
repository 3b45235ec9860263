import type { Period } from '../figure'
import { addMonths, daysBetween, monthNumberOf, type PlainDate, yearOf, ymd } from '../plain-date'

/** A complaint as far as the analysis counts it. */
export type CountedComplaint = Readonly<{
  pointId: string | null
  /** The unit that handles it; null while it is with nobody. */
  agencyId: string | null
  kind: string
  filedOn: PlainDate
  dueOn: PlainDate | null
  answeredOn: PlainDate | null
  /** Whether whoever said it is content with the answer; null where nobody knows. */
  content: boolean | null
  /** The same was said before. */
  repeated: boolean
  /** It went on with that one, and counts as nothing but a repeat of it. */
  joined: boolean
}>

/** What a group of complaints comes to: counts, each share with what it is a share of 分析指标. */
export type ComplaintSums = Readonly<{
  received: number
  /** Answered by the day they were due. */
  onTime: number
  /** Answered, or over their day without an answer: what can be judged. */
  judged: number
  satisfied: number
  rated: number
  repeated: number
  /** What was said in all, repeats with it: what `repeated` is a share of. */
  said: number
  answered: number
  /** Days from filing to the answer, of those answered; null of none. */
  medianDays: number | null
}>

/** One line of the analysis: null of what has no point, or is with nobody yet. */
export type AnalysisLine = Readonly<{ id: string | null; sums: ComplaintSums }>

/**
 * The middle of some numbers; of two in the middle their mean, to half a day.
 *
 * @returns null of none
 * @example median([3, 9, 4]) // 4
 */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half]
  const lower = sorted[sorted.length % 2 === 0 ? half - 1 : half]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}

/**
 * What some complaints come to.
 *
 * On time is a share of what can be judged: what is not due yet and not answered is neither. What was extended is measured by its
 * new day. A repeat that went on with what came first is handled once, and counts once more only as a repeat.
 *
 * @source other-mechanisms §8: on-time %, satisfaction %, repeat %, median days
 */
export function sumComplaints(said: readonly CountedComplaint[], today: PlainDate): ComplaintSums {
  const rows = said.filter(({ joined }) => !joined)
  const answered = rows.filter(({ answeredOn }) => answeredOn !== null)
  const inTime = answered.filter(({ answeredOn, dueOn }) => dueOn !== null && (answeredOn ?? today) <= dueOn)
  const overdue = rows.filter(({ answeredOn, dueOn }) => answeredOn === null && dueOn !== null && dueOn < today)
  const rated = rows.filter(({ content }) => content !== null)
  return {
    received: rows.length,
    onTime: inTime.length,
    judged: answered.length + overdue.length,
    satisfied: rated.filter(({ content }) => content).length,
    rated: rated.length,
    repeated: said.filter(({ repeated }) => repeated).length,
    said: said.length,
    answered: answered.length,
    medianDays: median(answered.map(({ filedOn, answeredOn }) => daysBetween(filedOn, answeredOn ?? filedOn))),
  }
}

/**
 * The analysis by one property: a line for each, those given first in their order even where nothing came in, what belongs to
 * none last.
 *
 * A point without a report is a line like every other: there is no quota, and nothing to be praised or blamed for.
 *
 * @param all ids that have a line whatever came in
 */
export function analyse(
  rows: readonly CountedComplaint[],
  by: (row: CountedComplaint) => string | null,
  all: readonly string[],
  today: PlainDate,
): AnalysisLine[] {
  const groups = new Map<string | null, CountedComplaint[]>(all.map((id) => [id, []]))
  for (const row of rows) {
    const id = by(row)
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  const none = groups.get(null)
  groups.delete(null)
  return [...groups, ...(none ? [[null, none] as const] : [])].map(([id, group]) => ({
    id,
    sums: sumComplaints(group, today),
  }))
}

/**
 * The half-year a day is in, up to that day 半年.
 *
 * @example halfYearOf(on('2026-11-23')) // { from: '2026-07-01', to: '2026-11-23' }
 */
export const halfYearOf = (day: PlainDate): Period => ({
  from: ymd(yearOf(day), monthNumberOf(day) <= 6 ? 1 : 7, 1),
  to: day,
})

/** The half-year before the one a day is in, whole. */
export function lastHalfYear(day: PlainDate): Period {
  const { from } = halfYearOf(day)
  const before = addMonths(from, -6)
  return { from: before, to: halfYearEnd(before) }
}

/** The last day of the half-year that begins on a day. */
const halfYearEnd = (from: PlainDate): PlainDate =>
  monthNumberOf(from) === 1 ? ymd(yearOf(from), 6, 30) : ymd(yearOf(from), 12, 31)
