import 'server-only'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import type { Dimension } from '@/lib/domain/project-level'
import { waivedOn as dimensionsOn, type WaivedSpan } from '@/lib/domain/waived-span'
import { waivedSpans } from '@/lib/domain/waiver'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import { toDb } from './date'
import type { Tx } from './db'
import { waiverColumns, waiverOf } from './waiver-rows'

/** Days a last day can be put off by where it is a day off, and more: 春节 and 国庆 have eight or nine. */
const LONGEST_REST = 20

/**
 * The waivers of a district that are in force on some day from one on, by project, with the days they count on.
 *
 * One question however many projects there are, by the index (districtId, state, untilOn).
 */
export async function waiversSince(
  tx: Tx,
  districtId: string,
  day: PlainDate,
  calendar: WorkCalendar,
): Promise<ReadonlyMap<string, readonly WaivedSpan<Dimension>[]>> {
  const rows = await tx.waiver.findMany({
    where: { districtId, state: 'APPROVED', untilOn: { gte: toDb(addDays(day, -LONGEST_REST)) } },
    select: { projectId: true, ...waiverColumns },
    orderBy: { id: 'asc' },
  })
  const spans = new Map<string, WaivedSpan<Dimension>[]>()
  for (const row of rows)
    for (const span of waivedSpans([waiverOf(row)], calendar))
      if (span.lastOn >= day) spans.set(row.projectId, [...(spans.get(row.projectId) ?? []), span])
  return spans
}

/**
 * What is waived in a district on a day 豁免中: dimensions by project. Nobody is told of them.
 *
 * One question however many projects there are.
 */
export async function waivedOn(
  tx: Tx,
  districtId: string,
  day: PlainDate,
  calendar: WorkCalendar,
): Promise<ReadonlyMap<string, readonly Dimension[]>> {
  const spans = await waiversSince(tx, districtId, day, calendar)
  return new Map(
    [...spans].flatMap(([id, own]) => {
      const dimensions = dimensionsOn(own, day)
      return dimensions.length > 0 ? [[id, dimensions] as const] : []
    }),
  )
}
