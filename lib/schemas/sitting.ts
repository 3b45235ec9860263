import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { ClosingGap } from '@/lib/domain/meeting/closing'
import type { Book } from '@/lib/domain/meeting/decision-mention'
import { DECISION_MAX, type ReadDue, withoutStrayKey } from '@/lib/domain/meeting/decision-sentence'
import { TASK_TIERS, type TaskTier } from '@/lib/domain/meeting/task-term'
import type { WeekRhythm } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Owner } from '@/lib/domain/reason'
import type { Clock } from '@/lib/domain/ruler'
import type { CalendarOverride, PublishedYear } from '@/lib/domain/work-calendar'
import type { AgendaLine, AgendaState, Decision as EarlierDecision, MeetingState } from './meeting'
import { mergeTerms } from './merge'
import { plainDate } from './procedure'

export const DUE_SAID_MAX = 30
export const LEAVE_MAX = 60
export const INSTEAD_MAX = 20

const version = z.coerce.number().int()
const uuidOrNone = z.union([z.uuid(), z.literal('')]).optional()
const uuids = z.preprocess(
  (value) => (Array.isArray(value) ? value.filter((id) => id !== '') : undefined),
  z.array(z.uuid()).max(20).optional(),
)
const tier = z.enum(TASK_TIERS)
const blankIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** A sentence as it was typed, with what was chosen by hand; `shown` is what stood beside it. */
export const decisionRecord = z.object({
  itemId: z.uuid(),
  text: z
    .string()
    .transform((text) => withoutStrayKey(text).trim())
    .pipe(z.string().min(1, 'DECISION_MISSING').max(DECISION_MAX, 'TEXT_TOO_LONG')),
  leadOrgId: uuidOrNone,
  ownerId: uuidOrNone,
  supportIds: uuids,
  dueSaid: z.string().trim().max(DUE_SAID_MAX, 'TEXT_TOO_LONG').optional(),
  tier: blankIsNone(tier),
  shown: z.string().max(200).optional(),
})
export type DecisionRecordInput = z.output<typeof decisionRecord>

/** Fields two people may change at once. */
export const DECISION_FIELDS = ['text', 'leadOrgId', 'supportIds', 'ownerId', 'dueOn', 'tier'] as const
export type DecisionField = (typeof DECISION_FIELDS)[number]

export const decisionEdit = z.object({
  decisionId: z.uuid(),
  version,
  text: z.string().trim().min(1, 'DECISION_MISSING').max(DECISION_MAX, 'TEXT_TOO_LONG').optional(),
  leadOrgId: uuidOrNone,
  supportIds: uuids,
  ownerId: uuidOrNone,
  dueOn: z.union([plainDate, z.literal('')]).optional(),
  tier: tier.optional(),
  ...mergeTerms,
})
export type DecisionEditInput = z.output<typeof decisionEdit>

export const decisionRemove = z.object({ decisionId: z.uuid(), version })
export type DecisionRemoveInput = z.output<typeof decisionRemove>

/** What becomes of a topic besides a decision; `KEEP`: what was decided holds although its project left the library. */
export const topicResult = z
  .object({
    itemId: z.uuid(),
    to: z.enum(['NEXT_TIME', 'OPEN', 'WITHDRAWN', 'KEEP']),
    reason: z.string().trim().max(200, 'TEXT_TOO_LONG').default(''),
  })
  .refine(({ to, reason }) => reason !== '' || (to !== 'WITHDRAWN' && to !== 'KEEP'), {
    path: ['reason'],
    message: 'REASON_MISSING',
  })
export type TopicResultInput = z.output<typeof topicResult>

/** Whoever is called says whether he comes; on leave he says why, and who comes instead. */
export const invitationAnswer = z
  .object({
    attendanceId: z.uuid(),
    coming: z.enum(['yes', 'no']),
    reason: z.string().trim().max(LEAVE_MAX, 'TEXT_TOO_LONG').default(''),
    instead: z.string().trim().max(INSTEAD_MAX, 'TEXT_TOO_LONG').default(''),
  })
  .refine(({ coming, reason }) => coming === 'yes' || reason !== '', { path: ['reason'], message: 'REASON_MISSING' })
export type InvitationAnswerInput = z.output<typeof invitationAnswer>

export const ATTENDANCE_STATES = ['INVITED', 'PRESENT', 'LEAVE', 'LISTENING'] as const
export type AttendanceState = (typeof ATTENDANCE_STATES)[number]

/**
 * What the office writes down about who was there; `rest`: whoever has no word yet was there; `was`: what stood there when
 * the form was drawn, so that a form some moments old takes nothing back it did not mean to.
 */
