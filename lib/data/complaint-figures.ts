import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type ComplaintFilter, complaintFilter } from '@/lib/schemas/complaint'
import { asOfDay, complaintsCounted } from './complaint-list'
import { db } from './db'
import { count, type FigureScope, listHref, share } from './figure-scope'

/**
 * Figures of what was said at points and by enterprises 诉求投诉, of what came in the period and somebody took up: how many, answered,
 * in time, with whom they pleased, said again, overdue now. A share has its own whole: what was answered, what was judged.
 *
 * Who sees what: `countedComplaints`, as the totals of the list each figure opens.
 *
 * @source other-mechanisms §8
 */
export async function complaintFigures(
  actor: Actor,
  { from, to }: Period,
  { taskforceId }: FigureScope,
  today: PlainDate,
): Promise<Figure[]> {
  const asOf = await asOfDay(actor, today)
  const base = { state: 'all', counted: '1', from, to, ...(taskforceId && { taskforce: taskforceId }) } as const
  const of = async (more: Partial<Record<keyof ComplaintFilter, string>>) => {
    const asked = { ...base, ...more }
    return {
      n: await db.complaint.count({ where: complaintsCounted(actor, complaintFilter.parse(asked), asOf) }),
      href: listHref('/supervision/complaints', asked),
    }
  }
  const [total, onTime, answeredLate, good, bad, repeat, late] = await Promise.all([
    of({}),
    of({ done: 'ontime' }),
    of({ done: 'late' }),
    of({ rated: 'good' }),
    of({ rated: 'bad' }),
    of({ repeat: '1' }),
    of({ late: '1' }),
  ])
  const [answered, judged] = [onTime.n + answeredLate.n, good.n + bad.n]
  return [
    { name: 'complaints.total', value: count(total.n), href: total.href },
    { name: 'complaints.onTime', value: count(onTime.n), href: onTime.href },
    { name: 'complaints.onTimeShare', value: share(onTime.n, answered), href: onTime.href },
    { name: 'complaints.answeredLate', value: count(answeredLate.n), href: answeredLate.href },
    { name: 'complaints.satisfied', value: count(good.n), href: good.href },
    { name: 'complaints.satisfiedShare', value: share(good.n, judged), href: good.href },
    { name: 'complaints.dissatisfied', value: count(bad.n), href: bad.href },
    { name: 'complaints.repeated', value: count(repeat.n), href: repeat.href },
    { name: 'complaints.late', value: count(late.n), href: late.href },
  ]
}
