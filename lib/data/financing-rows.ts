import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { firstDuty, offerClock, officeDuty } from '@/lib/domain/financing/clock'
import { isLive } from '@/lib/domain/financing/need'
import type { Offer } from '@/lib/domain/financing/offer'
import { worst } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { OPENS_NEEDS } from '@/lib/domain/sight'
import type { FinancingRow, OfferRow } from '@/lib/schemas/financing'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import type { Tx } from './db'
import { openProjects } from './factor-rows'
import { consentOn, offersVisible } from './financing-visible'
import type { LevelContext } from './level-context'

export const offerColumns = {
  id: true,
  version: true,
  needId: true,
  bankId: true,
  bank: { select: { id: true, shortName: true } },
  state: true,
  recommendedOn: true,
  acceptedOn: true,
  contactedOn: true,
  diligenceOn: true,
  decidedOn: true,
  grantedFen: true,
  rateBp: true,
  signedOn: true,
  signedFen: true,
  reason: true,
  reasonText: true,
  managerName: true,
  managerPhone: true,
  payments: { select: { kind: true, fen: true, on: true } },
} satisfies Prisma.FinancingOfferSelect
export type OfferRecord = Prisma.FinancingOfferGetPayload<{ select: typeof offerColumns }>

/** Columns of a need with the banks the actor reads, and the consents that hold today. */
export const needColumns = (actor: Actor, today: PlainDate) =>
  ({
    id: true,
    version: true,
    number: true,
    districtId: true,
    enterpriseId: true,
    projectId: true,
    enterprise: { select: { id: true, name: true } },
    project: { select: { id: true, name: true, level: true } },
    purpose: true,
    amountFen: true,
    months: true,
    rateCeilingBp: true,
    collateral: true,
    collateralText: true,
    channel: true,
    filedOn: true,
    resubmittedOn: true,
    state: true,
    offers: { where: offersVisible(actor), select: offerColumns, orderBy: [{ recommendedOn: 'asc' }, { id: 'asc' }] },
    consents: { where: consentOn(today), select: { bankId: true, fromOn: true, expiresOn: true } },
  }) satisfies Prisma.FinancingNeedSelect
export type NeedRecord = Prisma.FinancingNeedGetPayload<{ select: ReturnType<typeof needColumns> }>

const sumOf = (record: OfferRecord, kind: 'NEW' | 'RENEWED'): bigint =>
  record.payments.reduce((sum, payment) => sum + (payment.kind === kind ? payment.fen : 0n), 0n)

/** An offer as its rules read it. */
export const offerOf = (record: OfferRecord): Offer => ({
  state: record.state,
  recommendedOn: fromDb(record.recommendedOn),
  acceptedOn: dayOrNull(record.acceptedOn),
  contactedOn: dayOrNull(record.contactedOn),
  grantedFen: record.grantedFen,
  signedFen: record.signedFen,
  paidFen: sumOf(record, 'NEW') + sumOf(record, 'RENEWED'),
})

type Consented = NeedRecord['consents']

/** A need at one bank as a list shows it, with its clock. */
export function offerRowOf(
  record: OfferRecord,
  consents: Consented,
  today: PlainDate,
  context: LevelContext,
): OfferRow {
  const consent = consents.find(({ bankId }) => bankId === record.bankId)
  return {
    id: record.id,
    version: record.version,
    bank: { id: record.bank.id, name: record.bank.shortName },
    state: record.state,
    clock: offerClock(offerOf(record), consent ? fromDb(consent.fromOn) : null, today, context),
    recommendedOn: fromDb(record.recommendedOn),
    acceptedOn: dayOrNull(record.acceptedOn),
    contactedOn: dayOrNull(record.contactedOn),
    decidedOn: dayOrNull(record.decidedOn),
    signedOn: dayOrNull(record.signedOn),
    grantedFen: record.grantedFen,
    signedFen: record.signedFen,
    paidNewFen: sumOf(record, 'NEW'),
    paidRenewedFen: sumOf(record, 'RENEWED'),
    rateBp: record.rateBp,
    reason: record.reason,
    reasonText: record.reasonText,
    manager: record.managerName,
    consentUntil: consent ? fromDb(consent.expiresOn) : null,
  }
}

/** A need as a line of a list; a team reads the amount of its own projects' needs, not what stands behind it. */
export function needRowOf(
  record: NeedRecord,
  actor: Actor,
  opens: ReadonlySet<string>,
  today: PlainDate,
  context: LevelContext,
): FinancingRow {
  const open = OPENS_NEEDS.has(actor.role)
  const offers = record.offers.map((offer) => offerRowOf(offer, record.consents, today, context))
  const live = offers.filter(({ state }) => isLive(state))
  const filedOn = fromDb(record.filedOn)
  const duties =
    live.length > 0
      ? live.map(({ clock }) => clock.duty)
      : [officeDuty(record.state, dayOrNull(record.resubmittedOn) ?? filedOn, today, context)]
  const duty = firstDuty(duties)
  const level = live.length > 0 ? worst(live.map(({ clock }) => clock.level)) : (duty?.level ?? 'GREY')
  const { project } = record
  return {
    id: record.id,
    version: record.version,
    number: record.number,
    enterprise: record.enterprise,
    project: project && { ...project, open: opens.has(project.id) },
    amountFen: record.amountFen,
    // How far other banks are is not a bank's to know.
    state: actor.role === 'BANK' ? (record.offers[0]?.state ?? record.state) : record.state,
    filedOn,
    level,
    duty,
    open,
    purpose: open ? record.purpose : null,
    months: open ? record.months : null,
    rateCeilingBp: open ? record.rateCeilingBp : null,
    collateral: open ? record.collateral : null,
    collateralText: open ? record.collateralText : null,
    channel: open && actor.role !== 'BANK' ? record.channel : null,
    offers: open ? offers : [],
  }
}

/** Needs as lines of a list, in the order they come. */
export async function needRows(
  tx: Tx,
  actor: Actor,
  query: Pick<Prisma.FinancingNeedFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
  today: PlainDate,
  context: LevelContext,
): Promise<FinancingRow[]> {
  const records = await tx.financingNeed.findMany({ ...query, select: needColumns(actor, today) })
  const opens = await openProjects(
    actor,
    records.flatMap(({ projectId }) => projectId ?? []),
  )
  return records.map((record) => needRowOf(record, actor, opens, today, context))
}