export const attendanceMark = z.object({
  weekOf: plainDate,
  marks: z.record(z.uuid(), z.enum(ATTENDANCE_STATES)).default({}),
  was: z.record(z.uuid(), z.enum(ATTENDANCE_STATES)).optional(),
  listening: z.union([z.uuid(), z.literal('')]).default(''),
  rest: z.literal('PRESENT').optional(),
})
export type AttendanceMarkInput = z.output<typeof attendanceMark>

export const PLACE_MAX = 40

/**
 * How a meeting is closed: who chaired it and where it was; without a chair only when that was said. `rest`: whoever has no
 * word was there, as somebody said.
 */
export const meetingClose = z.object({
  weekOf: plainDate,
  chairId: z.union([z.uuid(), z.literal('')]).default(''),
  place: z.string().trim().max(PLACE_MAX, 'TEXT_TOO_LONG').default(''),
  noChair: z.literal('yes').optional(),
  rest: z.literal('PRESENT').optional(),
})
export type MeetingCloseInput = z.output<typeof meetingClose>

/** Who may chair a meeting, who is proposed, and where it is held. */
export type MeetingSeat = Readonly<{
  chairs: readonly Readonly<{ id: string; name: string }>[]
  chairId: string | null
  place: string
}>

/** One who is called, or was there. */
export type Attender = Readonly<{
  id: string
  kind: 'UNIT' | 'LEADER' | 'PERSON'
  name: string
  state: AttendanceState
  coming: boolean | null
  note: string | null
  instead: string | null
  /** Whether the reader may answer for it. */
  mine: boolean
}>

/** A decision as the meeting sees it. */
export type SittingDecision = Readonly<{
  id: string
  version: number
  itemId: string
  position: number
  no: string
  text: string
  lead: string | null
  leadOrgId: string | null
  support: readonly string[]
  supportIds: readonly string[]
  owner: string | null
  ownerId: string | null
  dueOn: PlainDate | null
  tier: TaskTier
  typedBy: string
}>

/** A decision as it was understood, before it is recorded. */
export type DecisionPreview = Readonly<{
  lead: string | null
  support: readonly string[]
  owner: string | null
  due: ReadDue
  tier: TaskTier
  /** Units nobody knows, and people whose accounts are disabled, who are left out. */
  strange: readonly Readonly<{ said: string; disabled?: true | undefined }>[]
}>

/** What moves while the meeting sits: asked for again and again. */
export type SittingLive = Readonly<{
  state: MeetingState
  started: string | null
  closed: string | null
  decisions: readonly SittingDecision[]
  /** Results by topic. */
  results: Readonly<Record<string, AgendaState>>
}>

/** The clock line of a topic, in days people know. */
export type TopicClock = Readonly<{
  clock: Clock
  days: readonly PlainDate[]
  item: Readonly<{ nameZh: string; nameEn: string }>
  /** The day the topic proposes, where the line reaches it. */
  proposedOn: PlainDate | null
}>

/** A topic as the room sees it. */
export type RoomTopic = Readonly<{
  line: AgendaLine
  level: Level | null
  clock: TopicClock | null
  /** Procedure the colour speaks of, its agency, and whose move it is by the rules. */
  about: Readonly<{ item: Readonly<{ nameZh: string; nameEn: string }>; agency: string; owner: Owner | null }> | null
  progress: string | null
  start: Readonly<{ plannedOn: PlainDate; foreseenOn: PlainDate | null; lateWd: number; begun: boolean }> | null
  turn: Readonly<{ on: PlainDate; to: Level }> | null
  last: EarlierDecision | null
  /** The task it is on the agenda for, as it stands today. */
  unfinished: EarlierDecision | null
  tier: TaskTier
}>

/** What the browser reads a sentence with. */
export type SentenceSetting = Readonly<{
  book: Book
  from: PlainDate
  rhythm: WeekRhythm
  years: readonly PublishedYear[]
  overrides: readonly CalendarOverride[]
}>

/** Something missing before the meeting can be closed, with what mends it. */
export type GapRow = Readonly<{
  kind: ClosingGap
  topic: Readonly<{ itemId: string; name: string; nth: number; version: number; decisions: number }>
  decision: SittingDecision | null
}>

export type Closing = Readonly<{
  weekOf: PlainDate
  state: MeetingState
  started: string | null
  closed: string | null
  topics: number
  decisions: readonly SittingDecision[]
  /** Topics that come again next time, and those taken back. */
  putOff: readonly string[]
  gaps: readonly GapRow[]
}>
