import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { MilestoneKind, Nature, Stage, Status } from '@/lib/domain/project'
import type { Reason } from '@/lib/domain/reason'
import type { Reachable } from './project-detail'
import type { Live } from './project-row'
import type { Turn } from './turn'

/** One line of the open procedures of a sheet. */
export type SheetProcedure = Readonly<{
  id: string
  code: string
  nameZh: string
  nameEn: string
  agency: string
  state: ProcedureState
  level: Level
  reason: Reason | null
  remaining: number | null
  planFinishOn: PlainDate | null
}>

/** A project on one page for the leader who goes to see it 一页纸. */
export type ProjectSheet = Live &
  Turn &
  Readonly<{
    id: string
    version: number
    number: number
    name: string
    code: string | null
    nature: Nature | null
    content: string | null
    buildFrom: string | null
    buildTo: string | null
    totalFen: bigint | null
    plannedFen: bigint | null
    doneFen: bigint | null
    stage: Stage
    status: Status
    taskforce: string | null
    street: string | null
    leadUnit: string | null
    enterprise: string | null
    leader: string | null
    steward: Reachable | null
    contact: Reachable | null
    level: Level
    nextInWd: number | null
    progressText: string | null
    nextPlanText: string | null
    lastVerifiedOn: PlainDate | null
    milestones: readonly Readonly<{ kind: MilestoneKind; plannedOn: PlainDate; monthOnly: boolean }>[]
    /** Every procedure the project needs, and those that are done. */
    procedures: Readonly<{ done: number; due: number; open: readonly SheetProcedure[] }>
    issues: readonly Readonly<{
      id: string
      text: string
      request: string | null
      unit: string | null
      /** It was answered, and whoever raised it is asked: its clock stands. */
      asked: boolean
      /** The day it is measured by: its term, or the one planned for what goes on. */
      dueOn: PlainDate | null
      leftWd: number | null
      /** The working days to it run through a year whose holidays are not published 暂定. */
      leftProvisional: boolean
    }>[]
  }>
