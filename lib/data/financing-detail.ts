import 'server-only'
import { type Action, type Actor, allows, relationFor } from '@/lib/domain/access'
import { matchProducts } from '@/lib/domain/financing/match'
import { isLive } from '@/lib/domain/financing/need'
import { type OfferMoveKind, offerMoves } from '@/lib/domain/financing/offer'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { OPENS_NEEDS } from '@/lib/domain/sight'
import type { BankView, CheckAnswers, FinancingDetail, FinancingStep, NeedChange } from '@/lib/schemas/financing'
import type { Prisma } from '@/prisma/generated/client'
import { productOf } from './bank-products'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { openProjects } from './factor-rows'
import { amends } from './financing-amend'
import { hasNoAccount } from './financing-paper'
import { needColumns, needRowOf } from './financing-rows'
import { undoable } from './financing-undo'
import { financingVisible } from './financing-visible'
import { banksIn } from './financing-writes'
import { loadLevelContext } from './level-context'
import { visibleUpgrades } from './upgrade-rows'

export const viewColumns = {
  number: true,
  purpose: true,
  amountFen: true,
  months: true,
  rateCeilingBp: true,
  collateral: true,
  collateralText: true,
  loansFen: true,
  contactName: true,
  contactPhone: true,
  enterprise: {
    select: {
      name: true,
      creditCode: true,
      size: true,
      industry: true,
      streetId: true,
      foundedOn: true,
      employees: true,
      aboveScale: true,
      highTech: true,
      specialised: true,
      credit: {
        select: { year: true, revenueFen: true, taxFen: true, grade: true, dishonest: true, abnormal: true },
      },
    },
  },
  project: {
    select: {
      id: true,
      name: true,
      stage: true,
      level: true,
      streetId: true,
      totalFen: true,
      yearPlans: { select: { year: true, plannedFen: true, openingFen: true, enteredFen: true } },
      stewards: { where: { toOn: null }, select: { person: { select: { name: true } } } },
    },
  },
  checks: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
} satisfies Prisma.FinancingNeedSelect
type ViewRecord = Prisma.FinancingNeedGetPayload<{ select: typeof viewColumns }>

function checkOf([check]: ViewRecord['checks']): CheckAnswers | null {
  if (!check) return null
  const { lawful, premises, genuine, credit, purpose, text } = check
  return { lawful, premises, genuine, credit, purpose, text, on: fromDb(check.on) }
}

/** What a bank sees of a need: the same facts before the enterprise agrees, as a preview, and after. */
function viewOf(record: ViewRecord, opens: ReadonlySet<string>, today: PlainDate): BankView {
  const { enterprise, project } = record
  const plan = project?.yearPlans.find(({ year }) => year === yearOf(today))
  const { streetId: _, foundedOn, ...firm } = enterprise
  return {
    number: record.number,
    enterprise: { ...firm, foundedOn: dayOrNull(foundedOn) },
    project: project && {
      id: project.id,
      name: project.name,
      stage: project.stage,
      level: project.level,
      open: opens.has(project.id),
      totalFen: project.totalFen,
      planFen: plan?.plannedFen ?? null,
      doneFen: plan ? plan.openingFen + plan.enteredFen : null,
      steward: project.stewards[0]?.person.name ?? null,
    },
    purpose: record.purpose,
    amountFen: record.amountFen,
    months: record.months,
    rateCeilingBp: record.rateCeilingBp,
    collateral: record.collateral,
    collateralText: record.collateralText,
    loansFen: record.loansFen,
    contact: record.contactName,
    phone: record.contactPhone,
    check: checkOf(record.checks),
  }
}

