import type { PlainDate } from './plain-date'
import { err, gathered, ok, type Result } from './result'

/** 推介清单. */
export const PROMOTION_LISTS = [
  'MAJOR', // 重大项目
  'INDUSTRY', // 产业项目
  'CONCESSION', // 特许经营
  'OTHER', // 其他
] as const

/** Whose platform a project is offered on. */
export const PROMOTION_LEVELS = [
  'NATION', // 国家
  'PROVINCE', // 省
  'CITY', // 市
] as const

/** How private capital may take part 合作方式. */
export const PROMOTION_MODES = [
  'EQUITY', // 股权
  'CONCESSION', // 特许经营
  'COOPERATION', // 合作
  'ACQUISITION', // 收购
] as const

/** Where the promotion of a project stands 推介状态. */
export const PROMOTION_STATES = [
  'PROPOSED', // 拟推介
  'REPORTED', // 已报省
  'LISTED', // 已上平台
  'INTERESTED', // 有意向
  'SIGNED', // 签约
  'PAID', // 到资
  'WITHDRAWN', // 撤回
] as const
export type PromotionState = (typeof PROMOTION_STATES)[number]

export const PROMOTION_MOVES = [
  'REPORT', // 报省
  'WITHDRAW', // 撤回
] as const
export type PromotionMoveKind = (typeof PROMOTION_MOVES)[number]

const FROM: Readonly<Record<PromotionMoveKind, readonly PromotionState[]>> = {
  REPORT: ['PROPOSED'],
  WITHDRAW: ['PROPOSED', 'REPORTED', 'LISTED', 'INTERESTED', 'SIGNED'],
}

/** Moves a promotion allows; onto a platform it gets by a push, and further by what its parties do. */
export const promotionMoves = (state: PromotionState): readonly PromotionMoveKind[] =>
  PROMOTION_MOVES.filter((kind) => FROM[kind].includes(state))

/**
 * Where a move takes a promotion, or why it cannot.
 *
 * @returns err PROMOTION_MOVE_ILLEGAL, PROMOTION_WHY_MISSING
 * @source other-mechanisms §10
 */
export function movePromotion(
  state: PromotionState,
  move: Readonly<{ kind: PromotionMoveKind; text?: string | null }>,
): Result<PromotionState> {
  if (!FROM[move.kind].includes(state)) return err({ code: 'PROMOTION_MOVE_ILLEGAL', move: move.kind, state })
  if (move.kind === 'WITHDRAW' && !move.text?.trim()) return err({ code: 'PROMOTION_WHY_MISSING', field: 'text' })
  return ok(move.kind === 'REPORT' ? 'REPORTED' : 'WITHDRAWN')
}

/** Whether a promotion can be part of a push onto a platform 上平台: what was taken back cannot. */
export const canPush = (state: PromotionState): boolean => state !== 'WITHDRAWN' && state !== 'PAID'

/** Whether somebody can be interested in it: it has been on a platform. */
export const canInterest = (state: PromotionState): boolean =>
  state === 'LISTED' || state === 'INTERESTED' || state === 'SIGNED' || state === 'PAID'

/** What a party intends, has signed for and has paid in: three amounts in 分, each its own. */
export type PartyMoney = Readonly<{
  intendedFen: bigint | null
  signedFen: bigint | null
  signedOn: PlainDate | null
  paidFen: bigint | null
  paidOn: PlainDate | null
}>

/**
 * Whether what is said of a party's money can be so. Nobody pays in more than he signed for; a day and its amount come together.
 *
 * @returns err PARTY_SIGNED_DAY, PARTY_PAID_DAY, PARTY_PAID_UNSIGNED, PARTY_PAID_OVER, PARTY_DAY_AHEAD
 */
export function checkParty(money: PartyMoney, today: PlainDate): Result<PartyMoney> {
  const { signedFen, signedOn, paidFen, paidOn } = money
  const wrong = gathered(
    (signedFen === null) !== (signedOn === null) ? { code: 'PARTY_SIGNED_DAY', field: 'signedOn' } : null,
    (paidFen === null) !== (paidOn === null) ? { code: 'PARTY_PAID_DAY', field: 'paidOn' } : null,
    paidFen !== null && signedFen === null ? { code: 'PARTY_PAID_UNSIGNED', field: 'paidWan' } : null,
    paidFen !== null && signedFen !== null && paidFen > signedFen
      ? { code: 'PARTY_PAID_OVER', field: 'paidWan' }
      : null,
    signedOn && signedOn > today ? { code: 'PARTY_DAY_AHEAD', field: 'signedOn', today } : null,
    paidOn && paidOn > today ? { code: 'PARTY_DAY_AHEAD', field: 'paidOn', today } : null,
  )
  return wrong ? err(wrong) : ok(money)
}

/**
 * Where a promotion stands by what its parties did: it never says more than they show.
 *
 * @param state where it is without them
 */
export function stateByParties(state: PromotionState, parties: readonly PartyMoney[]): PromotionState {
  if (!canInterest(state)) return state
  if (parties.some(({ paidFen }) => paidFen !== null)) return 'PAID'
  if (parties.some(({ signedFen }) => signedFen !== null)) return 'SIGNED'
  return parties.length > 0 ? 'INTERESTED' : 'LISTED'
}
