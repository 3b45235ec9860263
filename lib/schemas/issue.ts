import { z } from 'zod'
import type { IssueRelay, IssueTurn } from '@/lib/domain/issue/hands'
import {
  ISSUE_SOURCES,
  type IssueHolder,
  type IssueSource,
  type IssueState,
  OUTCOMES,
  type Outcome,
} from '@/lib/domain/issue/issue'
import { ISSUE_KINDS, type IssueKind } from '@/lib/domain/issue/kind'
import { ISSUE_MOVES, type IssueMoveKind, type IssuePart } from '@/lib/domain/issue/move'
import type { IssueTermFrom } from '@/lib/domain/issue/term'
import type { IssueTier } from '@/lib/domain/issue/tier'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Reason } from '@/lib/domain/reason'
import { plainDate } from './procedure'
import type { Reachable } from './project-detail'

/** Longest text of a problem, and of what is said about it. */
export const ISSUE_TEXT_MAX = 1000

const version = z.coerce.number().int()
const blank = (value: unknown) => (value === '' ? undefined : value)
const chosen = z.preprocess(blank, z.uuid().optional())
const day = z.preprocess(blank, plainDate.optional())
const words = z.string().trim().max(ISSUE_TEXT_MAX, 'TEXT_TOO_LONG').default('')
const tick = z.preprocess((value) => value === 'on' || value === '1' || value === true, z.boolean())
const about = { issueId: z.uuid(), version }
/** An enterprise as somebody types it: there may be tens of thousands to choose from. */
const enterpriseName = z.string().trim().max(120, 'TEXT_TOO_LONG').default('')
/** Longest name of a project, or what of it somebody types. */
export const PROJECT_SAID_MAX = 120
/** A project as somebody types it: its name, pinyin letters or number. */
const projectName = z.string().trim().max(PROJECT_SAID_MAX, 'TEXT_TOO_LONG').default('')

/** A problem as it is put in 提问题: its words are enough. */
export const issueEntry = z.object({
  text: z.string().trim().min(1, 'ISSUE_WORDS_MISSING').max(ISSUE_TEXT_MAX, 'TEXT_TOO_LONG'),
  projectId: chosen,
  /** The project as somebody types it, where there are too many to choose from. */
  project: projectName,
  enterpriseId: chosen,
  /** Its name as somebody types it, where no page says which it is. */
  enterprise: enterpriseName,
  procedureId: chosen,
  kind: z.preprocess(blank, z.enum(ISSUE_KINDS).optional()),
  source: z.preprocess(blank, z.enum(ISSUE_SOURCES).optional()),
  unitId: chosen,
  /** The walk on which it was heard. */
  walkId: chosen,
})
export type IssueEntryInput = z.output<typeof issueEntry>

/** A move about a problem; what it needs depends on its kind. */
export const issueMove = z.object({
  ...about,
  kind: z.enum(ISSUE_MOVES),
  text: words,
  unitId: chosen,
  supportIds: z.preprocess((value) => (Array.isArray(value) ? value.filter(Boolean) : []), z.array(z.uuid()).max(20)),
  dueOn: day,
  plannedOn: day,
  outcome: z.preprocess(blank, z.enum(OUTCOMES).optional()),
  satisfied: z.preprocess(blank, z.enum(['yes', 'no']).optional()),
  understood: tick.default(false),
  /** What it is about, where whoever gives it out says otherwise. */
  issueKind: z.preprocess(blank, z.enum(ISSUE_KINDS).optional()),
})
export type IssueMoveInput = z.output<typeof issueMove>

/** A sentence about a problem; an internal one is not for the enterprise. */
export const issueSay = z.object({
  ...about,
  text: z.string().trim().min(1, 'ISSUE_WORDS_MISSING').max(ISSUE_TEXT_MAX, 'TEXT_TOO_LONG'),
  internal: tick.default(false),
})
export type IssueSayInput = z.output<typeof issueSay>

