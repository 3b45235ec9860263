import { z } from 'zod'
import { ROLES } from '@/lib/domain/access'
import { ORG_KINDS } from '@/lib/domain/administration'
import { OTP_ALGORITHMS } from '@/lib/domain/one-time-code'
import { parsePlainDate } from '@/lib/domain/plain-date'
import { FACTOR_GROUPS } from '@/lib/domain/second-factor'
import { phone } from './account'
import { REASON_MAX } from './procedure'

const PAGE_MAX = 10_000
// A person's name, and what stands on his door.
const PERSON_MAX = 30
export const ORG_NAME_MAX = 60
export const SHORT_NAME_MAX = 12
const ENTERPRISE_MAX = 80

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  one(z.enum(values).optional()).catch(undefined)
const words = one(z.string().trim().max(60).optional()).catch(undefined)
const id = one(z.uuid().optional()).catch(undefined)
const page = one(z.coerce.number().int().min(1).max(PAGE_MAX).default(1)).catch(1)

export const ACCOUNT_STATES = ['active', 'waiting', 'locked', 'disabled'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** What the address of the list of accounts says; anything it cannot read falls back to the default. */
export const accountFilter = z.object({
  q: words,
  role: choice(ROLES),
  unit: id,
  state: choice(ACCOUNT_STATES),
  page,
})
export type AccountFilter = z.output<typeof accountFilter>

export const changeFilter = z.object({
  state: one(z.enum(['open', 'decided']).default('open')).catch('open'),
  page,
})
export type ChangeFilter = z.output<typeof changeFilter>

export const orgFilter = z.object({
  q: words,
  kind: choice(ORG_KINDS),
  state: choice(['active', 'dissolved']),
})
export type OrgFilter = z.output<typeof orgFilter>

/** Whom the form for a new account is about: somebody the district knows already, or a new person. */
export const newAccountQuery = z.object({ q: words, person: id, fresh: choice(['1']) })

const reason = z.string().trim().min(1, 'REASON_MISSING').max(REASON_MAX, 'TEXT_TOO_LONG')
const optionalId = z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

/** Where somebody works: a unit, or for a contact the enterprise by its name. */
const place = {
  role: z.enum(ROLES, 'ROLE_MISSING'),
  unitId: optionalId,
  enterprise: z.string().trim().max(ENTERPRISE_MAX, 'TEXT_TOO_LONG').optional(),
}

export const accountCreation = z.object({
  ...place,
  personId: optionalId,
  name: z.string().trim().min(1, 'PERSON_NAME_MISSING').max(PERSON_MAX, 'TEXT_TOO_LONG'),
  title: z.string().trim().max(PERSON_MAX, 'TEXT_TOO_LONG').optional(),
  phone,
  // Typed on phones and read out on the telephone: small letters and digits.
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9.-]{2,31}$/, 'USERNAME_INVALID'),
  reason,
})
export type AccountCreationInput = z.output<typeof accountCreation>

export const accountMove = z.object({ userId: z.uuid(), ...place, reason })
export type AccountMoveInput = z.output<typeof accountMove>

export const accountRequest = z.object({
  userId: z.uuid(),
  kind: z.enum(['ACCOUNT_ENABLE', 'ACCOUNT_RESET_PASSWORD', 'ACCOUNT_RESET_FACTOR']),
  reason,
})
export type AccountRequestInput = z.output<typeof accountRequest>

/** Whose accounts must have a second factor, and what new authenticators count with. */
export const factorDemand = z.object({
  groups: z.array(z.enum(FACTOR_GROUPS)).default([]),
  otpAlgo: z.enum(OTP_ALGORITHMS),
  reason,
})
export type FactorDemandInput = z.output<typeof factorDemand>

const orgNames = {
  name: z.string().trim().min(1, 'ORG_NAME_MISSING').max(ORG_NAME_MAX, 'TEXT_TOO_LONG'),
  shortName: z.string().trim().min(1, 'SHORT_NAME_MISSING').max(SHORT_NAME_MAX, 'SHORT_NAME_LONG'),
}

export const orgCreation = z.object({ kind: z.enum(ORG_KINDS, 'ORG_KIND_MISSING'), ...orgNames, reason })
export type OrgCreationInput = z.output<typeof orgCreation>

export const orgEdit = z.object({ orgId: z.uuid(), ...orgNames, reason })
export type OrgEditInput = z.output<typeof orgEdit>

export const orgDissolution = z.object({ orgId: z.uuid(), reason })
export type OrgDissolutionInput = z.output<typeof orgDissolution>

const changeId = z.uuid()
const version = z.coerce.number().int()

export const changeWithdrawal = z.object({ changeId, version })
export type ChangeWithdrawalInput = z.output<typeof changeWithdrawal>

/** What the security administrator says; sending back needs words. */
export const changeDecision = z
  .object({
    changeId,
    version,
    decision: z.enum(['APPROVED', 'REJECTED']),
    answer: z.string().trim().max(REASON_MAX, 'TEXT_TOO_LONG').optional(),
  })
  .refine((v) => v.decision === 'APPROVED' || v.answer, { path: ['answer'], message: 'ANSWER_MISSING' })
export type ChangeDecisionInput = z.output<typeof changeDecision>

/** An id in an address. */
export const rowId = z.uuid()

export const userOnly = z.object({ userId: z.uuid() })

const shown = z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]))

/** What a change keeps of itself: whom it is about, what was, what is to be. */
export const changeDetail = z.object({ label: z.string(), before: shown.nullable(), after: shown.nullable() })
export type ChangeDetail = Readonly<z.output<typeof changeDetail>>

/** Nouns the log can be searched by: what stands before the dot of an action. */
const noun = z.string().regex(/^[a-zA-Z]{2,20}$/)
const day = one(
  z
    .string()
    .transform((text) => parsePlainDate(text) ?? undefined)
    .optional(),
).catch(undefined)
const entryId = z.string().regex(/^\d{1,18}$/)

/** What the address of the log says; anything it cannot read falls back to the default. */
export const auditFilter = z.object({
  who: words,
  noun: one(noun.optional()).catch(undefined),
  result: choice(['ok', 'refused']),
  from: day,
  to: day,
  /** Entries older than this one: the log only grows, and its pages are counted from an entry. */
  before: one(entryId.optional()).catch(undefined),
})
export type AuditFilter = z.output<typeof auditFilter>

/** What an entry that names nothing itself is about: projects, the first by its name, a week's meeting, or a number of supervision 对象. */
export type AuditAbout =
  | Readonly<{ kind: 'projects'; name: string; n: number }>
  | Readonly<{ kind: 'meeting'; year: number; week: number }>
  | Readonly<{ kind: 'complaint' | 'point'; n: number }>
  | Readonly<{ kind: 'supervision'; year: string; n: number }>

/** An entry's number in an address. */
export const auditId = entryId
