import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { TaskReason } from '@/lib/domain/meeting/task-level'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Clock } from '@/lib/domain/ruler'
import {
  FINDING_KINDS,
  FINDING_MEASURES,
  FINDING_STATES,
  type FindingKind,
  type FindingMeasure,
  type FindingMoveKind,
  type FindingState,
  WALK_MODES,
  WALK_PLACES,
  WALK_STATES,
  type WalkCost,
  type WalkMode,
  type WalkPlace,
  type WalkState,
} from '@/lib/domain/walk'
import { plainDate, REASON_MAX } from './procedure'

/** Longest text of a finding, and of what is said about it: what is dictated in a minute. */
export const WALK_TEXT_MAX = 500
export const STEP_NAME_MAX = 40
export const STEP_REMARK_MAX = 200
export const LEADER_MAX = 30
/** A working day and a half at one counter: more is a slip of the finger. */
export const MOST_MINUTES = 720
const MOST_PAPERS = 200
const MOST_TRIPS = 50
const MOST_DAYS = 400
export const WALK_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const id = one(z.uuid().optional()).catch(undefined)
const yes = one(z.literal('1').optional()).catch(undefined)
const day = one(plainDate.optional()).catch(undefined)

/** Stands for whichever step was written down last when a finding is recorded. */
export const LAST_STEP = '*'

/** Walks, what was found on them, and both counted. */
export const WALK_TABS = ['walks', 'findings', 'figures'] as const
export type WalkTab = (typeof WALK_TABS)[number]

/** What the list of findings can be asked for: what waits for somebody, each state, everything. */
export const FINDING_VIEWS = ['open', ...FINDING_STATES, 'all'] as const
export type FindingView = (typeof FINDING_VIEWS)[number]

