import type { PlainDate } from '@/lib/domain/plain-date'
import type { MilestoneKind } from '@/lib/domain/project'
import type { ApprovalRow } from '@/lib/schemas/approval'

/**
 * The request a form that moves a plan has to wait for: another one would only be refused. Whoever needs nobody's approval
 * does not wait, nor who still corrects what was proposed.
 */
export function planWaits(
  rows: readonly ApprovalRow[],
  of: 'PLAN' | MilestoneKind,
  { approvers, correctUntil }: Readonly<{ approvers: readonly unknown[]; correctUntil: PlainDate | null }>,
): ApprovalRow | null {
  if (approvers.length === 0 || correctUntil) return null
  const same = ({ change }: ApprovalRow) =>
    of === 'PLAN' ? change.kind === 'PLAN' : change.kind === 'MILESTONE' && change.milestone === of
  return rows.find((row) => row.state === 'PENDING' && same(row)) ?? null
}
