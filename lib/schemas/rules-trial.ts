import { z } from 'zod'
import { LEVELS, type Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Reason } from '@/lib/domain/reason'
import type { RuleParameters } from '@/lib/domain/rule-parameters'
import type { ThresholdChange, TrialCounts } from '@/lib/domain/rules-trial'

/** A note stands in the list of versions, in one line. */
export const RULES_NOTE_MAX = 200
const HUNDRED = 100

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const version = z.coerce.number().int()

/** A threshold as a form sends it; two decimals are finer than any rule. */
const threshold = z
  .string()
  .trim()
  .regex(/^\d{1,4}(\.\d{1,2})?$/, 'THRESHOLD_UNREAD')
  .transform(Number)

/** Thresholds by name; the share of a promise is typed in per cent. */
export const rulesTry = z.object({
  params: z
    .record(z.string().max(40), threshold)
    .transform((named) =>
      'warn_ratio' in named ? { ...named, warn_ratio: Number(named.warn_ratio) / HUNDRED } : named,
    ),
})
export type RulesTryInput = Readonly<{ params: Readonly<Record<string, number>> }>

export const rulesPropose = z.object({
  trialId: z.uuid(),
  note: z.string().trim().min(1, 'REASON_MISSING').max(RULES_NOTE_MAX, 'TEXT_TOO_LONG'),
})
export type RulesProposeInput = z.output<typeof rulesPropose>

export const rulesDecide = z.object({
  proposalId: z.uuid(),
  version,
  verdict: z.enum(['APPROVED', 'REFUSED'], 'VERDICT_MISSING'),
  answer: one(z.string().trim().max(RULES_NOTE_MAX, 'TEXT_TOO_LONG').optional()),
})
export type RulesDecideInput = z.output<typeof rulesDecide>

export const rulesWithdraw = z.object({ proposalId: z.uuid(), version })
export type RulesWithdrawInput = z.output<typeof rulesWithdraw>

/** What the address of the draft says: the trial it is filled from. */
export const draftAddress = z.object({ from: one(z.uuid().optional()).catch(undefined) })

/** What the address of the rules says. */
export const ruleBookAddress = z.object({
  just: one(z.enum(['proposed', 'approved', 'refused', 'withdrawn']).optional()).catch(undefined),
})

/** What the address of a trial says: which rows are listed. */
export const trialAddress = z.object({
  /** Projects, or procedures where no project would turn, if it is not said. */
  of: one(z.enum(['projects', 'procedures']).optional()).catch(undefined),
  from: one(z.enum(LEVELS).optional()).catch(undefined),
  to: one(z.enum(LEVELS).optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type TrialAddress = z.infer<typeof trialAddress>
/** What of a district would turn. */
export type TrialRowsOf = NonNullable<TrialAddress['of']>

/** How far a trial is; CUT when whoever counted is gone. */
export type TrialState = 'RUNNING' | 'DONE' | 'FAILED' | 'CUT'

/** A row whose colour would be another one. */
export type TrialLine = Readonly<{
  nth: number
  name: string
  /** The procedure, where it is one. */
  item: Readonly<{ nameZh: string; nameEn: string; code: string }> | null
  href: `/${string}`
  from: Level
  to: Level
  reason: Pick<Reason, 'code' | 'params'> | null
}>

/** A draft tried out on the facts there are 试算. */
export type RulesTrialPage = Readonly<{
  id: string
  state: TrialState
  total: number
  done: number
  on: PlainDate
  by: string
  at: string
  parameters: RuleParameters
  changes: readonly ThresholdChange[]
  counts: TrialCounts | null
  /** What is listed. */
  of: TrialRowsOf
  lines: readonly TrialLine[]
  /** Rows the list has altogether. */
  count: number
  page: number
  pages: number
  may: Readonly<{
    /** Null: he may propose it; otherwise the code that says why not. FORBIDDEN for whoever never may. */
    propose: string | null
  }>
}>

/** A proposal to change thresholds. */
export type RulesProposalLine = Readonly<{
  id: string
  version: number
  trialId: string
  state: 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN'
  note: string
  proposedBy: string
  proposedAt: string
  answer: string | null
  decidedBy: string | null
  decidedAt: string | null
  rulesNumber: number | null
  changes: readonly ThresholdChange[]
  mine: boolean
}>

/** What is proposed about the rules, newest first, and what the reader may do. */
export type RulesDesk = Readonly<{
  /** First day a proposal approved today would hold. */
  effectiveOn: PlainDate
  proposal: RulesProposalLine | null
  past: readonly RulesProposalLine[]
  may: Readonly<{ try: boolean; decide: boolean; withdraw: boolean }>
}>
