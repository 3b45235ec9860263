import { z } from 'zod'
import { readCreditCode } from '@/lib/domain/credit-code'
import {
  CREDIT_GRADES,
  type CreditFacts,
  ENTERPRISE_SIZES,
  ENTERPRISE_STATES,
  type EnterpriseFacts,
  type EnterpriseSize,
  type EnterpriseState,
  INDUSTRIES,
  type Industry,
  STANDINGS,
  type Standing,
} from '@/lib/domain/enterprise'
import type { ChosenField } from '@/lib/domain/enterprise-merge'
import type { DuplicateReason } from '@/lib/domain/enterprise-name'
import type { PlainDate } from '@/lib/domain/plain-date'
import { wanOrBlank } from './money'
import { plainDate } from './procedure'

/** As long as a registered name can be (企业名称登记管理规定). */
export const ENTERPRISE_NAME_MAX = 100
export const ADDRESS_MAX = 120
export const ENTERPRISE_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const id = one(z.uuid().optional()).catch(undefined)
const day = one(plainDate.optional()).catch(undefined)

/** In business, gone, and everything. */
export const ENTERPRISE_TABS = ['ACTIVE', 'gone', 'all'] as const
/** What an enterprise can have that is still open. */
export const ENTERPRISE_HAS = ['projects', 'issues', 'needs', 'jobs'] as const
export type EnterpriseHas = (typeof ENTERPRISE_HAS)[number]

/** What the address of the register says; anything it cannot read falls back to the default. */
export const enterpriseFilter = z.object({
  state: one(z.enum(ENTERPRISE_TABS).default('ACTIVE')).catch('ACTIVE'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  industry: one(z.enum(INDUSTRIES).optional()).catch(undefined),
  street: id,
  size: one(z.enum(ENTERPRISE_SIZES).optional()).catch(undefined),
  standing: one(z.enum(STANDINGS).optional()).catch(undefined),
  has: one(z.enum(ENTERPRISE_HAS).optional()).catch(undefined),
  /** Those of the projects of a task force. */
  taskforce: id,
  /** Founded on these days. */
  from: day,
  to: day,
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type EnterpriseFilter = z.infer<typeof enterpriseFilter>

const version = z.coerce.number().int()
const tick = z.preprocess((value) => (value === '1' || value === true ? '1' : ''), z.enum(['', '1'])).default('')
const choice = <T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal(''), z.enum(values)]).default('')

const codeText = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return ''
    const read = readCreditCode(text)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: read.error.code, params: { ...read.error } })
    return z.NEVER
  })
const dayText = z.union([z.literal(''), plainDate]).default('')
const wholeText = z
  .string()
  .trim()
  .default('')
  .transform((text) => text.replace(/[,,\s]/g, ''))
  .pipe(z.string().regex(/^(\d{1,6}|1000000)?$/, 'EMPLOYEES_UNREADABLE'))

const facts = {
  name: z.string().trim().min(2, 'ENTERPRISE_NAME_MISSING').max(ENTERPRISE_NAME_MAX, 'TEXT_TOO_LONG'),
  creditCode: codeText,
  size: choice(ENTERPRISE_SIZES),
  industry: choice(INDUSTRIES),
  streetId: z.union([z.literal(''), z.uuid()]).default(''),
  address: z.string().trim().max(ADDRESS_MAX, 'TEXT_TOO_LONG').default(''),
  foundedOn: dayText,
  employees: wholeText,
}

/** A new enterprise of the register: what is known of it; the rest can be said later. */
export const enterpriseCreate = z.object({
  ...facts,
  /** Name of the enterprise it is said not to be although it is called alike. */
  confirm: z.string().trim().max(ENTERPRISE_NAME_MAX).default(''),
})
export type EnterpriseCreateInput = z.output<typeof enterpriseCreate>

const yesNo = z.union([z.literal(''), z.enum(['yes', 'no'])]).default('')
/** What is confidential, in a group of its own; absent where the form does not ask it. */
const credit = z
  .object({
    year: z.union([z.literal(''), z.string().regex(/^20\d\d$/, 'YEAR_UNREADABLE')]).default(''),
    revenueWan: wanOrBlank.default(''),
    taxWan: wanOrBlank.default(''),
    grade: choice(CREDIT_GRADES),
    dishonest: yesNo,
    abnormal: yesNo,
  })
  .optional()

/** What an enterprise says of itself; what only the office says is left as it is where the form does not ask it. */
export const enterpriseEdit = z.object({
  enterpriseId: z.uuid(),
  version,
  ...facts,
  name: facts.name.optional(),
  creditCode: codeText.optional(),
  state: z.enum(ENTERPRISE_STATES).optional(),
  /** The form asks what it is recognised as; unticked boxes say no. */
  standings: tick,
  aboveScale: tick,
  highTech: tick,
  specialised: tick,
  credit,
})
export type EnterpriseEditInput = z.output<typeof enterpriseEdit>

