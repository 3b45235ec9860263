import { z } from 'zod'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Dimension } from '@/lib/domain/project-level'
import { WAIVER_REASONS, type WaiverReason, type WaiverStand } from '@/lib/domain/waiver'
import { plainDate } from './procedure'

// Printed under the colour it leaves out.
export const WAIVER_TEXT_MAX = 200

export const DIMENSIONS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'] as const satisfies readonly Dimension[]

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What waits for the office, what is in force, what is over, and everything. */
export const WAIVER_TABS = ['waiting', 'force', 'over', 'all'] as const
export type WaiverTab = (typeof WAIVER_TABS)[number]

export const waiverFilter = z.object({
  state: one(z.enum(WAIVER_TABS).optional()).catch(undefined),
})
export type WaiverFilter = z.infer<typeof waiverFilter>

const words = z.string().trim().max(WAIVER_TEXT_MAX, 'TEXT_TOO_LONG').default('')

export const waiverPropose = z.object({
  projectId: z.uuid(),
  dimension: z.enum(DIMENSIONS, 'WAIVER_DIMENSION_MISSING'),
  reason: z.enum(WAIVER_REASONS, 'WAIVER_REASON_UNKNOWN'),
  text: z.string().trim().min(1, 'WAIVER_TEXT_MISSING').max(WAIVER_TEXT_MAX, 'TEXT_TOO_LONG'),
  fromOn: plainDate,
  untilOn: plainDate,
})
export type WaiverProposeInput = z.output<typeof waiverPropose>

const about = { waiverId: z.uuid(), version: z.coerce.number().int() }
export const waiverDecide = z.object({ ...about, decision: z.enum(['APPROVE', 'REFUSE']), text: words })
export type WaiverDecideInput = z.output<typeof waiverDecide>

export const waiverRenew = z.object({ ...about, untilOn: plainDate, text: words })
export type WaiverRenewInput = z.output<typeof waiverRenew>

export const waiverSay = z.object({ ...about, text: words })
export type WaiverSayInput = z.output<typeof waiverSay>

/** A waiver as a line of a list 豁免. */
export type WaiverRow = Readonly<{
  id: string
  version: number
  project: Readonly<{ id: string; name: string }>
  dimension: Dimension
  reason: WaiverReason
  text: string
  fromOn: PlainDate
  /** Its last day as it was given. */
  untilOn: PlainDate
  /** The last day it is in force: one on a day off runs to the next working day. */
  lastOn: PlainDate
  /** That day leans on holidays nobody has published. 暂定 */
  provisional: boolean
  stand: WaiverStand
  renewals: number
  /** Last day a renewal is asked for to. */
  askedUntilOn: PlainDate | null
  proposedBy: string
  proposedOn: PlainDate
  decidedBy: string | null
  /** Working days it has waited for the office. */
  waitsWd: number
}>

export const WAIVER_STEPS = [
  'PROPOSE',
  'APPROVE',
  'REFUSE',
  'WITHDRAW',
  'ASK_RENEWAL',
  'RENEW',
  'REFUSE_RENEWAL',
  'END',
] as const
export type WaiverStepKind = (typeof WAIVER_STEPS)[number]

/** One entry of its history. */
export type WaiverStep = Readonly<{
  id: string
  kind: WaiverStepKind
  on: PlainDate
  at: string
  by: string | null
  untilOn: PlainDate | null
  text: string | null
}>

/** A waiver with everything its page shows. */
export type WaiverDetail = WaiverRow &
  Readonly<{
    steps: readonly WaiverStep[]
    may: Readonly<{ decide: boolean; withdraw: boolean; renew: boolean; end: boolean }>
    /** Whether the reader himself proposed what is to be decided: somebody else decides. */
    own: boolean
    /** Latest day it may be renewed to. */
    latestOn: PlainDate
  }>

export type WaiverPage = Readonly<{ rows: readonly WaiverRow[]; counts: Readonly<Record<WaiverTab, number>> }>
