import { z } from 'zod'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { MoveKind } from '@/lib/domain/procedure-move'
import type { QueueRow } from './procedure-queue'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** Panels a row can open: a move, giving it to a colleague, or what else there is to do. */
const PANELS = /^[a-z_]{2,20}$/

/** What the address of an agency's first page says: whose list, which row is open, what it shows, what was just done. */
export const deskAddress = z.object({
  list: one(z.enum(['home', 'unit']).default('home')).catch('home'),
  open: one(z.uuid().optional()).catch(undefined),
  panel: one(z.string().regex(PANELS).optional()).catch(undefined),
  done: one(z.uuid().optional()).catch(undefined),
})
export type DeskAddress = z.infer<typeof deskAddress>

/** A sentence that came with a procedure and has not been read yet. */
export type Told = Readonly<{
  procedureId: string
  /** Handed on by a colleague, or said by somebody outside the unit. */
  mark: 'HANDED' | 'REMINDER' | 'INSTRUCTION'
  from: string
  text: string
  /** The instant it was said, ISO, and its day. */
  at: string
  on: PlainDate
}>

/** A move of today that its maker can still take back. */
export type DoneToday = Readonly<{
  procedureId: string
  version: number
  project: string
  nameZh: string
  nameEn: string
  move: MoveKind
  /** The instant it was recorded, ISO. */
  at: string
}>

export type MonthPromise = Readonly<{ kept: number; owed: number }>

/** What an agency's person finds first. */
export type AgencyDay = Readonly<{
  /** Clocks that run, by days left; what a colleague handed on comes first. */
  rows: readonly QueueRow[]
  told: readonly Told[]
  paused: readonly QueueRow[]
  /** Everything in hand, running and paused, and the same of the whole agency. */
  open: number
  openOfUnit: number
  running: number
  pausedCount: number
  /** Beyond the promise; beyond the five days to accept; ending today. */
  late: number
  unaccepted: number
  dueToday: number
  done: readonly DoneToday[]
  month: MonthPromise
}>

export type HandlerLoad = Readonly<{
  id: string | null
  name: string | null
  open: number
  late: number
  dueToday: number
  paused: number
}>

/** An extension recorded with somebody's approval. */
export type ApprovedExtension = Readonly<{
  procedureId: string
  project: string
  nameZh: string
  nameEn: string
  days: number
  reason: string | null
  on: PlainDate
}>

/** What the head of an agency finds first. */
export type HeadDay = Readonly<{
  /** Red and yellow with the agency to move, wherever they are, and whatever is over its time. */
  late: readonly QueueRow[]
  lateCount: number
  red: number
  yellow: number
  /** Its own clock is over, as the queue counts it: to accept, or the promise. */
  overdue: number
  open: number
  dueToday: number
  loads: readonly HandlerLoad[]
  month: MonthPromise
  extensions: readonly ApprovedExtension[]
  done: readonly DoneToday[]
}>
