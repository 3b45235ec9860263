import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { checkCatalogue, checkTerms, type ItemTerms, termChanges } from '@/lib/domain/catalog-item'
import { addDays } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { CatalogDiscardInput, CatalogEditInput, CatalogPublishInput } from '@/lib/schemas/catalog'
import type { Prisma } from '@/prisma/generated/client'
import { termsOf } from './catalog'
import type { TemplateItem } from './catalog-load'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { write } from './write'

/** Held while a draft is begun, so that two clicks make one. */
const DRAFT_LOCK = 7_435

const json = (terms: ItemTerms) => ({ ...terms, materials: [...terms.materials] })

/** The draft a form speaks of, locked; a form filled from an older state of it is refused. */
async function lockDraft(tx: Tx, actor: Actor, versionId: string, version: number) {
  await tx.$queryRaw`SELECT 1 FROM "CatalogVersion" WHERE id = ${versionId}::uuid FOR UPDATE`
  const draft = await tx.catalogVersion.findFirst({ where: { id: versionId, districtId: actor.districtId } })
  if (!draft) return err({ code: 'NOT_FOUND' })
  if (draft.effectiveOn !== null) return err({ code: 'VERSION_PUBLISHED', number: draft.number })
  return draft.version === version ? ok(draft) : err({ code: 'CONFLICT' })
}

/**
 * Begins a new version of the catalogue as a copy of the newest one 新建目录草案. A district has one draft at a time; whoever
 * comes second is shown it.
 *
 * @returns err CATALOG_MISSING when the district has no catalogue at all
 */
