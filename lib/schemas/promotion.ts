import { z } from 'zod'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  PROMOTION_LEVELS,
  PROMOTION_LISTS,
  PROMOTION_MODES,
  PROMOTION_MOVES,
  PROMOTION_STATES,
  type PromotionMoveKind,
  type PromotionState,
} from '@/lib/domain/promotion'
import { blankAsNone, listAsks, one, WORDS_MAX, words } from './address'
import { wanOrBlank, wanText } from './money'
import { plainDate } from './procedure'

/** The projects, the pushes, and who is interested. */
export const PROMOTION_VIEWS = ['projects', 'pushes', 'parties'] as const
/** What a sum of the interested is of: three amounts that are never added up. */
export const PARTY_MONEY = ['intended', 'signed', 'paid'] as const
export type PartySum = (typeof PARTY_MONEY)[number]

/** What the address of the promotions says. */
export const promotionFilter = z.object({
  ...listAsks,
  view: one(z.enum(PROMOTION_VIEWS).default('projects')).catch('projects'),
  state: one(z.enum(PROMOTION_STATES).optional()).catch(undefined),
  level: one(z.enum(PROMOTION_LEVELS).optional()).catch(undefined),
  list: one(z.enum(PROMOTION_LISTS).optional()).catch(undefined),
  /** Of the interested those who said, signed or paid something within the days. */
  money: one(z.enum(PARTY_MONEY).optional()).catch(undefined),
})
export type PromotionFilter = z.infer<typeof promotionFilter>

export const promotionProposal = z.object({
  projectId: z.preprocess(blankAsNone, z.uuid('PROMOTION_PROJECT_MISSING')),
  list: z.enum(PROMOTION_LISTS, 'PROMOTION_LIST_MISSING'),
  level: z.enum(PROMOTION_LEVELS, 'PROMOTION_LEVEL_MISSING'),
  mode: z.enum(PROMOTION_MODES, 'PROMOTION_MODE_MISSING'),
  totalWan: wanOrBlank,
  soughtWan: wanOrBlank,
  returns: words,
  contact: z.string().trim().max(60, 'TEXT_TOO_LONG').default(''),
})
export type PromotionProposal = z.output<typeof promotionProposal>

export const promotionMoving = z.object({
  promotionId: z.uuid(),
  version: z.coerce.number().int(),
  kind: z.enum(PROMOTION_MOVES),
  text: words,
})
export type PromotionMoving = z.output<typeof promotionMoving>

export const partyEntry = z.object({
  promotionId: z.uuid(),
  version: z.coerce.number().int(),
  name: z.string().trim().min(1, 'PARTY_NAME_MISSING').max(60, 'TEXT_TOO_LONG'),
  on: plainDate,
  intendedWan: wanOrBlank,
  signedWan: wanOrBlank,
  signedOn: z.preprocess(blankAsNone, plainDate.optional()),
  paidWan: wanOrBlank,
  paidOn: z.preprocess(blankAsNone, plainDate.optional()),
})
export type PartyEntry = z.output<typeof partyEntry>

export const promotionPushing = z.object({
  promotionIds: z.array(z.uuid()).min(1, 'PUSH_NOTHING').max(100),
  on: plainDate,
  level: z.enum(PROMOTION_LEVELS, 'PROMOTION_LEVEL_MISSING'),
  platform: z.string().trim().min(1, 'PUSH_PLATFORM_MISSING').max(60, 'TEXT_TOO_LONG'),
  statedWan: wanText,
  note: z.string().trim().max(WORDS_MAX, 'TEXT_TOO_LONG').default(''),
})
export type PromotionPushing = z.output<typeof promotionPushing>

/** A promotion as a line of its list. */
export type PromotionRow = Readonly<{
  id: string
  version: number
  project: Readonly<{ id: string; name: string }>
  list: (typeof PROMOTION_LISTS)[number]
  level: (typeof PROMOTION_LEVELS)[number]
  mode: (typeof PROMOTION_MODES)[number]
  totalFen: bigint | null
  soughtFen: bigint | null
  state: PromotionState
  proposedOn: PlainDate
  pushedOn: PlainDate | null
  /** How many are interested. */
  interested: number
  intendedFen: bigint
  signedFen: bigint
  paidFen: bigint
}>

/** Who is interested, and with how much. */
export type PartyRow = Readonly<{
  id: string
  name: string
  on: PlainDate
  intendedFen: bigint | null
  signedFen: bigint | null
  signedOn: PlainDate | null
  paidFen: bigint | null
  paidOn: PlainDate | null
  promotion: Readonly<{ id: string; project: string }>
}>

/** A push with the total it states. */
export type PushRow = Readonly<{
  id: string
  on: PlainDate
  level: (typeof PROMOTION_LEVELS)[number]
  platform: string
  statedFen: bigint
  note: string | null
  projects: readonly Readonly<{ id: string; name: string }>[]
}>

export type PromotionPage = Readonly<{
  view: (typeof PROMOTION_VIEWS)[number]
  rows: readonly PromotionRow[]
  parties: readonly PartyRow[]
  pushes: readonly PushRow[]
  total: number
  /** Projects in the pushes that are shown, each once. */
  pushed: number
  statedFen: bigint
  intendedFen: bigint
  signedFen: bigint
  paidFen: bigint
}>

export type PromotionDetail = PromotionRow &
  Readonly<{
    returns: string | null
    contact: string | null
    parties: readonly PartyRow[]
    pushes: readonly PushRow[]
    steps: readonly Readonly<{ id: string; kind: string; on: PlainDate; by: string | null; text: string | null }>[]
    moves: readonly PromotionMoveKind[]
    /** Whether the reader may say who is interested. */
    interests: boolean
  }>
