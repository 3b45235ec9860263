import { z } from 'zod'
import {
  CODE_LENGTH,
  PACK_CHANNELS,
  PACK_CONTENTS,
  type PackChannel,
  type PackContent,
  readCode,
} from '@/lib/domain/gift-pack'
import { fenOfWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { wanText } from './money'
import { plainDate } from './procedure'

export const PACK_TEXT_MAX = 200
export const PACK_NAME_MAX = 40
export const ENTERPRISE_NAME_MAX = 80
const MOST_PREPARED = 100_000
export const PACK_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const id = one(z.uuid().optional()).catch(undefined)
const yes = one(z.literal('1').optional()).catch(undefined)
const day = one(plainDate.optional()).catch(undefined)

/** What was handed out, what there is, and both counted. */
export const PACK_TABS = ['packs', 'batches', 'figures'] as const
export type PackTab = (typeof PACK_TABS)[number]

/** Packs by what became of them; `kept` is everything that did not come back. */
export const PACK_STANDS = ['kept', 'waiting', 'confirmed', 'returned', 'all'] as const
export type PackStand = (typeof PACK_STANDS)[number]

/** What the address of 惠企大礼包 says; anything it cannot read falls back to the default. */
export const packFilter = z.object({
  tab: one(z.enum(PACK_TABS).default('packs')).catch('packs'),
  stand: one(z.enum(PACK_STANDS).default('kept')).catch('kept'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  batch: id,
  channel: one(z.enum(PACK_CHANNELS).optional()).catch(undefined),
  /** To an enterprise founded within the same days. */
  fresh: yes,
  enterprise: id,
  /** Enterprises with a project of this task force. */
  taskforce: id,
  from: day,
  to: day,
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type PackFilter = z.infer<typeof packFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const words = z.string().trim().max(PACK_TEXT_MAX, 'TEXT_TOO_LONG').default('')
const version = z.coerce.number().int()
const contents = z.array(z.enum(PACK_CONTENTS)).min(1, 'PACK_CONTENTS_MISSING')

export const packPrepare = z.object({
  name: z.string('PACK_NAME_MISSING').trim().min(1, 'PACK_NAME_MISSING').max(PACK_NAME_MAX, 'TEXT_TOO_LONG'),
  contents: z.preprocess((value) => value ?? [], contents),
  prepared: z.preprocess(
    blank,
    z.coerce
      .number({ error: 'PACK_COUNT_INVALID' })
      .int('PACK_COUNT_INVALID')
      .min(1, 'PACK_COUNT_INVALID')
      .max(MOST_PREPARED, 'PACK_COUNT_INVALID'),
  ),
  /** 万元, kept in 分. */
  cost: wanText.transform((text) => String(fenOfWan(text) ?? 0n)),
  on: plainDate,
  note: words,
})
export type PackPrepareInput = z.output<typeof packPrepare>

export const packHand = z.object({
  batchId: z.uuid('PACK_BATCH_MISSING'),
  /** Its name, or its credit code. */
  enterprise: z
    .string('PACK_ENTERPRISE_MISSING')
    .trim()
    .min(1, 'PACK_ENTERPRISE_MISSING')
    .max(ENTERPRISE_NAME_MAX, 'TEXT_TOO_LONG'),
  channel: z.enum(PACK_CHANNELS, 'PACK_CHANNEL_MISSING'),
  on: plainDate,
  note: words,
})
export type PackHandInput = z.output<typeof packHand>

export const packConfirm = z.object({ packId: z.uuid(), version })
export type PackConfirmInput = z.output<typeof packConfirm>

export const packSlip = z.object({
  code: z.string('PACK_CODE_UNKNOWN').transform(readCode).pipe(z.string().length(CODE_LENGTH, 'PACK_CODE_UNKNOWN')),
  /** Who signed the slip: whoever brings it back does not confirm for the receiver. */
  receiver: z.string('PACK_RECEIVER_MISSING').trim().min(1, 'PACK_RECEIVER_MISSING').max(30, 'TEXT_TOO_LONG'),
})
export type PackSlipInput = z.output<typeof packSlip>

export const packReturn = z.object({
  packId: z.uuid(),
  version,
  reason: z.string('PACK_REASON_MISSING').trim().min(1, 'PACK_REASON_MISSING').max(PACK_TEXT_MAX, 'TEXT_TOO_LONG'),
})
export type PackReturnInput = z.output<typeof packReturn>

type Named = Readonly<{ id: string; name: string }>

/** A pack in somebody's hands as a line of the list. */
export type PackRow = Readonly<{
  id: string
  version: number
  number: number
  batch: Named
  enterprise: Named
  /** It was founded in the year the pack came. */
  fresh: boolean
  project: Named | null
  channel: PackChannel
  contents: readonly PackContent[]
  on: PlainDate
  by: string
  note: string | null
  code: string
  confirmedOn: PlainDate | null
  confirmedSelf: boolean
  receiver: string | null
  returnedOn: PlainDate | null
  returnReason: string | null
  mayReturn: boolean
}>

/** A batch with what is left of it. */
export type BatchRow = Readonly<{
  id: string
  number: number
  name: string
  contents: readonly PackContent[]
  prepared: number
  costFen: string
  on: PlainDate
  note: string | null
  out: number
  confirmed: number
  returned: number
  stock: number
}>

export type PackPage = Readonly<{
  rows: readonly PackRow[]
  batches: readonly BatchRow[]
  total: number
  /** Enterprises that got one. */
  reached: number
  costFen: string
  counts: Readonly<{ packs: number; batches: number; byStand: Readonly<Record<PackStand, number>> }>
}>

/** One month of the figures. */
export type PackMonth = Readonly<{ month: string; from: PlainDate; to: PlainDate; packs: number; fresh: number }>
