import type { ApprovalKind } from '@/lib/domain/approval'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { MilestoneKind } from '@/lib/domain/project'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Clock } from '@/lib/domain/ruler'
import type { PendingHandover } from './day'
import type { ItemName, Live } from './project-row'
import type { Turn } from './turn'

/** Something that wants somebody to act: a project with the reason that speaks for it. */
export type WorkItem = Live &
  Turn &
  Readonly<{
    id: string
    name: string
    level: Level
    lastVerifiedOn: PlainDate | null
    /** Its other running clocks that want a move. */
    beside: readonly RunningLine[]
  }>

/** A running procedure nobody here has to touch yet. */
export type RunningLine = Readonly<{
  id: string
  projectId: string
  project: string
  nameZh: string
  nameEn: string
  agency: string
  handler: string | null
  level: Level
  clock: Clock
  remaining: number
  promise: CountedDay | null
}>

export type WorkbenchProject = Readonly<{ id: string; name: string; level: Level; text: string | null }>

/** What a signed-in person finds first 今天. */
/** What a successor takes over, as it stood when the handover was proposed. */
export type HandoverItems = Readonly<{
  procedures: readonly Readonly<{ item: ItemName | null; code: string; state: ProcedureState; level: Level }>[]
  issues: readonly Readonly<{ number: number; text: string; dueOn: PlainDate | null; dueProvisional?: boolean }>[]
  promises: readonly Readonly<{ kind: MilestoneKind; plannedOn: PlainDate; moves: number }>[]
  /** Asked for and not decided; handovers proposed before they were kept have none. */
  approvals: readonly Readonly<{ kind: ApprovalKind; item: ItemName | null; code: string | null; askedOn: PlainDate }>[]
}>

export type Workbench = Readonly<{
  items: readonly WorkItem[]
  /** How many there are in all; the list shows the first of them. */
  itemCount: number
  /** Running clocks in other hands; the first of `runningCount`. */
  running: readonly RunningLine[]
  runningCount: number
  /** Projects not looked at this week, where the actor reports. */
  unreported: readonly WorkbenchProject[]
  projects: readonly WorkbenchProject[]
  projectCount: number
  levels: Readonly<Record<Level, number>>
  handovers: readonly Readonly<{
    id: string
    projectId: string
    project: string
    from: string
    /** Whom it was offered to, where the reader stands in for him. */
    receiver: string | null
    /** Projects the receiver answers for himself; those he stands in for are not his. */
    has: number
    note: string
    open: HandoverItems
  }>[]
  /** The actor's own projects he has offered to somebody who has not answered. */
  offered: readonly PendingHandover[]
}>
