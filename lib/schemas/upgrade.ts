import { z } from 'zod'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import {
  type Subsidy,
  UPGRADE_KINDS,
  UPGRADE_MOVES,
  UPGRADE_STATES,
  type UpgradeKind,
  type UpgradeMoveKind,
  type UpgradeState,
} from '@/lib/domain/upgrade'
import { blankAsNone, listAsks, one, WORDS_MAX, words } from './address'
import { wanOrBlank, wanText } from './money'
import { plainDate } from './procedure'

/** What is in the stock 库, each state, and everything with what left. */
export const UPGRADE_TABS = ['stock', ...UPGRADE_STATES, 'all'] as const
export type UpgradeTab = (typeof UPGRADE_TABS)[number]

/** What the address of the upgrades says. */
export const upgradeFilter = z.object({
  ...listAsks,
  state: one(z.enum(UPGRADE_TABS).default('stock')).catch('stock'),
  kind: one(z.enum(UPGRADE_KINDS).optional()).catch(undefined),
  policy: one(z.uuid().optional()).catch(undefined),
  /** Wants credit. */
  finance: one(z.literal('1').optional()).catch(undefined),
  /** Days its subsidy was paid within. */
  paidFrom: one(plainDate.optional()).catch(undefined),
  paidTo: one(plainDate.optional()).catch(undefined),
})
export type UpgradeFilter = z.infer<typeof upgradeFilter>

const energy = z.preprocess(
  blankAsNone,
  z
    .string()
    .transform((text) => text.replace(/[,，\s]/g, ''))
    .pipe(z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, 'UPGRADE_ENERGY_UNREADABLE'))
    .optional(),
)
const day = z.preprocess(blankAsNone, plainDate.optional())

const terms = {
  name: z.string().trim().min(1, 'UPGRADE_NAME_MISSING').max(60, 'TEXT_TOO_LONG'),
  kinds: z
    .array(z.enum(UPGRADE_KINDS))
    .default([])
    .refine((all) => all.length > 0, 'UPGRADE_KIND_MISSING'),
  content: z.string().trim().min(1, 'UPGRADE_CONTENT_MISSING').max(500, 'TEXT_TOO_LONG'),
  equipmentWan: wanText,
  totalWan: wanText,
  startOn: day,
  endOn: day,
  energyBefore: energy,
  energyAfter: energy,
  policyId: z.preprocess(blankAsNone, z.uuid().optional()),
  projectId: z.preprocess(blankAsNone, z.uuid().optional()),
  needsFinance: z.preprocess((value) => value === 'yes', z.boolean()),
}

export const upgradeEntry = z.object({
  enterprise: z.string().trim().min(1, 'ENTERPRISE_MISSING').max(120, 'TEXT_TOO_LONG'),
  ...terms,
})
export type UpgradeEntry = z.output<typeof upgradeEntry>

export const upgradeEdit = z.object({ upgradeId: z.uuid(), version: z.coerce.number().int(), ...terms })
export type UpgradeEdit = z.output<typeof upgradeEdit>

export const upgradeMoving = z.object({
  upgradeId: z.uuid(),
  version: z.coerce.number().int(),
  kind: z.enum(UPGRADE_MOVES),
  text: words,
  paidWan: wanOrBlank.default(''),
})
export type UpgradeMoving = z.output<typeof upgradeMoving>

export const upgradePolicyEntry = z.object({
  /** The policy this is a new version of. */
  policyId: z.preprocess(blankAsNone, z.uuid().optional()),
  name: z.string().trim().min(1, 'POLICY_NAME_MISSING').max(60, 'TEXT_TOO_LONG'),
  document: z.string().trim().min(1, 'POLICY_DOCUMENT_MISSING').max(120, 'TEXT_TOO_LONG'),
  validFrom: plainDate,
  validTo: day,
  basis: z.enum(['EQUIPMENT', 'TOTAL'], 'POLICY_BASIS_MISSING'),
  /** Percent with at most two decimals. */
  rate: z
    .string()
    .trim()
    .regex(/^\d{1,2}(\.\d{1,2})?$|^100$/, 'POLICY_RATE_UNREADABLE'),
  capWan: wanOrBlank,
  leastWan: wanOrBlank,
  kinds: z.array(z.enum(UPGRADE_KINDS)).default([]),
  conditions: z.string().trim().max(WORDS_MAX, 'TEXT_TOO_LONG').default(''),
  certain: z.preprocess((value) => value === 'yes', z.boolean()),
})
export type UpgradePolicyEntry = z.output<typeof upgradePolicyEntry>

type Named = Readonly<{ id: string; name: string }>

/** A subsidy policy as people read it. */
export type UpgradePolicyRow = Readonly<{
  id: string
  code: string
  number: number
  name: string
  document: string
  validFrom: PlainDate
  validTo: PlainDate | null
  basis: 'EQUIPMENT' | 'TOTAL'
  rateBp: number
  capFen: bigint | null
  leastFen: bigint | null
  kinds: readonly UpgradeKind[]
  conditions: string
  certain: boolean
  /** A later version of it is in force. */
  older: boolean
}>

/** An upgrade as a line of its list. */
export type UpgradeRow = Readonly<{
  id: string
  version: number
  number: number
  name: string
  enterprise: Named
  project: Named | null
  kinds: readonly UpgradeKind[]
  content: string
  equipmentFen: bigint
  totalFen: bigint
  startOn: PlainDate | null
  endOn: PlainDate | null
  energyBefore: string | null
  energyAfter: string | null
  state: UpgradeState
  estimatedFen: bigint | null
  paidFen: bigint | null
  paidOn: PlainDate | null
  policy: Readonly<{ id: string; name: string; certain: boolean }> | null
  needsFinance: boolean
  enteredOn: PlainDate
}>

export type UpgradePage = Readonly<{
  rows: readonly UpgradeRow[]
  total: number
  counts: Readonly<Partial<Record<UpgradeState, number>>>
  investmentFen: bigint
  enterprises: number
  estimatedFen: bigint
  paidFen: bigint
}>

export type UpgradeDetail = UpgradeRow &
  Readonly<{
    policyRow: UpgradePolicyRow | null
    /** What its policy would give, or the code of why nothing. */
    subsidy:
      | Readonly<{ ok: true; value: Subsidy }>
      | Readonly<{ ok: false; code: string; params: Record<string, string> }>
      | null
    steps: readonly Readonly<{
      id: string
      kind: string
      on: PlainDate
      by: string | null
      text: string | null
      paidFen: bigint | null
    }>[]
    moves: readonly UpgradeMoveKind[]
    edits: boolean
    /** Procedures of its project the reader may open. */
    procedures: readonly Readonly<{ id: string; name: string; state: ProcedureState }>[]
  }>
