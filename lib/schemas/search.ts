import { z } from 'zod'
import type { Role } from '@/lib/domain/access'
import type { EventState } from '@/lib/domain/finance-event'
import type { HarbourState } from '@/lib/domain/harbour'
import type { Level } from '@/lib/domain/level-scale'
import type { TaskState } from '@/lib/domain/meeting/task-move'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureState } from '@/lib/domain/procedure'
import type { PromotionState } from '@/lib/domain/promotion'
import type { UpgradeState } from '@/lib/domain/upgrade'
import type { VisitState } from '@/lib/domain/visit-plan'
import type { WalkState } from '@/lib/domain/walk'
import type { ComplaintRow } from './complaint'
import type { FinancingRow } from './financing'
import type { IssueRow } from './issue'
import type { PointRow } from './monitor-point'
import type { SupervisionRow } from './supervision'
import { printable } from './text'

/** Services for enterprises 助企服务 that can be found, in the order the answer has them. */
export const SERVICE_KINDS = ['harbours', 'events', 'walks', 'visits', 'promotions', 'upgrades', 'batches'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]
/** What can be found, in the order the answer has it. */
export const SEARCH_KINDS = [
  'projects',
  'procedures',
  'issues',
  'tasks',
  'needs',
  'complaints',
  'supervisions',
  'points',
  ...SERVICE_KINDS,
  'people',
  'units',
] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** Hits of a kind before its “all n”. */
export const HITS_SHOWN = 8
/** Hits on a page of one kind. */
export const HITS_A_PAGE = 50

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What the address of the search says; anything it cannot read falls back to nothing asked. */
export const searchQuery = z.object({
  q: one(z.string().transform(printable).pipe(z.string().trim().max(60)).default('')).catch(''),
  /** One kind only, page by page. */
  kind: one(z.enum(SEARCH_KINDS).optional()).catch(undefined),
  /** The projects of one enterprise. */
  enterprise: one(z.uuid().optional()).catch(undefined),
  page: one(z.coerce.number().int().min(1).max(10_000).default(1)).catch(1),
})
export type SearchQuery = z.infer<typeof searchQuery>

/** Which of all hits are wanted: the first few, or a page of them. */
export type Window = Readonly<{ skip: number; take: number }>

export type ProjectHit = Readonly<{
  id: string
  number: number
  name: string
  level: Level
  steward: string | null
  enterprise: string | null
}>
export type ProcedureHit = Readonly<{
  id: string
  nameZh: string
  nameEn: string
  project: string
  agency: string
  state: ProcedureState
  level: Level
  dueOn: PlainDate | null
}>
/** What a meeting decided. */
export type TaskHit = Readonly<{
  id: string
  no: string
  text: string
  project: string | null
  who: string | null
  state: TaskState
  /** Its paper has been issued. */
  handed: boolean
  level: Level
  /** null once it is over. */
  dueOn: PlainDate | null
}>
/** Somebody, and where his work is listed. */
export type PersonHit = Readonly<{
  id: string
  name: string
  title: string | null
  unit: string | null
  role: Role | null
  /** Without its middle for whoever may not call. */
  phone: string | null
  callable: boolean
  list:
    | Readonly<{ as: 'steward' | 'leader' | 'handler'; count: number }>
    | Readonly<{ as: 'contact'; id: string }>
    | null
}>
/** Kinds of unit that have a list of their own behind them. */
export const LISTED_UNITS = ['TASKFORCE', 'STREET', 'AGENCY', 'UTILITY'] as const
export type ListedUnit = (typeof LISTED_UNITS)[number]
export type UnitHit = Readonly<
  | { id: string; name: string; kind: ListedUnit }
  | { id: string; name: string; kind: 'ENTERPRISE'; projects: number | null }
>

/** How far each service for enterprises can be; a batch has no state. */
type ServiceStates = Readonly<{
  harbours: HarbourState
  events: EventState
  walks: WalkState
  visits: VisitState
  promotions: PromotionState
  upgrades: UpgradeState
  batches: null
}>
/** A service for enterprises: what it is called, what tells it from others, how far it is, its day. */
export type ServiceHit<K extends ServiceKind = ServiceKind> = Readonly<{
  id: string
  number: number | null
  title: string
  about: readonly string[]
  state: ServiceStates[K]
  on: PlainDate | null
}>

/** What a search found of one kind. */
export type Found<Hit> = Readonly<{ hits: readonly Hit[]; total: number }>
export type SearchAnswer = Readonly<{
  projects: Found<ProjectHit>
  procedures: Found<ProcedureHit>
  issues: Found<IssueRow>
  tasks: Found<TaskHit>
  needs: Found<FinancingRow>
  complaints: Found<ComplaintRow>
  supervisions: Found<SupervisionRow>
  points: Found<PointRow>
  people: Found<PersonHit>
  units: Found<UnitHit>
}> &
  Readonly<{ [K in ServiceKind]: Found<ServiceHit<K>> }>

/** Before anything is typed: what the reader last had in hand, then what moved last among what he sees. */
export type RecentProjects = Readonly<{ handled: readonly ProjectHit[]; changed: readonly ProjectHit[] }>
