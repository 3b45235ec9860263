import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { fenOfWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { canInterest, canPush, checkParty, movePromotion, stateByParties } from '@/lib/domain/promotion'
import { err, ok, type Result } from '@/lib/domain/result'
import type { PartyEntry, PromotionMoving, PromotionProposal, PromotionPushing } from '@/lib/schemas/promotion'
import type { PromotionState } from '@/prisma/generated/client'
import { dayOrNull, dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { partyColumns, visiblePromotions } from './promotion-rows'
import { visibleProjects } from './visible'
import { write } from './write'

const step = (
  tx: Tx,
  actor: Actor,
  promotionId: string,
  { kind, to, text }: Readonly<{ kind: string; to: PromotionState; text?: string | null }>,
  today: PlainDate,
) =>
  tx.promotionMove.create({
    data: { promotionId, kind, to, text: text || null, on: toDb(today), actorId: actor.userId },
  })

const fenOrNull = (wan: string): bigint | null => (wan === '' ? null : fenOfWan(wan))

/**
 * Proposes a project to private capital 拟推介. What it costs is said only where somebody states it.
 *
 * @returns err NOT_FOUND, PROJECT_NOT_ACTIVE, PROMOTION_KNOWN, PROMOTION_SOUGHT_OVER
 */
export const proposePromotion = write('promotion.propose', async (tx, actor, input: PromotionProposal, today) => {
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${input.projectId}::uuid FOR UPDATE`
  const project = await tx.project.findFirst({
    where: { AND: [{ id: input.projectId }, visibleProjects(actor)] },
    select: {
      id: true,
      name: true,
      status: true,
      promotions: { where: { state: { not: 'WITHDRAWN' } }, select: { id: true } },
    },
  })
  if (!project) return err({ code: 'NOT_FOUND' })
  if (project.status !== 'ACTIVE') return err({ code: 'PROJECT_NOT_ACTIVE' })
  if (project.promotions.length > 0) return err({ code: 'PROMOTION_KNOWN', field: 'projectId' })
  const [totalFen, soughtFen] = [fenOrNull(input.totalWan), fenOrNull(input.soughtWan)]
  if (totalFen !== null && soughtFen !== null && soughtFen > totalFen)
    return err({ code: 'PROMOTION_SOUGHT_OVER', field: 'soughtWan' })
  const { list, level, mode } = input
  const promotion = await tx.promotion.create({
    data: {
      districtId: actor.districtId,
      projectId: project.id,
      list,
      level,
      mode,
      totalFen,
      soughtFen,
      returns: input.returns || null,
      contact: input.contact || null,
      proposedOn: toDb(today),
    },
  })
  await step(tx, actor, promotion.id, { kind: 'PROPOSE', to: 'PROPOSED' }, today)
  return ok({
    value: { promotionId: promotion.id },
    subject: promotion.id,
    projectId: project.id,
    detail: { name: project.name, list, level },
  })
})

type Locked = Readonly<{ id: string; version: number; state: PromotionState; projectId: string }>

/** Locks a promotion of the actor's sight; err NOT_FOUND, CONFLICT with the version now. */
async function lockPromotion(
  tx: Tx,
  actor: Actor,
  { promotionId, version }: Pick<PromotionMoving, 'promotionId' | 'version'>,
): Promise<Result<Locked>> {
  await tx.$queryRaw`SELECT 1 FROM "Promotion" WHERE id = ${promotionId}::uuid FOR UPDATE`
  const promotion = await tx.promotion.findFirst({
    where: { AND: [{ id: promotionId }, visiblePromotions(actor)] },
    select: { id: true, version: true, state: true, projectId: true },
  })
  if (!promotion) return err({ code: 'NOT_FOUND' })
  return promotion.version === version ? ok(promotion) : err({ code: 'CONFLICT', version: promotion.version })
}

/** Reports a promotion to the province 报省, or takes it back. @returns err NOT_FOUND, CONFLICT, PROMOTION_MOVE_ILLEGAL, PROMOTION_WHY_MISSING */
export const changePromotion = write('promotion.move', async (tx, actor, input: PromotionMoving, today) => {
  const locked = await lockPromotion(tx, actor, input)
  if (!locked.ok) return locked
  const { id, state, projectId } = locked.value
  const moved = movePromotion(state, input)
  if (!moved.ok) return moved
  await tx.promotion.update({ where: { id }, data: { state: moved.value, version: { increment: 1 } } })
  await step(tx, actor, id, { kind: input.kind, to: moved.value, text: input.text }, today)
  return ok({ value: { promotionId: id }, subject: id, projectId, detail: { before: state, after: moved.value } })
})

/**
 * Writes down who is interested, with what he intends, signed for and paid in; the same name again brings it up to date. The
 * promotion stands where its parties are.
 *
 * @returns err NOT_FOUND, CONFLICT, PROMOTION_NOT_LISTED, FUTURE_DATE, and what `checkParty` refuses
 */
export const recordParty = write('promotion.party', async (tx, actor, input: PartyEntry, today) => {
  const locked = await lockPromotion(tx, actor, input)
  if (!locked.ok) return locked
  const { id, state, projectId } = locked.value
  if (!canInterest(state)) return err({ code: 'PROMOTION_NOT_LISTED' })
  if (input.on > today) return err({ code: 'FUTURE_DATE', on: input.on, today })
  const money = checkParty(
    {
      intendedFen: fenOrNull(input.intendedWan),
      signedFen: fenOrNull(input.signedWan),
      signedOn: input.signedOn ?? null,
      paidFen: fenOrNull(input.paidWan),
      paidOn: input.paidOn ?? null,
    },
    today,
  )
  if (!money.ok) return money
  const { intendedFen, signedFen, paidFen } = money.value
  const values = {
    on: toDb(input.on),
    intendedFen,
    signedFen,
    signedOn: dbDayOrNull(money.value.signedOn),
    paidFen,
    paidOn: dbDayOrNull(money.value.paidOn),
  }
  await tx.promotionParty.upsert({
    where: { promotionId_name: { promotionId: id, name: input.name } },
    create: { promotionId: id, name: input.name, ...values },
    update: { ...values, version: { increment: 1 } },
  })
  const parties = await tx.promotionParty.findMany({ where: { promotionId: id }, select: partyColumns })
  const after = stateByParties(
    state,
    parties.map((party) => ({ ...party, signedOn: dayOrNull(party.signedOn), paidOn: dayOrNull(party.paidOn) })),
  )
  await tx.promotion.update({ where: { id }, data: { state: after, version: { increment: 1 } } })
  await step(tx, actor, id, { kind: 'PARTY', to: after, text: input.name }, today)
  return ok({
    value: { promotionId: id },
    subject: id,
    projectId,
    detail: {
      name: input.name,
      before: state,
      after,
      intendedFen: intendedFen?.toString() ?? null,
      signedFen: signedFen?.toString() ?? null,
      paidFen: paidFen?.toString() ?? null,
    },
  })
})

/**
 * Writes down a push of several projects onto a platform with the total its paper states 推介上平台. The total is the push's: it
 * is not divided among the projects, and none of them gets money from it.
 *
 * @returns err NOT_FOUND, FUTURE_DATE, PROMOTION_NOT_PUSHABLE, PUSH_STATED_MISSING
 */
export const pushPromotions = write('promotion.push', async (tx, actor, input: PromotionPushing, today) => {
  const ids = [...new Set(input.promotionIds)]
  await tx.$queryRaw`SELECT 1 FROM "Promotion" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const promotions = await tx.promotion.findMany({
    where: { AND: [{ id: { in: ids } }, visiblePromotions(actor)] },
    select: { id: true, state: true, pushedOn: true, project: { select: { name: true } } },
    orderBy: { id: 'asc' },
  })
  if (promotions.length !== ids.length) return err({ code: 'NOT_FOUND' })
  if (input.on > today) return err({ code: 'FUTURE_DATE', on: input.on, today })
  const wrong = promotions.find(({ state }) => !canPush(state))
  if (wrong) return err({ code: 'PROMOTION_NOT_PUSHABLE', name: wrong.project.name })
  const statedFen = fenOfWan(input.statedWan) ?? 0n
  if (statedFen <= 0n) return err({ code: 'PUSH_STATED_MISSING', field: 'statedWan' })
  const { level, platform } = input
  const push = await tx.promotionPush.create({
    data: {
      districtId: actor.districtId,
      on: toDb(input.on),
      level,
      platform,
      statedFen,
      note: input.note || null,
      pushedById: actor.personId,
      items: { create: ids.map((promotionId) => ({ promotionId })) },
    },
  })
  for (const { id, state, pushedOn } of promotions) {
    const after = canInterest(state) ? state : 'LISTED'
    await tx.promotion.update({
      where: { id },
      data: { state: after, pushedOn: pushedOn ?? toDb(input.on), version: { increment: 1 } },
    })
    await step(tx, actor, id, { kind: 'PUSH', to: after, text: platform }, today)
  }
  return ok({
    value: { pushId: push.id },
    subject: push.id,
    detail: { count: ids.length, level, platform, statedFen: statedFen.toString(), on: input.on },
  })
})
