import type { PlainDate } from './plain-date'
import type { Failure } from './result'

/** Where a 政银企对接活动 stands. */
export const EVENT_STATES = [
  'PREPARING', // 筹备
  'INVITED', // 已邀请
  'HELD', // 已举办
  'CANCELLED', // 取消
] as const
export type EventState = (typeof EVENT_STATES)[number]

/** Whom an event is for. */
export const EVENT_KINDS = [
  'INDUSTRY', // 行业专场
  'AREA', // 片区专场
  'UPGRADE', // 三化改造专场
  'GENERAL', // 综合
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What a firm said to an invitation; a refusal needs no reason 无事不扰. */
export const GUEST_ANSWERS = [
  'WAITING', // 未答复
  'COMING', // 参加
  'REFUSED', // 不参加
] as const
export type GuestAnswer = (typeof GUEST_ANSWERS)[number]

/** An event as far as its moves depend on it. */
export type EventFacts = Readonly<{ state: EventState; heldOn: PlainDate; guests: number; banks: number }>

/**
 * Why the invitations cannot go out.
 *
 * @returns null, EVENT_STATE, EVENT_PAST, EVENT_NO_BANKS: firms are not called together to talk about money with nobody,
 *          EVENT_NO_FIRMS
 */
export function invitingRefusal({ state, heldOn, guests, banks }: EventFacts, today: PlainDate): Failure | null {
  if (state !== 'PREPARING') return { code: 'EVENT_STATE' }
  if (heldOn < today) return { code: 'EVENT_PAST', day: heldOn }
  if (banks === 0) return { code: 'EVENT_NO_BANKS' }
  return guests === 0 ? { code: 'EVENT_NO_FIRMS' } : null
}

/** Why it cannot be said who came. @returns null, EVENT_STATE, EVENT_NOT_YET */
export function holdingRefusal({ state, heldOn }: EventFacts, today: PlainDate): Failure | null {
  if (state !== 'INVITED') return { code: 'EVENT_STATE' }
  return heldOn > today ? { code: 'EVENT_NOT_YET', day: heldOn } : null
}

/** Whether an event can still be changed, moved or called off: nobody has come together yet. */
export const isAhead = (state: EventState): boolean => state === 'PREPARING' || state === 'INVITED'

/** Amounts above a billion yuan are asked about once: what was typed may have been yuan. */
export const ASKED_ABOVE_FEN = 100_000_000_000n

/**
 * The question an amount raises that is larger than anybody intends at an event.
 *
 * @param confirmed the amount as it was confirmed, if it was
 * @returns null, EVENT_AMOUNT_LARGE with `confirm`
 */
export const amountQuestion = (fen: bigint, typed: string, confirmed: string | undefined): Failure | null =>
  fen > ASKED_ABOVE_FEN && confirmed !== typed
    ? { code: 'EVENT_AMOUNT_LARGE', field: 'amountWan', confirm: typed, amountFen: fen.toString() }
    : null
