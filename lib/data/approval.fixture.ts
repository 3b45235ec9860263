import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { findApproval } from './approval-list'
import { decideApproval } from './approval-writes'
import { db } from './db'

/** Approves the only request that is open, as somebody who has just looked at it. */
export async function approveOpen(by: Actor, today: PlainDate) {
  const open = await db.approval.findMany({
    where: { districtId: by.districtId, state: 'PENDING' },
    select: { id: true },
  })
  const [{ id } = { id: '' }] = open
  const seen = open.length === 1 ? await findApproval(by, id, today) : null
  if (!seen) throw new Error(`${open.length} requests are open`)
  const input = { approvalId: id, version: seen.version, seen: seen.rowVersion, decision: 'APPROVE', text: '' } as const
  return decideApproval(by, input, { today })
}
