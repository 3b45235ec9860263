import { z } from 'zod'
import {
  COMPLAINT_KINDS,
  COMPLAINT_STATES,
  type ComplaintKind,
  type ComplaintState,
} from '@/lib/domain/complaint/complaint'
import type { ComplaintMoveKind, ComplaintStepKind } from '@/lib/domain/complaint/move'
import type { Level } from '@/lib/domain/level-scale'
import type { TaskReason } from '@/lib/domain/meeting/task-level'
import type { PlainDate } from '@/lib/domain/plain-date'
import { cleanText, PUBLIC_FORM } from '@/lib/domain/public-form'
import type { Clock } from '@/lib/domain/ruler'
import { plainDate } from './procedure'

export const COMPLAINT_PAGE = 50
/** What somebody may say, where it was, and how to reach him. */
export const COMPLAINT_TEXT_MAX = 2_000
export const COMPLAINT_PLACE_MAX = 100
export const COMPLAINT_CONTACT_MAX = 60
/** What officials write about it; an answer is a page. */
export const COMPLAINT_WORDS_MAX = 500
export const COMPLAINT_ANSWER_MAX = 2_000
export const COMPLAINT_PHOTOS = PUBLIC_FORM.photos

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const yes = one(z.literal('1').optional()).catch(undefined)

/** What waits for somebody, each state, and everything. */
export const COMPLAINT_TABS = ['open', ...COMPLAINT_STATES, 'all'] as const
export type ComplaintTab = (typeof COMPLAINT_TABS)[number]

