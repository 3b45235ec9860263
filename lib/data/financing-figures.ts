import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import { FINANCING_REASONS, GRANTED_STATES } from '@/lib/domain/financing/need'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { financingCounted, offersVisible } from './financing-visible'
import { between, inView } from './financing-where'

type Scope = Readonly<{ taskforceId: string | null }>

const query = (values: Readonly<Record<string, string | null | undefined>>): string =>
  new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()

const CHANNEL = 'ZHENGHAORONG'

/** Median calendar days from taking a need on to the answer, of answers given in the period. */
async function medianDays(decided: Prisma.FinancingOfferWhereInput): Promise<number | null> {
  const rows = await db.financingOffer.findMany({
    where: { AND: [decided, { acceptedOn: { not: null } }] },
    select: { acceptedOn: true, decidedOn: true },
  })
  const days = rows
    .flatMap(({ acceptedOn, decidedOn }) =>
      acceptedOn && decidedOn ? [Math.round((decidedOn.getTime() - acceptedOn.getTime()) / 86_400_000)] : [],
    )
    .toSorted((a, b) => a - b)
  const middle = days.length >> 1
  if (days.length === 0) return null
  return days.length % 2 === 1 ? (days[middle] ?? null) : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2
}

/**
 * What a report states of the bank bridge 融资统计: applied by the day it was filed, granted and refused by the day it was
 * decided, paid by the day of payment, and none of them ever added.
 *
 * Counted through `financingCounted`, the clause of the list with the totals of leaders.
 *
 * @param period both ends included
 * @param scope of one team, or of all the actor sees
 * @source other-mechanisms §5, statistics
 */
export async function financingFigures(
  actor: Actor,
  period: Period,
  { taskforceId }: Scope,
  today: PlainDate = period.to,
): Promise<Figure[]> {
  const seen: Prisma.FinancingNeedWhereInput = {
    AND: [financingCounted(actor, today), ...(taskforceId ? [{ project: { taskforceId } }] : [])],
  }
  const filed = { AND: [seen, { filedOn: between(period.from, period.to) }] }
  const days = between(period.from, period.to)
  const at = (clause: Prisma.FinancingOfferWhereInput, need: Prisma.FinancingNeedWhereInput = {}) => ({
    AND: [offersVisible(actor), { need: { AND: [seen, need] } }, clause],
  })
  const yes = { state: { in: [...GRANTED_STATES] }, decidedOn: days }
  const no = { state: { in: ['REFUSED' as const, 'TRANSFERRED' as const] }, decidedOn: days }
  const platform = { channel: CHANNEL } as const
  const sumOf = (where: Prisma.FinancingNeedWhereInput) =>
    db.financingNeed.aggregate({ where, _sum: { amountFen: true }, _count: { _all: true } })
  const grantedOf = (where: Prisma.FinancingOfferWhereInput) =>
    db.financingOffer.aggregate({ where, _sum: { grantedFen: true, signedFen: true }, _count: { _all: true } })
  const signedWhere = at({ signedOn: days, state: { in: ['SIGNED', 'PAID', 'FOLLOWED'] } })
  const library: Prisma.ProjectWhereInput = {
    districtId: actor.districtId,
    status: 'ACTIVE',
    ...(taskforceId ? { taskforceId } : {}),
    ...(actor.role === 'LEADER' ? { leaderId: { in: [...actor.standsInFor] } } : {}),
    ...(actor.role === 'TASKFORCE' ? { taskforceId: actor.orgId ?? actor.districtId } : {}),
  }
  const [applied, recommended, appliedThere, granted, grantedThere, signed, paid, refused, median, projects, covered] =
    await Promise.all([
      sumOf(filed),
      db.financingNeed.count({ where: { AND: [filed, inView('listed')] } }),
      sumOf({ AND: [filed, platform] }),
      grantedOf(at(yes)),
      grantedOf(at(yes, platform)),
      grantedOf(signedWhere),
      db.financingPayment.groupBy({ by: ['kind'], where: { on: days, offer: at({}) }, _sum: { fen: true } }),
      db.financingOffer.groupBy({ by: ['reason'], where: at(no), _count: { _all: true } }),
      medianDays(at({ ...no, state: { in: [...GRANTED_STATES, 'REFUSED'] } })),
      db.project.count({ where: library }),
      db.project.count({ where: { AND: [library, { financingNeeds: { some: filed } }] } }),
    ])
  const span = { from: period.from, to: period.to, taskforce: taskforceId }
  const needs = (more: Readonly<Record<string, string>> = {}) =>
    `/financing?${query({ state: 'all', ...span, ...more })}`
  const results = (more: Readonly<Record<string, string>>) => `/financing/results?${query({ ...span, ...more })}`
  const money = (fen: bigint | null) => ({ kind: 'money' as const, fen: fen ?? 0n })
  const paidOf = (kind: 'NEW' | 'RENEWED') => paid.find((group) => group.kind === kind)?._sum.fen ?? 0n
  const figure = (what: string, value: Figure['value'], href: string): Figure => ({
    name: `financing.${what}`,
    value,
    href,
  })
  const there = { channel: CHANNEL }
  const rate = (part: bigint | null, whole: bigint | null) => ({
    kind: 'share' as const,
    part: part ?? 0n,
    whole: whole ?? 0n,
  })
  return [
    figure('needs', { kind: 'count', n: applied._count._all }, needs()),
    figure('recommended', { kind: 'count', n: recommended }, needs({ state: 'listed' })),
    figure('applied', money(applied._sum.amountFen), needs()),
    figure('appliedPlatform', money(appliedThere._sum.amountFen), needs(there)),
    figure('offersGranted', { kind: 'count', n: granted._count._all }, results({ view: 'granted' })),
    figure('granted', money(granted._sum.grantedFen), results({ view: 'granted' })),
    figure('grantedPlatform', money(grantedThere._sum.grantedFen), results({ view: 'granted', ...there })),
    figure('grantRate', rate(granted._sum.grantedFen, applied._sum.amountFen), needs()),
    figure('grantRatePlatform', rate(grantedThere._sum.grantedFen, appliedThere._sum.amountFen), needs(there)),
    figure('signed', money(signed._sum.signedFen), results({ view: 'signed' })),
    figure('paidNew', money(paidOf('NEW')), results({ view: 'paid', payment: 'NEW' })),
    figure('paidRenewed', money(paidOf('RENEWED')), results({ view: 'paid', payment: 'RENEWED' })),
    figure('decisionDays', { kind: 'time', amount: median, unit: 'day' }, results({ view: 'decided' })),
    ...FINANCING_REASONS.map((reason) =>
      figure(
        `refused${reason}`,
        { kind: 'count', n: refused.find((group) => group.reason === reason)?._count._all ?? 0 },
        results({ view: 'refused', reason }),
      ),
    ),
    figure('coverage', { kind: 'share', part: BigInt(covered), whole: BigInt(projects) }, needs({ key: '1' })),
  ]
}
