import { notFound } from 'next/navigation'
import { BankViewFacts, Facts } from '@/components/financing/bank-view'
import { needsHref } from '@/components/financing/financing-link'
import { CheckForm, ConsentForms, RecommendForms, WithdrawForm } from '@/components/financing/need-forms'
import { NeedHistory } from '@/components/financing/need-history'
import { OfferLines } from '@/components/financing/offer-lines'
import { PaperConsents } from '@/components/financing/paper-consent'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findNeed } from '@/lib/data/financing-detail'
import { CONSENT_MONTHS } from '@/lib/data/financing-writes'
import { addMonths, earliest, yearOf, ymd } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { dutyText, leftText, paperAnswerText } from '@/lib/i18n/financing-text'
import { languageOf } from '@/lib/i18n/language-of'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { paperAddress } from '@/lib/schemas/financing'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('financing.title')

const h2 = 'border-b border-control pb-1 text-lg font-semibold'

export default async function NeedPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const need = isUuid(id) ? await findNeed(actor, id, today) : null
  if (!need) notFound()
  const t = translator(locale)
  const formKey = () => issueFormKey(actor.userId)
  const { may, view, duty } = need
  const left = leftText(duty, t)
  const { paper: became, ...typed } = paperAddress.parse(await searchParams)
  const papers = actor.role === 'OFFICE' && (need.paper || need.banks.some(({ paper }) => paper !== null))
  // The end of the year is what an enterprise usually means; near it, a year from today.
  const yearEnd = ymd(yearOf(today), 12, 31)
  const until =
    yearEnd > addMonths(today, 1) ? yearEnd : earliest(addMonths(today, CONSENT_MONTHS), addMonths(today, 6))
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link href={needsHref({})} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('financing.back')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <span>{t('financing.of', { n: need.number })}</span>
            <b className="text-ink">{t(`financing.state.${need.state}`)}</b>
            <span>{dayIn(need.filedOn, today)}</span>
            {need.amended > 0 && <span>{t('financing.amend.times', { n: need.amended })}</span>}
            {may.amend && (
              <Link
                href={`/financing/${id}/edit`}
                className="no-print inline-flex items-center text-link max-sm:min-h-11"
              >
                {t(need.state === 'UNQUALIFIED' ? 'financing.amend.againTitle' : 'financing.amend.title')}
              </Link>
            )}
          </p>
          <h1 className="mt-1 text-2xl font-semibold" lang={languageOf(need.enterprise.name, locale)}>
            {need.enterprise.name} {t(`financing.purpose.${view.purpose}`)} {amountText(need.amountFen, locale)}
          </h1>
          <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-lg">
            <Lamp level={need.level} size="m" t={t} />
            <span className={`why-${need.level}`}>
              {dutyText(duty, today, t)} {left}
            </span>
            {duty && (
              <span className="text-base text-ink-2">
                {t('financing.detail.whose')} <b className="text-ink">{t(`financing.owner.${duty.owner}`)}</b>
              </span>
            )}
          </div>
        </header>
        {may.check && (
          <section className="no-print pt-5" aria-label={t('financing.check.title')}>
            <h2 className={h2}>{t('financing.check.title')}</h2>
            {need.state === 'FILED' ? (
              <CheckForm key={need.version} need={need} formKey={formKey} t={t} />
            ) : (
              <details key={need.version}>
                <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                  {t('financing.check.again')}
                </summary>
                <CheckForm need={need} formKey={formKey} t={t} />
              </details>
            )}
          </section>
        )}
        {may.consent && (
          <section className="no-print pt-5" aria-label={t('financing.consent.title')}>
            <h2 className={h2}>{t('financing.consent.title')}</h2>
            <ConsentForms key={need.version} {...{ need, formKey, today, until, locale }} />
          </section>
        )}
        {papers && (
          <PaperConsents
            key={`paper ${need.version}`}
            need={need}
            answer={{
              ...typed,
              text: became ? paperAnswerText(became, today, locale) : null,
              good: became === 'KEPT',
            }}
            {...{ formKey, until, today, locale }}
          />
        )}
        <section className="pt-6" aria-label={t('financing.detail.banks')}>
          <h2 className={h2}>{t('financing.detail.banks')}</h2>
          <OfferLines need={need} formKey={formKey} today={today} locale={locale} />
        </section>
        {may.recommend && (
          <section className="no-print pt-6" aria-label={t('financing.match.title')}>
            <h2 className={h2}>{t('financing.match.title')}</h2>
            <RecommendForms key={need.version} need={need} formKey={formKey} t={t} />
          </section>
        )}
        <section className="pt-6">
          <h2 className={h2}>{t('financing.detail.history')}</h2>
          <NeedHistory steps={need.steps} today={today} locale={locale} />
        </section>
        {may.withdraw && (
          <div className="no-print pt-4">
            <WithdrawForm key={need.version} need={need} formKey={formKey} t={t} />
          </div>
        )}
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-2 text-lg font-semibold">
          {t(actor.role === 'BANK' ? 'financing.bank.agreed' : 'financing.detail.parts')}
        </h2>
        <BankViewFacts view={view} today={today} locale={locale} />
        {actor.role !== 'BANK' && (
          <div className="mt-5">
            <Facts
              facts={[
                [t('financing.new.loansBank'), need.loansBank],
                [t('financing.detail.wanted'), need.wanted.join(t('shell.comma'))],
                [
                  t('financing.new.upgrade'),
                  need.upgrade && (
                    <Link key="upgrade" href={`/services/upgrades/${need.upgrade.id}`} className="text-link">
                      {need.upgrade.name}
                    </Link>
                  ),
                ],
                [t('financing.detail.channel'), need.channel && t(`financing.channel.${need.channel}`)],
              ]}
            />
            <p className="mt-3 text-sm text-ink-2">{t('financing.detail.notShown')}</p>
          </div>
        )}
      </aside>
    </article>
  )
}
