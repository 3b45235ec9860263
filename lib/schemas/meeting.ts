import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { AgendaHistory, AgendaProposal, AgendaRule } from '@/lib/domain/meeting/agenda'
import type { TaskReason } from '@/lib/domain/meeting/task-level'
import type { TaskState } from '@/lib/domain/meeting/task-move'
import type { Moment } from '@/lib/domain/meeting/week'
import { CHANGE_KINDS, type ChangeKind } from '@/lib/domain/meeting/week-compare'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import type { Stage } from '@/lib/domain/project'
import { plainDate } from './procedure'
import type { ItemName, Live, LiveReason } from './project-row'

// One sentence, legible from the far end of the room.
export const ASK_MAX = 120
export const TITLE_MAX = 60
export const TOPIC_REASON_MAX = 200
export const MINUTES_MAX = 60
/** Topics a meeting holds at most, overridden or not: more is no meeting any more. */
export const TOPICS_MAX = 60

const version = z.coerce.number().int()
const text = (max: number, missing: string) => z.string().trim().min(1, missing).max(max, 'TEXT_TOO_LONG')

export const meetingOf = z.object({ weekOf: plainDate })
export type MeetingInput = z.output<typeof meetingOf>

const item = { itemId: z.uuid(), version }
// The empty choice of a picker is nobody.
const ids = z.preprocess(
  (value) => (Array.isArray(value) ? value.filter((id) => id !== '') : []),
  z.array(z.uuid()).max(40),
)

export const topicEdit = z.object({
  ...item,
  ask: z.string().trim().max(ASK_MAX, 'TEXT_TOO_LONG').default(''),
  minutes: z.coerce
    .number({ error: 'MINUTES_INVALID' })
    .int('MINUTES_INVALID')
    .min(1, 'MINUTES_INVALID')
    .max(MINUTES_MAX, 'MINUTES_INVALID'),
  orgIds: ids,
})
export type TopicEditInput = z.output<typeof topicEdit>

export const topicReason = z.object({ ...item, reason: text(TOPIC_REASON_MAX, 'REASON_MISSING') })
export type TopicReasonInput = z.output<typeof topicReason>

export const topicSettle = z.object({ ...item, reason: text(TOPIC_REASON_MAX, 'SETTLED_HOW_MISSING') })

export const topicRestore = z.object(item)
export type TopicInput = z.output<typeof topicRestore>

export const topicMerge = z.object({ ...item, intoId: z.uuid({ error: 'MERGE_TOPIC_MISSING' }) })
export type TopicMergeInput = z.output<typeof topicMerge>

export const topicMove = z.object({ ...item, to: z.enum(['UP', 'DOWN']) })
export type TopicMoveInput = z.output<typeof topicMove>

export const topicAdd = z.object({
  weekOf: plainDate,
  /** The project it is about; without one it is about what its title says. */
  projectId: z.uuid().optional(),
  title: text(TITLE_MAX, 'TOPIC_MISSING'),
  ask: z.string().trim().max(ASK_MAX, 'TEXT_TOO_LONG').default(''),
})
export type TopicAddInput = z.output<typeof topicAdd>

export const agendaSend = z.object({
  weekOf: plainDate,
  version,
  overReason: z.string().trim().max(TOPIC_REASON_MAX, 'TEXT_TOO_LONG').default(''),
})
export type AgendaSendInput = z.output<typeof agendaSend>

export const meetingCancel = z.object({
  weekOf: plainDate,
  version,
  /** Not held at all, or a report takes its place. */
  to: z.enum(['CANCELLED', 'REPORT_ONLY']),
  reason: text(TOPIC_REASON_MAX, 'REASON_MISSING'),
})
export type MeetingCancelInput = z.output<typeof meetingCancel>

const slot = {
  weekday: z.coerce.number().int().min(1, 'INPUT_UNREADABLE').max(5, 'INPUT_UNREADABLE'),
  hour: z.coerce.number({ error: 'HOUR_INVALID' }).int('HOUR_INVALID').min(0, 'HOUR_INVALID').max(23, 'HOUR_INVALID'),
}
export const rhythm = z.object({
  dataLineWeekday: slot.weekday,
  dataLineHour: slot.hour,
  agendaWeekday: slot.weekday,
  agendaHour: slot.hour,
  sendWeekday: slot.weekday,
  sendHour: slot.hour,
  meetingWeekday: slot.weekday,
  meetingHour: slot.hour,
  maxTopics: z.coerce
    .number({ error: 'TOPICS_INVALID' })
    .int('TOPICS_INVALID')
    .min(1, 'TOPICS_INVALID')
    .max(TOPICS_MAX, 'TOPICS_INVALID'),
})
export type RhythmInput = z.output<typeof rhythm>

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const day = one(
  z
    .string()
    .transform((value) => parsePlainDate(value) ?? undefined)
    .optional(),
).catch(undefined)
const id = one(z.uuid().optional()).catch(undefined)

/** What the address of a comparison says; anything it cannot read falls back to the default. */
export const weekQuery = z.object({
  from: day,
  to: day,
  kind: one(z.enum(CHANGE_KINDS).optional()).catch(undefined),
  taskforce: id,
  leader: id,
  steward: id,
  topic: id,
  page: one(z.coerce.number().int().min(1).max(10_000).default(1)).catch(1),
})
export type WeekQuery = z.infer<typeof weekQuery>

