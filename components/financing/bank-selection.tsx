import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dutyText, leftText } from '@/lib/i18n/financing-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { FinancingDetail } from '@/lib/schemas/financing'
import { leftFor, OfferForms, TakeBackForm } from './offer-forms'
import { OfferFacts } from './offer-lines'

/** The need a bank has open beside its list: where it stands, and its next step in one press. */
export function BankSelection({
  need,
  formKey,
  today,
  locale,
}: {
  need: FinancingDetail
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const [offer] = need.offers
  if (!offer) return null
  const { clock } = offer
  const moves = need.moves[offer.id] ?? []
  return (
    <section id="need" aria-label={need.enterprise.name}>
      <h2 className="border-b border-control pb-2 text-lg font-semibold">
        <Link href={`/financing/${need.id}`} className="hover:text-link">
          {need.project?.name ?? need.enterprise.name}
        </Link>
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 py-2">
        <Lamp level={clock.level} t={t} />
        <span className={`why-${clock.level}`}>
          {dutyText(clock.duty, today, t)} {leftText(clock.duty, t)}
        </span>
        {clock.used !== null && (
          <span className="text-sm text-ink-3">
            {clock.used > clock.limit
              ? t('financing.bank.over', { n: clock.used })
              : t('financing.bank.day', { n: clock.used, left: clock.limit - clock.used })}
          </span>
        )}
      </p>
      <OfferFacts offer={offer} today={today} locale={locale} />
      {need.back.includes(offer.id) && <TakeBackForm {...{ offer, formKey, t }} />}
      <OfferForms offer={offer} moves={moves} leftFen={leftFor(need, offer)} formKey={formKey} today={today} t={t} />
    </section>
  )
}
