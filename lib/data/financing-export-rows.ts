import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { FinancingFilter } from '@/lib/schemas/financing'
import { fromDb } from './date'
import { db } from './db'
import { viewColumns } from './financing-detail'
import { consentOn, offersVisible } from './financing-visible'
import { inView, needsWhere } from './financing-where'
import { loadLevelContext } from './level-context'

/**
 * The rows of 推荐清单 with the parts the registers know, through the clause of the list on screen.
 *
 * A bank's file has nothing of other banks: neither the one of existing loans nor the wanted ones.
 */
export async function recommendedRows(actor: Actor, filter: FinancingFilter, today: PlainDate, most: number) {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const where = { AND: [needsWhere(actor, filter, today, calendar), inView(filter.state, actor)] }
  const total = await db.financingNeed.count({ where })
  if (total > most) return { total, rows: [] }
  const records = await db.financingNeed.findMany({
    where,
    select: {
      id: true,
      version: true,
      loansBank: true,
      wantedBankIds: true,
      ...viewColumns,
      consents: {
        where: { ...consentOn(today), ...(actor.role === 'BANK' ? { bankId: actor.orgId ?? actor.districtId } : {}) },
        select: { expiresOn: true, bank: { select: { shortName: true } } },
      },
      offers: {
        where: offersVisible(actor),
        select: { recommendedOn: true },
        orderBy: { recommendedOn: 'asc' },
        take: 1,
      },
    },
    orderBy: [{ filedOn: 'desc' }, { number: 'desc' }],
  })
  const banks = await db.org.findMany({
    where: { districtId: actor.districtId, kind: 'BANK' },
    select: { id: true, shortName: true },
  })
  const names = new Map(banks.map(({ id, shortName }) => [id, shortName]))
  const bank = actor.role === 'BANK'
  return {
    total,
    rows: records.map((record) => ({
      ...record,
      loansBank: bank ? null : record.loansBank,
      wanted: bank ? [] : record.wantedBankIds.flatMap((id) => names.get(id) ?? []),
      recommendedOn: record.offers[0] ? fromDb(record.offers[0].recommendedOn) : null,
      consents: record.consents.map((consent) => ({ bank: consent.bank.shortName, until: fromDb(consent.expiresOn) })),
    })),
  }
}
export type RecommendedRow = Awaited<ReturnType<typeof recommendedRows>>['rows'][number]

/** Day of the last payment at each offer. */
export async function lastPayments(offerIds: readonly string[]): Promise<ReadonlyMap<string, PlainDate>> {
  const paid = await db.financingPayment.groupBy({
    by: ['offerId'],
    where: { offerId: { in: [...offerIds] } },
    _max: { on: true },
  })
  return new Map(paid.flatMap(({ offerId, _max }) => (_max.on ? [[offerId, fromDb(_max.on)] as const] : [])))
}
