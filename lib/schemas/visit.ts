import { z } from 'zod'
import type { Booking } from '@/lib/domain/booking'
import type { PlainDate } from '@/lib/domain/plain-date'
import { VISIT_STATES, type VisitMoveKind, type VisitState } from '@/lib/domain/visit-plan'
import { blankAsNone, listAsks, one, WORDS_MAX, words } from './address'
import { plainDate } from './procedure'

/** The week, what still stands, each state, and everything. */
export const VISIT_TABS = ['week', ...VISIT_STATES, 'all'] as const
export type VisitTab = (typeof VISIT_TABS)[number]

/** What the address of the visits says. */
export const visitFilter = z.object({
  ...listAsks,
  state: one(z.enum(VISIT_TABS).default('week')).catch('week'),
  /** A day of the week that is shown. */
  week: one(plainDate.optional()).catch(undefined),
  unit: one(z.uuid().optional()).catch(undefined),
  /** What came of it. */
  result: one(z.enum(['problem', 'decision']).optional()).catch(undefined),
})
export type VisitFilter = z.infer<typeof visitFilter>

export const visitPlanning = z.object({
  enterprise: z.string().trim().min(1, 'ENTERPRISE_MISSING').max(120, 'TEXT_TOO_LONG'),
  unitId: z.preprocess(blankAsNone, z.uuid().optional()),
  on: plainDate,
  purpose: z.string().trim().min(1, 'VISIT_PURPOSE_MISSING').max(WORDS_MAX, 'TEXT_TOO_LONG'),
  /** The booking somebody has seen and goes besides all the same. */
  confirm: z.string().optional(),
})
export type VisitPlanning = z.output<typeof visitPlanning>

export const visitMoving = z.object({
  visitId: z.uuid(),
  version: z.coerce.number().int(),
  dayOn: z.preprocess(blankAsNone, plainDate.optional()),
  text: words,
  decision: words,
  problem: z.string().trim().max(2000, 'TEXT_TOO_LONG').default(''),
})
export type VisitMoving = z.output<typeof visitMoving>

export const visitMerging = z.object({
  keepId: z.uuid(),
  visitIds: z.array(z.uuid()).min(1).max(20),
})
export type VisitMerging = z.output<typeof visitMerging>

type Named = Readonly<{ id: string; name: string }>

/** A visit as a line of a list. */
export type VisitRow = Readonly<{
  id: string
  version: number
  enterprise: Named
  on: PlainDate
  /** What it is for; of one several were made into, what each unit comes for. */
  purposes: readonly Readonly<{ id: string; unit: string; text: string }>[]
  state: VisitState
  unit: Named
  /** Units that come along. */
  along: readonly Named[]
  /** The visit it goes along with. */
  into: Readonly<{ id: string; on: PlainDate; unit: string }> | null
  word: string | null
  decision: string | null
  issue: Readonly<{ id: string; number: number; title: string }> | null
  moves: readonly VisitMoveKind[]
}>

/** Visits that should be one, as the page proposes it. */
export type VisitProposal = Readonly<{ keep: VisitRow; along: readonly VisitRow[]; mine: boolean }>

export type VisitPage = Readonly<{
  rows: readonly VisitRow[]
  total: number
  counts: Readonly<Partial<Record<VisitState, number>>>
}>

export type VisitStep = Readonly<{
  id: string
  kind: string
  on: PlainDate
  by: string | null
  text: string | null
  dayOn: PlainDate | null
}>

export type VisitDetail = VisitRow &
  Readonly<{
    plannedBy: string | null
    steps: readonly VisitStep[]
    /** Other things the enterprise is booked for in that week. */
    booked: readonly Booking[]
    /** Whether the reader may raise a problem from it. */
    raises: boolean
  }>