/** More time for a problem: until when, and why. */
export const issueAsk = z.object({ ...about, text: words, untilOn: plainDate })
export type IssueAskInput = z.output<typeof issueAsk>

/** What became of it; a refusal says why. */
export const issueExtend = z.object({ ...about, decision: z.enum(['APPROVE', 'REFUSE']), text: words })
export type IssueExtendInput = z.output<typeof issueExtend>

/** Which project or enterprise it is about, and why that is put right. */
export const issueRelate = z.object({
  ...about,
  projectId: chosen,
  project: projectName,
  enterprise: enterpriseName,
  issueKind: z.preprocess(blank, z.enum(ISSUE_KINDS).optional()),
  text: words,
})
export type IssueRelateInput = z.output<typeof issueRelate>

/** The box on its page: whoever has the problem reports with it, the others say something. */
export const issueWord = issueSay.extend({ report: tick.default(false) })

/** What the page that puts a problem in is told: what it is about, and how it was heard. */
export const issueStart = z.object({
  project: chosen.catch(undefined),
  procedure: chosen.catch(undefined),
  enterprise: chosen.catch(undefined),
  source: z.preprocess(blank, z.enum(ISSUE_SOURCES).optional()).catch(undefined),
  text: z.string().trim().max(ISSUE_TEXT_MAX).optional().catch(undefined),
  walk: chosen.catch(undefined),
})

/** What else the history of a problem holds besides moves. */
export const ISSUE_NOTES = [
  'ENTER',
  'NOTE',
  'URGE',
  'REVISIT',
  'ASK_EXTENSION',
  'EXTEND',
  'REFUSE_EXTENSION',
  'RELATE',
] as const
export type IssueStepKind = IssueMoveKind | (typeof ISSUE_NOTES)[number]

type Named = Readonly<{ id: string; name: string }>

/** A problem as a line of a list. */
export type IssueRow = Readonly<{
  id: string
  version: number
  number: number
  year: number
  /** The district that handed it up to the reader's city; null of his own. */
  district: string | null
  /** Its first clause. */
  title: string
  text: string
  request: string | null
  source: IssueSource
  kind: IssueKind
  tier: IssueTier
  state: IssueState
  project: (Named & Readonly<{ open: boolean; gone: boolean }>) | null
  enterprise: Named | null
  lead: (Named & Readonly<{ gone: boolean }>) | null
  supports: readonly Named[]
  owner: string | null
  taskforce: string | null
  raisedBy: Readonly<{ name: string; unit: string | null }> | null
  /** In whose hands it is; null once it is settled. */
  holder: IssueHolder | null
  heldSince: PlainDate
  /** Working days it has been there. */
  heldWd: number
  raisedOn: PlainDate
  tierSince: PlainDate
  dueOn: PlainDate | null
  /** Its term was counted into a year whose holidays are not published 暂定. */
  dueProvisional: boolean
  plannedOn: PlainDate | null
  /** The day it is measured by; null while its clock stands. */
  countedOn: PlainDate | null
  leftWd: number | null
  /** The working days to that day run through such a year. */
  leftProvisional: boolean
  level: Level
  reason: Reason | null
  /** Meetings held since it came to the district. */
  meetings: number
  /** Times it was passed on or given back at its level. */
  passed: number
  outcome: Outcome | null
  result: string | null
  satisfied: boolean | null
  understood: boolean
  reopened: number
  reopenedOn: PlainDate | null
  urged: number
  revisitOn: PlainDate | null
  revisit: string | null
  closedOn: PlainDate | null
  parts: readonly IssuePart[]
}>

/** One line of the history of a problem 往来. */
export type IssueStep = Readonly<{
  id: string
  kind: IssueStepKind
  on: PlainDate
  at: string
  by: string | null
  to: IssueState
  tier: IssueTier
  unit: string | null
  text: string | null
  internal: boolean
  dueOn: PlainDate | null
  plannedOn: PlainDate | null
  outcome: Outcome | null
  satisfied: boolean | null
}>

