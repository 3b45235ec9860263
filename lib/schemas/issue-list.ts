import { z } from 'zod'
import { ISSUE_SOURCES, ISSUE_STATES, type IssueSource } from '@/lib/domain/issue/issue'
import { ISSUE_KINDS } from '@/lib/domain/issue/kind'
import type { IssueCounts } from '@/lib/domain/issue/rate'
import { ISSUE_TIERS } from '@/lib/domain/issue/tier'
import { LEVELS } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Clock } from '@/lib/domain/ruler'
import type { Usual } from '@/lib/domain/usual-time'
import { ISSUE_WAITS, type IssueRow } from './issue'
import { plainDate } from './procedure'

/** Problems on one page of their ledger. */
export const ISSUE_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const id = one(z.uuid().optional()).catch(undefined)
const yes = one(z.literal('1').optional()).catch(undefined)

/**
 * Where problems stand, as the ledger can be asked: what waits for somebody, each state, everything; and what the figures are
 * counted from: explained and understood or not, what the loose rate counts, what both divide by, what was struck off.
 */
export const ISSUE_VIEWS = ['open', ...ISSUE_STATES, 'UNDERSTOOD', 'loose', 'counted', 'closed', 'all'] as const
export type IssueView = (typeof ISSUE_VIEWS)[number]

/** In whose hands: a unit's, whoever's gives problems out, the raiser's. */
export const ISSUE_HOLDERS = ['unit', 'tier', 'raiser'] as const
export type IssueHolding = (typeof ISSUE_HOLDERS)[number]

/** What the address of the ledger of problems says; anything it cannot read falls back to the default. */
export const issueFilter = z.object({
  /** Each source is a ledger of its own. */
  source: one(z.enum(ISSUE_SOURCES).optional()).catch(undefined),
  state: one(z.enum(ISSUE_VIEWS).default('open')).catch('open'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  tier: one(z.enum(ISSUE_TIERS).optional()).catch(undefined),
  kind: one(z.enum(ISSUE_KINDS).optional()).catch(undefined),
  level: one(z.enum(LEVELS).optional()).catch(undefined),
  /** A unit that has it. */
  unit: id,
  holder: one(z.enum(ISSUE_HOLDERS).optional()).catch(undefined),
  /** What it waits for from whoever looks. */
  wait: one(z.enum(ISSUE_WAITS).optional()).catch(undefined),
  project: id,
  enterprise: id,
  reopened: yes,
  /** What the enterprise said of it. */
  satisfied: one(z.enum(['yes', 'no']).optional()).catch(undefined),
  /** Raised within these days, both included. */
  from: one(plainDate.optional()).catch(undefined),
  to: one(plainDate.optional()).catch(undefined),
  /** Past its day. */
  late: yes,
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type IssueFilter = z.infer<typeof issueFilter>

/** A problem as its ledger shows it: the line of any list, with its clock and what was said last. */
export type LedgerIssue = IssueRow &
  Readonly<{
    clock: Clock | null
    progress: string | null
    assignedOn: PlainDate | null
    /** The day it was settled; null while it is open. */
    finishedOn: PlainDate | null
    note: string | null
  }>

type Named = Readonly<{ id: string; name: string }>

/** One page of the ledger. */
export type IssueLedgerPage = Readonly<{
  rows: readonly LedgerIssue[]
  /** Rows of the whole filter, ledger by ledger: they are never added up. */
  bySource: ReadonlyMap<IssueSource, number>
  /** Whether there is another page. */
  more: boolean
  /** Where one ledger is chosen, how many of it are late. */
  late: number | null
  /** What became of the problems of the chosen ledger, whatever state is asked for. */
  counts: IssueCounts | null
}>

/** What the filter fields offer. */
export type IssueChoices = Readonly<{ units: readonly Named[] }>

/** How one unit does with the problems of one ledger. */
export type UnitFigures = Readonly<{
  source: IssueSource
  unit: Named
  held: number
  late: number
  /** Working days from raised to struck off. */
  usual: Usual
  reopened: number
}>

/** Every ledger with its counts, and its units. */
export type IssueFigures = Readonly<{
  ledgers: readonly IssueCounts[]
  units: readonly UnitFigures[]
  /** What no unit has: it waits to be given out, by the office, a task force or the district. */
  waiting: readonly Readonly<{ source: IssueSource; n: number }>[]
}>
