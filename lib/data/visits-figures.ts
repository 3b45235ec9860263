import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { addressOf } from '@/lib/schemas/address'
import type { Prisma } from '@/prisma/generated/client'
import type { FigureScope } from './appeals-figures'
import { db } from './db'
import { enterpriseOfTeam, within } from './service-where'
import { visibleVisits } from './visit-rows'

/**
 * What came of visits within the days, and how seldom enterprises were disturbed: problems and decisions they led to, plans made
 * one with another, plans an enterprise refused. How many visits a unit made is no figure 无事不扰.
 *
 * @source other-mechanisms §2 (no visit counter in any score), §9 (X32: merged and refused are what was published)
 */
export async function visitsFigures(actor: Actor, period: Period, scope: FigureScope): Promise<Figure[]> {
  const { from, to } = period
  const taskforce = scope.taskforceId
  const seen: Prisma.VisitPlanWhereInput = {
    AND: [visibleVisits(actor), { on: within(from, to) }, ...(taskforce ? [enterpriseOfTeam(taskforce)] : [])],
  }
  const of = (more: Prisma.VisitPlanWhereInput) => db.visitPlan.count({ where: { AND: [seen, more] } })
  const [problems, decisions, merged, refused] = await Promise.all([
    of({ state: 'HELD', issueId: { not: null } }),
    of({ state: 'HELD', decision: { not: null } }),
    of({ state: 'MERGED' }),
    of({ state: 'REFUSED' }),
  ])
  const rows = (more: Readonly<Record<string, string>>) =>
    addressOf('/services/visits', { ...more, from, to, taskforce })
  return [
    {
      name: 'visits.problems',
      value: { kind: 'count', n: problems },
      href: rows({ state: 'HELD', result: 'problem' }),
    },
    {
      name: 'visits.decisions',
      value: { kind: 'count', n: decisions },
      href: rows({ state: 'HELD', result: 'decision' }),
    },
    { name: 'visits.merged', value: { kind: 'count', n: merged }, href: rows({ state: 'MERGED' }) },
    { name: 'visits.refused', value: { kind: 'count', n: refused }, href: rows({ state: 'REFUSED' }) },
  ]
}
