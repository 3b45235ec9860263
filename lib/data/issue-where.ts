import 'server-only'
import { type Actor, isAgency, SIGHT } from '@/lib/domain/access'
import type { Prisma } from '@/prisma/generated/client'
import { notAbout } from './complaint-where'
import { visibleProjects } from './visible'

const NOTHING = { id: { in: [] as string[] } }

/** What cannot be solved, as whoever was asked accepted, and waits to be struck off 等销号. */
export const unstruckIssue = { state: 'UNSOLVABLE', closedOn: null } satisfies Prisma.IssueWhereInput

/** Problems that still wait for somebody; the same as `isOpenIssue`. */
export const openIssue = {
  OR: [{ state: { in: ['TO_ASSIGN', 'IN_HAND', 'TO_CONFIRM', 'IN_PROGRESS'] } }, unstruckIssue],
} satisfies Prisma.IssueWhereInput

/** Problems somebody has to work at; while whoever raised one is asked, its clock stands. */
export const runningIssue = {
  state: { in: ['TO_ASSIGN', 'IN_HAND', 'IN_PROGRESS'] },
} satisfies Prisma.IssueWhereInput

/** What a unit said cannot be solved while nobody struck it off: its term goes on; the same as `isUnsolved`. */
export const unsolvedIssue = {
  state: { in: ['TO_CONFIRM', 'UNSOLVABLE'] },
  outcome: 'UNSOLVABLE',
  closedOn: null,
  dueOn: { not: null },
} satisfies Prisma.IssueWhereInput

/** Everything else; said of what it is, because what has no outcome is neither this one nor another. */
export const notUnsolved = {
  OR: [
    { outcome: null },
    { outcome: { not: 'UNSOLVABLE' } },
    { closedOn: { not: null } },
    { dueOn: null },
    { state: { notIn: ['TO_CONFIRM', 'UNSOLVABLE'] } },
  ],
} satisfies Prisma.IssueWhereInput

/** Problems whose colour their day decides. */
export const measuredIssue = { OR: [runningIssue, unsolvedIssue] } satisfies Prisma.IssueWhereInput

/** Problems but those that began as a complaint about the reader's own unit: it does not read them here either. */
export const notAboutOwn = ({ orgId }: Pick<Actor, 'orgId'>): Prisma.IssueWhereInput =>
  orgId ? { OR: [{ complaint: null }, { complaint: notAbout(orgId) }] } : {}

/** What the districts below a city handed up to it 提到市: the city reads it, what it answers the district's office records. */
const handedUpTo = (cityId: string): Prisma.IssueWhereInput => ({ tier: 'CITY', district: { parentId: cityId } })

/**
 * The problems an actor sees, as one where-clause: all of them, those of his projects, those he raised, and those his unit has or
 * helps with. An agency sees only the latter, an enterprise what is its own. Nobody sees what is said about his own unit. Whoever
 * sees a city whole sees of its districts what they handed up to it.
 *
 * @source domain roles.md §1, column 问题/任务; other-mechanisms §9 (级别 市)
 */
export function visibleIssues(actor: Actor): Prisma.IssueWhereInput {
  const relation = SIGHT.project[actor.role]
  const inDistrict = { districtId: actor.districtId, AND: [notAboutOwn(actor)] }
  if (relation === undefined) return NOTHING
  if (relation === 'district') return { OR: [inDistrict, handedUpTo(actor.districtId)] }
  if (relation === 'enterprise')
    return actor.enterpriseId ? { ...inDistrict, enterpriseId: actor.enterpriseId } : NOTHING
  return {
    ...inDistrict,
    OR: [
      ...(isAgency(actor.role) ? [] : [{ project: visibleProjects(actor) }]),
      { raisedById: { in: [...actor.standsInFor] } },
      ...(actor.orgId ? [{ leadOrgId: actor.orgId }, { supportIds: { has: actor.orgId } }] : []),
    ],
  }
}

/** The problems an actor can have something to do about: those he sees, of his own district. */
export const ownIssues = (actor: Actor): Prisma.IssueWhereInput => ({
  AND: [{ districtId: actor.districtId }, visibleIssues(actor)],
})
