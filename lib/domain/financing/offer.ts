import type { PlainDate } from '../plain-date'
import { err, gathered, ok, type Result } from '../result'
import { checkGrant, leftToGrant, rateText } from './money'
import type { FinancingReason, FinancingState, PaymentKind } from './need'

/** What a bank, or the office for it, does with a need 银行办理. */
export const OFFER_MOVES = [
  'ACCEPT', // 接下
  'CONTACT', // 首次联系
  'DILIGENCE', // 尽调进展
  'GRANT', // 授信
  'REFUSE', // 拒绝
  'TRANSFER', // 转他行
  'SIGN', // 签约
  'PAY', // 放款
  'FOLLOW', // 跟踪
] as const
export type OfferMoveKind = (typeof OFFER_MOVES)[number]

/** A need at one bank as far as its moves depend on it. 分 */
export type Offer = Readonly<{
  state: FinancingState
  recommendedOn: PlainDate
  acceptedOn: PlainDate | null
  contactedOn: PlainDate | null
  grantedFen: bigint | null
  signedFen: bigint | null
  /** Paid out so far, new and renewed. */
  paidFen: bigint
}>

export type OfferMove = Readonly<{
  kind: OfferMoveKind
  on: PlainDate
  fen?: bigint | null
  rateBp?: number | null
  reason?: FinancingReason | null
  text?: string | null
  payment?: PaymentKind | null
}>

/** What of an offer a move changes. */
export type OfferChange = Readonly<{
  state: FinancingState
  acceptedOn?: PlainDate
  contactedOn?: PlainDate
  diligenceOn?: PlainDate
  decidedOn?: PlainDate
  grantedFen?: bigint
  rateBp?: number
  signedOn?: PlainDate
  signedFen?: bigint
  reason?: FinancingReason | null
  reasonText?: string | null
}>

const FROM: Readonly<Record<OfferMoveKind, readonly FinancingState[]>> = {
  ACCEPT: ['RECOMMENDED'],
  CONTACT: ['ACCEPTED'],
  DILIGENCE: ['ACCEPTED', 'DILIGENCE'],
  GRANT: ['ACCEPTED', 'DILIGENCE'],
  REFUSE: ['ACCEPTED', 'DILIGENCE'],
  TRANSFER: ['RECOMMENDED', 'ACCEPTED', 'DILIGENCE'],
  SIGN: ['GRANTED'],
  PAY: ['SIGNED', 'PAID', 'FOLLOWED'],
  FOLLOW: ['PAID', 'FOLLOWED'],
}

/** Moves a bank may make now; a first contact is made once. */
export const offerMoves = ({ state, contactedOn }: Pick<Offer, 'state' | 'contactedOn'>): readonly OfferMoveKind[] =>
  OFFER_MOVES.filter((kind) => FROM[kind].includes(state) && !(kind === 'CONTACT' && contactedOn !== null))

const positive = (fen: bigint | null | undefined): boolean => fen !== null && fen !== undefined && fen > 0n

/**
 * Where a move takes a need at a bank, or why it cannot.
 *
 * Two banks may grant the same need only up to what was applied for; what is granted in part, refused or passed on says why.
 *
 * @param need what was applied for, at which rate at most, and what other banks have granted of it
 * @returns err FINANCING_MOVE_ILLEGAL; then FINANCING_DAY_BACK, FINANCING_AMOUNT_MISSING, FINANCING_RATE_MISSING,
 *          FINANCING_REASON_MISSING, FINANCING_TEXT_MISSING, FINANCING_OVER_APPLIED, FINANCING_OVER_NEED,
 *          FINANCING_OVER_GRANTED, FINANCING_OVER_SIGNED, FINANCING_PAYMENT_MISSING, FINANCING_RATE_OVER
 * @source other-mechanisms §5
 * @example moveOffer(offer, { kind: 'GRANT', on, fen, rateBp: 345 }, { appliedFen, othersFen: 0n })
 */
