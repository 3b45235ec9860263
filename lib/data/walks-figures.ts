import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { SEES_WALKS } from '@/lib/domain/sight'
import { walkFilter } from '@/lib/schemas/walk'
import { toDb } from './date'
import { db } from './db'
import { visibleIssues } from './issue-where'
import { loadLevelContext } from './level-context'
import { findingsWhere, sumsOf, walksWhere } from './walk-list'
import { standingFinding } from './walk-rows'

/**
 * What 走流程 comes to in some days: walks, findings and how many of them are struck off, what was saved, problems of enterprises
 * that were solved. Nothing of it belongs to one task force.
 *
 * @source other-mechanisms §6; §1 row 14 (286)
 */
export async function walksFigures(
  actor: Actor,
  period: Period,
  { taskforceId }: { taskforceId: string | null },
): Promise<Figure[]> {
  if (taskforceId || !SEES_WALKS.has(actor.role)) return []
  const { from, to } = period
  const { calendar } = await loadLevelContext(db, actor.districtId, to)
  const filter = (more: object) => walkFilter.parse({ from, to, ...more })
  const found = { AND: [findingsWhere(actor, filter({ tab: 'findings' }), to, calendar), standingFinding] }
  const struck = findingsWhere(actor, filter({ tab: 'findings', by: 'closed' }), to, calendar)
  const [walks, findings, closed, saved, solved] = await Promise.all([
    db.walk.count({ where: walksWhere(actor, filter({ stand: 'DONE' })) }),
    db.walkFinding.count({ where: found }),
    db.walkFinding.count({ where: { AND: [found, { state: 'CLOSED' }] } }),
    sumsOf(struck),
    db.issue.count({
      where: {
        AND: [
          visibleIssues(actor),
          { source: 'WALKTHROUGH', state: 'SOLVED', raisedOn: { gte: toDb(from), lte: toDb(to) } },
        ],
      },
    }),
  ])
  const days = `from=${from}&to=${to}`
  const list = `/services/walks?tab=findings&${days}`
  const count = (name: string, n: number, href: string): Figure => ({ name, value: { kind: 'count', n }, href })
  return [
    count('walks.walks', walks, `/services/walks?stand=DONE&${days}`),
    count('walks.findings', findings, list),
    {
      name: 'walks.closedShare',
      value: { kind: 'share', part: BigInt(closed), whole: BigInt(findings) },
      href: list,
    },
    count('walks.papersSaved', saved.papers, `${list}&by=closed&state=CLOSED`),
    {
      name: 'walks.daysSaved',
      value: { kind: 'time', amount: saved.days, unit: 'workday' },
      href: `${list}&by=closed&state=CLOSED`,
    },
    count('walks.tripsSaved', saved.trips, `${list}&by=closed&state=CLOSED`),
    count('walks.issuesSolved', solved, `/issues?source=WALKTHROUGH&state=SOLVED&${days}`),
  ]
}
