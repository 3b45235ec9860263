import { z } from 'zod'
import { JOB_EVENT_STATES, JOB_NEED_STATES, type JobEventState, type JobNeedState } from '@/lib/domain/job'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plainDate } from './procedure'

export const JOB_PAGE = 50
export const POST_MAX = 40
export const JOB_NOTE_MAX = 200
export const THEME_MAX = 60

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const id = one(z.uuid().optional()).catch(undefined)
const day = one(plainDate.optional()).catch(undefined)
const page = one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1)

/** What is looked for now, what has been filled, everything that counts, what was taken back. */
export const JOB_TABS = ['OPEN', 'FILLED', 'all', 'WITHDRAWN'] as const

/** What the address of the list of posts says; anything it cannot read falls back to the default. */
export const jobFilter = z.object({
  state: one(z.enum(JOB_TABS).default('OPEN')).catch('OPEN'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  enterprise: id,
  /** Of enterprises with a project of this task force. */
  taskforce: id,
  /** Raised on these days. */
  from: day,
  to: day,
  page,
})
export type JobFilter = z.infer<typeof jobFilter>

export const JOB_EVENT_TABS = [...JOB_EVENT_STATES, 'all'] as const
export const jobEventFilter = z.object({
  state: one(z.enum(JOB_EVENT_TABS).default('all')).catch('all'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  taskforce: id,
  from: day,
  to: day,
  page,
})
export type JobEventFilter = z.infer<typeof jobEventFilter>

const version = z.coerce.number().int()
const whole = (code: string, least: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(/[,,\s]/g, ''))
    .pipe(z.string().regex(/^\d{1,6}$/, code))
    .transform(Number)
    .refine((n) => n >= least, 'JOB_NUMBER_NONE')
/** Yuan a month, whole or with cents; empty where it is agreed in person. */
const pay = z
  .string()
  .trim()
  .default('')
  .transform((text) => text.replace(/[,,\s]|元$/g, ''))
  .pipe(z.string().regex(/^(\d{1,7}(\.\d{1,2})?)?$/, 'JOB_PAY_UNREADABLE'))
const note = z.string().trim().max(JOB_NOTE_MAX, 'TEXT_TOO_LONG').default('')

const need = {
  post: z.string().trim().min(1, 'JOB_POST_MISSING').max(POST_MAX, 'TEXT_TOO_LONG'),
  number: whole('JOB_NUMBER_UNREADABLE', 1),
  payFrom: pay,
  payTo: pay,
  note,
}

/** A post an enterprise looks for people for. The enterprise is named; a project unit raises its own. */
export const jobRaise = z.object({ enterprise: z.string().trim().max(100).default(''), ...need })
export type JobRaiseInput = z.output<typeof jobRaise>

export const jobEdit = z.object({ needId: z.uuid(), version, ...need, state: z.enum(JOB_NEED_STATES) })
export type JobEditInput = z.output<typeof jobEdit>

const event = {
  theme: z.string().trim().min(2, 'JOB_THEME_MISSING').max(THEME_MAX, 'TEXT_TOO_LONG'),
  on: plainDate,
  place: z.string().trim().max(THEME_MAX, 'TEXT_TOO_LONG').default(''),
  note,
}
export const jobEventPlan = z.object(event)
export type JobEventPlanInput = z.output<typeof jobEventPlan>
export const jobEventEdit = z.object({ eventId: z.uuid(), version, ...event, state: z.enum(JOB_EVENT_STATES) })
export type JobEventEditInput = z.output<typeof jobEventEdit>

/** Posts of a need at an event; none takes it off again. */
export const jobOffer = z.object({
  eventId: z.uuid(),
  needId: z.uuid('JOB_NEED_MISSING'),
  offered: whole('JOB_OFFERED_UNREADABLE', 0),
  intended: z.preprocess(
    (value) => (value === '' || value === undefined ? '0' : value),
    whole('JOB_NUMBER_UNREADABLE', 0),
  ),
})
export type JobOfferInput = z.output<typeof jobOffer>

type Named = Readonly<{ id: string; name: string }>

/** A need as a line of 用工需求台账. */
export type JobRow = Readonly<{
  id: string
  version: number
  enterprise: Named
  post: string
  number: number
  /** Yuan a month as typed amounts; empty where it is agreed in person. */
  payFrom: string
  payTo: string
  note: string | null
  state: JobNeedState
  raisedOn: PlainDate
  raisedBy: string | null
  /** Of the posts, those that found somebody who means to come. */
  intended: number
}>
export type JobPage = Readonly<{
  rows: readonly JobRow[]
  total: number
  /** Posts of all rows of the filter. */
  posts: number
  enterprises: number
  counts: Readonly<Record<(typeof JOB_TABS)[number], number>>
}>
export type JobDetail = JobRow &
  Readonly<{
    mayEdit: boolean
    events: readonly Readonly<{ id: string; theme: string; on: PlainDate; offered: number; intended: number }>[]
  }>

/** An event as a line of its list, with the posts taken to it that the reader sees. */
export type JobEventRow = Readonly<{
  id: string
  version: number
  theme: string
  on: PlainDate
  place: string | null
  note: string | null
  organiser: string | null
  state: JobEventState
  enterprises: number
  offered: number
  intended: number
}>
export type JobEventPage = Readonly<{
  rows: readonly JobEventRow[]
  total: number
  offered: number
  intended: number
  counts: Readonly<Record<(typeof JOB_EVENT_TABS)[number], number>>
}>
export type JobEventDetail = JobEventRow &
  Readonly<{
    mayEdit: boolean
    posts: readonly Readonly<{
      needId: string
      enterprise: Named
      post: string
      number: number
      offered: number
      intended: number
    }>[]
    /** Open needs that are not at the event yet, for who may add them. */
    choices: readonly Readonly<{ id: string; name: string }>[]
  }>
