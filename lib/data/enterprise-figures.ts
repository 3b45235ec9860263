import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { STANDINGS } from '@/lib/domain/enterprise'
import type { Figure, Period } from '@/lib/domain/figure'
import { db } from './db'
import { enterprisesWhere } from './enterprise-list'

/** Figures of the register 企业: how many there are in business, how many were founded in the period, what they are recognised as. */
export async function enterpriseFigures(
  actor: Actor,
  { from, to }: Period,
  { taskforceId }: Readonly<{ taskforceId: string | null }>,
): Promise<Figure[]> {
  const taskforce = taskforceId ?? undefined
  const inBusiness = (filter: Parameters<typeof enterprisesWhere>[1]) =>
    db.enterprise.count({ where: { AND: [enterprisesWhere(actor, { taskforce, ...filter }), { state: 'ACTIVE' }] } })
  const href = (more: Readonly<Record<string, string>> = {}) =>
    `/enterprises?${new URLSearchParams({ state: 'ACTIVE', ...(taskforce && { taskforce }), ...more })}`
  const count = (what: string, n: number, at: string): Figure => ({
    name: `enterprises.${what}`,
    value: { kind: 'count', n },
    href: at,
  })
  const [registered, founded, ...standings] = await Promise.all([
    inBusiness({}),
    inBusiness({ from, to }),
    ...STANDINGS.map((standing) => inBusiness({ standing })),
  ])
  return [
    count('registered', registered ?? 0, href()),
    count('founded', founded ?? 0, href({ from, to })),
    ...STANDINGS.map((standing, i) => count(standing, standings[i] ?? 0, href({ standing }))),
  ]
}
