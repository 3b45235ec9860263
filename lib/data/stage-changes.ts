import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { decideStage } from '@/lib/domain/project'
import { err, type Failure, gathered, ok, type Result, refusalOf } from '@/lib/domain/result'
import type { StageChangeInput } from '@/lib/schemas/project-change'
import type { Prisma, Project } from '@/prisma/generated/client'
import { askApproval, type RecordedBy } from './approval-requests'
import { type Approval, UNASKED } from './approvers'
import { toDb } from './date'
import type { Tx } from './db'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { write } from './write'

/** Who approves 动态管理. */
export const stageApprovers = (districtId: string) =>
  ({ districtId, role: { in: ['OFFICE', 'HEAD'] }, disabledAt: null }) satisfies Prisma.UserWhereInput

type StageStep = Readonly<{
  fromStage: Project['stage']
  toStage: Project['stage']
  fromStatus: Project['status']
  toStatus: Project['status']
}>
type StageTerms = Pick<StageChangeInput, 'stage' | 'status' | 'on'> &
  Readonly<{ reason?: string | undefined; mergedIntoId?: string | undefined }>

/** By whose approval a stage moves back or a project leaves the list: the office's own, or of whoever it names. */
async function approveStage(
  tx: Tx,
  actor: Actor,
  approval: boolean,
  named: string | undefined,
): Promise<Result<Approval>> {
  if (named !== undefined && !(await mayApproveStage(tx, actor.districtId, named)))
    return err({ code: 'APPROVER_NOT_ENTITLED' })
  // A step forward is a fact: nobody has to be asked.
  if (!approval) return ok(UNASKED)
  const own = actor.role === 'OFFICE' && (named === undefined || named === actor.personId)
  const approverId = own ? actor.personId : named
  return approverId ? ok({ approverId, asks: !own, onBehalf: false }) : err({ code: 'APPROVER_MISSING' })
}

/** Writes a stage or side state in the name of whoever says it; the colours follow. */
async function writeStage(
  tx: Tx,
  { userId, approval }: Omit<RecordedBy, 'role'>,
  projectId: string,
  step: StageStep,
  { on, reason, mergedIntoId }: StageTerms,
  today: PlainDate,
): Promise<number> {
  await tx.stageChange.create({
    data: {
      projectId,
      ...step,
      on: toDb(on),
      reason: reason ?? null,
      approverId: approval.approverId,
      actorId: userId,
    },
  })
  const { version } = await tx.project.update({
    where: { id: projectId },
    data: {
      stage: step.toStage,
      status: step.toStatus,
      mergedIntoId: step.toStatus === 'MERGED' ? mergedIntoId : null,
      version: { increment: 1 },
    },
    select: { version: true },
  })
  await refreshProjects(tx, [projectId], today, 'FACT', userId)
  return version
}

const stepOf = (project: Pick<Project, 'stage' | 'status'>, { stage, status }: StageTerms): StageStep => ({
  fromStage: project.stage,
  toStage: stage,
  fromStatus: project.status,
  toStatus: status,
})

/**
 * Moves a project's stage or side state that was asked for, once it is approved.
 *
 * @returns err of `decideStage`, MERGE_TARGET_MISSING
 */
export async function grantStage(
  tx: Tx,
  by: RecordedBy,
  project: Project,
  terms: StageTerms,
  today: PlainDate,
): Promise<Result<null>> {
  const step = stepOf(project, terms)
  const decided = decideStage(step)
  if (!decided.ok) return decided
  const lost = await noMergeTarget(tx, project.districtId, { ...terms, projectId: project.id })
  if (lost) return err(lost)
  await writeStage(tx, by, project.id, step, terms, today)
  return ok(null)
}

/**
 * Moves a project to another stage, suspends, removes, merges or brings it back 动态管理. What somebody else has to approve is
 * put before him, and `asked` is the request.
 *
 * @returns err of `decideStage`, CONFLICT, FUTURE_DATE, REASON_MISSING, APPROVER_MISSING,
 *          APPROVER_NOT_ENTITLED, APPROVAL_OPEN, MERGE_TARGET_MISSING
 */
export const changeStage = write('project.stage', async (tx, actor, input: StageChangeInput, today) => {
  const locked = await lockProject(tx, actor, 'project.stage', input.projectId, input.version)
  if (!locked.ok) return locked
  const { project } = locked.value
  const step = stepOf(project, input)
  const decided = decideStage(step)
  if (!decided.ok) return decided
  const approved = await approveStage(tx, actor, decided.value.approval, input.approverId)
  const wrong = gathered(
    input.on > today ? { code: 'FUTURE_DATE', on: input.on, today } : null,
    decided.value.approval && !input.reason ? { code: 'REASON_MISSING' } : null,
    refusalOf(approved),
    await noMergeTarget(tx, actor.districtId, input),
  )
  if (wrong) return err(wrong)
  const approval = approved.ok ? approved.value : UNASKED
  const { id: projectId, version } = project
  if (approval.asks) {
    const { stage, status, on, mergedIntoId } = input
    const terms = { stage, status, on, ...(mergedIntoId ? { mergedIntoId } : {}) }
    const was = { stage: project.stage, status: project.status }
    const reason = input.reason ?? ''
    const asked = await askApproval(
      tx,
      actor,
      { kind: 'STAGE', projectId, was, terms, reason, rowVersion: version, approval },
      today,
    )
    if (!asked.ok) return asked
    return ok({
      value: { projectId, version, asked: asked.value as string | null },
      subject: projectId,
      projectId,
      detail: { asks: approval.approverId, was, terms, reason },
    })
  }
  const by = { userId: actor.userId, approval }
  return ok({
    value: {
      projectId,
      version: await writeStage(tx, by, projectId, step, input, today),
      asked: null as string | null,
    },
    subject: projectId,
    projectId,
    detail: { ...step, reason: input.reason },
  })
})

/** Why a project cannot be merged into the one named. */
async function noMergeTarget(
  tx: Tx,
  districtId: string,
  input: Pick<StageChangeInput, 'status' | 'projectId'> & Readonly<{ mergedIntoId?: string | undefined }>,
): Promise<Failure | null> {
  if (input.status !== 'MERGED') return null
  const { mergedIntoId: id } = input
  const target =
    id && (await tx.project.findFirst({ where: { id, districtId, status: 'ACTIVE' }, select: { id: true } }))
  return target && target.id !== input.projectId ? null : { code: 'MERGE_TARGET_MISSING' }
}

/** Whether somebody is among those the form offers: the office, or the head of the group. */
export const mayApproveStage = (tx: Tx, districtId: string, personId: string) =>
  tx.user.findFirst({ where: { ...stageApprovers(districtId), personId }, select: { id: true } })
