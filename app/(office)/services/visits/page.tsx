import { forbidden } from 'next/navigation'
import { addressIn } from '@/components/service/service-filter'
import { ServiceHead } from '@/components/service/service-tabs'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { VisitFilterBar } from '@/components/visit/visit-filter'
import { VisitProposals } from '@/components/visit/visit-proposals'
import { VisitTable } from '@/components/visit/visit-table'
import { VisitWeek } from '@/components/visit/visit-week'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listVisits, visitProposals, visitUnits, weekOfVisits } from '@/lib/data/visit-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_VISITS } from '@/lib/domain/sight'
import { VISIT_STATES } from '@/lib/domain/visit-plan'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { VISIT_TABS, visitFilter } from '@/lib/schemas/visit'

export const generateMetadata = pageTitle('visit.title')

const PATH = '/services/visits'
const DEFAULTS = { state: 'week' }

export default async function VisitsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_VISITS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = visitFilter.parse(asks)
  const merges = relationFor(actor.role, 'visit.merge') !== null
  const [page, proposals, units] = await Promise.all([
    listVisits(actor, filter, today),
    merges ? visitProposals(actor, today) : [],
    visitUnits(actor),
  ])
  const hrefOf = addressIn(PATH, DEFAULTS)
  const all = VISIT_STATES.reduce((sum, state) => sum + (page.counts[state] ?? 0), 0)
  const query = hrefOf(filter, { state: filter.state === 'week' ? 'all' : filter.state }).replace(PATH, '')
  return (
    <div className="flex flex-col sm:h-full print:block print:h-auto">
      <ServiceHead title={t('visit.title')} on="visits" role={actor.role} t={t}>
        {relationFor(actor.role, 'visit.plan') && (
          <Link href={`${PATH}/new`} className="text-link">
            {t('visit.plan')}
          </Link>
        )}
      </ServiceHead>
      <div className="flex border-b border-divider px-4 pt-1 sm:px-6">
        <TaskTabs
          label={t('visit.tabs')}
          tabs={VISIT_TABS.map((tab) => ({
            name: tab,
            text: tab === 'week' || tab === 'all' ? t(`visit.tab.${tab}`) : t(`visit.state.${tab}`),
            href: hrefOf(filter, { state: tab, week: undefined }),
            on: filter.state === tab,
            ...(tab !== 'week' && { n: tab === 'all' ? all : (page.counts[tab] ?? 0) }),
          }))}
        />
      </div>
      <Misread parts={misread(visitFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <VisitProposals proposals={proposals} formKey={() => issueFormKey(actor.userId)} today={today} t={t} />
      <VisitFilterBar filter={filter} units={units} t={t} />
      {filter.state === 'week' ? (
        <VisitWeek
          days={weekOfVisits(filter, today)}
          rows={page.rows}
          hrefOf={(week) => hrefOf(filter, { week })}
          today={today}
          t={t}
        />
      ) : (
        <VisitTable rows={page.rows} today={today} t={t} />
      )}
      <ListFoot
        totals={[t('visit.total', { n: page.total })]}
        doors={[
          { href: `/services/print/visits${query}`, label: t('service.printed.print') },
          { href: `/api/export/services/visits${query}`, label: t('service.export'), file: true },
        ]}
        page={filter.page}
        total={page.total}
        paged={filter.state !== 'week'}
        hrefOf={(n) => hrefOf(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
