import { z } from 'zod'
import type { BriefingBody } from '@/lib/domain/briefing/paper'
import { PERIOD_PRESETS } from '@/lib/domain/briefing/period'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Stage } from '@/lib/domain/project'
import { addressDay } from './address-day'
import { plainDate } from './procedure'

/** A paragraph is read aloud: longer than this it is two. */
export const TEMPLATE_MAX = 1_000
export const BRIEFING_NOTE_MAX = 200
export const BRIEFING_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

export const BRIEFING_TABS = ['all', 'draft', 'published'] as const

/** What the address of the list says. */
export const briefingFilter = z.object({
  state: one(z.enum(BRIEFING_TABS).default('all')).catch('all'),
  page: one(z.coerce.number().int().min(1).max(10_000).default(1)).catch(1),
})
export type BriefingFilter = z.infer<typeof briefingFilter>

/** What the address of the form for a new one says. */
export const newBriefingQuery = z.object({
  preset: one(z.enum(PERIOD_PRESETS).default('YEAR')).catch('YEAR'),
  from: addressDay,
  to: addressDay,
})

/** What the address of a paper says: which version, beside the one before. */
export const briefingQuery = z.object({
  nth: one(z.coerce.number().int().min(1).max(999).optional()).catch(undefined),
  just: one(z.enum(['created', 'saved', 'published']).optional()).catch(undefined),
})

export const driveQuery = z.object({ taskforce: one(z.uuid().optional()).catch(undefined) })

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
export const briefingCreate = z.object({
  fromOn: plainDate,
  toOn: plainDate,
  taskforceId: z.preprocess(blank, z.uuid().optional()),
})
export type BriefingCreateInput = z.output<typeof briefingCreate>

const template = z.string().max(TEMPLATE_MAX, 'TEXT_TOO_LONG')
const texts = z.record(z.string().max(40), template)
const base = z.object({ text: texts.default({}) }).default({ text: {} })

/** Templates by the key of their paragraph, as the form began and as they were left. */
export const briefingEdit = z.object({ briefingId: z.uuid(), text: texts.default({}), base })
export type BriefingEditInput = z.output<typeof briefingEdit>

export const briefingTemplateSave = z.object({
  key: z.string().max(40),
  text: template.default(''),
  /** Which version the form began with. */
  nth: z.coerce.number().int().min(0),
})
export type BriefingTemplateInput = z.output<typeof briefingTemplateSave>
export const briefingTemplateReset = briefingTemplateSave.pick({ key: true, nth: true })

export const briefingPublish = z.object({ briefingId: z.uuid(), seen: z.string().max(80) })
export type BriefingPublishInput = z.output<typeof briefingPublish>

export const briefingCorrect = z.object({
  briefingId: z.uuid(),
  note: z.string().trim().min(1, 'CORRECTION_NOTE_MISSING').max(BRIEFING_NOTE_MAX, 'TEXT_TOO_LONG'),
})
export type BriefingCorrectInput = z.output<typeof briefingCorrect>

/** Whose paper it is: the district's, or a task force's. */
export type BriefingScope = Readonly<{ id: string | null; name: string | null }>

/** A briefing as a line of the list, by its latest edition its reader may know. */
export type BriefingRow = Readonly<{
  id: string
  year: number
  number: number
  period: Period
  scope: BriefingScope
  nth: number
  asOf: string | null
  published: Readonly<{ by: string; at: string }> | null
}>
export type BriefingPage = Readonly<{
  rows: readonly BriefingRow[]
  total: number
  counts: Readonly<Record<(typeof BRIEFING_TABS)[number], number>>
}>

/** An edition of a briefing as its reader sees it. */
export type BriefingPaper = Readonly<{
  id: string
  year: number
  number: number
  period: Period
  scope: BriefingScope
  nth: number
  body: BriefingBody
  /** Paragraphs left out, because they are not this reader's business. */
  hidden: number
  note: string | null
  asOf: string
  rulesVersion: number
  published: Readonly<{ by: string; at: string; checksum: string }> | null
  /** Of a draft, what it says now: publishing asks for it. */
  seen: string
  versions: readonly Readonly<{ nth: number; publishedAt: string | null }>[]
  /** What the briefing of the same scope before this one said, where there is one. */
  before: Readonly<{ id: string; period: Period; figures: BriefingBody['figures'] }> | null
}>

/** A paragraph as the office words it. */
export type EditedParagraph = Readonly<{
  key: string
  section: string
  /** Number in its section. */
  nth: number
  /** As it stands in this paper. */
  text: string
  /** As the district's standard has it. */
  standard: string
  /** What the paper says now; null where nobody counts what it names. */
  said: string | null
}>
export type BriefingDraft = Readonly<{
  id: string
  period: Period
  scope: BriefingScope
  note: string | null
  paragraphs: readonly EditedParagraph[]
  figures: readonly Figure[]
}>

/** A paragraph of the standard text with what became of it. */
export type StandardLine = Readonly<{
  key: string
  section: string
  nth: number
  text: string
  /** What the product came with. */
  shipped: string
  /** Versions of the office, newest first; `text` null where it took the shipped one again. */
  history: readonly Readonly<{ nth: number; text: string | null; by: string; on: PlainDate }>[]
}>

/** What one leader or task force answers for. */
export type DriveGroup = Readonly<{
  id: string
  name: string
  projects: number
  /** Projects that state what they cost, and their sum. */
  stated: number
  totalFen: bigint
  stages: Readonly<Record<Stage, number>>
}>
export type Drive = Readonly<{
  /** All of them together. */
  all: Omit<DriveGroup, 'id' | 'name'>
  heads: readonly Readonly<{ id: string; name: string; title: string }>[]
  taskforces: readonly DriveGroup[]
  leaders: readonly DriveGroup[]
  stewards: readonly Readonly<{ id: string; name: string; projects: number; over: boolean }>[]
}>
