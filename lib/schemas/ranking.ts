import { z } from 'zod'
import type { PlainDate } from '@/lib/domain/plain-date'
import { COUNTS_FOR, type CountedItem, type CountsFor, type REMEDIES } from '@/lib/domain/ranking/item'
import type { RankingDates, RankingState } from '@/lib/domain/ranking/life'
import type { ParameterChange, RankingParameters } from '@/lib/domain/ranking/parameters'
import type { Means, ProjectLine, RankingContent, RankingRow } from '@/lib/domain/ranking/row'
import { RANKING_TABLES, type RankingTable, type TableSight } from '@/lib/domain/ranking/sight'
import { INDICATORS, SCORE_TABLES, type ScoreTable } from '@/lib/domain/score'

/** A claim is read beside its item. */
export const CLAIM_MAX = 300
/** A reason is printed with the decision. */
export const DECISION_MAX = 300
export const RANKING_NOTE_MAX = 200
const EVIDENCE_MAX = 5
const CHANGES_MAX = 50

const version = z.coerce.number().int()
export const rankingMonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'MONTH_INVALID')
const seq = z.coerce.number().int().min(1)
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

/** What the system has already and an objection may point at. */
export const EVIDENCE_KINDS = ['PROCEDURE', 'PROJECT', 'ISSUE', 'FACTOR', 'ATTACHMENT', 'TASK'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]
/** A reference as a form sends it: `PROCEDURE:id`. */
const evidence = z
  .string()
  .regex(/^(PROCEDURE|PROJECT|ISSUE|FACTOR|ATTACHMENT|TASK):[0-9a-f-]{36}$/, 'EVIDENCE_UNKNOWN')
  .transform((text) => {
    const [kind, id] = text.split(':') as [EvidenceKind, string]
    return { kind, id }
  })

export const rankingObject = z.object({
  month: rankingMonthText,
  table: z.enum(SCORE_TABLES),
  subjectId: z.uuid(),
  indicator: z.enum(COUNTS_FOR),
  /** The item it is about; left out where a point is missing altogether. */
  seq: optional(seq),
  claim: z.string().trim().min(1, 'CLAIM_MISSING').max(CLAIM_MAX, 'TEXT_TOO_LONG'),
  evidence: z.array(evidence).max(EVIDENCE_MAX, 'EVIDENCE_MANY').default([]),
})
export type RankingObjectInput = z.output<typeof rankingObject>

/** An item and what becomes of it, as a form sends it: `12:LEAVE_OUT`. */
const change = (form: RegExp) =>
  z
    .string()
    .regex(form, 'INPUT_UNREADABLE')
    .transform((text) => {
      const [number, remedy] = text.split(':') as [string, (typeof REMEDIES)[number]]
      return { seq: Number(number), remedy }
    })
const changes = (form: RegExp) =>
  z
    .array(change(form))
    .max(CHANGES_MAX, 'CHANGES_MANY')
    .refine((all) => new Set(all.map(({ seq }) => seq)).size === all.length, 'CHANGE_TWICE')
    .default([])
/** Nobody objects to have an item counted as not done. */
const objectionChanges = changes(/^\d{1,7}:(LEAVE_OUT|COUNT_GOOD)$/)
const correctionChanges = changes(/^\d{1,7}:(LEAVE_OUT|COUNT_GOOD|COUNT_BAD)$/)
/** Nothing ticked, whatever else is wrong with the form. */
const unticked = (value: unknown): boolean => {
  const { changes: sent } = (value ?? {}) as Record<string, unknown>
  return sent === undefined || (Array.isArray(sent) && sent.length === 0)
}

export const rankingDecide = z
  .object({
    objectionId: z.uuid(),
    version,
    verdict: z.enum(['ACCEPTED', 'REFUSED'], 'VERDICT_MISSING'),
    reason: z.string().trim().min(1, 'REASON_MISSING').max(DECISION_MAX, 'TEXT_TOO_LONG'),
    changes: objectionChanges,
  })
  .refine(() => false, {
    path: ['changes'],
    message: 'CHANGE_MISSING',
    when: ({ value }) => (value as Record<string, unknown> | null)?.verdict === 'ACCEPTED' && unticked(value),
  })
export type RankingDecideInput = z.output<typeof rankingDecide>

/** `version` is that of the month: who publishes has seen what he publishes. */
export const rankingPublish = z.object({ month: rankingMonthText, version })
export type RankingPublishInput = z.output<typeof rankingPublish>

