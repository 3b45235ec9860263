import 'server-only'
import { type Actor, relationFor, SIGHT } from '@/lib/domain/access'
import { CATALOG_STAGES, type ItemTerms, termChanges } from '@/lib/domain/catalog-item'
import type { PlainDate } from '@/lib/domain/plain-date'
import type {
  CatalogItemLine,
  CatalogTemplateLine,
  CatalogVersionLine,
  CatalogView,
  ItemChange,
} from '@/lib/schemas/catalog'
import type { CatalogItem, CatalogVersion, Template } from '@/prisma/generated/client'
import type { TemplateItem } from './catalog-load'
import { dayOrNull, toDb } from './date'
import { db } from './db'

const stageOrder = ({ stage }: CatalogItem) => (CATALOG_STAGES as readonly string[]).indexOf(stage)

/** The terms of an item an office may change. */
export const termsOf = ({ promisedWd, materials, agencyId, agencyName }: CatalogItem): ItemTerms => ({
  promisedWd,
  materials,
  agencyId,
  agencyName,
})

const itemLine = ({ id: _, versionId: __, clock: ___, nationalStage: ____, ...item }: CatalogItem): CatalogItemLine =>
  item

const templateLine = (template: Template): CatalogTemplateLine => ({
  code: template.code,
  nameZh: template.nameZh,
  nameEn: template.nameEn,
  description: template.description,
  targetAgencyWd: template.targetAgencyWd,
  startConditions: template.startConditions,
  items: template.items as unknown as readonly TemplateItem[],
})

/** Versions newest first, each with where it stands on a day. The one in force is chosen as a new project chooses it. */
function versionLines(rows: readonly CatalogVersion[], today: PlainDate): CatalogVersionLine[] {
  const held = rows.filter((row) => row.effectiveOn !== null && row.effectiveOn <= toDb(today))
  const [current] = held.toSorted(
    (a, b) => (b.effectiveOn?.getTime() ?? 0) - (a.effectiveOn?.getTime() ?? 0) || b.number - a.number,
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    effectiveOn: dayOrNull(row.effectiveOn),
    note: row.note,
    version: row.version,
    state:
      row.effectiveOn === null
        ? 'DRAFT'
        : row.id === current?.id
          ? 'CURRENT'
          : row.effectiveOn > toDb(today)
            ? 'COMING'
            : 'PAST',
  }))
}

/** What a version changes against the one before it, with who changed it and why. */
async function changesOf(versionId: string, previousId: string, items: readonly CatalogItem[]): Promise<ItemChange[]> {
  const [before, edits] = await Promise.all([
    db.catalogItem.findMany({ where: { versionId: previousId } }),
    db.catalogEdit.findMany({ where: { versionId }, orderBy: { at: 'asc' } }),
  ])
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(edits.map((edit) => edit.actorId))] } },
    select: { id: true, person: { select: { name: true } } },
  })
  const names = new Map(users.map((user) => [user.id, user.person.name]))
  const was = new Map(before.map((item) => [item.code, item]))
  return items.flatMap((item): ItemChange[] => {
    const old = was.get(item.code)
    const changes = old ? termChanges(termsOf(old), termsOf(item)) : []
    if (changes.length === 0) return []
    const own = edits.filter((edit) => edit.code === item.code)
    return [
      {
        code: item.code,
        nameZh: item.nameZh,
        nameEn: item.nameEn,
        changes,
        edits: own.map(({ at, actorId, reason, source }) => ({
          at: at.toISOString(),
          by: names.get(actorId) ?? '',
          reason,
          source,
        })),
      },
    ]
  })
}

/**
 * The catalogue of the actor's district 事项目录: a version with its items, templates and what it changed.
 *
 * Everybody who sees projects reads what is in force, was or will be; a draft only who may prepare one.
 *
 * @param number the version wanted; the one in force otherwise
 * @returns null when there is no such version, or it is not the actor's to read
 */
export async function readCatalog(
  actor: Actor,
  number: number | undefined,
  today: PlainDate,
): Promise<CatalogView | null> {
  if (SIGHT.project[actor.role] === undefined) return null
  const drafts = relationFor(actor.role, 'catalog.draft') !== null
  const rows = await db.catalogVersion.findMany({
    where: { districtId: actor.districtId, ...(drafts ? {} : { effectiveOn: { not: null } }) },
    orderBy: { number: 'desc' },
  })
  const versions = versionLines(rows, today)
  const shown =
    number === undefined
      ? (versions.find((v) => v.state === 'CURRENT') ?? versions[0])
      : versions.find((v) => v.number === number)
  if (!shown) return null
  const [items, templates] = await Promise.all([
    db.catalogItem.findMany({ where: { versionId: shown.id } }),
    db.template.findMany({ where: { versionId: shown.id }, orderBy: { code: 'asc' } }),
  ])
  const previous = versions.find((v) => v.number < shown.number)
  const sorted = items.toSorted((a, b) => stageOrder(a) - stageOrder(b) || (a.code < b.code ? -1 : 1))
  return {
    versions,
    shown,
    items: sorted.map(itemLine),
    templates: templates.map(templateLine),
    changes: previous ? await changesOf(shown.id, previous.id, sorted) : [],
  }
}

/** Units an item can be given to. */
export const catalogAgencies = (actor: Actor) =>
  db.org.findMany({
    where: {
      districtId: actor.districtId,
      dissolvedOn: null,
      kind: { in: ['AGENCY', 'UTILITY', 'SERVICE_BUREAU', 'OFFICE'] },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