/** What was done about a need, latest first; a bank reads what it did itself, and nothing of another. */
async function stepsOf(actor: Actor, needId: string): Promise<FinancingStep[]> {
  const own = actor.role === 'BANK' ? { bankId: actor.orgId ?? needId } : {}
  const moves = await db.financingMove.findMany({
    where: { needId, ...own },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const [users, banks] = await Promise.all([
    db.user.findMany({
      where: { id: { in: moves.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, role: true, person: { select: { name: true } } },
    }),
    db.org.findMany({
      where: { id: { in: moves.flatMap(({ bankId }) => bankId ?? []) } },
      select: { id: true, shortName: true },
    }),
  ])
  const who = new Map(users.map((user) => [user.id, user.person.name]))
  const offices = new Set(users.filter(({ role }) => role !== 'BANK').map(({ id }) => id))
  const names = new Map(banks.map((bank) => [bank.id, bank.shortName]))
  return moves.map((move) => ({
    id: move.id,
    kind: move.kind,
    on: fromDb(move.on),
    at: move.at.toISOString(),
    by: who.get(move.actorId ?? '') ?? null,
    bank: names.get(move.bankId ?? '') ?? null,
    text: move.text,
    fen: move.fen,
    reason: move.reason,
    until: dayOrNull(move.until),
    changes: (move.changes ?? []) as unknown as NeedChange[],
    undid: move.undid as FinancingStep['undid'],
    forBank: move.kind in MOVE_ACTIONS && offices.has(move.actorId ?? ''),
  }))
}

/** Products of the district held against a need, for whoever recommends. */
async function matchesOf(districtId: string, record: ViewRecord) {
  const products = await db.bankProduct.findMany({
    where: { districtId, stoppedOn: null, bank: { dissolvedOn: null } },
    include: { bank: { select: { id: true, shortName: true } } },
  })
  const banks = new Map(products.map(({ bank }) => [bank.id, { id: bank.id, name: bank.shortName }]))
  const wanted = {
    amountFen: record.amountFen,
    months: record.months,
    rateCeilingBp: record.rateCeilingBp,
    collateral: record.collateral,
    industry: record.enterprise.industry,
    streetId: record.project?.streetId ?? record.enterprise.streetId,
  }
  const asked = [wanted.streetId, ...products.flatMap(({ streetIds }) => streetIds)].filter((id) => id !== null)
  const streets = await db.org.findMany({ where: { id: { in: asked } }, select: { id: true, shortName: true } })
  const nameOf = new Map(streets.map(({ id, shortName }) => [id, shortName]))
  return matchProducts(wanted, products.map(productOf)).flatMap((match) => {
    const bank = banks.get(match.product.bankId)
    const area = {
      wanted: nameOf.get(wanted.streetId ?? '') ?? null,
      offered: match.product.streetIds.flatMap((id) => nameOf.get(id) ?? []),
    }
    return bank ? [{ ...match, bank, area }] : []
  })
}

/** What a bank does, as an action of the policy. */
export const MOVE_ACTIONS = {
  ACCEPT: 'financing.accept',
  CONTACT: 'financing.contact',
  DILIGENCE: 'financing.diligence',
  GRANT: 'financing.grant',
  REFUSE: 'financing.refuse',
  TRANSFER: 'financing.transfer',
  SIGN: 'financing.sign',
  PAY: 'financing.pay',
  FOLLOW: 'financing.follow',
} as const satisfies Record<OfferMoveKind, Action>

/**
 * A need with the part the registers know, its banks, its history, and what the reader may do 融资需求.
 *
 * @returns null when it does not exist or is out of the actor's sight, a bank's without the enterprise's consent too
 */
export async function findNeed(actor: Actor, id: string, today: PlainDate): Promise<FinancingDetail | null> {
  if (!OPENS_NEEDS.has(actor.role)) return null
  const record = await db.financingNeed.findFirst({
    where: { AND: [{ id }, financingVisible(actor, today)] },
    select: { ...needColumns(actor, today), ...viewColumns, loansBank: true, wantedBankIds: true, upgradeId: true },
  })
  if (!record) return null
  const bank = actor.role === 'BANK'
  const recommends = relationFor(actor.role, 'financing.recommend') !== null
  const [context, opens, steps, orgs, ended, matches, papers, unspoken, amendable, upgrade, back] = await Promise.all([
    loadLevelContext(db, actor.districtId, today),
    openProjects(actor, record.projectId ? [record.projectId] : []),
    stepsOf(actor, id),
    bank
      ? []
      : db.org.findMany({
          where: banksIn(actor.districtId),
          select: { id: true, shortName: true },
          orderBy: { shortName: 'asc' },
        }),
    bank
      ? []
      : db.financingConsent.findMany({
          where: { needId: id, OR: [{ withdrawnOn: { not: null } }, { expiresOn: { lt: toDb(today) } }] },
          select: { bankId: true, withdrawnOn: true, expiresOn: true },
          orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
        }),
    recommends ? matchesOf(actor.districtId, record) : [],
    bank
      ? []
      : db.financingConsent.findMany({
          where: { needId: id, withdrawnOn: null, signedOn: { not: null } },
          select: { id: true, bankId: true, signedOn: true, paperName: true },
        }),
    relationFor(actor.role, 'financing.paper') !== null && hasNoAccount(db, record.enterpriseId),
    amends(actor, id),
    record.upgradeId
      ? db.upgradeProject.findFirst({
          where: { AND: [{ id: record.upgradeId }, visibleUpgrades(actor)] },
          select: { id: true, name: true },
        })
      : null,
    relationFor(actor.role, 'financing.takeBack') === null
      ? []
      : undoable(
          actor,
          record.offers.map((offer) => offer.id),
          today,
        ),
  ])
  // The records of the two selects are one row: the list reads less of its project.
  const row = needRowOf(
    { ...record, enterprise: { id: record.enterpriseId, name: record.enterprise.name } },
    actor,
    opens,
    today,
    context,
  )
  const view = viewOf(record, opens, today)
  const scope = {
    districtId: record.districtId,
    stewardId: null,
    leaderId: null,
    taskforceId: null,
    streetId: null,
    enterpriseId: record.enterpriseId,
    agencyIds: [],
  }
  const open = record.state !== 'WITHDRAWN'
  const may = (action: Action) => open && allows(actor, action, scope)
  const consents = new Map(record.consents.map((consent) => [consent.bankId, fromDb(consent.expiresOn)]))
  const endedOn = new Map(
    ended.map(({ bankId, withdrawnOn, expiresOn }) => [
      bankId,
      { on: fromDb(withdrawnOn ?? expiresOn), takenBack: withdrawnOn !== null },
    ]),
  )
  const paperAt = new Map(
    papers.flatMap(({ id: consentId, bankId, signedOn, paperName }) =>
      signedOn ? [[bankId, { consentId, name: paperName, signedOn: fromDb(signedOn) }] as const] : [],
    ),
  )
  const signed = row.offers.some(({ state }) => state === 'SIGNED' || state === 'PAID' || state === 'FOLLOWED')
  const beforeBanks = record.state === 'FILED' || record.state === 'CHECKED' || record.state === 'UNQUALIFIED'
  return {
    ...row,
    view,
    loansBank: bank ? null : record.loansBank,
    wanted: bank ? [] : orgs.filter(({ id: bankId }) => record.wantedBankIds.includes(bankId)).map((o) => o.shortName),
    check: view.check,
    steps,
    banks: orgs.map(({ id: bankId, shortName }) => ({
      id: bankId,
      name: shortName,
      wanted: record.wantedBankIds.includes(bankId),
      offer: row.offers.find((offer) => offer.bank.id === bankId) ?? null,
      consentUntil: consents.get(bankId) ?? null,
      consentEnded: consents.has(bankId) ? null : (endedOn.get(bankId) ?? null),
      paper: paperAt.get(bankId) ?? null,
    })),
    matches,
    upgrade,
    back,
    amended: steps.filter(({ kind }) => kind === 'AMEND').length,
    paper: unspoken && open,
    may: {
      amend: amendable,
      check: beforeBanks && may('financing.check'),
      recommend: record.state !== 'FILED' && record.state !== 'UNQUALIFIED' && may('financing.recommend'),
      consent: may('financing.consent'),
      withdraw: !signed && may('financing.withdraw'),
    },
    moves: Object.fromEntries(
      row.offers.map((offer) => [
        offer.id,
        isLive(offer.state) && offer.consentUntil !== null
          ? offerMoves(offer).filter((kind) => may(MOVE_ACTIONS[kind]))
          : [],
      ]),
    ),
  }
}
