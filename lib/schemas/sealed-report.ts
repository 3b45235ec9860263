import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Clock } from '@/lib/domain/ruler'
import {
  REPORT_MOVES,
  REPORT_STATES,
  type ReportLimit,
  type ReportMove,
  type ReportState,
} from '@/lib/domain/sealed-report'
import { plainDate } from './procedure'

/** Longest text of a report, and of what the commission writes about it. */
export const REPORT_TEXT_MAX = 5_000
export const REPORT_NOTE_MAX = 2_000
export const REPORT_ABOUT_MAX = 120
export const REPORT_NAME_MAX = 40
export const REPORT_CONTACT_MAX = 80
export const REPORT_PAGE = 20
/** What is asked of a release: as much as a slip takes. */
export const RELEASE_TEXT_MAX = 500

/** Every sealed text is as long as the next multiple of this: its length tells nothing. */
export const LETTER_BLOCK = 2_048
export const NOTE_BLOCK = 512
export const PHOTO_BLOCK = 32_768

/** How a report came: by the code, or to the commission in the old ways 来信来访来电. */
export const REPORT_WAYS = ['CODE', 'LETTER', 'VISIT', 'CALL'] as const
export type ReportWay = (typeof REPORT_WAYS)[number]

/** What is inside the seal. Nothing of it is anywhere else. */
export const reportLetter = z.object({
  way: z.enum(REPORT_WAYS),
  about: z.string(),
  text: z.string(),
  /** The point whose plate was scanned, in words. */
  point: z.string().nullable(),
  realName: z.object({ name: z.string(), contact: z.string() }).nullable(),
})
export type ReportLetter = z.infer<typeof reportLetter>

/** Kinds of picture a photo can be: no browser runs any of them. */
export const PHOTO_KINDS = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoKind = (typeof PHOTO_KINDS)[number]

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What the list of reports can be asked for: what waits for the commission, each state, everything. */
export const REPORT_VIEWS = ['open', ...REPORT_STATES, 'all'] as const
export type ReportView = (typeof REPORT_VIEWS)[number]

/** What the address of the list says; anything it cannot read falls back to the default. */
export const reportFilter = z.object({
  view: one(z.enum(REPORT_VIEWS).default('open')).catch('open'),
  /** Past its limit. */
  late: one(z.literal('1').optional()).catch(undefined),
  /** Days they came in. */
  from: one(plainDate.optional()).catch(undefined),
  to: one(plainDate.optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(10_000).default(1)).catch(1),
})
export type ReportFilter = z.infer<typeof reportFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const version = z.coerce.number().int()
/** Bytes as a form carries them: base 64. */
const bytes = (least: number, most: number) =>
  z
    .base64({ error: 'SEAL_BROKEN' })
    .transform((text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
    .refine(({ length }) => length >= least && length <= most, 'SEAL_BROKEN')
const exactly = (length: number) => bytes(length, length)
/** A sealed text of a block size: what libsodium adds is 48 bytes. */
const sealed = (most: number, block: number) => bytes(block + 48, 4 * most + 2 * block + 48)

const wrapping = {
  wrapped: exactly(72),
  salt: exactly(16),
  ops: z.coerce.number().int().min(2).max(64),
  memory: z.coerce
    .number()
    .int()
    .min(32 * 2 ** 20)
    .max(2 ** 30),
}

export const keyMake = z.object({
  publicKey: exactly(32),
  /** Secret of the key before, sealed to this one. */
  before: z.preprocess(blank, exactly(80).optional()),
  /** Number of the key it follows; 0 for the first. */
  after: z.coerce.number().int().min(0),
  ...wrapping,
})
export type KeyMakeInput = z.output<typeof keyMake>

export const keyChange = z.object({ keyId: z.uuid(), version, ...wrapping })
export type KeyChangeInput = z.output<typeof keyChange>

export const reportMove = z.object({
  reportId: z.uuid(),
  version,
  kind: z.enum(REPORT_MOVES, { error: 'REPORT_MOVE_ILLEGAL' }),
  realName: z.preprocess(blank, z.enum(['1', '0']).optional()),
  /** What the commission writes for its own file, sealed to its key, and what it wrote to the author with it. */
  note: z.preprocess(blank, sealed(2 * REPORT_NOTE_MAX + 100, NOTE_BLOCK).optional()),
  keyId: z.preprocess(blank, z.uuid().optional()),
  /** What the author reads by his code, sealed to it. */
  word: z.preprocess(blank, sealed(REPORT_NOTE_MAX, NOTE_BLOCK).optional()),
})
export type ReportMoveInput = z.output<typeof reportMove>

export const reportRecord = z.object({
  keyId: z.uuid(),
  filedOn: plainDate,
  letter: sealed(REPORT_TEXT_MAX + 500, LETTER_BLOCK),
})
export type ReportRecordInput = z.output<typeof reportRecord>

const written = (code: string) => z.string().trim().min(1, code).max(RELEASE_TEXT_MAX, 'TEXT_TOO_LONG')

export const reportRelease = z.object({
  reportId: z.uuid(),
  version,
  toOrgId: z.uuid('UNIT_MISSING'),
  matter: written('RELEASE_TEXT_MISSING'),
  demand: written('RELEASE_TEXT_MISSING'),
  dueOn: z.preprocess(blank, plainDate.optional()),
})
export type ReportReleaseInput = z.output<typeof reportRelease>

/** A key as the commission's browser needs it; bytes in base 64. */
export type WrappedKey = Readonly<{
  id: string
  version: number
  number: number
  publicKey: string
  wrapped: string
  salt: string
  ops: number
  memory: number
  before: string | null
  madeOn: PlainDate
  madeBy: string
  changedOn: PlainDate | null
  retiredOn: PlainDate | null
  /** Reports that are sealed to it. */
  reports: number
}>

/** A report as a line of the list; what was told is still sealed. */
export type ReportRow = Readonly<{
  id: string
  version: number
  keyId: string
  sealed: string
  filedOn: PlainDate
  filedHour: number | null
  register: Readonly<{ year: number; number: number }> | null
  realName: boolean | null
  state: ReportState
  limit: ReportLimit | null
  level: Level
  clock: Clock | null
  photos: number
}>

export type ReportPage = Readonly<{
  rows: readonly ReportRow[]
  total: number
  late: number
  counts: Readonly<Record<ReportView, number>>
}>

export type ReportStep = Readonly<{
  nth: number
  kind: ReportMove | 'RELEASE'
  to: ReportState
  on: PlainDate
  by: string
  keyId: string | null
  sealed: string | null
}>

/** A report with everything its page shows. */
export type ReportDetail = ReportRow &
  Readonly<{
    replyKey: string | null
    registeredOn: PlainDate | null
    toldOn: PlainDate | null
    closedOn: PlainDate | null
    answeredOn: PlainDate | null
    released: number
    files: readonly string[]
    steps: readonly ReportStep[]
    moves: readonly ReportMove[]
    releasable: boolean
  }>

/** What the author of a report reads by his code. */
export type ReportStanding = Readonly<{
  state: ReportState
  filedOn: PlainDate
  registeredOn: PlainDate | null
  toldOn: PlainDate | null
  closedOn: PlainDate | null
  answeredOn: PlainDate | null
  /** What the commission wrote to him. */
  told: string | null
  answer: string | null
}>
