import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import { procedureFilter } from '@/lib/schemas/procedure-queue'
import { db } from './db'
import { count, type FigureScope, listHref, share } from './figure-scope'
import { groupWhere, procedureWhere } from './procedure-where'

type Params = Readonly<Record<string, string>>

/**
 * Figures of the procedures 手续: what was finished in the period, within its promise, what is open and late now.
 *
 * Who sees what: `visibleProcedures`, as the queue each figure opens.
 */
export async function procedureFigures(
  actor: Actor,
  { from, to }: Period,
  { taskforceId }: FigureScope,
  today: PlainDate,
): Promise<Figure[]> {
  const team: Params = taskforceId ? { taskforce: taskforceId } : {}
  const href = (params: Params) => listHref('/procedures', { ...params, ...team })
  const counted = (params: Params) => {
    const filter = procedureFilter.parse({ ...params, ...team })
    return db.procedure.count({
      where: { AND: [procedureWhere(actor, filter, today), groupWhere(filter.group, today, filter.kept)] },
    })
  }
  const done = { group: 'done', from, to }
  const [finished, kept, open, late] = await Promise.all([
    counted(done),
    counted({ ...done, kept: 'yes' }),
    counted({ group: 'open' }),
    counted({ group: 'open', due: 'late' }),
  ])
  return [
    { name: 'procedures.finished', value: count(finished), href: href(done) },
    { name: 'procedures.kept', value: count(kept), href: href({ ...done, kept: 'yes' }) },
    { name: 'procedures.keptShare', value: share(kept, finished), href: href({ ...done, kept: 'yes' }) },
    { name: 'procedures.open', value: count(open), href: href({ group: 'open' }) },
    { name: 'procedures.late', value: count(late), href: href({ group: 'open', due: 'late' }) },
  ]
}
