import type { PlainDate } from '../plain-date'

/**
 * What somebody says at a monitoring point 诉求、投诉: an appeal asks for something, the others are about how a unit works.
 *
 * @source other-mechanisms §8
 */
export const COMPLAINT_KINDS = [
  'APPEAL', // 办事诉求
  'DELAY', // 拖延推诿
  'ATTITUDE', // 服务态度
  'CHARGE', // 乱收费
  'INSPECTION', // 多头检查
  'OTHER', // 其他投诉
] as const
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number]

/** Where it stands. */
export const COMPLAINT_STATES = [
  'FILED', // 收到，待核
  'RECEIVED', // 已受理，待转办
  'IN_HAND', // 办理中
  'ANSWERED', // 已答复
  'CLOSED', // 已销号
  'REFUSED', // 不予受理
] as const
export type ComplaintState = (typeof COMPLAINT_STATES)[number]

/** States in which somebody's clock runs. */
export const OPEN_COMPLAINTS = ['FILED', 'RECEIVED', 'IN_HAND'] as const satisfies readonly ComplaintState[]

/** States of what a person has looked at and taken up: only these count in figures and wake anybody (H-21). */
export const TAKEN_UP = ['RECEIVED', 'IN_HAND', 'ANSWERED', 'CLOSED'] as const satisfies readonly ComplaintState[]

/** A complaint as far as its moves and its colour depend on it. */
export type ComplaintCase = Readonly<{
  state: ComplaintState
  filedOn: PlainDate
  receivedOn: PlainDate | null
  passedOn: PlainDate | null
  /** Since when it waits to be passed on. */
  waitsSince: PlainDate | null
  /** Day the answer is due. */
  dueOn: PlainDate | null
  extended: boolean
  /** Day more time was asked for, while nobody has decided. */
  askedOn: PlainDate | null
  answer: string | null
  answeredOn: PlainDate | null
  rating: number | null
  ratedOn: PlainDate | null
  revisit: string | null
  revisitOn: PlainDate | null
  revisitGood: boolean | null
  closedOn: PlainDate | null
  refusal: string | null
  reopened: number
  urged: number
  leadId: string | null
  againstId: string | null
  /** Whoever said it can be asked: he left a way to reach him, or has an account. */
  reachable: boolean
}>

/** How it stands with an answer that is still to come: the first one, or another after 重办. */
export const UNANSWERED = {
  extended: false,
  askedOn: null,
  answer: null,
  answeredOn: null,
  rating: null,
  ratedOn: null,
  revisit: null,
  revisitOn: null,
  revisitGood: null,
  closedOn: null,
} as const satisfies Partial<ComplaintCase>

/** How a complaint stands when it comes in, whoever says it: nobody has done anything yet. */
export const FRESH_COMPLAINT = {
  state: 'FILED',
  receivedOn: null,
  passedOn: null,
  waitsSince: null,
  dueOn: null,
  ...UNANSWERED,
  refusal: null,
  reopened: 0,
  urged: 0,
  leadId: null,
} as const satisfies Partial<ComplaintCase>

/** From how many stars on somebody is satisfied 满意: 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意. */
export const SATISFIED_FROM = 3
export const isSatisfied = (rating: number): boolean => rating >= SATISFIED_FROM
