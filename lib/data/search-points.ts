import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { soleNumber } from '@/lib/domain/search-words'
import type { PointRow } from '@/lib/schemas/monitor-point'
import type { Found, Window } from '@/lib/schemas/search'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { pointColumns, pointRowOf, visiblePoints } from './monitor-points'

const saying = (word: string): Prisma.MonitorPointWhereInput => ({
  searchText: { contains: word.replace(/[\\%_]/g, '\\$&') },
})

/**
 * Monitoring points by their number, their name or their address, those still there before those closed.
 *
 * Who sees what: `visiblePoints`; a point out of sight is neither found nor counted.
 */
export async function findPoints(
  actor: Actor,
  words: readonly string[],
  today: PlainDate,
  { skip, take }: Window,
): Promise<Found<PointRow>> {
  const number = soleNumber(words)
  const said: Prisma.MonitorPointWhereInput[] = number === null ? words.map(saying) : [{ number }]
  const where = { AND: [visiblePoints(actor), ...said] }
  const total = await db.monitorPoint.count({ where })
  if (total === 0) return { hits: [], total }
  const records = await db.monitorPoint.findMany({
    where,
    orderBy: [{ closedOn: { sort: 'asc', nulls: 'first' } }, { number: 'asc' }],
    skip,
    take,
    select: pointColumns,
  })
  return { hits: records.map((record) => pointRowOf(record, today)), total }
}
