import { z } from 'zod'
import {
  FOLLOW_KINDS,
  type FollowKind,
  type FollowMark,
  INTENTION_STATES,
  type IntentionStand,
} from '@/lib/domain/event-intention'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import { EVENT_TEXT_MAX, type EventMoney } from './finance-event'
import { wanOrBlank, wanText } from './money'
import { plainDate } from './procedure'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const day = one(
  z
    .string()
    .refine((text) => parsePlainDate(text) !== null)
    .transform((text) => text as PlainDate)
    .optional(),
).catch(undefined)
const id = one(z.uuid().optional()).catch(undefined)

/** What waits to be followed up, each state, and everything. */
export const INTENTION_TABS = ['due', ...INTENTION_STATES, 'all'] as const
export type IntentionTab = (typeof INTENTION_TABS)[number]

/** What the address of the ledger of intentions says. */
export const intentionFilter = z.object({
  state: one(z.enum(INTENTION_TABS).default('all')).catch('all'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  event: id,
  bank: id,
  /** Days they were signed on; what became of them is counted up to `to`. */
  from: day,
  to: day,
  taskforce: id,
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type IntentionFilter = z.infer<typeof intentionFilter>

const words = z.string().trim().max(EVENT_TEXT_MAX, 'TEXT_TOO_LONG').default('')
const confirm = z.string().max(120).optional()

export const intentionSign = z.object({
  eventId: z.uuid(),
  enterpriseId: z.uuid('EVENT_FIRM_MISSING'),
  bankId: z.uuid('EVENT_BANK_MISSING'),
  amountWan: wanText,
  confirm,
})
export type IntentionSignInput = z.output<typeof intentionSign>

const about = { intentionId: z.uuid(), version: z.coerce.number().int() }

export const intentionAmend = z.object({
  ...about,
  bankId: z.uuid('EVENT_BANK_MISSING'),
  amountWan: wanText,
  reason: z.string().trim().min(1, 'EVENT_WHY_MISSING').max(EVENT_TEXT_MAX, 'TEXT_TOO_LONG'),
  confirm,
})
export type IntentionAmendInput = z.output<typeof intentionAmend>

/** The need an intention is about; empty takes the link away. */
export const intentionLink = z.object({
  ...about,
  needId: z.preprocess((value) => (value === '' || value === null ? undefined : value), z.uuid().optional()),
})
export type IntentionLinkInput = z.output<typeof intentionLink>

export const intentionFollow = z.object({
  ...about,
  kind: z.enum(FOLLOW_KINDS, 'EVENT_FOLLOW_KIND'),
  on: plainDate,
  amountWan: z.preprocess((value) => value ?? '', wanOrBlank),
  text: words,
  confirm,
})
export type IntentionFollowInput = z.output<typeof intentionFollow>

export const followVoid = z.object({
  ...about,
  followId: z.uuid(),
  text: z.string().trim().min(1, 'EVENT_WHY_MISSING').max(EVENT_TEXT_MAX, 'TEXT_TOO_LONG'),
})
export type FollowVoidInput = z.output<typeof followVoid>

type Named = Readonly<{ id: string; name: string }>

/** An intention as a line of its ledger 意向台账. */
export type IntentionRow = Readonly<{
  id: string
  version: number
  event: Readonly<{ id: string; theme: string }>
  enterprise: Named
  /** Null where what is known of it does not say. */
  bank: Named | null
  intendedFen: bigint
  signedOn: PlainDate
  stand: IntentionStand
  marks: readonly FollowMark[]
}>

export type IntentionPage = Readonly<{
  rows: readonly IntentionRow[]
  total: number
  counts: Readonly<Record<IntentionTab, number>>
  sum: EventMoney
}>

/** One thing recorded of an intention. */
export type FollowStep = Readonly<{
  id: string
  kind: FollowKind
  on: PlainDate
  at: string
  by: string | null
  amountFen: bigint | null
  text: string | null
  /** Why it was a mistake; null while it counts. */
  voided: string | null
}>

/** An intention with everything its page shows. */
export type IntentionDetail = IntentionRow &
  Readonly<{
    steps: readonly FollowStep[]
    banks: readonly Named[]
    /** The need it is about, where the reader sees it. */
    need: Readonly<{ id: string; number: number }> | null
    /** Needs of the firm it can be about, where the reader may say so. */
    needs: readonly Readonly<{ id: string; number: number; amountFen: bigint }>[]
    may: Readonly<{ follow: boolean; amend: boolean; link: boolean }>
  }>
