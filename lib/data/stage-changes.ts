import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { decideStage } from '@/lib/domain/project'
import { err, ok } from '@/lib/domain/result'
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
  if (input.on > today) return err({ code: 'FUTURE_DATE', on: input.on, today })
  const approverId = input.approverId ?? (actor.role === 'OFFICE' ? actor.personId : null)
  if (decided.value.approval && !input.reason) return err({ code: 'REASON_MISSING' })
  if (decided.value.approval && !approverId) return err({ code: 'APPROVER_MISSING' })
  if (input.approverId && !(await mayApproveStage(tx, actor, input.approverId)))
    return err({ code: 'APPROVER_NOT_ENTITLED' })
  if (input.status === 'MERGED') {
    const target = input.mergedIntoId
      ? await tx.project.findFirst({
          where: { id: input.mergedIntoId, districtId: actor.districtId, status: 'ACTIVE' },
        })
      : null
    if (!target || target.id === project.id) return err({ code: 'MERGE_TARGET_MISSING' })
  }
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

/** Whether somebody is among those the form offers: the office, or the head of the group. */
const mayApproveStage = (tx: Tx, { districtId }: Actor, personId: string) =>
  tx.user.findFirst({ where: { ...stageApprovers(districtId), personId }, select: { id: true } })
