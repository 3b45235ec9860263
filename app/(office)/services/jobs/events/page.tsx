import { forbidden } from 'next/navigation'
import { jobEventsHref } from '@/components/job/job-link'
import { JobEventCards, JobEventTable } from '@/components/job/job-lists'
import { JobSections } from '@/components/job/job-sections'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { DayFilter } from '@/components/ui/day-filter'
import { EmptyList } from '@/components/ui/empty-list'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listJobEvents } from '@/lib/data/job-events'
import { relationFor } from '@/lib/domain/access'
import { SEES_OVERVIEW, SEES_SERVICES } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { JOB_EVENT_TABS, jobEventFilter } from '@/lib/schemas/job'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('job.events')

export default async function JobEventsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_SERVICES.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = jobEventFilter.parse(asks)
  const page = await listJobEvents(actor, filter)
  return (
    <div className="flex flex-col sm:h-full">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        {SEES_OVERVIEW.has(actor.role) && (
          <Link href="/services" className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11">
            {t('service.nav')}
          </Link>
        )}
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('job.nav')}</h1>
        <JobSections on="events" t={t} />
        {relationFor(actor.role, 'job.planEvent') !== null && (
          <Link
            href="/services/jobs/events/new"
            className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11"
          >
            {t('job.plan')}
          </Link>
        )}
      </header>
      <Misread parts={misread(jobEventFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <DayFilter
        action="/services/jobs/events"
        label={t('job.filter.label')}
        search={{
          name: 'q',
          label: t('job.filter.eventName'),
          placeholder: t('job.filter.eventPlaceholder'),
          value: filter.q,
        }}
        days={[
          { name: 'from', label: t('job.filter.from'), value: filter.from },
          { name: 'to', label: t('job.filter.to'), value: filter.to },
        ]}
        kept={(['state', 'taskforce'] as const).map((name) => ({ name, value: filter[name] }))}
        resetHref={jobEventsHref({ state: filter.state })}
        words={{ all: t('job.filter.all'), find: t('job.filter.find'), clear: t('job.filter.clear') }}
      />
      <div className="px-4 sm:px-6">
        <TaskTabs
          label={t('job.tabs')}
          tabs={JOB_EVENT_TABS.map((tab) => ({
            name: tab,
            text: t(`job.eventTab.${tab}`),
            href: jobEventsHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
      </div>
      {page.rows.length === 0 ? (
        <EmptyList title={t('job.noEvents')} hint={t('job.noEventsHint')} />
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block"
            aria-label={t('job.events')}
          >
            <JobEventTable rows={page.rows} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <JobEventCards rows={page.rows} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('job.eventTotal', { n: page.total }),
          t('job.offered', { n: page.offered }),
          t('job.intended', { n: page.intended }),
        ]}
        doors={[]}
        page={filter.page}
        total={page.total}
        hrefOf={(n) => jobEventsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
