import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { addressOf } from '@/lib/schemas/address'
import { type PartySum, promotionFilter } from '@/lib/schemas/promotion'
import type { FigureScope } from './appeals-figures'
import { db } from './db'
import { partiesWhere, pushSums } from './promotion-list'

/**
 * The figures of 民间投资推介 within the days: projects that were pushed and the total their pushes state; who is interested, and
 * what was intended, signed for and paid in, three amounts that are never added up.
 *
 * Who sees what: `visiblePromotions`.
 */
export async function promotionFigures(actor: Actor, period: Period, scope: FigureScope): Promise<Figure[]> {
  const { from, to } = period
  const asks = { from, to, taskforce: scope.taskforceId ?? undefined }
  const parties = (money?: PartySum) => partiesWhere(actor, promotionFilter.parse({ ...asks, view: 'parties', money }))
  const sumOf = (money: PartySum) =>
    db.promotionParty.aggregate({ where: parties(money), _sum: { intendedFen: true, signedFen: true, paidFen: true } })
  const [pushed, interested, intended, signed, paid] = await Promise.all([
    pushSums(actor, promotionFilter.parse(asks)),
    db.promotionParty.count({ where: parties() }),
    sumOf('intended'),
    sumOf('signed'),
    sumOf('paid'),
  ])
  const rows = (more: Readonly<Record<string, string>>) => addressOf('/services/promotion', { ...more, ...asks })
  const pushes = rows({ view: 'pushes' })
  const money = (name: PartySum, fen: bigint | null): Figure => ({
    name: `promotion.${name}`,
    value: { kind: 'money', fen: fen ?? 0n },
    href: rows({ view: 'parties', money: name }),
  })
  return [
    { name: 'promotion.pushed', value: { kind: 'count', n: pushed.projects }, href: pushes },
    { name: 'promotion.pushedTotal', value: { kind: 'money', fen: pushed.statedFen }, href: pushes },
    { name: 'promotion.interested', value: { kind: 'count', n: interested }, href: rows({ view: 'parties' }) },
    money('intended', intended._sum.intendedFen),
    money('signed', signed._sum.signedFen),
    money('paid', paid._sum.paidFen),
  ]
}
