import { notFound } from 'next/navigation'
import { AnswerForm } from '@/components/finance-event/answer-form'
import { EventFacts } from '@/components/finance-event/event-facts'
import { BanksForm, CancelForm, HoldForm, InviteForm, SignForm } from '@/components/finance-event/event-forms'
import { inviteHref } from '@/components/finance-event/event-link'
import { GuestList } from '@/components/finance-event/guest-list'
import { IntentionCards, IntentionTable } from '@/components/finance-event/intention-table'
import { MoneyLine } from '@/components/finance-event/money-line'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listAllIntentions } from '@/lib/data/event-intentions'
import { findEvent } from '@/lib/data/finance-event-detail'
import { eventChoices } from '@/lib/data/finance-event-list'
import { SEES_INTENTIONS } from '@/lib/domain/finance-event-sight'
import { translator } from '@/lib/i18n/translator'
import { intentionFilter } from '@/lib/schemas/event-intention'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('financeEvent.title')

const heading = 'border-b border-control pb-1 text-lg font-semibold'

export default async function EventPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const event = isUuid(id) ? await findEvent(actor, id, today) : null
  if (!event) notFound()
  const t = translator(locale)
  const formKey = () => issueFormKey(actor.userId)
  const [intentions, choices] = await Promise.all([
    event.state === 'HELD' ? listAllIntentions(actor, intentionFilter.parse({ event: id }), today) : [],
    event.may.banks ? eventChoices(actor) : null,
  ])
  const runs = actor.role === 'OFFICE'
  const [own] = runs ? [] : event.guests
  const forms = { event, formKey, t }
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="min-w-0 px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link href="/financing/events" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('financeEvent.back')}
          </Link>
        </p>
        <header className="flex flex-wrap items-end gap-4 border-b border-control pb-4">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
              <b className="text-ink">{t(`financeEvent.state.${event.state}`)}</b>
              <span>{t(`financeEvent.kind.${event.kind}`)}</span>
              {event.cancelReason && <span>{event.cancelReason}</span>}
            </p>
            <h1 className="mt-1 text-2xl font-semibold">{event.theme}</h1>
          </div>
          {event.may.edit && (
            <Link href={`/financing/events/${event.id}/edit`} className="btn no-print">
              {t('financeEvent.edit')}
            </Link>
          )}
          {event.may.report && (
            <Link href={`/financing/events/${event.id}/report`} className="btn no-print">
              {t('financeEvent.report')}
            </Link>
          )}
        </header>
        {own && (
          <section aria-label={t('financeEvent.answer.title')} className="pt-5">
            <h2 className={heading}>{t('financeEvent.answer.title')}</h2>
            <p className="py-2">{t(`financeEvent.guests.${own.answer}`)}</p>
            {event.may.answer && (
              <AnswerForm guestId={own.id} answer={own.answer} name={event.theme} formKey={formKey} t={t} />
            )}
          </section>
        )}
        {event.state === 'HELD' && (
          <section className="pt-5">
            <h2 className={heading}>{t('financeEvent.intention.title', { n: event.money.intentions })}</h2>
            <div className="py-3">
              <MoneyLine money={event.money} locale={locale} />
              {actor.role === 'LEADER' && <p className="pt-1 text-sm text-ink-2">{t('service.ledOnly')}</p>}
            </div>
            {SEES_INTENTIONS.has(actor.role) && intentions.length > 0 && (
              <>
                <section
                  tabIndex={0}
                  aria-label={t('financeEvent.intention.caption', { n: intentions.length })}
                  className="overflow-x-auto max-sm:hidden"
                >
                  <IntentionTable rows={intentions} ofEvent={false} today={today} locale={locale} />
                </section>
                <div className="-mx-4 sm:hidden">
                  <IntentionCards rows={intentions} ofEvent={false} today={today} locale={locale} />
                </div>
              </>
            )}
          </section>
        )}
        {runs && (
          <section aria-label={t('financeEvent.guests.title', { n: event.guests.length })} className="pt-6">
            <div className="flex flex-wrap items-center gap-3 border-b border-control pb-1">
              <h2 className="flex-1 text-lg font-semibold">
                {t('financeEvent.guests.title', { n: event.guests.length })}
              </h2>
              {event.may.pick && (
                <Link
                  href={inviteHref(event.id, { industry: event.industry ?? undefined, street: event.street?.id })}
                  className="btn no-print"
                >
                  {t('financeEvent.pick.title')}
                </Link>
              )}
            </div>
            <GuestList event={event} formKey={formKey} today={today} t={t} />
          </section>
        )}
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        {event.may.invite && (
          <section className="no-print mb-4">
            <h2 className={heading}>{t('financeEvent.form.invite')}</h2>
            <InviteForm {...forms} />
          </section>
        )}
        {event.may.hold && (
          <section className="no-print mb-4">
            <h2 className={heading}>{t('financeEvent.form.hold')}</h2>
            <HoldForm key={event.counts.coming} {...forms} />
          </section>
        )}
        {event.may.sign && (
          <section className="no-print mb-4">
            <h2 className={heading}>{t('financeEvent.form.sign')}</h2>
            <SignForm key={event.money.intentions} {...forms} />
          </section>
        )}
        {choices && (
          <section className="no-print mb-4">
            <h2 className={heading}>{t('financeEvent.form.banks')}</h2>
            <BanksForm key={event.version} {...forms} choices={choices} />
          </section>
        )}
        <h2 className={heading}>{t('financeEvent.facts.title')}</h2>
        <EventFacts event={event} today={today} t={t} />
        {event.may.cancel && (
          <div className="no-print mt-4">
            <CancelForm {...forms} />
          </div>
        )}
      </aside>
    </article>
  )
}