/** What the address of 走流程 says; anything it cannot read falls back to the default. */
export const walkFilter = z.object({
  tab: one(z.enum(WALK_TABS).default('walks')).catch('walks'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  /** Of walks: where they stand; without it everything that was not called off. */
  stand: one(z.enum(WALK_STATES).optional()).catch(undefined),
  /** Of findings. */
  state: one(z.enum(FINDING_VIEWS).default('all')).catch('all'),
  mode: one(z.enum(WALK_MODES).optional()).catch(undefined),
  kind: one(z.enum(FINDING_KINDS).optional()).catch(undefined),
  /** Unit whose head walked, or that has to mend. */
  unit: id,
  /** Code of the procedure. */
  code: one(z.string().trim().max(10).optional()).catch(undefined),
  /** Past its day. */
  late: yes,
  /** Days: of walks when they were, of findings when they were found, or with `by` when they were struck off. */
  from: day,
  to: day,
  by: one(z.literal('closed').optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
})
export type WalkFilter = z.infer<typeof walkFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const words = (most: number) => z.string().trim().max(most, 'TEXT_TOO_LONG').default('')
const chosen = z.preprocess(blank, z.uuid().optional())
const version = z.coerce.number().int()
/** A whole number people type; blank is none. */
const number = (most: number, code: string) =>
  z.preprocess(blank, z.coerce.number({ error: code }).int(code).min(0, code).max(most, code).optional())

const needed = (most: number, code: string) =>
  z.preprocess(blank, z.coerce.number({ error: code }).int(code).min(0, code).max(most, code))

export const walkStart = z.object({
  unitId: chosen,
  leader: words(LEADER_MAX),
  code: z.string('WALK_CODE_MISSING').trim().min(1, 'WALK_CODE_MISSING').max(10),
  mode: z.enum(WALK_MODES, 'WALK_MODE_MISSING'),
  place: z.enum(WALK_PLACES, 'WALK_PLACE_MISSING'),
  on: plainDate,
  verifiesId: chosen,
})
export type WalkStartInput = z.output<typeof walkStart>

export const walkStep = z.object({
  walkId: z.uuid(),
  /** One that is there already, to correct it. */
  stepId: chosen,
  name: z.string('WALK_STEP_MISSING').trim().min(1, 'WALK_STEP_MISSING').max(STEP_NAME_MAX, 'TEXT_TOO_LONG'),
  minutes: needed(MOST_MINUTES, 'WALK_MINUTES_INVALID'),
  papers: number(MOST_PAPERS, 'WALK_COUNT_INVALID').transform((n) => n ?? 0),
  trips: number(MOST_TRIPS, 'WALK_COUNT_INVALID').transform((n) => n ?? 0),
  remark: words(STEP_REMARK_MAX),
})
export type WalkStepInput = z.output<typeof walkStep>

export const walkStepDrop = z.object({ walkId: z.uuid(), stepId: z.uuid() })
export type WalkStepDropInput = z.output<typeof walkStepDrop>

export const walkFind = z.object({
  walkId: z.uuid(),
  /** Name of the step it was met at, or the last one; empty for the whole way. */
  step: words(STEP_NAME_MAX),
  kind: z.enum(FINDING_KINDS).default('DIFFICULTY'),
  text: z.string('FINDING_WORDS_MISSING').trim().min(1, 'FINDING_WORDS_MISSING').max(WALK_TEXT_MAX, 'TEXT_TOO_LONG'),
  ownerId: chosen,
  dueOn: z.preprocess(blank, plainDate.optional()),
})
export type WalkFindInput = z.output<typeof walkFind>

export const findingCorrect = walkFind.omit({ walkId: true }).extend({ findingId: z.uuid(), version })
export type FindingCorrectInput = z.output<typeof findingCorrect>

export const findingTakeBack = z.object({
  findingId: z.uuid(),
  version,
  reason: z.string().trim().min(1, 'REASON_MISSING').max(REASON_MAX, 'TEXT_TOO_LONG'),
})
export type FindingTakeBackInput = z.output<typeof findingTakeBack>

export const walkFinish = z.object({
  walkId: z.uuid(),
  version,
  days: number(MOST_DAYS, 'WALK_DAYS_INVALID'),
  note: words(WALK_TEXT_MAX),
})
export type WalkFinishInput = z.output<typeof walkFinish>

export const walkCancel = z.object({ walkId: z.uuid(), version })
export type WalkCancelInput = z.output<typeof walkCancel>

export const findingMove = z.object({
  findingId: z.uuid(),
  version,
  text: words(WALK_TEXT_MAX),
  measure: z.preprocess(blank, z.enum(FINDING_MEASURES).optional()),
  ownerId: chosen,
  dueOn: z.preprocess(blank, plainDate.optional()),
  walkId: chosen,
  confirm: z.preprocess(blank, z.string().max(80).optional()),
  after: z
    .object({
      days: number(MOST_DAYS, 'WALK_DAYS_INVALID'),
      papers: number(MOST_PAPERS, 'WALK_COUNT_INVALID'),
      trips: number(MOST_TRIPS, 'WALK_COUNT_INVALID'),
    })
    .prefault({}),
})
export type FindingMoveInput = z.output<typeof findingMove>

type Named = Readonly<{ id: string; name: string }>

/** A walk as a line of the list. */
export type WalkRow = Readonly<{
  id: string
  version: number
  number: number
  unit: Named
  leader: string
  code: string
  item: string
  mode: WalkMode
  place: WalkPlace
  on: PlainDate
  state: WalkState
  days: number | null
  minutes: number
  papers: number
  trips: number
  steps: number
  findings: number
  openFindings: number
  issues: number
  /** It went the same way again for a finding. */
  again: boolean
}>

/** A finding as a line of the list. */
export type FindingRow = Readonly<{
  id: string
  version: number
  walk: Readonly<{ id: string; number: number; code: string; item: string; on: PlainDate; unit: string }>
  step: string | null
  kind: FindingKind
  text: string
  measure: FindingMeasure | null
  owner: Named
  raisedOn: PlainDate
  dueOn: PlainDate
  state: FindingState
  result: string | null
  /** How many photos lie beside it. */
  photos: number
  submittedOn: PlainDate | null
  closedOn: PlainDate | null
  before: WalkCost
  after: WalkCost
  saved: WalkCost
  level: Level
  reason: TaskReason
  clock: Clock | null
}>

/** What was saved by what was struck off: nothing is null where nothing was measured. */
export type WalkSums = Readonly<{ days: number; papers: number; trips: number }>

export type WalkPage = Readonly<{
  walks: readonly WalkRow[]
  findings: readonly FindingRow[]
  total: number
  late: number
  sums: WalkSums
  counts: Readonly<{ walks: number; findings: number; byState: Readonly<Record<FindingView, number>> }>
}>

/** One month of the figures. */
export type WalkMonth = Readonly<{
  month: string
  from: PlainDate
  to: PlainDate
  walks: number
  findings: number
  closed: number
  saved: WalkSums
}>

export type WalkStepLine = Readonly<{
  id: string
  name: string
  minutes: number
  papers: number
  trips: number
  remark: string | null
}>

/** A walk with everything its page shows. */
export type WalkDetail = WalkRow &
  Readonly<{
    walker: string
    note: string | null
    lines: readonly WalkStepLine[]
    found: readonly FindingRow[]
    /** Problems enterprises told on the way, as far as the reader sees them. */
    told: readonly Readonly<{ id: string; title: string; enterprise: string | null; open: boolean }>[]
    verifies: Readonly<{ id: string; text: string }> | null
    mayRecord: boolean
    mayTell: boolean
    /** Names of steps on earlier walks of the same procedure: so that both can be compared. */
    stepNames: readonly string[]
    owners: readonly Named[]
    /** The day a finding is due if nobody says otherwise. */
    usualDue: PlainDate
  }>

/** One entry of a finding's history. */
export type FindingStep = Readonly<{
  id: string
  kind: 'RAISE' | 'CORRECT' | 'WITHDRAW' | FindingMoveKind
  on: PlainDate
  at: string
  by: string | null
  text: string | null
  owner: string | null
  dueOn: PlainDate | null
  walk: Readonly<{ id: string; number: number }> | null
}>

/** A walk that may prove a finding mended, with what the same step costs on it. */
export type SecondWalkLine = Readonly<{ id: string; number: number; on: PlainDate; leader: string; cost: WalkCost }>

/** A finding with everything its page shows. */
export type FindingDetail = FindingRow &
  Readonly<{
    steps: readonly FindingStep[]
    moves: readonly FindingMoveKind[]
    owners: readonly Named[]
    seconds: readonly SecondWalkLine[]
    verifiedBy: Readonly<{ id: string; number: number; on: PlainDate }> | null
    /** What its step costs on the two walks, whichever finding counts it; null of a walk that is not over. */
    met: Readonly<{ before: WalkCost | null; after: WalkCost | null }>
    /** The reader wrote it down today, and nobody has begun to mend it. */
    mayTakeBack: boolean
    /** The reader may go the same way again now. */
    mayWalkAgain: boolean
  }>
