import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { FACTOR_STATES, OPEN_NEEDS } from '@/lib/domain/factor-need'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import { factorFilter } from '@/lib/schemas/factor'
import { countFactors } from './factor-list'
import { count, type FigureScope, listHref, share } from './figure-scope'

/**
 * Figures of what projects lack 要素保障, as they stand: needs of projects in the library, met, open, late.
 *
 * Who sees what: `visibleFactors`, as the list each figure opens.
 */
export async function factorFigures(
  actor: Actor,
  _period: Period,
  { taskforceId }: FigureScope,
  today: PlainDate,
): Promise<Figure[]> {
  const team = taskforceId ? { taskforce: taskforceId } : {}
  const { states, late } = await countFactors(actor, factorFilter.parse({ state: 'open', ...team }), today)
  const of = (state: (typeof FACTOR_STATES)[number]) => states.get(state) ?? 0
  const total = FACTOR_STATES.reduce((sum, state) => sum + (state === 'REVOKED' ? 0 : of(state)), 0)
  const href = (state: string, more = {}) => listHref('/factors', { state, ...more, ...team })
  return [
    { name: 'factors.total', value: count(total), href: href('all') },
    { name: 'factors.met', value: count(of('MET')), href: href('MET') },
    { name: 'factors.metShare', value: share(of('MET'), total), href: href('MET') },
    { name: 'factors.unmet', value: count(of('UNMET')), href: href('UNMET') },
    {
      name: 'factors.open',
      value: count(OPEN_NEEDS.reduce((sum, state) => sum + of(state), 0)),
      href: href('open'),
    },
    { name: 'factors.late', value: count(late), href: href('open', { late: '1' }) },
  ]
}
