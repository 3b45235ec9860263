import { forbidden, notFound } from 'next/navigation'
import { AddPostForm, EditEventForm, OfferForm } from '@/components/job/job-forms'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { findJobEvent } from '@/lib/data/job-events'
import { SEES_SERVICES } from '@/lib/domain/sight'
import { languageOf } from '@/lib/i18n/language-of'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('job.event.title')

export default async function JobEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_SERVICES.has(actor.role)) forbidden()
  const { id } = await params
  const event = isUuid(id) ? await findJobEvent(actor, id) : null
  if (!event) notFound()
  const t = translator(locale)
  const formKey = () => issueFormKey(actor.userId)
  const changes = event.mayEdit && event.state !== 'CANCELLED'
  return (
    <div>
      <BackBar href="/services/jobs/events" title={t('job.event.title')} t={t} />
      <div className="px-4 pt-4 pb-8 sm:px-8 sm:pt-5">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/services/jobs/events" className="text-link">
            {t('job.event.back')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap gap-x-4 text-ink-2">
            <b className="text-ink">{t(`job.eventState.${event.state}`)}</b>
            <span>{event.on}</span>
            {event.place && <span>{event.place}</span>}
            {event.organiser && (
              <span>
                {t('job.event.organiser')} {event.organiser}
              </span>
            )}
          </p>
          <h1 className="mt-1 text-2xl font-semibold" lang={languageOf(event.theme, locale)}>
            {event.theme}
          </h1>
          <p className="mt-1">
            {t('job.event.sums', { firms: event.enterprises, offered: event.offered, intended: event.intended })}
          </p>
          {event.note && <p className="mt-1 text-ink-2">{event.note}</p>}
        </header>
        <section className="pt-4">
          <h2 className="text-lg font-semibold">{t('job.event.posts')}</h2>
          {event.posts.length === 0 && <p className="text-ink-2">{t('job.event.noPosts')}</p>}
          <ul>
            {event.posts.map((post) => (
              <li
                key={post.needId}
                className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-divider py-2"
              >
                <div>
                  <Link href={`/services/jobs/${post.needId}`} className="font-semibold hover:text-link">
                    {post.post}
                  </Link>
                  <p className="text-sm text-ink-2">
                    {post.enterprise.name} {t('job.event.of', { n: post.number })}
                  </p>
                </div>
                {changes ? (
                  <OfferForm
                    key={`${post.offered} ${post.intended}`}
                    eventId={event.id}
                    post={post}
                    formKey={formKey()}
                    t={t}
                  />
                ) : (
                  <p>{t('job.detail.line', { offered: post.offered, intended: post.intended })}</p>
                )}
              </li>
            ))}
          </ul>
          {changes && event.choices.length > 0 && (
            <AddPostForm key={event.posts.length} event={event} formKey={formKey()} t={t} />
          )}
        </section>
        {event.mayEdit && (
          <section className="no-print max-w-3xl pt-8">
            <h2 className="mb-2 text-lg font-semibold">{t('job.event.edit')}</h2>
            <EditEventForm key={event.version} event={event} formKey={formKey()} t={t} />
          </section>
        )}
      </div>
    </div>
  )
}
