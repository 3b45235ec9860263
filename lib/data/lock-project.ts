import 'server-only'
import { type Action, type Actor, allows, type Scope } from '@/lib/domain/access'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Prisma, Project } from '@/prisma/generated/client'
import type { Tx } from './db'
import { visibleProjects } from './visible'

/** The facts that tie people to a project. */
export const scopeColumns = {
  districtId: true,
  leaderId: true,
  taskforceId: true,
  streetId: true,
  enterpriseId: true,
  stewards: { where: { toOn: null }, select: { personId: true } },
  agencies: { select: { orgId: true } },
  procedures: { where: { agencyId: { not: null } }, select: { agencyId: true } },
} satisfies Prisma.ProjectSelect

export const scopeOf = (row: Prisma.ProjectGetPayload<{ select: typeof scopeColumns }>): Scope => ({
  districtId: row.districtId,
  leaderId: row.leaderId,
  taskforceId: row.taskforceId,
  streetId: row.streetId,
  enterpriseId: row.enterpriseId,
  stewardId: row.stewards[0]?.personId ?? null,
  agencyIds: [...row.agencies.map((a) => a.orgId), ...row.procedures.flatMap((p) => p.agencyId ?? [])],
})

/**
 * Locks a project row for a change and proves that the actor may make it.
 *
 * Every write below a project takes this lock first, so changes of one project never interleave.
 *
 * @param version what the writer saw; null for changes that do not depend on it
 * @returns err NOT_FOUND when it is absent or out of sight (never told apart), FORBIDDEN, CONFLICT with the version now
 */
export async function lockProject(
  tx: Tx,
  actor: Actor,
  action: Action,
  projectId: string,
  version: number | null = null,
): Promise<Result<{ project: Project; scope: Scope }>> {
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
  const { stewards, agencies, procedures } = scopeColumns
  const project = await tx.project.findFirst({
    where: { AND: [{ id: projectId }, visibleProjects(actor)] },
    include: { stewards, agencies, procedures },
  })
  if (!project) return err({ code: 'NOT_FOUND' })
  const scope = scopeOf(project)
  if (!allows(actor, action, scope)) return err({ code: 'FORBIDDEN', action })
  if (version !== null && project.version !== version) return err({ code: 'CONFLICT', version: project.version })
  return ok({ project, scope })
}
