import { z } from 'zod'
import type { PersonFunction, Step } from '@/lib/domain/escalation-ladder'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { SlipStep } from '@/lib/domain/supervision/told'
import { plainDate } from './procedure'
import type { ItemName } from './project-row'

export const NOTICE_PAGE = 50
/** One paragraph: it stands in a list and on a paper. */
export const ANSWER_MAX = 300

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What the address of the list says; anything it cannot read falls back to the default. */
export const noticeFilter = z.object({
  /** Also what is over. */
  show: one(z.enum(['open', 'all']).default('open')).catch('open'),
  /** What came to the office because nobody who holds the function can be reached. */
  instead: one(z.literal('1').optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(10_000).default(1)).catch(1),
})
export type NoticeFilter = z.infer<typeof noticeFilter>

/** A notice, or what became of a request, was looked at; without either, all of them were. */
export const noticeSee = z.object({ noticeId: z.uuid().optional(), approvalId: z.uuid().optional() })
export type NoticeSeeInput = z.output<typeof noticeSee>

/** A reason and a new day. */
export const noticeAnswer = z.object({
  noticeId: z.uuid(),
  reason: z.string().trim().min(1, 'ANSWER_REASON_MISSING').max(ANSWER_MAX, 'TEXT_TOO_LONG'),
  newOn: plainDate,
})
export type NoticeAnswerInput = z.output<typeof noticeAnswer>

/** What somebody was told at: a rung of the ladder, or a move of a slip of the commission. */
export type NoticeStep = Step | SlipStep

/** A problem, a need, a task, a complaint, a slip, or what a bank owes a need, somebody was told of. */
export type Matter = Readonly<{
  kind: 'ISSUE' | 'FACTOR' | 'TASK' | 'COMPLAINT' | 'OFFER' | 'SLIP'
  id: string
  /** Number of a problem, a task, a complaint, a slip or a financing need; kind of a need. */
  no: string
  text: string | null
  /** It waits for nobody any more. */
  over: boolean
}>

/** What somebody was told, as a line of his list 通知. */
export type NoticeLine = Readonly<{
  id: string
  /** Null of what is about no project. */
  projectId: string | null
  project: string | null
  matter: Matter | null
  procedureId: string | null
  item: ItemName | null
  level: Level
  /** What it has eased to since; null while it is as it was told, or worse. */
  eased: Level | null
  /** It is left out of its project's colour for now 豁免中: nobody has to answer. */
  waived: boolean
  step: NoticeStep
  as: PersonFunction
  instead: boolean
  answerBy: PlainDate | null
  planBy: PlainDate | null
  on: PlainDate
  at: string
  seen: boolean
  /** The warning is over. */
  over: boolean
  /** Whether the reader may answer with a reason and a new day. */
  mayAnswer: boolean
  answer: NoticeAnswerLine | null
}>

export type NoticeAnswerLine = Readonly<{ by: string; on: PlainDate; reason: string; newOn: PlainDate }>

export type NoticePage = Readonly<{ rows: readonly NoticeLine[]; total: number; unseen: number; instead: number }>

/** One rung of an item: who was told of it, and who has looked 告知情况. */
export type ToldRung = Readonly<{
  key: string
  item: ItemName | null
  matter: Matter | null
  level: Level
  step: Step
  on: PlainDate
  at: string
  answerBy: PlainDate | null
  people: readonly Readonly<{ id: string; name: string; as: PersonFunction; instead: boolean; seen: boolean }>[]
}>

/** Who was told of an item, and what was answered. */
export type ToldOf = Readonly<{ rungs: readonly ToldRung[]; answers: readonly NoticeAnswerLine[] }>
