import { z } from 'zod'
import type { PlainDate } from '@/lib/domain/plain-date'
import { blankAsNone, listAsks, one, WORDS_MAX } from './address'
import { wanText } from './money'
import { plainDate } from './procedure'

/** What the address of the intended credit says: what still holds, what was taken back, or both. */
export const INTENT_TABS = ['held', 'withdrawn', 'all'] as const
export const intentFilter = z.object({
  ...listAsks,
  state: one(z.enum(INTENT_TABS).default('held')).catch('held'),
  bank: one(z.uuid().optional()).catch(undefined),
})
export type IntentFilter = z.infer<typeof intentFilter>

export const intentEntry = z.object({
  enterprise: z.string().trim().min(1, 'ENTERPRISE_MISSING').max(120, 'TEXT_TOO_LONG'),
  bankId: z.preprocess(blankAsNone, z.uuid('INTENT_BANK_MISSING')),
  amountWan: wanText,
  on: plainDate,
  occasion: z.string().trim().min(1, 'INTENT_OCCASION_MISSING').max(60, 'TEXT_TOO_LONG'),
  confirm: z.string().optional(),
})
export type IntentEntry = z.output<typeof intentEntry>

export const intentWithdrawal = z.object({
  intentId: z.uuid(),
  version: z.coerce.number().int(),
  text: z.string().trim().min(1, 'REASON_MISSING').max(WORDS_MAX, 'TEXT_TOO_LONG'),
})
export type IntentWithdrawal = z.output<typeof intentWithdrawal>

/** Intended credit as a line of its list. */
export type IntentRow = Readonly<{
  id: string
  version: number
  enterprise: string
  bank: string
  amountFen: bigint
  on: PlainDate
  occasion: string
  withdrawn: Readonly<{ on: PlainDate; why: string }> | null
}>

export type IntentPage = Readonly<{
  /** Whose it is, where the reader may know. */
  rows: readonly IntentRow[] | null
  total: number
  sumFen: bigint
  /** Sums by occasion, for those who see totals. */
  occasions: readonly Readonly<{ occasion: string; n: number; sumFen: bigint }>[]
}>
