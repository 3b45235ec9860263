import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { SEES_ALL_EVENTS } from '@/lib/domain/finance-event-sight'
import { eventFilter } from '@/lib/schemas/finance-event'
import { listEvents } from './finance-event-list'

/**
 * The statistics of the 政银企对接 events held in a period: who came, what was intended there, and what had become of it by the
 * last day of the period. Intended, granted and paid money are four figures, never one.
 */
export async function eventFigures(
  actor: Actor,
  { from, to }: Period,
  { taskforceId }: Readonly<{ taskforceId: string | null }>,
): Promise<Figure[]> {
  if (!SEES_ALL_EVENTS.has(actor.role)) return []
  const asked: Record<string, string> = { state: 'HELD', from, to }
  if (taskforceId) asked.taskforce = taskforceId
  const { total, sum } = await listEvents(actor, eventFilter.parse(asked), to)
  const href = `/financing/events?${new URLSearchParams(asked)}`
  const count = (name: string, n: number): Figure => ({ name, value: { kind: 'count', n }, href })
  const money = (name: string, fen: bigint): Figure => ({ name, value: { kind: 'money', fen }, href })
  return [
    count('events.held', total),
    count('events.enterprises', sum.firms),
    count('events.banks', sum.banks),
    count('events.intentions', sum.intentions),
    money('events.intended', sum.intendedFen),
    money('events.granted', sum.grantedFen),
    money('events.paidNew', sum.paidNewFen),
    money('events.paidRenewed', sum.paidRenewedFen),
  ]
}
