import type { PlainDate } from '@/lib/domain/plain-date'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { CatalogItem, Template } from '@/prisma/generated/client'
import type { Hands } from './procedure-history'
import type { PlannedGraph } from './procedure-plan'
import type { Cause, ProjectSpec, TemplateCode } from './project-specs'
import type { Random } from './random'
import type { Timeline } from './timeline'

/** What all projects share while they are imagined. */
export type Workshop = Readonly<{
  districtId: string
  today: PlainDate
  calendar: WorkCalendar
  newId: () => string
  catalogue: ReadonlyMap<string, CatalogItem>
  agencyNames: ReadonlyMap<string, string>
  orgIds: ReadonlyMap<string, string>
  templates: ReadonlyMap<TemplateCode, Template>
  officeUserId: string
  officePersonId: string
}>

/** The people and units a project belongs to. */
export type Ties = Readonly<{
  number: number
  streetId: string
  taskforceId: string
  leadUnitId: string | null
  leaderId: string
  enterpriseId: string
  contactId: string
  stewardUserId: string | null
  handsOf: (item: CatalogItem) => Hands
}>

/** What the parts of a project are imagined from. */
export type Draft = Readonly<{
  r: Random
  id: string
  spec: ProjectSpec
  cause: Cause
  graph: PlannedGraph
  timeline: Timeline
  shop: Workshop
  ties: Ties
  /** Works inside a building that stands. */
  renovation: boolean
}>
