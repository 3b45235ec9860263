import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { Owner, Reason } from '@/lib/domain/reason'
import type { Clock } from '@/lib/domain/ruler'
import { addressDay } from './address-day'
import { PAGE_SIZES } from './project'
import type { Turn } from './turn'

/** Views of the queue: the groups of states, and what is owed to a promise in the running month 本月应办. */
export const QUEUE_GROUPS = ['open', 'accepted', 'received', 'paused', 'ready', 'waiting', 'done', 'month'] as const
export type QueueGroup = (typeof QUEUE_GROUPS)[number]

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What the address of the queue says; anything it cannot read falls back to the default. */
export const procedureFilter = z.object({
  group: one(z.enum(QUEUE_GROUPS).default('open')).catch('open'),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  level: one(z.enum(['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY']).optional()).catch(undefined),
  agency: one(z.uuid().optional()).catch(undefined),
  /** A person, or `none` for what nobody has taken. */
  handler: one(z.union([z.uuid(), z.literal('none')]).optional()).catch(undefined),
  code: one(
    z
      .string()
      .regex(/^[A-Z]{2}\d{2}$/)
      .optional(),
  ).catch(undefined),
  mine: one(z.literal('1').optional()).catch(undefined),
  /** Whose move the colour says it is. */
  owner: one(z.enum(['AGENCY', 'ENTERPRISE', 'STEWARD']).optional()).catch(undefined),
  due: one(z.enum(['late', 'today']).optional()).catch(undefined),
  /** Days on which what is finished ended. */
  from: addressDay,
  to: addressDay,
  /** Task force of the project. */
  taskforce: one(z.uuid().optional()).catch(undefined),
  /** In the month's view and among what is finished: within the promise, or not. */
  kept: one(z.enum(['yes', 'no']).optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1),
  size: one(
    z.coerce
      .number()
      .refine((n): n is (typeof PAGE_SIZES)[number] => PAGE_SIZES.some((s) => s === n))
      .default(50),
  ).catch(50),
})
export type ProcedureFilter = z.infer<typeof procedureFilter>

/** One procedure among those of many projects. */
export type QueueRow = Readonly<{
  id: string
  version: number
  code: string
  nameZh: string
  nameEn: string
  project: Readonly<{ id: string; name: string }>
  agency: string
  handlerId: string | null
  handler: string | null
  state: ProcedureState
  level: Level
  reason: Reason | null
  owner: Owner | null
  clock: Clock | null
  /** Day its limit ends, the working days left to it (negative once it is over), and whether that is 暂定. */
  dueOn: PlainDate | null
  remaining: number | null
  dueProvisional: boolean
  finishedOn: PlainDate | null
}> &
  Turn

/** A page of the queue with the totals of everything its filter holds. */
export type QueuePage = Readonly<{
  rows: readonly QueueRow[]
  total: number
  levels: Readonly<Record<Level, number>>
  late: number
  dueToday: number
}>
