import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok } from '@/lib/domain/result'
import type { AgencyAdditionInput } from '@/lib/schemas/project-change'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { lockProject } from './lock-project'
import { write } from './write'

const candidates = (actor: Actor) =>
  ({
    districtId: actor.districtId,
    kind: { in: ['AGENCY', 'UTILITY'] },
    dissolvedOn: null,
  }) satisfies Prisma.OrgWhereInput

/**
 * Adds an agency to a project's team beyond those its procedures name 1+1+N.
 *
 * @returns err NOT_FOUND, FORBIDDEN, AGENCY_MISSING, NO_CHANGE when it serves the project already
 */
export const addAgency = write('project.agency', async (tx, actor, input: AgencyAdditionInput) => {
  const locked = await lockProject(tx, actor, 'project.agency', input.projectId)
  if (!locked.ok) return locked
  if (locked.value.scope.agencyIds.includes(input.orgId)) return err({ code: 'NO_CHANGE' })
  const org = await tx.org.findFirst({
    where: { ...candidates(actor), id: input.orgId },
    select: { id: true, name: true },
  })
  if (!org) return err({ code: 'AGENCY_MISSING' })
  await tx.projectAgency.create({ data: { projectId: input.projectId, orgId: org.id } })
  return ok({
    value: { projectId: input.projectId },
    subject: org.id,
    projectId: input.projectId,
    detail: { agency: org.name },
  })
})

/** Agencies that could join a project's team. */
export const listAgencies = (actor: Actor) =>
  db.org.findMany({
    where: candidates(actor),
    select: { id: true, shortName: true },
    orderBy: { name: 'asc' },
  })