/** The enterprise lets the steward of its project see what is confidential, or no longer. */
export const enterpriseOpen = z.object({ enterpriseId: z.uuid(), version, open: z.enum(['yes', 'no']) })
export type EnterpriseOpenInput = z.output<typeof enterpriseOpen>

const sides = z.enum(['stays', 'goes'])
const side = one(sides.optional()).catch(undefined)
/** Which side each field on which two rows disagree is taken from. */
export const chosenSides = z.object({
  name: side,
  creditCode: side,
  size: side,
  industry: side,
  streetId: side,
  address: side,
  foundedOn: side,
  employees: side,
  state: side,
} satisfies Record<ChosenField, unknown>)
export type ChosenSides = z.output<typeof chosenSides>

/** Two rows that are one, which stays, and what holds where they disagree. */
export const enterpriseMerge = z.object({
  staysId: z.uuid(),
  goesId: z.uuid(),
  staysVersion: version,
  goesVersion: version,
  chosen: chosenSides.default({}),
  credit: sides.default('stays'),
  /** Ticked after reading that nothing undoes it. */
  sure: tick,
  /** Ticked where the two have different credit codes. */
  codes: tick,
})
export type EnterpriseMergeInput = z.output<typeof enterpriseMerge>

/** The address of a merge: which two, which stays, and the fields chosen so far. */
export const mergeQuery = z.object({
  a: id,
  b: id,
  keep: one(z.enum(['a', 'b']).default('a')).catch('a'),
  step: one(z.enum(['1', '2']).default('1')).catch('1'),
  credit: one(sides.default('stays')).catch('stays'),
})
export type MergeQuery = z.output<typeof mergeQuery>

type Named = Readonly<{ id: string; name: string }>

/** An enterprise as a line of the register 企业台账. */
export type EnterpriseRow = Readonly<{
  id: string
  version: number
  name: string
  creditCode: string | null
  size: EnterpriseSize | null
  industry: Industry | null
  street: Named | null
  foundedOn: PlainDate | null
  /** null also where the reader sees a card only. */
  employees: number | null
  standings: readonly Standing[]
  state: EnterpriseState
  projects: number
  /** Open problems and needs, of those the reader sees. */
  issues: number
  needs: number
  jobs: number
}>

export type EnterprisePage = Readonly<{
  rows: readonly EnterpriseRow[]
  total: number
  counts: Readonly<Record<(typeof ENTERPRISE_TABS)[number], number>>
}>

/** One entry of an enterprise's history: who changed which fields. */
export type EnterpriseStep = Readonly<{
  id: string
  at: string
  on: PlainDate
  by: string
  action: string
  changes: readonly Readonly<{ field: string; before: string; after: string }>[]
}>

/** An enterprise with everything its page shows of itself. */
export type EnterpriseDetail = EnterpriseRow &
  Readonly<{
    aliases: readonly string[]
    address: string | null
    /** Whom to call; numbers for whoever may call. */
    contacts: readonly Readonly<{ id: string; name: string; title: string | null; phone: string | null }>[]
    facts: EnterpriseFacts
    /** null where the reader may not see it. */
    credit: CreditFacts | null
    opensToSteward: boolean
    card: boolean
    mayEdit: boolean
    mayOpen: boolean
    mayMerge: boolean
    /** What became part of it. */
    merged: readonly Readonly<{ name: string; on: PlainDate }>[]
    /** Rows that look like the same enterprise, for who may merge them. */
    twins: readonly Readonly<Named & { reason: DuplicateReason }>[]
  }>

/** Two rows that may be one enterprise. */
export type DuplicatePair = Readonly<{
  reason: DuplicateReason
  a: EnterpriseTwin
  b: EnterpriseTwin
}>
export type EnterpriseTwin = Readonly<Named & { creditCode: string | null; projects: number; street: string | null }>

/** Rows of one kind that move with a merge. */
export type MovingRows = Readonly<{
  /** Name of the table, for its word and its list. */
  table: string
  n: number
  /** Of these, rows the one that stays has already: they are not kept twice. */
  twice: number
}>

/** What a merge will do, before it is done. */
export type MergePreview = Readonly<{
  stays: EnterpriseSide
  goes: EnterpriseSide
  reason: DuplicateReason | null
  disputed: readonly ChosenField[]
  /** Both have confidential facts: one of them holds. */
  creditTwice: boolean
  moves: readonly MovingRows[]
  /** Financing needs that are open at each of the two. */
  openNeeds: Readonly<{ stays: number; goes: number }>
  /** People with an account of the one that goes. */
  accounts: number
}>
export type EnterpriseSide = Readonly<{
  id: string
  version: number
  name: string
  facts: EnterpriseFacts
  street: string | null
  /** null where the reader may not see it. */
  credit: CreditFacts | null
}>
