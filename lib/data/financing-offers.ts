import 'server-only'
import type { Action, Actor } from '@/lib/domain/access'
import { doubtAmount } from '@/lib/domain/financing/money'
import { needState } from '@/lib/domain/financing/need'
import { moveOffer, type OfferMove, type OfferMoveKind } from '@/lib/domain/financing/offer'
import { fenOfWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, gathered, ok, type Result } from '@/lib/domain/result'
import type { OfferMoveInput } from '@/lib/schemas/financing'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import type { Tx } from './db'
import { offerBefore } from './financing-restore'
import { offerColumns, offerOf } from './financing-rows'
import type { MoveUndo } from './financing-undo'
import { consentOn } from './financing-visible'
import { lockNeed, recordStep } from './financing-writes'
import { write } from './write'

const day = (on: PlainDate | undefined) => (on ? { set: toDb(on) } : undefined)

type Moved = Readonly<{
  needId: string
  projectId: string | null
  number: number
  bank: string
  before: string
  after: string
}>

/**
 * Makes one move of a need at a bank inside a transaction: consent, version, `moveOffer`, then the state of the need.
 *
 * @param version what the writer saw; null for a row of a workbook, whose own check comes before
 * @returns err NOT_FOUND, FINANCING_CONSENT_GONE (the bank), FINANCING_NO_CONSENT (the office for it), CONFLICT, FORBIDDEN, and
 *          what `moveOffer` refuses
 */
export async function makeOfferMove(
  tx: Tx,
  actor: Actor,
  action: Action,
  about: Readonly<{ offerId: string; version: number | null }>,
  move: OfferMove,
  today: PlainDate,
): Promise<Result<Moved>> {
  const mine: Prisma.FinancingOfferWhereInput = actor.role === 'BANK' ? { bankId: actor.orgId ?? actor.districtId } : {}
  const found = await tx.financingOffer.findFirst({
    where: { AND: [{ id: about.offerId, need: { districtId: actor.districtId } }, mine] },
    select: { needId: true },
  })
  if (!found) return err({ code: 'NOT_FOUND' })
  const locked = await lockNeed(tx, actor, action, found.needId, null, today)
  if (!locked.ok) return locked
  const need = locked.value
  const record = await tx.financingOffer.findUniqueOrThrow({ where: { id: about.offerId }, select: offerColumns })
  if (about.version !== null && record.version !== about.version)
    return err({ code: 'CONFLICT', version: record.version })
  const consents = await tx.financingConsent.count({
    where: { needId: need.id, bankId: record.bankId, ...consentOn(today) },
  })
  if (consents === 0) return err({ code: 'FINANCING_NO_CONSENT', name: record.bank.shortName })
  const others = need.offers.filter(({ id }) => id !== record.id)
  const othersFen = others.reduce(
    (sum, { grantedFen, state }) => sum + (state === 'WITHDRAWN' ? 0n : (grantedFen ?? 0n)),
    0n,
  )
  const moved = moveOffer(offerOf(record), move, {
    appliedFen: need.amountFen,
    othersFen,
    rateCeilingBp: need.rateCeilingBp,
    // What other banks give an enterprise is not a bank's to know.
    hidesOthers: actor.role === 'BANK',
  })
  if (!moved.ok) return moved
  const { state, acceptedOn, contactedOn, diligenceOn, decidedOn, signedOn, ...rest } = moved.value
  await tx.financingOffer.update({
    where: { id: record.id },
    data: {
      ...rest,
      state,
      acceptedOn: day(acceptedOn),
      contactedOn: day(contactedOn),
      diligenceOn: day(diligenceOn),
      decidedOn: day(decidedOn),
      signedOn: day(signedOn),
      version: { increment: 1 },
      ...(actor.role === 'BANK' && record.managerName === null && { managerName: actor.name }),
    },
  })
  const payment =
    move.kind === 'PAY'
      ? await tx.financingPayment.create({
          data: {
            offerId: record.id,
            kind: move.payment ?? 'NEW',
            fen: move.fen ?? 0n,
            on: toDb(move.on),
            actorId: actor.userId,
          },
          select: { id: true },
        })
      : null
  const undo: MoveUndo = {
    day: today,
    needBefore: need.state,
    before: offerBefore(record),
    paymentId: payment?.id ?? null,
  }
  const to = needState(need.state, [...others.map((other) => other.state), state])
  const { kind, on, text, fen, reason } = move
  await recordStep(tx, actor, need, {
    kind,
    to,
    on,
    text,
    fen,
    reason,
    offerId: record.id,
    bankId: record.bankId,
    undo,
  })
  const { number, projectId } = need
  return ok({ needId: need.id, projectId, number, bank: record.bank.shortName, before: record.state, after: state })
}

const fenIn = (wan: string | undefined): bigint | null => (wan ? fenOfWan(wan) : null)

/** A move of a bank as a write. */
const moving = (action: Action, kind: OfferMoveKind) =>
  write(action, async (tx, actor, input: OfferMoveInput, today) => {
    const [field, wan] =
      kind === 'GRANT'
        ? ['grantedWan', input.grantedWan]
        : kind === 'SIGN'
          ? ['signedWan', input.signedWan]
          : ['paidWan', input.paidWan]
    const fen = kind === 'GRANT' || kind === 'SIGN' || kind === 'PAY' ? fenIn(wan) : null
    const on = input.on ?? today
    const wrong = gathered(
      on > today ? { code: 'FUTURE_DATE', on, today } : null,
      fen === null ? null : doubtAmount(fen, field ?? 'grantedWan', input.confirm),
    )
    if (wrong) return err(wrong)
    const { rate, reason, payment, text } = input
    const move = { kind, on, fen, rateBp: rate ?? null, reason: reason ?? null, payment: payment ?? null, text }
    const made = await makeOfferMove(tx, actor, action, input, move, today)
    if (!made.ok) return made
    const { needId, projectId, number, bank, before, after } = made.value
    return ok({
      value: { needId },
      subject: needId,
      projectId: projectId ?? undefined,
      detail: {
        number,
        name: bank,
        before,
        after,
        ...(fen && { amountFen: fen.toString() }),
        ...(reason && { reason }),
      },
    })
  })

/** A bank takes a need on 受理: its 30 days begin. @returns as `makeOfferMove` */
export const acceptOffer = moving('financing.accept', 'ACCEPT')

/** It has spoken to the enterprise 首次联系. @returns as `makeOfferMove` */
export const contactOffer = moving('financing.contact', 'CONTACT')

/** How far its look into it is 尽调进展. @returns as `makeOfferMove` */
export const diligenceOffer = moving('financing.diligence', 'DILIGENCE')

/** It grants 授信; less than was applied for says why. @returns as `makeOfferMove`, and FINANCING_LIKELY_YUAN */
export const grantOffer = moving('financing.grant', 'GRANT')

/** It refuses 拒绝, with a reason by its code. @returns as `makeOfferMove` */
export const refuseOffer = moving('financing.refuse', 'REFUSE')

/** It passes the need on to another bank 转他行: the office recommends it again. @returns as `makeOfferMove` */
export const transferOffer = moving('financing.transfer', 'TRANSFER')

/** The contract is signed 签约. @returns as `makeOfferMove`, and FINANCING_LIKELY_YUAN */
export const signOffer = moving('financing.sign', 'SIGN')

/** Money is paid out 放款, new or an old loan anew. @returns as `makeOfferMove`, and FINANCING_LIKELY_YUAN */
export const payOffer = moving('financing.pay', 'PAY')

/** What became of the money 跟踪. @returns as `makeOfferMove` */
export const followOffer = moving('financing.follow', 'FOLLOW')
