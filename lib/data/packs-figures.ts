import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { SEES_PACKS } from '@/lib/domain/sight'
import { packFilter } from '@/lib/schemas/gift-pack'
import { freshReach, packSums, packsWhere } from './pack-list'

/**
 * What 惠企大礼包 comes to in some days: packs that were handed out and kept, whom they went to, what they cost, and the share of
 * the enterprises founded in those days that got one.
 *
 * @source other-mechanisms §7; §1 row 13 (1500余)
 */
export async function packsFigures(
  actor: Actor,
  period: Period,
  { taskforceId }: { taskforceId: string | null },
): Promise<Figure[]> {
  if (!SEES_PACKS.has(actor.role)) return []
  const { from, to } = period
  const filter = packFilter.parse({ from, to, ...(taskforceId && { taskforce: taskforceId }) })
  const [{ packs, reached, costFen }, fresh] = await Promise.all([
    packSums({ AND: [packsWhere(actor, filter, to), { returnedOn: null }] }),
    freshReach(actor, period, taskforceId, to),
  ])
  const href = `/services/packs?from=${from}&to=${to}${taskforceId ? `&taskforce=${taskforceId}` : ''}`
  return [
    { name: 'packs.handed', value: { kind: 'count', n: packs }, href },
    { name: 'packs.enterprises', value: { kind: 'count', n: reached }, href },
    {
      name: 'packs.newShare',
      value: { kind: 'share', part: BigInt(fresh.part), whole: BigInt(fresh.whole) },
      href: `${href}&fresh=1`,
    },
    { name: 'packs.cost', value: { kind: 'money', fen: costFen }, href },
  ]
}
