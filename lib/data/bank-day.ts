import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type FinancingReason, GRANTED_STATES } from '@/lib/domain/financing/need'
import { type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import type { FinancingRow, OfferRow } from '@/lib/schemas/financing'
import { toDb } from './date'
import { db } from './db'
import { findNeed } from './financing-detail'
import { offerSums } from './financing-list'
import { needRows } from './financing-rows'
import { financingVisible, offersVisible } from './financing-visible'
import { loadLevelContext } from './level-context'

/** A need of a bank's day with the bank's own part of it. */
export type BankNeed = Omit<FinancingRow, 'offers'> & Readonly<{ offer: OfferRow }>

/** Needs on a bank's first page; the list has the rest. */
const SHOWN = 60

const ownPart = (row: FinancingRow): BankNeed[] => {
  const [offer] = row.offers
  return offer ? [{ ...row, offer }] : []
}

/**
 * A bank's day 银行工作台: needs that wait for it, by the days that are left; what is granted and not yet paid out; the year.
 *
 * Everything is counted through `financingVisible`: what an enterprise took back is in no figure.
 *
 * @param open the need whose facts stand beside the list; the first one where it is none of them
 */
export async function loadBankDay(actor: Actor, open: string | undefined, today: PlainDate) {
  const context = await loadLevelContext(db, actor.districtId, today)
  const visible = financingVisible(actor, today)
  const own = offersVisible(actor)
  const from = toDb(ymd(yearOf(today), 1, 1))
  const year = { AND: [own, { need: visible }, { recommendedOn: { gte: from } }] }
  const inStates = (states: readonly OfferRow['state'][]) => ({
    AND: [visible, { offers: { some: { AND: [own, { state: { in: [...states] } }] } } }],
  })
  const orderBy = [{ filedOn: 'asc' as const }, { number: 'asc' as const }]
  const [waiting, unpaid, recommended, granted, refusals, paid, applied, sums] = await Promise.all([
    needRows(
      db,
      actor,
      { where: inStates(['RECOMMENDED', 'ACCEPTED', 'DILIGENCE']), orderBy, take: SHOWN },
      today,
      context,
    ),
    needRows(db, actor, { where: inStates(['GRANTED', 'SIGNED', 'PAID']), orderBy }, today, context),
    db.financingOffer.count({ where: year }),
    db.financingOffer.count({ where: { AND: [year, { state: { in: [...GRANTED_STATES] } }] } }),
    db.financingOffer.groupBy({
      by: ['reason'],
      where: { AND: [year, { state: { in: ['REFUSED', 'TRANSFERRED'] } }] },
      _count: { _all: true },
    }),
    db.financingOffer.count({ where: { AND: [year, { payments: { some: {} } }] } }),
    db.financingNeed.aggregate({ where: { offers: { some: year } }, _sum: { amountFen: true } }),
    offerSums(year),
  ])
  const far = (need: BankNeed) => need.offer.clock.duty?.dueOn ?? '9999-12-31'
  const rests = ({ offer: { clock } }: BankNeed) => clock.used === null && (clock.duty?.late ?? 0) <= 0
  const rows = waiting.flatMap(ownPart).toSorted((a, b) => {
    // Nothing runs before it is taken on: those come last, unless they have lain too long.
    const [lastA, lastB] = [rests(a), rests(b)]
    return Number(lastA) - Number(lastB) || (far(a) < far(b) ? -1 : far(a) > far(b) ? 1 : a.number - b.number)
  })
  const granting = unpaid.flatMap(ownPart).filter(({ offer }) => offer.clock.duty !== null)
  const chosen = [...rows, ...granting].find(({ id }) => id === open) ?? rows[0] ?? granting[0]
  return {
    rows,
    unpaid: granting,
    detail: chosen ? await findNeed(actor, chosen.id, today) : null,
    year: {
      recommended,
      granted,
      paid,
      sums: { appliedFen: applied._sum.amountFen ?? 0n, ...sums },
      refused: refusals
        .flatMap(({ reason, _count }) => (reason ? [{ reason: reason satisfies FinancingReason, n: _count._all }] : []))
        .toSorted((a, b) => b.n - a.n),
    },
  }
}
export type BankDay = Awaited<ReturnType<typeof loadBankDay>>
