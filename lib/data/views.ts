import 'server-only'
import { type Actor, sharesViews } from '@/lib/domain/access'
import { err, type Failure, ok } from '@/lib/domain/result'
import type { ViewChangeInput, ViewCreationInput } from '@/lib/schemas/view'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'
import { db } from './db'
import { write } from './write'

const LIST = 'projects'
/** Views one person keeps, and views a district shares: more tabs than these nobody reads. */
const VIEWS_MAX = 12
const SHARED_MAX = 12

const columns = {
  id: true,
  name: true,
  query: true,
  shared: true,
  version: true,
  ownerId: true,
  owner: { select: { person: { select: { name: true } } } },
} satisfies Prisma.SavedViewSelect

/** Saved views of the ledger an actor finds as tabs: his own, then what others of the district share; the oldest first. */
export async function listViews(actor: Actor) {
  const found = await db.savedView.findMany({
    where: {
      districtId: actor.districtId,
      list: LIST,
      OR: [{ ownerId: actor.userId }, ...(sharesViews(actor.role) ? [{ shared: true }] : [])],
    },
    select: columns,
    orderBy: { createdAt: 'asc' },
    take: VIEWS_MAX + SHARED_MAX,
  })
  return found
    .map(({ owner, ownerId, ...view }) => ({ ...view, mine: ownerId === actor.userId, owner: owner.person.name }))
    .sort((a, b) => Number(b.mine) - Number(a.mine))
}
export type ViewLine = Awaited<ReturnType<typeof listViews>>[number]

const nameTaken = (tx: Tx, actor: Actor, name: string, viewId?: string) =>
  tx.savedView.findFirst({ where: { ownerId: actor.userId, list: LIST, name, id: { not: viewId } } })

/** Why a view cannot be shared; null when it can, or is not to be. */
async function sharingRefused(tx: Tx, actor: Actor, shared: boolean, viewId?: string): Promise<Failure | null> {
  if (!shared) return null
  if (!sharesViews(actor.role)) return { code: 'FORBIDDEN', action: 'view.save' }
  const { districtId } = actor
  const others = await tx.savedView.count({ where: { districtId, list: LIST, shared: true, id: { not: viewId } } })
  return others >= SHARED_MAX ? { code: 'VIEWS_SHARED_FULL', max: SHARED_MAX } : null
}

/**
 * Gives what is on the screen a name 存为视图. A view holds no rows: whoever opens a shared one sees his own.
 *
 * @returns err VIEW_NAME_TAKEN, VIEWS_FULL, VIEWS_SHARED_FULL, FORBIDDEN (shared by a role that shares nothing)
 */
export const saveView = write('view.save', async (tx, actor, input: ViewCreationInput) => {
  // Two tabs that save at once must not both be the twelfth.
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid FOR UPDATE`
  if (await nameTaken(tx, actor, input.name)) return err({ code: 'VIEW_NAME_TAKEN' })
  const kept = await tx.savedView.count({ where: { ownerId: actor.userId, list: LIST } })
  if (kept >= VIEWS_MAX) return err({ code: 'VIEWS_FULL', max: VIEWS_MAX })
  const refusal = await sharingRefused(tx, actor, input.shared)
  if (refusal) return err(refusal)
  const { id } = await tx.savedView.create({
    data: { ...input, districtId: actor.districtId, ownerId: actor.userId, list: LIST },
    select: { id: true },
  })
  return ok({ value: { viewId: id, query: input.query }, subject: id, detail: { ...input } })
})

/**
 * Renames a view, shares it or takes it back, or fills it with what is on the screen. Only its owner may.
 *
 * @returns err NOT_FOUND (absent or somebody else's), CONFLICT, VIEW_NAME_TAKEN, VIEWS_SHARED_FULL, FORBIDDEN
 */
export const changeView = write('view.save', async (tx, actor, input: ViewChangeInput) => {
  const { viewId, version, ...change } = input
  await tx.$queryRaw`SELECT 1 FROM "SavedView" WHERE id = ${viewId}::uuid FOR UPDATE`
  const view = await tx.savedView.findFirst({ where: { id: viewId, ownerId: actor.userId, list: LIST } })
  if (!view) return err({ code: 'NOT_FOUND' })
  if (view.version !== version) return err({ code: 'CONFLICT', version: view.version })
  if (await nameTaken(tx, actor, change.name, viewId)) return err({ code: 'VIEW_NAME_TAKEN' })
  const refusal = await sharingRefused(tx, actor, change.shared, viewId)
  if (refusal) return err(refusal)
  const { query } = await tx.savedView.update({
    where: { id: viewId },
    data: { ...change, version: { increment: 1 } },
    select: { query: true },
  })
  return ok({
    value: { viewId, query },
    subject: viewId,
    detail: { from: { name: view.name, shared: view.shared }, to: { name: change.name, shared: change.shared } },
  })
})

/**
 * Deletes a view; the rows it showed are untouched. Only its owner may.
 *
 * @returns err NOT_FOUND
 */
export const removeView = write('view.remove', async (tx, actor, { viewId }: { viewId: string }) => {
  const view = await tx.savedView.findFirst({ where: { id: viewId, ownerId: actor.userId, list: LIST } })
  if (!view) return err({ code: 'NOT_FOUND' })
  await tx.savedView.delete({ where: { id: viewId } })
  return ok({ value: null, subject: viewId, detail: { name: view.name, query: view.query } })
})
