import type { IssueTier } from '@/lib/domain/issue/tier'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { MilestoneKind, Nature, Stage, Status } from '@/lib/domain/project'
import type { ProjectField } from '@/lib/domain/project-base'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Owner, Reason } from '@/lib/domain/reason'
import type { Relay } from '@/lib/domain/relay'
import type { Clock } from '@/lib/domain/ruler'
import type { Explained } from '@/lib/domain/why'
import type { ClearingWays } from './clearing'
import type { LiveReason } from './project-row'
import type { Turn, TurnedBy } from './turn'

/** Somebody one can call. The number is whole only for those who work on the project. */
export type Reachable = Readonly<{ name: string; phone: string | null; callable: boolean }>

/** One procedure of a project as its page shows it. */
export type ProcedureLine = Readonly<{
  id: string
  /** Whether the reader may open its page; otherwise it is named without a link. */
  open: boolean
  code: string
  stage: string
  nameZh: string
  nameEn: string
  agency: string
  state: ProcedureState
  level: Level
  reason: Reason | null
  owner: Owner | null
  clock: Clock | null
  promisedWd: number
  startedOn: PlainDate | null
  acceptedOn: PlainDate | null
  finishedOn: PlainDate | null
  /** Stretches in which the agency's clock stood; an open end still runs. */
  pauses: readonly Readonly<{ from: PlainDate; to: PlainDate | null }>[]
  /** Last day of the promise while the clock runs. 承诺到期 */
  promise: CountedDay | null
  planSubmitOn: PlainDate | null
  planFinishOn: PlainDate | null
  planMoves: number
  forecastStartOn: PlainDate | null
  forecastFinishOn: PlainDate | null
  /** The forecast finish leans on a year whose holidays are not published. 暂定 */
  provisional: boolean
  /** Working days it may slip before the start of the works or production moves 余量; null once finished or open. */
  slack: number | null
  /** On the line that decides the next thing ahead. */
  critical: boolean
  /** Codes of the items it waits for. */
  predecessors: readonly string[]
}> &
  Turn

export type TeamAgency = Readonly<{
  name: string
  person: Reachable | null
  level: Level
  running: number
  paused: number
  finished: number
  total: number
}>

export type MilestoneLine = Readonly<{
  kind: MilestoneKind
  plannedOn: PlainDate | null
  baselineOn: PlainDate | null
  actualOn: PlainDate | null
  monthOnly: boolean
  moves: number
  /** Where the graph says it will be. 预计 */
  forecast: CountedDay | null
  lateWd: number
}>

/** A milestone's promise beside what the graph of procedures foresees 预测. */
export type MilestoneOutlook = Readonly<{
  plannedOn: PlainDate | null
  monthOnly: boolean
  actualOn: PlainDate | null
  /** Null once it is reached, or where nothing decides it. */
  on: CountedDay | null
  /** Working days later than planned; earlier below 0. */
  lateWd: number | null
  /** They are counted through a year whose holidays are not published 暂定. */
  lateOpen: boolean
}>

/** Something that happened at a project; `text` is what a person wrote. */
export type ActivityLine = Readonly<{
  id: string
  at: string
  on: PlainDate
  recordedOn: PlainDate
  kind: 'MOVE' | 'LEVEL' | 'UPDATE' | 'UNCHANGED' | 'WITHDRAWN' | 'STAGE' | 'PLAN' | 'HANDOVER' | 'EDIT' | 'REACHED'
  who: string | null
  move?: string
  /** A move that was taken back since. */
  takenBack?: boolean
  item?: Readonly<{ nameZh: string; nameEn: string }>
  from?: string
  to?: string
  nth?: number
  milestone?: MilestoneKind
  /** Which of a procedure's planned days was moved. */
  plan?: 'SUBMIT' | 'FINISH'
  /** Who approved it. */
  approver?: string
  /** Fields that were edited, old → new. */
  changes?: readonly Readonly<{ field: ProjectField; from: string; to: string }>[]
  /** The week's completed money in 分 as an update stated it, and what it replaced. */
  money?: Readonly<{ from: string | null; to: string }>
  text: string | null
}>

