import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { PaperBody, PaperChange, PaperKind, PaperRows } from '@/lib/domain/meeting/paper'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import type { Decision, MeetingState } from './meeting'
import { plainDate } from './procedure'

/** A paragraph is read aloud: longer than this it is two. */
export const PARAGRAPH_MAX = 2_000
export const PAPER_NOTE_MAX = 200
/** Paragraphs a paper has at most: topics of a meeting, twice, and what stands around them. */
const PARAGRAPHS_MAX = 200

const paperId = z.uuid()
const version = z.coerce.number().int()
const texts = z
  .record(z.string().max(80), z.string().max(PARAGRAPH_MAX, 'TEXT_TOO_LONG'))
  .refine((record) => Object.keys(record).length <= PARAGRAPHS_MAX, 'INPUT_UNREADABLE')

export const paperDraft = z.object({ weekOf: plainDate, kind: z.enum(['MINUTES', 'BRIEF']) })
export type PaperDraftInput = z.output<typeof paperDraft>

/** Texts by the key of their paragraph, as the form began and as they were left. */
export const paperEdit = z.object({
  paperId,
  text: texts.default({}),
  base: z.object({ text: texts.default({}) }).default({ text: {} }),
  pick: z.object({ text: z.record(z.string(), z.enum(['mine', 'theirs'])).default({}) }).default({ text: {} }),
  seen: z.object({ text: texts.default({}) }).default({ text: {} }),
})
export type PaperEditInput = z.output<typeof paperEdit>

export const paperSign = z.object({ paperId, version })
export type PaperSignInput = z.output<typeof paperSign>

export const paperCorrect = z.object({
  paperId,
  note: z.string().trim().min(1, 'CORRECTION_NOTE_MISSING').max(PAPER_NOTE_MAX, 'TEXT_TOO_LONG'),
})
export type PaperCorrectInput = z.output<typeof paperCorrect>

/** A version of a paper as its reader sees it. */
export type Paper = Readonly<{
  id: string
  version: number
  kind: PaperKind
  nth: number
  weekOf: PlainDate
  year: number
  week: number
  body: PaperBody
  note: string | null
  asOf: string
  signed: Readonly<{ by: string; at: string; checksum: string }> | null
  /** Paragraphs left out, because they are about topics of others 摘录. */
  hidden: number
  versions: readonly Readonly<{ nth: number; signedAt: string | null; note: string | null }>[]
}>

/** The latest version of a paper a reader may know. */
export type PaperState = Readonly<{ id: string; signed: boolean }>

/** What of the papers of a week there is for a reader. */
export type WeekPapers = Readonly<{
  meeting: MeetingState | null
  frozen: boolean
  minutes: PaperState | null
  brief: PaperState | null
}>

/** A draft, and what writing it again would change. */
export type Renewal = Readonly<{ paper: Paper; changes: readonly PaperChange[] }>

/** A row a figure counts. */
export type FigureProject = Readonly<{
  id: string
  name: string
  level: Level
  reason: string | null
  /** Whether there is a page to open. */
  open: boolean
}>
export type FigureRows = Readonly<{
  text: string
  rows: PaperRows
  /** Data line, or the time the minutes were written. */
  asOf: string
  projects: readonly FigureProject[]
  tasks: readonly Decision[]
  topics: readonly Readonly<{ id: string; name: string; projectId: string | null }>[]
  procedures: readonly Readonly<{ id: string; item: string; project: string }>[]
}>

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What the address of a paper says: which version, which figure is open. */
export const paperQuery = z.object({
  nth: one(z.coerce.number().int().min(1).max(999).optional()).catch(undefined),
  figure: one(z.string().max(40).optional()).catch(undefined),
})

const day = one(
  z
    .string()
    .transform((value) => parsePlainDate(value) ?? undefined)
    .optional(),
).catch(undefined)

export const HISTORY_FIGURES = ['meetings', 'decided', 'due', 'onTime', 'late', 'closed'] as const
export type HistoryFigure = (typeof HISTORY_FIGURES)[number]

/** What the address of the history says: a period, and the figure whose rows are open. */
export const historyQuery = z.object({
  from: day,
  to: day,
  unit: one(z.union([z.uuid(), z.literal('none')]).optional()).catch(undefined),
  figure: one(z.enum(HISTORY_FIGURES).optional()).catch(undefined),
})
export type HistoryQuery = z.infer<typeof historyQuery>

/** One unit, or the whole district, in the history. */
export type HistoryLine = Readonly<{
  unitId: string | null
  unit: string | null
  decided: number
  due: number
  onTime: number
  closed: number
  onTimeShare: number | null
  medianWd: number | null
}>

export type MeetingHistory = Readonly<{
  from: PlainDate
  to: PlainDate
  meetings: number
  /** Of how many the length is known. */
  timed: number
  averageMinutes: number | null
  total: HistoryLine
  units: readonly HistoryLine[]
  rows: Readonly<{
    meetings: readonly Readonly<{ weekOf: PlainDate; week: number; on: PlainDate; minutes: number | null }>[]
    tasks: readonly (Decision & Readonly<{ weekOf: PlainDate; takenWd: number | null }>)[]
  }>
}>
