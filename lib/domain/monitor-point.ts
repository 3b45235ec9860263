import type { PlainDate } from './plain-date'
import { type Failure, gathered } from './result'

/** What kind of place a point is 监测点类型. */
export const POINT_KINDS = [
  'ENTERPRISE', // 企业
  'PARK', // 园区
  'HALL', // 政务大厅
  'SITE', // 项目工地
] as const
export type PointKind = (typeof POINT_KINDS)[number]

/** Where a point stands. Nobody types it: it follows from its days. */
export const POINT_STATES = [
  'PLANNED', // 筹建
  'OPEN', // 在用
  'CLOSED', // 撤销
] as const
export type PointState = (typeof POINT_STATES)[number]

/** The days a point's state follows from. */
export type PointDays = Readonly<{ openedOn: PlainDate | null; closedOn: PlainDate | null }>

/**
 * The state of a 营商环境监测点 on a day; the day it opens it is open, the day it is closed it is closed.
 *
 * @source other-mechanisms §8 (status, opened)
 * @example pointStateOn({ openedOn: on('2026-03-02'), closedOn: null }, on('2026-03-01')) // 'PLANNED'
 */
export function pointStateOn({ openedOn, closedOn }: PointDays, day: PlainDate): PointState {
  if (closedOn !== null && closedOn <= day) return 'CLOSED'
  return openedOn !== null && openedOn <= day ? 'OPEN' : 'PLANNED'
}

/**
 * What is wrong with the days of a point: it opens and closes on days that have come, in this order, and says why it closes.
 *
 * @returns null, or POINT_DAY_AHEAD, POINT_CLOSED_EARLY, POINT_CLOSE_WHY, POINT_WHY_ALONE, all at once
 */
export function pointDaysRefusal(
  { openedOn, closedOn, closedReason }: PointDays & Readonly<{ closedReason: string }>,
  today: PlainDate,
): Failure | null {
  const ahead = (day: PlainDate | null, field: string) =>
    day !== null && day > today ? { code: 'POINT_DAY_AHEAD', field, today } : null
  return gathered(
    ahead(openedOn, 'openedOn'),
    ahead(closedOn, 'closedOn'),
    openedOn !== null && closedOn !== null && closedOn < openedOn
      ? { code: 'POINT_CLOSED_EARLY', field: 'closedOn', opened: openedOn }
      : null,
    closedOn !== null && closedReason === '' ? { code: 'POINT_CLOSE_WHY', field: 'closedReason' } : null,
    closedOn === null && closedReason !== '' ? { code: 'POINT_WHY_ALONE', field: 'closedOn' } : null,
  )
}

/** Where a plate stands 码牌状态; the last three are how it ended. */
export const PLATE_STATES = [
  'WAITING', // 待张贴
  'POSTED', // 在用
  'REPLACED', // 已更换
  'REVOKED', // 已作废
  'CLOSED', // 随点撤销
] as const
export type PlateState = (typeof PLATE_STATES)[number]

/** What of a plate its state follows from. */
export type PlateDays = Readonly<{
  issuedOn: PlainDate
  postedOn: PlainDate | null
  end: 'REPLACED' | 'REVOKED' | 'CLOSED' | null
}>

/** The state of a plate; one that has ended leads nowhere any more. */
export const plateStateOf = ({ postedOn, end }: Pick<PlateDays, 'postedOn' | 'end'>): PlateState =>
  end ?? (postedOn === null ? 'WAITING' : 'POSTED')

/** How a point is off for plates: what hangs there, and whether another is on its way. */
export const PLATE_STANDS = [
  'NONE', // 没有码牌
  'REVOKED', // 已作废，还没有新的
  'WAITING', // 待张贴
  'POSTED', // 在用
  'CHANGING', // 更换中
] as const
export type PlateStand = (typeof PLATE_STANDS)[number]

/** How a point is off for plates, by the states of all it ever had: where the last were taken out of use and none came since, it says so. */
export function plateStandOf(states: readonly PlateState[]): PlateStand {
  const [posted, waiting] = [states.includes('POSTED'), states.includes('WAITING')]
  if (posted) return waiting ? 'CHANGING' : 'POSTED'
  if (waiting) return 'WAITING'
  return states.includes('REVOKED') ? 'REVOKED' : 'NONE'
}

/**
 * Why no plate is made: the point is closed, one waits to be hung up already, or nobody says why the one that hangs there goes.
 *
 * The one that hangs stays good until the new one does: nobody who stands before it is sent away meanwhile.
 *
 * @returns null, POINT_SHUT, PLATE_WAITING, PLATE_WHY
 */
export function plateIssueRefusal(
  point: PointState,
  stand: PlateStand,
  { reason }: Readonly<{ reason: string }>,
): Failure | null {
  if (point === 'CLOSED') return { code: 'POINT_SHUT' }
  if (stand === 'WAITING' || stand === 'CHANGING') return { code: 'PLATE_WAITING' }
  return stand === 'POSTED' && reason === '' ? { code: 'PLATE_WHY', field: 'reason' } : null
}

/**
 * Why a plate is not said to hang: it does already or has ended, or the day has not come or is before it was made.
 *
 * @returns null, PLATE_NOT_WAITING, PLATE_DAY_AHEAD, PLATE_DAY_EARLY
 */
export function platePostRefusal(plate: PlateDays, day: PlainDate, today: PlainDate): Failure | null {
  if (plateStateOf(plate) !== 'WAITING') return { code: 'PLATE_NOT_WAITING' }
  if (day > today) return { code: 'PLATE_DAY_AHEAD', field: 'on', today }
  return day < plate.issuedOn ? { code: 'PLATE_DAY_EARLY', field: 'on', issued: plate.issuedOn } : null
}

/** Why a plate is not taken out of use: it is already; null otherwise. */
export const plateRevokeRefusal = (plate: PlateDays): Failure | null =>
  plate.end === null ? null : { code: 'PLATE_OVER' }
