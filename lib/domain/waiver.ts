import { addDays, type PlainDate } from './plain-date'
import type { Dimension } from './project-level'
import { err, type Failure, gathered, ok, type Result } from './result'
import type { WaivedSpan } from './waived-span'
import { leansOnUnpublished, type WorkCalendar, workdayFrom } from './work-calendar'

/**
 * Causes for which a dimension may be left out of a colour 正当理由: the list is fixed, “other” is not on it.
 *
 * @source four-colours §5, 正当理由豁免
 */
export const WAIVER_REASONS = [
  'FORCE_MAJEURE', // 不可抗力
  'POLICY', // 上级政策调整
  'ENTERPRISE', // 企业主动放缓
  'ARCHAEOLOGY', // 考古发现
  'AIR', // 大气管控停工
  'WINTER_ROADS', // 冬季禁止掘路
  'COURT', // 司法冻结
] as const
export type WaiverReason = (typeof WAIVER_REASONS)[number]

/** Days a waiver may last at most, and how often it may be renewed by as many. */
export const WAIVER_DAYS = 30
export const WAIVER_RENEWALS = 1

/** A waiver 豁免, from its proposal on. */
export type Waiver = Readonly<{
  dimension: Dimension
  reason: WaiverReason
  fromOn: PlainDate
  /** Its last day as it was given; where that is a day off, the next working day. */
  untilOn: PlainDate
  renewals: number
  proposedById: string
  /** Null until the office approved it. */
  approvedById: string | null
  /** Ended before its time, because the cause has gone. */
  endedOn: PlainDate | null
}>

/** The last day a waiver is in force: one that would run out on a day off runs to the next working day (K3). */
export const waiverEnd = (
  { untilOn, endedOn }: Pick<Waiver, 'untilOn' | 'endedOn'>,
  calendar: WorkCalendar,
): PlainDate => {
  const last = workdayFrom(calendar, untilOn)
  return endedOn && endedOn < last ? endedOn : last
}

/** Whether a waiver is in force on a day; one nobody approved never is, and one that has run out ends by itself. */
export const isWaived = (waiver: Waiver, day: PlainDate, calendar: WorkCalendar): boolean =>
  waiver.approvedById !== null && day >= waiver.fromOn && day <= waiverEnd(waiver, calendar)

/** Waivers as a colour reads them: those somebody approved, each with the days it counts on. */
export const waivedSpans = (
  waivers: readonly Pick<Waiver, 'dimension' | 'fromOn' | 'untilOn' | 'endedOn' | 'approvedById'>[],
  calendar: WorkCalendar,
): readonly WaivedSpan<Dimension>[] =>
  waivers.flatMap((waiver) => {
    const { dimension, fromOn, untilOn, endedOn, approvedById } = waiver
    const lastOn = waiverEnd(waiver, calendar)
    if (approvedById === null || lastOn < fromOn) return []
    const open = lastOn !== endedOn && leansOnUnpublished(calendar, untilOn, lastOn)
    return [{ dimension, fromOn, lastOn, ...(open && { provisional: true as const }) }]
  })

const isReason = (reason: string): reason is WaiverReason => (WAIVER_REASONS as readonly string[]).includes(reason)

/**
 * Whether a waiver may be proposed 申请豁免. It never reaches back: what was red stays red in the history.
 *
 * @param standing the waivers of the same project
 * @returns err WAIVER_REASON_UNKNOWN, WAIVER_PAST, WAIVER_BACK, WAIVER_LONG with the latest day; then WAIVER_OVERLAPS
 * @source four-colours §5 正当理由豁免, §7.5; 民法典-201, 民法典-203 (K2, K3)
 */
export function proposeWaiver(
  asked: Readonly<{ dimension: Dimension; reason: string; fromOn: PlainDate; untilOn: PlainDate; by: string }>,
  standing: readonly Waiver[],
  today: PlainDate,
  calendar: WorkCalendar,
): Result<Waiver> {
  const { dimension, reason, fromOn, untilOn, by } = asked
  const latest = addDays(fromOn, WAIVER_DAYS)
  const wrong = gathered(
    isReason(reason) ? null : { code: 'WAIVER_REASON_UNKNOWN', reason },
    fromOn < today ? { code: 'WAIVER_PAST', fromOn, today } : null,
    untilOn < fromOn
      ? { code: 'WAIVER_BACK', fromOn, untilOn }
      : untilOn > latest
        ? { code: 'WAIVER_LONG', latest, days: WAIVER_DAYS }
        : null,
  )
  if (wrong || !isReason(reason)) return err(wrong ?? { code: 'WAIVER_REASON_UNKNOWN', reason })
  const waiver: Waiver = {
    dimension,
    reason,
    fromOn,
    untilOn,
    renewals: 0,
    proposedById: by,
    approvedById: null,
    endedOn: null,
  }
  const other = standing.find(
    (one) =>
      one.dimension === dimension && one.fromOn <= waiverEnd(waiver, calendar) && fromOn <= waiverEnd(one, calendar),
  )
  return other
    ? err({ code: 'WAIVER_OVERLAPS', fromOn: other.fromOn, untilOn: waiverEnd(other, calendar) })
    : ok(waiver)
}

