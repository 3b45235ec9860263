import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { FINANCING_STATES, GRANTED_STATES, OPEN_STATES } from '@/lib/domain/financing/need'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  FINANCING_PAGE,
  type FinancingFilter,
  type FinancingPage,
  type FinancingSums,
  type FinancingView,
  type ResultFilter,
  type ResultPage,
} from '@/lib/schemas/financing'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { openProjects } from './factor-rows'
import { needColumns, needRowOf, needRows, offerColumns, offerRowOf } from './financing-rows'
import { financingVisible, offersVisible } from './financing-visible'
import { between, inView, lateNeeds, needsWhere, resultsWhere } from './financing-where'
import { loadLevelContext } from './level-context'

const ORDER: Prisma.FinancingNeedOrderByWithRelationInput[] = [{ filedOn: 'desc' }, { number: 'desc' }]

/** Sums of what was granted, signed and paid at some offers; each its own figure. */
export async function offerSums(
  where: Prisma.FinancingOfferWhereInput,
  payments: Prisma.FinancingPaymentWhereInput = {},
): Promise<Omit<FinancingSums, 'appliedFen'>> {
  const [money, paid] = await Promise.all([
    db.financingOffer.aggregate({
      where: { AND: [where, { state: { in: [...GRANTED_STATES] } }] },
      _sum: { grantedFen: true, signedFen: true },
    }),
    db.financingPayment.groupBy({
      by: ['kind'],
      where: { AND: [{ offer: where }, payments] },
      _sum: { fen: true },
    }),
  ])
  const paidOf = (kind: 'NEW' | 'RENEWED') => paid.find((group) => group.kind === kind)?._sum.fen ?? 0n
  return {
    grantedFen: money._sum.grantedFen ?? 0n,
    signedFen: money._sum.signedFen ?? 0n,
    paidNewFen: paidOf('NEW'),
    paidRenewedFen: paidOf('RENEWED'),
  }
}

/** What a reader who sees amounts alone is not told of the banks. */
const NO_RESULTS = { grantedFen: 0n, signedFen: 0n, paidNewFen: 0n, paidRenewedFen: 0n }

/**
 * One page of the needs 融资需求 with the sums of the whole filter.
 *
 * Who sees what: `financingVisible`. The order comes from the index (districtId, filedOn).
 */
export async function listNeeds(actor: Actor, filter: FinancingFilter, today: PlainDate): Promise<FinancingPage> {
  const context = await loadLevelContext(db, actor.districtId, today)
  const asked = needsWhere(actor, filter, today, context.calendar)
  const where = { AND: [asked, inView(filter.state, actor)] }
  const window = { skip: (filter.page - 1) * FINANCING_PAGE, take: FINANCING_PAGE }
  const [rows, groups, total, listed, applied, results, projects] = await Promise.all([
    needRows(db, actor, { where, orderBy: ORDER, ...window }, today, context),
    actor.role === 'BANK'
      ? db.financingOffer.groupBy({
          by: ['state'],
          where: { AND: [offersVisible(actor), { need: asked }] },
          _count: { _all: true },
        })
      : db.financingNeed.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
    db.financingNeed.count({ where }),
    db.financingNeed.count({ where: { AND: [asked, inView('listed')] } }),
    db.financingNeed.aggregate({ where, _sum: { amountFen: true } }),
    actor.role === 'TASKFORCE' ? NO_RESULTS : offerSums({ AND: [offersVisible(actor), { need: where }] }),
    filter.key ? db.project.count({ where: { districtId: actor.districtId, financingNeeds: { some: where } } }) : null,
  ])
  const states = new Map(groups.map(({ state, _count }) => [state, _count._all]))
  const of = (list: readonly (typeof FINANCING_STATES)[number][]) =>
    list.reduce((sum, state) => sum + (states.get(state) ?? 0), 0)
  const counts = {
    ...Object.fromEntries(FINANCING_STATES.map((state) => [state, of([state])])),
    listed,
    open: of(OPEN_STATES),
    all: of(FINANCING_STATES),
  } as Record<FinancingView, number>
  return { rows, total, projects, counts, sums: { appliedFen: applied._sum.amountFen ?? 0n, ...results } }
}

const RESULT_ORDER: Prisma.FinancingOfferOrderByWithRelationInput[] = [
  { decidedOn: { sort: 'desc', nulls: 'first' } },
  { recommendedOn: 'desc' },
  { id: 'asc' },
]

