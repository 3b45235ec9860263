import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_POINTS } from '@/lib/domain/sight'
import { pointFilter } from '@/lib/schemas/monitor-point'
import { count, type FigureScope, listHref } from './figure-scope'
import { listPoints } from './monitor-points'

/**
 * How many monitoring points 监测点 are open as it is counted. They watch over the district, none of them belongs to one task force.
 *
 * @source other-mechanisms §8; §1, row 15
 */
export async function pointFigures(
  actor: Actor,
  _period: Period,
  { taskforceId }: FigureScope,
  today: PlainDate,
): Promise<Figure[]> {
  if (taskforceId || !SEES_POINTS.has(actor.role)) return []
  const { total } = await listPoints(actor, pointFilter.parse({}), today)
  return [{ name: 'points.open', value: count(total), href: listHref('/supervision/points', {}) }]
}