/**
 * The office approves a waiver; it begins that day at the earliest, and ends when it would have ended.
 *
 * @returns err WAIVER_DECIDED, WAIVER_OWN (nobody approves what he proposed), WAIVER_RUN_OUT
 * @source four-colours §5 正当理由豁免
 */
export function approveWaiver(waiver: Waiver, by: string, today: PlainDate, calendar: WorkCalendar): Result<Waiver> {
  if (waiver.approvedById !== null) return err({ code: 'WAIVER_DECIDED' })
  if (waiver.proposedById === by) return err({ code: 'WAIVER_OWN' })
  if (waiverEnd(waiver, calendar) < today) return err({ code: 'WAIVER_RUN_OUT', untilOn: waiver.untilOn })
  return ok({ ...waiver, approvedById: by, fromOn: waiver.fromOn < today ? today : waiver.fromOn })
}

/**
 * Whether a waiver in force may be asked to go on 申请续期: once, for at most as many days more.
 *
 * @returns WAIVER_NOT_IN_FORCE, WAIVER_RENEWED_BEFORE, WAIVER_BACK, WAIVER_LONG with the latest day; null when it may
 * @source four-colours §5 正当理由豁免: at most 30 days, renewable once
 */
export function renewalRefusal(
  waiver: Waiver,
  untilOn: PlainDate,
  today: PlainDate,
  calendar: WorkCalendar,
): Failure | null {
  if (!isWaived(waiver, today, calendar)) return { code: 'WAIVER_NOT_IN_FORCE' }
  if (waiver.renewals >= WAIVER_RENEWALS) return { code: 'WAIVER_RENEWED_BEFORE' }
  if (untilOn <= waiver.untilOn) return { code: 'WAIVER_BACK', fromOn: waiver.untilOn, untilOn }
  const latest = latestRenewal(waiver)
  return untilOn > latest ? { code: 'WAIVER_LONG', latest, days: WAIVER_DAYS } : null
}

/** Latest day a waiver may be renewed to: counted from the day it was given to, because days off give no days. */
export const latestRenewal = ({ untilOn }: Pick<Waiver, 'untilOn'>): PlainDate => addDays(untilOn, WAIVER_DAYS)

/**
 * A waiver that is in force goes on; the office approves that as well.
 *
 * @returns as `renewalRefusal`, and WAIVER_OWN
 * @source four-colours §5 正当理由豁免
 */
export function renewWaiver(
  waiver: Waiver,
  asked: Readonly<{ untilOn: PlainDate; proposedById: string; approvedById: string }>,
  today: PlainDate,
  calendar: WorkCalendar,
): Result<Waiver> {
  const { untilOn, proposedById, approvedById } = asked
  const refusal = renewalRefusal(waiver, untilOn, today, calendar)
  if (refusal) return err(refusal)
  if (proposedById === approvedById) return err({ code: 'WAIVER_OWN' })
  return ok({ ...waiver, untilOn, renewals: waiver.renewals + 1, proposedById, approvedById })
}

/**
 * A waiver ends before its time because its cause has gone 提前结束: what it left out counts from today on.
 *
 * @returns err WAIVER_NOT_IN_FORCE for one that is not approved, or over
 */
export function endWaiver(waiver: Waiver, today: PlainDate, calendar: WorkCalendar): Result<Waiver> {
  if (waiver.approvedById === null || waiver.endedOn || waiverEnd(waiver, calendar) < today)
    return err({ code: 'WAIVER_NOT_IN_FORCE' })
  return ok({ ...waiver, endedOn: addDays(today, -1) })
}

/** Where a waiver stands on a day, as people ask; one nobody decided in time has lapsed. */
export const WAIVER_STANDS = [
  'WAITING', // 待批
  'COMING', // 未到期
  'IN_FORCE', // 豁免中
  'RUN_OUT', // 到期失效
  'ENDED', // 提前结束
  'REFUSED', // 未批准
  'WITHDRAWN', // 已撤回
  'LAPSED', // 逾期未批
] as const
export type WaiverStand = (typeof WAIVER_STANDS)[number]

/** @param state as it is kept */
export function waiverStand(
  waiver: Waiver,
  state: 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN',
  today: PlainDate,
  calendar: WorkCalendar,
): WaiverStand {
  if (state === 'REFUSED' || state === 'WITHDRAWN') return state
  const over = waiverEnd(waiver, calendar) < today
  if (state === 'PROPOSED') return over ? 'LAPSED' : 'WAITING'
  if (waiver.endedOn) return 'ENDED'
  if (over) return 'RUN_OUT'
  return waiver.fromOn > today ? 'COMING' : 'IN_FORCE'
}
