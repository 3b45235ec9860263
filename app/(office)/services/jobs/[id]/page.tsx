import { forbidden, notFound } from 'next/navigation'
import { FactList } from '@/components/enterprise/enterprise-facts'
import { EditJobForm } from '@/components/job/job-forms'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findJob } from '@/lib/data/job-list'
import { SEES_SERVICES } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { payText } from '@/lib/i18n/enterprise-text'
import { languageOf } from '@/lib/i18n/language-of'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('job.title')

export default async function JobPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_SERVICES.has(actor.role)) forbidden()
  const { id } = await params
  const need = isUuid(id) ? await findJob(actor, id) : null
  if (!need) notFound()
  const t = translator(locale)
  const today = businessDay()
  return (
    <div>
      <BackBar href="/services/jobs" title={t('job.title')} t={t} />
      <div className="grid gap-x-10 px-4 pt-4 pb-8 sm:px-8 sm:pt-5 lg:grid-cols-2">
        <header className="pb-4 lg:col-span-2">
          <p className="no-print pb-1 max-sm:hidden">
            <Link href="/services/jobs" className="text-link">
              {t('job.back')}
            </Link>
          </p>
          <h1 className="text-2xl font-semibold" lang={languageOf(need.post, locale)}>
            {need.post} {t('job.people', { n: need.number })}
          </h1>
        </header>
        <section>
          <h2 className="mb-1 text-lg font-semibold">{t('job.detail.facts')}</h2>
          <FactList
            facts={[
              [
                t('job.column.enterprise'),
                <Link key="enterprise" href={`/enterprises/${need.enterprise.id}`} className="text-link">
                  {need.enterprise.name}
                </Link>,
              ],
              [t('job.column.pay'), payText(need, t)],
              [t('job.column.state'), t(`job.state.${need.state}`)],
              [t('job.column.raised'), dayIn(need.raisedOn, today)],
              [t('job.detail.raisedBy'), need.raisedBy],
              [t('job.form.note'), need.note],
            ]}
          />
          <h2 className="mt-6 mb-1 text-lg font-semibold">{t('job.detail.at')}</h2>
          {need.events.length === 0 && <p className="text-ink-2">{t('job.detail.notYet')}</p>}
          <ul>
            {need.events.map((event) => (
              <li key={event.id} className="flex flex-wrap gap-x-3 border-b border-divider py-1.5">
                <span className="text-ink-3">{dayIn(event.on, today)}</span>
                <Link href={`/services/jobs/events/${event.id}`} className="text-link">
                  {event.theme}
                </Link>
                <span className="text-ink-2">
                  {t('job.detail.line', { offered: event.offered, intended: event.intended })}
                </span>
              </li>
            ))}
          </ul>
        </section>
        {need.mayEdit && (
          <section className="no-print max-lg:pt-6">
            <h2 className="mb-2 text-lg font-semibold">{t('job.detail.edit')}</h2>
            <EditJobForm key={need.version} need={need} formKey={issueFormKey(actor.userId)} t={t} />
          </section>
        )}
      </div>
    </div>
  )
}
