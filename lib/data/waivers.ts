import 'server-only'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import type { Dimension } from '@/lib/domain/project-level'
import { waivedOn as dimensionsOn } from '@/lib/domain/waived-span'
import { waivedSpans } from '@/lib/domain/waiver'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import { toDb } from './date'
import type { Tx } from './db'
import { waiverColumns, waiverOf } from './waiver-rows'

/** Days off in a row a last day can be put off by, and more: 春节 and 国庆 have eight or nine. */
const LONGEST_REST = 20

/**
 * What is waived in a district on a day 豁免中: dimensions by project. Nobody is told of them, and they do not count in a
 * ranking.
 *
 * One question however many projects there are, by the index (districtId, state, untilOn).
 */
export async function waivedOn(
  tx: Tx,
  districtId: string,
  day: PlainDate,
  calendar: WorkCalendar,
): Promise<ReadonlyMap<string, readonly Dimension[]>> {
  const rows = await tx.waiver.findMany({
    where: {
      districtId,
      state: 'APPROVED',
      fromOn: { lte: toDb(day) },
      untilOn: { gte: toDb(addDays(day, -LONGEST_REST)) },
    },
    select: { projectId: true, ...waiverColumns },
    orderBy: { id: 'asc' },
  })
  const found = new Map<string, readonly Dimension[]>()
  for (const row of rows) {
    const dimensions = dimensionsOn(waivedSpans([waiverOf(row)], calendar), day)
    if (dimensions.length > 0)
      found.set(row.projectId, [...new Set([...(found.get(row.projectId) ?? []), ...dimensions])])
  }
  return found
}
