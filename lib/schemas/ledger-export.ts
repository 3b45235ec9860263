import { z } from 'zod'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Pause, ProcedureState } from '@/lib/domain/procedure'
import type { MilestoneKind, Nature, Stage, Status } from '@/lib/domain/project'
import type { Owner, Reason } from '@/lib/domain/reason'
import type { Live } from './project-row'

/** The workbooks a list can leave as: the weekly ledger, what is on screen, procedures long, procedures wide. */
export const EXPORT_KINDS = ['weekly', 'view', 'procedures', 'wide'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]
export const exportKind = z.enum(EXPORT_KINDS)

/** Somebody named in a ledger, with the number where the reader may have it. */
export type Named = Readonly<{ name: string; phone: string | null }>

/** A procedure under way, as the ledger's built sentence says it. */
export type RunningProcedure = Readonly<{ nameZh: string; state: ProcedureState; remaining: number | null }>

/** One project with everything a ledger says of it; money in 分. */
export type ProjectExportRow = Live &
  Readonly<{
    id: string
    version: number
    number: number
    name: string
    code: string | null
    taskforce: string | null
    street: string | null
    enterprise: string | null
    leadUnit: string | null
    nature: Nature | null
    content: string | null
    buildFrom: string | null
    buildTo: string | null
    totalFen: bigint | null
    plannedFen: bigint | null
    /** Day the plan of the year counts from, when not from 1 January. */
    planFrom: PlainDate | null
    weekFen: bigint | null
    doneFen: bigint | null
    stage: Stage
    status: Status
    milestone: Readonly<{ kind: MilestoneKind; plannedOn: PlainDate; monthOnly: boolean }> | null
    progressText: string | null
    nextPlanText: string | null
    note: string | null
    leader: string | null
    steward: Named | null
    contact: Named | null
    level: Level
    lastWeekLevel: Level | null
    lastVerifiedOn: PlainDate | null
    issues: readonly Readonly<{ text: string; request: string | null; unit: string | null }>[]
    procedures: Readonly<{ done: number; due: number; running: readonly RunningProcedure[] }>
  }>

/** One procedure with everything a ledger says of it. */
export type ProcedureExportRow = Readonly<{
  id: string
  version: number
  project: string
  projectNumber: number
  code: string
  nameZh: string
  stage: string
  agency: string
  handler: Named | null
  before: readonly string[]
  receivedOn: PlainDate | null
  acceptedOn: PlainDate | null
  statutoryDays: number | null
  statutoryUnit: string | null
  promisedWd: number
  used: number | null
  remaining: number | null
  state: ProcedureState
  pauses: readonly Readonly<{ kind: Pause['kind']; days: number }>[]
  planFinishOn: PlainDate | null
  finishedOn: PlainDate | null
  certificateNo: string | null
  expiresOn: PlainDate | null
  level: Level
  reason: Reason | null
  owner: Owner | null
  naReason: string | null
}>

/** One cell of the wide table: a key item of a project. */
export type WideItem = Pick<
  ProcedureExportRow,
  'code' | 'state' | 'finishedOn' | 'remaining' | 'planFinishOn' | 'level'
>
export type WideExportRow = Readonly<{
  id: string
  version: number
  number: number
  name: string
  taskforce: string | null
  leader: string | null
  level: Level
  items: readonly WideItem[]
}>