export function moveOffer(
  offer: Offer,
  move: OfferMove,
  need: Readonly<{ appliedFen: bigint; othersFen: bigint; rateCeilingBp?: number | null; hidesOthers?: boolean }>,
): Result<OfferChange> {
  const { kind, on } = move
  if (!offerMoves(offer).includes(kind)) return err({ code: 'FINANCING_MOVE_ILLEGAL', move: kind, state: offer.state })
  const text = move.text?.trim() || null
  const amount = positive(move.fen) ? (move.fen ?? null) : null
  // What others have granted already need not be explained; a bank does not know of it.
  const whole = need.hidesOthers ? need.appliedFen : leftToGrant(need.appliedFen, need.othersFen)
  const short = kind === 'GRANT' && amount !== null && amount < whole
  const why = kind === 'REFUSE' || kind === 'TRANSFER' || short
  // Dearer than the enterprise said it would take: whoever grants it says what was agreed.
  const dear = kind === 'GRANT' && need.rateCeilingBp != null && (move.rateBp ?? 0) > need.rateCeilingBp
  const grant = kind === 'GRANT' && amount !== null ? checkGrant(need, amount) : ok(0n)
  const money = kind === 'GRANT' ? 'grantedWan' : kind === 'SIGN' ? 'signedWan' : 'paidWan'
  const asks = kind === 'GRANT' || kind === 'SIGN' || kind === 'PAY'
  const wrong = gathered(
    on < offer.recommendedOn ? { code: 'FINANCING_DAY_BACK', field: 'on', recommendedOn: offer.recommendedOn } : null,
    asks && amount === null ? { code: 'FINANCING_AMOUNT_MISSING', field: money } : null,
    kind === 'GRANT' && !move.rateBp ? { code: 'FINANCING_RATE_MISSING', field: 'rate' } : null,
    why && !move.reason
      ? { code: short ? 'FINANCING_LESS_REASON' : 'FINANCING_REASON_MISSING', field: 'reason' }
      : null,
    why && move.reason === 'OTHER' && !text ? { code: 'FINANCING_TEXT_MISSING', field: 'text' } : null,
    kind === 'FOLLOW' && !text ? { code: 'FINANCING_TEXT_MISSING', field: 'text' } : null,
    grant.ok ? null : grant.error,
    dear && !text ? { code: 'FINANCING_RATE_OVER', field: 'text', ceiling: rateText(need.rateCeilingBp ?? 0) } : null,
    kind === 'SIGN' && amount !== null && amount > (offer.grantedFen ?? 0n)
      ? { code: 'FINANCING_OVER_GRANTED', field: money, grantedFen: String(offer.grantedFen ?? 0n) }
      : null,
    kind === 'PAY' && amount !== null && offer.paidFen + amount > (offer.signedFen ?? 0n)
      ? {
          code: 'FINANCING_OVER_SIGNED',
          field: money,
          signedFen: String(offer.signedFen ?? 0n),
          paidFen: String(offer.paidFen),
        }
      : null,
    kind === 'PAY' && !move.payment ? { code: 'FINANCING_PAYMENT_MISSING', field: 'payment' } : null,
  )
  if (wrong) return err(wrong)
  const reasoned = { reason: move.reason ?? null, reasonText: text }
  switch (kind) {
    case 'ACCEPT':
      return ok({ state: 'ACCEPTED', acceptedOn: on })
    case 'CONTACT':
      return ok({ state: 'ACCEPTED', contactedOn: on })
    case 'DILIGENCE':
      return ok({
        state: 'DILIGENCE',
        // Whoever looks into it has spoken to the enterprise.
        ...(offer.contactedOn === null && { contactedOn: on }),
        ...(offer.state === 'ACCEPTED' && { diligenceOn: on }),
      })
    case 'GRANT':
      return ok({
        state: 'GRANTED',
        decidedOn: on,
        grantedFen: amount ?? 0n,
        rateBp: move.rateBp ?? 0,
        ...(short ? reasoned : { reason: null, reasonText: dear ? text : null }),
        ...(offer.contactedOn === null && { contactedOn: on }),
      })
    case 'REFUSE':
      return ok({ state: 'REFUSED', decidedOn: on, ...reasoned })
    case 'TRANSFER':
      return ok({ state: 'TRANSFERRED', decidedOn: on, ...reasoned })
    case 'SIGN':
      return ok({ state: 'SIGNED', signedOn: on, signedFen: amount ?? 0n })
    case 'PAY':
      return ok({ state: offer.state === 'FOLLOWED' ? 'FOLLOWED' : 'PAID' })
    case 'FOLLOW':
      return ok({ state: 'FOLLOWED' })
  }
}
