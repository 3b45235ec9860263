import { forbidden } from 'next/navigation'
import { IntentionFilterBar } from '@/components/finance-event/event-filter'
import { intentionQuery, intentionsHref } from '@/components/finance-event/event-link'
import { IntentionCards, IntentionTable } from '@/components/finance-event/intention-table'
import { PlaceTabs } from '@/components/financing/place-tabs'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listIntentions } from '@/lib/data/event-intentions'
import { eventChoices } from '@/lib/data/finance-event-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_INTENTIONS } from '@/lib/domain/finance-event-sight'
import { translator } from '@/lib/i18n/translator'
import { INTENTION_TABS, type IntentionTab, intentionFilter } from '@/lib/schemas/event-intention'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('financeEvent.intention.ledger')

export default async function IntentionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_INTENTIONS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = intentionFilter.parse(asks)
  const [page, { banks }] = await Promise.all([listIntentions(actor, filter, today), eventChoices(actor)])
  const word = (tab: IntentionTab) =>
    tab === 'all' || tab === 'due' ? t(`financeEvent.intention.tab.${tab}`) : t(`financeEvent.intention.state.${tab}`)
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('financeEvent.intention.ledger')}</h1>
        <PlaceTabs at="intentions" role={actor.role} t={t} />
      </header>
      <Misread parts={misread(intentionFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <div className="flex flex-wrap px-4 pt-1 sm:px-6">
        <TaskTabs
          label={t('financeEvent.intention.tabs')}
          tabs={INTENTION_TABS.map((tab) => ({
            name: tab,
            text: word(tab),
            href: intentionsHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
      </div>
      <IntentionFilterBar filter={filter} banks={banks} t={t} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t('financeEvent.intention.empty')}</p>
          <p className="mt-1 text-ink-2">{t('financeEvent.intention.emptyHint')}</p>
          <Link href="/financing/events/intentions" className="btn mt-5">
            {t('financeEvent.showAll')}
          </Link>
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.78]"
            aria-label={t('financeEvent.intention.ledger')}
          >
            <IntentionTable rows={page.rows} sum={page.sum} ofEvent today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <IntentionCards rows={page.rows} ofEvent today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[t('financeEvent.intention.total', { n: page.total }), t('financeEvent.unit')]}
        doors={
          relationFor(actor.role, 'financeEvent.sign') !== null
            ? [
                {
                  href: `/api/export/intentions${intentionQuery(filter)}`,
                  label: t('financeEvent.intention.export'),
                  file: true,
                },
              ]
            : []
        }
        page={filter.page}
        total={page.total}
        hrefOf={(n) => intentionsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
