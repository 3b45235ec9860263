import type { PlainDate } from './plain-date'
import { err, gathered, ok, type Result } from './result'

/** What an upgrade is for 三化. */
export const UPGRADE_KINDS = [
  'PREMIUM', // 高端化
  'SMART', // 智能化
  'GREEN', // 绿色化
] as const
export type UpgradeKind = (typeof UPGRADE_KINDS)[number]

/** Where an upgrade stands 改造状态. */
export const UPGRADE_STATES = [
  'RESERVE', // 储备
  'DIAGNOSED', // 诊断
  'FILED', // 立项备案
  'UNDER_WAY', // 实施
  'ACCEPTED', // 验收
  'PAID', // 兑现
  'WITHDRAWN', // 退出
] as const
export type UpgradeState = (typeof UPGRADE_STATES)[number]

export const UPGRADE_MOVES = [
  'DIAGNOSE', // 诊断
  'FILE', // 立项备案
  'START', // 开始实施
  'ACCEPT', // 验收
  'PAY', // 兑现
  'WITHDRAW', // 退出
] as const
export type UpgradeMoveKind = (typeof UPGRADE_MOVES)[number]

const STEP: Readonly<Record<UpgradeMoveKind, readonly [from: readonly UpgradeState[], to: UpgradeState]>> = {
  DIAGNOSE: [['RESERVE'], 'DIAGNOSED'],
  // A diagnosis helps; nobody has to have one.
  FILE: [['RESERVE', 'DIAGNOSED'], 'FILED'],
  START: [['FILED'], 'UNDER_WAY'],
  ACCEPT: [['UNDER_WAY'], 'ACCEPTED'],
  PAY: [['ACCEPTED'], 'PAID'],
  WITHDRAW: [['RESERVE', 'DIAGNOSED', 'FILED', 'UNDER_WAY', 'ACCEPTED'], 'WITHDRAWN'],
}

/** Moves a state allows. */
export const upgradeMoves = (state: UpgradeState): readonly UpgradeMoveKind[] =>
  UPGRADE_MOVES.filter((kind) => STEP[kind][0].includes(state))

/**
 * Where a move takes an upgrade, or why it cannot.
 *
 * @returns err UPGRADE_MOVE_ILLEGAL; UPGRADE_PAID_MISSING, UPGRADE_WHY_MISSING
 * @source other-mechanisms §11
 */
export function moveUpgrade(
  state: UpgradeState,
  move: Readonly<{ kind: UpgradeMoveKind; text?: string | null; paidFen?: bigint | null }>,
): Result<UpgradeState> {
  const [from, to] = STEP[move.kind]
  if (!from.includes(state)) return err({ code: 'UPGRADE_MOVE_ILLEGAL', move: move.kind, state })
  const wrong = gathered(
    move.kind === 'PAY' && !move.paidFen ? { code: 'UPGRADE_PAID_MISSING', field: 'paidWan' } : null,
    move.kind === 'WITHDRAW' && !move.text?.trim() ? { code: 'UPGRADE_WHY_MISSING', field: 'text' } : null,
  )
  return wrong ? err(wrong) : ok(to)
}

/** A subsidy as its paper says, in 分 and hundredths of a percent. */
export type SubsidyRule = Readonly<{
  validFrom: PlainDate
  validTo: PlainDate | null
  basis: 'EQUIPMENT' | 'TOTAL'
  rateBp: number
  capFen: bigint | null
  leastFen: bigint | null
  /** Kinds it is for; none means all. */
  kinds: readonly UpgradeKind[]
}>

/** What of an upgrade a subsidy depends on. */
export type SubsidyCase = Readonly<{
  kinds: readonly UpgradeKind[]
  equipmentFen: bigint
  totalFen: bigint
  /** The day it is to be finished. */
  endOn: PlainDate | null
}>

/** An estimate with what it is made of, so that it can be said as one sentence. */
export type Subsidy = Readonly<{ fen: bigint; baseFen: bigint; rateBp: number; capFen: bigint | null; capped: boolean }>

/**
 * What a policy would give for an upgrade 预计补贴: the share of its base, at most the cap. It is an estimate of the rule and
 * never a promise; what was paid is kept apart.
 *
 * @returns err SUBSIDY_KIND, SUBSIDY_LEAST, SUBSIDY_DAY_UNKNOWN, SUBSIDY_OUTSIDE
 * @source other-mechanisms §11: X36 (≤15 % of the total, caps), X38 (10 % of the equipment)
 * @example subsidyOf({ …, basis: 'TOTAL', rateBp: 1500, capFen: 1000万 }, { …, totalFen: 1.2亿 }) // 1000万, capped
 */
export function subsidyOf(rule: SubsidyRule, one: SubsidyCase): Result<Subsidy> {
  if (rule.kinds.length > 0 && !rule.kinds.some((kind) => one.kinds.includes(kind)))
    return err({ code: 'SUBSIDY_KIND' })
  if (rule.leastFen !== null && one.totalFen < rule.leastFen)
    return err({ code: 'SUBSIDY_LEAST', leastFen: rule.leastFen.toString() })
  if (!one.endOn) return err({ code: 'SUBSIDY_DAY_UNKNOWN' })
  if (one.endOn < rule.validFrom || (rule.validTo && one.endOn > rule.validTo))
    return err({ code: 'SUBSIDY_OUTSIDE', from: rule.validFrom, to: rule.validTo ?? '', end: one.endOn })
  const baseFen = rule.basis === 'EQUIPMENT' ? one.equipmentFen : one.totalFen
  const share = (baseFen * BigInt(rule.rateBp)) / 10_000n
  const capped = rule.capFen !== null && share > rule.capFen
  return ok({
    fen: capped && rule.capFen !== null ? rule.capFen : share,
    baseFen,
    rateBp: rule.rateBp,
    capFen: rule.capFen,
    capped,
  })
}
