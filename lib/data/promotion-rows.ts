import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { SEES_PROMOTIONS } from '@/lib/domain/sight'
import type { PartyRow, PromotionRow, PushRow } from '@/lib/schemas/promotion'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { visibleProjects } from './visible'

const NOTHING = { id: { in: [] as string[] } }

/**
 * The promotions an actor sees: those of the projects he sees.
 *
 * @source domain roles.md §1, column 项目
 */
export function visiblePromotions(actor: Actor): Prisma.PromotionWhereInput {
  if (!SEES_PROMOTIONS.has(actor.role)) return NOTHING
  return { districtId: actor.districtId, project: visibleProjects(actor) }
}

export const partyColumns = {
  id: true,
  name: true,
  on: true,
  intendedFen: true,
  signedFen: true,
  signedOn: true,
  paidFen: true,
  paidOn: true,
} satisfies Prisma.PromotionPartySelect

export const promotionColumns = {
  id: true,
  version: true,
  project: { select: { id: true, name: true } },
  list: true,
  level: true,
  mode: true,
  totalFen: true,
  soughtFen: true,
  state: true,
  proposedOn: true,
  pushedOn: true,
  parties: { select: partyColumns, orderBy: [{ on: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.PromotionSelect
export type PromotionRecord = Prisma.PromotionGetPayload<{ select: typeof promotionColumns }>

const sum = (amounts: readonly (bigint | null)[]): bigint => amounts.reduce((all: bigint, fen) => all + (fen ?? 0n), 0n)

/** A promotion as a line of its list; what is intended, signed and paid in are three sums. */
export function promotionRowOf(record: PromotionRecord): PromotionRow {
  const { parties, proposedOn, pushedOn, ...row } = record
  return {
    ...row,
    proposedOn: fromDb(proposedOn),
    pushedOn: dayOrNull(pushedOn),
    interested: parties.length,
    intendedFen: sum(parties.map(({ intendedFen }) => intendedFen)),
    signedFen: sum(parties.map(({ signedFen }) => signedFen)),
    paidFen: sum(parties.map(({ paidFen }) => paidFen)),
  }
}

/** Who is interested in a promotion, as a line. */
export const partyRowOf = (
  { on, signedOn, paidOn, ...row }: Prisma.PromotionPartyGetPayload<{ select: typeof partyColumns }>,
  promotion: PartyRow['promotion'],
): PartyRow => ({
  ...row,
  on: fromDb(on),
  signedOn: dayOrNull(signedOn),
  paidOn: dayOrNull(paidOn),
  promotion,
})

export const pushColumns = {
  id: true,
  on: true,
  level: true,
  platform: true,
  statedFen: true,
  note: true,
  items: {
    select: { promotion: { select: { id: true, project: { select: { id: true, name: true, number: true } } } } },
  },
} satisfies Prisma.PromotionPushSelect

/** A push with the projects in it. Its total is its own: no part of it is any project's. */
export const pushRowOf = ({
  on,
  items,
  ...row
}: Prisma.PromotionPushGetPayload<{ select: typeof pushColumns }>): PushRow => ({
  ...row,
  on: fromDb(on),
  projects: items
    .map(({ promotion }) => ({ id: promotion.id, name: promotion.project.name, number: promotion.project.number }))
    .sort((a, b) => b.number - a.number)
    .map(({ id, name }) => ({ id, name })),
})
