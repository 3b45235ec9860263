import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { COMPLAINT_STATES, type ComplaintState, OPEN_COMPLAINTS, TAKEN_UP } from '@/lib/domain/complaint/complaint'
import type { PlainDate } from '@/lib/domain/plain-date'
import { COMPLAINT_PAGE, type ComplaintFilter, type ComplaintPage, type ComplaintRow } from '@/lib/schemas/complaint'
import type { Prisma } from '@/prisma/generated/client'
import { complaintRows } from './complaint-rows'
import {
  type AsOf,
  answeredInTime,
  answeredLate,
  countedComplaints,
  dissatisfied,
  lateComplaint,
  repeated,
  satisfied,
  takenUp,
  takenUpOrJoined,
  visibleComplaints,
} from './complaint-where'
import { toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'

/** The day and the calendar of the actor's district. */
export const asOfDay = async (actor: Actor, today: PlainDate): Promise<AsOf> => {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  return { today, calendar }
}

/** Its unit asks for more time, and nobody has decided. */
const asksForTime = { state: 'IN_HAND', askedOn: { not: null } } as const satisfies Prisma.ComplaintWhereInput

const RATED = { good: satisfied, bad: dissatisfied, none: { rating: null, revisitGood: null } } as const

/** What a filter asks for besides the state, whoever asks. */
function asked(filter: ComplaintFilter, asOf: AsOf): Prisma.ComplaintWhereInput[] {
  const { q, kind, point, unit, late, asks, done, rated, repeat, project, taskforce, from, to, counted } = filter
  return [
    ...(q ? [{ searchText: { contains: q.toLowerCase() } }] : []),
    ...(kind ? [{ kind }] : []),
    ...(point ? [{ pointId: point === 'none' ? null : point }] : []),
    ...(unit ? [{ leadOrgId: unit === 'none' ? null : unit }] : []),
    ...(late ? [lateComplaint(asOf)] : []),
    ...(asks ? [asksForTime] : []),
    ...(done ? [done === 'ontime' ? answeredInTime() : answeredLate()] : []),
    ...(rated ? [RATED[rated]] : []),
    ...(repeat ? [repeated] : []),
    ...(project ? [{ projectId: project }] : []),
    ...(taskforce ? [{ project: { taskforceId: taskforce } }] : []),
    ...(from || to ? [{ filedOn: { ...(from && { gte: toDb(from) }), ...(to && { lte: toDb(to) }) } }] : []),
    ...(counted ? [repeat ? takenUpOrJoined : takenUp] : []),
  ]
}

/** The complaints of a filter that the actor reads, whatever state they are in. */
export const complaintsWhere = (actor: Actor, filter: ComplaintFilter, asOf: AsOf): Prisma.ComplaintWhereInput => ({
  AND: [visibleComplaints(actor, asOf), ...asked(filter, asOf)],
})

/** As `complaintsWhere`, of those the actor has totals of. */
export const complaintsCounted = (actor: Actor, filter: ComplaintFilter, asOf: AsOf): Prisma.ComplaintWhereInput => ({
  AND: [countedComplaints(actor, asOf, filter.repeat !== undefined), ...asked(filter, asOf)],
})

const inTab = (tab: ComplaintFilter['state']): Prisma.ComplaintWhereInput =>
  tab === 'all' ? {} : tab === 'open' ? { state: { in: [...OPEN_COMPLAINTS] } } : { state: tab }

/** What is nearest to its day first; then what is answered, the latest at the top. */
const ORDER: Prisma.ComplaintOrderByWithRelationInput[] = [
  { clockOn: { sort: 'asc', nulls: 'last' } },
  { filedOn: 'desc' },
  { number: 'desc' },
]

const countsOf = (groups: ReadonlyMap<ComplaintState, number>): ComplaintPage['counts'] => {
  const of = (state: ComplaintState) => groups.get(state) ?? 0
  const sum = (states: readonly ComplaintState[]) => states.reduce((n, state) => n + of(state), 0)
  return {
    FILED: of('FILED'),
    RECEIVED: of('RECEIVED'),
    IN_HAND: of('IN_HAND'),
    ANSWERED: of('ANSWERED'),
    CLOSED: of('CLOSED'),
    REFUSED: of('REFUSED'),
    open: sum(OPEN_COMPLAINTS),
    all: sum(COMPLAINT_STATES),
  }
}

async function statesIn(where: Prisma.ComplaintWhereInput): Promise<ReadonlyMap<ComplaintState, number>> {
  const groups = await db.complaint.groupBy({ by: ['state'], where, _count: { _all: true } })
  return new Map(groups.map(({ state, _count }) => [state, _count._all]))
}

/**
 * One page of 诉求投诉 with the totals of the whole filter.
 *
 * Who sees what: rows by `visibleComplaints`, totals by `countedComplaints`. The order of what is open comes from the index
 * (districtId, state, clockOn).
 */
export async function listComplaints(actor: Actor, filter: ComplaintFilter, today: PlainDate): Promise<ComplaintPage> {
  const asOf = await asOfDay(actor, today)
  const where = { AND: [complaintsWhere(actor, filter, asOf), inTab(filter.state)] }
  const window = { skip: (filter.page - 1) * COMPLAINT_PAGE, take: COMPLAINT_PAGE }
  const totals = complaintsCounted(actor, filter, asOf)
  const [rows, groups, total, late] = await Promise.all([
    complaintRows(db, actor, { where, orderBy: ORDER, ...window }, asOf),
    statesIn(totals),
    db.complaint.count({ where }),
    db.complaint.count({ where: { AND: [totals, inTab(filter.state), lateComplaint(asOf)] } }),
  ])
  return { rows, total, late, counts: countsOf(groups) }
}

/** Every complaint of a filter, for papers and workbooks: the rows on screen, all pages of them. */
export async function listAllComplaints(actor: Actor, filter: ComplaintFilter, today: PlainDate, most: number) {
  const asOf = await asOfDay(actor, today)
  const where = { AND: [complaintsWhere(actor, filter, asOf), inTab(filter.state)] }
  const total = await db.complaint.count({ where })
  const rows: readonly ComplaintRow[] =
    total > most ? [] : await complaintRows(db, actor, { where, orderBy: ORDER }, asOf)
  return { total, rows }
}

/** What the filter fields offer: points and units among what the actor reads. */
export async function complaintChoices(actor: Actor, today: PlainDate) {
  const own = { some: visibleComplaints(actor, await asOfDay(actor, today)) }
  const [points, units] = await Promise.all([
    db.monitorPoint.findMany({
      where: { complaints: own },
      select: { id: true, number: true, name: true },
      orderBy: { number: 'asc' },
    }),
    db.org.findMany({
      where: { complaintsLed: own },
      select: { id: true, shortName: true },
      orderBy: { shortName: 'asc' },
    }),
  ])
  return {
    points: points.map(({ id, number, name }) => ({ id, name: `${number} ${name}` })),
    units: units.map(({ id, shortName }) => ({ id, name: shortName })),
  }
}

/** What waits for whom, for a first page: of those the actor reads or has totals of. */
export async function openComplaints(actor: Actor, today: PlainDate) {
  const asOf = await asOfDay(actor, today)
  const own = countedComplaints(actor, asOf)
  const [states, late, asked, unhappy] = await Promise.all([
    statesIn(own),
    db.complaint.count({ where: { AND: [own, lateComplaint(asOf)] } }),
    db.complaint.count({ where: { AND: [own, asksForTime] } }),
    db.complaint.count({ where: { AND: [own, { state: { in: ['ANSWERED', 'CLOSED'] } }, dissatisfied] } }),
  ])
  const of = (state: ComplaintState) => states.get(state) ?? 0
  return {
    filed: of('FILED'),
    received: of('RECEIVED'),
    inHand: of('IN_HAND'),
    answered: of('ANSWERED'),
    total: [...TAKEN_UP].reduce((n, state) => n + of(state), 0),
    late,
    asked,
    unhappy,
  }
}

/** Complaints of one project for its page, those that wait first. */
export async function complaintsOfProject(actor: Actor, projectId: string, today: PlainDate): Promise<ComplaintRow[]> {
  const asOf = await asOfDay(actor, today)
  const where = { AND: [visibleComplaints(actor, asOf), { projectId }] }
  return complaintRows(db, actor, { where, orderBy: ORDER }, asOf)
}
