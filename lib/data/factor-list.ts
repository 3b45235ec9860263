import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type FactorGroup, factorLines } from '@/lib/domain/factor-board'
import { FACTOR_KINDS, FACTOR_STATES, OPEN_NEEDS } from '@/lib/domain/factor-need'
import { lateBefore } from '@/lib/domain/meeting/task-level'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import { FACTOR_PAGE, type FactorBoard, type FactorFilter, type FactorPage, type FactorRow } from '@/lib/schemas/factor'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { amountOf, factorRows, visibleFactors, waitingNeeds } from './factor-rows'
import { loadLevelContext } from './level-context'

const OPEN = { state: { in: [...OPEN_NEEDS] } } satisfies Prisma.FactorNeedWhereInput

/** Needs that wait and are late by a working day or more; what cannot be provided counts from the day that was said. */
function lateNeeds(today: PlainDate, calendar: WorkCalendar): Prisma.FactorNeedWhereInput {
  const before = { lt: toDb(lateBefore(calendar, today, 1)) }
  return { AND: [waitingNeeds, { OR: [{ needBy: before }, { state: 'UNMET', failedOn: before }] }] }
}

/** Needs something of which is missing: what is open, and what cannot be met. */
const LACKING = { state: { in: [...OPEN_NEEDS, 'UNMET'] } } satisfies Prisma.FactorNeedWhereInput

function saying(q: string): Prisma.FactorNeedWhereInput {
  const text = { contains: q, mode: 'insensitive' as const }
  return { OR: [{ reason: text }, { alternative: text }, { project: { name: text } }, { lead: { shortName: text } }] }
}

/** The needs of a filter that the actor sees, whatever state they are in; those of projects that left are not counted. */
function factorsWhere(
  actor: Actor,
  { q, kind, lead, late, gap, measure, project, taskforce }: FactorFilter,
  today: PlainDate,
  calendar: WorkCalendar,
): Prisma.FactorNeedWhereInput {
  return {
    AND: [
      visibleFactors(actor),
      { project: { status: 'ACTIVE', ...(taskforce && { taskforceId: taskforce }) } },
      ...(q ? [saying(q)] : []),
      ...(kind ? [{ kind }] : []),
      ...(lead ? [{ leadId: lead === 'none' ? null : lead }] : []),
      ...(late ? [lateNeeds(today, calendar)] : []),
      ...(gap ? [LACKING] : []),
      ...(measure ? [{ unit: measure }] : []),
      ...(project ? [{ projectId: project }] : []),
    ],
  }
}

const inTab = (tab: FactorFilter['state']): Prisma.FactorNeedWhereInput =>
  tab === 'all' || tab === 'board' ? { state: { not: 'REVOKED' } } : tab === 'open' ? OPEN : { state: tab }

const ORDER: Prisma.FactorNeedOrderByWithRelationInput[] = [
  { needBy: 'asc' },
  { project: { number: 'asc' } },
  { id: 'asc' },
]

/**
 * One page of the needs 要素需求 with the totals of the whole filter.
 *
 * Who sees what: `visibleFactors`. The order comes from the index (districtId, state, needBy).
 */
export async function listFactors(actor: Actor, filter: FactorFilter, today: PlainDate): Promise<FactorPage> {
  const context = await loadLevelContext(db, actor.districtId, today)
  const asked = factorsWhere(actor, filter, today, context.calendar)
  const where = { AND: [asked, inTab(filter.state)] }
  const window = { skip: (filter.page - 1) * FACTOR_PAGE, take: FACTOR_PAGE }
  const [rows, groups, total, late] = await Promise.all([
    factorRows(db, actor, { where, orderBy: ORDER, ...window }, today, context),
    db.factorNeed.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.factorNeed.count({ where }),
    db.factorNeed.count({ where: { AND: [where, lateNeeds(today, context.calendar)] } }),
  ])
  const states = new Map(groups.map(({ state, _count }) => [state, _count._all]))
  const of = (state: (typeof FACTOR_STATES)[number]) => states.get(state) ?? 0
  const counts = {
    TO_CHECK: of('TO_CHECK'),
    CONFIRMED: of('CONFIRMED'),
    IN_HAND: of('IN_HAND'),
    MET: of('MET'),
    UNMET: of('UNMET'),
    REVOKED: of('REVOKED'),
    open: OPEN_NEEDS.reduce((sum, state) => sum + of(state), 0),
    all: FACTOR_STATES.reduce((sum, state) => sum + (state === 'REVOKED' ? 0 : of(state)), 0),
  }
  return { rows, total, late, counts }
}

/** Every need of a filter, for papers and workbooks: the rows on screen, all pages of them. */
export async function listAllFactors(actor: Actor, filter: FactorFilter, today: PlainDate, most: number) {
  const context = await loadLevelContext(db, actor.districtId, today)
  const where = { AND: [factorsWhere(actor, filter, today, context.calendar), inTab(filter.state)] }
  const total = await db.factorNeed.count({ where })
  const rows: readonly FactorRow[] =
    total > most ? [] : await factorRows(db, actor, { where, orderBy: ORDER }, today, context)
  return { total, rows }
}

