import 'server-only'
import type { Actor, Scope } from '@/lib/domain/access'
import { type Follow, intentionStand } from '@/lib/domain/event-intention'
import { SEES_ALL_EVENTS, SEES_INTENTIONS } from '@/lib/domain/finance-event-sight'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { EventMoney } from '@/lib/schemas/finance-event'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { enterpriseLed } from './service-where'

const NONE = { id: { in: [] as string[] } }

/**
 * The events an actor sees: the office and the leaders all; a bank and a firm those they were invited to, once the invitation
 * has gone out.
 *
 * @source domain roles.md §1, column 融资 (F)
 */
export function visibleEvents(actor: Actor): Prisma.FinanceEventWhereInput {
  const { districtId, role, orgId, enterpriseId } = actor
  if (SEES_ALL_EVENTS.has(role)) return { districtId }
  if (role === 'BANK' && orgId) return { districtId, invitedOn: { not: null }, banks: { some: { bankId: orgId } } }
  if (role === 'CONTACT' && enterpriseId)
    return { districtId, invitedOn: { not: null }, guests: { some: { enterpriseId } } }
  return NONE
}

/** The guests an actor sees by name: the office all, a firm itself. */
export function visibleGuests(actor: Actor): Prisma.EventGuestWhereInput {
  if (actor.role === 'OFFICE') return { event: visibleEvents(actor) }
  return actor.role === 'CONTACT' && actor.enterpriseId
    ? { enterpriseId: actor.enterpriseId, event: visibleEvents(actor) }
    : NONE
}

/**
 * Intentions whose money is in the totals an actor sees: the head and the office all, a leader those of firms of his projects, else
 * his own.
 *
 * @source domain roles.md §1, column 融资 (F)
 */
export function countedIntentions(actor: Actor): Prisma.EventIntentionWhereInput {
  const event = visibleEvents(actor)
  if (actor.role === 'LEADER') return { event, enterprise: enterpriseLed(actor) }
  if (SEES_ALL_EVENTS.has(actor.role)) return { event }
  if (actor.role === 'BANK' && actor.orgId) return { bankId: actor.orgId, event }
  return actor.role === 'CONTACT' && actor.enterpriseId ? { enterpriseId: actor.enterpriseId, event } : NONE
}

/** The intentions an actor reads one by one; leaders read totals only. */
export const visibleIntentions = (actor: Actor): Prisma.EventIntentionWhereInput =>
  SEES_INTENTIONS.has(actor.role) ? countedIntentions(actor) : NONE

/** Whose something of an event is: that of a firm, of a bank. */
export const eventScope = (
  districtId: string,
  { enterpriseId = null, bankId = null }: Readonly<{ enterpriseId?: string | null; bankId?: string | null }> = {},
): Scope => ({
  districtId,
  stewardId: null,
  leaderId: null,
  taskforceId: null,
  streetId: null,
  enterpriseId,
  agencyIds: bankId ? [bankId] : [],
})

export const followColumns = {
  kind: true,
  on: true,
  amountFen: true,
  void: { select: { followId: true } },
} satisfies Prisma.EventFollowSelect

export const IN_ORDER: Prisma.EventFollowOrderByWithRelationInput[] = [{ on: 'asc' }, { at: 'asc' }, { id: 'asc' }]

export const followOf = (row: Prisma.EventFollowGetPayload<{ select: typeof followColumns }>): Follow => ({
  kind: row.kind,
  on: fromDb(row.on),
  amountFen: row.amountFen,
  void: row.void !== null,
})

export const moneyColumns = {
  intendedFen: true,
  follows: { select: followColumns, orderBy: IN_ORDER },
} satisfies Prisma.EventIntentionSelect

export const NO_MONEY: EventMoney = {
  intentions: 0,
  intendedFen: 0n,
  grantedFen: 0n,
  paidNewFen: 0n,
  paidRenewedFen: 0n,
}

/** Money of some intentions as of a day, each kind by itself. */
export const moneyOf = (
  intentions: readonly Prisma.EventIntentionGetPayload<{ select: typeof moneyColumns }>[],
  asOf: PlainDate,
): EventMoney =>
  intentions.reduce((sum, { intendedFen, follows }) => {
    const stand = intentionStand(follows.map(followOf), asOf)
    return {
      intentions: sum.intentions + 1,
      intendedFen: sum.intendedFen + intendedFen,
      grantedFen: sum.grantedFen + stand.grantedFen,
      paidNewFen: sum.paidNewFen + stand.paidNewFen,
      paidRenewedFen: sum.paidRenewedFen + stand.paidRenewedFen,
    }
  }, NO_MONEY)
