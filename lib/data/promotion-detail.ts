import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { canInterest, promotionMoves } from '@/lib/domain/promotion'
import type { PromotionDetail } from '@/lib/schemas/promotion'
import { fromDb } from './date'
import { db } from './db'
import {
  partyRowOf,
  promotionColumns,
  promotionRowOf,
  pushColumns,
  pushRowOf,
  visiblePromotions,
} from './promotion-rows'
import { namesOfUsers } from './user-names'

/**
 * A promotion with its parties, the pushes it was in, its history, and what the reader may do.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findPromotion(actor: Actor, id: string): Promise<PromotionDetail | null> {
  const record = await db.promotion.findFirst({
    where: { AND: [{ id }, visiblePromotions(actor)] },
    select: {
      ...promotionColumns,
      returns: true,
      contact: true,
      pushes: { select: { push: { select: pushColumns } } },
      moves: { orderBy: [{ at: 'desc' }, { id: 'desc' }] },
    },
  })
  if (!record) return null
  const { returns, contact, pushes, moves, ...row } = record
  const who = await namesOfUsers(moves.map(({ actorId }) => actorId))
  const about = { id: row.id, project: row.project.name }
  return {
    ...promotionRowOf(row),
    returns,
    contact,
    parties: row.parties.map((party) => partyRowOf(party, about)),
    pushes: pushes.map(({ push }) => pushRowOf(push)).toSorted((a, b) => (a.on < b.on ? 1 : -1)),
    steps: moves.map((move) => ({
      id: move.id,
      kind: move.kind,
      on: fromDb(move.on),
      by: who.get(move.actorId ?? '') ?? null,
      text: move.text,
    })),
    moves: relationFor(actor.role, 'promotion.move') ? promotionMoves(row.state) : [],
    interests: relationFor(actor.role, 'promotion.party') !== null && canInterest(row.state),
  }
}