/** Needs of one project for its page, those that wait first. */
export async function factorsOfProject(actor: Actor, projectId: string, today: PlainDate): Promise<FactorRow[]> {
  const context = await loadLevelContext(db, actor.districtId, today)
  const where = { AND: [visibleFactors(actor), { projectId, state: { not: 'REVOKED' as const } }] }
  const rows = await factorRows(db, actor, { where, orderBy: ORDER }, today, context)
  const waits = (row: FactorRow) => Number(row.state === 'MET' || row.settledOn !== null)
  return rows.toSorted((a, b) => waits(a) - waits(b))
}

/** Needs of a filter by where they stand, and how many of its tab are late: the numbers of the list without its rows. */
export async function countFactors(actor: Actor, filter: FactorFilter, today: PlainDate) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const asked = factorsWhere(actor, filter, today, calendar)
  const [groups, late] = await Promise.all([
    db.factorNeed.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.factorNeed.count({ where: { AND: [asked, inTab(filter.state), lateNeeds(today, calendar)] } }),
  ])
  return { states: new Map(groups.map(({ state, _count }) => [state, _count._all])), late }
}

/** Needs that wait for somebody, for his first page: of an agency its own, of the others those of their projects. */
export async function openFactors(actor: Actor, today: PlainDate) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const where = { AND: [visibleFactors(actor), { project: { status: 'ACTIVE' as const } }] }
  const [open, toAccept, toCheck, late] = await Promise.all([
    db.factorNeed.count({ where: { AND: [where, OPEN] } }),
    db.factorNeed.count({ where: { AND: [where, { state: 'UNMET', settledOn: null }] } }),
    db.factorNeed.count({ where: { AND: [where, { state: 'TO_CHECK' }] } }),
    db.factorNeed.count({ where: { AND: [where, lateNeeds(today, calendar)] } }),
  ])
  return { open, toAccept, toCheck, late }
}

/**
 * Needs counted by kind and by agency 要素看板: how many, met, late, and what is missing in each unit.
 *
 * Two questions however many needs there are.
 */
export async function loadFactorBoard(actor: Actor, filter: FactorFilter, today: PlainDate): Promise<FactorBoard> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const where = factorsWhere(actor, filter, today, calendar)
  const by = ['kind', 'unit', 'leadId', 'state'] as const
  const [counted, late] = await Promise.all([
    db.factorNeed.groupBy({ by: [...by], where, _count: { _all: true }, _sum: { quantity: true, provided: true } }),
    db.factorNeed.groupBy({
      by: [...by],
      where: { AND: [where, lateNeeds(today, calendar)] },
      _count: { _all: true },
    }),
  ])
  const keyOf = (group: Readonly<{ kind: string; unit: string; leadId: string | null; state: string }>) =>
    [group.kind, group.unit, group.leadId, group.state].join(' ')
  const lateBy = new Map(late.map((group) => [keyOf(group), group._count._all]))
  const groups = counted.map((group): FactorGroup => {
    const { kind, unit, leadId, state, _count, _sum } = group
    const sums = {
      quantity: _sum.quantity ? amountOf(_sum.quantity) : '0',
      provided: _sum.provided ? amountOf(_sum.provided) : '0',
    }
    return { kind, unit, leadId, state, n: _count._all, late: lateBy.get(keyOf(group)) ?? 0, ...sums }
  })
  const orgs = await db.org.findMany({
    where: { id: { in: groups.flatMap(({ leadId }) => leadId ?? []) } },
    select: { id: true, shortName: true },
  })
  const names = new Map(orgs.map((org) => [org.id, org.shortName]))
  const kinds = factorLines(groups, ({ kind }) => kind)
  const agencies = factorLines(groups, ({ leadId }) => leadId)
  return {
    kinds: kinds.toSorted((a, b) => FACTOR_KINDS.indexOf(a.key) - FACTOR_KINDS.indexOf(b.key)),
    agencies: agencies
      .map((line) => ({ ...line, name: line.key && (names.get(line.key) ?? null) }))
      .toSorted((a, b) => b.late - a.late || b.total - a.total || ((a.name ?? '') < (b.name ?? '') ? -1 : 1)),
    all: factorLines(groups, () => 'all' as const)[0] ?? null,
  }
}

/** What the filter fields offer: units among the actor's own needs. */
export async function factorChoices(actor: Actor) {
  const leads = await db.org.findMany({
    where: { factorsLed: { some: { AND: [visibleFactors(actor), { project: { status: 'ACTIVE' } }] } } },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return { leads: leads.map(({ id, shortName }) => ({ id, name: shortName })) }
}
