import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { SEES_ALL_EVENTS } from '@/lib/domain/finance-event-sight'
import { eventFilter } from '@/lib/schemas/finance-event'
import { listEvents } from './finance-event-list'

/**
 * The statistics of the 政银企对接 events held in a period: who came, what was intended there, and what had become of it by the
 * last day of the period; the same of those about 三化改造 alone. Intended, granted and paid money are four figures, never one.
 *
 * @source other-mechanisms §1, rows 23 to 25
 */
export async function eventFigures(
  actor: Actor,
  { from, to }: Period,
  { taskforceId }: Readonly<{ taskforceId: string | null }>,
): Promise<Figure[]> {
  if (!SEES_ALL_EVENTS.has(actor.role)) return []
  const of = async (prefix: string, more: Record<string, string> = {}): Promise<Figure[]> => {
    const asked = { state: 'HELD', from, to, ...(taskforceId && { taskforce: taskforceId }), ...more }
    const { total, sum } = await listEvents(actor, eventFilter.parse(asked), to)
    const href = `/financing/events?${new URLSearchParams(asked)}`
    const count = (name: string, n: number): Figure => ({
      name: `${prefix}.${name}`,
      value: { kind: 'count', n },
      href,
    })
    const money = (name: string, fen: bigint): Figure => ({
      name: `${prefix}.${name}`,
      value: { kind: 'money', fen },
      href,
    })
    return [
      count('held', total),
      count('enterprises', sum.firms),
      count('banks', sum.banks),
      count('intentions', sum.intentions),
      money('intended', sum.intendedFen),
      money('granted', sum.grantedFen),
      money('paidNew', sum.paidNewFen),
      money('paidRenewed', sum.paidRenewedFen),
    ]
  }
  return [...(await of('events')), ...(await of('events.upgrade', { kind: 'UPGRADE' }))]
}
