import { forbidden } from 'next/navigation'
import { EventFilterBar } from '@/components/finance-event/event-filter'
import { eventQuery, eventsHref } from '@/components/finance-event/event-link'
import { EventCards, EventTable } from '@/components/finance-event/event-table'
import { PlaceTabs } from '@/components/financing/place-tabs'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { eventChoices, listEvents } from '@/lib/data/finance-event-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_ALL_EVENTS, SEES_EVENTS } from '@/lib/domain/finance-event-sight'
import { translator } from '@/lib/i18n/translator'
import { EVENT_TABS, type EventTab, eventFilter } from '@/lib/schemas/finance-event'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('financeEvent.title')

export default async function EventsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_EVENTS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = eventFilter.parse(asks)
  const [page, choices] = await Promise.all([listEvents(actor, filter, today), eventChoices(actor)])
  const counts = SEES_ALL_EVENTS.has(actor.role)
  const creates = relationFor(actor.role, 'financeEvent.create') !== null
  const word = (tab: EventTab) =>
    tab === 'all' || tab === 'ahead' ? t(`financeEvent.tab.${tab}`) : t(`financeEvent.state.${tab}`)
  // What is being prepared is nobody's business but the office's.
  const tabs = counts ? EVENT_TABS : EVENT_TABS.filter((tab) => tab !== 'PREPARING' && tab !== 'ahead')
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('financeEvent.title')}</h1>
        <PlaceTabs at="events" role={actor.role} t={t} />
        {creates && (
          <Link href="/financing/events/new" className="btn mb-2">
            {t('financeEvent.new')}
          </Link>
        )}
      </header>
      <Misread parts={misread(eventFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <div className="flex flex-wrap px-4 pt-1 sm:px-6">
        <TaskTabs
          label={t('financeEvent.tabs')}
          tabs={tabs.map((tab) => ({
            name: tab,
            text: word(tab),
            href: eventsHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
      </div>
      <EventFilterBar filter={filter} choices={choices} t={t} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(page.counts.all > 0 ? 'financeEvent.empty' : 'financeEvent.none')}</p>
          <p className="mt-1 text-ink-2">
            {t(page.counts.all > 0 ? 'financeEvent.emptyHint' : 'financeEvent.noneHint')}
          </p>
          <Link href="/financing/events" className="btn mt-5">
            {t('financeEvent.showAll')}
          </Link>
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.78]"
            aria-label={t('financeEvent.title')}
          >
            <EventTable page={page} counts={counts} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <EventCards page={page} counts={counts} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('financeEvent.total', { n: page.total }),
          t('financeEvent.unit'),
          ...(actor.role === 'LEADER' ? [t('service.ledOnly')] : []),
        ]}
        doors={
          creates
            ? [
                { href: `/financing/events/print${eventQuery(filter)}`, label: t('financeEvent.print') },
                { href: `/api/export/events${eventQuery(filter)}`, label: t('financeEvent.export'), file: true },
              ]
            : []
        }
        page={filter.page}
        total={page.total}
        hrefOf={(n) => eventsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
