import { forbidden } from 'next/navigation'
import { jobQuery, jobsHref } from '@/components/job/job-link'
import { JobCards, JobTable } from '@/components/job/job-lists'
import { JobSections } from '@/components/job/job-sections'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { DayFilter } from '@/components/ui/day-filter'
import { EmptyList } from '@/components/ui/empty-list'
import { Link } from '@/components/ui/link'
import { Chips } from '@/components/ui/list-filter'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listJobs } from '@/lib/data/job-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_OVERVIEW, SEES_SERVICES } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { JOB_TABS, jobFilter } from '@/lib/schemas/job'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('job.title')

export default async function JobsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_SERVICES.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = jobFilter.parse(asks)
  const page = await listJobs(actor, filter)
  const scoped = [
    { name: 'enterprise', label: t('job.filter.enterprise'), text: t('job.filter.thisEnterprise') },
    { name: 'taskforce', label: t('job.filter.taskforce'), text: t('job.filter.thisTaskforce') },
  ] as const
  return (
    <div className="flex flex-col sm:h-full">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        {SEES_OVERVIEW.has(actor.role) && (
          <Link href="/services" className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11">
            {t('service.nav')}
          </Link>
        )}
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('job.nav')}</h1>
        <JobSections on="needs" t={t} />
        {relationFor(actor.role, 'job.raise') !== null && (
          <Link
            href="/services/jobs/new"
            className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11"
          >
            {t('job.raise')}
          </Link>
        )}
      </header>
      <Misread parts={misread(jobFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <DayFilter
        action="/services/jobs"
        label={t('job.filter.label')}
        search={{
          name: 'q',
          label: t('job.filter.name'),
          placeholder: t('job.filter.namePlaceholder'),
          value: filter.q,
        }}
        days={[
          { name: 'from', label: t('job.filter.from'), value: filter.from },
          { name: 'to', label: t('job.filter.to'), value: filter.to },
        ]}
        kept={(['state', 'enterprise', 'taskforce'] as const).map((name) => ({ name, value: filter[name] }))}
        resetHref={jobsHref({ state: filter.state })}
        words={{ all: t('job.filter.all'), find: t('job.filter.find'), clear: t('job.filter.clear') }}
      />
      <Chips
        chips={scoped
          .filter(({ name }) => filter[name])
          .map((chip) => ({
            ...chip,
            href: jobsHref(filter, { [chip.name]: undefined }),
            drop: t('job.filter.remove', { name: chip.label }),
          }))}
        label={t('job.filter.chips')}
        className="px-4 pb-2.5 sm:px-6"
      />
      <div className="px-4 sm:px-6">
        <TaskTabs
          label={t('job.tabs')}
          tabs={JOB_TABS.map((tab) => ({
            name: tab,
            text: t(`job.tab.${tab}`),
            href: jobsHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
      </div>
      {page.rows.length === 0 ? (
        <EmptyList title={t('job.none')} hint={t('job.noneHint')} />
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block"
            aria-label={t('job.title')}
          >
            <JobTable rows={page.rows} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <JobCards rows={page.rows} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('job.total', { n: page.total }),
          t('job.posts', { n: page.posts }),
          t('job.firms', { n: page.enterprises }),
        ]}
        doors={[
          { href: `/services/print/jobs${jobQuery(filter)}`, label: t('service.printed.print') },
          { href: `/api/export/jobs${jobQuery(filter)}`, label: t('job.export'), file: true },
        ]}
        page={filter.page}
        total={page.total}
        hrefOf={(n) => jobsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
