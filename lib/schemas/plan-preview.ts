import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { CountedDay } from '@/lib/domain/provisional'
import type { Reason } from '@/lib/domain/reason'
import type { LiveReason } from './project-row'

type Target = Readonly<{ from: PlainDate; to: CountedDay; plannedOn: PlainDate | null }>

/** What follows from another plan date, as its form shows it before it is saved. */
export type PlanPreview = Readonly<{
  /** Earliest day the item itself can be finished, when its new plan lies before it. */
  earliest: CountedDay | null
  later: readonly Readonly<{
    nameZh: string
    nameEn: string
    planFinishOn: PlainDate | null
    from: PlainDate
    to: CountedDay
    broken: boolean
  }>[]
  construction: Target | null
  production: Target | null
  /** The colours, and why they will be so. */
  level: Readonly<{ from: Level; to: Level; reason: Reason | null }>
  project: Readonly<{ from: Level; to: Level; reason: LiveReason | null }>
}>
