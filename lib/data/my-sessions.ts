import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok } from '@/lib/domain/result'
import { db } from './db'
import { liveSince } from './sessions'
import { write } from './write'

/** Live sessions of the actor's own account, the latest seen first. */
export const sessionsOf = (actor: Actor, now: Date) =>
  db.session.findMany({
    where: { userId: actor.userId, ...liveSince(now) },
    select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
    orderBy: { lastSeenAt: 'desc' },
  })
export type MySession = Awaited<ReturnType<typeof sessionsOf>>[number]

/**
 * Ends one of the actor's own sessions; its next request is led to sign-in.
 *
 * @returns err NOT_FOUND when it is over already or is somebody else's
 */
export const endSession = write('session.end', async (tx, actor, input: { sessionId: string }) => {
  const { count } = await tx.session.updateMany({
    where: { id: input.sessionId, userId: actor.userId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count === 0 ? err({ code: 'NOT_FOUND' }) : ok({ value: null, subject: input.sessionId })
})

/** Ends all of the actor's own sessions but the one he works in. */
export const endOtherSessions = write('session.endOthers', async (tx, actor, input: { keepId: string }) => {
  const { count } = await tx.session.updateMany({
    where: { userId: actor.userId, revokedAt: null, id: { not: input.keepId } },
    data: { revokedAt: new Date() },
  })
  return ok({ value: { count }, subject: actor.userId, detail: { count } })
})
