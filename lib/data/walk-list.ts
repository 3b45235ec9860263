import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Period } from '@/lib/domain/figure'
import { lateBefore } from '@/lib/domain/meeting/task-level'
import { daysOfMonth, monthsBetween } from '@/lib/domain/month-row'
import { monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { type FINDING_STATES, OPEN_FINDINGS, STANDING_FINDINGS, UNMENDED_FINDINGS } from '@/lib/domain/walk'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import { WALK_PAGE, type WalkFilter, type WalkMonth, type WalkPage, type WalkSums } from '@/lib/schemas/walk'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import {
  findingColumns,
  findingRowOf,
  openFinding,
  standingFinding,
  visibleFindings,
  visibleWalks,
  walkColumns,
  walkRowOf,
} from './walk-rows'

/** Days of a span, either end open. */
const within = (from: PlainDate | undefined, to: PlainDate | undefined) => ({
  ...(from ? { gte: toDb(from) } : {}),
  ...(to ? { lte: toDb(to) } : {}),
})

/** Findings whose owner is late by a working day or more; what is handed in waits for somebody else. */
export const lateFinding = (today: PlainDate, calendar: WorkCalendar): Prisma.WalkFindingWhereInput => ({
  state: { in: [...UNMENDED_FINDINGS] },
  dueOn: { lt: toDb(lateBefore(calendar, today, 1)) },
})

/** The walks of a filter that the actor sees. */
export function walksWhere(actor: Actor, { q, stand, mode, unit, code, from, to }: WalkFilter): Prisma.WalkWhereInput {
  return {
    AND: [
      visibleWalks(actor),
      { state: stand ?? { not: 'CANCELLED' } },
      ...(q ? [{ searchText: { contains: q.toLowerCase() } }] : []),
      ...(mode ? [{ mode }] : []),
      ...(unit ? [{ unitId: unit }] : []),
      ...(code ? [{ code }] : []),
      ...(from || to ? [{ on: within(from, to) }] : []),
    ],
  }
}

function sayingFinding(q: string): Prisma.WalkFindingWhereInput {
  const text = { contains: q, mode: 'insensitive' as const }
  return { OR: [{ text }, { result: text }, { walk: { searchText: { contains: q.toLowerCase() } } }] }
}

/** The findings of a filter that the actor sees, whatever state they are in. */
export function findingsWhere(
  actor: Actor,
  { q, mode, kind, unit, code, late, from, to, by }: WalkFilter,
  today: PlainDate,
  calendar: WorkCalendar,
): Prisma.WalkFindingWhereInput {
  const days = within(from, to)
  return {
    AND: [
      visibleFindings(actor),
      { walk: { state: { not: 'CANCELLED' } } },
      ...(q ? [sayingFinding(q)] : []),
      ...(kind ? [{ kind }] : []),
      ...(unit ? [{ ownerId: unit }] : []),
      ...(mode ? [{ walk: { mode } }] : []),
      ...(code ? [{ walk: { code } }] : []),
      ...(late ? [lateFinding(today, calendar)] : []),
      ...(from || to ? [by === 'closed' ? { closedOn: days } : { raisedOn: days }] : []),
    ],
  }
}

const inView = (state: WalkFilter['state']): Prisma.WalkFindingWhereInput =>
  state === 'all' ? standingFinding : state === 'open' ? openFinding : { state }

/** What is struck off, summed up: before less after. */
export async function sumsOf(where: Prisma.WalkFindingWhereInput): Promise<WalkSums> {
  const { _sum } = await db.walkFinding.aggregate({
    where: { AND: [where, { state: 'CLOSED' }] },
    _sum: {
      beforeDays: true,
      beforePapers: true,
      beforeTrips: true,
      afterDays: true,
      afterPapers: true,
      afterTrips: true,
    },
  })
  return {
    days: (_sum.beforeDays ?? 0) - (_sum.afterDays ?? 0),
    papers: (_sum.beforePapers ?? 0) - (_sum.afterPapers ?? 0),
    trips: (_sum.beforeTrips ?? 0) - (_sum.afterTrips ?? 0),
  }
}

const WALK_ORDER: Prisma.WalkOrderByWithRelationInput[] = [{ on: 'desc' }, { number: 'desc' }]
/** What is open first, and of that what is due first; then what was struck off, the latest at the top. */
const FINDING_ORDER: Prisma.WalkFindingOrderByWithRelationInput[] = [
  { closedOn: { sort: 'desc', nulls: 'first' } },
  { dueOn: 'asc' },
  { id: 'asc' },
]

/** How many findings of some walks wait for somebody. */
export async function openPerWalk(actor: Actor, walkIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const groups = await db.walkFinding.groupBy({
    by: ['walkId'],
    where: { AND: [visibleFindings(actor), openFinding, { walkId: { in: [...walkIds] } }] },
    _count: { _all: true },
  })
  return new Map(groups.map(({ walkId, _count }) => [walkId, _count._all]))
}

/** Walks as lines of a list, in the order they come. */
async function walkRows(actor: Actor, query: Pick<Prisma.WalkFindManyArgs, 'where' | 'skip' | 'take'>) {
  const records = await db.walk.findMany({ ...query, orderBy: WALK_ORDER, select: walkColumns })
  const open = await openPerWalk(
    actor,
    records.map(({ id }) => id),
  )
  return records.map((record) => walkRowOf(record, open.get(record.id) ?? 0))
}

/**
 * One page of 走流程: walks, or what was found on them, with the totals of the whole filter.
 *
 * Who sees what: `visibleWalks`, `visibleFindings`.
 */
export async function listWalks(actor: Actor, filter: WalkFilter, today: PlainDate): Promise<WalkPage> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const walks = walksWhere(actor, filter)
  const asked = findingsWhere(actor, filter, today, calendar)
  const findings = { AND: [asked, inView(filter.state)] }
  const window = { skip: (filter.page - 1) * WALK_PAGE, take: WALK_PAGE }
  const [walkList, findingList, walkCount, groups, late, sums] = await Promise.all([
    filter.tab === 'walks' ? walkRows(actor, { where: walks, ...window }) : [],
    filter.tab === 'findings'
      ? db.walkFinding.findMany({ where: findings, orderBy: FINDING_ORDER, ...window, select: findingColumns })
      : [],
    db.walk.count({ where: walks }),
    db.walkFinding.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.walkFinding.count({ where: { AND: [findings, lateFinding(today, calendar)] } }),
    sumsOf(findings),
  ])
  const states = new Map(groups.map(({ state, _count }) => [state, _count._all]))
  const of = (state: (typeof FINDING_STATES)[number]) => states.get(state) ?? 0
  const sum = (some: readonly (typeof FINDING_STATES)[number][]) => some.reduce((n, state) => n + of(state), 0)
  const byState = {
    TO_MEND: of('TO_MEND'),
    MENDING: of('MENDING'),
    TO_VERIFY: of('TO_VERIFY'),
    CLOSED: of('CLOSED'),
    open: sum(OPEN_FINDINGS),
    WITHDRAWN: of('WITHDRAWN'),
    all: sum(STANDING_FINDINGS),
  }
  return {
    walks: walkList,
    findings: findingList.map((record) => findingRowOf(record, today, calendar)),
    total: filter.tab === 'walks' ? walkCount : byState[filter.state],
    late,
    sums,
    counts: { walks: walkCount, findings: byState.all, byState },
  }
}

