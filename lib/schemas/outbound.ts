import { z } from 'zod'
import { CURRENCIES, type Currency, readForeignMoney } from '@/lib/domain/foreign-money'
import { COUNTRIES, type Country, OUTBOUND_KINDS, type OutboundKind } from '@/lib/domain/outbound'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plainDate } from './procedure'

export const OUTBOUND_PAGE = 50
export const FILING_MAX = 60
export const OUTBOUND_NOTE_MAX = 200

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const id = one(z.uuid().optional()).catch(undefined)
const day = one(plainDate.optional()).catch(undefined)

export const OUTBOUND_TABS = ['all', ...OUTBOUND_KINDS, 'revoked'] as const

/** What the address of the list of business abroad says; anything it cannot read falls back to the default. */
export const outboundFilter = z.object({
  kind: one(z.enum(OUTBOUND_TABS).default('all')).catch('all'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  country: one(z.enum(COUNTRIES).optional()).catch(undefined),
  currency: one(z.enum(CURRENCIES).optional()).catch(undefined),
  enterprise: id,
  taskforce: id,
  from: day,
  to: day,
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type OutboundFilter = z.infer<typeof outboundFilter>

const shape = {
  enterprise: z.string().trim().max(100).default(''),
  kind: z.enum(OUTBOUND_KINDS, 'OUTBOUND_KIND_MISSING'),
  country: z.union([z.literal(''), z.enum(COUNTRIES)]).default(''),
  currency: z.enum(CURRENCIES, 'FOREIGN_CURRENCY_MISSING').default('USD'),
  amount: z.string().trim().max(60, 'TEXT_TOO_LONG').default(''),
  filingNo: z.string().trim().max(FILING_MAX, 'TEXT_TOO_LONG').default(''),
  on: plainDate,
  note: z.string().trim().max(OUTBOUND_NOTE_MAX, 'TEXT_TOO_LONG').default(''),
  /** That a small amount is right as it stands. */
  confirm: z.preprocess((value) => (value === '' ? undefined : value), z.string().max(80).optional()),
}
type Shape = Readonly<{ kind: OutboundKind; country: string; currency: Currency; amount: string }>

/** What only together makes sense: an amount is read in its currency, a warehouse stands somewhere. */
function judge({ kind, country, currency, amount }: Shape, context: z.RefinementCtx) {
  const complain = (field: string, message: string, params?: Record<string, unknown>) =>
    context.addIssue({ code: 'custom', path: [field], message, params })
  if (kind === 'WAREHOUSE' && country === '') complain('country', 'OUTBOUND_COUNTRY_MISSING')
  if (amount === '') {
    if (kind === 'FILING') complain('amount', 'FOREIGN_UNREADABLE', { text: '' })
    return
  }
  const read = readForeignMoney(amount, currency)
  if (!read.ok) complain('amount', read.error.code, { ...read.error })
}
const read = <T extends Shape>(input: T) => {
  const amount = input.amount === '' ? null : readForeignMoney(input.amount, input.currency)
  return { ...input, minor: amount?.ok ? String(amount.value) : null }
}

/** Business abroad as it is entered; its amount comes out as hundredths of its currency. */
export const outboundRecord = z.object(shape).superRefine(judge).transform(read)
export type OutboundRecordInput = z.output<typeof outboundRecord>

export const outboundEdit = z
  .object({
    caseId: z.uuid(),
    version: z.coerce.number().int(),
    ...shape,
    /** Ticked when it does not hold any more. */
    revoked: z.preprocess((value) => (value === '1' ? '1' : ''), z.enum(['', '1'])).default(''),
  })
  .superRefine(judge)
  .transform(read)
export type OutboundEditInput = z.output<typeof outboundEdit>

/** An amount of one currency, in hundredths. */
export type ForeignAmount = Readonly<{ minor: string; currency: Currency }>

/** Business abroad as a line of its list 境外业务台账. */
export type OutboundRow = Readonly<{
  id: string
  version: number
  enterprise: Readonly<{ id: string; name: string }>
  kind: OutboundKind
  country: Country | null
  amount: ForeignAmount | null
  filingNo: string | null
  on: PlainDate
  note: string | null
  revokedOn: PlainDate | null
}>
export type OutboundPage = Readonly<{
  rows: readonly OutboundRow[]
  total: number
  /** Sums of the filter, each currency by itself. */
  sums: readonly ForeignAmount[]
  counts: Readonly<Record<(typeof OUTBOUND_TABS)[number], number>>
}>
