import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { disputed, mergedAliases, mergedFacts } from '@/lib/domain/enterprise-merge'
import { duplicateReason } from '@/lib/domain/enterprise-name'
import { err, ok, type Result } from '@/lib/domain/result'
import type { EnterpriseMergeInput, EnterpriseSide, MergePreview, MovingRows } from '@/lib/schemas/enterprise'
import { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db, type Tx } from './db'
import { creditColumns, creditOf, factColumns, factsOfEnterprise } from './enterprise-facts'
import { countMoving, type EnterpriseColumn, enterpriseColumns, moveRows } from './enterprise-references'
import { columnsOf } from './enterprise-writes'
import { seesCredit, visibleEnterprises } from './visible-enterprises'
import { write } from './write'

const columns = {
  ...factColumns,
  street: { select: { shortName: true } },
  credit: { select: creditColumns },
} satisfies Prisma.EnterpriseSelect
type Both = Prisma.EnterpriseGetPayload<{ select: typeof columns }>

const sideOf = (actor: Actor, row: Both): EnterpriseSide => ({
  id: row.id,
  version: row.version,
  name: row.name,
  facts: factsOfEnterprise(row),
  street: row.street?.shortName ?? null,
  credit: seesCredit(actor, row) ? creditOf(row.credit) : null,
})

async function movesOf(tx: Tx, references: readonly EnterpriseColumn[], goes: string, stays: string) {
  const moves = new Map<string, MovingRows>()
  for (const of of references) {
    const moving = await countMoving(tx, of, goes, stays)
    // A pack each had stays a pack.
    const { n, twice } = of.table === 'GiftPack' ? { n: moving.n, twice: 0 } : moving
    const before = moves.get(of.table) ?? { table: of.table, n: 0, twice: 0 }
    moves.set(of.table, { table: of.table, n: before.n + n, twice: before.twice + twice })
  }
  return [...moves.values()].filter(({ n }) => n > 0)
}

/** Financing needs that are open at each: asked only where there is such a noun. */
async function openNeeds(tx: Tx, references: readonly EnterpriseColumn[], stays: string, goes: string) {
  if (!references.some(({ table }) => table === 'FinancingNeed')) return { stays: 0, goes: 0 }
  const rows = await tx.$queryRaw<{ id: string; n: number }[]>`
    SELECT "enterpriseId" AS id, count(*)::int AS n FROM "FinancingNeed"
    WHERE "enterpriseId" IN (${stays}::uuid, ${goes}::uuid)
      AND "state"::text NOT IN ('UNQUALIFIED', 'REFUSED', 'PAID', 'FOLLOWED', 'WITHDRAWN') GROUP BY 1`
  const of = (id: string) => rows.find((row) => row.id === id)?.n ?? 0
  return { stays: of(stays), goes: of(goes) }
}

/**
 * What a merge of two rows would do 合并预览: what moves, row kind by row kind, in which fields the two disagree, and what else is to be known
 * before it happens. Nothing is written.
 *
 * @returns null when either is out of the actor's sight, when both are one, or when he may not merge
 */
export async function previewMerge(actor: Actor, staysId: string, goesId: string): Promise<MergePreview | null> {
  if (staysId === goesId || relationFor(actor.role, 'enterprise.merge') === null) return null
  const rows = await db.enterprise.findMany({
    where: { AND: [visibleEnterprises(actor), { id: { in: [staysId, goesId] } }] },
    select: columns,
  })
  const [stays, goes] = [staysId, goesId].map((id) => rows.find((row) => row.id === id))
  if (!stays || !goes) return null
  const references = await enterpriseColumns(db)
  const [moves, needs, accounts] = await Promise.all([
    movesOf(db, references, goesId, staysId),
    openNeeds(db, references, staysId, goesId),
    db.user.count({ where: { enterpriseId: goesId, disabledAt: null } }),
  ])
  return {
    stays: sideOf(actor, stays),
    goes: sideOf(actor, goes),
    reason: duplicateReason(stays, goes),
    disputed: disputed(factsOfEnterprise(stays), factsOfEnterprise(goes)),
    creditTwice: stays.credit !== null && goes.credit !== null,
    moves,
    openNeeds: needs,
    accounts,
  }
}

/** Locks both rows in the order of their ids; err NOT_FOUND, CONFLICT. */
async function lockBoth(tx: Tx, actor: Actor, input: EnterpriseMergeInput): Promise<Result<[Both, Both]>> {
  const { staysId, goesId } = input
  if (staysId === goesId) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`
    SELECT 1 FROM "Enterprise" WHERE "id" IN (${staysId}::uuid, ${goesId}::uuid) ORDER BY "id" FOR UPDATE`
  const rows = await tx.enterprise.findMany({
    where: { AND: [visibleEnterprises(actor), { id: { in: [staysId, goesId] } }] },
    select: columns,
  })
  const [stays, goes] = [staysId, goesId].map((id) => rows.find((row) => row.id === id))
  if (!stays || !goes) return err({ code: 'NOT_FOUND' })
  const seen = stays.version === input.staysVersion && goes.version === input.goesVersion
  return seen ? ok([stays, goes]) : err({ code: 'ENTERPRISES_CHANGED' })
}

