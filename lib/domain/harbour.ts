import { monthOf, type PlainDate } from './plain-date'
import { type Failure, gathered } from './result'

/** Where a harbour stands. Nobody types it: it follows from its days. */
export const HARBOUR_STATES = [
  'PLANNED', // 筹建
  'BUILT', // 已建成
  'CLOSED', // 停用
] as const
export type HarbourState = (typeof HARBOUR_STATES)[number]

/** The days a harbour's state follows from. */
export type HarbourDays = Readonly<{
  /** The day it was entered into the register. */
  registeredOn: PlainDate
  openedOn: PlainDate | null
  closedOn: PlainDate | null
}>

/**
 * The state of a 金融服务港湾 on a day; null before it was in the register.
 *
 * @source other-mechanisms §5: status 筹建|已建成|停用
 * @example harbourStateOn({ registeredOn: on('2026-01-05'), openedOn: on('2026-03-02'), closedOn: null }, on('2026-03-01')) // 'PLANNED'
 */
export function harbourStateOn({ registeredOn, openedOn, closedOn }: HarbourDays, day: PlainDate): HarbourState | null {
  if (registeredOn > day) return null
  if (closedOn !== null && closedOn <= day) return 'CLOSED'
  return openedOn !== null && openedOn <= day ? 'BUILT' : 'PLANNED'
}

/**
 * What is wrong with the days of a harbour: it opens and closes on days that have come, in this order, and says why it closes.
 *
 * @returns null, or HARBOUR_DAY_AHEAD, HARBOUR_CLOSED_EARLY, HARBOUR_CLOSE_WHY, HARBOUR_WHY_ALONE, all at once
 */
export function harbourDaysRefusal(
  { openedOn, closedOn, closedReason }: Omit<HarbourDays, 'registeredOn'> & Readonly<{ closedReason: string }>,
  today: PlainDate,
): Failure | null {
  const ahead = (day: PlainDate | null, field: string) =>
    day !== null && day > today ? { code: 'HARBOUR_DAY_AHEAD', field, today } : null
  return gathered(
    ahead(openedOn, 'openedOn'),
    ahead(closedOn, 'closedOn'),
    openedOn !== null && closedOn !== null && closedOn < openedOn
      ? { code: 'HARBOUR_CLOSED_EARLY', field: 'closedOn', opened: openedOn }
      : null,
    closedOn !== null && closedReason === '' ? { code: 'HARBOUR_CLOSE_WHY', field: 'closedReason' } : null,
    closedOn === null && closedReason !== '' ? { code: 'HARBOUR_WHY_ALONE', field: 'closedOn' } : null,
  )
}

/** What a harbour did in a month 月度数据. */
export type HarbourFigures = Readonly<{ visits: number; needs: number; grantedFen: bigint }>

/**
 * Why a harbour has no figures of a month yet or any more: it had not opened, had closed, or the month has not begun.
 *
 * @param month `YYYY-MM`
 * @returns null, HARBOUR_MONTH_AHEAD, HARBOUR_MONTH_SHUT
 */
export function monthRefusal({ openedOn, closedOn }: HarbourDays, month: string, today: PlainDate): Failure | null {
  if (month > monthOf(today)) return { code: 'HARBOUR_MONTH_AHEAD', field: 'month', now: monthOf(today) }
  const open = openedOn !== null && monthOf(openedOn) <= month && (closedOn === null || month <= monthOf(closedOn))
  return open ? null : { code: 'HARBOUR_MONTH_SHUT', field: 'month' }
}

/** Sum of some months, each kind of figure by itself. */
export const sumFigures = (months: readonly HarbourFigures[]): HarbourFigures =>
  months.reduce(
    (sum, { visits, needs, grantedFen }) => ({
      visits: sum.visits + visits,
      needs: sum.needs + needs,
      grantedFen: sum.grantedFen + grantedFen,
    }),
    { visits: 0, needs: 0, grantedFen: 0n },
  )
