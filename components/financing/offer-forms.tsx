import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import {
  acceptOffer,
  contactOffer,
  diligenceOffer,
  followOffer,
  grantOffer,
  payOffer,
  refuseOffer,
  signOffer,
  takeOfferBack,
  transferOffer,
} from '@/lib/actions/financing'
import type { FormAction } from '@/lib/actions/form-state'
import { leftToGrant } from '@/lib/domain/financing/money'
import { FINANCING_REASONS, PAYMENT_KINDS } from '@/lib/domain/financing/need'
import type { OfferMoveKind } from '@/lib/domain/financing/offer'
import { exactWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { FINANCING_TEXT_MAX, type FinancingDetail, type OfferRow } from '@/lib/schemas/financing'

const ACTIONS: Readonly<Record<OfferMoveKind, FormAction>> = {
  ACCEPT: acceptOffer,
  CONTACT: contactOffer,
  DILIGENCE: diligenceOffer,
  GRANT: grantOffer,
  REFUSE: refuseOffer,
  TRANSFER: transferOffer,
  SIGN: signOffer,
  PAY: payOffer,
  FOLLOW: followOffer,
}
/** The usual next step of each state; once it is contacted a bank decides, and what is paid out in full is followed up. */
function nextStep({ state, contactedOn, signedFen, paidNewFen, paidRenewedFen }: OfferRow): OfferMoveKind {
  if (state === 'RECOMMENDED') return 'ACCEPT'
  if (state === 'GRANTED') return 'SIGN'
  if (state === 'ACCEPTED' || state === 'DILIGENCE') return contactedOn === null ? 'CONTACT' : 'GRANT'
  return paidNewFen + paidRenewedFen < (signedFen ?? 0n) ? 'PAY' : 'FOLLOW'
}

const AMOUNT = { GRANT: 'granted', SIGN: 'signed', PAY: 'paid' } as const

type Props = Readonly<{
  offer: OfferRow
  moves: readonly OfferMoveKind[]
  /** What may still be granted, as far as the reader knows. */
  leftFen: bigint
  formKey: () => string
  today: PlainDate
  t: Translator
}>

/** What can be done with a need at a bank now: the usual next step lies open, the other answers fold away. */
export function OfferForms({ moves, ...rest }: Props) {
  const next = nextStep(rest.offer)
  const folded = moves.filter((move) => move !== next)
  return (
    <>
      {moves.includes(next) && <Move move={next} main {...rest} />}
      {folded.length > 0 && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {rest.t('financing.form.more')}
          </summary>
          <div className="mt-2">
            {folded.map((move) => (
              <Move key={move} move={move} {...rest} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}

/** What a bank may still grant of a need beside the others the reader sees. */
export const leftFor = ({ amountFen, offers }: FinancingDetail, offer: OfferRow): bigint =>
  leftToGrant(
    amountFen,
    offers.reduce(
      (sum, { id, state, grantedFen }) => (id === offer.id || state === 'WITHDRAWN' ? sum : sum + (grantedFen ?? 0n)),
      0n,
    ),
  )

/** Takes back what was recorded last, on the same day. */
export function TakeBackForm({ offer, formKey, t }: Pick<Props, 'offer' | 'formKey' | 't'>) {
  return (
    <Form
      action={takeOfferBack}
      formKey={formKey()}
      label={t('financing.takeBack.of', { bank: offer.bank.name })}
      className="no-print flex flex-wrap items-center gap-3 py-2"
    >
      <input type="hidden" name="offerId" value={offer.id} />
      <input type="hidden" name="version" value={offer.version} />
      <Submit quiet>{t('financing.takeBack.submit')}</Submit>
      <span className="text-sm text-ink-3">{t('financing.takeBack.hint')}</span>
    </Form>
  )
}

function Move({
  move,
  main = false,
  offer,
  leftFen,
  formKey,
  today,
  t,
}: Omit<Props, 'moves'> & { move: OfferMoveKind; main?: boolean }) {
  const asks = move === 'GRANT' || move === 'SIGN' || move === 'PAY' ? move : null
  const reasons = move === 'GRANT' || move === 'REFUSE' || move === 'TRANSFER'
  const says = move === 'DILIGENCE' || move === 'FOLLOW' || move === 'CONTACT'
  const left = (offer.signedFen ?? 0n) - offer.paidNewFen - offer.paidRenewedFen
  const initial = move === 'GRANT' ? leftFen : move === 'SIGN' ? (offer.grantedFen ?? 0n) : left
  return (
    <Form
      action={ACTIONS[move]}
      formKey={formKey()}
      label={t('financing.form.of', { move: t(`financing.move.${move}`), bank: offer.bank.name })}
      className="space-y-3 border-b border-divider py-4 first:pt-1 last:border-0"
    >
      <input type="hidden" name="offerId" value={offer.id} />
      <input type="hidden" name="version" value={offer.version} />
      {asks && (
        <div className="flex flex-wrap gap-3">
          <TextField
            name={`${AMOUNT[asks]}Wan`}
            label={t(`financing.form.${AMOUNT[asks]}`)}
            initial={initial > 0n ? exactWan(initial) : ''}
            inputMode="decimal"
            maxLength={24}
            className="min-w-0 flex-1 basis-36"
          />
          {move === 'GRANT' && (
            <TextField
              name="rate"
              label={t('financing.form.rate')}
              hint={t('financing.form.rateHint')}
              inputMode="decimal"
              maxLength={6}
              className="min-w-0 flex-1 basis-36"
            />
          )}
          {move !== 'GRANT' && (
            <TextField
              name="on"
              type="date"
              label={t('financing.form.on')}
              initial={today}
              max={today}
              className="min-w-0 flex-1 basis-36"
            />
          )}
        </div>
      )}
      {move === 'PAY' && (
        <Choice
          name="payment"
          label={t('financing.form.payment')}
          empty={t('financing.form.choose')}
          options={PAYMENT_KINDS.map((value) => ({ value, label: t(`financing.payment.${value}`) }))}
          className="max-w-80"
        />
      )}
      {reasons && (
        <Choice
          name="reason"
          label={t(move === 'GRANT' ? 'financing.form.reasonLess' : 'financing.form.reason')}
          empty={t('financing.form.choose')}
          options={FINANCING_REASONS.map((value) => ({ value, label: t(`financing.reason.${value}`) }))}
          className="max-w-80"
        />
      )}
      {(says || reasons) && (
        <TextArea
          name="text"
          label={t(
            says ? 'financing.form.note' : move === 'GRANT' ? 'financing.form.text' : 'financing.form.textOther',
          )}
          rows={2}
          maxLength={FINANCING_TEXT_MAX}
        />
      )}
      <Submit quiet={!main}>{t(`financing.submit.${move}`)}</Submit>
    </Form>
  )
}
