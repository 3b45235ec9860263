import { z } from 'zod'
import type { FinancingDuty, OfferClock } from '@/lib/domain/financing/clock'
import { LENT_INDUSTRIES, type LentIndustry } from '@/lib/domain/financing/industry'
import type { Match } from '@/lib/domain/financing/match'
import { rateBp } from '@/lib/domain/financing/money'
import {
  COLLATERALS,
  type Collateral,
  FINANCING_CHANNELS,
  FINANCING_PURPOSES,
  FINANCING_REASONS,
  FINANCING_STATES,
  type FinancingChannel,
  type FinancingPurpose,
  type FinancingReason,
  type FinancingState,
  PAYMENT_KINDS,
  type Standard,
} from '@/lib/domain/financing/need'
import type { OfferMoveKind } from '@/lib/domain/financing/offer'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Stage } from '@/lib/domain/project'
import { wanOrBlank, wanText } from './money'
import { plainDate } from './procedure'

/** Needs on one page of their list. */
export const FINANCING_PAGE = 50
// Printed in one cell of 推荐清单.
export const FINANCING_TEXT_MAX = 200
const NAME_MAX = 40

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const id = one(z.uuid().optional()).catch(undefined)
const yes = one(z.literal('1').optional()).catch(undefined)
const day = one(plainDate.optional()).catch(undefined)

/** What waits for somebody, what was recommended to a bank 推荐清单, each state, everything. */
export const FINANCING_VIEWS = ['open', 'listed', ...FINANCING_STATES, 'all'] as const
export type FinancingView = (typeof FINANCING_VIEWS)[number]

