import type { Level } from '@/lib/domain/level-scale'
import type { Despite, StepDay } from '@/lib/domain/move-doubts'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { PlanApproval } from '@/lib/domain/plan-change'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { AwaitedTerm, MoveKind } from '@/lib/domain/procedure-move'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Owner, Reason } from '@/lib/domain/reason'
import type { Relay } from '@/lib/domain/relay'
import type { Clock } from '@/lib/domain/ruler'
import type { Explained } from '@/lib/domain/why'
import type { DueArithmetic } from '@/lib/domain/work-calendar'
import type { ClearingWays } from './clearing'
import type { Reachable } from './project-detail'
import type { LiveReason } from './project-row'
import type { TimeAccount } from './time-table'
import type { Turn } from './turn'

type Named = Readonly<{ nameZh: string; nameEn: string }>

/** What does not go together in a move, by name. */
export type NamedDoubts = Readonly<{
  open: readonly Named[]
  later: readonly (Named & Readonly<{ on: PlainDate }>)[]
  enteredOn: PlainDate | null
}>

/** What the form of a move asks besides its own fields. */
export type MoveQuestions = Readonly<{
  /** Days of steps nobody recorded 补录, each with the day it is proposed with. */
  steps: readonly Readonly<{ name: StepDay; proposed: PlainDate | null }>[]
  doubts: NamedDoubts | null
}>

/** One recorded move; a back-entry has a later recorded day. */
export type ProcedureEventLine = Readonly<{
  id: string
  seq: number
  move: MoveKind | 'TAKE_BACK'
  on: PlainDate
  recordedOn: PlainDate
  who: string | null
  approver: string | null
  /** The office saw an approval given by somebody without an account 代录. */
  onBehalf: boolean
  reason: string | null
  takenBack: boolean
  /** Working days an extension added. */
  extendedWd: number | null
  /** Recorded by the steward for the agency 管家代录. */
  bySteward: boolean
  /** Days of earlier steps recorded with it 补录. */
  stated: Readonly<Partial<Record<StepDay, PlainDate>>>
  /** Day of receipt from which it counts as accepted, where the five days had run out before it 视为受理. */
  deemedFrom: PlainDate | null
  /** What was confirmed with it although the record said otherwise. */
  despite: (NamedDoubts & Readonly<{ reason: Despite; note: string | null }>) | null
}>

/** A clock that stands at the moment. */
export type Standstill = Readonly<{
  kind: 'SUPPLEMENT' | 'SPECIAL'
  since: PlainDate
  used: number
  /** Working days left of either limit; negative when it is over; null where there is none. */
  promiseLeft: number
  statuteLeft: number | null
}>

export type ProcedureDetail = Readonly<{
  id: string
  /** The reader is to take its project over and has not answered. */
  offered: boolean
  version: number
  code: string
  nameZh: string
  nameEn: string
  project: Readonly<{ id: string; name: string; steward: string | null; stewardPhone: string | null }>
  agency: string
  handler: string | null
  /** Who can be called about it: the agency's handler, and the unit's contact. */
  handlerCall: Reachable | null
  contactCall: Reachable | null
  state: ProcedureState
  level: Level
  owner: Owner | null
  reasons: readonly Explained<Reason>[]
  /** What would turn it green 怎样转绿; null where it is. */
  clearing: ClearingWays | null
  /** Where its working days went 时间去哪了. */
  time: TimeAccount
  nextInWd: number | null
  /** The colour of today is counted through an unpublished year. 暂定 */
  provisional: boolean
  clock: Clock | null
  relay: Relay | null
  promisedWd: number
  statutoryWd: number | null
  statutoryDays: number | null
  statutoryUnit: string | null
  extensionWd: number
  /** How the days to the two limits are counted; null while no clock runs. */
  promise: (DueArithmetic & Readonly<{ pausedWd: number }>) | null
  statute: (DueArithmetic & Readonly<{ pausedWd: number }>) | null
  /** Why no limit has a due day now, and what is left of them; null while the clock runs or has not begun. */
  standstill: Standstill | null
  receivedOn: PlainDate | null
  acceptedOn: PlainDate | null
  finishedOn: PlainDate | null
  /** Which of these days the steward recorded for the agency 管家代录. */
  stewardDays: readonly ('receivedOn' | 'acceptedOn' | 'finishedOn')[]
  /** The state it is in was recorded by the steward for the agency. */
  recordedBySteward: boolean
  certificateNo: string | null
  expiresOn: PlainDate | null
  toleranceDueOn: PlainDate | null
  naReason: string | null
  planSubmitOn: PlainDate | null
  planFinishOn: PlainDate | null
  baselineFinishOn: PlainDate | null
  planMoves: number
  planHistory: readonly Readonly<{
    id: string
    from: PlainDate | null
    to: PlainDate | null
    reason: string
    nth: number
    who: string | null
    approver: string | null
    onBehalf: boolean
    on: PlainDate
  }>[]
  law: Readonly<{ title: string | null; article: string | null; url: string | null; status: string | null }>
  materials: readonly string[]
  tolerance: boolean
  commitment: boolean
  validityMonths: number | null
  validityNote: string | null
  predecessors: readonly Readonly<{
    id: string
    /** Whether the reader may open its page. */
    open: boolean
    nameZh: string
    nameEn: string
    state: ProcedureState
    level: Level
    /** Why one that is finished is yellow, or keeps a mark. */
    late: Reason | null
  }>[]
  events: readonly ProcedureEventLine[]
  /** First day it counts as accepted with nobody having said so 视为受理, and the day of receipt it counts from. */
  deemed: Readonly<{ on: PlainDate; from: PlainDate }> | null
  /** What the actor may record now. */
  moves: readonly MoveKind[]
  /** The actor's own move of today that he may still take back. */
  takeBack: MoveKind | null
  mayReplan: boolean
  /** Whose approval its plan's next move needs. */
  planApproval: PlanApproval
  /** Last day the actor corrects its proposed plan, which then moves no promise; null when it would. */
  correctUntil: PlainDate | null
}> &
  Turn

/** What a move would lead to; the term only its form can say and does not yet, and nothing where it could not be made so. */
export type MoveOutlook = Readonly<{ preview: MovePreview | null; awaits: AwaitedTerm | null }>

/** The same for a form that was sent only to see it. */
export type MoveShown = Readonly<{
  outlook: MoveOutlook
  kind: MoveKind
  own: boolean
  project: string
  today: PlainDate
}>

/** What a move would lead to, told before it is made. */
export type MovePreview = Readonly<{
  state: ProcedureState
  level: Level
  reason: Reason | null
  nextLevelOn: PlainDate | null
  nextLevel: Level | null
  nextProvisional: boolean
  /** The ruler as it will be, the agency's used and remaining days, and the day the limit then ends. */
  clock: Clock | null
  used: number | null
  remaining: number | null
  due: CountedDay | null
  dueInWd: number | null
  projectBefore: Level
  projectAfter: Level
  /** The worst reason of the project then, with the item it comes from. */
  projectReason: LiveReason | null
}>