/** A problem with everything its page shows. */
export type IssueDetail = IssueRow &
  Readonly<{
    steps: readonly IssueStep[]
    /** How often it changed hands, was given back and answered. */
    counts: Readonly<{ passed: number; returned: number; answered: number }>
    relay: IssueRelay | null
    /** Names of the units that had it, by id. */
    units: Readonly<Record<string, string>>
    turns: readonly IssueTurn[]
    /** Working days its term has; null where none was set. */
    termWd: number | null
    /** Those days run through a year whose holidays are not published. */
    termProvisional: boolean
    /** What its term rests on; null where none was set. */
    termFrom: IssueTermFrom | null
    /** Whoever can be called about it now. */
    person: Reachable | null
    leader: string | null
    procedure: (Named & Readonly<{ open: boolean }>) | null
    /** The walk on which it was heard, where the reader may open it. */
    walk: Named | null
    /** Problems of its kind that were settled this year, of which, and how many working days half of them took. */
    like: Readonly<{ n: number; medianWd: number | null; of: 'DISTRICT' | 'SEEN' }>
    /** Nobody of the unit that has it can sign in. */
    leadGone: boolean
    /** Nobody of the enterprise can sign in. */
    enterpriseSilent: boolean
    /** What the enterprise says would be the reader's to write down, had he not written the answer. */
    ownAnswer: boolean
    moves: readonly IssueMoveKind[]
    way: 'SELF' | 'PHONE' | 'AGAIN' | 'SETTLE' | null
    maySay: boolean
    mayHide: boolean
    mayUrge: boolean
    mayRevisit: boolean
    /** More time: whether the reader may ask and until when at the latest, what was asked for, and whether he decides. */
    extension: Readonly<{
      mayAsk: boolean
      latestOn: CountedDay | null
      askedUntilOn: PlainDate | null
      mayDecide: boolean
    }>
    choices: Readonly<{
      /** Each with why it may not have what began as a complaint. */
      units: readonly (Named & Readonly<{ refused: 'COMPLAINT_ROUTE_AGAINST' | 'COMPLAINT_ROUTE_SUPERVISOR' | null }>)[]
      proposedId: string | null
      /** What it can be about, for whoever may put that right; null for the others. */
      relations: Readonly<{ projects: ProjectOffers; enterprises: readonly string[] }> | null
    }>
  }>

/** A problem somebody's unit gave away, as it left. */
export type LeftIssue = Readonly<{
  number: number
  year: number
  title: string
  kind: 'TRANSFER' | 'RETURN' | 'RAISE'
  on: PlainDate
  /** The tier it was at afterwards, and the unit that got it; null where it is given out anew. */
  tier: IssueTier
  unit: string | null
  text: string | null
}>

/** What problems want of somebody today. */
export type IssueDay = Readonly<{
  counts: Readonly<{ hand: number; assign: number; extend: number; confirm: number; close: number; mine: number }>
  rows: readonly (IssueRow & Readonly<{ wait: IssueWait }>)[]
  hidden: number
}>

/** What a problem can wait for from whoever looks. */
export const ISSUE_WAITS = ['confirm', 'hand', 'assign', 'extend', 'close', 'mine'] as const
export type IssueWait = (typeof ISSUE_WAITS)[number]

/** What the page that puts a problem in offers. */
/** Projects a form offers; not all of them where they are too many to choose from. */
export type ProjectOffers = Readonly<{ projects: readonly Named[]; all: boolean }>

export type IssueStart = Readonly<{
  project: Named | null
  projects: ProjectOffers
  /** The enterprise the address speaks of; else names to begin with, for whoever may say one. */
  enterprise: Named | null
  enterprises: readonly string[] | null
  procedure: Named | null
  units: readonly Named[]
  sources: readonly IssueSource[]
  /** The walk on which it was heard. */
  walk: Named | null
}>
