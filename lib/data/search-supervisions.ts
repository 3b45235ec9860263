import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Found, Window } from '@/lib/schemas/search'
import type { SupervisionRow } from '@/lib/schemas/supervision'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { supervisionColumns, supervisionRowOf } from './supervision-rows'
import { visibleSupervisions } from './supervision-where'

const saying = (word: string): Prisma.SupervisionSlipWhereInput => ({
  searchText: { contains: word.replace(/[\\%_]/g, '\\$&') },
})

/**
 * Slips of the commission by their number, their matter or their unit, the latest first.
 *
 * Who sees what: `visibleSupervisions`; a slip out of sight is neither found nor counted.
 */
export async function findSupervisions(
  actor: Actor,
  words: readonly string[],
  today: PlainDate,
  { skip, take }: Window,
): Promise<Found<SupervisionRow>> {
  const where = { AND: [visibleSupervisions(actor), ...words.map(saying)] }
  const total = await db.supervisionSlip.count({ where })
  if (total === 0) return { hits: [], total }
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const records = await db.supervisionSlip.findMany({
    where,
    orderBy: { number: 'desc' },
    skip,
    take,
    select: supervisionColumns,
  })
  return { hits: records.map((record) => supervisionRowOf(record, actor, today, calendar)), total }
}