export const rankingCorrect = z
  .object({
    month: rankingMonthText,
    version,
    note: z.string().trim().min(1, 'CORRECTION_NOTE_MISSING').max(RANKING_NOTE_MAX, 'TEXT_TOO_LONG'),
    changes: correctionChanges,
    /** The row it is corrected from, where whoever corrects is led back to. */
    table: optional(z.enum(SCORE_TABLES)),
    subjectId: optional(z.uuid()),
  })
  .refine(() => false, {
    path: ['changes'],
    message: 'CHANGE_MISSING',
    when: ({ value }) => unticked(value),
  })
export type RankingCorrectInput = z.output<typeof rankingCorrect>

const whole = z.coerce.number({ error: 'INPUT_UNREADABLE' })
const byIndicator = <T extends z.ZodType>(schema: T) =>
  z.object(Object.fromEntries(INDICATORS.map((i) => [i, schema])) as Record<(typeof INDICATORS)[number], T>)
const tableParameters = z.object({
  weights: byIndicator(whole),
  deduction: z.object({ each: whole, cap: whole }),
  startMeans: byIndicator(z.string().trim().max(12, 'RANKING_MEAN_INVALID')),
})
/** Shape only; what the numbers may be is said by `checkRankingParameters`. Field names: `tables.STEWARD.weights.A` … */
export const rankingParameters = z.object({
  tables: z.object({
    STEWARD: tableParameters,
    AGENCY: tableParameters,
    TASKFORCE: tableParameters,
    AREA: tableParameters,
  }),
  priors: byIndicator(whole),
  fewestDue: whole,
  fewestProjects: whole,
  remindBelow: whole,
  praise: whole,
  ownRedWd: whole,
  progressSpanPp: whole,
  days: z.object({ draft: whole, object: whole, decide: whole, publish: whole }),
  publishStewardNames: z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean()),
})

export const rankingRulesPropose = rankingParameters.extend({
  note: z.string().trim().min(1, 'REASON_MISSING').max(RANKING_NOTE_MAX, 'TEXT_TOO_LONG'),
})
export type RankingRulesProposeInput = z.output<typeof rankingRulesPropose>

export const rankingRulesDecide = z.object({
  rulesId: z.uuid(),
  version,
  verdict: z.enum(['APPROVED', 'REFUSED'], 'VERDICT_MISSING'),
  answer: optional(z.string().trim().max(RANKING_NOTE_MAX, 'TEXT_TOO_LONG')),
})
export type RankingRulesDecideInput = z.output<typeof rankingRulesDecide>

export const rankingRulesWithdraw = z.object({ rulesId: z.uuid(), version })
export type RankingRulesWithdrawInput = z.output<typeof rankingRulesWithdraw>

export const rating = z.object({
  table: z.enum(['STEWARD', 'AGENCY']),
  subjectId: z.uuid(),
  stars: z.coerce
    .number({ error: 'STARS_MISSING' })
    .int('STARS_MISSING')
    .min(1, 'STARS_MISSING')
    .max(5, 'STARS_MISSING'),
})
export type RatingInput = z.output<typeof rating>

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What the address of the ranking says. */
export const rankingQuery = z.object({
  month: one(rankingMonthText.optional()).catch(undefined),
  table: one(z.enum(RANKING_TABLES).optional()).catch(undefined),
  group: one(z.string().max(40).optional()).catch(undefined),
  show: one(z.uuid().optional()).catch(undefined),
  nth: one(z.coerce.number().int().min(1).max(999).optional()).catch(undefined),
})
export type RankingQuery = z.infer<typeof rankingQuery>

/** A month in the list of months. */
export type RankingMonthLine = Readonly<{
  month: string
  state: RankingState
  /** Latest signed version; null while there is none. */
  number: number | null
  publishedAt: string | null
}>

/** A version of a month, as its head says it. */
export type RankingEdition = Readonly<{
  number: number
  note: string | null
  asOf: string
  signed: Readonly<{ by: string; at: string; checksum: string }> | null
  rulesNumber: number
  colourRules: number
}>

/** Last month's place, and scores of the last twelve months in tenths of a point, oldest first; null: none. */
export type Trend = Readonly<{
  before: Readonly<{ rank: number | null; score: string }> | null
  series: readonly (number | null)[]
}>

export type RankedRow = RankingRow & Trend
export type ProjectRow = ProjectLine & Trend

/** A scored table as an actor sees it. */
export type ScoredTable = Readonly<{
  table: ScoreTable
  sight: TableSight
  rows: readonly RankedRow[]
  /** Rows of the table, those he does not see included. */
  count: number
  means: Means
  median: string | null
}>

