import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import { historyQuery } from '@/lib/schemas/meeting-paper'
import { count, type FigureScope, listHref, share } from './figure-scope'
import { loadHistory } from './meeting-history'

/**
 * Figures of the weekly meetings of a period 周例会: how many, what they decided, what became of it by today; of a task force
 * what it has to do.
 *
 * Who sees what: as the history each figure opens.
 */
export async function meetingFigures(
  actor: Actor,
  { from, to }: Period,
  { taskforceId }: FigureScope,
  today: PlainDate,
): Promise<Figure[]> {
  const history = await loadHistory(actor, historyQuery.parse({ from, to }), today)
  const line = taskforceId === null ? history.total : history.units.find(({ unitId }) => unitId === taskforceId)
  const team = taskforceId ? { unit: taskforceId } : {}
  const href = (figure: string) => listHref('/meetings/history', { from, to, ...team, figure })
  const [decided, due, onTime] = [line?.decided ?? 0, line?.due ?? 0, line?.onTime ?? 0]
  return [
    {
      name: 'meetings.held',
      value: count(history.meetings),
      href: listHref('/meetings/history', { from, to, figure: 'meetings' }),
    },
    { name: 'meetings.decided', value: count(decided), href: href('decided') },
    { name: 'meetings.closed', value: count(line?.closed ?? 0), href: href('closed') },
    { name: 'meetings.onTime', value: count(onTime), href: href('onTime') },
    { name: 'meetings.onTimeShare', value: share(onTime, due), href: href('onTime') },
  ]
}
