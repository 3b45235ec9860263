import 'server-only'
import { type Actor, type Relation, related, type Scope, SIGHT } from '@/lib/domain/access'
import type { Prisma } from '@/prisma/generated/client'

const NOTHING = { id: { in: [] as string[] } }

function projectsOf(actor: Actor, relation: Relation | undefined): Prisma.ProjectWhereInput {
  switch (relation) {
    case 'district':
      return {}
    case 'stewarded':
      return { stewards: { some: { toOn: null, personId: { in: [...actor.standsInFor] } } } }
    case 'led':
      return { leaderId: { in: [...actor.standsInFor] } }
    case 'taskforce':
      return actor.orgId ? { taskforceId: actor.orgId } : NOTHING
    case 'street':
      return actor.orgId ? { streetId: actor.orgId } : NOTHING
    case 'agency':
      return actor.orgId ? { partners: { some: { orgId: actor.orgId } } } : NOTHING
    case 'enterprise':
      return actor.enterpriseId ? { enterpriseId: actor.enterpriseId } : NOTHING
    case undefined:
      return NOTHING
  }
}

/**
 * The projects an actor may see, as one where-clause: lists, counts, pickers, exports and searches all use it.
 *
 * @source domain roles.md §1
 */
export const visibleProjects = (actor: Actor): Prisma.ProjectWhereInput => ({
  districtId: actor.districtId,
  ...projectsOf(actor, SIGHT.project[actor.role]),
})

/** The procedures an actor may see; an agency sees its own, everybody else those of his projects. */
export function visibleProcedures(actor: Actor): Prisma.ProcedureWhereInput {
  const relation = SIGHT.procedure[actor.role]
  const inDistrict = { districtId: actor.districtId }
  if (relation === 'district') return inDistrict
  if (relation === 'agency') return actor.orgId ? { ...inDistrict, agencyId: actor.orgId } : NOTHING
  return { ...inDistrict, project: projectsOf(actor, relation) }
}

/** Projects somebody offered the actor and he has not answered 待接收. */
const offeredTo = (actor: Actor): Prisma.ProjectWhereInput =>
  SIGHT.project[actor.role] === 'stewarded'
    ? { districtId: actor.districtId, handovers: { some: { state: 'PROPOSED', toId: { in: [...actor.standsInFor] } } } }
    : NOTHING

/**
 * The projects whose page an actor may read: those he sees, and while he has not answered those he is to take over. They
 * stand in none of his lists, counts or exports, and he changes nothing of them.
 */
export const readableProjects = (actor: Actor): Prisma.ProjectWhereInput => ({
  OR: [visibleProjects(actor), offeredTo(actor)],
})

/** `readableProjects`, of their procedures. */
export const readableProcedures = (actor: Actor): Prisma.ProcedureWhereInput => ({
  OR: [visibleProcedures(actor), { project: offeredTo(actor) }],
})

/** Whether an actor reads a project only because he is to take it over. */
export const onlyOffered = (actor: Actor, scope: Scope): boolean => {
  const relation = SIGHT.project[actor.role]
  return relation === 'stewarded' && !related(actor, relation, scope)
}

/** Of the procedures of a project the actor sees, which he may open: as `visibleProcedures`, for rows already read. */
export const opensProcedure =
  (actor: Actor) =>
  ({ agencyId }: { agencyId: string | null }): boolean =>
    SIGHT.procedure[actor.role] !== 'agency' || (agencyId !== null && agencyId === actor.orgId)
