import { z } from 'zod'
import { MILESTONES, STAGES } from '@/lib/domain/project'
import { addressDay } from './address-day'
import { readColumns } from './project-column'
import { printable } from './text'

export const PAGE_SIZES = [20, 50, 100] as const
export const PROJECT_VIEWS = ['all', 'signed', 'warned', 'dated', 'mine', 'unreported'] as const

/** Sorts an index or one join answers. */
const COLUMN_SORTS = [
  'level',
  'name',
  'number',
  'total',
  'stage',
  'verified',
  'next',
  'code',
  'nature',
  'taskforce',
  'street',
  'leader',
  'leadUnit',
  'enterprise',
] as const
/** Sorts by what stands beside the project: its keys are read for the whole filter first. */
export const KEYED_SORTS = ['planned', 'done', 'share', 'steward', 'milestone'] as const
export const PROJECT_SORTS = [...COLUMN_SORTS, ...KEYED_SORTS] as const
export type ProjectSort = (typeof PROJECT_SORTS)[number]
export type ColumnSort = (typeof COLUMN_SORTS)[number]
export type KeyedSort = (typeof KEYED_SORTS)[number]

/** Where a sort begins before anybody turns it round: the worst colour, the largest sum, the oldest check first; names from A. */
export const FIRST_DIRECTION: Readonly<Record<ProjectSort, 'asc' | 'desc'>> = {
  level: 'desc',
  name: 'asc',
  number: 'asc',
  total: 'desc',
  stage: 'asc',
  verified: 'asc',
  next: 'asc',
  code: 'asc',
  nature: 'asc',
  taskforce: 'asc',
  street: 'asc',
  leader: 'asc',
  leadUnit: 'asc',
  enterprise: 'asc',
  planned: 'desc',
  done: 'desc',
  share: 'desc',
  steward: 'asc',
  milestone: 'asc',
}

/** What the ledger can be grouped by. */
export const PROJECT_GROUPS = ['taskforce', 'street', 'leader', 'stage', 'level'] as const
export type ProjectGroup = (typeof PROJECT_GROUPS)[number]

/** Ways to show the same rows: 表格, 甘特, 看板. */
export const PROJECT_SHOWS = ['table', 'gantt', 'board'] as const
export const DENSITIES = ['compact', 'normal', 'roomy'] as const
export type Density = (typeof DENSITIES)[number]

// A page is at most a hundred rows, and so is what can be ticked on it.
const TICKED_MAX = 100

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  one(z.enum(values).optional()).catch(undefined)
/** Somebody's or some unit's id; `none` asks for the projects without one. */
const assigned = one(z.union([z.uuid(), z.literal('none')]).optional()).catch(undefined)

/** What the address of the ledger page says; anything it cannot read falls back to the default. */
export const projectFilter = z.object({
  // Full-width letters of a Chinese keyboard are the same letters.
  q: one(
    z
      .string()
      .transform((text) => printable(text).normalize('NFKC'))
      .pipe(z.string().trim().max(60))
      .optional(),
  ).catch(undefined),
  view: one(z.enum(PROJECT_VIEWS).default('all')).catch('all'),
  level: choice(['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY']),
  unit: one(z.uuid().optional()).catch(undefined),
  taskforce: assigned,
  street: assigned,
  leader: assigned,
  steward: assigned,
  stage: choice(STAGES),
  /** In this stage or a later one. */
  reached: choice(STAGES),
  /** A milestone that happened on one of some days, where `after` says so after another that happened. */
  event: choice(MILESTONES),
  after: choice(MILESTONES),
  from: addressDay,
  to: addressDay,
  sort: one(z.enum(PROJECT_SORTS).default('level')).catch('level'),
  dir: choice(['asc', 'desc']),
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
  size: one(
    z.coerce
      .number()
      .refine((n): n is (typeof PAGE_SIZES)[number] => PAGE_SIZES.some((s) => s === n))
      .default(20),
  ).catch(20),
  group: choice(PROJECT_GROUPS),
  show: one(z.enum(PROJECT_SHOWS).default('table')).catch('table'),
  /** The Gantt as words. */
  as: choice(['table']),
  /** Columns of this address, before those the reader has stored. */
  columns: one(z.string().max(400).transform(readColumns).optional()).catch(undefined),
  /** The saved view whose tab is open. */
  saved: one(z.uuid().optional()).catch(undefined),
  full: choice(['1']),
  /** Which tool of the bar stands open. */
  tool: choice(['columns', 'density', 'group', 'save', 'view']),
  /** Rows that are ticked: by hand, or everything the filter holds. */
  id: z.preprocess(
    (value) => (Array.isArray(value) ? [...new Set(value)] : value === undefined ? [] : [value]),
    z.array(z.uuid()).max(TICKED_MAX).catch([]),
  ),
  pick: choice(['page', 'all']),
})
export type ProjectFilter = z.infer<typeof projectFilter>
