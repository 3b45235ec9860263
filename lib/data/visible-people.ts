import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import { LISTED_UNITS } from '@/lib/schemas/search'
import type { Prisma } from '@/prisma/generated/client'
import { visibleProcedures, visibleProjects } from './visible'

/** Ties of a person to what the actor sees: his projects' steward, leader, contact, and who handles their procedures. */
export const peopleTies = (actor: Actor) => {
  const project = visibleProjects(actor)
  return {
    stewardships: { toOn: null, project },
    ledProjects: project,
    contactOf: project,
    handledProcedures: visibleProcedures(actor),
  } satisfies Readonly<Record<string, object>>
}

/**
 * The people an actor may find: everybody tied to what he sees, and the colleagues of his own unit. Who sees the whole
 * district finds its people; whoever sees no project finds nobody.
 *
 * @source domain roles.md §1
 */
export function visiblePeople(actor: Actor): Prisma.PersonWhereInput {
  const { districtId, role } = actor
  const sight = SIGHT.project[role]
  if (sight === undefined) return { id: { in: [] } }
  if (sight === 'district') return { districtId, OR: [{ orgId: { not: null } }, { contactOf: { some: {} } }] }
  const ties = peopleTies(actor)
  const colleagues = role !== 'CONTACT' && actor.orgId ? [{ orgId: actor.orgId }] : []
  return {
    districtId,
    OR: [
      { stewardships: { some: ties.stewardships } },
      { ledProjects: { some: ties.ledProjects } },
      { contactOf: { some: ties.contactOf } },
      { handledProcedures: { some: ties.handledProcedures } },
      ...colleagues,
    ],
  }
}

/** The units an actor may find: the district's own are no secret among officials; a project unit finds those it works with. */
export function visibleUnits(actor: Actor): Prisma.OrgWhereInput {
  const { districtId, role } = actor
  if (SIGHT.project[role] === undefined) return { id: { in: [] } }
  const listed = { districtId, dissolvedOn: null, kind: { in: [...LISTED_UNITS] } } satisfies Prisma.OrgWhereInput
  if (role !== 'CONTACT') return listed
  const project = visibleProjects(actor)
  return {
    ...listed,
    OR: [
      { projectsAsTaskforce: { some: project } },
      { projectsAsStreet: { some: project } },
      { procedures: { some: visibleProcedures(actor) } },
    ],
  }
}
