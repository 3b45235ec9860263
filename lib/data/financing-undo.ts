import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { OfferUndoInput } from '@/lib/schemas/financing'
import type { FinancingState } from '@/prisma/generated/client'
import { toDb } from './date'
import { db, type Tx } from './db'
import { type OfferBefore, restoreOffer } from './financing-restore'
import { lockNeed } from './financing-writes'
import { write } from './write'

/** What a move of a bank keeps of how things stood before it. */
export type MoveUndo = Readonly<{
  day: PlainDate
  needBefore: FinancingState
  before: OfferBefore
  paymentId: string | null
}>

/** The last thing that was done about an offer, with what puts it back. */
async function lastMove(tx: Tx, offerId: string) {
  const last = await tx.financingMove.findFirst({
    where: { offerId },
    select: { kind: true, actorId: true, undo: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return last && { ...last, undo: last.undo as unknown as MoveUndo | null }
}

/** The offers of some whose last move the actor may still take back: his own, of today. */
export async function undoable(
  actor: Actor,
  offerIds: readonly string[],
  today: PlainDate,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const id of offerIds) {
    const last = await lastMove(db, id)
    if (last?.undo?.day === today && last.actorId === actor.userId) found.push(id)
  }
  return found
}

/**
 * Takes the last thing back that was recorded about an offer 撤回刚才的登记: by whoever recorded it, on the same day. What was recorded stays
 * in the history with that it was taken back.
 *
 * @returns err NOT_FOUND, FINANCING_CONSENT_GONE, FORBIDDEN, CONFLICT, FINANCING_UNDO_LATE
 */
export const takeOfferBack = write('financing.takeBack', async (tx, actor, input: OfferUndoInput, today) => {
  const mine = actor.role === 'BANK' ? { bankId: actor.orgId ?? actor.districtId } : {}
  const found = await tx.financingOffer.findFirst({
    where: { AND: [{ id: input.offerId, need: { districtId: actor.districtId } }, mine] },
    select: { needId: true },
  })
  if (!found) return err({ code: 'NOT_FOUND' })
  const locked = await lockNeed(tx, actor, 'financing.takeBack', found.needId, null, today)
  if (!locked.ok) return locked
  const offer = await tx.financingOffer.findUniqueOrThrow({
    where: { id: input.offerId },
    select: { version: true, bankId: true, bank: { select: { shortName: true } } },
  })
  if (offer.version !== input.version) return err({ code: 'CONFLICT', version: offer.version })
  const last = await lastMove(tx, input.offerId)
  if (!last?.undo || last.undo.day !== today || last.actorId !== actor.userId)
    return err({ code: 'FINANCING_UNDO_LATE' })
  const { needBefore, before, paymentId } = last.undo
  const { id: needId, number, projectId } = locked.value
  if (paymentId) {
    // Money that was never paid is no payment: its row goes, in this transaction only; that it stood there is in the history.
    await tx.$executeRaw`SELECT set_config('app.undo_import', ${paymentId}, true)`
    await tx.financingPayment.deleteMany({ where: { id: paymentId, offerId: input.offerId } })
  }
  const to = await restoreOffer(tx, { offerId: input.offerId, needId, needBefore, before })
  await tx.financingMove.create({
    data: {
      needId,
      kind: 'UNDO',
      to,
      undid: last.kind,
      text: input.text || null,
      on: toDb(today),
      offerId: input.offerId,
      bankId: offer.bankId,
      actorId: actor.userId,
    },
  })
  return ok({
    value: { needId },
    subject: needId,
    projectId: projectId ?? undefined,
    detail: { number, name: offer.bank.shortName, tookBack: last.kind },
  })
})
