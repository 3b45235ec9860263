import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import catalogue from '@/prisma/seed/procedures.json'
import { toDb } from './date'
import type { Tx } from './db'
import type { Stamp } from './stamp'

type Limit = Readonly<{
  value: number
  unit: string
  basis?: string
  article?: string
  source_url?: string
  status: string
}>
type SourceItem = Readonly<{
  code: string
  stage: string
  national_stage: number
  name_zh: string
  name_en: string
  agency_zh: string
  agency_en: string
  clock: string
  statutory: Limit | null
  promised: Limit
  plan_wd: number
  predecessors: readonly string[]
  parallel_group: string | null
  materials: readonly string[]
  rongque: boolean
  chengnuo: boolean
  result: string | null
  validity: Readonly<{ months: number; basis: string }> | null
  applies_when: string | null
  key_node: boolean
  notes: string | null
}>
type SourceTemplate = Readonly<{
  code: string
  name_zh: string
  name_en: string
  description: string | null
  target_agency_wd: number
  start_conditions: readonly string[]
  items: readonly Readonly<{
    code: string
    need: string
    condition?: string
    promised_override?: number
    predecessors_override?: readonly string[]
  }>[]
}>

// The file's own type is a union of every shape that occurs in it; this is what the shapes have in common.
const source = catalogue as unknown as Readonly<{
  procedures: readonly SourceItem[]
  templates: readonly SourceTemplate[]
}>

/** One line of a template as the column `Template.items` keeps it. */
export type TemplateItem = Readonly<{
  code: string
  need: 'required' | 'conditional'
  condition?: string
  promised?: number
}>

const itemRow = (item: SourceItem, versionId: string, agencyId: string | null) => ({
  versionId,
  code: item.code,
  stage: item.stage,
  nationalStage: item.national_stage,
  nameZh: item.name_zh,
  nameEn: item.name_en,
  agencyName: item.agency_zh,
  agencyNameEn: item.agency_en,
  agencyId,
  clock: item.clock,
  statutoryDays: item.statutory?.value ?? null,
  statutoryUnit: item.statutory?.unit ?? null,
  lawTitle: item.statutory?.basis ?? null,
  lawArticle: item.statutory?.article ?? null,
  sourceUrl: item.statutory?.source_url ?? item.promised.source_url ?? null,
  sourceStatus: item.statutory?.status ?? null,
  promisedWd: item.promised.value,
  promisedStatus: item.promised.status,
  planWd: item.plan_wd,
  predecessors: [...item.predecessors],
  parallelGroup: item.parallel_group,
  materials: [...item.materials],
  tolerance: item.rongque,
  commitment: item.chengnuo,
  result: item.result,
  validityMonths: item.validity?.months ?? null,
  validityNote: item.validity?.basis ?? null,
  appliesWhen: item.applies_when,
  keyNode: item.key_node,
  notes: item.notes,
})

const templateRow = (template: SourceTemplate, versionId: string) => ({
  versionId,
  code: template.code,
  nameZh: template.name_zh,
  nameEn: template.name_en,
  description: template.description,
  targetAgencyWd: template.target_agency_wd,
  startConditions: [...template.start_conditions],
  items: template.items.map(({ code, need, condition, promised_override: promised }) => ({
    code,
    need,
    ...(condition ? { condition } : {}),
    ...(promised ? { promised } : {}),
  })),
  overrides: Object.fromEntries(
    template.items.flatMap((item) =>
      item.predecessors_override ? [[item.code, [...item.predecessors_override]]] : [],
    ),
  ),
})

/**
 * Loads the 44 items and 4 templates as version 1 of a district's catalogue 办理事项目录; a district that has a version
 * keeps it, so that a second run changes nothing.
 *
 * Agencies are found among the district's units by name or alias; one that is not there stays open and can be set later.
 *
 * @param effectiveOn first day the version holds
 * @param stamp ids and instants to write, for a seed that must come out the same; the database's own otherwise
 * @returns id of the district's first version
 * @source procedures.md, prisma/seed/procedures.json (limits with their law articles)
 */
export async function loadCatalog(tx: Tx, districtId: string, effectiveOn: PlainDate, stamp?: Stamp): Promise<string> {
  const existing = await tx.catalogVersion.findFirst({
    where: { districtId },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  if (existing) return existing.id
  const orgs = await tx.org.findMany({
    where: { districtId, dissolvedOn: null },
    select: { id: true, name: true, aliases: true },
    orderBy: { id: 'asc' },
  })
  const agencies = new Map(orgs.flatMap((org) => [org.name, ...org.aliases].map((name) => [name, org.id] as const)))
  const id = () => (stamp ? { id: stamp.newId() } : {})
  const version = await tx.catalogVersion.create({
    data: { ...id(), districtId, number: 1, effectiveOn: toDb(effectiveOn), ...(stamp ? { createdAt: stamp.at } : {}) },
    select: { id: true },
  })
  await tx.catalogItem.createMany({
    data: source.procedures.map((item) => ({
      ...id(),
      ...itemRow(item, version.id, agencies.get(item.agency_zh) ?? null),
    })),
  })
  await tx.template.createMany({
    data: source.templates.map((template) => ({ ...id(), ...templateRow(template, version.id) })),
  })
  return version.id
}
