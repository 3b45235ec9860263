import type { Role } from '../access'

/** What money is wanted for 融资用途. */
export const FINANCING_PURPOSES = ['BUILD', 'EQUIPMENT', 'WORKING', 'MERGER', 'REFINANCE'] as const
export type FinancingPurpose = (typeof FINANCING_PURPOSES)[number]

/** What stands good for it 担保方式. */
export const COLLATERALS = ['CREDIT', 'MORTGAGE', 'PLEDGE', 'SURETY', 'GUARANTOR'] as const
export type Collateral = (typeof COLLATERALS)[number]

/** By which door a need came 来源, as whoever files it says; nothing is taken to have come by a platform. */
export const FINANCING_CHANNELS = ['ZHENGHAORONG', 'OFFICE', 'HARBOUR', 'EVENT', 'OTHER'] as const
export type FinancingChannel = (typeof FINANCING_CHANNELS)[number]

/**
 * Where a need stands 需求状态: what the office did with it, and then how far the furthest of its banks is.
 *
 * @source other-mechanisms §5
 */
export const FINANCING_STATES = [
  'FILED', // 填报
  'CHECKED', // 核验通过
  'UNQUALIFIED', // 核验未通过
  'RECOMMENDED', // 推荐
  'ACCEPTED', // 银行受理
  'DILIGENCE', // 尽调
  'GRANTED', // 授信
  'REFUSED', // 拒绝
  'SIGNED', // 签约
  'PAID', // 放款
  'FOLLOWED', // 跟踪
  'TRANSFERRED', // 转他行
  'WITHDRAWN', // 企业撤回
] as const
export type FinancingState = (typeof FINANCING_STATES)[number]

/** Why a bank does not lend, or lends less 未通过原因; a refusal without one is no answer. */
export const FINANCING_REASONS = [
  'COLLATERAL', // 担保不足
  'VALUATION', // 抵押物评估价不足
  'DEBT', // 负债偏高
  'CREDIT', // 信用记录不符合
  'CASHFLOW', // 经营或现金流不足
  'PURPOSE', // 用途不符合
  'PAPERS', // 资料不全
  'POLICY', // 行业或政策限制
  'RATE', // 利率未谈拢
  'ENTERPRISE', // 企业不再需要
  'OTHER', // 其他
] as const
export type FinancingReason = (typeof FINANCING_REASONS)[number]

/** Money paid out is either more than before, or an old loan anew; the two are never one figure. */
export const PAYMENT_KINDS = ['NEW', 'RENEWED'] as const
export type PaymentKind = (typeof PAYMENT_KINDS)[number]

/**
 * The five standards a need is checked by 五项标准.
 *
 * @source other-mechanisms §5 (X12)
 */
export const STANDARDS = ['lawful', 'premises', 'genuine', 'credit', 'purpose'] as const
export type Standard = (typeof STANDARDS)[number]

/**
 * Whether a need may be corrected 更正: by the side that filed it, until the office has checked it; what was turned down, to put it in
 * again. What the enterprise filed is the enterprise's word, and not the office's to change.
 */
export const mayAmend = (state: FinancingState, filedBy: 'ENTERPRISE' | 'OFFICE', role: Role): boolean =>
  (state === 'FILED' || state === 'UNQUALIFIED') &&
  ((filedBy === 'OFFICE' && role === 'OFFICE') || (filedBy === 'ENTERPRISE' && role === 'CONTACT'))

/** States in which a bank has the need in hand, from far behind to far ahead. */
const FAR: readonly FinancingState[] = ['RECOMMENDED', 'ACCEPTED', 'DILIGENCE', 'GRANTED', 'SIGNED', 'PAID', 'FOLLOWED']

/** Whether a bank still has a need in hand. */
export const isLive = (state: FinancingState): boolean => FAR.includes(state)

/** Whether a bank has said yes, whatever came after. */
export const isGranted = (state: FinancingState): boolean => FAR.indexOf(state) >= FAR.indexOf('GRANTED')

/** States of a bank that has answered yes. */
export const GRANTED_STATES = ['GRANTED', 'SIGNED', 'PAID', 'FOLLOWED'] as const satisfies readonly FinancingState[]

/** States of a need that still waits for somebody. */
export const OPEN_STATES = [
  'FILED',
  'CHECKED',
  'RECOMMENDED',
  'ACCEPTED',
  'DILIGENCE',
  'GRANTED',
  'SIGNED',
  'TRANSFERRED',
] as const satisfies readonly FinancingState[]

/**
 * Where a need stands by its banks: the furthest that has it in hand; where none has, it was passed on, or refused by all.
 *
 * @param own what the office made of it, for a need no bank has seen
 */
export function needState(own: FinancingState, offers: readonly FinancingState[]): FinancingState {
  if (own === 'WITHDRAWN' || offers.length === 0) return own
  const furthest = FAR.findLast((state) => offers.includes(state))
  if (furthest) return furthest
  return offers.includes('TRANSFERRED') ? 'TRANSFERRED' : 'REFUSED'
}
