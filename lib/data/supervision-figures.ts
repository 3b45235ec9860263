import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { count, type FigureScope, listHref, share } from './figure-scope'
import { sumSupervisions } from './supervision-analysis'

/**
 * What slips of the commission come to in some days 跟踪督办: issued, replied to in time, closed, announced, substantiated. Nothing of it
 * belongs to one task force.
 *
 * @source other-mechanisms §8
 */
export async function supervisionFigures(
  actor: Actor,
  { from, to }: Period,
  { taskforceId }: FigureScope,
  today: PlainDate,
): Promise<Figure[]> {
  if (taskforceId || !SEES_SLIPS.has(actor.role)) return []
  const sums = await sumSupervisions(actor, { from, to }, today)
  const list = (more: Readonly<Record<string, string>> = {}) =>
    listHref('/supervision/slips', { state: 'all', ...more, from, to })
  return [
    { name: 'supervision.issued', value: count(sums.issued), href: list() },
    { name: 'supervision.inTimeShare', value: share(sums.inTime, sums.judged), href: list() },
    { name: 'supervision.closed', value: count(sums.closed), href: list({ state: 'CLOSED' }) },
    {
      name: 'supervision.substantiated',
      value: count(sums.byResult.SUBSTANTIATED),
      href: list({ result: 'SUBSTANTIATED' }),
    },
    { name: 'supervision.partly', value: count(sums.byResult.PARTLY), href: list({ result: 'PARTLY' }) },
  ]
}
