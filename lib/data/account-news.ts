import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'

/** What was done to the actor's own account by others and he has to hear of; a deputy does not read it. */
const newsOf = (actor: Actor) =>
  ({
    districtId: actor.districtId,
    subjectId: actor.userId,
    kind: 'ACCOUNT_RESET_FACTOR',
    state: 'APPROVED',
  }) satisfies Prisma.AdminChangeWhereInput

/** Longest list of it: somebody who loses more telephones sees the latest. */
const SHOWN = 5

/** How much of it the actor has not looked at; an index answers it, with every page. */
export const countAccountNews = (actor: Actor): Promise<number> =>
  db.adminChange.count({ where: { ...newsOf(actor), heardAt: null } })

/** When the actor's second factor was reset, and why 账号通知: what he has not looked at, or the latest of all. */
export const accountNews = (actor: Actor, show: 'open' | 'all') =>
  db.adminChange.findMany({
    where: { ...newsOf(actor), ...(show === 'open' ? { heardAt: null } : {}) },
    select: { id: true, decidedAt: true, reason: true, heardAt: true },
    orderBy: { decidedAt: 'desc' },
    take: SHOWN,
  })

/** Somebody has looked at what was done to his account. */
export const hearOfAccount = async (tx: Tx, actor: Actor): Promise<number> =>
  (await tx.adminChange.updateMany({ where: { ...newsOf(actor), heardAt: null }, data: { heardAt: new Date() } })).count
