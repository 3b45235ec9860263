import { z } from 'zod'
import type { Period } from '@/lib/domain/figure'
import type { Level } from '@/lib/domain/level-scale'
import type { TaskReason } from '@/lib/domain/meeting/task-level'
import type { PlainDate } from '@/lib/domain/plain-date'
import { cleanText } from '@/lib/domain/public-form'
import type { Clock } from '@/lib/domain/ruler'
import { type AnalysisLine, type ComplaintSums, halfYearOf } from '@/lib/domain/supervision/analysis'
import {
  SLIP_RESULTS,
  SLIP_RUNGS,
  SLIP_SOURCES,
  SLIP_STATES,
  type SlipMoveKind,
  type SlipResult,
  type SlipRung,
  type SlipSource,
  type SlipState,
} from '@/lib/domain/supervision/slip'
import type { NumberedSlip } from '@/lib/domain/supervision/slip-number'
import { plainDate } from './procedure'

/** Longest text of a slip and of what is said about it: half a page. */
export const SUPERVISION_TEXT_MAX = 1_000
export const SUPERVISION_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const id = one(z.uuid().optional()).catch(undefined)
const yes = one(z.literal('1').optional()).catch(undefined)
const day = one(plainDate.optional()).catch(undefined)

/** What the list can be asked for: what waits for somebody, each state, everything. */
export const SUPERVISION_VIEWS = ['open', ...SLIP_STATES, 'all'] as const
export type SupervisionView = (typeof SUPERVISION_VIEWS)[number]

