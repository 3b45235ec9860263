import type { FactorKind } from '../factor-need'
import type { Level } from '../level-scale'
import type { PlainDate } from '../plain-date'
import type { Pause, ProcedureState } from '../procedure'
import type { Stage, Status } from '../project'
import type { Dimension } from '../project-level'
import type { Reason } from '../reason'
import type { WaivedSpan } from '../waived-span'

/** Who answered for a project, [fromOn, toOn): the day of a handover is the successor's. */
export type Stewardship = Readonly<{ personId: string; fromOn: PlainDate; toOn: PlainDate | null }>

/** A project as the ranking of a month reads it; shares are hundredths of a percent, money 分. */
export type RankedProject = Readonly<{
  id: string
  name: string
  number: number
  stage: Stage
  /** At the data line. */
  status: Status
  enteredOn: PlainDate
  /** Day it left the ledger, if it did by the data line. */
  leftOn: PlainDate | null
  enrolledOn: PlainDate | null
  taskforceId: string | null
  taskforce: string | null
  areaId: string | null
  area: string | null
  leadUnit: string | null
  totalFen: bigint | null
  plan: Readonly<{ plannedFen: bigint; doneFen: bigint; newFen: bigint; fromOn: PlainDate | null }> | null
  stewards: readonly Stewardship[]
  /** Start of the works: planned as it stood at the data line, and actual. */
  start: Readonly<{ id: string; plannedOn: PlainDate | null; actualOn: PlainDate | null }> | null
  signing: Readonly<{ id: string; actualOn: PlainDate | null }> | null
  /** Dimensions of its colour that are left out for a good cause, with their days 正当理由. */
  waived: readonly WaivedSpan<Dimension>[]
  /** Colours of the month, day by day as they were turned: from its first day on, oldest first. */
  colours: readonly Readonly<{
    on: PlainDate
    level: Level
    owner: string | null
    /** Why it turned; left out where nobody knows. */
    reason?: Pick<Reason, 'rule' | 'code' | 'params'> | null
  }>[]
}>

/** A procedure as the ranking reads it, with everything it knows; the observers cut at the data line. */
export type RankedProcedure = Readonly<{
  id: string
  projectId: string
  item: string
  agencyId: string | null
  state: ProcedureState
  promisedWd: number
  statutoryWd: number | null
  extensionWd: number
  receivedOn: PlainDate | null
  acceptedOn: PlainDate | null
  finishedOn: PlainDate | null
  pauses: readonly Pause[]
  /** Since when the clock stands, where it does, and what for. */
  pausedSince: PlainDate | null
  pausedFor: Pause['kind']
  specialLimitWd: number | null
  supplements: number
  /** As it stood at the data line. */
  planFinishOn: PlainDate | null
  /** First day on which somebody said in the system that the agency is late: an issue or a reminder about it. */
  raisedOn: PlainDate | null
}>

export type RankedIssue = Readonly<{
  id: string
  projectId: string | null
  number: number
  text: string
  leadOrgId: string | null
  dueOn: PlainDate
  closedOn: PlainDate | null
  withdrawn: boolean
}>

/** What was reported of a project in a week: the first report that counts, and whether a figure had to be replaced. */
export type RankedWeek = Readonly<{
  projectId: string
  weekOf: PlainDate
  reportedOn: PlainDate | null
  corrected: boolean
}>

/** A 督办单 that wants a reply. */
export type RankedSlip = Readonly<{
  id: string
  taskId: string
  projectId: string | null
  text: string
  orgId: string
  replyDueOn: PlainDate
  repliedOn: PlainDate | null
}>

export type RankedRating = Readonly<{
  id: string
  table: 'STEWARD' | 'AGENCY'
  subjectId: string
  stars: number
  on: PlainDate
}>

/** What a project needs besides permits 要素, as it stood at the data line. */
export type RankedNeed = Readonly<{
  id: string
  projectId: string
  kind: FactorKind
  needBy: PlainDate
  /** Day it was there, or the office accepted what is done instead; null: neither by the data line. */
  doneOn: PlainDate | null
  /** Day it was revoked, if it was by the data line. */
  revokedOn: PlainDate | null
}>

/** Something a unit or a person has in hand, whose clock ran beyond its day at the data line: a problem, a need, a task of a meeting. */
export type RankedMatter = Readonly<{
  kind: 'ISSUE' | 'FACTOR' | 'TASK'
  id: string
  projectId: string | null
  /** Of a need: its kind. */
  text: string
  /** Who has it: the unit, else the person; neither where nobody was given it yet, or the unit gave it back. */
  unitId: string | null
  personId: string | null
  /** Then it is its project's team that gives it out; null: the office. */
  tier: 'TASKFORCE' | null
  dueOn: PlainDate
  /** Weekly meetings held since a problem came to the district. */
  meetings: number
}>

export type RankedUnit = Readonly<{ id: string; name: string; kind: 'AGENCY' | 'UTILITY' | 'TASKFORCE' | 'STREET' }>

/** Everything a month is counted from. */
export type MonthFacts = Readonly<{
  month: string
  district: string
  projects: readonly RankedProject[]
  procedures: readonly RankedProcedure[]
  issues: readonly RankedIssue[]
  weeks: readonly RankedWeek[]
  slips: readonly RankedSlip[]
  needs: readonly RankedNeed[]
  matters: readonly RankedMatter[]
  ratings: readonly RankedRating[]
  units: readonly RankedUnit[]
  /** Names of stewards. */
  people: ReadonlyMap<string, string>
}>
