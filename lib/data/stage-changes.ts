import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { decideStage } from '@/lib/domain/project'
import { err, type Failure, gathered, ok } from '@/lib/domain/result'
import type { StageChangeInput } from '@/lib/schemas/project-change'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import type { Tx } from './db'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { write } from './write'

/** Who approves 动态管理. */
export const stageApprovers = (districtId: string) =>
  ({ districtId, role: { in: ['OFFICE', 'HEAD'] }, disabledAt: null }) satisfies Prisma.UserWhereInput

/**
 * Moves a project to another stage, suspends, removes, merges or brings it back 动态管理.
 *
 * @returns err of `decideStage`, CONFLICT, FUTURE_DATE, REASON_MISSING, APPROVER_MISSING,
 *          APPROVER_NOT_ENTITLED, MERGE_TARGET_MISSING
 */
export const changeStage = write('project.stage', async (tx, actor, input: StageChangeInput, today) => {
  const locked = await lockProject(tx, actor, 'project.stage', input.projectId, input.version)
  if (!locked.ok) return locked
  const { project } = locked.value
  const step = { fromStage: project.stage, toStage: input.stage, fromStatus: project.status, toStatus: input.status }
  const decided = decideStage(step)
  if (!decided.ok) return decided
  const approverId = input.approverId ?? (actor.role === 'OFFICE' ? actor.personId : null)
  const { approval } = decided.value
  const notEntitled = input.approverId !== undefined && !(await mayApproveStage(tx, actor, input.approverId))
  const wrong = gathered(
    input.on > today ? { code: 'FUTURE_DATE', on: input.on, today } : null,
    approval && !input.reason ? { code: 'REASON_MISSING' } : null,
    approval && !approverId ? { code: 'APPROVER_MISSING' } : null,
    notEntitled ? { code: 'APPROVER_NOT_ENTITLED' } : null,
    await noMergeTarget(tx, actor, input),
  )
  if (wrong) return err(wrong)
  await tx.stageChange.create({
    data: {
      projectId: project.id,
      ...step,
      on: toDb(input.on),
      reason: input.reason ?? null,
      approverId,
      actorId: actor.userId,
    },
  })
  const { version } = await tx.project.update({
    where: { id: project.id },
    data: {
      stage: input.stage,
      status: input.status,
      mergedIntoId: input.status === 'MERGED' ? input.mergedIntoId : null,
      version: { increment: 1 },
    },
    select: { version: true },
  })
  await refreshProjects(tx, [project.id], today, 'FACT', actor.userId)
  return ok({
    value: { projectId: project.id, version },
    subject: project.id,
    projectId: project.id,
    detail: { ...step, reason: input.reason },
  })
})

/** Why a project cannot be merged into the one named. */
async function noMergeTarget(tx: Tx, { districtId }: Actor, input: StageChangeInput): Promise<Failure | null> {
  if (input.status !== 'MERGED') return null
  const { mergedIntoId: id } = input
  const target =
    id && (await tx.project.findFirst({ where: { id, districtId, status: 'ACTIVE' }, select: { id: true } }))
  return target && target.id !== input.projectId ? null : { code: 'MERGE_TARGET_MISSING' }
}

/** Whether somebody is among those the form offers: the office, or the head of the group. */
const mayApproveStage = (tx: Tx, { districtId }: Actor, personId: string) =>
  tx.user.findFirst({ where: { ...stageApprovers(districtId), personId }, select: { id: true } })