/** Which confidential facts hold afterwards: the only ones there are, or those somebody chose. */
async function mergeCredit(tx: Tx, stays: Both, goes: Both, chosen: 'stays' | 'goes') {
  if (!goes.credit || (stays.credit && chosen === 'stays')) return
  await tx.enterpriseCredit.deleteMany({ where: { enterpriseId: stays.id } })
  await tx.enterpriseCredit.update({ where: { enterpriseId: goes.id }, data: { enterpriseId: stays.id } })
}

/** What the row that goes said of itself; nothing confidential. */
const snapshotOf = (row: Both) => ({ aliases: row.aliases, version: row.version, facts: factsOfEnterprise(row) })

/** A row that would be there twice has rows of its own: neither can be left out for the other. */
const isBlocked = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  /foreign key|append-only/.test(`${error.message} ${JSON.stringify(error.meta ?? {})}`)

/** Both had a pack of one batch: two packs were handed out, and the stock stays what it is. */
const keepPacks = (tx: Tx, goes: string, stays: string) => tx.$executeRaw`
  UPDATE "GiftPack" g SET "again" = true WHERE g."enterpriseId" = ${goes}::uuid AND g."returnedOn" IS NULL AND NOT g."again"
    AND EXISTS (SELECT 1 FROM "GiftPack" s
      WHERE s."enterpriseId" = ${stays}::uuid AND s."batchId" = g."batchId" AND s."returnedOn" IS NULL AND NOT s."again")`

/**
 * Makes two rows of the register one 合并企业: everything that refers to the one that goes refers to the other, in one transaction; its
 * name stays as one the other goes by, and its old address leads on. Nothing undoes it.
 *
 * @returns err NOT_FOUND, MERGE_UNSURE, MERGE_CODES_DIFFER, ENTERPRISES_CHANGED, MERGE_BLOCKED with the kind of rows both have once
 */
export const mergeEnterprises = write(
  'enterprise.merge',
  async (tx, actor, input: EnterpriseMergeInput, today) => {
    if (input.sure !== '1') return err({ code: 'MERGE_UNSURE', field: 'sure' })
    const locked = await lockBoth(tx, actor, input)
    if (!locked.ok) return locked
    const [stays, goes] = locked.value
    const codes = [stays.creditCode, goes.creditCode]
    if (codes.every((code) => code) && codes[0] !== codes[1] && input.codes !== '1')
      return err({ code: 'MERGE_CODES_DIFFER', field: 'codes' })
    const facts = mergedFacts(factsOfEnterprise(stays), factsOfEnterprise(goes), input.chosen)
    const aliases = mergedAliases(facts.name, stays, goes)
    const references = await enterpriseColumns(tx)
    const moved = await movesOf(tx, references, goes.id, stays.id)
    // History that says which enterprise is meant says it anew, and nothing else of it changes.
    await tx.$executeRaw`SELECT set_config('app.merge_enterprise', ${`${goes.id} ${stays.id}`}, true)`
    await keepPacks(tx, goes.id, stays.id)
    const left: Record<string, Prisma.JsonValue[]> = {}
    for (const of of references) {
      try {
        const rows = await moveRows(tx, of, goes.id, stays.id)
        if (rows.length > 0) left[of.table] = [...(left[of.table] ?? []), ...rows]
      } catch (error) {
        if (isBlocked(error)) return err({ code: 'MERGE_BLOCKED', table: of.table })
        throw error
      }
    }
    await mergeCredit(tx, stays, goes, input.credit)
    await tx.enterprise.delete({ where: { id: goes.id } })
    await tx.enterprise.update({
      where: { id: stays.id },
      data: { ...columnsOf(facts, aliases), aliases, version: { increment: 1 } },
    })
    await tx.enterpriseMerge.create({
      data: {
        districtId: actor.districtId,
        intoId: stays.id,
        goneId: goes.id,
        goneName: goes.name,
        goneCode: goes.creditCode,
        moved: Object.fromEntries(moved.map(({ table, n }) => [table, n])),
        gone: { ...snapshotOf(goes), left } as unknown as Prisma.InputJsonValue,
        on: toDb(today),
        actorId: actor.userId,
      },
    })
    return ok({
      value: { enterpriseId: stays.id },
      subject: stays.id,
      detail: {
        before: { name: goes.name },
        after: { name: facts.name },
        moved: Object.fromEntries(moved.map(({ table, n }) => [table, n])),
      },
    })
  },
  { size: 'bulk' },
)