/** One project of a comparison, before and after. */
export type ChangeRow = Readonly<{
  id: string
  name: string
  kinds: readonly ChangeKind[]
  levels: Readonly<{ before: Level | null; after: Level | null }>
  reason: LiveReason | null
  stages: Readonly<{ before: Stage | null; after: Stage | null }>
  starts: Readonly<{ before: PlainDate | null; after: PlainDate | null }>
  productions: Readonly<{ before: PlainDate | null; after: PlainDate | null }>
  addedFen: bigint
  stewards: Readonly<{ before: string | null; after: string | null }>
  leaders: Readonly<{ before: string | null; after: string | null }>
  taskforces: Readonly<{ before: string | null; after: string | null }>
}>

export type WeekChanges = Readonly<{
  from: PlainDate
  to: PlainDate
  /** Frozen pictures, or days read back. */
  frozen: boolean
  total: number
  counts: Readonly<Record<ChangeKind, number>>
  levels: Readonly<{ before: Readonly<Record<Level, number>>; after: Readonly<Record<Level, number>> }>
  addedFen: bigint
  list: Readonly<{ rows: readonly ChangeRow[]; count: number; pages: number }> | null
  choices: Readonly<Record<'taskforce' | 'leader' | 'steward', readonly Readonly<{ id: string; name: string }>[]>>
}>

export const MEETING_STATES = ['DRAFT', 'SENT', 'HELD', 'SIGNED', 'CANCELLED', 'REPORT_ONLY'] as const
export type MeetingState = (typeof MEETING_STATES)[number]
export type AgendaState = 'OPEN' | 'DROPPED' | 'MERGED' | 'SETTLED' | 'DECIDED' | 'NEXT_TIME' | 'WITHDRAWN'

type Named = Readonly<{ id: string; name: string }>

/** The issue a topic is about, counted to today. */
export type TopicIssue = Readonly<{
  number: number
  text: string
  unit: string | null
  raisedOn: PlainDate
  dueOn: PlainDate | null
  closedOn: PlainDate | null
  /** Working days since it was raised. */
  openWd: number
  /** Working days past its day, negative while it lies ahead; null without one. */
  lateWd: number | null
  /** Those days run through a year whose holidays are not published 暂定. */
  provisional: boolean
}>

/** A line of the agenda as people read it. */
/** A topic that is discussed with another, as the other names it 并入. */
export type MergedTopic = Readonly<{
  /** The unit that would have to move about it. */
  unit?: string | null
  id: string
  name: string
  projectId: string | null
  history: AgendaHistory | null
  item: ItemName | null
  leader: Readonly<{ id: string; name: string }> | null
}>

export type AgendaLine = Readonly<{
  id: string
  version: number
  position: number
  rule: AgendaRule | 'MANUAL'
  also: readonly AgendaRule[]
  projectId: string | null
  name: string
  /** The project left the library since the agenda was made. */
  gone: boolean
  level: Level | null
  reason: LiveReason | null
  /** Colour and reason today, or the clock that runs where nothing is wrong; null without a project the reader sees. */
  now: Readonly<{ level: Level; reason: LiveReason | null; lead: Live['lead']; ruler: Live['ruler'] }> | null
  issue: TopicIssue | null
  history: AgendaHistory | null
  /** The item its history speaks of. */
  item: ItemName | null
  proposal: AgendaProposal | null
  ask: string | null
  orgs: readonly Named[]
  people: readonly Named[]
  /** Who answers for its project; he is called with it. */
  leader: Named | null
  /** Topics discussed with it, as far as the reader sees them. */
  merged: readonly MergedTopic[]
  minutes: number
  state: AgendaState
  why: string | null
  into: string | null
  settledBy: string | null
  /** Beyond what the meeting takes. */
  overflow: boolean
  /** Whether the reader may open its project. */
  open: boolean
  /** Whether the reader may settle it before the meeting. */
  maySettle: boolean
  /** Whether it calls the reader, or his unit. */
  calls: boolean
}>

/** A project that turned red after the data line: the rules do not speak of it, the office may. */
export type LateRed = Readonly<{ projectId: string; name: string; from: Level | null; on: PlainDate }>

export type Agenda = Readonly<{
  meetingId: string
  version: number
  state: MeetingState
  on: PlainDate
  hour: number
  builtAt: string
  sentAt: string | null
  /** Since when the meeting sits. */
  startedAt: string | null
  why: string | null
  /** When the colours were frozen. */
  dataLine: Moment | null
  maxTopics: number
  lines: readonly AgendaLine[]
  /** Topics of others, which the reader does not see. */
  hidden: number
}>

/** A meeting in the list: its week and what became of it. */
export type MeetingRow = Readonly<{
  weekOf: PlainDate
  key: string
  year: number
  week: number
  on: PlainDate
  dataLine: Moment
  frozen: boolean
  state: MeetingState | null
  topics: number
  tasks: Readonly<{ total: number; closed: number; late: number }>
}>

/** What a meeting decided, as a line of its list 议定事项. */
export type Decision = Readonly<{
  id: string
  no: string
  text: string
  project: string | null
  projectId: string | null
  who: string | null
  dueOn: PlainDate
  closedOn: PlainDate | null
  state: TaskState
  /** Why it has its colour: what every screen says of how far it is. */
  reason: TaskReason
  /** Working days since it was issued, and how often it was given more time. */
  ageWd: number
  extensions: number
  /** Working days past its day, negative while it lies ahead. */
  lateWd: number
}>

export type Decisions = Readonly<{
  weekOf: PlainDate
  week: number
  rows: readonly (Decision & Readonly<{ open: boolean }>)[]
  closed: number
  open: number
  late: number
  /** Taken back: listed, and counted among the decisions no more. */
  withdrawn: number
  /** Decisions that do not concern the reader. */
  hidden: number
}>
