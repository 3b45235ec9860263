import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { ChangeKind } from '@/lib/domain/administration'
import { err, ok } from '@/lib/domain/result'
import type { ChangeDetail } from '@/lib/schemas/administration'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'

/**
 * Records a proposal for the security administrator 提请审批; the last step of every write that proposes.
 *
 * @param tx has locked the account or unit it is about, so that two proposals for one cannot meet
 * @returns err CHANGE_PENDING when one about the same account or unit waits already
 */
export async function recordProposal(
  tx: Tx,
  actor: Actor,
  proposal: Readonly<{ kind: ChangeKind; subjectId: string | null; detail: ChangeDetail; reason: string }>,
) {
  const { kind, subjectId, detail, reason } = proposal
  if (subjectId && (await tx.adminChange.findFirst({ where: { subjectId, state: 'PROPOSED' } })))
    return err({ code: 'CHANGE_PENDING' })
  const { id } = await tx.adminChange.create({
    data: {
      districtId: actor.districtId,
      kind,
      subjectId,
      detail: detail as Prisma.InputJsonValue,
      reason,
      proposedBy: actor.userId,
    },
    select: { id: true },
  })
  return ok({ value: { changeId: id }, subject: id, detail: { kind, label: detail.label, reason } })
}
