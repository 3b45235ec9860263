import 'server-only'
import { err, type Result } from '@/lib/domain/result'
import type { Visitor } from '@/lib/domain/visitor'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import type { Written } from './write'

/** What somebody without an account may do: say something, and go on with his own case by its look-up code. */
export type VisitorAction = 'complaint.file' | 'complaint.rate' | 'complaint.add'

class Refused extends Error {
  constructor(readonly failure: Readonly<{ code: string }>) {
    super(failure.code)
  }
}

/**
 * The one way somebody without an account changes anything: one transaction with an audit row that names nobody, keeps no
 * address and tells the hour alone. Sealed reports do not pass here: of them nothing is kept that could be joined to anybody.
 *
 * @returns what the handler refuses; a thrown error is a bug. Either rolls everything back
 * @source SECURITY.md §3.2 (report row has date and hour only)
 * @example export const fileComplaint = visitorWrite('complaint.file', async (tx, visitor, input) => …)
 */
export const visitorWrite =
  <I, T>(action: VisitorAction, handler: (tx: Tx, visitor: Visitor, input: I) => Promise<Result<Written<T>>>) =>
  async (visitor: Visitor, input: I): Promise<Result<T>> => {
    try {
      return await db.$transaction(async (tx) => {
        const result = await handler(tx, visitor, input)
        if (!result.ok) throw new Refused(result.error)
        const { value, subject, projectId, detail } = result.value
        await appendVisitorAudit(tx, visitor, action, { subject, projectId, detail })
        return { ok: true as const, value }
      })
    } catch (error) {
      if (error instanceof Refused) return err(error.failure)
      throw error
    }
  }

const appendVisitorAudit = (
  tx: Tx,
  { districtId }: Visitor,
  action: VisitorAction,
  { subject, projectId, detail }: Readonly<{ subject: string; projectId?: string; detail?: Prisma.InputJsonValue }>,
) => tx.$executeRaw`
  INSERT INTO "AuditEntry" ("at", "districtId", "actorName", "actorRole", "action", "subject", "projectId", "ok", "detail")
  VALUES (date_trunc('hour', now()), ${districtId}::uuid, '公众', 'PUBLIC', ${action}, ${subject}, ${projectId ?? null}::uuid,
    true, ${JSON.stringify(detail ?? {})}::jsonb)`
