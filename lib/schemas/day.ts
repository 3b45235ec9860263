import type { Escalation } from '@/lib/domain/escalation'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Live } from './project-row'
import type { InboxLine, ReminderLine, SentLine } from './reminder'
import type { Turn } from './turn'
import type { BoardRow } from './warning'

export type Levels = Readonly<Record<Level, number>>

/** What changed its colour since a day was over. */
export type Turned = Readonly<{
  since: PlainDate
  /** How many have which colour now, and had which before, of those that changed. */
  counts: Levels
  wasOf: Levels
  worseCount: number
  /** Of the worse ones, those that are red or yellow now. */
  alarmed: number
  betterCount: number
  worse: readonly BoardRow<Level>[]
  better: readonly BoardRow<Level>[]
}>

/** A project on somebody's first page, with what speaks for its colour. */
export type DayProject = Live & Turn & Readonly<{ id: string; name: string }>

/** The same where whoever holds it can be reminded. */
export type Remindable = DayProject & Readonly<{ line: ReminderLine | null }>

export type Unreported = Readonly<{
  id: string
  name: string
  level: Level
  steward: string | null
  verifiedOn: PlainDate | null
  line: ReminderLine | null
}>

export type PendingHandover = Readonly<{
  id: string
  projectId: string
  project: string
  from: string
  to: string
  /** The instant it was proposed, ISO. */
  at: string
  /** The reader proposed it, and may take it back. */
  mine: boolean
}>

/** A project that came into the library or left it 进出库. */
export type Movement = Readonly<{
  id: string
  projectId: string
  project: string
  kind: 'ENTERED' | 'BACK' | 'SUSPENDED' | 'REMOVED' | 'MERGED'
  on: PlainDate
  reason: string | null
}>

/** What the office finds first. */
export type OfficeDay = Readonly<{
  inbox: readonly InboxLine[]
  sent: readonly SentLine[]
  /** Projects that report every week, and those that have not this week. */
  reporting: number
  unreportedCount: number
  unreported: readonly Unreported[]
  turned: Omit<Turned, 'worse'> &
    Readonly<{ worse: readonly (BoardRow<Level> & Readonly<{ line: ReminderLine | null }>)[] }>
  /** What turns red this week if nobody moves. */
  turning: readonly Remindable[]
  handovers: readonly PendingHandover[]
  movements: readonly Movement[]
}>

/** Whom to call about a matter. */
export type Callee = Readonly<{ name: string; unit: string | null; phone: string | null }>

export type RedProject = DayProject &
  Readonly<{
    redOn: PlainDate | null
    redWd: number
    step: Escalation
    /** Whether it wants the reader's own word. */
    asks: boolean
    callee: Callee | null
    line: ReminderLine | null
  }>

/** What a leader, or the head of the group, finds first. */
export type LeaderDay = Readonly<{
  inbox: readonly InboxLine[]
  sent: readonly SentLine[]
  total: number
  levels: Levels
  reds: readonly RedProject[]
  asks: number
  yellows: readonly DayProject[]
  /** Yellow ones that turn red by the end of the week. */
  turningRed: number
  turned: Turned
}>

export type StewardLoad = Readonly<{
  id: string | null
  name: string | null
  projects: number
  red: number
  yellow: number
  unreported: number
}>

export type DayIssue = Readonly<{
  id: string
  projectId: string
  project: string
  number: number
  text: string
  unit: string | null
  dueOn: PlainDate | null
  /** Its term was counted into a year whose holidays are not published 暂定. */
  dueProvisional: boolean
  late: boolean
}>

export type Site = Readonly<{
  id: string
  name: string
  level: Level
  startOn: PlainDate | null
  started: boolean
  steward: Callee | null
}>

/** What a task force or a street finds first. */
export type GroupDay = Readonly<{
  inbox: readonly InboxLine[]
  sent: readonly SentLine[]
  total: number
  levels: Levels
  warned: readonly Remindable[]
  unreportedCount: number
  unreported: readonly Unreported[]
  issues: readonly DayIssue[]
  issueCount: number
  sites: readonly Site[]
  loads: readonly StewardLoad[]
  handovers: readonly PendingHandover[]
  turned: Turned
}>
