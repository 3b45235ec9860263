import { z } from 'zod'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Account } from '@/lib/domain/time-spent'
import type { Usual } from '@/lib/domain/usual-time'
import type { ItemName } from './project-row'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const text = one(z.string().max(80).optional()).catch(undefined)

/** What the address of 时间去哪了 says: a template, and the item and agency whose rows lie open. */
export const timeQuery = z.object({
  /** What is not finished, instead of what is. */
  of: one(z.literal('open').optional()).catch(undefined),
  template: text,
  agency: text,
  item: text,
  page: one(z.coerce.number().int().min(1).max(10_000).default(1)).catch(1),
})
export type TimeQuery = z.infer<typeof timeQuery>

/** Where working days went: the parts, and the days over which they were counted. */
export type TimeAccount = Readonly<{ account: Account; from: PlainDate; to: PlainDate; provisional: boolean }>

/** The same of a project: its procedures added, by agency. */
export type ProjectTime = Readonly<{
  account: Account
  n: number
  provisional: boolean
  agencies: readonly Readonly<{ agency: string; n: number; account: Account }>[]
}>

/** One item with one agency: how many were finished, what is usual, and where their days went. */
export type TimePair = ItemName &
  Readonly<{
    agency: string
    n: number
    usual: Usual
    account: Account
  }>

/** A procedure behind a figure; one that is not finished has no day of its end. */
export type TimeRow = Readonly<{
  id: string
  project: Readonly<{ id: string; name: string }>
  finishedOn: PlainDate | null
  days: number
  account: Account
}>

/** Everything the page shows. */
export type TimeTable = Readonly<{
  templates: readonly Readonly<{ code: string; nameZh: string; nameEn: string }>[]
  agencies: readonly Readonly<{ agency: string; n: number; account: Account; pairs: readonly TimePair[] }>[]
  n: number
  account: Account
  /** Some finished ones are not counted yet. */
  left: boolean
  /** More are open than one page counts: the reader chooses a template first. */
  tooMany: boolean
  rows: Readonly<{ of: TimePair; lines: readonly TimeRow[]; pages: number }> | null
}>