/** What the address of the list says; anything it cannot read falls back to the default. */
export const supervisionFilter = z.object({
  state: one(z.enum(SUPERVISION_VIEWS).default('open')).catch('open'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  source: one(z.enum(SLIP_SOURCES).optional()).catch(undefined),
  result: one(z.enum(SLIP_RESULTS).optional()).catch(undefined),
  /** Unit it went to. */
  unit: id,
  /** Point the complaint behind it was said at. */
  point: id,
  /** Past its day without a reply. */
  late: yes,
  /** Replied by the day it was due. */
  intime: yes,
  /** Verified, and whoever it is about not asked yet. */
  revisit: yes,
  /** How far it went up the chain, at least. */
  rung: one(z.enum(SLIP_RUNGS).optional()).catch(undefined),
  /** Sent back to its unit once or more. */
  redone: yes,
  /** Days: when it was issued, or with `by` when it was closed. */
  from: day,
  to: day,
  by: one(z.literal('closed').optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type SupervisionFilter = z.infer<typeof supervisionFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
/** What it shows is what it says, on the page and on paper. */
const shown = (text: string) => cleanText(text, true)
const words = z.string().transform(shown).pipe(z.string().max(SUPERVISION_TEXT_MAX, 'TEXT_TOO_LONG')).default('')
const needed = (code: string) =>
  z.string(code).transform(shown).pipe(z.string().min(1, code).max(SUPERVISION_TEXT_MAX, 'TEXT_TOO_LONG'))
const chosen = z.preprocess(blank, z.uuid().optional())

/** A slip to be issued: about one complaint, procedure, problem or task. */
export const supervisionOpen = z.object({
  complaintId: chosen,
  procedureId: chosen,
  issueId: chosen,
  taskId: chosen,
  toOrgId: z.preprocess(blank, z.uuid('SUPERVISION_UNIT_MISSING')),
  matter: needed('SUPERVISION_MATTER_MISSING'),
  demand: needed('SUPERVISION_DEMAND_MISSING'),
  dueOn: z.preprocess(blank, plainDate.optional()),
})
export type SupervisionOpenInput = z.output<typeof supervisionOpen>

/** What a slip can be begun from, as the address of its form says it. */
export const supervisionStart = z.object({ complaint: id, procedure: id, issue: id, task: id })
export type SupervisionStartAddress = z.output<typeof supervisionStart>

export const supervisionMove = z.object({
  slipId: z.uuid(),
  version: z.coerce.number().int(),
  text: words,
  effect: words,
  result: z.preprocess(blank, z.enum(SLIP_RESULTS).optional()),
  /** `none`: nobody could be reached. */
  satisfied: z.preprocess(blank, z.enum(['yes', 'no', 'none']).optional()),
  dueOn: z.preprocess(blank, plainDate.optional()),
})
export type SupervisionMoveInput = z.output<typeof supervisionMove>

/** The days an analysis is of. */
export const analysisQuery = z.object({ from: day, to: day })

type Named = Readonly<{ id: string; name: string }>

/** What a slip is about, and where that is; no address where the reader has no door to it. */
export type SupervisionAbout = Readonly<{ text: string; href: string | null }>

/** A slip as a line of the list. */
export type SupervisionRow = Readonly<{
  id: string
  version: number
  number: number
  source: SlipSource
  about: SupervisionAbout | null
  point: string | null
  project: Readonly<{ id: string; name: string; href: string | null }> | null
  unit: Named
  matter: string
  demand: string
  issuedOn: PlainDate
  dueOn: PlainDate
  state: SlipState
  reply: string | null
  repliedOn: PlainDate | null
  firstReplyOn: PlainDate | null
  firstDueOn: PlainDate | null
  result: SlipResult | null
  verifiedOn: PlainDate | null
  effect: string | null
  revisitOn: PlainDate | null
  satisfied: boolean | null
  closedOn: PlainDate | null
  urgedOn: PlainDate | null
  headOn: PlainDate | null
  announcedOn: PlainDate | null
  redone: number
  level: Level
  reason: TaskReason
  clock: Clock | null
  /** What was done last because nobody answered. */
  rung: SlipRung | null
}>

export type SupervisionPage = Readonly<{
  rows: readonly SupervisionRow[]
  total: number
  late: number
  /** Slips the commission released: for whoever may know how many, and no more. */
  released: number | null
  byState: Readonly<Record<SupervisionView, number>>
}>

/** One entry of a slip's history. */
export type SupervisionStep = Readonly<{
  id: string
  nth: number
  kind: 'OPEN' | SlipMoveKind
  on: PlainDate
  at: string
  by: string | null
  text: string | null
  effect: string | null
  dueOn: PlainDate | null
  result: SlipResult | null
}>

/** A slip with everything its page shows. */
export type SupervisionDetail = SupervisionRow &
  Readonly<{
    issuedBy: string
    finding: string | null
    revisit: string | null
    steps: readonly SupervisionStep[]
    moves: readonly SlipMoveKind[]
    /** Nobody of the unit can sign in: somebody else writes down its reply. */
    silent: boolean
    /** The complaint it is about has no answer yet. */
    asksAnswer: boolean
    /** The day a new term would usually end. */
    usualDue: PlainDate
  }>

/** What the form of a new slip begins with. */
export type SupervisionStart = Readonly<{
  source: SlipSource
  about: SupervisionAbout
  matter: string
  unitId: string | null
  units: readonly Named[]
  usualDue: PlainDate
  address: SupervisionStartAddress
  /** The slip there is already about it. */
  running: (NumberedSlip & Readonly<{ id: string }>) | null
}>

export type AnalysisRow = AnalysisLine & Readonly<{ name: string | null }>

/** Half a year in figures: of everything, by point, by unit, by kind 半年分析. */
export type Analysis = Readonly<{
  total: ComplaintSums
  byPoint: readonly AnalysisRow[]
  byAgency: readonly AnalysisRow[]
  byKind: readonly AnalysisRow[]
  /** Complaints received month by month. */
  months: readonly Readonly<{ month: string; from: PlainDate; to: PlainDate; received: number }>[]
  slips: SupervisionSums
}>

/** What slips come to in some days. */
export type SupervisionSums = Readonly<{
  issued: number
  /** Replied for the first time by their day, of those that were replied to or are late. */
  inTime: number
  judged: number
  closed: number
  byResult: Readonly<Record<SlipResult, number>>
  redone: number
  announced: number
}>

/** The days an analysis is of: those asked for, or the half-year it is; days the wrong way round are said. */
export function analysisPeriod(
  { from, to }: z.output<typeof analysisQuery>,
  today: PlainDate,
): Readonly<{ period: Period; reversed: boolean }> {
  const usual = halfYearOf(today)
  const period = { from: from ?? usual.from, to: to ?? usual.to }
  // A first day alone may lie after today: then it is counted up to itself.
  if (period.from > period.to && (!from || !to))
    return { period: from ? { from, to: from } : { from: period.to, to: period.to }, reversed: false }
  return period.from > period.to ? { period: usual, reversed: true } : { period, reversed: false }
}