async function resultRows(
  actor: Actor,
  query: Pick<Prisma.FinancingOfferFindManyArgs, 'where' | 'skip' | 'take'>,
  today: PlainDate,
) {
  const context = await loadLevelContext(db, actor.districtId, today)
  const records = await db.financingOffer.findMany({
    ...query,
    select: { ...offerColumns, need: { select: needColumns(actor, today) } },
    orderBy: RESULT_ORDER,
  })
  const opens = await openProjects(
    actor,
    records.flatMap(({ need }) => need.projectId ?? []),
  )
  return records.map(({ need, ...offer }) => {
    const { offers: _, ...row } = needRowOf(need, actor, opens, today, context)
    return { ...offerRowOf(offer, need.consents, today, context), need: row }
  })
}

/** Payments a list of results is about: of the kind and the days that were asked for. */
const paymentsOf = ({ payment, from, to, view }: ResultFilter): Prisma.FinancingPaymentWhereInput => ({
  ...(payment && { kind: payment }),
  ...(view === 'paid' && (from || to) ? { on: between(from, to) } : {}),
})

/**
 * One page of what banks made of needs 对接结果, with the sums of the whole filter: applied once a need, the rest by bank.
 *
 * Who sees what: `financingVisible`, `offersVisible`; a team has no results.
 */
export async function listResults(actor: Actor, filter: ResultFilter, today: PlainDate): Promise<ResultPage> {
  if (actor.role === 'TASKFORCE') return { rows: [], total: 0, sums: { appliedFen: 0n, ...NO_RESULTS } }
  const where = resultsWhere(actor, filter, today)
  const window = { skip: (filter.page - 1) * FINANCING_PAGE, take: FINANCING_PAGE }
  const [rows, total, applied, sums] = await Promise.all([
    resultRows(actor, { where, ...window }, today),
    db.financingOffer.count({ where }),
    db.financingNeed.aggregate({ where: { offers: { some: where } }, _sum: { amountFen: true } }),
    offerSums(where, paymentsOf(filter)),
  ])
  return { rows, total, sums: { appliedFen: applied._sum.amountFen ?? 0n, ...sums } }
}

/** Every result of a filter, for a workbook. */
export async function listAllResults(actor: Actor, filter: ResultFilter, today: PlainDate, most: number) {
  const where = resultsWhere(actor, filter, today)
  const total = await db.financingOffer.count({ where })
  return { total, rows: total > most ? [] : await resultRows(actor, { where }, today) }
}

/** Banks among what the actor sees, for the filter fields. */
export async function financingChoices(actor: Actor, today: PlainDate) {
  if (actor.role === 'TASKFORCE') return { banks: [] }
  const banks = await db.org.findMany({
    where: {
      districtId: actor.districtId,
      kind: 'BANK',
      ...(actor.role === 'BANK' ? { id: actor.orgId ?? actor.districtId } : {}),
      financingOffers: { some: { AND: [offersVisible(actor), { need: financingVisible(actor, today) }] } },
    },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return { banks: banks.map(({ id, shortName }) => ({ id, name: shortName })) }
}

/** Needs that wait for somebody, for his first page. */
export async function openNeeds(actor: Actor, today: PlainDate) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const visible = financingVisible(actor, today)
  const count = (clause: Prisma.FinancingNeedWhereInput) =>
    db.financingNeed.count({ where: { AND: [visible, clause] } })
  const [toCheck, toRecommend, passedOn, late, open] = await Promise.all([
    count({ state: 'FILED' }),
    count({ state: 'CHECKED' }),
    count({ state: 'TRANSFERRED' }),
    count(lateNeeds(today, calendar)),
    count(inView('open')),
  ])
  return { toCheck, toRecommend, passedOn, late, open }
}

/** Needs of one enterprise or project for its page, newest first. */
export async function needsOf(
  actor: Actor,
  about: Readonly<{ enterpriseId: string } | { projectId: string }>,
  today: PlainDate,
) {
  const context = await loadLevelContext(db, actor.districtId, today)
  return needRows(
    db,
    actor,
    { where: { AND: [financingVisible(actor, today), about] }, orderBy: ORDER, take: FINANCING_PAGE },
    today,
    context,
  )
}
