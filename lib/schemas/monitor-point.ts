import { z } from 'zod'
import {
  PLATE_STANDS,
  type PlateStand,
  type PlateState,
  POINT_KINDS,
  POINT_STATES,
  type PointKind,
  type PointState,
} from '@/lib/domain/monitor-point'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plainDate } from './procedure'
import { phoneText } from './project-change'

// Fits one line of the poster.
export const POINT_NAME_MAX = 30
export const POINT_ADDRESS_MAX = 80
export const POINT_TEXT_MAX = 200
const PERSON_MAX = 20

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

export const POINT_TABS = [...POINT_STATES, 'all'] as const
export type PointTab = (typeof POINT_TABS)[number]

/** What the address of the register says; anything it cannot read falls back to the default. */
export const pointFilter = z.object({
  state: one(z.enum(POINT_TABS).default('OPEN')).catch('OPEN'),
  kind: one(z.enum(POINT_KINDS).optional()).catch(undefined),
  plate: one(z.enum(PLATE_STANDS).optional()).catch(undefined),
  q: one(z.string().trim().max(60).optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(1_000).default(1)).catch(1),
})
export type PointFilter = z.infer<typeof pointFilter>

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const person = (missing: string) => z.string().trim().min(1, missing).max(PERSON_MAX, 'TEXT_TOO_LONG')
const phone = z.preprocess(blank, phoneText.optional())

/** A point as its form says it. */
export const pointInput = z.object({
  name: z.string().trim().min(1, 'POINT_NAME_MISSING').max(POINT_NAME_MAX, 'TEXT_TOO_LONG'),
  kind: z.enum(POINT_KINDS, 'POINT_KIND_MISSING'),
  address: z.string().trim().min(1, 'POINT_ADDRESS_MISSING').max(POINT_ADDRESS_MAX, 'TEXT_TOO_LONG'),
  /** Name of the firm at the point, one of the register. */
  enterprise: z.string().trim().max(120, 'TEXT_TOO_LONG').default(''),
  supervisorName: person('POINT_SUPERVISOR_MISSING'),
  supervisorPhone: phone,
  /** His unit; he is of the firm at the point when empty. */
  supervisorUnitId: z.preprocess(blank, z.uuid('UNIT_MISSING').optional()),
  contactName: person('POINT_CONTACT_MISSING'),
  contactPhone: phone,
  openedOn: z.preprocess(blank, plainDate.optional()),
  closedOn: z.preprocess(blank, plainDate.optional()),
  closedReason: z.string().trim().max(POINT_TEXT_MAX, 'TEXT_TOO_LONG').default(''),
})
export type PointInput = z.output<typeof pointInput>

export const pointEdit = pointInput.extend({ pointId: z.uuid(), version: z.coerce.number().int() })
export type PointEditInput = z.output<typeof pointEdit>

const reason = z.string().trim().max(POINT_TEXT_MAX, 'TEXT_TOO_LONG')

/** A new plate for a point; why, where one hangs there already. */
export const plateIssue = z.object({ pointId: z.uuid(), reason: reason.default('') })
export type PlateIssueInput = z.output<typeof plateIssue>

/** The day a plate was hung up. */
export const platePost = z.object({ plateId: z.uuid(), version: z.coerce.number().int(), on: plainDate })
export type PlatePostInput = z.output<typeof platePost>

/** A plate is taken out of use at once. */
export const plateRevoke = z.object({
  plateId: z.uuid(),
  version: z.coerce.number().int(),
  reason: reason.min(1, 'PLATE_REVOKE_WHY'),
})
export type PlateRevokeInput = z.output<typeof plateRevoke>

type Named = Readonly<{ id: string; name: string }>
type Reachable = Named & Readonly<{ phone: string | null }>

/** A point as a line of the register. */
export type PointRow = Readonly<{
  id: string
  version: number
  number: number
  name: string
  kind: PointKind
  address: string
  enterprise: Named | null
  supervisor: Reachable & Readonly<{ unit: string | null; unitId: string | null }>
  contact: Reachable
  state: PointState
  openedOn: PlainDate | null
  closedOn: PlainDate | null
  closedReason: string | null
  stand: PlateStand
  /** Whether a plate that should be good leads nowhere, for the server signs with another key since. */
  unsigned: boolean
  /** The day the plate that hangs there was hung up. */
  postedOn: PlainDate | null
}>

export type PointPage = Readonly<{
  rows: readonly PointRow[]
  total: number
  counts: Readonly<Record<PointTab, number>>
}>

/** A plate of a point, as its page tells its story. */
export type PlateRow = Readonly<{
  id: string
  version: number
  code: string
  state: PlateState
  /** False where the server signs with another key since: it leads nowhere, and a new one is needed. */
  signed: boolean
  reason: string | null
  issuedOn: PlainDate
  issuedBy: string | null
  postedOn: PlainDate | null
  endedOn: PlainDate | null
  endReason: string | null
}>

/** A point with everything its page shows. */
export type PointDetail = PointRow &
  Readonly<{
    registeredOn: PlainDate
    /** Latest first. */
    plates: readonly PlateRow[]
    may: Readonly<{ edit: boolean; plates: boolean }>
  }>

/** What its form offers. */
export type PointChoices = Readonly<{ units: readonly Named[]; enterprises: readonly string[] }>

/** Where points are lacking plates, counted over those in use. */
export type PointFigures = Readonly<{ open: number } & Record<PlateStand, number>>

/** What a poster says of a point and its plate. */
export type PosterFacts = Readonly<{
  plateId: string
  number: number
  /** How many points the district has in use. */
  of: number
  name: string
  code: string
}>
