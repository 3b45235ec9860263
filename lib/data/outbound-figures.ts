import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { COUNTRY_NAMES, type Country, type OutboundKind } from '@/lib/domain/outbound'
import { outboundFilter } from '@/lib/schemas/outbound'
import { db } from './db'
import { periodQuery } from './job-figures'
import { foreignSums, HOLDS, outboundWhere } from './outbound-list'

/**
 * Figures of business abroad 境外业务: what was filed, each currency by itself, warehouses and where they are, the white list.
 *
 * @source domain other-mechanisms.md §9
 */
export async function outboundFigures(
  actor: Actor,
  period: Period,
  scope: Readonly<{ taskforceId: string | null }>,
): Promise<Figure[]> {
  const asked = { ...outboundFilter.parse({}), ...period, taskforce: scope.taskforceId ?? undefined }
  const where = { AND: [outboundWhere(actor, asked), HOLDS] }
  const [groups, places, sums, listed] = await Promise.all([
    db.outboundCase.groupBy({ by: ['kind'], where, _count: { _all: true } }),
    db.outboundCase.findMany({
      where: { AND: [where, { kind: 'WAREHOUSE' }] },
      select: { country: true },
      orderBy: [{ on: 'asc' }, { id: 'asc' }],
    }),
    foreignSums({ AND: [where, { kind: 'FILING' }] }),
    db.enterprise.count({ where: { outbound: { some: { AND: [where, { kind: 'WHITE_LIST' }] } } } }),
  ])
  const href = (kind: OutboundKind, more: Readonly<Record<string, string>> = {}) =>
    `/services/outbound?${periodQuery(period, scope, { kind, ...more })}`
  const of = (kind: OutboundKind) => groups.find((group) => group.kind === kind)?._count._all ?? 0
  const count = (what: string, n: number, at: string): Figure => ({
    name: `outbound.${what}`,
    value: { kind: 'count', n },
    href: at,
  })
  const filed = sums.some(({ currency }) => currency === 'USD')
    ? sums
    : [{ currency: 'USD' as const, minor: '0' }, ...sums]
  const countries = [...new Set(places.map(({ country }) => COUNTRY_NAMES[country as Country] ?? ''))]
  return [
    count('filings', of('FILING'), href('FILING')),
    ...filed.map(
      ({ currency, minor }): Figure => ({
        name: `outbound.filed${currency}`,
        value: { kind: 'foreign', minor: BigInt(minor), currency },
        href: href('FILING', { currency }),
      }),
    ),
    count('warehouses', of('WAREHOUSE'), href('WAREHOUSE')),
    {
      name: 'outbound.warehouseCountries',
      value: { kind: 'names', names: countries.filter(Boolean) },
      href: href('WAREHOUSE'),
    },
    count('whiteListed', listed, href('WHITE_LIST')),
  ]
}
