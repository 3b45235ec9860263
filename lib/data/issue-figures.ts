import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { ISSUE_SOURCES, type IssueSource } from '@/lib/domain/issue/issue'
import { issueBounds } from '@/lib/domain/issue/level-bounds'
import type { PlainDate } from '@/lib/domain/plain-date'
import { usualTime } from '@/lib/domain/usual-time'
import { workdaysBetween } from '@/lib/domain/work-calendar'
import type { IssueFigures, UnitFigures } from '@/lib/schemas/issue-list'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { issueCounts } from './issue-counts'
import { inView, lateIssue } from './issue-list-where'
import { visibleIssues } from './issue-where'
import { loadLevelContext } from './level-context'

type Tally = { held: number; late: number; reopened: number; days: number[] }

/**
 * The figures of every ledger of problems: what became of them 解决率, and how each unit does: what it holds, how many working
 * days its problems took from raised to struck off, how many were opened again. Every figure is of one ledger.
 *
 * Who sees what: `visibleIssues`, as the rows each figure opens.
 */
export async function issueFigures(actor: Actor, today: PlainDate): Promise<IssueFigures> {
  const { calendar, parameters } = await loadLevelContext(db, actor.districtId, today)
  const seen = visibleIssues(actor)
  const ofUnits = (more: Prisma.IssueWhereInput) =>
    db.issue.groupBy({
      by: ['source', 'leadOrgId'],
      where: { AND: [seen, { leadOrgId: { not: null } }, more] },
      _count: { _all: true },
    })
  const atWork: Prisma.IssueWhereInput = { state: { in: ['IN_HAND', 'IN_PROGRESS'] } }
  const [counts, held, late, reopened, closed, waiting] = await Promise.all([
    issueCounts(seen),
    ofUnits(atWork),
    ofUnits({ AND: [atWork, lateIssue(issueBounds(today, calendar, parameters))] }),
    ofUnits({ reopened: { gt: 0 } }),
    db.issue.findMany({
      where: { AND: [seen, { leadOrgId: { not: null } }, inView('closed')] },
      select: { source: true, leadOrgId: true, raisedOn: true, closedOn: true },
    }),
    db.issue.groupBy({ by: ['source'], where: { AND: [seen, { state: 'TO_ASSIGN' }] }, _count: { _all: true } }),
  ])
  const tallies = new Map<string, Tally>()
  const tallyOf = (source: IssueSource, unit: string | null): Tally => {
    const key = `${source} ${unit}`
    const tally = tallies.get(key) ?? { held: 0, late: 0, reopened: 0, days: [] }
    tallies.set(key, tally)
    return tally
  }
  for (const { source, leadOrgId, _count } of held) tallyOf(source, leadOrgId).held = _count._all
  for (const { source, leadOrgId, _count } of late) tallyOf(source, leadOrgId).late = _count._all
  for (const { source, leadOrgId, _count } of reopened) tallyOf(source, leadOrgId).reopened = _count._all
  for (const { source, leadOrgId, raisedOn, closedOn } of closed)
    if (closedOn) tallyOf(source, leadOrgId).days.push(workdaysBetween(calendar, fromDb(raisedOn), fromDb(closedOn)))
  const names = await db.org.findMany({
    where: { id: { in: [...tallies.keys()].map((key) => key.split(' ')[1] ?? '') } },
    select: { id: true, shortName: true },
  })
  const nameOf = new Map(names.map(({ id, shortName }) => [id, shortName]))
  const units = [...tallies].map(([key, { days, ...tally }]): UnitFigures => {
    const [source, id = ''] = key.split(' ')
    return {
      source: source as IssueSource,
      unit: { id, name: nameOf.get(id) ?? '' },
      ...tally,
      usual: usualTime(days),
    }
  })
  const order = (source: IssueSource) => ISSUE_SOURCES.indexOf(source)
  return {
    waiting: waiting
      .map(({ source, _count }) => ({ source, n: _count._all }))
      .sort((a, b) => order(a.source) - order(b.source)),
    ledgers: [...counts.values()].sort((a, b) => order(a.source) - order(b.source)),
    units: units.sort(
      (a, b) => order(a.source) - order(b.source) || b.held - a.held || a.unit.name.localeCompare(b.unit.name, 'zh'),
    ),
  }
}
