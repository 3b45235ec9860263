import 'server-only'
import { needState } from '@/lib/domain/financing/need'
import type { FinancingOffer, FinancingState, Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'

const RESTORED = [
  'state',
  'acceptedOn',
  'contactedOn',
  'diligenceOn',
  'decidedOn',
  'grantedFen',
  'rateBp',
  'signedOn',
  'signedFen',
  'reason',
  'reasonText',
] as const

/** How an offer stood, as plain JSON. */
export type OfferBefore = Readonly<Record<string, string | number | null>>

const plain = (value: unknown): string | number | null =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'bigint'
      ? value.toString()
      : ((value ?? null) as string | number | null)

/** How an offer stands, for whoever puts it back later. */
export const offerBefore = (offer: Pick<FinancingOffer, (typeof RESTORED)[number]>): OfferBefore =>
  Object.fromEntries(RESTORED.map((name) => [name, plain(offer[name])]))

/** Puts an offer back as it stood, and its need where its banks leave it. @param needBefore what the need was before */
export async function restoreOffer(
  tx: Tx,
  {
    offerId,
    needId,
    needBefore,
    before,
  }: Readonly<{
    offerId: string
    needId: string
    needBefore: FinancingState
    before: OfferBefore
  }>,
): Promise<FinancingState> {
  const day = (name: (typeof RESTORED)[number]) => (before[name] === null ? null : new Date(String(before[name])))
  const fen = (name: (typeof RESTORED)[number]) => (before[name] === null ? null : BigInt(String(before[name])))
  await tx.financingOffer.update({
    where: { id: offerId },
    data: {
      state: before.state as FinancingState,
      acceptedOn: day('acceptedOn'),
      contactedOn: day('contactedOn'),
      diligenceOn: day('diligenceOn'),
      decidedOn: day('decidedOn'),
      signedOn: day('signedOn'),
      grantedFen: fen('grantedFen'),
      signedFen: fen('signedFen'),
      rateBp: before.rateBp === null ? null : Number(before.rateBp),
      reason: before.reason as Prisma.FinancingOfferUncheckedUpdateInput['reason'],
      reasonText: before.reasonText as string | null,
      version: { increment: 1 },
    },
  })
  const offers = await tx.financingOffer.findMany({ where: { needId }, select: { state: true } })
  const state = needState(
    needBefore,
    offers.map((offer) => offer.state),
  )
  await tx.financingNeed.update({ where: { id: needId }, data: { state, version: { increment: 1 } } })
  return state
}
