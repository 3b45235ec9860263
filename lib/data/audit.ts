import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'

export type AuditRecord = Readonly<{
  actor: Actor
  action: string
  subject?: string
  projectId?: string
  ok: boolean
  code?: string
  detail?: Prisma.InputJsonValue
}>

/**
 * Appends one row to the audit log 审计, in the transaction of what it records.
 *
 * @source GB/T 22239-2019 8.1.4 安全审计
 */
export async function appendAudit(tx: Tx, record: AuditRecord): Promise<void> {
  const { actor, action, subject, projectId, ok, code, detail } = record
  await tx.auditEntry.create({
    data: {
      districtId: actor.districtId,
      actorId: actor.userId,
      actorName: actor.name,
      actorRole: actor.role,
      action,
      subject: subject ?? null,
      projectId: projectId ?? null,
      ok,
      code: code ?? null,
      detail: detail ?? {},
      address: actor.address,
    },
  })
}
