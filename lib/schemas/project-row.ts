import type { Deadline } from '@/lib/domain/deadline'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { MilestoneKind, Nature, Stage, Status } from '@/lib/domain/project'
import type { ProjectReason } from '@/lib/domain/project-level'
import type { Ruler } from '@/lib/domain/ruler'
import type { ProjectGroup } from './project'
import type { OwnTurn, TurnedBy } from './turn'

/** Name of a catalogue item in both languages. */
export type ItemName = Readonly<{ code: string; nameZh: string; nameEn: string }>

/** A reason with the procedure it speaks of, when it speaks of one. */
export type LiveReason = ProjectReason & Readonly<{ item: ItemName | null }>

/** What speaks for a project's colour today. */
export type Live = Readonly<{
  reasons: readonly LiveReason[]
  /** What a waiver leaves out of the colour, worst first: shown hatched. */
  waived?: readonly LiveReason[]
  ruler: Ruler | null
  /** The running clock that speaks for a project in which nothing is wrong. */
  lead: Readonly<{ item: ItemName; remaining: number; owner: string; paused: 'SUPPLEMENT' | 'SPECIAL' | null }> | null
  /** How the procedure its first reason speaks of turns red beside the critical path. */
  ownTurn?: OwnTurn | null
  /** The next limit of the clock its first reason speaks of. */
  deadline: Deadline | null
  turnsBy: TurnedBy | null
}>

/** One line of the ledger 项目台账; money in 分. */
export type ProjectRow = Live &
  Readonly<{
    id: string
    number: number
    name: string
    code: string | null
    nature: Nature | null
    stage: Stage
    status: Status
    totalFen: bigint | null
    plannedFen: bigint | null
    /** Day the plan of the year counts from, when not from 1 January. */
    planFrom: PlainDate | null
    doneFen: bigint | null
    level: Level
    lastWeekLevel: Level | null
    nextLevelOn: PlainDate | null
    nextLevel: Level | null
    lastVerifiedOn: PlainDate | null
    lastChangedOn: PlainDate | null
    taskforceId: string | null
    taskforce: string | null
    streetId: string | null
    street: string | null
    enterprise: string | null
    leaderId: string | null
    leader: string | null
    leadUnit: string | null
    steward: string | null
    milestone: Readonly<{ kind: MilestoneKind; plannedOn: PlainDate; monthOnly: boolean }> | null
  }>

/** What only some columns of the ledger ask for; money in 分. */
export type ProjectExtra = Readonly<{
  content: string | null
  buildFrom: string | null
  buildTo: string | null
  contact: string | null
  weekFen: bigint | null
  progress: string | null
  next: string | null
  note: string | null
  procedures: Readonly<{ finished: number; total: number }>
  /** Open issues, and what they ask of others. */
  problems: readonly string[]
  requests: readonly string[]
}>

/** Totals of some rows: how many, by colour, sums in 分. */
export type ProjectTotals = Readonly<{
  total: number
  levels: Readonly<Record<Level, number>>
  sums: Readonly<{ totalFen: bigint; plannedFen: bigint; doneFen: bigint }>
}>

/** One group of the ledger with its subtotals; `key` is what the filter calls it. */
export type ProjectGroupTotals = ProjectTotals & Readonly<{ key: string; name: string | null }>

/** A page of the ledger with the totals of everything its filter holds; colours are compared with the day `since`. */
export type ProjectPage = ProjectTotals & Readonly<{ rows: readonly ProjectRow[]; since: PlainDate }>

/** What the filter calls the group a row belongs to; `none` where it has no such unit or person. */
export function groupKeyOf(row: ProjectRow, group: ProjectGroup): string {
  switch (group) {
    case 'taskforce':
      return row.taskforceId ?? 'none'
    case 'street':
      return row.streetId ?? 'none'
    case 'leader':
      return row.leaderId ?? 'none'
    case 'stage':
      return row.stage
    case 'level':
      return row.level
  }
}
