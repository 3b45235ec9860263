import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { OPEN_SLIPS, SLIP_STATES, type SlipState } from '@/lib/domain/supervision/slip'
import { SUPERVISION_PAGE, type SupervisionFilter, type SupervisionPage } from '@/lib/schemas/supervision'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { supervisionColumns, supervisionRowOf } from './supervision-rows'
import { inView, lateSlips, supervisionsWhere, visibleSupervisions } from './supervision-where'

/** What is open first, and of that what is due first; then what was closed, the latest at the top. */
const ORDER: Prisma.SupervisionSlipOrderByWithRelationInput[] = [
  { closedOn: { sort: 'desc', nulls: 'first' } },
  { dueOn: 'asc' },
  { number: 'desc' },
]

/** The office knows how many matters the commission released, and nothing else of them. */
const countsReleased = ({ role }: Actor): boolean => role === 'OFFICE'

/**
 * One page of slips 督办单, with the totals of the whole filter.
 *
 * Who sees what: `visibleSupervisions`.
 */
export async function listSupervisions(
  actor: Actor,
  filter: SupervisionFilter,
  today: PlainDate,
): Promise<SupervisionPage> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const asked = supervisionsWhere(actor, filter, today, calendar)
  const where = { AND: [asked, inView(filter.state)] }
  const [records, groups, late, released] = await Promise.all([
    db.supervisionSlip.findMany({
      where,
      orderBy: ORDER,
      skip: (filter.page - 1) * SUPERVISION_PAGE,
      take: SUPERVISION_PAGE,
      select: supervisionColumns,
    }),
    db.supervisionSlip.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.supervisionSlip.count({ where: { AND: [where, lateSlips(today, calendar)] } }),
    countsReleased(actor)
      ? db.supervisionSlip.count({ where: { districtId: actor.districtId, source: 'RELEASE' } })
      : null,
  ])
  const states = new Map(groups.map(({ state, _count }) => [state, _count._all]))
  const sum = (some: readonly SlipState[]) => some.reduce((n, state) => n + (states.get(state) ?? 0), 0)
  const byState = {
    ISSUED: sum(['ISSUED']),
    REPLIED: sum(['REPLIED']),
    VERIFIED: sum(['VERIFIED']),
    CLOSED: sum(['CLOSED']),
    open: sum(OPEN_SLIPS),
    all: sum(SLIP_STATES),
  }
  return {
    rows: records.map((record) => supervisionRowOf(record, actor, today, calendar)),
    total: byState[filter.state],
    late,
    released,
    byState,
  }
}

/** Every slip of a filter, for workbooks and paper: the rows on screen, all pages of them. */
export async function listAllSupervisions(actor: Actor, filter: SupervisionFilter, today: PlainDate, most: number) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const where = { AND: [supervisionsWhere(actor, filter, today, calendar), inView(filter.state)] }
  const total = await db.supervisionSlip.count({ where })
  const records =
    total > most ? [] : await db.supervisionSlip.findMany({ where, orderBy: ORDER, select: supervisionColumns })
  return { total, rows: records.map((record) => supervisionRowOf(record, actor, today, calendar)) }
}

/** What the filter fields offer: units among the actor's own slips. */
export async function supervisionChoices(actor: Actor) {
  const units = await db.org.findMany({
    where: { supervisionSlips: { some: visibleSupervisions(actor) } },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return { units: units.map(({ id, shortName }) => ({ id, name: shortName })) }
}