export type ObjectionLine = Readonly<{
  id: string
  version: number
  table: ScoreTable
  subjectId: string
  subject: string
  indicator: CountsFor
  seq: number | null
  itemLabel: string | null
  claim: string
  evidence: readonly Readonly<{ kind: EvidenceKind; id: string; label: string }>[]
  raisedBy: string
  raisedOn: PlainDate
  state: 'OPEN' | 'ACCEPTED' | 'REFUSED'
  reason: string | null
  changes: readonly Readonly<{ seq: number; remedy: (typeof REMEDIES)[number]; label: string }>[]
  decidedBy: string | null
  decidedAt: string | null
}>

/** A month as an actor sees it. */
export type RankingMonth = Readonly<{
  month: string
  /** Version of the row: what a form to publish or correct sends back. */
  version: number
  state: RankingState
  days: RankingDates
  /** The version shown, and all there are for him, newest first. */
  edition: RankingEdition
  editions: readonly RankingEdition[]
  /** Parameters frozen with the version. */
  parameters: RankingParameters
  overall: RankingContent['overall']
  tables: readonly ScoredTable[]
  /** Null where he sees no projects. */
  projects: readonly ProjectRow[] | null
  objections: readonly ObjectionLine[]
  /** Months of the series, oldest first, the month itself last. */
  months: readonly string[]
  may: Readonly<{
    /** Subjects he may object for, while objections may be raised. */
    object: readonly string[]
    decide: boolean
    /** Null: he may publish; otherwise the code that says why not. FORBIDDEN for whoever never may. */
    publish: string | null
    correct: boolean
  }>
}>

/** Where a score comes from 分数从哪来. */
export type RankingSubject = Readonly<{
  month: string
  state: RankingState
  days: RankingDates
  edition: RankingEdition
  editions: readonly RankingEdition[]
  parameters: RankingParameters
  table: ScoreTable
  row: RankedRow
  means: Means
  median: string | null
  /** Rows of the table. */
  count: number
  /** Every item, counted and left out, by indicator and then by day; `open` says whether the reader may open its page. */
  items: readonly SubjectItem[]
  months: readonly string[]
  objections: readonly ObjectionLine[]
  climb: readonly ClimbStep[]
  /** What an objection may point at, of each item what it is about first; empty where none may be raised. */
  offered: readonly OfferedEvidence[]
  may: Readonly<{ object: boolean; decide: boolean }>
}>

export type SubjectItem = CountedItem &
  Readonly<{
    /** Page of the fact; null where he may not open it, or there is none. */
    href: string | null
    /** Points it adds to the score as it stands, to two places; null for what is left out. */
    points: string | null
  }>

/** “完成这 n 件可升到第 m”: the items, by number, and what the rules say when they are done. */
export type ClimbStep = Readonly<{ seqs: readonly number[]; rank: number; score: string }>

/** Something an objection may point at, with the project it is about. */
export type OfferedEvidence = Readonly<{ kind: EvidenceKind; id: string; label: string; projectId: string | null }>

/** A version of the parameters. */
export type RankingRulesLine = Readonly<{
  id: string
  version: number
  number: number
  state: 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN'
  effectiveMonth: string | null
  note: string
  proposedBy: string
  proposedAt: string
  answer: string | null
  decidedBy: string | null
  decidedAt: string | null
  parameters: RankingParameters
  /** Against the version before it. */
  changes: readonly ParameterChange[]
  mine: boolean
}>

export type RankingRulesPage = Readonly<{
  /** In force for the month being counted now. */
  current: RankingParameters
  currentNumber: number
  /** Approved and not yet in force. */
  coming: RankingRulesLine | null
  proposal: RankingRulesLine | null
  versions: readonly RankingRulesLine[]
  /** First month a proposal approved today would rank. */
  effectiveMonth: string
  may: Readonly<{ propose: boolean; decide: boolean; withdraw: boolean }>
}>

/** Whom a contact may rate this month, and what he has said. */
export type RatingLine = Readonly<{
  table: 'STEWARD' | 'AGENCY'
  subjectId: string
  name: string
  /** Projects he knows them by. */
  projects: readonly string[]
  stars: number | null
}>

/** A district of the city in a month: latest published version only. */
export type DistrictMonth = Readonly<{
  districtId: string
  code: string
  district: string
  month: string
  number: number
  publishedAt: string
  checksum: string
  overall: RankingContent['overall']
  means: RankingContent['means']
  medians: RankingContent['medians']
}>
export type CityMonth = Readonly<{
  city: string
  month: string
  months: readonly string[]
  districts: readonly DistrictMonth[]
}>

export type { RankingTable }
