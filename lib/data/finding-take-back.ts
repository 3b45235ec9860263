import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { FindingState } from '@/lib/domain/walk'
import { takesBackFinding } from '@/lib/domain/walk-parts'
import type { FindingTakeBackInput } from '@/lib/schemas/walk'
import { fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { visibleFindings } from './walk-rows'
import { lockWalk, measureFindings } from './walk-writes'
import { write } from './write'

async function verdict(
  tx: Tx,
  actor: Actor,
  row: Readonly<{ id: string; state: FindingState; raisedOn: Date }>,
  today: PlainDate,
) {
  const raised = await tx.walkFindingMove.findFirst({
    where: { findingId: row.id, kind: 'RAISE' },
    select: { actorId: true },
  })
  const finding = { state: row.state, raisedBy: raised?.actorId ?? null, raisedOn: fromDb(row.raisedOn) }
  return takesBackFinding(finding, actor.userId, today)
}

/** Whether the actor may take a finding back now. */
export const mayTakeBack = async (
  actor: Actor,
  row: Readonly<{ id: string; state: FindingState; raisedOn: Date }>,
  today: PlainDate,
): Promise<boolean> => (await verdict(db, actor, row, today)).ok

/**
 * Takes back what was written down by mistake 撤回问题, with its reason: its row, photos and history stay, and it counts no more.
 * What it measured of its walk is measured by the others.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINDING_MOVE_ILLEGAL, FINDING_DAY_OVER
 */
export const takeBackFinding = write('finding.takeBack', async (tx, actor, input: FindingTakeBackInput, today) => {
  const where = { AND: [visibleFindings(actor), { id: input.findingId }] }
  const seen = await tx.walkFinding.findFirst({ where, select: { walkId: true } })
  if (!seen) return err({ code: 'NOT_FOUND' })
  const locked = await lockWalk(tx, actor, 'finding.takeBack', seen.walkId)
  if (!locked.ok) return locked
  const walk = locked.value
  await tx.$queryRaw`SELECT 1 FROM "WalkFinding" WHERE id = ${input.findingId}::uuid FOR UPDATE`
  const before = await tx.walkFinding.findUniqueOrThrow({ where: { id: input.findingId } })
  const may = await verdict(tx, actor, before, today)
  if (!may.ok) return may
  if (before.version !== input.version) return err({ code: 'CONFLICT', version: before.version })
  await tx.walkFinding.update({
    where: { id: before.id },
    data: { state: 'WITHDRAWN', version: { increment: 1 } },
  })
  await tx.walkFindingMove.create({
    data: {
      findingId: before.id,
      kind: 'WITHDRAW',
      from: before.state,
      to: 'WITHDRAWN',
      text: input.reason,
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  if (walk.state === 'DONE') await measureFindings(tx, walk)
  await tx.walk.update({ where: { id: walk.id }, data: { version: { increment: 1 } } })
  return ok({
    value: { walkId: walk.id, findingId: before.id },
    subject: before.id,
    detail: { text: before.text, reason: input.reason },
  })
})
