import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { nameKey } from '@/lib/domain/ledger-text'
import type { ProcedureRow } from '@/lib/domain/procedure-ledger'
import type { KnownHandler } from '@/lib/domain/procedure-ledger-handler'
import type { ItemNames } from '@/lib/domain/procedure-ledger-header'
import { isUuid } from '@/lib/schemas/id'
import type { CatalogItem, Procedure, ProcedureEvent } from '@/prisma/generated/client'
import { handlersOfAgencies } from './candidates'
import { db, type Tx } from './db'
import { visibleProcedures } from './visible'

/** A procedure a row of a ledger means, with its moves and what the row is said of. */
export type MeantProcedure = Procedure & {
  item: CatalogItem
  events: ProcedureEvent[]
  handler: { id: string; name: string; phone: string | null } | null
  project: { id: string; name: string; status: string }
}

/** Names and codes of every item the district’s procedures have, as a ledger may write them. */
export async function loadItemNames(actor: Actor): Promise<ItemNames> {
  const items = await db.catalogItem.findMany({
    where: { procedures: { some: { districtId: actor.districtId } } },
    select: { code: true, nameZh: true },
  })
  return new Map(
    items.flatMap(({ code, nameZh }) => [
      [nameKey(nameZh), code],
      [nameKey(code), code],
    ]),
  )
}

/**
 * The procedures rows mean: by 系统编号, else by project and item.
 *
 * @param lock takes their projects for the transaction: an import writes what it decided
 */
export async function loadMeantProcedures(
  tx: Tx,
  actor: Actor,
  rows: readonly ProcedureRow[],
  items: ItemNames,
  lock: boolean,
): Promise<MeantProcedure[]> {
  const ids = rows.flatMap(({ id }) => id ?? []).filter(isUuid)
  const codeOf = (item: string) => items.get(nameKey(item)) ?? item.toUpperCase()
  const named = new Map<string, Set<string>>()
  for (const { project, item } of rows)
    named.set(nameKey(project), (named.get(nameKey(project)) ?? new Set()).add(codeOf(item)))
  const codes = [...new Set(rows.map(({ item }) => codeOf(item)))]
  // Compared as the rules compare names, which SQL cannot; a district has thousands of projects, not millions.
  const projects = await tx.project.findMany({
    where: { districtId: actor.districtId },
    select: { id: true, name: true },
  })
  const codesOf = new Map(
    projects.flatMap(({ id, name }) => {
      const wanted = named.get(nameKey(name))
      return wanted ? [[id, wanted] as const] : []
    }),
  )
  const found = await tx.procedure.findMany({
    where: {
      AND: [
        visibleProcedures(actor),
        { OR: [{ id: { in: ids } }, { projectId: { in: [...codesOf.keys()] }, code: { in: codes } }] },
      ],
    },
    select: { id: true, projectId: true, code: true },
  })
  const known = new Set(ids)
  const meant = found.filter(({ id, projectId, code }) => known.has(id) || codesOf.get(projectId)?.has(code))
  const locked = [...new Set(meant.map(({ projectId }) => projectId))].sort()
  if (lock) await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${locked}::uuid[]) ORDER BY id FOR UPDATE`
  return tx.procedure.findMany({
    where: { id: { in: meant.map(({ id }) => id) } },
    include: {
      item: true,
      events: { orderBy: { seq: 'asc' } },
      handler: { select: { id: true, name: true, phone: true } },
      project: { select: { id: true, name: true, status: true } },
    },
  })
}

/** Whom the procedures of some agencies can be given to. */
export async function loadHandlers(
  tx: Tx,
  actor: Actor,
  procedures: readonly Pick<Procedure, 'agencyId'>[],
): Promise<KnownHandler[]> {
  const agencies = [...new Set(procedures.flatMap(({ agencyId }) => agencyId ?? []))]
  const found = await tx.person.findMany({
    where: handlersOfAgencies(actor.districtId, agencies),
    select: { id: true, name: true, phone: true, orgId: true },
    orderBy: { id: 'asc' },
  })
  return found.flatMap(({ orgId, ...person }) => (orgId === null ? [] : [{ ...person, agencyId: orgId }]))
}
