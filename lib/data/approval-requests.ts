import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { ApprovalFacts, ApprovalKind } from '@/lib/domain/approval'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Prisma } from '@/prisma/generated/client'
import type { Approval } from './approvers'
import { fromDb, toDb } from './date'
import type { Tx } from './db'

/** In whose name a change is recorded, and by whose approval. */
export type RecordedBy = Readonly<{ userId: string; role: string; approval: Approval }>

type Request = Readonly<{
  kind: ApprovalKind
  projectId: string
  procedureId?: string
  milestoneId?: string
  /** What the row says now, and what it shall say. */
  was: ApprovalFacts
  terms: Prisma.InputJsonObject
  reason: string
  rowVersion: number
  approval: Approval
}>

/** The request of the same kind that stands at the same row already. */
const sameRow = ({ kind, projectId, procedureId, milestoneId }: Request): Prisma.ApprovalWhereInput => ({
  state: 'PENDING',
  kind,
  projectId,
  procedureId: procedureId ?? null,
  milestoneId: milestoneId ?? null,
})

/**
 * Puts a change before whoever has to approve it 提请审批: nothing of the row changes before he has.
 *
 * The caller holds the lock of the project, so that the same is not asked twice.
 *
 * @returns id of the request; err APPROVAL_OPEN (asked already, of whom and when), REASON_MISSING
 */
export async function askApproval(tx: Tx, actor: Actor, request: Request, today: PlainDate): Promise<Result<string>> {
  const { kind, projectId, procedureId, milestoneId, was, terms, reason, rowVersion, approval } = request
  if (!approval.approverId) return err({ code: 'APPROVER_MISSING' })
  const open = await tx.approval.findFirst({
    where: sameRow(request),
    select: { askedOn: true, approver: { select: { name: true } } },
  })
  if (open) return err({ code: 'APPROVAL_OPEN', name: open.approver.name, on: fromDb(open.askedOn) })
  const { id } = await tx.approval.create({
    data: {
      districtId: actor.districtId,
      projectId,
      procedureId: procedureId ?? null,
      milestoneId: milestoneId ?? null,
      kind,
      was,
      terms,
      reason,
      rowVersion,
      onBehalf: approval.onBehalf,
      askedById: actor.userId,
      askedOn: toDb(today),
      approverId: approval.approverId,
      steps: { create: { kind: 'ASK', text: reason || null, on: toDb(today), actorId: actor.userId } },
    },
    select: { id: true },
  })
  return ok(id)
}
