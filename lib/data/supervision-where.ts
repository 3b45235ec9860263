import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { lateBefore } from '@/lib/domain/meeting/task-level'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ANSWERS_FOR_UNIT, OF_SUPERVISED, SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { OPEN_SLIPS, type SlipRung } from '@/lib/domain/supervision/slip'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { SupervisionFilter, SupervisionView } from '@/lib/schemas/supervision'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'

const NONE = { id: { in: [] as string[] } }
const NOT_RELEASED = { source: { not: 'RELEASE' } } as const satisfies Prisma.SupervisionSlipWhereInput
/** Nobody of the unit can sign in. */
export const silentUnit = {
  users: { none: { disabledAt: null, role: { in: [...OF_SUPERVISED] } } },
} satisfies Prisma.OrgWhereInput

/**
 * The slips an actor sees: the commission all; a unit its own, what the commission released its head alone; the office what came of
 * procedures, problems and tasks, and whatever it has to write down for a unit nobody can sign in of; the service bureau what came of
 * complaints; the head of the district what was called up, a leader that of his projects.
 *
 * @source domain roles.md §1, column 投诉
 */
export function visibleSupervisions(actor: Actor): Prisma.SupervisionSlipWhereInput {
  const { districtId, orgId, role } = actor
  if (!SEES_SLIPS.has(role)) return NONE
  const own = orgId ? { toOrgId: orgId, ...(ANSWERS_FOR_UNIT.has(role) ? {} : NOT_RELEASED) } : NONE
  switch (role) {
    case 'DISCIPLINE':
      return { districtId }
    case 'OFFICE':
      return {
        districtId,
        AND: [NOT_RELEASED, { OR: [{ source: { not: 'COMPLAINT' } }, { toOrg: silentUnit }] }],
      }
    case 'BIZENV':
      return { districtId, OR: [{ source: 'COMPLAINT' }, own] }
    case 'HEAD':
      return { districtId, ...NOT_RELEASED, headOn: { not: null } }
    case 'LEADER':
      return { districtId, ...NOT_RELEASED, project: { leaderId: { in: [...actor.standsInFor] } } }
    default:
      return { districtId, ...own }
  }
}

/** Units a slip can go to: those whose work a firm or a project meets. */
export const supervisedUnits = (districtId: string) =>
  ({
    districtId,
    kind: { in: ['AGENCY', 'UTILITY', 'STREET', 'TASKFORCE', 'SERVICE_BUREAU'] },
    dissolvedOn: null,
  }) satisfies Prisma.OrgWhereInput

/** Days of a span, either end open. */
const within = (from: PlainDate | undefined, to: PlainDate | undefined) => ({
  ...(from ? { gte: toDb(from) } : {}),
  ...(to ? { lte: toDb(to) } : {}),
})

/** Slips whose unit is late with its reply by a working day or more. */
export const lateSlips = (today: PlainDate, calendar: WorkCalendar): Prisma.SupervisionSlipWhereInput => ({
  state: 'ISSUED',
  dueOn: { lt: toDb(lateBefore(calendar, today, 1)) },
})

/** Slips that went up the chain to a rung, or beyond. */
export const wentUpTo = {
  URGE: { urgedOn: { not: null } },
  HEAD: { headOn: { not: null } },
  ANNOUNCE: { announcedOn: { not: null } },
} as const satisfies Readonly<Record<SlipRung, Prisma.SupervisionSlipWhereInput>>

/** Slips that wait for a return visit: verified, and nobody asked whoever it is about. */
export const toRevisit = { state: 'VERIFIED', revisitOn: null } as const satisfies Prisma.SupervisionSlipWhereInput

/** Slips that wait for somebody. */
const openSlips = { state: { in: [...OPEN_SLIPS] } } satisfies Prisma.SupervisionSlipWhereInput

export const inView = (view: SupervisionView): Prisma.SupervisionSlipWhereInput =>
  view === 'all' ? {} : view === 'open' ? openSlips : { state: view }

/** Slips first replied to by the day they were due then. */
export const repliedInTime = (): Prisma.SupervisionSlipWhereInput => ({
  firstReplyOn: { lte: db.supervisionSlip.fields.firstDueOn },
})

/** The slips of a filter that the actor sees, whatever state they are in. */
export function supervisionsWhere(
  actor: Actor,
  { q, source, result, unit, point, late, intime, revisit, rung, redone, from, to, by }: SupervisionFilter,
  today: PlainDate,
  calendar: WorkCalendar,
): Prisma.SupervisionSlipWhereInput {
  const days = within(from, to)
  return {
    AND: [
      visibleSupervisions(actor),
      ...(q ? [{ searchText: { contains: q.toLowerCase() } }] : []),
      ...(source ? [{ source }] : []),
      ...(result ? [{ result }] : []),
      ...(unit ? [{ toOrgId: unit }] : []),
      ...(point ? [{ complaint: { pointId: point } }] : []),
      ...(late ? [lateSlips(today, calendar)] : []),
      ...(intime ? [repliedInTime()] : []),
      ...(revisit ? [toRevisit] : []),
      ...(rung ? [wentUpTo[rung]] : []),
      ...(redone ? [{ redone: { gt: 0 } }] : []),
      ...(from || to ? [by === 'closed' ? { closedOn: days } : { issuedOn: days }] : []),
    ],
  }
}