/** What the address of the list of needs says; anything it cannot read falls back to the default. */
export const financingFilter = z.object({
  state: one(z.enum(FINANCING_VIEWS).default('open')).catch('open'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  purpose: one(z.enum(FINANCING_PURPOSES).optional()).catch(undefined),
  collateral: one(z.enum(COLLATERALS).optional()).catch(undefined),
  channel: one(z.enum(FINANCING_CHANNELS).optional()).catch(undefined),
  bank: id,
  taskforce: id,
  enterprise: id,
  project: id,
  /** Of a project of the library. */
  key: yes,
  /** Something about it is past its day. */
  late: yes,
  /** Filed in these days. */
  from: day,
  to: day,
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type FinancingFilter = z.infer<typeof financingFilter>

/** What banks made of needs, as their list can be asked. */
export const RESULT_VIEWS = ['all', 'waiting', 'granted', 'refused', 'decided', 'signed', 'paid'] as const
export const resultFilter = z.object({
  view: one(z.enum(RESULT_VIEWS).default('all')).catch('all'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  bank: id,
  taskforce: id,
  channel: one(z.enum(FINANCING_CHANNELS).optional()).catch(undefined),
  reason: one(z.enum(FINANCING_REASONS).optional()).catch(undefined),
  payment: one(z.enum(PAYMENT_KINDS).optional()).catch(undefined),
  /** Decided in these days; for what is paid, paid in them. */
  from: day,
  to: day,
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type ResultFilter = z.infer<typeof resultFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const words = z.string().trim().max(FINANCING_TEXT_MAX, 'TEXT_TOO_LONG').default('')
const optionalId = z.preprocess(blank, z.uuid().optional())
const confirm = z.preprocess(blank, z.string().max(80).optional())
const rate = z.string().transform((text, context): number => {
  const bp = rateBp(text)
  if (bp !== null) return bp
  context.addIssue({ code: 'custom', message: 'FINANCING_RATE_UNREADABLE' })
  return z.NEVER
})
const months = z
  .string('FINANCING_MONTHS_UNREADABLE')
  .trim()
  .regex(/^\d{1,3}$/, 'FINANCING_MONTHS_UNREADABLE')
  .transform(Number)
  .refine((n) => n >= 1 && n <= 480, 'FINANCING_MONTHS_UNREADABLE')

const needFields = z.object({
  projectId: optionalId,
  purpose: z.enum(FINANCING_PURPOSES, 'FINANCING_PURPOSE_MISSING'),
  amountWan: z.string().trim().min(1, 'FINANCING_AMOUNT_MISSING').pipe(wanText),
  months,
  rate: z.preprocess(blank, rate.optional()),
  collateral: z.enum(COLLATERALS, 'FINANCING_COLLATERAL_MISSING'),
  collateralText: words,
  loansWan: wanOrBlank.default(''),
  loansBank: z.string().trim().max(NAME_MAX, 'TEXT_TOO_LONG').default(''),
  banks: z.array(z.uuid()).max(50).default([]),
  contactName: z.string().trim().min(1, 'FINANCING_CONTACT_MISSING').max(NAME_MAX, 'TEXT_TOO_LONG'),
  contactPhone: z
    .string()
    .trim()
    .regex(/^[\d\s+()-]{5,20}$/, 'FINANCING_PHONE_UNREADABLE'),
  channel: z.preprocess(blank, z.enum(FINANCING_CHANNELS).optional()),
  confirm,
})
export const needFile = needFields.extend({
  enterpriseId: optionalId,
  /** The upgrade it is to pay for. */
  upgradeId: optionalId,
})
export type NeedFileInput = z.output<typeof needFile>

/** A need corrected, or put in again. */
export const needAmend = needFields.extend({
  needId: z.uuid(),
  version: z.coerce.number().int(),
  text: words,
})
export type NeedAmendInput = z.output<typeof needAmend>

/** A field of a need as it was and is; null both where only that it changed is kept. */
export type NeedChange = Readonly<{ field: string; before: string | null; after: string | null }>

/** What the form of a correction begins with. */
export type AmendStart = Readonly<{
  needId: string
  version: number
  /** It was turned down, and is put in again. */
  again: boolean
  enterpriseId: string
  projectId: string
  purpose: FinancingPurpose
  amountWan: string
  months: string
  rate: string
  collateral: Collateral
  collateralText: string
  loansWan: string
  loansBank: string
  banks: readonly string[]
  contactName: string
  contactPhone: string
  channel: FinancingChannel
}>

const answer = z.enum(['yes', 'no'], 'FINANCING_STANDARD_MISSING').transform((said) => said === 'yes')
export const needCheck = z.object({
  needId: z.uuid(),
  version: z.coerce.number().int(),
  lawful: answer,
  premises: answer,
  genuine: answer,
  credit: answer,
  purpose: answer,
  text: words,
})
export type NeedCheckInput = z.output<typeof needCheck>

export const needBank = z.object({
  needId: z.uuid(),
  version: z.coerce.number().int(),
  bankId: z.preprocess(blank, z.uuid('FINANCING_BANK_MISSING')),
})
export type NeedBankInput = z.output<typeof needBank>

export const needConsent = needBank.extend({ expiresOn: plainDate })
export type NeedConsentInput = z.output<typeof needConsent>

/** What the form of a signed paper says of it. */
export const paperForm = needBank.extend({ signedOn: plainDate, expiresOn: plainDate })
/** A consent on paper with the paper itself, checked. */
export type PaperConsentInput = z.output<typeof paperForm> &
  Readonly<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }>

/** What became of a signed paper, as the address of its need says it, with what had been typed. */
export const paperAddress = z.object({
  paper: one(z.string().max(40).optional()).catch(undefined),
  bankId: id,
  signedOn: day,
  expiresOn: day,
})

export const needWithdraw = z.object({
  needId: z.uuid(),
  version: z.coerce.number().int(),
  text: z.string().trim().min(1, 'REASON_MISSING').max(FINANCING_TEXT_MAX, 'TEXT_TOO_LONG'),
})
export type NeedWithdrawInput = z.output<typeof needWithdraw>

export const offerMove = z.object({
  offerId: z.uuid(),
  version: z.coerce.number().int(),
  on: z.preprocess(blank, plainDate.optional()),
  grantedWan: wanOrBlank.optional(),
  signedWan: wanOrBlank.optional(),
  paidWan: wanOrBlank.optional(),
  rate: z.preprocess(blank, rate.optional()),
  reason: z.preprocess(blank, z.enum(FINANCING_REASONS).optional()),
  payment: z.preprocess(blank, z.enum(PAYMENT_KINDS).optional()),
  text: words,
  confirm,
})
export type OfferMoveInput = z.output<typeof offerMove>

export const offerUndo = z.object({ offerId: z.uuid(), version: z.coerce.number().int(), text: words })
export type OfferUndoInput = z.output<typeof offerUndo>

export const productSave = z.object({
  productId: optionalId,
  version: z.preprocess(blank, z.coerce.number().int().optional()),
  bankId: optionalId,
  name: z.string().trim().min(1, 'FINANCING_PRODUCT_NAME_MISSING').max(NAME_MAX, 'TEXT_TOO_LONG'),
  minWan: wanText,
  maxWan: wanText,
  minMonths: months,
  maxMonths: months,
  rate,
  collaterals: z.array(z.enum(COLLATERALS)).default([]),
  industries: z.array(z.enum(LENT_INDUSTRIES)).default([]),
  streets: z.array(z.uuid()).max(60).default([]),
})
export type ProductSaveInput = z.output<typeof productSave>

export const productStop = z.object({ productId: z.uuid(), version: z.coerce.number().int() })
export type ProductStopInput = z.output<typeof productStop>

/** A held workbook of results. */
export const resultImport = z.object({ importId: z.uuid() })

/** The workbooks the bridge can leave as. */
export const financingExportKind = z.enum(['financing', 'financing-results'])
export type FinancingExportKind = z.output<typeof financingExportKind>

/** The need whose facts stand beside a bank's list. */
export const bankAddress = z.object({ need: id })

/** Whom a need is filed for. */
export const fileAddress = z.object({
  enterprise: id,
  project: id,
  upgrade: id,
  q: one(z.string().trim().max(60).optional()).catch(undefined),
})

type Named = Readonly<{ id: string; name: string }>

/** A need at one bank as a list shows it. 分 */
export type OfferRow = Readonly<{
  id: string
  version: number
  bank: Named
  state: FinancingState
  clock: OfferClock
  recommendedOn: PlainDate
  acceptedOn: PlainDate | null
  contactedOn: PlainDate | null
  decidedOn: PlainDate | null
  signedOn: PlainDate | null
  grantedFen: bigint | null
  signedFen: bigint | null
  paidNewFen: bigint
  paidRenewedFen: bigint
  rateBp: number | null
  reason: FinancingReason | null
  reasonText: string | null
  manager: string | null
  /** Until when the bank may see it; null without consent today. */
  consentUntil: PlainDate | null
}>

/** A need as a line of the list; what the reader may not see of it is null. 分 */
export type FinancingRow = Readonly<{
  id: string
  version: number
  number: number
  enterprise: Named
  project: (Named & Readonly<{ level: Level; open: boolean }>) | null
  amountFen: bigint
  state: FinancingState
  filedOn: PlainDate
  level: Level
  duty: FinancingDuty | null
  /** Whether the reader may open it. */
  open: boolean
  purpose: FinancingPurpose | null
  months: number | null
  rateCeilingBp: number | null
  collateral: Collateral | null
  collateralText: string | null
  channel: FinancingChannel | null
  offers: readonly OfferRow[]
}>

/** Sums of a list; never added to each other. 分 */
export type FinancingSums = Readonly<{
  appliedFen: bigint
  grantedFen: bigint
  signedFen: bigint
  paidNewFen: bigint
  paidRenewedFen: bigint
}>

export type FinancingPage = Readonly<{
  rows: readonly FinancingRow[]
  total: number
  /** Projects they are for, where only those of projects were asked for. */
  projects: number | null
  sums: FinancingSums
  counts: Readonly<Record<FinancingView, number>>
}>

export type ResultPage = Readonly<{
  rows: readonly (OfferRow & Readonly<{ need: Omit<FinancingRow, 'offers'> }>)[]
  total: number
  sums: FinancingSums
}>

export type FinancingStepKind =
  | 'FILE'
  | 'AMEND'
  | 'CHECK'
  | 'RECOMMEND'
  | 'CONSENT'
  | 'REVOKE'
  | 'WITHDRAW'
  | 'UNDO'
  | OfferMoveKind

/** One entry of the history of a need 办理记录. */
export type FinancingStep = Readonly<{
  id: string
  kind: FinancingStepKind
  on: PlainDate
  at: string
  by: string | null
  bank: string | null
  text: string | null
  fen: bigint | null
  reason: FinancingReason | null
  until: PlainDate | null
  /** Of a correction, each field as people read it. */
  changes: readonly NeedChange[]
  /** What an UNDO took back. */
  undid: FinancingStepKind | null
  /** A bank's move the office wrote down for it 代录. */
  forBank: boolean
}>

export type CheckAnswers = Readonly<Record<Standard, boolean>> & Readonly<{ on: PlainDate; text: string | null }>

/** What the register knows of the enterprise 企业资信; what is confidential is null without the right to it. */
export type EnterprisePart = Readonly<{
  name: string
  creditCode: string | null
  size: 'LARGE' | 'MEDIUM' | 'SMALL' | 'MICRO' | 'SOLE' | null
  industry: LentIndustry | null
  foundedOn: PlainDate | null
  employees: number | null
  aboveScale: boolean
  highTech: boolean
  specialised: boolean
  credit: Readonly<{
    year: number | null
    revenueFen: bigint | null
    taxFen: bigint | null
    grade: string | null
    dishonest: boolean | null
    abnormal: boolean | null
  }> | null
}>

/** What the library knows of the project 重点项目. 分 */
export type ProjectPart = Readonly<{
  id: string
  name: string
  stage: Stage
  level: Level
  open: boolean
  totalFen: bigint | null
  planFen: bigint | null
  doneFen: bigint | null
  steward: string | null
}>

/** What a bank sees of a need, and nothing else of it: the preview before consent and the bank's own page are one. */
export type BankView = Readonly<{
  number: number
  enterprise: EnterprisePart
  project: ProjectPart | null
  purpose: FinancingPurpose
  amountFen: bigint
  months: number
  rateCeilingBp: number | null
  collateral: Collateral
  collateralText: string | null
  loansFen: bigint | null
  contact: string
  phone: string
  check: CheckAnswers | null
}>

/** A product held against a need, its bank, and the streets the two are about by name; none offered is no condition. */
export type NeedMatch = Match &
  Readonly<{ bank: Named; area: Readonly<{ wanted: string | null; offered: readonly string[] }> }>

/** A need with everything its page shows. */
export type FinancingDetail = FinancingRow &
  Readonly<{
    view: BankView
    loansBank: string | null
    wanted: readonly string[]
    check: CheckAnswers | null
    steps: readonly FinancingStep[]
    /** Banks with what the enterprise said about each. */
    banks: readonly (Named &
      Readonly<{
        wanted: boolean
        offer: OfferRow | null
        consentUntil: PlainDate | null
        /** When its consent ended, and whether because the enterprise took it back. */
        consentEnded: Readonly<{ on: PlainDate; takenBack: boolean }> | null
        /** The paper its consent stands on; null where the enterprise gave it itself. */
        paper: Readonly<{ consentId: string; name: string | null; signedOn: PlainDate }> | null
      }>)[]
    matches: readonly NeedMatch[]
    /** The upgrade it is to pay for, where the reader sees it. */
    upgrade: Named | null
    /** Offers whose last move the reader may take back. */
    back: readonly string[]
    /** How often it was corrected. */
    amended: number
    /** Whether the office may keep a paper in the place of the enterprise's own word: it has no account. */
    paper: boolean
    may: Readonly<{
      amend: boolean
      check: boolean
      recommend: boolean
      consent: boolean
      withdraw: boolean
    }>
    /** Moves the reader may make at each bank. */
    moves: Readonly<Record<string, readonly OfferMoveKind[]>>
  }>
