import { z } from 'zod'
import type { Booking } from '@/lib/domain/booking'
import { ENTERPRISE_SIZES, type EnterpriseSize, INDUSTRIES, type Industry } from '@/lib/domain/enterprise'
import {
  EVENT_KINDS,
  EVENT_STATES,
  type EventKind,
  type EventState,
  type GuestAnswer,
} from '@/lib/domain/finance-event'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import { plainDate } from './procedure'

// Printed in one line of the list of events.
export const EVENT_THEME_MAX = 40
export const EVENT_PLACE_MAX = 60
export const EVENT_TEXT_MAX = 200
/** As many as a list shows at once. */
export const EVENT_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)
const day = one(
  z
    .string()
    .refine((text) => parsePlainDate(text) !== null)
    .transform((text) => text as PlainDate)
    .optional(),
).catch(undefined)
const id = one(z.uuid().optional()).catch(undefined)
const page = one(z.coerce.number().int().min(1).max(100_000).default(1)).catch(1)
const query = one(z.string().trim().max(60).optional()).catch(undefined)

/** What lies ahead, each state, and everything. */
export const EVENT_TABS = ['ahead', ...EVENT_STATES, 'all'] as const
export type EventTab = (typeof EVENT_TABS)[number]

/** What the address of the list of events says; anything it cannot read falls back to the default. */
export const eventFilter = z.object({
  state: one(z.enum(EVENT_TABS).default('all')).catch('all'),
  q: query,
  kind: one(z.enum(EVENT_KINDS).optional()).catch(undefined),
  industry: one(z.enum(INDUSTRIES).optional()).catch(undefined),
  street: id,
  bank: id,
  /** Days of the event; what became of its intentions is counted up to `to`. */
  from: day,
  to: day,
  /** Only firms with a project of a team are counted, and events one of them was invited to. */
  taskforce: id,
  page,
})
export type EventFilter = z.infer<typeof eventFilter>

/** Firms the ledger offers for an event. */
export const inviteFilter = z.object({
  q: query,
  industry: one(z.enum(INDUSTRIES).optional()).catch(undefined),
  street: id,
  size: one(z.enum(ENTERPRISE_SIZES).optional()).catch(undefined),
  /** Only those that look for money 有未办结的融资需求. */
  need: one(z.literal('1').optional()).catch(undefined),
  page,
})
export type InviteFilter = z.infer<typeof inviteFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const words = z.string().trim().max(EVENT_TEXT_MAX, 'TEXT_TOO_LONG').default('')
const about = { eventId: z.uuid(), version: z.coerce.number().int() }

/** An event as its form says it. */
export const eventInput = z.object({
  theme: z.string().trim().min(1, 'EVENT_THEME_MISSING').max(EVENT_THEME_MAX, 'TEXT_TOO_LONG'),
  kind: z.enum(EVENT_KINDS, 'EVENT_KIND_MISSING'),
  industry: z.preprocess(blank, z.enum(INDUSTRIES).optional()),
  streetId: z.preprocess(blank, z.uuid().optional()),
  heldOn: plainDate,
  startsAt: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'EVENT_TIME_MISSING'),
  place: z.string().trim().min(1, 'EVENT_PLACE_MISSING').max(EVENT_PLACE_MAX, 'TEXT_TOO_LONG'),
  organiserId: z.uuid('EVENT_ORGANISER_MISSING'),
  note: words,
})
export type EventInput = z.output<typeof eventInput>

export const eventEdit = eventInput.extend(about)
export type EventEditInput = z.output<typeof eventEdit>

const ids = (most: number) => z.array(z.uuid()).max(most).default([])

export const eventBanks = z.object({ ...about, bankIds: ids(60) })
export type EventBanksInput = z.output<typeof eventBanks>

export const eventPick = z.object({ eventId: z.uuid(), enterpriseIds: ids(EVENT_PAGE), despite: words })
export type EventPickInput = z.output<typeof eventPick>

export const eventUnpick = z.object({ guestId: z.uuid() })
export type EventUnpickInput = z.output<typeof eventUnpick>

export const eventStep = z.object(about)
export type EventStepInput = z.output<typeof eventStep>

export const eventCancel = z.object({ ...about, reason: words })
export type EventCancelInput = z.output<typeof eventCancel>

export const eventHold = z.object({ ...about, guestIds: ids(500), bankIds: ids(60) })
export type EventHoldInput = z.output<typeof eventHold>

export const guestAnswer = z.object({ guestId: z.uuid(), answer: z.enum(['COMING', 'REFUSED']), word: words })
export type GuestAnswerInput = z.output<typeof guestAnswer>

type Named = Readonly<{ id: string; name: string }>

/** What became of the intentions of some events. Four columns: no kind of money is added to another. */
export type EventMoney = Readonly<{
  intentions: number
  intendedFen: bigint
  grantedFen: bigint
  paidNewFen: bigint
  paidRenewedFen: bigint
}>

export type EventCounts = Readonly<{
  invited: number
  coming: number
  refused: number
  /** Who came: firms, banks. */
  firms: number
  banks: number
}>

/** An event as a line of the list. */
export type EventRow = Readonly<{
  id: string
  version: number
  theme: string
  kind: EventKind
  industry: Industry | null
  street: Named | null
  heldOn: PlainDate
  startsAt: string
  place: string
  organiser: Named
  state: EventState
  counts: EventCounts
  money: EventMoney
}>

export type EventPage = Readonly<{
  rows: readonly EventRow[]
  total: number
  counts: Readonly<Record<EventTab, number>>
  /** Of all events of the filter. */
  sum: EventCounts & EventMoney
}>

/** A firm at an event. */
export type EventGuestRow = Readonly<{
  id: string
  enterprise: Named
  answer: GuestAnswer
  answeredOn: PlainDate | null
  /** Who wrote the answer down for the firm; null where it answered itself. */
  recordedBy: string | null
  word: string | null
  despite: string | null
  attended: boolean | null
  bookings: readonly Booking[]
}>

export type EventBankRow = Named & Readonly<{ attended: boolean | null }>

/** An event with everything its page shows the reader. */
export type EventDetail = EventRow &
  Readonly<{
    invitedOn: PlainDate | null
    cancelReason: string | null
    note: string | null
    banks: readonly EventBankRow[]
    /** All guests for who runs it, his own firm for a contact, none for the others. */
    guests: readonly EventGuestRow[]
    may: Readonly<{
      edit: boolean
      banks: boolean
      pick: boolean
      invite: boolean
      hold: boolean
      cancel: boolean
      answer: boolean
      sign: boolean
      report: boolean
    }>
  }>

/** A firm the ledger offers for an event. */
export type Candidate = Named &
  Readonly<{
    industry: Industry | null
    size: EnterpriseSize | null
    street: string | null
    /** What else it is booked for that week 无事不扰. */
    bookings: readonly Booking[]
    /** It is on the list already. */
    picked: boolean
  }>

/** What the form of an event offers. */
export type EventChoices = Readonly<{
  organisers: readonly Named[]
  streets: readonly Named[]
  banks: readonly Named[]
}>
