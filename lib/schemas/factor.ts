import { z } from 'zod'
import type { FactorLine } from '@/lib/domain/factor-board'
import {
  FACTOR_KINDS,
  FACTOR_STATES,
  type FactorKind,
  type FactorMoveKind,
  type FactorState,
} from '@/lib/domain/factor-need'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Reason } from '@/lib/domain/reason'
import type { Ruler } from '@/lib/domain/ruler'
import { plainDate } from './procedure'

// Printed in one cell of 要素需求台账.
export const FACTOR_TEXT_MAX = 200
export const FACTOR_UNIT_MAX = 10
export const FACTOR_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const yes = one(z.literal('1').optional()).catch(undefined)

/** The board, what waits, each state, and everything. */
export const FACTOR_TABS = ['board', 'open', ...FACTOR_STATES, 'all'] as const
export type FactorTab = (typeof FACTOR_TABS)[number]

/** What the address of the list of needs says; anything it cannot read falls back to the default. */
export const factorFilter = z.object({
  state: one(z.enum(FACTOR_TABS).default('board')).catch('board'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  kind: one(z.enum(FACTOR_KINDS).optional()).catch(undefined),
  /** Agency that has to provide it; `none` where nobody has been asked. */
  lead: one(z.union([z.uuid(), z.literal('none')]).optional()).catch(undefined),
  /** Past its day and not settled. */
  late: yes,
  /** Something of it is missing. */
  gap: yes,
  /** Unit it is measured in. */
  measure: one(z.string().trim().max(FACTOR_UNIT_MAX).optional()).catch(undefined),
  project: one(z.uuid().optional()).catch(undefined),
  /** Task force of the project. */
  taskforce: one(z.uuid().optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type FactorFilter = z.infer<typeof factorFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const words = z.string().trim().max(FACTOR_TEXT_MAX, 'TEXT_TOO_LONG').default('')
/** 1,200.5 is how people write it; kept without the commas. */
const amount = z
  .string()
  .transform((text) => text.replace(/[,，\s]/g, ''))
  .pipe(z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, 'FACTOR_AMOUNT_UNREADABLE'))

export const factorRaise = z.object({
  projectId: z.uuid(),
  kind: z.enum(FACTOR_KINDS, 'FACTOR_KIND_MISSING'),
  quantity: amount.refine((text) => Number(text) > 0, 'FACTOR_AMOUNT_UNREADABLE'),
  unit: z.string().trim().min(1, 'FACTOR_UNIT_MISSING').max(FACTOR_UNIT_MAX, 'TEXT_TOO_LONG'),
  needBy: plainDate,
  reason: z.string().trim().min(1, 'FACTOR_REASON_MISSING').max(FACTOR_TEXT_MAX, 'TEXT_TOO_LONG'),
  leadId: z.preprocess(blank, z.uuid().optional()),
})
export type FactorRaiseInput = z.output<typeof factorRaise>

export const factorMove = z.object({
  needId: z.uuid(),
  version: z.coerce.number().int(),
  text: words,
  leadId: z.preprocess(blank, z.uuid().optional()),
  committedOn: z.preprocess(blank, plainDate.optional()),
  provided: z.preprocess(blank, amount.optional()),
  /** The amount above the need somebody said is right. */
  confirm: z.string().max(20).optional(),
})
export type FactorMoveInput = z.output<typeof factorMove>

type Named = Readonly<{ id: string; name: string }>

/** A need as a line of 要素需求台账. Amounts are decimals in its own unit. */
export type FactorRow = Readonly<{
  id: string
  version: number
  project: Named & Readonly<{ open: boolean }>
  kind: FactorKind
  quantity: string
  unit: string
  provided: string
  gap: string
  needBy: PlainDate
  reason: string
  lead: Named | null
  state: FactorState
  committedOn: PlainDate | null
  /** The day it was promised for lies after the day it is needed. */
  tooLate: boolean
  alternative: string | null
  /** Day the office accepted what is done instead. */
  settledOn: PlainDate | null
  raisedOn: PlainDate
  level: Level
  why: Reason | null
  ruler: Ruler | null
}>

export type FactorPage = Readonly<{
  rows: readonly FactorRow[]
  total: number
  late: number
  counts: Readonly<Record<Exclude<FactorTab, 'board'>, number>>
}>

/** Needs by kind and by agency, and all of them together. */
export type FactorBoard = Readonly<{
  kinds: readonly FactorLine<FactorKind>[]
  agencies: readonly (FactorLine<string | null> & Readonly<{ name: string | null }>)[]
  all: FactorLine<'all'> | null
}>

/** One entry of a need's history 落实记录. */
export type FactorStep = Readonly<{
  id: string
  kind: 'RAISE' | FactorMoveKind
  on: PlainDate
  at: string
  by: string | null
  text: string | null
  provided: string | null
  committedOn: PlainDate | null
  lead: string | null
}>

/** A need with everything its page shows. */
export type FactorDetail = FactorRow &
  Readonly<{
    raisedBy: string | null
    steps: readonly FactorStep[]
    /** Moves the reader may make now. */
    moves: readonly FactorMoveKind[]
    /** Units that can be asked for it, where the reader may choose. */
    agencies: readonly Named[]
  }>
