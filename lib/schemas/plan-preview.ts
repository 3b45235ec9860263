import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Reason } from '@/lib/domain/reason'
import type { LiveReason } from './project-row'

/** An item planned to end before what it waits for leaves it the time. */
export type NamedTightPlan = Readonly<{
  nameZh: string
  nameEn: string
  planFinishOn: PlainDate
  earliest: CountedDay
}>

/** Over before the plan begins, before what it waits for is planned to end, or a day off. */
export type FilingDoubt = 'PAST' | 'BEFORE' | 'DAY_OFF'

/** What of a new project's corrected plan does not fit: told once, before it is the promise. */
export type CreationDoubts = Readonly<{
  tight: readonly NamedTightPlan[]
  /** Ends on days off, with the working day after each. */
  daysOff: readonly Readonly<{ nameZh: string; nameEn: string; planFinishOn: PlainDate; next: PlainDate }>[]
  /** Filings on a day that cannot be, with the first one that can. */
  filings: readonly Readonly<{
    nameZh: string
    nameEn: string
    planSubmitOn: PlainDate
    why: FilingDoubt
    earliest: CountedDay
  }>[]
}>

/** What follows from another plan date, as its form shows it before it is saved. */
export type PlanPreview = Readonly<{
  /** Earliest day the item itself can be finished, when its new plan lies before it. */
  earliest: CountedDay | null
  /** Items after it whose own plan no longer fits behind the new one. */
  tight: readonly NamedTightPlan[]
  /** Planned milestones the new plan overtakes, with the earliest day it leaves them. */
  milestones: readonly Readonly<{ kind: 'START' | 'PRODUCTION'; plannedOn: PlainDate; earliest: CountedDay }>[]
  /** Start and production as the page of the project foresees them once this is the plan; null where it foresees none. */
  foreseen: Readonly<{ start: CountedDay | null; production: CountedDay | null }>
  /** The colours, and why they will be so. */
  level: Readonly<{ from: Level; to: Level; reason: Reason | null }>
  project: Readonly<{ from: Level; to: Level; reason: LiveReason | null }>
}>