/** Every walk of a filter, or every finding of it, for workbooks: the rows on screen, all pages of them. */
export async function listAllWalks(actor: Actor, filter: WalkFilter, most: number) {
  const where = walksWhere(actor, filter)
  const total = await db.walk.count({ where })
  return { total, rows: total > most ? [] : await walkRows(actor, { where }) }
}

/** As `listAllWalks`, of findings. */
export async function listAllFindings(actor: Actor, filter: WalkFilter, today: PlainDate, most: number) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const where = { AND: [findingsWhere(actor, filter, today, calendar), inView(filter.state)] }
  const total = await db.walkFinding.count({ where })
  const records =
    total > most ? [] : await db.walkFinding.findMany({ where, orderBy: FINDING_ORDER, select: findingColumns })
  return { total, rows: records.map((record) => findingRowOf(record, today, calendar)) }
}

/** What the filter fields offer: units among the actor's own walks and findings, and the procedures that were walked. */
export async function walkChoices(actor: Actor) {
  const [units, codes] = await Promise.all([
    db.org.findMany({
      where: { OR: [{ walks: { some: visibleWalks(actor) } }, { walkFindings: { some: visibleFindings(actor) } }] },
      select: { id: true, shortName: true },
      orderBy: { shortName: 'asc' },
    }),
    db.walk.findMany({
      where: visibleWalks(actor),
      distinct: ['code'],
      select: { code: true, item: true },
      orderBy: [{ code: 'asc' }, { on: 'desc' }],
    }),
  ])
  return {
    units: units.map(({ id, shortName }) => ({ id, name: shortName })),
    codes: codes.map(({ code, item }) => ({ id: code, name: item })),
  }
}

/** Walks, findings and what was saved, month by month 逐月; three questions however many there are. */
export async function loadWalkMonths(actor: Actor, period: Period): Promise<WalkMonth[]> {
  const span = within(period.from, period.to)
  const [walks, raised, closed] = await Promise.all([
    db.walk.findMany({ where: { AND: [visibleWalks(actor), { state: 'DONE', on: span }] }, select: { on: true } }),
    db.walkFinding.findMany({
      where: {
        AND: [visibleFindings(actor), standingFinding, { walk: { state: { not: 'CANCELLED' } }, raisedOn: span }],
      },
      select: { raisedOn: true },
    }),
    db.walkFinding.findMany({
      where: {
        AND: [visibleFindings(actor), { walk: { state: { not: 'CANCELLED' } }, state: 'CLOSED', closedOn: span }],
      },
      select: {
        closedOn: true,
        beforeDays: true,
        beforePapers: true,
        beforeTrips: true,
        afterDays: true,
        afterPapers: true,
        afterTrips: true,
      },
    }),
  ])
  const inMonth = (month: string, at: Date | null) => at !== null && monthOf(fromDb(at)) === month
  return monthsBetween(period.from, period.to).map((month) => {
    const done = closed.filter(({ closedOn }) => inMonth(month, closedOn))
    const saved = (of: 'Days' | 'Papers' | 'Trips') =>
      done.reduce((sum, row) => sum + (row[`before${of}`] ?? 0) - (row[`after${of}`] ?? 0), 0)
    return {
      month,
      ...daysOfMonth(month),
      walks: walks.filter(({ on }) => inMonth(month, on)).length,
      findings: raised.filter(({ raisedOn }) => inMonth(month, raisedOn)).length,
      closed: done.length,
      saved: { days: saved('Days'), papers: saved('Papers'), trips: saved('Trips') },
    }
  })
}
