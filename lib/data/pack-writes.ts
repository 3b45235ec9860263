import 'server-only'
import { randomInt } from 'node:crypto'
import { type Actor, relationFor } from '@/lib/domain/access'
import { CODE_LENGTH, CODE_LETTERS, confirmPack, handPack, returnPack } from '@/lib/domain/gift-pack'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type {
  PackConfirmInput,
  PackHandInput,
  PackPrepareInput,
  PackReturnInput,
  PackSlipInput,
} from '@/lib/schemas/gift-pack'
import { dayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import { mayTakeBack, visiblePacks } from './pack-rows'
import { visibleProjects } from './visible'
import { write } from './write'

/** The next number of a batch or a pack of a district; whoever asks waits for who asked before. */
export async function nextOf(tx: Tx, districtId: string, table: 'packBatch' | 'giftPack'): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`${table}-number:${districtId}`}))::text`
  const where = { districtId }
  const { _max } =
    table === 'packBatch'
      ? await tx.packBatch.aggregate({ where, _max: { number: true } })
      : await tx.giftPack.aggregate({ where, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** Books a batch of packs into the stock 入库. @returns err PACK_BATCH_FUTURE */
export const preparePacks = write('pack.prepare', async (tx, actor, input: PackPrepareInput, today) => {
  if (input.on > today) return err({ code: 'PACK_BATCH_FUTURE', field: 'on' })
  const { name, contents, prepared, cost, on, note } = input
  const number = await nextOf(tx, actor.districtId, 'packBatch')
  const batch = await tx.packBatch.create({
    data: {
      districtId: actor.districtId,
      number,
      name,
      contents,
      prepared,
      costFen: BigInt(cost),
      on: toDb(on),
      note: note || null,
    },
  })
  return ok({
    value: { batchId: batch.id },
    subject: batch.id,
    detail: { name, prepared, contents, costFen: cost, on },
  })
})

/** Enterprises an actor may hand a pack to: every one, or a steward those of his projects. */
const reachable = (actor: Actor) => ({
  districtId: actor.districtId,
  ...(relationFor(actor.role, 'pack.prepare') === null ? { projects: { some: visibleProjects(actor) } } : {}),
})

/** The enterprise a name or a credit code means; err PACK_ENTERPRISE_UNKNOWN, PACK_ENTERPRISE_SEVERAL. */
async function enterpriseOf(tx: Tx, actor: Actor, typed: string): Promise<Result<{ id: string; name: string }>> {
  const select = { id: true, name: true } as const
  const exact = await tx.enterprise.findMany({
    where: {
      AND: [
        reachable(actor),
        { OR: [{ name: typed }, { creditCode: typed.toUpperCase() }, { aliases: { has: typed } }] },
      ],
    },
    select,
    take: 2,
  })
  const [one] = exact
  if (one && exact.length === 1) return ok(one)
  const like = await tx.enterprise.findMany({
    where: { AND: [reachable(actor), { searchText: { contains: typed.toLowerCase() } }] },
    select,
    take: 6,
  })
  const [only] = like
  if (only && like.length === 1) return ok(only)
  return like.length === 0
    ? err({ code: 'PACK_ENTERPRISE_UNKNOWN', field: 'enterprise', name: typed })
    : err({ code: 'PACK_ENTERPRISE_SEVERAL', field: 'enterprise', names: like.map(({ name }) => name) })
}

/** The one project of an enterprise on its way; null where there is none, or more than one. */
async function onlyProject(tx: Tx, enterpriseId: string) {
  const projects = await tx.project.findMany({
    where: { enterpriseId, status: 'ACTIVE' },
    select: { id: true },
    take: 2,
  })
  return projects.length === 1 ? (projects[0] ?? null) : null
}

/** A code no other pack of the district has. */
export async function freshCode(tx: Tx, districtId: string): Promise<string> {
  for (;;) {
    const code = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
    if ((await tx.giftPack.count({ where: { districtId, code } })) === 0) return code
  }
}

/**
 * Hands a pack out 发放. The batch is locked: its stock never goes below nothing, and an enterprise has one pack of it.
 *
 * @returns err PACK_BATCH_MISSING, PACK_ENTERPRISE_UNKNOWN, PACK_ENTERPRISE_SEVERAL, PACK_FUTURE, and as `handPack`
 */
export const handOutPack = write('pack.hand', async (tx, actor, input: PackHandInput, today) => {
  const { districtId } = actor
  if (input.on > today) return err({ code: 'PACK_FUTURE', field: 'on' })
  await tx.$queryRaw`SELECT 1 FROM "PackBatch" WHERE id = ${input.batchId}::uuid FOR UPDATE`
  const batch = await tx.packBatch.findFirst({ where: { districtId, id: input.batchId } })
  if (!batch) return err({ code: 'PACK_BATCH_MISSING', field: 'batchId' })
  const enterprise = await enterpriseOf(tx, actor, input.enterprise)
  if (!enterprise.ok) return enterprise
  const project = await onlyProject(tx, enterprise.value.id)
  const live = { batchId: batch.id, returnedOn: null }
  const [out, first] = [
    await tx.giftPack.count({ where: live }),
    await tx.giftPack.findFirst({
      where: { ...live, enterpriseId: enterprise.value.id },
      select: { on: true, by: { select: { name: true } } },
    }),
  ]
  const handed = handPack(
    { prepared: batch.prepared, out, on: fromDb(batch.on), name: batch.name },
    first && { on: fromDb(first.on), by: first.by.name },
    input.on,
  )
  if (!handed.ok) return handed
  const { channel, on, note } = input
  const pack = await tx.giftPack.create({
    data: {
      districtId,
      number: await nextOf(tx, districtId, 'giftPack'),
      batchId: batch.id,
      enterpriseId: enterprise.value.id,
      projectId: project?.id ?? null,
      channel,
      contents: batch.contents,
      on: toDb(on),
      byId: actor.personId,
      note: note || null,
      code: await freshCode(tx, districtId),
    },
  })
  return ok({
    value: { packId: pack.id, code: pack.code, enterprise: enterprise.value.name },
    subject: pack.id,
    ...(project && { projectId: project.id }),
    detail: { batch: batch.name, enterprise: enterprise.value.name, channel, on },
  })
})

async function lockPack(tx: Tx, actor: Actor, where: Readonly<{ id: string } | { code: string }>) {
  const found = await tx.giftPack.findFirst({ where: { AND: [visiblePacks(actor), where] }, select: { id: true } })
  if (!found) return null
  await tx.$queryRaw`SELECT 1 FROM "GiftPack" WHERE id = ${found.id}::uuid FOR UPDATE`
  return tx.giftPack.findUniqueOrThrow({
    where: { id: found.id },
    include: { enterprise: { select: { name: true } }, batch: { select: { name: true } } },
  })
}
type LockedPack = NonNullable<Awaited<ReturnType<typeof lockPack>>>

const standingOf = (pack: LockedPack) => ({
  confirmedOn: dayOrNull(pack.confirmedOn),
  returnedOn: dayOrNull(pack.returnedOn),
})

const named = ({ enterprise, batch }: LockedPack) => ({ enterprise: enterprise.name, batch: batch.name })

async function confirmed(tx: Tx, pack: LockedPack, on: PlainDate, more: { self: boolean; receiver: string | null }) {
  const may = confirmPack(standingOf(pack))
  if (!may.ok) return may
  await tx.giftPack.update({
    where: { id: pack.id },
    data: {
      confirmedOn: toDb(on),
      confirmedSelf: more.self,
      receiver: more.receiver,
      version: { increment: 1 },
    },
  })
  return ok({
    value: { packId: pack.id, enterprise: pack.enterprise.name },
    subject: pack.id,
    detail: { ...named(pack), ...(more.receiver && { receiver: more.receiver }) },
  })
}

/** An enterprise says that it has its pack 签收. @returns err NOT_FOUND, CONFLICT, and as `confirmPack` */
export const confirmOwnPack = write('pack.confirm', async (tx, actor, input: PackConfirmInput, today) => {
  const pack = await lockPack(tx, actor, { id: input.packId })
  if (!pack) return err({ code: 'NOT_FOUND' })
  if (pack.version !== input.version) return err({ code: 'CONFLICT', version: pack.version })
  return confirmed(tx, pack, today, { self: true, receiver: actor.name })
})

/** A slip came back: its code says which pack was received 回执码签收. @returns err PACK_CODE_UNKNOWN, and as `confirmPack` */
export const confirmBySlip = write('pack.slip', async (tx, actor, input: PackSlipInput, today) => {
  const pack = await lockPack(tx, actor, { code: input.code })
  if (!pack) return err({ code: 'PACK_CODE_UNKNOWN', field: 'code' })
  return confirmed(tx, pack, today, { self: false, receiver: input.receiver })
})

/** Takes a pack back into the stock 退回: then the enterprise may get one again. @returns err NOT_FOUND, FORBIDDEN, CONFLICT, and as `returnPack` */
export const returnOnePack = write('pack.return', async (tx, actor, input: PackReturnInput, today) => {
  const pack = await lockPack(tx, actor, { id: input.packId })
  if (!pack) return err({ code: 'NOT_FOUND' })
  if (!mayTakeBack(actor, pack.byId)) return err({ code: 'FORBIDDEN', action: 'pack.return' })
  if (pack.version !== input.version) return err({ code: 'CONFLICT', version: pack.version })
  const may = returnPack(standingOf(pack))
  if (!may.ok) return may
  await tx.giftPack.update({
    where: { id: pack.id },
    data: { returnedOn: toDb(today), returnReason: input.reason, version: { increment: 1 } },
  })
  return ok({ value: { packId: pack.id }, subject: pack.id, detail: { ...named(pack), reason: input.reason } })
})