/** The relay of one procedure of a project 接力: every mark on it is of that one. */
export type ProjectRelay = Relay & Readonly<{ of: ProcedureLine }>

export type ProjectDetail = Readonly<{
  id: string
  /** The reader is given the card only: his own unit's procedures and what they wait for, no money, no plan. */
  cardOnly: boolean
  /** The reader is to take it over and has not answered: he reads it, and changes nothing. */
  offered: boolean
  version: number
  number: number
  name: string
  code: string | null
  nature: Nature | null
  content: string | null
  stage: Stage
  status: Status
  totalFen: bigint | null
  yearPlan: Readonly<{ year: number; plannedFen: bigint; doneFen: bigint }> | null
  taskforce: string | null
  street: string | null
  leadUnit: string | null
  enterprise: string | null
  leader: string | null
  level: Level
  reasons: readonly Explained<LiveReason>[]
  /** What would turn it green 怎样转绿; null where it is, and for a reader of the card. */
  clearing: ClearingWays | null
  /** What waivers leave out of the colour, worst first. */
  waived: readonly LiveReason[]
  nextInWd: number | null
  relay: ProjectRelay | null
  turnsBy: TurnedBy | null
  steward: Reachable | null
  /** Who stands in for the steward today, each with the last day of it. 代理 */
  deputies: readonly (Reachable & Readonly<{ until: PlainDate }>)[]
  contact: Reachable | null
  agencies: readonly TeamAgency[]
  milestones: readonly MilestoneLine[]
  procedures: readonly ProcedureLine[]
  /** Working days the chart of procedures spans. */
  axis: readonly PlainDate[]
  /** First of them that is counted into a year whose holidays are not published. 暂定 */
  openFrom: PlainDate | null
  constructionStart: CountedDay | null
  production: CountedDay | null
  /** Start and production with the works between them; null where nothing is left to foresee. */
  outlook: Readonly<{
    start: MilestoneOutlook
    works: Readonly<{ days: number; end: CountedDay | null }> | null
    production: MilestoneOutlook
  }> | null
  /**
   * What decides the next thing ahead 卡在: the start of the works while something holds it up, else production, else the end
   * of everything; whether the works come first, and the items that follow one another without a gap. The chart marks the same.
   */
  line: Readonly<{
    to: 'START' | 'PRODUCTION' | 'END'
    works: boolean
    items: readonly Readonly<{ nameZh: string; nameEn: string }>[]
  }> | null
  /** The first plan that cannot be kept: an item to be filed, or finished, before it can be. */
  impossible: Readonly<{
    nameZh: string
    nameEn: string
    what: 'SUBMIT' | 'FINISH'
    plannedOn: PlainDate
    earliest: CountedDay
  }> | null
  conditions: readonly string[]
  issues: readonly Readonly<{
    id: string
    number: number
    text: string
    /** It was answered, and whoever raised it is asked: its clock stands. */
    asked: boolean
    /** The level it waits at to be given out; null once it was. */
    givenOutAt: IssueTier | null
    /** It cannot be solved, and waits to be struck off there. */
    unstruck: boolean
    /** The day it is measured by: its term, or the one planned for what goes on. */
    dueOn: PlainDate | null
    leftWd: number | null
    /** The working days to it run through a year whose holidays are not published 暂定. */
    leftProvisional: boolean
    owner: string | null
  }>[]
  progressText: string | null
  nextPlanText: string | null
  lastVerifiedOn: PlainDate | null
  lastChangedOn: PlainDate | null
  activity: readonly ActivityLine[]
  /** Last day the reader corrects the plan that was proposed for the project; null where he does not. */
  correctUntil: PlainDate | null
  /** Offered to another steward who has not answered; `mine` where that is the reader. */
  openHandover: Readonly<{ id: string; toName: string; on: PlainDate; mine: boolean }> | null
}> &
  Turn