export const draftCatalog = write('catalog.draft', async (tx, actor, _input: Readonly<Record<string, never>>) => {
  const { districtId } = actor
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${DRAFT_LOCK})::text`
  const newest = await tx.catalogVersion.findFirst({
    where: { districtId },
    orderBy: { number: 'desc' },
    include: { items: true, templates: true },
  })
  if (!newest) return err({ code: 'CATALOG_MISSING' })
  if (newest.effectiveOn === null) return ok({ value: { number: newest.number }, subject: newest.id })
  const number = newest.number + 1
  const { id: versionId } = await tx.catalogVersion.create({
    data: { districtId, number, effectiveOn: null, draftedById: actor.userId },
    select: { id: true },
  })
  await tx.catalogItem.createMany({ data: newest.items.map(({ id: _, ...item }) => ({ ...item, versionId })) })
  await tx.template.createMany({
    data: newest.templates.map(({ id: _, ...template }) => ({
      ...template,
      versionId,
      items: template.items as Prisma.InputJsonValue,
      overrides: template.overrides as Prisma.InputJsonValue,
    })),
  })
  return ok({ value: { number }, subject: versionId, detail: { number, from: newest.number } })
})

/**
 * Changes an item of the draft: promised limit, materials, agency, with the reason and what it rests on 修订事项.
 *
 * @returns err NOT_FOUND, VERSION_PUBLISHED, CONFLICT, PROMISE_INVALID, PROMISE_OVER_STATUTE, AGENCY_MISSING, NO_CHANGE
 */
export const editCatalogItem = write('catalog.edit', async (tx, actor, input: CatalogEditInput) => {
  const draft = await lockDraft(tx, actor, input.versionId, input.version)
  if (!draft.ok) return draft
  const versionId = draft.value.id
  const item = await tx.catalogItem.findUnique({ where: { versionId_code: { versionId, code: input.code } } })
  if (!item) return err({ code: 'NOT_FOUND' })
  const before = termsOf(item)
  const agency = input.agencyId
    ? await tx.org.findFirst({
        where: { id: input.agencyId, districtId: actor.districtId, dissolvedOn: null },
        select: { id: true, name: true },
      })
    : null
  if (input.agencyId && !agency) return err({ code: 'AGENCY_MISSING' })
  const moved = agency !== null && agency.id !== before.agencyId
  const after: ItemTerms = {
    promisedWd: input.promisedWd,
    materials: input.materials,
    agencyId: agency?.id ?? before.agencyId,
    agencyName: moved ? agency.name : before.agencyName,
  }
  const checked = checkTerms(after, { days: item.statutoryDays, unit: item.statutoryUnit })
  if (!checked.ok) return checked
  if (termChanges(before, after).length === 0) return err({ code: 'NO_CHANGE' })
  await tx.catalogItem.update({
    where: { id: item.id },
    data: {
      promisedWd: after.promisedWd,
      // Decided by the district from now on, not derived or compared any more.
      ...(after.promisedWd === before.promisedWd ? {} : { promisedStatus: 'SOURCED' }),
      materials: [...after.materials],
      agencyId: after.agencyId,
      agencyName: after.agencyName,
      ...(moved ? { agencyNameEn: after.agencyName } : {}),
    },
  })
  await tx.catalogEdit.create({
    data: {
      versionId,
      code: item.code,
      before: json(before),
      after: json(after),
      reason: input.reason,
      source: input.source,
      actorId: actor.userId,
    },
  })
  await tx.catalogVersion.update({ where: { id: versionId }, data: { version: { increment: 1 } } })
  return ok({
    value: { number: draft.value.number, code: item.code },
    subject: versionId,
    detail: {
      number: draft.value.number,
      code: item.code,
      before: json(before),
      after: json(after),
      reason: input.reason,
      source: input.source,
    },
  })
})

/**
 * Throws the draft away 放弃草案; what it said stays in the audit.
 *
 * @returns err NOT_FOUND, VERSION_PUBLISHED, CONFLICT
 */
export const discardCatalog = write('catalog.discard', async (tx, actor, input: CatalogDiscardInput) => {
  const draft = await lockDraft(tx, actor, input.versionId, input.version)
  if (!draft.ok) return draft
  const { id, number } = draft.value
  await tx.catalogEdit.deleteMany({ where: { versionId: id } })
  await tx.catalogItem.deleteMany({ where: { versionId: id } })
  await tx.template.deleteMany({ where: { versionId: id } })
  await tx.catalogVersion.delete({ where: { id } })
  return ok({ value: { number }, subject: id, detail: { number } })
})

/**
 * Sets the day a draft holds from 发布目录. New projects take it from that day on; running ones keep the version they began
 * with.
 *
 * @returns err NOT_FOUND, VERSION_PUBLISHED, CONFLICT, NO_CHANGE, EFFECTIVE_TOO_EARLY (tomorrow at the earliest, and not
 *          before the version it follows), PROMISE_OVER_STATUTE, PREDECESSOR_UNKNOWN, GRAPH_CYCLE
 */
export const publishCatalog = write('catalog.publish', async (tx, actor, input: CatalogPublishInput, today) => {
  const draft = await lockDraft(tx, actor, input.versionId, input.version)
  if (!draft.ok) return draft
  const { id, number } = draft.value
  if ((await tx.catalogEdit.count({ where: { versionId: id } })) === 0) return err({ code: 'NO_CHANGE' })
  const previous = await tx.catalogVersion.findFirst({
    where: { districtId: actor.districtId, effectiveOn: { not: null } },
    orderBy: { effectiveOn: 'desc' },
    select: { effectiveOn: true },
  })
  const after = previous?.effectiveOn ? addDays(fromDb(previous.effectiveOn), 1) : today
  const tomorrow = addDays(today, 1)
  const earliest = after > tomorrow ? after : tomorrow
  if (input.effectiveOn < earliest) return err({ code: 'EFFECTIVE_TOO_EARLY', earliest })
  const [items, templates] = [
    await tx.catalogItem.findMany({ where: { versionId: id } }),
    await tx.template.findMany({ where: { versionId: id } }),
  ]
  const checked = checkCatalogue(
    items,
    templates.map(({ code, items: lines, overrides }) => ({
      code,
      lines: lines as unknown as readonly TemplateItem[],
      overrides: overrides as Record<string, string[]>,
    })),
  )
  if (!checked.ok) return checked
  await tx.catalogVersion.update({
    where: { id },
    data: {
      effectiveOn: toDb(input.effectiveOn),
      note: input.note || null,
      publishedById: actor.userId,
      version: { increment: 1 },
    },
  })
  return ok({
    value: { number, effectiveOn: input.effectiveOn },
    subject: id,
    detail: { number, effectiveOn: input.effectiveOn, note: input.note },
  })
})
