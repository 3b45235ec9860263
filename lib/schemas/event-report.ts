import { z } from 'zod'
import type { EventKind } from '@/lib/domain/finance-event'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import type { EventCounts, EventMoney } from './finance-event'

/** As of which day a report counts what became of the intentions; today when absent. */
export const reportQuery = z.object({
  asOf: z
    .preprocess(
      (value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value),
      z
        .string()
        .refine((text) => parsePlainDate(text) !== null)
        .transform((text) => text as PlainDate)
        .optional(),
    )
    .catch(undefined),
})

/** The facts a report of an event is written from 活动报告. */
export type EventReport = Readonly<{
  id: string
  theme: string
  kind: EventKind
  heldOn: PlainDate
  startsAt: string
  place: string
  organiser: string
  note: string | null
  asOf: PlainDate
  counts: EventCounts
  money: EventMoney
  firms: readonly string[]
  banks: readonly string[]
  /** Intentions by what had become of them. */
  states: Readonly<{ granted: number; paid: number; lapsed: number }>
  /** Follow-ups on the 30th, 60th and 90th day: those whose day had come, and those answered by then. */
  follow: Readonly<{ due: number; done: number }>
  /** Whose the paper is: the district's office. */
  unit: string
}>
