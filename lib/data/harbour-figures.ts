import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { SEES_HARBOUR_FIGURES } from '@/lib/domain/harbour-sight'
import { harbourFilter } from '@/lib/schemas/harbour'
import { listHarbours } from './harbours'

/**
 * The statistics of the harbours 金融服务港湾: how many there are as of the last day of a period, and what they did in the
 * months that begin in it. They belong to no team 专班, so a team's report has none of them.
 */
export async function harbourFigures(
  actor: Actor,
  { from, to }: Period,
  scope: Readonly<{ taskforceId: string | null }>,
): Promise<Figure[]> {
  if (scope.taskforceId !== null || !SEES_HARBOUR_FIGURES.has(actor.role)) return []
  const { counts, sum } = await listHarbours(actor, harbourFilter.parse({ from, to }), to)
  const at = (state: string) => `/financing/harbours?state=${state}&from=${from}&to=${to}`
  const count = (name: string, n: number, href: string): Figure => ({ name, value: { kind: 'count', n }, href })
  const every = `/financing/harbours?from=${from}&to=${to}`
  return [
    count('harbours.built', counts.BUILT, at('BUILT')),
    count('harbours.planned', counts.PLANNED, at('PLANNED')),
    count('harbours.closed', counts.CLOSED, at('CLOSED')),
    count('harbours.visits', sum?.visits ?? 0, every),
    count('harbours.needs', sum?.needs ?? 0, every),
    { name: 'harbours.granted', value: { kind: 'money', fen: sum?.grantedFen ?? 0n }, href: every },
  ]
}
