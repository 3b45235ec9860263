import 'server-only'
import { toldBy, untoldRungs } from '@/lib/domain/escalation-untold'
import type { PlainDate } from '@/lib/domain/plain-date'
import { db } from './db'
import type { Finding } from './finding'
import { lastPeriod } from './job-runs'
import { loadOpenItems, loadTold } from './ladder-items'
import { loadLevelContext } from './level-context'

/**
 * Reds of a district that have outgrown a rung nobody was told of.
 *
 * A deployment in which nothing was ever told has not begun to escalate: the first run tells what is due then.
 */
export async function untoldReds(districtId: string, today: PlainDate): Promise<Finding[]> {
  const begun = (await lastPeriod('escalate')) ?? (await db.notice.findFirst({ select: { id: true } }))
  if (!begun) return []
  const { calendar } = await loadLevelContext(db, districtId, today)
  const items = (await loadOpenItems(db, districtId, today)).filter(({ level, quiet }) => level === 'RED' && !quiet)
  const told = await loadTold(db, items)
  const byItem = new Map<string, typeof told>()
  for (const one of told) byItem.set(one.itemId, [...(byItem.get(one.itemId) ?? []), one])
  const by = toldBy(today, calendar)
  return items.flatMap((item) =>
    untoldRungs(item, item.since, byItem.get(item.id) ?? [], by, calendar).map((step) => ({
      invariant: 'ESCALATED' as const,
      subject: `${item.matter?.toLowerCase() ?? (item.procedureId ? 'procedure' : 'project')} ${item.id}`,
      found: `in a warning since ${item.since}, nobody was told of ${step}`,
    })),
  )
}
