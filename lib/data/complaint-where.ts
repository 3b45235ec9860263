import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { OPEN_COMPLAINTS, SATISFIED_FROM, TAKEN_UP } from '@/lib/domain/complaint/complaint'
import { lateBefore } from '@/lib/domain/meeting/task-level'
import { SUPERVISE_WD } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_COMPLAINTS } from '@/lib/domain/sight'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { visibleProjects } from './visible'

const NONE = { id: { in: [] as string[] } } satisfies Prisma.ComplaintWhereInput

/** A day and the calendar it is counted by. */
export type AsOf = Readonly<{ today: PlainDate; calendar: WorkCalendar }>

/** Complaints whose limit passed by so many working days; the colour of a row says the same. */
export const lateComplaint = ({ today, calendar }: AsOf, days = 1): Prisma.ComplaintWhereInput => ({
  state: { in: [...OPEN_COMPLAINTS] },
  clockOn: { lt: toDb(lateBefore(calendar, today, days)) },
})

/** What somebody took up: only this counts and wakes anybody (H-21). */
export const takenUp = { state: { in: [...TAKEN_UP] } } satisfies Prisma.ComplaintWhereInput

/** Answered by the day it was due. */
export const answeredInTime = (): Prisma.ComplaintWhereInput => ({ answeredOn: { lte: db.complaint.fields.dueOn } })
export const answeredLate = (): Prisma.ComplaintWhereInput => ({ answeredOn: { gt: db.complaint.fields.dueOn } })

/** Whoever said it is content: by his stars, or by what he told whoever asked. */
export const satisfied = {
  OR: [{ rating: { gte: SATISFIED_FROM } }, { rating: null, revisitGood: true }],
} satisfies Prisma.ComplaintWhereInput
export const dissatisfied = {
  OR: [{ rating: { lt: SATISFIED_FROM } }, { rating: null, revisitGood: false }],
} satisfies Prisma.ComplaintWhereInput

/** The same was said before 重复件. What had to be done anew is no repeat. */
export const repeated = { repeatOfId: { not: null } } satisfies Prisma.ComplaintWhereInput

/** A repeat that went on with what came first before anybody took it up; the same as `isMerged`. */
const joined = { state: 'REFUSED', receivedOn: null, ...repeated } satisfies Prisma.ComplaintWhereInput

/** What counts as said, repeats with it: a person has read each of them. */
export const takenUpOrJoined = { OR: [takenUp, joined] } satisfies Prisma.ComplaintWhereInput

/** Nobody reads what is said about his own unit. */
export const notAbout = (orgId: string | null): Prisma.ComplaintWhereInput =>
  orgId ? { OR: [{ againstOrgId: null }, { againstOrgId: { not: orgId } }] } : {}

/** Those of a unit and of projects, as far as somebody took them up. */
const ofOthers = (actor: Actor, of: readonly Prisma.ComplaintWhereInput[]): Prisma.ComplaintWhereInput =>
  of.length === 0 ? NONE : { districtId: actor.districtId, AND: [takenUp, { OR: [...of] }, notAbout(actor.orgId)] }

/**
 * The complaints an actor reads, as one where-clause: the service bureau and the discipline office all, a unit those it handles, a
 * steward, a team and a leader those of their projects, the head of the district what is red, an enterprise its own. Nobody reads
 * one about his own unit; the leading group's office has totals.
 *
 * @source domain roles.md §1, column 投诉
 */
export function visibleComplaints(actor: Actor, asOf: AsOf): Prisma.ComplaintWhereInput {
  const { districtId, orgId, role, enterpriseId, standsInFor } = actor
  const handled = orgId ? [{ leadOrgId: orgId }] : []
  switch (role) {
    case 'BIZENV':
    case 'DISCIPLINE':
      return { districtId, AND: [notAbout(orgId)] }
    case 'AGENCY':
    case 'AGENCY_HEAD':
      return ofOthers(actor, handled)
    case 'STREET':
    case 'TASKFORCE':
      return ofOthers(actor, [...handled, { project: visibleProjects(actor) }])
    case 'STEWARD':
      return ofOthers(actor, [{ project: visibleProjects(actor) }])
    case 'LEADER':
      return ofOthers(actor, [{ project: { leaderId: { in: [...standsInFor] } } }])
    case 'HEAD':
      return ofOthers(actor, [lateComplaint(asOf, SUPERVISE_WD)])
    case 'CONTACT':
      return enterpriseId ? { districtId, enterpriseId } : NONE
    default:
      return NONE
  }
}

/**
 * The complaints an actor has totals of: those he reads; the head of the district and the office all that were taken up.
 *
 * @param repeats also those that went on with an earlier one
 */
export const countedComplaints = (actor: Actor, asOf: AsOf, repeats = false): Prisma.ComplaintWhereInput =>
  actor.role === 'HEAD' || actor.role === 'OFFICE'
    ? { districtId: actor.districtId, ...(repeats ? takenUpOrJoined : takenUp) }
    : SEES_COMPLAINTS.has(actor.role)
      ? visibleComplaints(actor, asOf)
      : NONE
