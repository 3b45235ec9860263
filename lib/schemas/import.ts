import { z } from 'zod'
import { LEDGER_FIELDS } from '@/lib/domain/ledger-column'
import { ANSWER_KINDS } from '@/lib/domain/ledger-snapshot'
import type { Level } from '@/lib/domain/level-scale'
import type { LiveReason } from './project-row'

/** Steps of an import after the file is there. */
export const IMPORT_STEPS = ['columns', 'names', 'preview'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

/** Which rows of a preview are shown: those to look at, or those of one verdict. */
export const PREVIEW_VIEWS = ['todo', 'error', 'changed', 'new', 'unchanged'] as const
export type PreviewView = (typeof PREVIEW_VIEWS)[number]
export const PREVIEW_SIZE = 50

const page = z.coerce.number().int().min(1).max(10_000).catch(1)

/** Why something asked of an import was refused; its words are looked up. */
const refusalCode = z
  .string()
  .regex(/^[A-Z_]{3,40}$/)
  .optional()
  .catch(undefined)

const secondsSaid = z.coerce.number().int().min(1).max(3_600).optional().catch(undefined)

/** The address of a draft: the step, the rows shown, the page. Anything else is the beginning. */
export const importAddress = z.object({
  step: z.enum(IMPORT_STEPS).optional().catch(undefined),
  show: z.enum(PREVIEW_VIEWS).catch('todo'),
  page,
  /** The library changed while the preview was read. */
  stale: z.literal('1').optional().catch(undefined),
  /** So many cells were just mended. */
  mended: z.coerce.number().int().min(0).max(1_000).optional().catch(undefined),
  /** They were mended instead of writing: what was typed is checked and looked at first. */
  first: z.literal('1').optional().catch(undefined),
  refused: refusalCode,
  seconds: secondsSaid,
})
export type ImportAddress = z.infer<typeof importAddress>

/** The address of the list of imports. */
export const importsAddress = z.object({
  page,
  refused: refusalCode,
  limit: z.coerce.number().int().min(0).max(10_000_000).optional().catch(undefined),
  most: z.coerce.number().int().min(0).max(1_000).optional().catch(undefined),
  seconds: secondsSaid,
  done: z.enum(['nothing', 'discarded']).optional().catch(undefined),
})

/** What the result of an import says beside itself: how much an undo put back, and whom it left. */
export const batchAddress = z.object({
  restored: z.coerce.number().int().min(0).optional().catch(undefined),
  removed: z.coerce.number().int().min(0).optional().catch(undefined),
  kept: z.coerce.number().int().min(0).optional().catch(undefined),
  /** Asked to be taken back: what that does is said first. */
  undo: z.literal('1').optional().catch(undefined),
  refused: refusalCode,
  seconds: secondsSaid,
})

// A header or a name of a ledger; nothing longer is one.
const TEXT_MAX = 200
const text = z.string().min(1).max(TEXT_MAX)
const target = z.string().trim().max(TEXT_MAX)
// A field has its number as its name: what is asked stands beside the answer, numbered alike.
const numbered = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^\d{1,4}$/), value).default({})
const draft = z.object({ draftId: z.uuid() })

/** What each header is taken for 对列; `''` leaves it to the importer. */
export const importColumns = draft.extend({
  text: numbered(text),
  target: numbered(z.enum(LEDGER_FIELDS).or(z.literal(''))),
})

/** Who or what the names of a ledger mean 对人和单位; `''` is no answer. */
export const importNames = draft.extend({
  kind: numbered(z.enum(ANSWER_KINDS)),
  text: numbered(text),
  target: numbered(target),
})

// Which cell a field mends: row, column, sheet. What it says may be empty: then the cell is.
const CELL = /^(\d{1,7}):(\d{1,3}):([\s\S]{1,100})$/

const cellPlace = z
  .string()
  .regex(CELL)
  .transform((at) => {
    const [, row, column, sheet] = CELL.exec(at) ?? []
    return { row: Number(row), column: Number(column), sheet: sheet ?? '' }
  })

// Where somebody goes from the preview: another step, or other rows of it.
const GO = /^(?:(columns|names)|([a-z]+):(\d{1,5}))$/
const previewGo = z
  .string()
  .regex(GO)
  .transform((to) => {
    const [, step, show, number] = GO.exec(to) ?? []
    if (step === 'columns' || step === 'names') return { step } as const
    return { step: 'preview', show: z.enum(PREVIEW_VIEWS).catch('todo').parse(show), page: page.parse(number) } as const
  })

/**
 * What is sent from the preview: cells mended there 改格, where to go on looking, and whether to write. `seen` is the mark of
 * what was shown. Without a button named, nothing is written.
 */
export const importPreview = draft.extend({
  do: z.enum(['mend', 'write']).catch('mend'),
  seen: z.string().max(64).default(''),
  /** A tab, a page or a step was chosen with cells typed: they are kept first. */
  go: previewGo.optional().catch(undefined),
  /** Keeps this row, the cell of its name, and leaves out those of the same project 用这一行. */
  use: cellPlace.optional(),
  /** Takes a row in again that was left out. */
  restore: cellPlace.optional(),
  at: numbered(cellPlace),
  // Of any length: a cell that was left as the file has it keeps nothing back.
  cell: numbered(z.string()),
  show: z.enum(PREVIEW_VIEWS).catch('todo'),
  page,
})

export const importDiscard = draft

/** An import under way, as its pages know it. */
export type ImportDraftRow = Readonly<{ id: string; fileName: string; at: Date }>

/** What an import is now: in force, partly taken back because somebody changed the rest since, or taken back. */
export type BatchState = 'inForce' | 'partlyUndone' | 'undone'

/** An import that was done. */
export type ImportBatchRow = Readonly<{
  state: BatchState
  id: string
  kind: string
  fileName: string
  at: Date
  by: string | null
  undoneAt: Date | null
  created: number
  changed: number
  unchanged: number
  rejected: number
}>

/** The colour a row’s project or procedure will have, the one it has, and what speaks for it. */
export type RowLevel = Readonly<{ level: Level; was: Level | null; reason: LiveReason | null }>
/** Colours a ledger will make: how many projects of each, and those of its rows by `rowKey`. */
export type PreviewLevels = Readonly<{
  counts: Readonly<Record<Level, number>>
  rows: ReadonlyMap<string, RowLevel>
}>

/** Somebody or something a name can be tied to. */
export type NameChoice = Readonly<{ value: string; label: string }>