/** What the address of the list says; anything it cannot read falls back to the default. */
export const complaintFilter = z.object({
  state: one(z.enum(COMPLAINT_TABS).default('open')).catch('open'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  kind: one(z.enum(COMPLAINT_KINDS).optional()).catch(undefined),
  /** Point it was said at; `none` of what came another way. */
  point: one(z.union([z.uuid(), z.literal('none')]).optional()).catch(undefined),
  /** Unit that handles it; `none` while nobody does. */
  unit: one(z.union([z.uuid(), z.literal('none')]).optional()).catch(undefined),
  /** Past the day of the limit that runs. */
  late: yes,
  /** Its unit asks for more time, and nobody has decided. */
  asks: yes,
  /** How it was answered. */
  done: one(z.enum(['ontime', 'late']).optional()).catch(undefined),
  /** What whoever said it thinks of the answer. */
  rated: one(z.enum(['good', 'bad', 'none']).optional()).catch(undefined),
  /** Said before, or done anew. */
  repeat: yes,
  project: one(z.uuid().optional()).catch(undefined),
  taskforce: one(z.uuid().optional()).catch(undefined),
  /** Days it came in. */
  from: one(plainDate.optional()).catch(undefined),
  to: one(plainDate.optional()).catch(undefined),
  /** Only what somebody took up: what figures count. */
  counted: yes,
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type ComplaintFilter = z.infer<typeof complaintFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const said = (max: number) =>
  z
    .string()
    // What it shows is what it says: whoever filed it reads these words, or an office does.
    .transform((text) => cleanText(text, true))
    .pipe(z.string().max(max, 'TEXT_TOO_LONG'))
    .default('')

/** A complaint put in by an enterprise on its own page, or written down by the bureau when somebody rings. */
export const complaintEntry = z.object({
  kind: z.enum(COMPLAINT_KINDS, 'COMPLAINT_KIND_MISSING'),
  text: said(COMPLAINT_TEXT_MAX).refine((text) => text !== '', 'COMPLAINT_TEXT_MISSING'),
  place: said(COMPLAINT_PLACE_MAX).refine((text) => text !== '', 'COMPLAINT_PLACE_MISSING'),
  contact: said(COMPLAINT_CONTACT_MAX),
  pointId: z.preprocess(blank, z.uuid().optional()),
})
export type ComplaintEntryInput = z.output<typeof complaintEntry>

export const complaintMove = z.object({
  complaintId: z.uuid(),
  version: z.coerce.number().int(),
  text: said(COMPLAINT_ANSWER_MAX),
  unitId: z.preprocess(blank, z.uuid().optional()),
  /** The unit it is about. */
  againstId: z.preprocess(blank, z.uuid().optional()),
  kind: z.preprocess(blank, z.enum(COMPLAINT_KINDS).optional()),
  rating: z.preprocess(blank, z.coerce.number().int().min(1).max(5).optional()),
  good: z.preprocess(blank, z.enum(['yes', 'no', 'unknown']).optional()),
})
export type ComplaintMoveInput = z.output<typeof complaintMove>

/** It belongs to a project, and becomes a problem of it. */
export const complaintRelate = z.object({
  complaintId: z.uuid(),
  version: z.coerce.number().int(),
  projectId: z.preprocess(blank, z.uuid('COMPLAINT_PROJECT_MISSING')),
})
export type ComplaintRelateInput = z.output<typeof complaintRelate>

/** The same was said before: the number of what came first. */
export const complaintRepeat = z.object({
  complaintId: z.uuid(),
  version: z.coerce.number().int(),
  of: z.coerce.number('COMPLAINT_NUMBER_MISSING').int().min(1, 'COMPLAINT_NUMBER_MISSING').max(9_999_999),
})
export type ComplaintRepeatInput = z.output<typeof complaintRepeat>

type Named = Readonly<{ id: string; name: string }>

/** A complaint as a line of 诉求台账. */
export type ComplaintRow = Readonly<{
  id: string
  version: number
  number: number
  kind: ComplaintKind
  text: string
  place: string
  point: (Named & Readonly<{ number: number }>) | null
  state: ComplaintState
  lead: Named | null
  against: Named | null
  project: (Named & Readonly<{ open: boolean }>) | null
  filedOn: PlainDate
  receivedOn: PlainDate | null
  dueOn: PlainDate | null
  /** Day of the limit that runs now. */
  clockOn: PlainDate | null
  answeredOn: PlainDate | null
  closedOn: PlainDate | null
  rating: number | null
  revisitGood: boolean | null
  urged: number
  reopened: number
  /** The same was said before. */
  /** The earlier one it repeats, and whether the reader may open that. */
  repeatOf: Readonly<{ id: string; number: number; open: boolean }> | null
  /** It went on with that one instead of by itself. */
  merged: boolean
  level: Level
  reason: TaskReason
  clock: Clock | null
}>

export type ComplaintPage = Readonly<{
  rows: readonly ComplaintRow[]
  total: number
  late: number
  counts: Readonly<Record<ComplaintTab, number>>
}>

/** One entry of its history. */
export type ComplaintStep = Readonly<{
  nth: number
  kind: ComplaintStepKind
  on: PlainDate
  /** Null of whoever said it. */
  by: string | null
  unit: string | null
  text: string | null
  dueOn: PlainDate | null
  rating: number | null
  good: boolean | null
}>

/** A complaint with everything its page shows. */
export type ComplaintDetail = ComplaintRow &
  Readonly<{
    filedHour: number
    passedOn: PlainDate | null
    /** Null where nobody left one, or the reader does not handle it. */
    contact: string | null
    /** Somebody left a way to reach him, whether the reader sees it or not. */
    hasContact: boolean
    enterprise: string | null
    answer: string | null
    refusal: string | null
    revisit: string | null
    revisitOn: PlainDate | null
    askedOn: PlainDate | null
    extended: boolean
    issue: Readonly<{ id: string; number: number; open: boolean }> | null
    photos: readonly Readonly<{ id: string; nth: number }>[]
    steps: readonly ComplaintStep[]
    /** Moves the reader may make now. */
    moves: readonly ComplaintMoveKind[]
    /** Units it can go to, each with why it may not; empty where the reader passes nothing on. */
    units: readonly (Named & Readonly<{ refused: string | null }>)[]
    /** Units it can be about. */
    accusable: readonly Named[]
    /** Projects it can belong to; null where the reader does not say so. */
    projects: readonly Named[] | null
    mayRepeat: boolean
  }>

/** A complaint as whoever has its look-up code reads it. Nothing of it names him. */
export type ComplaintView = Readonly<{
  number: number
  kind: ComplaintKind
  state: ComplaintState
  filedOn: PlainDate
  receivedOn: PlainDate | null
  passedOn: PlainDate | null
  unit: string | null
  dueOn: PlainDate | null
  /** Working days left of the limit that runs, below 0 once it is past; null once it is answered. */
  daysLeft: number | null
  extended: boolean
  answer: string | null
  answeredOn: PlainDate | null
  rating: number | null
  mayRate: boolean
  mayAdd: boolean
  mayUrge: boolean
  refusal: string | null
  /** How the one stands that said the same before, where this one goes on with it; no word of it. */
  merged: Readonly<{ state: ComplaintState; unit: string | null; dueOn: PlainDate | null }> | null
  closedOn: PlainDate | null
  steps: readonly Readonly<{ kind: ComplaintStep['kind']; on: PlainDate; unit: string | null; text: string | null }>[]
}>
