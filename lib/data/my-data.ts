import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { ok } from '@/lib/domain/result'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db, type Tx } from './db'
import { write } from './write'

/** Operations the page shows, and those the file holds: more than a year of a busy account. */
const SHOWN = 20
const FILED = 10_000

const named = { select: { number: true, name: true } }

async function personOf(tx: Tx, actor: Actor) {
  const { user, org, enterprise, ...person } = await tx.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: {
      name: true,
      phone: true,
      mailAddress: { select: { address: true } },
      title: true,
      org: { select: { name: true } },
      enterprise: { select: { name: true } },
      user: {
        select: {
          username: true,
          role: true,
          org: { select: { name: true } },
          enterprise: { select: { name: true } },
          locale: true,
          theme: true,
          textSize: true,
          createdAt: true,
          passwordChangedAt: true,
          // That there is one and since when; what it counts with is nobody's to read.
          secondFactor: { select: { confirmedAt: true } },
        },
      },
    },
  })
  const { org: accountOrg, enterprise: accountEnterprise, ...account } = user ?? { org: null, enterprise: null }
  return {
    person: { ...person, unit: org?.name ?? enterprise?.name ?? null },
    account: { ...account, unit: accountOrg?.name ?? accountEnterprise?.name ?? null },
  }
}

/** What the actor is or was named for: projects, procedures, handovers, deputies. */
async function assignmentsOf(tx: Tx, actor: Actor) {
  const personId = actor.personId
  const [stewarded, led, contact, handled, handovers, deputies] = await Promise.all([
    tx.stewardAssignment.findMany({
      where: { personId },
      select: { fromOn: true, toOn: true, project: named },
      orderBy: { fromOn: 'desc' },
    }),
    tx.project.findMany({ where: { leaderId: personId }, select: named.select, orderBy: { number: 'asc' } }),
    tx.project.findMany({ where: { contactId: personId }, select: named.select, orderBy: { number: 'asc' } }),
    tx.procedure.findMany({
      where: { handlerId: personId },
      select: { code: true, project: named },
      orderBy: { id: 'asc' },
    }),
    tx.handover.findMany({
      where: { OR: [{ fromId: personId }, { toId: personId }, { proposerId: personId }] },
      select: { state: true, proposedAt: true, decidedAt: true, note: true, project: named },
      orderBy: { proposedAt: 'desc' },
    }),
    tx.deputy.findMany({
      where: { OR: [{ absentId: personId }, { deputyId: personId }] },
      select: {
        fromOn: true,
        toOn: true,
        reason: true,
        absent: { select: { name: true } },
        deputy: { select: { name: true } },
      },
      orderBy: { fromOn: 'desc' },
    }),
  ])
  return {
    stewarded: stewarded.map((s) => ({ ...s.project, from: fromDb(s.fromOn), to: dayOrNull(s.toOn) })),
    led,
    contact,
    handled: handled.map((h) => ({ code: h.code, ...h.project })),
    handovers: handovers.map(({ project, ...h }) => ({ ...project, ...h })),
    deputies: deputies.map((d) => ({
      absent: d.absent.name,
      deputy: d.deputy.name,
      from: fromDb(d.fromOn),
      to: fromDb(d.toOn),
      reason: d.reason,
    })),
  }
}

/** What the actor has said of others and of his own scores: stars he gave, objections he raised. */
async function saidOf(tx: Tx, { personId }: Actor) {
  const ratings = await tx.rating.findMany({
    where: { personId },
    select: { month: true, table: true, stars: true, at: true },
    orderBy: { at: 'desc' },
  })
  const objections = await tx.rankingObjection.findMany({
    where: { raisedById: personId },
    select: { claim: true, state: true, reason: true, raisedAt: true, ranking: { select: { month: true } } },
    orderBy: { raisedAt: 'desc' },
  })
  return { ratings, objections: objections.map(({ ranking, ...said }) => ({ ...ranking, ...said })) }
}

const operationsOf = (tx: Tx, actor: Actor, take: number) =>
  tx.auditEntry.findMany({
    where: { actorId: actor.userId },
    select: { at: true, action: true, ok: true, code: true, address: true },
    orderBy: { at: 'desc' },
    take,
  })

/** What the page says of the actor himself: person, account, what he was named for, and his latest operations. */
export async function loadMyPage(actor: Actor) {
  const [who, assignments, operations, operationCount] = await Promise.all([
    personOf(db, actor),
    assignmentsOf(db, actor),
    operationsOf(db, actor, SHOWN),
    db.auditEntry.count({ where: { actorId: actor.userId } }),
  ])
  return { ...who, assignments, operations, operationCount }
}
export type MyPage = Awaited<ReturnType<typeof loadMyPage>>

/**
 * Everything the system holds about the actor himself 我的个人信息, as one record to take along.
 *
 * The audit row has the number of operations in it; nobody else's data are in the record beyond names he worked with.
 *
 * @source 个人信息保护法 45
 */
export const exportMyData = write('user.export', async (tx, actor, _input: null) => {
  const who = await personOf(tx, actor)
  const [assignments, sessions, views, operations] = [
    await assignmentsOf(tx, actor),
    await tx.session.findMany({
      where: { userId: actor.userId },
      select: { createdAt: true, lastSeenAt: true, revokedAt: true, address: true, userAgent: true },
      orderBy: { createdAt: 'desc' },
    }),
    await tx.savedView.findMany({
      where: { ownerId: actor.userId },
      select: { name: true, query: true, shared: true },
      orderBy: { createdAt: 'asc' },
    }),
    await operationsOf(tx, actor, FILED),
  ]
  const value = { ...who, assignments, sessions, views, ...(await saidOf(tx, actor)), operations }
  return ok({
    value,
    subject: actor.userId,
    detail: { operations: operations.length } satisfies Prisma.InputJsonObject,
  })
})
