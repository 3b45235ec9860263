import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { soleNumber } from '@/lib/domain/search-words'
import { SEES_COMPLAINTS } from '@/lib/domain/sight'
import type { ComplaintRow } from '@/lib/schemas/complaint'
import type { Found, Window } from '@/lib/schemas/search'
import type { Prisma } from '@/prisma/generated/client'
import { asOfDay } from './complaint-list'
import { complaintRows } from './complaint-rows'
import { visibleComplaints } from './complaint-where'
import { db } from './db'

const like = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/**
 * Complaints by their number or their words, those that wait for somebody first.
 *
 * Who sees what: `visibleComplaints`; how to reach whoever said it is not looked through.
 */
export async function findComplaints(
  actor: Actor,
  words: readonly string[],
  today: PlainDate,
  window: Window,
): Promise<Found<ComplaintRow>> {
  if (!SEES_COMPLAINTS.has(actor.role)) return { hits: [], total: 0 }
  const asOf = await asOfDay(actor, today)
  const number = soleNumber(words)
  const said: Prisma.ComplaintWhereInput[] =
    number === null ? words.map((word) => ({ searchText: { contains: like(word) } })) : [{ number }]
  const where = { AND: [visibleComplaints(actor, asOf), ...said] }
  const total = await db.complaint.count({ where })
  if (total === 0) return { hits: [], total }
  const orderBy: Prisma.ComplaintOrderByWithRelationInput[] = [
    { clockOn: { sort: 'asc', nulls: 'last' } },
    { number: 'desc' },
  ]
  return { hits: await complaintRows(db, actor, { where, orderBy, ...window }, asOf), total }
}
