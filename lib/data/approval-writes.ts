import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type ApprovalFacts, decideApproval as decided, withdrawApproval as withdrawn } from '@/lib/domain/approval'
import type { PlainDate } from '@/lib/domain/plain-date'
import { planApproval } from '@/lib/domain/plan-change'
import { err, ok, type Result } from '@/lib/domain/result'
import type {
  ApprovalDecisionInput,
  ApprovalStepKind,
  ApprovalTerms,
  ApprovalWithdrawalInput,
} from '@/lib/schemas/approval'
import type { Prisma } from '@/prisma/generated/client'
import { askedOf, rowNow, visibleApprovals, withdrawalOf } from './approval-list'
import { type Approval, type Approved, stillEntitled } from './approvers'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { grantMilestone } from './milestone-changes'
import { grantPlan } from './plan-changes'
import { grantMove, readMoving } from './procedure-moves'
import { grantStage, mayApproveStage } from './stage-changes'
import { write } from './write'

const withRows = {
  project: { include: { stewards: { where: { toOn: null }, select: { personId: true } } } },
  procedure: true,
  milestone: true,
  askedBy: { select: { id: true, role: true, personId: true } },
} satisfies Prisma.ApprovalInclude
type Row = Prisma.ApprovalGetPayload<{ include: typeof withRows }>

/** Locks a request of the actor's sight with its project, and reads what it is about; err NOT_FOUND, CONFLICT. */
async function lockApproval(
  tx: Tx,
  actor: Actor,
  { approvalId: id, version }: Readonly<{ approvalId: string; version: number }>,
): Promise<Result<Row>> {
  const where = { AND: [{ id }, visibleApprovals(actor)] }
  const found = await tx.approval.findFirst({ where, select: { projectId: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${found.projectId}::uuid FOR UPDATE`
  const row = await tx.approval.findFirst({ where, include: withRows })
  if (!row) return err({ code: 'NOT_FOUND' })
  // What somebody decided meanwhile is said as that.
  const current = row.version === version || row.state !== 'PENDING'
  return current ? ok(row) : err({ code: 'CONFLICT', version: row.version })
}

/** What the row is the approval of, by what it says now: a plan that moved meanwhile may be a leader's to approve. */
function approvedAs({ kind, procedure, milestone }: Row): Approved {
  if (kind === 'PLAN' || kind === 'MILESTONE') return planApproval(procedure?.planMoves ?? milestone?.moves ?? 0)
  return kind === 'STAGE' ? 'NOT_APPLICABLE' : kind
}

/** By whose approval it is granted: the actor's own where he may, else of whom he stands in for. */
async function approvalBy(tx: Tx, actor: Actor, row: Row): Promise<Result<Approval>> {
  const people = [actor.personId, row.approverId]
  if (row.kind === 'STAGE') {
    for (const personId of people)
      if (await mayApproveStage(tx, row.districtId, personId))
        return ok({ approverId: personId, asks: false, onBehalf: false })
    return err({ code: 'APPROVER_NOT_ENTITLED' })
  }
  return stillEntitled(tx, row.districtId, approvedAs(row), people, {
    agencyId: row.procedure?.agencyId,
    taskforceId: row.project.taskforceId,
    leaderId: row.project.leaderId,
  })
}

/** Lets what was asked take effect: the very write it would have been, in the name of whoever asked. */
async function grant(tx: Tx, row: Row, approval: Approval, today: PlainDate): Promise<Result<null>> {
  const by = { userId: row.askedBy.id, role: row.askedBy.role, approval }
  const { reason, procedure, milestone, project } = row
  const terms = row.terms as ApprovalTerms
  if (row.kind === 'STAGE') return grantStage(tx, by, project, { ...terms, reason } as never, today)
  if (milestone) return grantMilestone(tx, by, milestone, { plannedOn: terms.plannedOn as PlainDate, reason }, today)
  if (!procedure) return err({ code: 'NOT_FOUND' })
  if (row.kind === 'PLAN')
    return grantPlan(
      tx,
      by,
      procedure,
      { submitOn: terms.submitOn ?? null, finishOn: terms.finishOn as PlainDate, reason },
      today,
    )
  return grantMove(tx, by, await readMoving(tx, procedure.id), terms as never, today)
}

/** Writes what became of a request, with its line of history. */
async function record(
  tx: Tx,
  actor: Actor,
  { id }: Row,
  data: Prisma.ApprovalUncheckedUpdateInput,
  kind: ApprovalStepKind,
  text: string,
  today: PlainDate,
) {
  await tx.approval.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
  await tx.approvalStep.create({
    data: { approvalId: id, kind, text: text || null, on: toDb(today), actorId: actor.userId },
  })
}

/**
 * Approves or refuses what somebody asked for 审批; approved, it takes effect in the same transaction.
 *
 * Whoever decides has seen the row as it is: what moved on meanwhile is said, and asked again.
 *
 * @returns err NOT_FOUND, FORBIDDEN (asked of somebody else), CONFLICT, APPROVER_NOT_ENTITLED, what `decideApproval` of the
 *          rules refuses, and whatever makes the change impossible by now
 */
export const decideApproval = write('approval.decide', async (tx, actor, input: ApprovalDecisionInput, today) => {
  const locked = await lockApproval(tx, actor, input)
  if (!locked.ok) return locked
  const row = locked.value
  const now = rowNow(row)
  const { id, kind, projectId, askedOn } = row
  const approve = input.decision === 'APPROVE'
  const said = decided(
    { kind, state: row.state, was: row.was as ApprovalFacts, now: now.facts, rowVersion: now.version },
    { approve, text: input.text, seen: input.seen },
  )
  if (!said.ok) return said
  if ((await tx.approval.count({ where: { AND: [{ id }, askedOf(actor)] } })) === 0)
    return err({ code: 'FORBIDDEN', action: 'approval.decide' })
  const approval = await approvalBy(tx, actor, row)
  if (!approval.ok) return approval
  if (approve) {
    const granted = await grant(tx, row, approval.value, today)
    if (!granted.ok) return granted
  }
  const data = { state: said.value, decidedById: actor.personId }
  await record(tx, actor, row, data, approve ? 'APPROVE' : 'REFUSE', input.text, today)
  return ok({
    value: { approvalId: id, projectId, procedureId: row.procedureId, approved: approve },
    subject: row.procedureId ?? row.milestoneId ?? projectId,
    projectId,
    detail: {
      approvalId: id,
      kind,
      decision: input.decision,
      askedOn: fromDb(askedOn),
      reason: input.text,
    },
  })
})

/**
 * Takes a request back before anybody has decided 撤回.
 *
 * @returns err NOT_FOUND, CONFLICT, APPROVAL_DECIDED, APPROVAL_OF_OTHERS
 */
export const withdrawApproval = write('approval.withdraw', async (tx, actor, input: ApprovalWithdrawalInput, today) => {
  const locked = await lockApproval(tx, actor, input)
  if (!locked.ok) return locked
  const row = locked.value
  const may = withdrawn(withdrawalOf(row), actor.standsInFor)
  if (!may.ok) return may
  await record(tx, actor, row, { state: 'WITHDRAWN' }, 'WITHDRAW', '', today)
  return ok({
    value: { approvalId: row.id, projectId: row.projectId },
    subject: row.procedureId ?? row.milestoneId ?? row.projectId,
    projectId: row.projectId,
    detail: { approvalId: row.id, kind: row.kind },
  })
})
