import { BankNeeds, BankUnpaid, BankYear } from '@/components/financing/bank-needs'
import { BankSelection } from '@/components/financing/bank-selection'
import { BankViewFacts } from '@/components/financing/bank-view'
import { Figures, TwoColumns } from '@/components/today/headline'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadBankDay } from '@/lib/data/bank-day'
import { listIntents } from '@/lib/data/intent-list'
import { longDay } from '@/lib/i18n/day'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { bankAddress } from '@/lib/schemas/financing'
import { intentFilter } from '@/lib/schemas/intent'
import { EventLines } from './event-lines'
import type { TodayProps } from './props'

/** Working days before the end of the 30 that count as soon. */
const SOON = 3

/** A bank's day: the needs that wait for it by the days that are left, one of them open beside the list. */
export async function BankToday({ actor, locale, search }: TodayProps) {
  const t = translator(locale)
  const today = businessDay()
  const { need } = bankAddress.parse(search)
  const [day, intents] = await Promise.all([
    loadBankDay(actor, need, today),
    listIntents(actor, intentFilter.parse({})),
  ])
  const { rows, unpaid, detail } = day
  const running = rows.flatMap(({ offer }) => offer.clock.duty ?? [])
  const late = running.filter((duty) => (duty.late ?? 0) > 0).length
  const soon = running.filter(
    ({ what, late: over }) => what === 'DECIDE' && over !== null && over <= 0 && -over <= SOON,
  ).length
  const figures = [
    { n: rows.length, text: t('financing.bank.headline', { n: rows.length }), href: '/financing' },
    { n: late, text: t('financing.bank.late', { n: late }), href: '/financing?late=1' },
    { n: soon, text: t('financing.bank.soon', { n: soon }), href: '/financing/results?view=waiting' },
  ] as const
  return (
    <TwoColumns
      aside={
        detail && (
          <>
            <BankSelection
              key={`${detail.id} ${detail.version}`}
              need={detail}
              formKey={() => issueFormKey(actor.userId)}
              today={today}
              locale={locale}
            />
            <section className="pt-6" aria-label={t('financing.bank.agreed')}>
              <h2 className="mb-1 text-lg font-semibold">
                {t('financing.bank.agreed')}
                {detail.offers[0]?.consentUntil && (
                  <span className="ml-3 text-xs font-normal text-ink-3">
                    {t('financing.bank.until', { day: detail.offers[0].consentUntil.slice(5) })}
                  </span>
                )}
              </h2>
              <BankViewFacts view={detail.view} today={today} locale={locale} />
            </section>
          </>
        )
      }
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-3">
        <h1 className="text-2xl font-semibold">
          {rows.length === 0 ? t('financing.bank.none') : <Figures figures={figures} locale={locale} />}
        </h1>
        <span className="text-ink-2">{longDay(today, locale)}</span>
      </header>
      <BankNeeds rows={rows} chosen={detail?.id ?? null} today={today} locale={locale} />
      <BankYear year={day.year} locale={locale} />
      {/* Meant is neither granted nor paid: it has a page of its own, and stands in no sum here. */}
      <p className="pt-3">
        <Link href="/services/appeals/credit" className="inline-flex items-center text-link max-sm:min-h-11">
          {t('intent.title')}
        </Link>
        <span className="ml-3 text-ink-2">
          {t('intent.total', { n: intents.total, sum: amountText(intents.sumFen, locale) })}
        </span>
      </p>
      <BankUnpaid rows={unpaid} today={today} locale={locale} />
      <EventLines actor={actor} locale={locale} />
    </TwoColumns>
  )
}
