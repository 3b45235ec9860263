import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { addressOf } from '@/lib/schemas/address'
import { upgradeFilter } from '@/lib/schemas/upgrade'
import type { FigureScope } from './appeals-figures'
import { upgradeSums } from './upgrade-list'

/**
 * The figures of 三化改造: the stock as it is now of what had been entered by the last day, its investment, the enterprises it
 * covers, the subsidies its policies would give; and what was paid within the days. Expected and paid are two amounts.
 *
 * Who sees what: `visibleUpgrades`.
 */
export async function upgradesFigures(actor: Actor, period: Period, scope: FigureScope): Promise<Figure[]> {
  const taskforce = scope.taskforceId ?? undefined
  const stocked = { to: period.to, taskforce }
  const paid = { state: 'PAID', paidFrom: period.from, paidTo: period.to, taskforce }
  const [stock, out] = await Promise.all([
    upgradeSums(actor, upgradeFilter.parse(stocked)),
    upgradeSums(actor, upgradeFilter.parse(paid)),
  ])
  const href = addressOf('/services/upgrades', stocked)
  return [
    { name: 'upgrades.stock', value: { kind: 'count', n: stock.total }, href },
    { name: 'upgrades.investment', value: { kind: 'money', fen: stock.investmentFen }, href },
    { name: 'upgrades.enterprises', value: { kind: 'count', n: stock.enterprises }, href },
    { name: 'upgrades.estimated', value: { kind: 'money', fen: stock.estimatedFen }, href },
    {
      name: 'upgrades.paid',
      value: { kind: 'money', fen: out.paidFen },
      href: addressOf('/services/upgrades', paid),
    },
  ]
}
