import { notFound } from 'next/navigation'
import { AmendForm, FollowForm, LinkForm } from '@/components/finance-event/intention-forms'
import { FollowMarks, IntentionHistory } from '@/components/finance-event/intention-history'
import { MoneyLine } from '@/components/finance-event/money-line'
import { FactList } from '@/components/financing/fact-list'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findIntention } from '@/lib/data/event-intentions'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('financeEvent.intention.one')

const heading = 'border-b border-control pb-1 text-lg font-semibold'

export default async function IntentionPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const intention = isUuid(id) ? await findIntention(actor, id, today) : null
  if (!intention) notFound()
  const t = translator(locale)
  const formKey = () => issueFormKey(actor.userId)
  const { stand, intendedFen } = intention
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="min-w-0 px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link
            href={`/financing/events/${intention.event.id}`}
            className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
          >
            {intention.event.theme}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <b className="text-ink">{t(`financeEvent.intention.state.${stand.state}`)}</b>
            <span>{intention.bank?.name ?? t('financeEvent.noBank')}</span>
          </p>
          <h1 className="mt-1 mb-3 text-2xl font-semibold">{intention.enterprise.name}</h1>
          <MoneyLine money={{ intentions: 1, intendedFen, ...stand }} locale={locale} />
        </header>
        <section className="pt-5">
          <h2 className="mb-2 text-lg font-semibold">{t('financeEvent.mark.title')}</h2>
          <FollowMarks marks={intention.marks} today={today} t={t} />
        </section>
        <section className="pt-6">
          <h2 className={heading}>{t('financeEvent.follow.history')}</h2>
          <IntentionHistory intention={intention} formKey={formKey} today={today} locale={locale} />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        {intention.may.follow && stand.state !== 'LAPSED' && (
          <section className="no-print mb-4">
            <h2 className={heading}>{t('financeEvent.follow.title')}</h2>
            <FollowForm key={intention.version} intention={intention} formKey={formKey} today={today} t={t} />
          </section>
        )}
        <FactList
          facts={[
            [t('financeEvent.column.event'), intention.event.theme],
            [t('financeEvent.column.signedOn'), dayIn(intention.signedOn, today)],
            [t('financeEvent.column.bank'), intention.bank?.name ?? t('financeEvent.noBank')],
            [
              t('financeEvent.link.need'),
              intention.need && (
                <Link href={`/financing/${intention.need.id}`} className="text-link">
                  {t('financeEvent.link.number', { n: intention.need.number })}
                </Link>
              ),
            ],
          ]}
        />
        {intention.may.link && (
          <div className="no-print mt-4">
            <LinkForm key={`link ${intention.version}`} intention={intention} formKey={formKey} locale={locale} />
          </div>
        )}
        {intention.may.amend && (
          <div className="no-print mt-4">
            <AmendForm key={intention.version} intention={intention} formKey={formKey} t={t} />
          </div>
        )}
      </aside>
    </article>
  )
}
