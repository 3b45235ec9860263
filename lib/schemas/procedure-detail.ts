import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { MoveKind } from '@/lib/domain/procedure-move'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Owner, Reason } from '@/lib/domain/reason'
import type { Relay } from '@/lib/domain/relay'
import type { Clock } from '@/lib/domain/ruler'
import type { DueArithmetic } from '@/lib/domain/work-calendar'
import type { Turn } from './turn'

/** One recorded move; a back-entry has a later recorded day. */
export type ProcedureEventLine = Readonly<{
  id: string
  seq: number
  move: MoveKind | 'TAKE_BACK'
  on: PlainDate
  recordedOn: PlainDate
  who: string | null
  approver: string | null
  reason: string | null
  takenBack: boolean
}>

export type ProcedureDetail = Readonly<{
  id: string
  version: number
  code: string
  nameZh: string
  nameEn: string
  project: Readonly<{ id: string; name: string; steward: string | null; stewardPhone: string | null }>
  agency: string
  handler: string | null
  state: ProcedureState
  level: Level
  owner: Owner | null
  reasons: readonly Reason[]
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
  receivedOn: PlainDate | null
  acceptedOn: PlainDate | null
  finishedOn: PlainDate | null
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
    on: PlainDate
  }>[]
  law: Readonly<{ title: string | null; article: string | null; url: string | null; status: string | null }>
  materials: readonly string[]
  tolerance: boolean
  commitment: boolean
  validityMonths: number | null
  validityNote: string | null
  predecessors: readonly Readonly<{ id: string; nameZh: string; nameEn: string; state: ProcedureState; level: Level }>[]
  events: readonly ProcedureEventLine[]
  /** What the actor may record now. */
  moves: readonly MoveKind[]
  /** The actor's own move of today that he may still take back. */
  takeBack: MoveKind | null
  mayReplan: boolean
}> &
  Turn

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
}>
