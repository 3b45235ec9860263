import 'server-only'
import { type Action, type Actor, allows, relationFor } from '@/lib/domain/access'
import { doubtAmount } from '@/lib/domain/financing/money'
import { isGranted, isLive, needState, STANDARDS } from '@/lib/domain/financing/need'
import { fenOfWan } from '@/lib/domain/money'
import { addMonths, type PlainDate } from '@/lib/domain/plain-date'
import { err, gathered, ok, type Result } from '@/lib/domain/result'
import type {
  NeedBankInput,
  NeedChange,
  NeedCheckInput,
  NeedConsentInput,
  NeedFileInput,
  NeedWithdrawInput,
} from '@/lib/schemas/financing'
import type { FinancingMoveKind, FinancingReason, FinancingState, Prisma } from '@/prisma/generated/client'
import { dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { financingVisible } from './financing-visible'
import { visibleUpgrades } from './upgrade-rows'
import { visibleProjects } from './visible'
import { write } from './write'

/** Longest an enterprise can agree to for a bank. */
export const CONSENT_MONTHS = 12

async function nextNeedNumber(tx: Tx, districtId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`financing-number:${districtId}`}))::text`
  const { _max } = await tx.financingNeed.aggregate({ where: { districtId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** Banks of the district, by their ids. */
export const banksIn = (districtId: string, ids?: readonly string[]) => ({
  districtId,
  kind: 'BANK' as const,
  dissolvedOn: null,
  ...(ids && { id: { in: [...ids] } }),
})

/** Whose need it is, and the project it is for; err NOT_FOUND, FINANCING_ENTERPRISE_MISSING, FINANCING_PROJECT_OTHER. */
export async function aboutOf(tx: Tx, actor: Actor, input: Pick<NeedFileInput, 'projectId' | 'enterpriseId'>) {
  const project = input.projectId
    ? await tx.project.findFirst({
        where: { AND: [visibleProjects(actor), { id: input.projectId }] },
        select: { id: true, enterpriseId: true },
      })
    : null
  if (input.projectId && !project) return err({ code: 'NOT_FOUND' })
  const said = actor.role === 'CONTACT' ? actor.enterpriseId : (input.enterpriseId ?? project?.enterpriseId ?? null)
  const enterprise = said
    ? await tx.enterprise.findFirst({
        where: { id: said, districtId: actor.districtId },
        select: { id: true, name: true },
      })
    : null
  if (!enterprise) return err({ code: 'FINANCING_ENTERPRISE_MISSING', field: 'enterpriseId' })
  if (project && project.enterpriseId !== enterprise.id)
    return err({ code: 'FINANCING_PROJECT_OTHER', field: 'projectId', name: enterprise.name })
  return ok({ enterprise, projectId: project?.id ?? null })
}

/** What is applied for and what is owed already; err FINANCING_AMOUNT_MISSING, FINANCING_LIKELY_YUAN. */
export function amountsOf(
  input: Pick<NeedFileInput, 'amountWan' | 'loansWan' | 'confirm'>,
): Result<{ amountFen: bigint; loansFen: bigint | null }> {
  const amountFen = fenOfWan(input.amountWan) ?? 0n
  const loansFen = input.loansWan ? fenOfWan(input.loansWan) : null
  const doubtLoans = (confirm: string | undefined) =>
    loansFen === null ? null : doubtAmount(loansFen, 'loansWan', confirm)
  const askLoans = doubtLoans(input.confirm)
  // The loans are asked about last: who answered that has answered for the amount before.
  const askAmount =
    doubtLoans(undefined) !== null && askLoans === null ? null : doubtAmount(amountFen, 'amountWan', input.confirm)
  const wrong = gathered(
    amountFen > 0n ? null : { code: 'FINANCING_AMOUNT_MISSING', field: 'amountWan' },
    askAmount ?? askLoans,
  )
  return wrong ? err(wrong) : ok({ amountFen, loansFen })
}

/** The upgrade a need is to pay for; err FINANCING_UPGRADE_OTHER where it is not the enterprise's or out of sight. */
async function upgradeOf(tx: Tx, actor: Actor, enterpriseId: string, id: string | undefined) {
  if (!id) return ok(null)
  const upgrade = await tx.upgradeProject.findFirst({
    where: { AND: [{ id, enterpriseId, state: { not: 'WITHDRAWN' } }, visibleUpgrades(actor)] },
    select: { id: true },
  })
  return upgrade ? ok(upgrade.id) : err({ code: 'FINANCING_UPGRADE_OTHER' })
}

/**
 * Files what an enterprise wants to borrow 填报: the parts about itself and its project come from the registers.
 *
 * @returns err NOT_FOUND, FINANCING_ENTERPRISE_MISSING, FINANCING_PROJECT_OTHER, FINANCING_AMOUNT_MISSING,
 *          FINANCING_LIKELY_YUAN (asked, and answered by a tick), FINANCING_UPGRADE_OTHER, FORBIDDEN
 */
export const fileNeed = write('financing.file', async (tx, actor, input: NeedFileInput, today) => {
  const { districtId } = actor
  const about = await aboutOf(tx, actor, input)
  if (!about.ok) return about
  const { enterprise, projectId } = about.value
  const amounts = amountsOf(input)
  if (!amounts.ok) return amounts
  const { amountFen, loansFen } = amounts.value
  const upgrade = await upgradeOf(tx, actor, enterprise.id, input.upgradeId)
  if (!upgrade.ok) return upgrade
  const wanted = await tx.org.findMany({ where: banksIn(districtId, input.banks), select: { id: true } })
  const number = await nextNeedNumber(tx, districtId)
  const day = toDb(today)
  const need = await tx.financingNeed.create({
    data: {
      districtId,
      number,
      enterpriseId: enterprise.id,
      projectId,
      upgradeId: upgrade.value,
      purpose: input.purpose,
      amountFen,
      months: input.months,
      rateCeilingBp: input.rate ?? null,
      collateral: input.collateral,
      collateralText: input.collateralText || null,
      loansFen,
      loansBank: input.loansBank || null,
      wantedBankIds: wanted.map(({ id }) => id),
      contactName: input.contactName,
      contactPhone: input.contactPhone,
      channel: input.channel ?? (actor.role === 'CONTACT' ? 'OTHER' : 'OFFICE'),
      filedOn: day,
      filedById: actor.personId,
      moves: { create: { kind: 'FILE', to: 'FILED', on: day, actorId: actor.userId } },
    },
  })
  return ok({
    value: { needId: need.id },
    subject: need.id,
    projectId: projectId ?? undefined,
    detail: { number, name: enterprise.name, amountFen: amountFen.toString() },
  })
})

const held = {
  id: true,
  version: true,
  number: true,
  state: true,
  districtId: true,
  enterpriseId: true,
  projectId: true,
  amountFen: true,
  rateCeilingBp: true,
  offers: { select: { id: true, bankId: true, state: true, grantedFen: true } },
} as const

/**
 * Locks a need of the actor's sight; whoever had it recommended and lost the enterprise's consent is told so.
 *
 * @returns err NOT_FOUND, FINANCING_CONSENT_GONE, FORBIDDEN, CONFLICT with the version now
 */
export async function lockNeed(
  tx: Tx,
  actor: Actor,
  action: Action,
  needId: string,
  version: number | null,
  today: PlainDate,
) {
  await tx.$queryRaw`SELECT 1 FROM "FinancingNeed" WHERE id = ${needId}::uuid FOR UPDATE`
  const need = await tx.financingNeed.findFirst({
    where: { AND: [{ id: needId }, financingVisible(actor, today)] },
    select: held,
  })
  if (!need) {
    const { districtId, orgId, role } = actor
    const known =
      role === 'BANK' && orgId
        ? await tx.financingOffer.count({ where: { needId, bankId: orgId, need: { districtId } } })
        : 0
    return err({ code: known > 0 ? 'FINANCING_CONSENT_GONE' : 'NOT_FOUND' })
  }
  const scope = {
    districtId: need.districtId,
    stewardId: null,
    leaderId: null,
    taskforceId: null,
    streetId: null,
    enterpriseId: need.enterpriseId,
    agencyIds: [],
  }
  if (!allows(actor, action, scope)) return err({ code: 'FORBIDDEN', action })
  if (version !== null && need.version !== version) return err({ code: 'CONFLICT', version: need.version })
  return ok(need)
}
type Held = Extract<Awaited<ReturnType<typeof lockNeed>>, { ok: true }>['value']

/** Writes the state of a need and a line of its history. */
export async function recordStep(
  tx: Tx,
  actor: Actor,
  need: Pick<Held, 'id'>,
  step: Readonly<{
    kind: FinancingMoveKind
    to: FinancingState
    on: PlainDate
    text?: string | null
    offerId?: string | null
    bankId?: string | null
    fen?: bigint | null
    reason?: FinancingReason | null
    until?: PlainDate
    changes?: readonly NeedChange[]
    undo?: Readonly<Record<string, unknown>>
  }>,
) {
  const { kind, to, on, text, offerId, bankId, fen, reason, until, changes, undo } = step
  await tx.financingNeed.update({
    where: { id: need.id },
    data: { state: to, version: { increment: 1 }, ...(kind === 'WITHDRAW' && { withdrawnOn: toDb(on) }) },
  })
  await tx.financingMove.create({
    data: {
      needId: need.id,
      kind,
      to,
      text: text || null,
      fen: fen ?? null,
      reason: reason ?? null,
      until: dbDayOrNull(until),
      ...(changes && { changes: changes as unknown as Prisma.InputJsonValue }),
      ...(undo && { undo: undo as Prisma.InputJsonValue }),
      on: toDb(on),
      offerId: offerId ?? null,
      bankId: bankId ?? null,
      actorId: actor.userId,
    },
  })
}

const done = (need: Held, detail: Record<string, string | number | null>) =>
  ok({
    value: { needId: need.id },
    subject: need.id,
    projectId: need.projectId ?? undefined,
    detail: { number: need.number, ...detail },
  })

/**
 * Checks a need by the five standards 核验; with all five it may be recommended, and what fails one says why.
 *
 * An enterprise that is listed as dishonest or abnormal cannot pass.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINANCING_CHECKED, FINANCING_DISHONEST, FINANCING_TEXT_MISSING
 */
export const checkNeed = write('financing.check', async (tx, actor, input: NeedCheckInput, today) => {
  const locked = await lockNeed(tx, actor, 'financing.check', input.needId, input.version, today)
  if (!locked.ok) return locked
  const need = locked.value
  if (need.state !== 'FILED' && need.state !== 'UNQUALIFIED' && need.state !== 'CHECKED')
    return err({ code: 'FINANCING_CHECKED' })
  const credit = await tx.enterpriseCredit.findUnique({
    where: { enterpriseId: need.enterpriseId },
    select: { dishonest: true, abnormal: true },
  })
  const passed = STANDARDS.every((standard) => input[standard])
  const wrong = gathered(
    input.credit && (credit?.dishonest || credit?.abnormal) ? { code: 'FINANCING_DISHONEST', field: 'credit' } : null,
    !passed && !input.text ? { code: 'FINANCING_CHECK_TEXT', field: 'text' } : null,
  )
  if (wrong) return err(wrong)
  const { lawful, premises, genuine, purpose, text } = input
  const day = toDb(today)
  await tx.financingCheck.create({
    data: {
      needId: need.id,
      lawful,
      premises,
      genuine,
      credit: input.credit,
      purpose,
      text: text || null,
      on: day,
      byId: actor.personId,
    },
  })
  const to = passed ? 'CHECKED' : 'UNQUALIFIED'
  await recordStep(tx, actor, need, { kind: 'CHECK', to, on: today, text })
  return done(need, { before: need.state, after: to, ...(text && { reason: text }) })
})

/** A bank of the district that can be named; err FINANCING_BANK_MISSING. */
export async function bankOf(
  tx: Tx,
  districtId: string,
  id: string,
): Promise<Result<{ id: string; shortName: string }>> {
  const bank = await tx.org.findFirst({ where: banksIn(districtId, [id]), select: { id: true, shortName: true } })
  return bank ? ok(bank) : err({ code: 'FINANCING_BANK_MISSING', field: 'bankId' })
}

/**
 * Recommends a checked need to a bank 推荐; it sees nothing of it before the enterprise agrees.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINANCING_NOT_CHECKED, FINANCING_BANK_MISSING, FINANCING_RECOMMENDED
 */
export const recommendNeed = write('financing.recommend', async (tx, actor, input: NeedBankInput, today) => {
  const locked = await lockNeed(tx, actor, 'financing.recommend', input.needId, input.version, today)
  if (!locked.ok) return locked
  const need = locked.value
  if (need.state === 'FILED' || need.state === 'UNQUALIFIED' || need.state === 'WITHDRAWN')
    return err({ code: 'FINANCING_NOT_CHECKED' })
  const bank = await bankOf(tx, actor.districtId, input.bankId)
  if (!bank.ok) return bank
  const { id: bankId, shortName } = bank.value
  if (need.offers.some((offer) => offer.bankId === bankId))
    return err({ code: 'FINANCING_RECOMMENDED', field: 'bankId', name: shortName })
  const offer = await tx.financingOffer.create({
    data: { needId: need.id, bankId, recommendedOn: toDb(today) },
  })
  const to = needState(need.state, [...need.offers.map(({ state }) => state), 'RECOMMENDED'])
  await recordStep(tx, actor, need, { kind: 'RECOMMEND', to, on: today, offerId: offer.id, bankId })
  return done(need, { name: shortName, before: need.state, after: to })
})

/**
 * The enterprise lets one bank see one need until a day 授权; it holds from the bank's next request on.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINANCING_WITHDRAWN, FINANCING_BANK_MISSING, FINANCING_CONSENT_PAST,
 *          FINANCING_CONSENT_LONG
 */
export const consentNeed = write('financing.consent', async (tx, actor, input: NeedConsentInput, today) => {
  const locked = await lockNeed(tx, actor, 'financing.consent', input.needId, input.version, today)
  if (!locked.ok) return locked
  const need = locked.value
  if (need.state === 'WITHDRAWN') return err({ code: 'FINANCING_WITHDRAWN' })
  const bank = await bankOf(tx, actor.districtId, input.bankId)
  if (!bank.ok) return bank
  const latest = addMonths(today, CONSENT_MONTHS)
  if (input.expiresOn < today) return err({ code: 'FINANCING_CONSENT_PAST', field: 'expiresOn', today })
  if (input.expiresOn > latest) return err({ code: 'FINANCING_CONSENT_LONG', field: 'expiresOn', latest })
  const { id: bankId, shortName } = bank.value
  await tx.financingConsent.updateMany({
    where: { needId: need.id, bankId, withdrawnOn: null },
    data: { withdrawnOn: toDb(today) },
  })
  await tx.financingConsent.create({
    data: {
      needId: need.id,
      bankId,
      fromOn: toDb(today),
      expiresOn: toDb(input.expiresOn),
      givenById: actor.personId,
    },
  })
  await recordStep(tx, actor, need, { kind: 'CONSENT', to: need.state, on: today, bankId, until: input.expiresOn })
  return done(need, { name: shortName, after: input.expiresOn })
})

/**
 * The enterprise takes its word back 收回授权: the bank's next request shows nothing.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINANCING_NO_CONSENT
 */
export const revokeNeed = write('financing.revoke', async (tx, actor, input: NeedBankInput, today) => {
  const locked = await lockNeed(tx, actor, 'financing.revoke', input.needId, input.version, today)
  if (!locked.ok) return locked
  const need = locked.value
  const { count } = await tx.financingConsent.updateMany({
    where: { needId: need.id, bankId: input.bankId, withdrawnOn: null },
    data: { withdrawnOn: toDb(today) },
  })
  if (count === 0) return err({ code: 'FINANCING_NO_CONSENT' })
  const bank = await tx.org.findUniqueOrThrow({ where: { id: input.bankId }, select: { shortName: true } })
  await recordStep(tx, actor, need, { kind: 'REVOKE', to: need.state, on: today, bankId: input.bankId })
  return done(need, { name: bank.shortName })
})

/**
 * Takes a need back 企业撤回: banks that have it in hand stop, and see it no more. What is signed is not taken back.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINANCING_WITHDRAWN, FINANCING_SIGNED
 */
export const withdrawNeed = write('financing.withdraw', async (tx, actor, input: NeedWithdrawInput, today) => {
  const locked = await lockNeed(tx, actor, 'financing.withdraw', input.needId, input.version, today)
  if (!locked.ok) return locked
  const need = locked.value
  if (need.state === 'WITHDRAWN') return err({ code: 'FINANCING_WITHDRAWN' })
  if (need.offers.some(({ state }) => isGranted(state) && state !== 'GRANTED')) return err({ code: 'FINANCING_SIGNED' })
  const live = need.offers.filter(({ state }) => isLive(state)).map(({ id }) => id)
  await tx.financingOffer.updateMany({
    where: { id: { in: live } },
    data: { state: 'WITHDRAWN', version: { increment: 1 } },
  })
  await tx.financingConsent.updateMany({
    where: { needId: need.id, withdrawnOn: null },
    data: { withdrawnOn: toDb(today) },
  })
  await recordStep(tx, actor, need, { kind: 'WITHDRAW', to: 'WITHDRAWN', on: today, text: input.text })
  return done(need, { before: need.state, after: 'WITHDRAWN', reason: input.text })
})

/** Whether a role files needs for any enterprise, rather than its own. */
export const filesForAll = (actor: Actor): boolean => relationFor(actor.role, 'financing.file') === 'district'
