import { Lamp } from '@/components/level/lamp'
import { rateText } from '@/lib/domain/financing/money'
import type { OfferMoveKind } from '@/lib/domain/financing/offer'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { dutyText, leftText } from '@/lib/i18n/financing-text'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { FinancingDetail, OfferRow } from '@/lib/schemas/financing'
import { DecisionRuler } from './decision-ruler'
import { leftFor, OfferForms, TakeBackForm } from './offer-forms'

type Props = Readonly<{
  need: FinancingDetail
  formKey: () => string
  today: PlainDate
  locale: Locale
}>

/** A need at each of its banks: colour, 30 days, what is next, and each money level by itself. */
export function OfferLines({ need, formKey, today, locale }: Props) {
  const t = translator(locale)
  if (need.offers.length === 0) return <p className="py-2 text-ink-2">{t('financing.noBank')}</p>
  return need.offers.map((offer) => {
    const moves: readonly OfferMoveKind[] = need.moves[offer.id] ?? []
    return (
      <section key={offer.id} aria-label={offer.bank.name} className="border-b border-divider py-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Lamp level={offer.clock.level} t={t} />
          <b className="min-w-24">{offer.bank.name}</b>
          <span>{t(`financing.state.${offer.state}`)}</span>
          {offer.clock.used !== null && <DecisionRuler clock={offer.clock} t={t} />}
          <span className={`why-${offer.clock.level}`}>
            {dutyText(offer.clock.duty, today, t)} {leftText(offer.clock.duty, t)}
          </span>
        </div>
        <OfferFacts offer={offer} today={today} locale={locale} />
        {need.back.includes(offer.id) && <TakeBackForm key={offer.version} {...{ offer, formKey, t }} />}
        {moves.length > 0 && (
          <details className="no-print mt-1">
            <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
              {t('financing.bank.open', { name: offer.bank.name })}
            </summary>
            <div className="max-w-xl pt-2">
              <OfferForms key={offer.version} {...{ offer, moves, leftFen: leftFor(need, offer), formKey, today, t }} />
            </div>
          </details>
        )}
      </section>
    )
  })
}

/** What came of it, each level of money under its own name. */
export function OfferFacts({ offer, today, locale }: { offer: OfferRow; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const money = (fen: bigint | null) => (fen ? amountText(fen, locale) : null)
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('financing.column.granted'), money(offer.grantedFen)],
    [
      t('financing.column.rate'),
      offer.rateBp === null ? null : t('financing.rateOf', { rate: rateText(offer.rateBp) }),
    ],
    [t('financing.column.decidedOn'), offer.decidedOn && dayIn(offer.decidedOn, today)],
    [t('financing.column.signed'), money(offer.signedFen)],
    [t('financing.column.paidNew'), money(offer.paidNewFen)],
    [t('financing.column.paidRenewed'), money(offer.paidRenewedFen)],
    [
      t(offer.grantedFen === null ? 'financing.column.reason' : 'financing.column.lessReason'),
      offer.reason && t(`financing.reason.${offer.reason}`),
    ],
    [t('financing.form.text'), offer.reasonText],
    [t('financing.column.manager'), offer.manager],
  ]
  return (
    <dl className="flex flex-wrap gap-x-6">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="flex gap-2">
              <dt className="text-ink-2">{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
