import { z } from 'zod'
import { HARBOUR_STATES, type HarbourFigures, type HarbourState } from '@/lib/domain/harbour'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import { wanText } from './money'
import { plainDate } from './procedure'

// Fits one cell of the register.
export const HARBOUR_NAME_MAX = 40
export const HARBOUR_ADDRESS_MAX = 80
export const HARBOUR_TEXT_MAX = 200
const SERVICES_MAX = 12

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const day = one(
  z
    .string()
    .refine((text) => parsePlainDate(text) !== null)
    .transform((text) => text as PlainDate)
    .optional(),
).catch(undefined)

export const HARBOUR_TABS = [...HARBOUR_STATES, 'all'] as const
export type HarbourTab = (typeof HARBOUR_TABS)[number]

/** What the address of the register says; anything it cannot read falls back to the default. */
export const harbourFilter = z.object({
  state: one(z.enum(HARBOUR_TABS).default('all')).catch('all'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  street: one(z.uuid().optional()).catch(undefined),
  bank: one(z.uuid().optional()).catch(undefined),
  /** First day of the months that are summed; the beginning of the year when absent. */
  from: day,
  /** The day the register is shown as of, and the last of the months; today when absent. */
  to: day,
})
export type HarbourFilter = z.infer<typeof harbourFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const ids = z.array(z.uuid()).max(60).default([])

/** A harbour as its form says it. */
export const harbourInput = z.object({
  name: z.string().trim().min(1, 'HARBOUR_NAME_MISSING').max(HARBOUR_NAME_MAX, 'TEXT_TOO_LONG'),
  address: z.string().trim().min(1, 'HARBOUR_ADDRESS_MISSING').max(HARBOUR_ADDRESS_MAX, 'TEXT_TOO_LONG'),
  leadBankId: z.uuid('HARBOUR_BANK_MISSING'),
  streetIds: ids,
  managerIds: ids,
  services: z
    .string()
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split(/[\n、,，;；]/u)
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      ),
    ])
    .pipe(z.array(z.string().max(20, 'TEXT_TOO_LONG')).max(SERVICES_MAX, 'TEXT_TOO_LONG')),
  openedOn: z.preprocess(blank, plainDate.optional()),
  closedOn: z.preprocess(blank, plainDate.optional()),
  closedReason: z.string().trim().max(HARBOUR_TEXT_MAX, 'TEXT_TOO_LONG').default(''),
})
export type HarbourInput = z.output<typeof harbourInput>

export const harbourEdit = harbourInput.extend({ harbourId: z.uuid(), version: z.coerce.number().int() })
export type HarbourEditInput = z.output<typeof harbourEdit>

const count = z.coerce
  .number({ error: 'HARBOUR_COUNT' })
  .int('HARBOUR_COUNT')
  .min(0, 'HARBOUR_COUNT')
  .max(1_000_000, 'HARBOUR_COUNT')

/** Figures of a month; `version` 0 says them for the first time, any other corrects what stands. */
export const harbourMonth = z.object({
  harbourId: z.uuid(),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'HARBOUR_MONTH_MISSING'),
  version: z.coerce.number().int().min(0),
  visits: z.preprocess(blank, count),
  needs: z.preprocess(blank, count),
  grantedWan: wanText,
  reason: z.string().trim().max(HARBOUR_TEXT_MAX, 'TEXT_TOO_LONG').default(''),
})
export type HarbourMonthInput = z.output<typeof harbourMonth>

type Named = Readonly<{ id: string; name: string }>

/** A harbour as a line of the register. */
export type HarbourRow = Readonly<{
  id: string
  version: number
  name: string
  address: string
  bank: Named
  state: HarbourState
  openedOn: PlainDate | null
  closedOn: PlainDate | null
  closedReason: string | null
  streets: readonly Named[]
  services: readonly string[]
  managers: readonly Readonly<{ id: string; name: string; phone: string | null }>[]
  /** What it did in the months of the filter; null where the reader does not see it. */
  sum: HarbourFigures | null
}>

export type HarbourPage = Readonly<{
  rows: readonly HarbourRow[]
  counts: Readonly<Record<HarbourTab, number>>
  /** Of the rows shown; null where the reader sees no figures at all. */
  sum: HarbourFigures | null
  /** The months summed, `YYYY-MM`. */
  months: Readonly<{ from: string; to: string }>
}>

/** A month of a harbour, and what was said of it before it was corrected. */
export type HarbourMonthRow = HarbourFigures &
  Readonly<{
    month: string
    version: number
    steps: readonly (HarbourFigures & Readonly<{ id: string; on: PlainDate; by: string | null; text: string | null }>)[]
  }>

/** A harbour with everything its page shows. */
export type HarbourDetail = HarbourRow &
  Readonly<{
    registeredOn: PlainDate
    /** Latest first; null where the reader does not see them. */
    months: readonly HarbourMonthRow[] | null
    /** Months it should have figures of and has none. */
    missing: readonly string[]
    may: Readonly<{ edit: boolean; month: boolean }>
  }>

/** What its form offers. */
export type HarbourChoices = Readonly<{
  banks: readonly Named[]
  streets: readonly Named[]
  managers: readonly (Named & Readonly<{ unit: string }>)[]
}>
